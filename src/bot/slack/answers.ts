// Answers: to the asker alone where they asked, or to the thread; once per invocation, however often that was delivered.
import { accountKey } from '../../contracts/identity.ts'
import type { Invocation } from '../invocation.ts'
import type { Destination, Outgoing } from '../platform.ts'
import { postCard } from '../post-card.ts'
import { type Origin, strangerAnswer } from './circumstances.ts'
import { channelThread, conversationIdOf, threadIdOf } from './ids.ts'
import type { Answered, Parts } from './parts.ts'
import { renderCard, type SlackMessage } from './render-card.ts'
import { sendCard } from './send.ts'

/** The way back that Slack opened for half an hour: it reaches the asker in every conversation, ours or not. */
export type Respond = (message: SlackMessage & { response_type: 'ephemeral'; replace_original: boolean }) => Promise<unknown>

export type WayBack = {
  origin: Origin
  /** Undefined where what was asked changes something: its answer is a receipt, which goes through the outbox. */
  respond?: Respond | undefined
  /** The card that was pressed is seen by the asker alone, and the new one takes its place. */
  replacesOwn?: boolean
  /** The message that was pressed, if all see it. */
  pressed?: string | undefined
}

export const destinationOf = (
  parts: Pick<Parts, 'teams'>,
  origin: Origin,
  invocation: Invocation,
  audience: Answered['audience'],
): Destination => {
  const account = accountKey(invocation.speaker.account)
  const { channel, answerRoot } = origin
  if (channel === undefined) return { to: 'person', account }
  const thread =
    answerRoot === undefined ? channelThread(conversationIdOf(parts.teams, channel)) : threadIdOf(parts.teams, channel, answerRoot)
  return audience === 'thread' ? { to: 'thread', thread } : { to: 'person-in-thread', thread, account }
}

export const answer = async (parts: Parts, way: WayBack, invocation: Invocation, answered: Answered): Promise<void> => {
  const { card, audience } = answered
  if (audience === 'asker' && way.respond && (await responded(parts, way, answered))) return
  const replaces = audience === 'thread' && way.pressed !== undefined ? { replaces: way.pressed } : {}
  const destination = destinationOf(parts, way.origin, invocation, audience)
  const outgoing: Outgoing = { id: `answer-${invocation.id}`, destination, card, ...replaces }
  // Of somebody whom Slack does not know nothing is kept, an answer neither.
  if (answered === strangerAnswer) return void (await sendCard(parts, outgoing))
  try {
    await postCard(parts.store, { ...outgoing, platform: 'slack' })
  } catch (error) {
    parts.log.error({ error: String(error) }, 'The outbox is away; an answer is sent without it.')
    await sendCard(parts, outgoing)
  }
}

const responded = async (parts: Parts, { respond, replacesOwn = false }: WayBack, { card }: Answered): Promise<boolean> => {
  try {
    const told = await respond?.({
      ...renderCard(card, parts.dialect.surface()),
      response_type: 'ephemeral',
      replace_original: replacesOwn,
    })
    if (!(await isNo(told))) return true
    parts.log.warn({}, 'Slack took an answer by its own way back, and said no to it; it goes by ours.')
    return false
  } catch (error) {
    parts.log.warn(
      { error: error instanceof Error ? error.name : 'unknown' },
      'Slack did not take an answer by its own way back; it goes by ours.',
    )
    return false
  }
}

/** It may say with status 200 that it took nothing, as of blocks that it does not draw. */
const isNo = async (told: unknown): Promise<boolean> =>
  told instanceof Response && /^\s*\{\s*"ok"\s*:\s*false/.test(await told.text().catch(() => ''))
