// Checking a chain: which entries were altered, dropped, swapped or cut, told by recomputing everything from the entries themselves.
import { checkEntry, type StoredEntry } from './check-entry.ts'
import { checkLinks } from './check-links.ts'
import { genesis } from './entry.ts'

export type { StoredEntry } from './check-entry.ts'

export type Fault = {
  contract: string
  seq: number
  kind: 'altered' | 'missing' | 'repeated' | 'payload-missing' | 'unreadable' | 'not-anchored'
  text: string
}

export type ChainReport = {
  contract: string
  entries: number
  head: { seq: number; hash: string } | undefined
  erased: number
  gaps: number
  faults: Fault[]
}

export type ChainCheck = {
  /** The next entry as it lies in the store, in the order of seq. */
  add(stored: StoredEntry): void
  finish(): ChainReport
}

/** Checks a chain entry by entry; holds on to what is wrong only, however long the chain is. */
export const checkChain = (contract: string): ChainCheck => {
  const report: ChainReport = { contract, entries: 0, head: undefined, erased: 0, gaps: 0, faults: [] }
  const links = checkLinks()
  const payloads = { missing: [] as number[], erased: new Set<number>() }
  let last = { ...genesis(contract), isSound: true }
  const fault = (kind: Fault['kind'], seq: number, text: string, of = contract) => report.faults.push({ contract: of, seq, kind, text })

  const follow = (seq: number, prev: string): void => {
    if (seq === last.seq + 1 && last.isSound) links.link(seq, prev === last.hash)
    else links.interrupt()
    for (const gone of range(last.seq + 1, seq)) fault('missing', gone, 'is missing')
  }
  return {
    add(stored) {
      report.entries += 1
      if (stored.kind === 'gap') report.gaps += 1
      const { contract: of, seq, hash, prev, fault: found, hasPayload, erases } = checkEntry(contract, stored)
      if (found !== undefined) {
        fault('altered', seq, found, of)
        links.interrupt()
        if (seq === last.seq + 1) last = { seq, hash: '', isSound: false }
        return
      }
      for (const erased of erases) payloads.erased.add(erased)
      if (seq <= last.seq) return void fault('repeated', seq, 'stands twice')
      if (!hasPayload) payloads.missing.push(seq)
      follow(seq, prev)
      last = { seq, hash, isSound: true }
      report.head = { seq, hash }
    },
    finish() {
      for (const { seq, text } of links.finish()) fault('altered', seq, text)
      const lost = payloads.missing.filter((seq) => !payloads.erased.has(seq))
      for (const seq of lost) fault('payload-missing', seq, 'has lost its payload without an erasure')
      return { ...report, erased: payloads.missing.length - lost.length, faults: sorted(report.faults) }
    },
  }
}

/** By seq; an entry that is there but altered is not missing as well. */
const sorted = (faults: readonly Fault[]): Fault[] => {
  const named = new Set(faults.filter(({ kind }) => kind !== 'missing').map(({ contract, seq }) => `${contract}/${seq}`))
  const meant = faults.filter(({ kind, contract, seq }) => kind !== 'missing' || !named.has(`${contract}/${seq}`))
  return meant.sort((one, other) => one.seq - other.seq)
}

/** A chain whose entries are gone by the thousand is told by the first of them. */
const mostMissing = 1_000
const range = (from: number, to: number): number[] => Array.from({ length: Math.min(to - from, mostMissing) }, (_, index) => from + index)

/** Checks one contract's entries, given in the order of seq. */
export const verifyChain = (contract: string, stored: Iterable<StoredEntry>): ChainReport => {
  const check = checkChain(contract)
  for (const entry of stored) check.add(entry)
  return check.finish()
}
