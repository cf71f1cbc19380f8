// Sending a card: into a thread, to one person in it whom alone it shows itself, or into a person's direct messages.
import { z } from 'zod'
import type { Outgoing, SendOutcome } from '../platform.ts'
import type { Call, Reply } from './api.ts'
import { idOfAccountKey, placeOf } from './ids.ts'
import { isBlocksRefused, isNotReachable, outcomeOf } from './outcome.ts'
import { renderCard } from './render-card.ts'

export const eventType = 'throughline_card'

const Opened = z.looseObject({ channel: z.looseObject({ id: z.string() }) })

/** Sends once, never twice by itself; what became of it is the outbox's to act on. */
export const sendCard = async (call: Call, outgoing: Outgoing): Promise<SendOutcome> => {
  const { destination, replaces } = outgoing
  if (destination.to === 'person') return sendToPerson(call, outgoing, idOfAccountKey(destination.account))
  const { channel, root } = placeOf(destination.thread)
  const place = { channel, ...(root !== undefined && { thread_ts: root }) }
  if (destination.to === 'thread') return outcomeOf(await write(call, outgoing, place), replaces)
  const user = idOfAccountKey(destination.account)
  const reply = isDirect(channel)
    ? await write(call, outgoing, place)
    : await post(call, 'chat.postEphemeral', { ...place, user }, outgoing)
  return isNotReachable(reply) ? sendToPerson(call, outgoing, user) : outcomeOf(reply, undefined)
}

/** In direct messages there is nobody to hide it from, and what shows itself only once is no receipt. */
export const isDirect = (channel: string): boolean => channel.startsWith('D')

/** The channel of direct messages with that person; opening it twice gives the same. */
export const directChannel = async (call: Call, user: string): Promise<string | Reply> => {
  const reply = await call('conversations.open', { users: user })
  return reply.ok ? Opened.parse(reply.body).channel.id : reply
}

const sendToPerson = async (call: Call, outgoing: Outgoing, user: string): Promise<SendOutcome> => {
  const channel = await directChannel(call, user)
  // That it could not be opened sent nothing.
  if (typeof channel !== 'string') return outcomeOf(channel.ok ? channel : { ...channel, unclear: false }, undefined)
  return outcomeOf(await write(call, outgoing, { channel }), outgoing.replaces)
}

type Target = { channel: string; thread_ts?: string; user?: string }

const write = (call: Call, outgoing: Outgoing, place: Target): Promise<Reply> =>
  outgoing.replaces === undefined
    ? post(call, 'chat.postMessage', place, outgoing)
    : post(call, 'chat.update', { channel: place.channel, ts: outgoing.replaces }, outgoing)

const post = async (call: Call, method: string, place: object, outgoing: Outgoing): Promise<Reply> => {
  const rest = { ...place, metadata: markOf(outgoing.id), unfurl_links: false, unfurl_media: false }
  const message = renderCard(outgoing.card)
  const reply = await call(method, { ...rest, ...message })
  return isBlocksRefused(reply) ? call(method, { ...rest, text: message.text }) : reply
}

/** The outbox id travels with the message, so that we can look whether it arrived. */
const markOf = (id: string) => ({ event_type: eventType, event_payload: { outbox: id } })
