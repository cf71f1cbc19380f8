// The note in a linked thread: posted once, and brought up to date while its older replies are being read, until it says what came of it.
import { createHash } from 'node:crypto'
import type { Contract, LinkedThread } from '../../contracts/contract.ts'
import type { Store } from '../../store/store.ts'
import { linkedNoteCard, type Reading } from '../cards/thread.ts'
import type { Platform } from '../platform.ts'
import { postCard } from '../post-card.ts'

export type Note = { store: Pick<Store, 'outbox' | 'people'>; platform: Platform; contract: Contract; link: LinkedThread }

/** Milliseconds between two states of a note: Slack takes fifty changes a minute of a whole workspace, and several threads may be read at once. */
const everyMs = 3_000

export const noteIdOf = (contract: string, { thread, seq }: LinkedThread): string =>
  `linked-${createHash('sha256')
    .update([contract, thread, String(seq)].join('\n'))
    .digest('hex')
    .slice(0, 32)}`

/** Posts the note as it reads now; false: it was posted before. */
export const postNote = async ({ store, platform, contract, link }: Note, reading?: Reading): Promise<boolean> =>
  postCard(store, {
    id: noteIdOf(contract.id, link),
    platform: platform.name,
    destination: { to: 'thread', thread: link.thread },
    card: linkedNoteCard(contract, await nameOf(store, link.by), reading),
  })

/**
 * Says in the thread how far the reading is: at its first page, then every few seconds, and at its end. Answers when the thread was last told
 * (ISO). Told twice by whoever reads a page again, it is shown once.
 */
export const tellReading = async (note: Note, reading: Reading, before: { toldAt: string | undefined; now: string }): Promise<string> => {
  const { toldAt, now } = before
  if (toldAt === undefined && (await postNote(note, reading))) return now
  const isDue = reading.isDone || toldAt === undefined || Date.parse(now) - Date.parse(toldAt) >= everyMs
  if (!isDue) return toldAt
  const { store, platform, contract, link } = note
  const id = noteIdOf(contract.id, link)
  await postCard(store, {
    id: `${id}-${reading.isDone ? 'read' : reading.messages}`,
    platform: platform.name,
    destination: { to: 'thread', thread: link.thread },
    card: linkedNoteCard(contract, await nameOf(store, link.by), reading),
    replacesCard: id,
  })
  return now
}

const nameOf = async (store: Note['store'], person: string): Promise<string> => (await store.people.get(person))?.name ?? 'somebody'
