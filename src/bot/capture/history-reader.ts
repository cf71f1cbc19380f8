// The worker that reads on: histories that are due, a page at a time, whoever linked their threads.

import { createHash } from 'node:crypto'
import { accountKey } from '../../contracts/identity.ts'
import type { ClaimedHistory } from '../../store/store.ts'
import { bellOf } from '../bell.ts'
import { historyReadCard, type Reading } from '../cards/thread.ts'
import type { Platform } from '../platform.ts'
import { postCard } from '../post-card.ts'
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
    else {
      const page = await readPage({ store, platform, clock, claim })
      if (page.isLast && page.reading) await tellWhoLinked(store, platform, claim, page.reading)
    }
    return 1
  }
  const tell = (error: unknown) => report(`A history could not be read yet: ${error instanceof Error ? error.message : error}`)
  return { readOnce, run: (signal) => workLoop({ step: readOnce, bell: bellOf(store.threads), idleMs, report: tell }, signal) }
}

/** Whoever linked was told that older replies are still being read; now they are. The second reading is nobody's concern. */
const tellWhoLinked = async (store: Options['store'], platform: Platform, claim: ClaimedHistory, reading: Reading): Promise<void> => {
  const contract = await store.contracts.state(claim.contract)
  const link = contract?.threads.find(({ thread, active }) => thread === claim.thread && active)
  const person = link && (await store.people.get(link.by))
  const account = person?.accounts.find((one) => one.platform === platform.name)
  if (claim.pass !== 1 || !contract || !account) return
  await postCard(store, {
    id: `read-${createHash('sha256').update(`${claim.id} ${claim.by}`).digest('hex').slice(0, 32)}`,
    platform: platform.name,
    destination: { to: 'person-in-thread', thread: claim.thread, account: accountKey(account) },
    card: historyReadCard(contract, reading),
  })
}
