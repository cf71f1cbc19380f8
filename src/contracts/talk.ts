// Talk: what people wrote or said about a contract, with every version of it, who may see it, and when it vanished.
import { z } from 'zod'

/** `teams:<tenant>:<conversation>`: a channel, a group chat or a personal chat. */
export type ConversationId = string
/** `<conversation id>|<root message id>`; the root of a chat without threads is `-`. */
export type ThreadId = string
/** `<conversation id>|m|<id of the message on its platform>` */
export type MessageId = string

export const threadId = (conversation: ConversationId, root: string): ThreadId => `${conversation}|${root}`
export const conversationOf = (thread: ThreadId): ConversationId => thread.slice(0, thread.lastIndexOf('|'))
export const messageId = (conversation: ConversationId, id: string): MessageId => `${conversation}|m|${id}`

/** shared: a person of the named counterparty was there when it was said; fixed at capture (rule P3). */
export const Audience = z.enum(['internal', 'shared'])
export type Audience = z.infer<typeof Audience>
/** contract: everyone who may read the contract; members: only who was or is in the conversation (rule P4). */
export const Visibility = z.enum(['contract', 'members'])
export type Visibility = z.infer<typeof Visibility>

export const TalkAuthor = z.object({ account: z.string().optional(), person: z.string().optional(), name: z.string() })
export type TalkAuthor = z.infer<typeof TalkAuthor>

export const TalkFile = z.object({
  name: z.string(),
  /** Set once its bytes are kept. */
  sha256: z.string().optional(),
  size: z.number().optional(),
  /** Under what the platform shows it, if it is a picture that it can show; `alt`: what whoever shared it says is to be seen. */
  picture: z.object({ id: z.string(), alt: z.string().optional() }).optional(),
  /** Why its bytes are not kept yet. */
  pending: z.string().optional(),
  /** Why its bytes could not be kept. */
  missing: z.string().optional(),
})
export type TalkFile = z.infer<typeof TalkFile>

export type TalkText = { text: string; at: string; seq: number; origin: 'original' | 'edit' | 'recovered' | 'system' }

/** One message (or call, or mail) with its whole life; a fold of the entries that name it, whatever their order of arrival. */
export type TalkMessage = {
  contract: string
  message: MessageId
  thread: ThreadId
  kind: 'message' | 'call' | 'mail'
  author: TalkAuthor
  postedAt: string
  /** False when only an edit or a deletion arrived: the text was never received. */
  received: boolean
  texts: TalkText[]
  removals: { removed: boolean; at: string; seq: number }[]
  reactions: { emoji: string; by: string; at: string; added: boolean; seq: number }[]
  files: (TalkFile & { seq: number })[]
  audience: Audience
  visibility: Visibility
  /** Hash of the list of members at that time; the lists are kept by membership entries. */
  roster: string | undefined
  permalink: string | undefined
  /** Read from the history of the thread when it was linked, not heard when it was said. */
  backfilled: boolean
  /** The entries folded in, so that folding one twice changes nothing. */
  seqs: number[]
}
