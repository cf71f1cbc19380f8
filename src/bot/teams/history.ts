// What was said in a thread before it was linked, read from Graph page by page.
import type { ConversationId, ThreadId } from '../../contracts/talk.ts'
import type { HeardMessage, ThreadPage } from '../platform.ts'
import { type FileReader, filesOfGraph } from './attachments.ts'
import type { GraphMessage } from './graph.ts'
import { accountKeyOf, type PlatformName, placeOf } from './ids.ts'
import type { Reference } from './reference.ts'
import { textOfHtml } from './words.ts'

export type HistoryReader = {
  platform: PlatformName
  appId: string
  files: FileReader
  reference(conversation: ConversationId): Promise<Reference | undefined>
}

/** The first page of a channel's thread begins with the post itself; Graph gives replies newest page first, each page is put oldest first. */
export const readHistory = async (reader: HistoryReader, thread: ThreadId, cursor: string | undefined): Promise<ThreadPage> => {
  const place = placeOf(thread)
  const reference = await reader.reference(thread.slice(0, thread.lastIndexOf('|')))
  const paths = pathsOf(reference, place)
  if (typeof paths === 'string') return { messages: [], unread: paths }
  const page = await reader.files.graph.page(paths.page, paths.permission, cursor)
  if ('unread' in page) return { messages: [], unread: page.unread }
  const post = cursor === undefined && paths.post ? await reader.files.graph.message(paths.post) : undefined
  const all = [...(post ? [post] : []), ...page.messages]
  const gone = all.filter((message) => message.deletedDateTime !== undefined).length
  return {
    messages: all.flatMap((message) => messageOf(reader, place.tenant, message) ?? []).sort(byTime),
    ...(page.next !== undefined && { next: page.next }),
    ...(gone > 0 && { unread: `${gone} ${gone === 1 ? 'message was' : 'messages were'} deleted before; Teams no longer gives the text.` }),
  }
}

type Paths = { page: string; post?: string; permission: string }

const pathsOf = (reference: Reference | undefined, place: { conversation: string; root: string }): Paths | string => {
  const conversation = encodeURIComponent(place.conversation)
  if (place.root === '-') return { page: `/chats/${conversation}/messages?$top=50`, permission: 'ChatMessage.Read.Chat' }
  if (reference?.aadGroupId === undefined) {
    return 'The earlier messages could not be read: Teams did not say which team this channel belongs to.'
  }
  const post = threadPath(reference.aadGroupId, place)
  return { page: `${post}/replies?$top=50`, post, permission: 'ChannelMessage.Read.Group' }
}

export const threadPath = (aadGroupId: string, place: { conversation: string; root: string }): string =>
  `/teams/${encodeURIComponent(aadGroupId)}/channels/${encodeURIComponent(place.conversation)}/messages/${encodeURIComponent(place.root)}`

/** Nothing for what is not talk: events of the channel, deleted messages, and our own cards. */
const messageOf = (reader: HistoryReader, tenant: string, message: GraphMessage): HeardMessage | undefined => {
  const author = message.from?.user ?? message.from?.application
  const isOurs = message.from?.application?.id === reader.appId
  if ((message.messageType ?? 'message') !== 'message' || message.deletedDateTime !== undefined || isOurs) return undefined
  const content = message.body?.content ?? ''
  return {
    id: message.id,
    author: { account: accountKeyOf(reader.platform, tenant, author?.id ?? ''), name: author?.displayName ?? 'somebody without a name' },
    postedAt: new Date(message.createdDateTime ?? Number(message.id)).toISOString(),
    text: message.body?.contentType === 'html' ? textOfHtml(content) : content,
    ...(message.webUrl !== undefined && { permalink: message.webUrl }),
    files: filesOfGraph(message, reader.files),
    raw: JSON.stringify(message),
  }
}

const byTime = (one: HeardMessage, other: HeardMessage) => (one.postedAt < other.postedAt ? -1 : one.postedAt > other.postedAt ? 1 : 0)
