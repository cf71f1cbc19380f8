// Sending a card: into a thread, to one person in it whom alone it shows itself, or into a person's direct messages.
import { z } from 'zod'
import type { Outgoing, SendOutcome } from '../platform.ts'
import type { Call, Reply } from './api.ts'
import type { Dialect } from './dialect.ts'
import { idOfAccountKey, placeOf } from './ids.ts'
import { drawnIn } from './limits.ts'
import { isBlocksRefused, isNotReachable, outcomeOf } from './outcome.ts'
import { renderCard } from './render-card.ts'

export const eventType = 'throughline_card'

const Opened = z.looseObject({ channel: z.looseObject({ id: z.string() }) })

type By = { call: Call; dialect: Dialect }

/** Sends once, never twice by itself; what became of it is the outbox's to act on. */
export const sendCard = async (by: By, outgoing: Outgoing): Promise<SendOutcome> => {
  const { destination, replaces } = outgoing
  if (destination.to === 'person') return sendToPerson(by, outgoing, idOfAccountKey(destination.account))
  const { channel, root } = placeOf(destination.thread)
  const place = { channel, ...(root !== undefined && { thread_ts: root }) }
  if (destination.to === 'thread') return outcomeOf(await write(by, outgoing, place), replaces)
  const user = idOfAccountKey(destination.account)
  const reply = isDirect(channel) ? await write(by, outgoing, place) : await post(by, 'chat.postEphemeral', { ...place, user }, outgoing)
  return isNotReachable(reply) ? sendToPerson(by, outgoing, user) : outcomeOf(reply, undefined)
}

/** In direct messages there is nobody to hide it from, and what shows itself only once is no receipt. */
export const isDirect = (channel: string): boolean => channel.startsWith('D')

/** The channel of direct messages with that person; opening it twice gives the same. */
export const directChannel = async (call: Call, user: string): Promise<string | Reply> => {
  const reply = await call('conversations.open', { users: user })
  return reply.ok ? Opened.parse(reply.body).channel.id : reply
}

const sendToPerson = async (by: By, outgoing: Outgoing, user: string): Promise<SendOutcome> => {
  const channel = await directChannel(by.call, user)
  // That it could not be opened sent nothing.
  if (typeof channel !== 'string') return outcomeOf(channel.ok ? channel : { ...channel, unclear: false }, undefined)
  return outcomeOf(await write(by, outgoing, { channel }), outgoing.replaces)
}

type Target = { channel: string; thread_ts?: string; user?: string }

const write = (by: By, outgoing: Outgoing, place: Target): Promise<Reply> =>
  outgoing.replaces === undefined
    ? post(by, 'chat.postMessage', place, outgoing)
    : post(by, 'chat.update', { channel: place.channel, ts: outgoing.replaces }, outgoing)

/** What is given up one after the other until the workspace takes a card. */
const concessions = ['pictures', 'groups', 'tables'] as const

/** As the workspace takes it, at last in words alone; a refusal of blocks sent nothing. */
const post = async ({ call, dialect }: By, method: string, place: object, outgoing: Outgoing): Promise<Reply> => {
  const rest = { ...place, metadata: markOf(outgoing.id), unfurl_links: false, unfurl_media: false }
  let surface = dialect.surface()
  let message = renderCard(outgoing.card, surface)
  let reply = await call(method, { ...rest, ...message })
  for (const extra of concessions) {
    if (!isBlocksRefused(reply)) return reply
    if (!drawnIn(message.blocks, extra)) continue
    surface = { ...surface, [extra]: 'text' }
    message = renderCard(outgoing.card, surface)
    reply = await call(method, { ...rest, ...message })
    // A picture is refused for what it is, not for what the workspace takes.
    if (reply.ok && extra !== 'pictures') dialect.refused(extra)
  }
  return isBlocksRefused(reply) ? call(method, { ...rest, text: message.text }) : reply
}

/** The outbox id travels with the message, so that we can look whether it arrived. */
const markOf = (id: string) => ({ event_type: eventType, event_payload: { outbox: id } })
