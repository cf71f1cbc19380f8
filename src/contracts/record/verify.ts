// Checking a chain: which entries were altered, dropped, swapped or cut, told by recomputing everything from the entries themselves.
import { genesis, Header, hashHeader, hashPayload } from './entry.ts'

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

/** An entry as it lies in the store, before anything in it is believed. */
export type StoredEntry = Record<string, unknown>

type Link = { seq: number; hash: string; follows: boolean }

/** Verifies one contract's entries, given in the order in which they are stored by seq. */
export const verifyChain = (contract: string, stored: readonly StoredEntry[]): ChainReport => {
  const faults: Fault[] = []
  const links: Link[] = []
  const erased = erasedSeqs(stored)
  let expected = genesis(contract)
  for (const raw of stored) {
    const seq = typeof raw.seq === 'number' ? raw.seq : expected.seq + 1
    for (let gone = expected.seq + 1; gone < Math.min(seq, expected.seq + 1001); gone += 1) {
      faults.push({ contract, seq: gone, kind: 'missing', text: 'is missing' })
    }
    if (seq <= expected.seq) faults.push({ contract, seq, kind: 'repeated', text: 'stands twice' })
    const fault = faultOf(contract, seq, raw, erased)
    if (fault) faults.push(fault)
    const follows = raw.prev === expected.hash || seq !== expected.seq + 1
    if (!fault) links.push({ seq, hash: String(raw.hash), follows })
    expected = { seq: Math.max(seq, expected.seq), hash: String(raw.hash) }
  }
  faults.push(...brokenLinks(contract, links, faults))
  return {
    contract,
    entries: stored.length,
    head: stored.length > 0 ? expected : undefined,
    erased: stored.filter((raw) => raw.payload === undefined || raw.payload === null).length,
    gaps: stored.filter((raw) => raw.kind === 'gap').length,
    faults: faults.sort((one, other) => one.seq - other.seq),
  }
}

/** Entries whose payload an erasure entry accounts for. */
const erasedSeqs = (stored: readonly StoredEntry[]): Set<number> => {
  const erasures = stored.filter((raw) => raw.kind === 'erasure' && typeof raw.payload === 'string')
  return new Set(erasures.flatMap((raw) => seqsOf(String(raw.payload))))
}

const seqsOf = (payload: string): number[] => {
  try {
    const { seqs } = JSON.parse(payload) as { seqs?: unknown }
    return Array.isArray(seqs) ? seqs.filter((seq) => typeof seq === 'number') : []
  } catch {
    return []
  }
}

const faultOf = (contract: string, seq: number, raw: StoredEntry, erased: Set<number>): Fault | undefined => {
  const { hash, payload, salt, _id, __v, ...header } = raw
  const parsed = Header.safeParse(header)
  const altered = (text: string): Fault => ({ contract, seq, kind: 'altered', text })
  if (!parsed.success) return altered(`has a header that is not one: ${parsed.error.issues[0]?.path.join('.') || 'shape'}`)
  if (parsed.data.contract !== contract) return altered('belongs to another contract')
  if (hashHeader(parsed.data) !== hash) return altered('was altered: its header does not match its hash')
  if (payload === undefined || payload === null) {
    return erased.has(seq) ? undefined : { contract, seq, kind: 'payload-missing', text: 'has lost its payload without an erasure' }
  }
  if (typeof payload !== 'string' || typeof salt !== 'string' || hashPayload(salt, payload) !== parsed.data.payloadHash) {
    return altered('was altered: its payload does not match its hash')
  }
  return undefined
}

/**
 * A link between two sound entries is broken when one of them was rewritten together with its hash: the earlier one,
 * unless the link after the later one is broken too, which then was the rewritten one.
 */
const brokenLinks = (contract: string, links: Link[], known: Fault[]): Fault[] => {
  const named = new Set(known.map((fault) => fault.seq))
  const faults: Fault[] = []
  links.forEach((link, index) => {
    const before = links[index - 1]
    if (link.follows || named.has(link.seq)) return
    const next = links[index + 1]
    const seq = next && !next.follows ? link.seq : Math.max(before?.seq ?? link.seq, 0)
    if (named.has(seq) || named.has(link.seq - 1)) return
    named.add(seq)
    faults.push({ contract, seq, kind: 'altered', text: 'was rewritten: the entry after it was chained to another one' })
  })
  return faults
}
