// Folding: kept deliveries become entries in the record of every contract that their thread is linked to, by any of several processes.
import type { ClaimedDelivery, Store } from '../../store/store.ts'
import { bellOf } from '../bell.ts'
import type { Platform } from '../platform.ts'
import { workLoop } from '../work-loop.ts'
import { appendHeard } from './append-heard.ts'
import { createFileRetries, isFileRetry, retryOf } from './file-retries.ts'
import { type FoldStore, type Prepared, prepare } from './prepare.ts'
import { createKnownRosters, createSurroundings } from './surroundings.ts'

export type Folder = {
  /** Claims up to so many deliveries and folds them; how many were claimed. */
  foldOnce(limit?: number): Promise<number>
  /** Folds until the signal is aborted: woken when something was kept here, looking every second for what others kept. */
  run(signal: AbortSignal): Promise<void>
  /** When the files that are being fetched meanwhile are settled. */
  settled(): Promise<void>
}

export type FolderOptions = {
  store: FoldStore & Pick<Store, 'isAvailable'>
  platforms: { find(name: string): Platform | undefined }
  worker: string
  clock: () => Date
  report: (line: string) => void
}

const batch = 200
/** What goes to the database in one write, in bytes of deliveries. */
const batchBytes = 8 * 1024 * 1024
const idleMs = 1_000

export const createFolder = (options: FolderOptions): Folder => {
  const { store, worker, report } = options
  const known = createKnownRosters()
  const retries = createFileRetries(options)
  const release = async (claimed: ClaimedDelivery, reason: string) => {
    report(`The delivery ${claimed.id} could not be folded: ${reason}`)
    await store.inbox.release(worker, claimed, reason)
  }
  /** Appends them together; where that fails, one by one, so that none holds up the others. */
  const append = async (list: readonly Prepared[]): Promise<void> => {
    try {
      await appendHeard(store, known, list)
      await store.inbox.done(
        worker,
        list.map((one) => one.delivery),
      )
    } catch (error) {
      if (!(await store.isAvailable())) throw error
      if (list.length > 1) for (const one of list) await append([one])
      else for (const one of list) await release(one.delivery, reasonOf(error))
    }
  }
  const foldOnce = async (limit = batch): Promise<number> => {
    const claimed = await store.inbox.claim(worker, limit)
    const { true: files = [], false: deliveries = [] } = Object.groupBy(claimed, (one) => `${isFileRetry(one)}` as 'true' | 'false')
    const surroundings = createSurroundings(store)
    const { prepared, dropped, failed } = await prepare(options, surroundings, deliveries)
    if (dropped.length > 0) await store.inbox.done(worker, dropped)
    for (const { delivery, reason } of failed) await release(delivery, reason)
    for (const part of inParts(prepared)) {
      // A file that is still to come has its own delivery before its message counts as done.
      for (const retry of part.flatMap(retryOf)) await store.inbox.keep(retry)
      await append(part)
    }
    retries.start(files, surroundings)
    return claimed.length
  }
  const step = async () => {
    await store.inbox.replaySpool()
    return foldOnce()
  }
  const tell = (error: unknown) => report(`Folding stopped for a moment: ${reasonOf(error)}`)
  return {
    foldOnce,
    run: async (signal) => {
      await workLoop({ step, bell: bellOf(store.inbox), idleMs, report: tell }, signal)
      await retries.settled()
    },
    settled: retries.settled,
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Parts that go to the database in one write each. */
const inParts = (prepared: readonly Prepared[]): Prepared[][] => {
  const parts: Prepared[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const one of prepared) {
    const size = one.delivery.body.length
    if (bytes + size > batchBytes) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(one)
    bytes += size
  }
  return parts
}
