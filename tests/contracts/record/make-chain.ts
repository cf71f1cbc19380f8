// Chains for tests: entries of every sort, chained as the record chains them.
import { chain, type Draft, type Entry, genesis, type Head, hashHeader, hashPayload } from '../../../src/contracts/record/entry.ts'

export const noteDraft = (key: string): Draft => ({
  kind: 'decision',
  key,
  actor: 'P-1',
  source: 'test',
  payload: { decision: `D-${key}`, text: `we agreed on ${key}`, cites: [] },
})

export const chainOf = (contract: string, drafts: readonly Draft[]): Entry[] => {
  const entries: Entry[] = []
  let head: Head = genesis(contract)
  for (const [index, draft] of drafts.entries()) {
    const entry = chain(contract, head, draft, new Date(1_700_000_000_000 + index * 1000).toISOString())
    entries.push(entry)
    head = { seq: entry.seq, hash: entry.hash }
  }
  return entries
}

export const makeChain = (contract: string, length: number): Entry[] =>
  chainOf(
    contract,
    Array.from({ length }, (_, index) => noteDraft(String(index))),
  )

/** As an entry lies in the store. */
export type Row = Entry & { _id: string }
export const rowsOf = (entries: readonly Entry[]): Row[] => entries.map((entry) => ({ ...entry, _id: `${entry.contract}/${entry.seq}` }))

/** Somebody who knows how hashes are made makes the entry look sound by itself. */
export const rehashed = ({ _id, hash, payload, salt, ...header }: Row): Row => {
  const sound = { ...header, payloadHash: payload === undefined || salt === undefined ? header.payloadHash : hashPayload(salt, payload) }
  return { _id, ...sound, hash: hashHeader(sound), payload, salt }
}
