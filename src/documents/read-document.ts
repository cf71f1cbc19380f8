// Reads files that strangers sent, safely: in a few child processes with limits, so that no file can stop or slow the bot.

import type { Reading } from './document.ts'
import { documentType, refusedTypeReason } from './document-type.ts'
import type { ReadingTask } from './read-bytes.ts'
import { type ChildReading, endReaderChild, type ReaderChild, readInChild, setIdle, startReaderChild } from './reader/reader-child.ts'
import { defaultReaderLimits, type ReaderLimits, tooLarge } from './reader/reader-limits.ts'

export type * from './document.ts'
export { documentType } from './document-type.ts'
export { safeFileName } from './safe-file-name.ts'
export type { ReaderLimits }

/** `meaning`: parties, clauses and fields too, found in the child process as well. */
export type Wanted = { meaning?: boolean }

export type Reader = {
  /** Reads a file by its bytes and name. A file that cannot be read is an answer with its reason, never an error. */
  read(bytes: Uint8Array, name: string, wanted?: Wanted): Promise<Reading>
  /** Ends the children; files that still wait get an answer. */
  close(): Promise<void>
}

type Pool = {
  limits: ReaderLimits
  free: ReaderChild[]
  busy: Set<ReaderChild>
  places: number
  waiting: (() => void)[]
  isClosed: boolean
}

const closedReading: Reading = { ok: false, reason: 'the reader was stopped' }

/**
 * A reader with its own children, started when they are needed, kept from file to file; they do not keep the process alive.
 * `now` gives the time in milliseconds by which a mail's date lies in the future.
 */
export function createReader(limits: Partial<ReaderLimits> = {}, now: () => number = Date.now): Reader {
  const all = { ...defaultReaderLimits, ...limits }
  const pool: Pool = { limits: all, free: [], busy: new Set(), places: all.children, waiting: [], isClosed: false }
  return {
    async read(bytes, name, { meaning = false } = {}) {
      if (bytes.length > all.mostBytes) return { ok: false, reason: tooLarge(all) }
      const type = documentType(name, bytes)
      if (type === undefined) return { ok: false, reason: refusedTypeReason(name, bytes) }
      return readInPool(pool, { type, bytes, now: now(), meaning, limits: all })
    },
    async close() {
      pool.isClosed = true
      for (const next of pool.waiting.splice(0)) next()
      await Promise.all([...pool.free.splice(0), ...pool.busy].map(endReaderChild))
    },
  }
}

async function readInPool(pool: Pool, task: ReadingTask): Promise<Reading> {
  await takePlace(pool)
  try {
    const first = await readOnce(pool, task, pool.free.pop(), 0)
    // Earlier files may have left their memory behind or hurt the child: then only a fresh child's verdict counts.
    const isFair = !first.childFailed || first.filesBefore === 0 || pool.isClosed
    if (isFair) return first.reading
    const second = await readOnce(pool, task, undefined, first.milliseconds)
    return second.reading.ok || second.childFailed ? second.reading : first.reading
  } finally {
    leavePlace(pool)
  }
}

async function takePlace(pool: Pool): Promise<void> {
  if (pool.places > 0) {
    pool.places--
    return
  }
  await new Promise<void>((resolve) => pool.waiting.push(resolve))
}

function leavePlace(pool: Pool): void {
  const next = pool.waiting.shift()
  if (next === undefined) pool.places++
  else next()
}

type Attempt = ChildReading & { filesBefore: number; milliseconds: number }

const stopped: Attempt = { reading: closedReading, childFailed: false, filesBefore: 0, milliseconds: 0 }

async function readOnce(pool: Pool, task: ReadingTask, kept: ReaderChild | undefined, spent: number): Promise<Attempt> {
  if (pool.isClosed) return stopped
  const child = kept !== undefined && !kept.isEnded ? kept : await startReaderChild(pool.limits)
  const filesBefore = child.filesRead
  const started = performance.now()
  pool.busy.add(child)
  setIdle(child, false)
  try {
    // It may have been closed while the child was starting.
    const answer = pool.isClosed ? stopped : await readInChild(child, task, spent)
    const reading = pool.isClosed && !answer.reading.ok ? closedReading : answer.reading
    return { ...answer, reading, filesBefore, milliseconds: performance.now() - started }
  } finally {
    pool.busy.delete(child)
    putBack(pool, child)
  }
}

function putBack(pool: Pool, child: ReaderChild): void {
  const isUsable = child.process.connected && !child.process.killed && child.filesRead < pool.limits.filesPerChild
  setIdle(child, true)
  if (isUsable && !pool.isClosed) pool.free.push(child)
  else child.process.kill('SIGKILL')
}
