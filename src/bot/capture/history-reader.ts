// The worker that reads on: histories that are due, a page at a time, whoever linked their threads.

import { bellOf } from '../bell.ts'
import type { Platform } from '../platform.ts'
import { workLoop } from '../work-loop.ts'
import { type HistoryStore, readPage } from './read-history.ts'

export type HistoryReader = {
  /** Reads one page of the history that has been due longest; zero: none is due. */
  readOnce(): Promise<number>
  run(signal: AbortSignal): Promise<void>
}

type Options = {
  store: HistoryStore
  platforms: { find(name: string): Platform | undefined }
  worker: string
  clock: () => Date
  report: (line: string) => void
}

const idleMs = 5_000

export const createHistoryReader = ({ store, platforms, worker, clock, report }: Options): HistoryReader => {
  const readOnce = async (): Promise<number> => {
    const claim = await store.threads.claimHistory(worker, clock().toISOString())
    if (!claim) return 0
    const name = claim.thread.slice(0, claim.thread.indexOf(':'))
    const platform = platforms.find(name)
    if (!platform) report(`The history of a thread on ${name} cannot be read: ${name} is not configured here.`)
    else await readPage({ store, platform, claim })
    return 1
  }
  const tell = (error: unknown) => report(`A history could not be read yet: ${error instanceof Error ? error.message : error}`)
  return { readOnce, run: (signal) => workLoop({ step: readOnce, bell: bellOf(store.threads), idleMs, report: tell }, signal) }
}
