// A reaction names the message, not the thread that it stands in: the record knows that, or else Slack does.
import { z } from 'zod'
import { messageId, type ThreadId } from '../../contracts/talk.ts'
import type { Talk } from './heard.ts'
import { conversationIdOf, threadIdOf } from './ids.ts'
import type { Parts } from './parts.ts'

const Replies = z.looseObject({ messages: z.array(z.looseObject({ ts: z.string(), thread_ts: z.string().optional() })) })

/** Undefined where no thread of that conversation is linked, or nobody knows. */
export const threadOfReaction = async (parts: Parts, { channel, message }: Talk): Promise<ThreadId | undefined> => {
  const conversation = conversationIdOf(parts.teams, channel)
  const linked = await parts.store.threads.ofConversation(conversation)
  if (linked.length === 0) return undefined
  const asRoot = threadIdOf(parts.teams, channel, message)
  if (linked.some(({ thread }) => thread === asRoot)) return asRoot
  const contracts = [...new Set(linked.flatMap((row) => row.contracts))]
  return (await parts.store.threads.ofMessage(messageId(conversation, message), contracts)) ?? (await askedOfSlack(parts, channel, message))
}

const askedOfSlack = async (parts: Parts, channel: string, message: string): Promise<ThreadId | undefined> => {
  const reply = await parts.call('conversations.replies', { channel, ts: message, limit: 1 })
  if (!reply.ok) return undefined
  const found = Replies.safeParse(reply.body).data?.messages.find(({ ts }) => ts === message)
  return found && threadIdOf(parts.teams, channel, found.thread_ts ?? found.ts)
}
