// Answers that come after the acknowledgement: put into the outbox once per invocation, for the asker alone or for the thread.

import { accountKey } from '../../contracts/identity.ts'
import type { Invocation } from '../invocation.ts'
import type { Destination, Outgoing } from '../platform.ts'
import { postCard } from '../post-card.ts'
import { type Activity, kindOf } from './activity.ts'
import { cardMessage } from './card-message.ts'
import type { Answered, Parts } from './parts.ts'
import { referenceOf } from './reference.ts'

export const destinationOf = (invocation: Invocation, audience: Answered['audience']): Destination => {
  const account = accountKey(invocation.speaker.account)
  if (invocation.thread === undefined) return { to: 'person', account }
  return audience === 'thread'
    ? { to: 'thread', thread: invocation.thread }
    : { to: 'person-in-thread', thread: invocation.thread, account }
}

/** The same invocation is answered once, however often it was delivered. */
export const answerLater = async (parts: Parts, activity: Activity, invocation: Invocation, answered: Answered): Promise<void> => {
  const outgoing = { id: `answer-${invocation.id}`, destination: destinationOf(invocation, answered.audience), card: answered.card }
  try {
    await postCard(parts.store, { ...outgoing, platform: parts.platform })
  } catch (error) {
    parts.log.error({ error: String(error) }, 'The outbox is away; an answer is sent without it.')
    await answerWithoutStore(parts, activity, outgoing)
  }
}

/** With the database away so is the outbox: the card that says so goes straight back to where it was asked, to the asker alone. */
const answerWithoutStore = async (parts: Parts, activity: Activity, outgoing: Outgoing): Promise<void> => {
  const at = { serviceUrl: activity.serviceUrl, conversation: activity.conversation.id }
  const message = cardMessage(parts.draw, outgoing, referenceOf(activity), at.conversation)
  const targeted = kindOf(activity) !== 'personal'
  const reply = await parts.connector.post(at, targeted ? { ...message, recipient: { id: activity.from?.id } } : message, { targeted })
  if (reply.status >= 300) throw new Error(`Teams answered ${reply.status} to an answer that was sent without the outbox.`)
}
