// The reading of one thread: how far it is, and who has it in hand.
import type { ThreadId } from '../contracts/talk.ts'

/** How far a history was read, by whoever read it. */
export type HistoryStep = {
  cursor: string | undefined
  messages: number
  files: number
  /** What could not be read so far, sentences for people. */
  unread: string | undefined
  /** ISO: when the thread was last told how far it is. */
  toldAt: string | undefined
  /** ISO: not to be gone on with before; undefined: at once. */
  due?: string
}
export type ClaimedHistory = Omit<HistoryStep, 'due'> & {
  id: string
  thread: ThreadId
  contract: string
  pass: 1 | 2
  /** Claims since the last page that was read; the pauses between them grow. */
  tries: number
  by: string
  fence: number
}
