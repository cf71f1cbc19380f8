// One child process that reads files, seen from its parent: started, watched, ended by its own process id.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Reading } from '../document.ts'
import type { ReadingTask } from '../read-bytes.ts'
import { readablePaths } from './readable-paths.ts'
import { allowedMilliseconds, type ReaderLimits } from './reader-limits.ts'
import type { ReaderReport } from './reader-process.ts'

export type ReaderChild = { process: ChildProcess; filesRead: number; isEnded: boolean }

/** `childFailed` tells that the child went over its memory or died, in which its earlier files may have had a part. */
export type ChildReading = { reading: Reading; childFailed: boolean }

export const memoryReason = 'it needs more memory than a document may use'
export const timeReason = 'it takes longer than a document may take'
export const failureReason = 'it is damaged in a way that stops the reader'

const startMilliseconds = 30_000
const bytesPerMemoryPage = 4_096

/** Starts a child and waits until it is ready. @throws Error when it does not start, which is the machine's trouble and not a file's. */
export async function startReaderChild(limits: ReaderLimits): Promise<ReaderChild> {
  const child = fork(fileURLToPath(new URL('./reader-process.ts', import.meta.url)), [String(limits.residentMegabytes)], {
    env: {},
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--no-warnings', '--permission', '--allow-worker', ...readablePaths()],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const started: ReaderChild = { process: child, filesRead: 0, isEnded: false }
  child.once('exit', () => {
    started.isEnded = true
  })
  // An error event without a listener would end the parent; the exit or the deadline tells the same.
  child.on('error', () => undefined)
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The reader process ended before it was ready.')))
  const ready = once(child, 'message', { signal: AbortSignal.timeout(startMilliseconds) })
  try {
    await Promise.race([ready, ended])
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error('The reader process did not start.', { cause: error })
  } finally {
    ended.catch(() => undefined)
    ready.catch(() => undefined)
  }
  return started
}

/** Lets the parent end while the child waits, or keeps it alive while the child works. */
export function setIdle(child: ReaderChild, isIdle: boolean): void {
  if (isIdle) {
    child.process.unref()
    child.process.channel?.unref()
  } else {
    child.process.ref()
    child.process.channel?.ref()
  }
}

/** Ends a child by its own process id and waits until it is gone. */
export async function endReaderChild(child: ReaderChild): Promise<void> {
  if (child.isEnded) return
  const gone = once(child.process, 'exit')
  child.process.ref()
  child.process.kill('SIGKILL')
  await gone
}

/**
 * Reads one file in a child; a child that breaks a limit or dies is ended and gives the reason.
 * `spent` are the milliseconds that the file has had already.
 */
export async function readInChild(child: ReaderChild, task: ReadingTask, spent: number): Promise<ChildReading> {
  const { promise, resolve } = Promise.withResolvers<ChildReading>()
  const watch = watchChild(child, task.limits, spent, resolve)
  const onExit = (_code: number | null, signal: NodeJS.Signals | null): void => resolve(endedReading(signal))
  const onMessage = (report: ReaderReport): void => {
    if (report.type === 'pages') watch.pages = report.pages
    if (report.type === 'reading') resolve({ reading: report.reading, childFailed: false })
    if (report.type === 'failure') resolve(refused(failureReason, false))
  }
  child.process.on('message', onMessage).once('exit', onExit)
  child.filesRead++
  child.process.send(task, (error) => {
    if (error !== null) resolve(refused(failureReason, true))
  })
  try {
    return await promise
  } finally {
    clearInterval(watch.timer)
    child.process.off('message', onMessage).off('exit', onExit)
  }
}

function refused(reason: string, childFailed: boolean): ChildReading {
  return { reading: { ok: false, reason }, childFailed }
}

/** V8 aborts when its heap is full, and a system that is out of memory kills: both are memory. */
function endedReading(signal: NodeJS.Signals | null): ChildReading {
  return refused(signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' ? memoryReason : failureReason, true)
}

type Watch = { pages: number; timer: NodeJS.Timeout }

function watchChild(child: ReaderChild, limits: ReaderLimits, spent: number, resolve: (reading: ChildReading) => void): Watch {
  const started = performance.now() - spent
  const stop = (reason: string): void => {
    resolve(refused(reason, reason === memoryReason))
    child.process.kill('SIGKILL')
  }
  const watch: Watch = {
    pages: 0,
    timer: setInterval(async () => {
      if (performance.now() - started > allowedMilliseconds(limits, watch.pages)) stop(timeReason)
      else if ((await residentBytes(child)) > limits.residentMegabytes * 1_000_000) stop(memoryReason)
    }, limits.watchMilliseconds),
  }
  return watch
}

/** Resident memory of a child where the system tells it (Linux); elsewhere the child's own guard watches. */
async function residentBytes(child: ReaderChild): Promise<number> {
  if (process.platform !== 'linux') return 0
  try {
    const fields = (await readFile(`/proc/${child.process.pid}/statm`, 'latin1')).split(' ')
    return Number(fields[1]) * bytesPerMemoryPage
  } catch {
    // It has ended meanwhile, and its exit tells why.
    return 0
  }
}
