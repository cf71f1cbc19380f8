// Sending a card: into a thread, to one person in it whom alone it shows itself, or into a person's own chat.
import type { ConversationId } from '../../contracts/talk.ts'
import type { Destination, Outgoing, SendOutcome } from '../platform.ts'
import { cardMessage, type Draw } from './card-message.ts'
import type { Address, Connector } from './connector.ts'
import type { Reply } from './http.ts'
import { addressOf, idOfAccountKey, placeOf } from './ids.ts'
import { attempt, outcomeOf } from './outcome.ts'
import { openPersonalChat } from './personal-chat.ts'
import type { Reference } from './reference.ts'

export type Sender = {
  connector: Connector
  draw: Draw
  reference(conversation: ConversationId): Promise<Reference | undefined>
  /** The reference of the chat that the bot has alone with an account. */
  personal(account: string): Promise<Reference | undefined>
  keepPersonal(account: string, reference: Reference): Promise<void>
  /** Where everybody's own chat is shown: the playground has one page, so one personal chat. */
  sharedChat: Reference | undefined
  log: (entry: { sending: string; fallback: string }) => void
  random: () => number
}

/** Sends once, never twice by itself; what became of it is the outbox's to act on. */
export const sendCard = (sender: Sender, outgoing: Outgoing): Promise<SendOutcome> =>
  attempt(() => sendTo(sender, outgoing, outgoing.destination))

const sendTo = async (sender: Sender, outgoing: Outgoing, destination: Destination): Promise<SendOutcome> => {
  if (destination.to === 'person') return sendToPerson(sender, outgoing, destination.account)
  const place = placeOf(destination.thread)
  const reference = await sender.reference(destination.thread.slice(0, destination.thread.lastIndexOf('|')))
  if (!reference) return { result: 'refused', reason: 'The bot was never told how to write into this conversation.' }
  const at = { serviceUrl: reference.serviceUrl, conversation: addressOf(place) }
  if (destination.to === 'thread' || reference.kind === 'personal') return write(sender, outgoing, at, reference)
  return sendPrivately(sender, outgoing, at, reference, destination.account)
}

const write = async (sender: Sender, outgoing: Outgoing, at: Address, reference: Reference, extra: object = {}): Promise<SendOutcome> => {
  const message = { ...cardMessage(sender.draw, outgoing, reference, at.conversation), ...extra }
  const reply = await deliver(sender.connector, at, outgoing.replaces, message, false)
  return outcomeOf(reply, outgoing.replaces, sender.random)
}

const deliver = (connector: Connector, at: Address, replaces: string | undefined, message: object, targeted: boolean): Promise<Reply> =>
  replaces === undefined ? connector.post(at, message, { targeted }) : connector.replace(at, replaces, message, { targeted })

/**
 * A targeted message: only that person sees it, for a day. A replaced one carries no recipient, as documented. Where Teams refuses, the
 * person's own chat is the place.
 */
const sendPrivately = async (sender: Sender, outgoing: Outgoing, at: Address, reference: Reference, account: string) => {
  const member = sender.sharedChat ? undefined : await sender.connector.member(at, idOfAccountKey(account)).catch(() => undefined)
  const addressee = outgoing.replaces === undefined ? { recipient: { id: member?.id ?? idOfAccountKey(account), name: member?.name } } : {}
  const message = { ...cardMessage(sender.draw, outgoing, reference, at.conversation), ...addressee }
  const reply = await deliver(sender.connector, at, outgoing.replaces, message, true)
  const outcome = outcomeOf(reply, outgoing.replaces, sender.random)
  if (outcome.result !== 'refused' || outgoing.replaces !== undefined) return outcome
  sender.log({ sending: outgoing.id, fallback: outcome.reason })
  return sendToPerson(sender, outgoing, account, reference)
}

/** Into the chat with that person alone, opened now if the bot has none and knows from where. */
const sendToPerson = async (sender: Sender, outgoing: Outgoing, account: string, met?: Reference): Promise<SendOutcome> => {
  const known = sender.sharedChat ?? (await sender.personal(account))
  if (known) return write(sender, outgoing, { serviceUrl: known.serviceUrl, conversation: known.conversation }, known)
  if (!met) return { result: 'refused', reason: 'The bot has no chat with this person: they can start one by writing to it once.' }
  const opened = await openPersonalChat(sender.connector, met, idOfAccountKey(account), sender.random)
  if ('outcome' in opened) return opened.outcome
  await sender.keepPersonal(account, opened.reference)
  return write(sender, outgoing, { serviceUrl: met.serviceUrl, conversation: opened.reference.conversation }, opened.reference)
}
