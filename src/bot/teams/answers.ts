// Answers that come after the acknowledgement: put into the outbox once per invocation, for the asker alone or for the thread.

import { accountKey } from '../../contracts/identity.ts'
import { conversationOf } from '../../contracts/talk.ts'
import { bellOf } from '../bell.ts'
import type { Card } from '../card.ts'
import type { Invocation } from '../invocation.ts'
import type { Destination, Outgoing } from '../platform.ts'
import type { Answered, Parts } from './parts.ts'

type Posting = Omit<Outgoing, 'id'>

/** The same id is enqueued once, so that a delivery that comes again is answered once. */
export const enqueueCard = async (parts: Pick<Parts, 'store' | 'platform'>, id: string, outgoing: Posting): Promise<void> => {
  await parts.store.outbox.enqueue({ id, platform: parts.platform, lane: laneOf(outgoing.destination), outgoing })
  bellOf(parts.store.outbox).ring()
}

/** One conversation's messages go out one after the other. */
const laneOf = (destination: Destination): string =>
  destination.to === 'person' ? destination.account : conversationOf(destination.thread)

export const destinationOf = (invocation: Invocation, audience: Answered['audience']): Destination => {
  const account = accountKey(invocation.speaker.account)
  if (invocation.thread === undefined) return { to: 'person', account }
  return audience === 'thread'
    ? { to: 'thread', thread: invocation.thread }
    : { to: 'person-in-thread', thread: invocation.thread, account }
}

/** With the database away the outbox is too; the refusal that says so is then sent as it is. */
export const answerLater = async (
  parts: Parts,
  send: (outgoing: Outgoing) => Promise<unknown>,
  invocation: Invocation,
  answered: Answered,
) => {
  const id = `answer-${invocation.id}`
  const outgoing = { destination: destinationOf(invocation, answered.audience), card: answered.card }
  try {
    await enqueueCard(parts, id, outgoing)
  } catch (error) {
    parts.log.error({ error: String(error) }, 'The outbox is away; an answer is sent without it.')
    await send({ id, ...outgoing })
  }
}

export const saying = (card: Card): Answered => ({ card, audience: 'asker' })
