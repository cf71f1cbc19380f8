// An invocation: what somebody asked us, from whichever door, in one shape.
import type { Account } from '../contracts/identity.ts'
import type { ConversationId, MessageId, ThreadId } from '../contracts/talk.ts'

export type Door = 'typed' | 'mention' | 'shortcut' | 'button' | 'terminal'

/** What the platform tells of the account that speaks. */
export type Speaker = {
  account: Account
  name: string
  email?: string
  zone?: string
  /** Home elsewhere, a guest, or one of ours: what the platform vouches for at this moment. */
  standing: 'member' | 'guest' | 'outsider'
}

/** A file that came with the words, not fetched yet. */
export type IncomingFile = { name: string; size?: number; fetch(): Promise<Uint8Array> }

export type Invocation = {
  /** The same for every delivery of the same act: one act has one effect and one visible answer. */
  id: string
  door: Door
  text: string
  /** What was filled into a form, by the names of its inputs. */
  fields: Record<string, string>
  speaker: Speaker
  conversation?: { id: ConversationId; name: string; private: boolean }
  /** The thread in which it was said, if it was in one. */
  thread?: ThreadId
  /** The message that a shortcut was used on. */
  message?: MessageId
  /** Messages named together with the words, instead of those that would be found. */
  cites?: readonly MessageId[]
  /** The message that holds these very words, where they are talk of the thread as well. */
  said?: MessageId
  files: IncomingFile[]
}
