// A form that was sent: errors at the field, the answer in its place, and nothing typed ever lost.
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { messageId } from '../../contracts/talk.ts'
import { card, text } from '../card.ts'
import type { Invocation } from '../invocation.ts'
import { answer } from './answers.ts'
import { type Origin, strangerAnswer } from './circumstances.ts'
import { conversationIdOf } from './ids.ts'
import { pressedInvocation } from './invocation-of.ts'
import type { Answered, Parts } from './parts.ts'
import { type About, aboutIn, cardView, filledIn, formAgain, limits, State, waitingView } from './view.ts'

export const Submission = z.looseObject({
  user: z.looseObject({ id: z.string(), team_id: z.string().nullish() }),
  view: z.looseObject({
    id: z.string(),
    hash: z.string().nullish(),
    private_metadata: z.string().nullish(),
    blocks: z.array(z.unknown()).default([]),
    state: State,
  }),
})
type Submission = z.infer<typeof Submission>

export type ViewReply =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ModalView }
  | undefined
type Acknowledge = (reply: ViewReply) => Promise<void>

/** Milliseconds: Slack waits three seconds for the answer to a form. */
const patience = 2000

type Sent = { about: About; origin: Origin; view: Submission['view']; invocation: Invocation }

export const submitted = async (parts: Parts, { user, view }: Submission, acknowledge: Acknowledge): Promise<void> => {
  const about = aboutIn(view.private_metadata)
  if (!about) return acknowledge(undefined)
  const filled = filledIn(view.state)
  const origin: Origin = {
    user: user.id,
    team: user.team_id ?? undefined,
    channel: about.channel,
    root: about.root,
    answerRoot: about.root,
  }
  const command = about.command === '' ? (filled.line ?? '') : about.command
  const fields = about.command === '' ? {} : filled
  const message =
    about.channel !== undefined && about.message !== undefined
      ? { message: messageId(conversationIdOf(parts.teams, about.channel), about.message) }
      : {}
  const press = { command, fields, card: view.id, at: view.hash ?? '' }
  const { invocation, isKnown } = await pressedInvocation(parts, origin, press, { door: 'shortcut', ...message })
  const sent: Sent = { about, origin, view, invocation }
  const work = isKnown ? parts.dispatch(invocation) : Promise.resolve(strangerAnswer)
  const answered = await inTime(work)
  if (answered) return acknowledge(await replyTo(parts, sent, answered))
  await acknowledge({ response_action: 'update', view: waitingView(about, 'This takes a moment …') })
  await showLate(parts, sent, await work)
}

const inTime = async (work: Promise<Answered>): Promise<Answered | undefined> => {
  const timer = new AbortController()
  const late = new Promise<undefined>((resolve) => {
    const timeout = setTimeout(() => resolve(undefined), patience)
    timer.signal.addEventListener('abort', () => clearTimeout(timeout))
  })
  return Promise.race([work, late]).finally(() => timer.abort())
}

const replyTo = async (parts: Parts, sent: Sent, answered: Answered): Promise<ViewReply> => {
  const errors = errorsOf(sent.view, answered)
  if (errors) return { response_action: 'errors', errors }
  await tell(parts, sent, answered)
  return { response_action: 'update', view: cardView(sent.about, answered.card) }
}

/** What all of a thread shall see goes there; what was asked from nowhere is kept in the direct messages. */
const tell = async (parts: Parts, { about, origin, invocation }: Sent, answered: Answered): Promise<void> => {
  if (answered.audience === 'thread' || about.channel === undefined) await answer(parts, { origin }, invocation, answered)
}

/** A "no" stands at the field that it speaks of, or at the first, with what would be right. */
const errorsOf = ({ state }: Submission['view'], { refusal }: Answered): Record<string, string> | undefined => {
  const names = Object.keys(state.values)
  const [first] = names
  if (!refusal || first === undefined) return undefined
  const words = [refusal.message, refusal.next].filter(Boolean).join(' ')
  const meant = names.find((name) => new RegExp(`\\b${RegExp.escape(name)}\\b`, 'i').test(refusal.message)) ?? first
  return { [meant]: words.slice(0, limits.error) }
}

/** Too late for an error at the field: the form comes back as it was filled in, with the reason above it. */
const showLate = async (parts: Parts, sent: Sent, answered: Answered): Promise<void> => {
  const { about, view } = sent
  const words = [answered.refusal?.message, answered.refusal?.next].filter(Boolean).join(' ')
  if (!answered.refusal) await tell(parts, sent, answered)
  const shown = answered.refusal
    ? formAgain(about, view.blocks, view.state, card(words, text(words, 'bad')))
    : cardView(about, answered.card)
  const reply = await parts.call('views.update', { view_id: view.id, view: shown })
  // Closed meanwhile: the answer goes where answers go.
  if (!reply.ok) await answer(parts, { origin: sent.origin }, sent.invocation, answered)
}
