// What was said in a thread before it was linked, page by page, at the pace that Slack allows.
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { accountKey } from '../../contracts/identity.ts'
import type { ThreadId } from '../../contracts/talk.ts'
import type { HeardMessage, ThreadPage } from '../platform.ts'
import { type Call, type Reply, SlackFailure } from './api.ts'
import { isOwn, Message } from './body.ts'
import { type Ear, messageIn } from './heard.ts'
import { instantOf, placeOf } from './ids.ts'
import type { People } from './people.ts'
import type { Self } from './self.ts'

export type HistoryReader = { call: Call; ear: Ear; people: People; self: Self }

const Page = z.looseObject({
  messages: z.array(z.unknown()),
  response_metadata: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
})

/** The first message of a thread says how many replies it has. */
const Root = z.looseObject({ ts: z.string(), reply_count: z.number().optional() })

/** As many as Slack gives in a page; an app that may have fewer gets fewer, and a cursor. */
const pageSize = 200
/** Milliseconds that a reader waits for Slack itself; a longer pause is left to the next reading. */
const longestWait = 5_000

/** Refusals that will not change by themselves, in words for people. */
const unread: Record<string, string> = {
  thread_not_found: 'Slack no longer has this thread.',
  channel_not_found: 'The earlier messages could not be read: I am not in this conversation. Invite me, then link again.',
  not_in_channel: 'The earlier messages could not be read: I am not in this channel. Invite me, then link again.',
  missing_scope: 'The earlier messages could not be read: the app lacks the right to read history here.',
}

/** Throws a SlackFailure when it may be tried again. */
export const readHistory = async (reader: HistoryReader, thread: ThreadId, cursor: string | undefined): Promise<ThreadPage> => {
  const { channel, root } = placeOf(thread)
  if (root === undefined) return { messages: [], unread: 'This is no thread of Slack.' }
  const told = { channel, ts: root, limit: pageSize, ...(cursor !== undefined && { cursor }) }
  const reply = await patiently(() => reader.call('conversations.replies', told))
  if (!reply.ok) {
    const reason = unread[reply.error]
    if (reason !== undefined) return { messages: [], unread: reason }
    if (reply.retryAfterMs !== undefined) return { messages: [], later: reply.retryAfterMs }
    throw new SlackFailure('conversations.replies', reply)
  }
  const page = Page.parse(reply.body)
  const next = page.response_metadata?.next_cursor || undefined
  const replies = Root.safeParse(page.messages.find((one) => Root.safeParse(one).data?.ts === root)).data?.reply_count
  return {
    ...(await pageOf(reader, channel, page.messages, root, cursor)),
    ...(next !== undefined && { next }),
    ...(replies !== undefined && { total: replies + 1 }),
  }
}

const patiently = async (act: () => Promise<Reply>): Promise<Reply> => {
  const reply = await act()
  if (reply.ok || reply.retryAfterMs === undefined || reply.retryAfterMs > longestWait) return reply
  await wait(reply.retryAfterMs)
  return act()
}

/** Slack puts the first message of the thread on every page. */
const pageOf = async (
  reader: HistoryReader,
  channel: string,
  list: readonly unknown[],
  root: string,
  cursor: string | undefined,
): Promise<ThreadPage> => {
  const read = list
    .map((one) => Message.safeParse(one).data)
    .filter((one) => one !== undefined)
    .filter((one) => cursor === undefined || one.ts !== root)
  const own = await reader.self()
  const theirs = read.filter((one) => one.subtype !== 'tombstone' && !isOwn(own, one))
  const known = await knownOf(reader.people, theirs)
  const messages = theirs.flatMap((one): HeardMessage[] => {
    const message = messageIn(reader.ear, one, channel, (user) => known.get(user))
    const edited = one.edited?.ts
    return message ? [{ ...message, ...(edited !== undefined && { edited: instantOf(edited) }), raw: JSON.stringify(one) }] : []
  })
  const gone = read.filter((one) => one.subtype === 'tombstone').length
  const sorted = messages.sort((one, other) => Number(one.id) - Number(other.id))
  if (gone === 0) return { messages: sorted }
  return {
    messages: sorted,
    unread: `${gone} ${gone === 1 ? 'message was' : 'messages were'} deleted before; Slack no longer gives the text.`,
  }
}

/** Authors, and those who are mentioned. */
const knownOf = async (people: People, messages: readonly Message[]): Promise<Map<string, { account: string; name: string }>> => {
  const mentioned = messages.flatMap(({ text = '' }) => [...text.matchAll(/<@([A-Z0-9]+)/g)].map(([, user]) => user ?? ''))
  const users = new Set([...messages.flatMap(({ user }) => user ?? []), ...mentioned])
  const found = await Promise.all([...users].map(async (user) => [user, await people.find(user)] as const))
  return new Map(found.flatMap(([user, known]) => (known ? [[user, { account: accountKey(known.account), name: known.name }]] : [])))
}
