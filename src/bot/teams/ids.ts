// The one codec of ids: Teams' conversation and message ids to ours, and back.
import { accountKey } from '../../contracts/identity.ts'
import { type ConversationId, conversationOf, type ThreadId, threadId } from '../../contracts/talk.ts'

export type PlatformName = 'teams' | 'playground'

/** `19:abc@thread.tacv2;messageid=1700000000000` is the thread of one post in the channel `19:abc@thread.tacv2`. */
export const bareConversation = (id: string): string => id.split(';')[0] ?? id

/** The id of the post that a channel thread hangs on; `-` where a conversation has no threads. */
export const rootOf = (id: string): string => /;messageid=([^;]+)/.exec(id)?.[1] ?? '-'

export const conversationIdOf = (platform: PlatformName, tenant: string, id: string): ConversationId =>
  `${platform}:${tenant}:${bareConversation(id)}`

export const threadIdOf = (platform: PlatformName, tenant: string, id: string): ThreadId =>
  threadId(conversationIdOf(platform, tenant, id), rootOf(id))

export type Place = { tenant: string; conversation: string; root: string }

/** A conversation's or a thread's parts as Teams writes them. Throws for an id that is not one of ours. */
export const placeOf = (id: ConversationId | ThreadId): Place => {
  const bar = id.lastIndexOf('|')
  const found = /^(?:teams|playground):([^:]*):(.+)$/s.exec(bar < 0 ? id : conversationOf(id))
  if (!found) throw new Error(`not a conversation of Teams: ${id}`)
  return { tenant: found[1] ?? '', conversation: found[2] ?? '', root: bar < 0 ? '-' : id.slice(bar + 1) }
}

/** Where a message of that thread is written to: the post's thread, or the conversation itself. */
export const addressOf = ({ conversation, root }: Place): string => (root === '-' ? conversation : `${conversation};messageid=${root}`)

export const accountOf = (platform: PlatformName, tenant: string, id: string) => ({ platform, home: tenant, id }) as const

export const accountKeyOf = (platform: PlatformName, tenant: string, id: string): string => accountKey(accountOf(platform, tenant, id))

/** The id part of an account key: `teams:<tenant>:<id>`. */
export const idOfAccountKey = (account: string): string => account.split(':').slice(2).join(':')
