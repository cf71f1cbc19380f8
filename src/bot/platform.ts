// The port to a chat platform, in our own words: what Slack, Teams, the playground and the terminal each can do for us.
import type { Member } from '../contracts/roster.ts'
import type { ConversationId, TalkFile, ThreadId, Visibility } from '../contracts/talk.ts'
import type { Card } from './card.ts'

/** A message as a platform tells it, read from history or heard as an event. */
export type HeardMessage = {
  id: string
  author: { account: string; name: string }
  postedAt: string
  text: string
  /** When it was last edited, as a history tells it. */
  edited?: string
  permalink?: string
  files: HeardFile[]
  /** The delivery exactly as it came, JSON. */
  raw?: string
}

/** A file on a platform: its bytes are fetched at capture, because a link to them dies with the conversation. */
export type HeardFile = TalkFile & { fetch?: () => Promise<Uint8Array> }

/** Something that happened to a thread we keep. */
export type Heard =
  | { type: 'message'; message: HeardMessage }
  | HeardEdit
  | HeardDeletion
  | { type: 'undeleted'; id: string; undeletedAt: string; text?: string }
  | { type: 'reaction'; id: string; emoji: string; by: string; at: string; added: boolean }

export type HeardEdit = {
  type: 'edited'
  id: string
  text: string
  editedAt: string
  author?: HeardMessage['author']
  postedAt?: string
  /** Changed by the platform itself, for a link preview: never shown as a person's edit. */
  system?: true
  /** The text before, and when that one was written, where the platform tells it: kept if we never received it. */
  previous?: { text: string; at: string }
  raw?: string
}

export type HeardDeletion = {
  type: 'deleted'
  id: string
  deletedAt: string
  author?: HeardMessage['author']
  postedAt?: string
  /** The text that was deleted, where the platform tells it: kept if we never received it. */
  previousText?: string
}

export type ThreadPage = {
  /** Oldest first. */
  messages: HeardMessage[]
  /** Where to go on reading; absent at the end. */
  next?: string
  /** How many messages the whole thread has, where the platform tells it. */
  total?: number
  /** What could not be read, a sentence for people. */
  unread?: string
  /** The platform takes no question for so many milliseconds: nothing was read, and it is asked again from the same place. */
  later?: number
}

export type ConversationFacts = { id: ConversationId; name: string; visibility: Visibility; members: Member[] | undefined }

/** Where a card goes: into a thread for all, to one person in it, or to a person alone. */
export type Destination =
  | { to: 'thread'; thread: ThreadId }
  | { to: 'person-in-thread'; thread: ThreadId; account: string }
  | { to: 'person'; account: string }

export type Outgoing = {
  /** The outbox id, which travels in the message, so that we can look whether it arrived. */
  id: string
  destination: Destination
  card: Card
  /** The platform's id of the message that this card replaces. */
  replaces?: string
  /** The outbox id of the card that this one replaces: for whoever does not know what the platform calls it, or whether it is sent yet. */
  replacesCard?: string
}

/** What became of a send: `unclear` is looked up by id before it is ever sent again. */
export type SendOutcome =
  | { result: 'sent'; message: string }
  | { result: 'later'; afterMs: number; reason: string }
  | { result: 'unclear'; reason: string }
  | { result: 'refused'; reason: string }

export type Platform = {
  name: 'slack' | 'teams' | 'playground' | 'terminal'
  /**
   * What a kept delivery says, read from its body alone, and from who was there for the names that it leaves out; the fetch of a file throws a
   * Refusal when it can never be had.
   */
  heard(body: string, members?: readonly Member[]): Heard[]
  /** One page of a thread's history, oldest first; a platform without history says so in `unread`. */
  readThread(thread: ThreadId, from?: string): Promise<ThreadPage>
  /** Name, visibility and members of a conversation now. */
  conversation(id: ConversationId): Promise<ConversationFacts>
  send(outgoing: Outgoing): Promise<SendOutcome>
  /** The platform's id of a message that carries this outbox id, if it is there. */
  findSent(outgoing: Outgoing): Promise<string | undefined>
}
