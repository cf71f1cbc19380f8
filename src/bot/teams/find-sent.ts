// Whether a card of ours is in the conversation, looked up by the outbox id that it carries.
import type { ConversationId } from '../../contracts/talk.ts'
import type { Outgoing } from '../platform.ts'
import { markOf } from './card-message.ts'
import type { Graph, GraphMessage } from './graph.ts'
import { threadPath } from './history.ts'
import { placeOf } from './ids.ts'
import type { Reference } from './reference.ts'

/** A thousand messages; Graph gives the newest first, so a card that was just sent stands on the first page. */
const pagesRead = 20

/**
 * The message's id, or undefined when a look shows that it is not there. Throws where Teams lets nobody look: a personal chat, a targeted
 * message, a missing permission. A card that replaces another may be sent again without looking, for that changes nothing.
 */
export const findSentCard = async (
  graph: Graph,
  reference: (conversation: ConversationId) => Promise<Reference | undefined>,
  outgoing: Outgoing,
): Promise<string | undefined> => {
  if (outgoing.replaces !== undefined) return undefined
  const { destination } = outgoing
  if (destination.to !== 'thread') throw new Error('Teams does not let a bot look at what one person alone was sent')
  const place = placeOf(destination.thread)
  const known = await reference(destination.thread.slice(0, destination.thread.lastIndexOf('|')))
  const path = pathOf(known, place)
  if (path === undefined) throw new Error('Teams does not let a bot look into this conversation')
  let cursor: string | undefined
  for (let read = 0; read < pagesRead; read += 1) {
    const page = await graph.page(path.path, path.permission, cursor)
    if ('unread' in page) throw new Error(page.unread)
    const found = page.messages.find((message) => carries(message, outgoing.id))
    if (found) return found.id
    cursor = page.next
    if (cursor === undefined) return undefined
  }
  throw new Error('The conversation is too long to look through')
}

const pathOf = (reference: Reference | undefined, place: { conversation: string; root: string }) => {
  if (reference?.kind === 'channel' && reference.aadGroupId !== undefined && place.root !== '-') {
    return { path: `${threadPath(reference.aadGroupId, place)}/replies?$top=50`, permission: 'ChannelMessage.Read.Group' }
  }
  if (reference?.kind !== 'groupChat') return undefined
  return { path: `/chats/${encodeURIComponent(place.conversation)}/messages?$top=50`, permission: 'ChatMessage.Read.Chat' }
}

const carries = (message: GraphMessage, outbox: string): boolean =>
  (message.attachments ?? []).some((attachment) => attachment.name === markOf(outbox) || attachment.content?.includes(outbox))
