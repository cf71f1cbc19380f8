// Checking one entry by itself, before anything in it is believed.
import { Header, hashHeader, hashPayload } from './entry.ts'

/** An entry as it lies in the store. */
export type StoredEntry = Record<string, unknown>

export type CheckedEntry = {
  /** Which entry it is: told by its name in the store (`C-142/7`) where it has one, else by its own words. */
  contract: string
  seq: number
  hash: string
  prev: string
  /** What is wrong with it. */
  fault: string | undefined
  hasPayload: boolean
  /** The entries whose payload this one accounts for, if it is an erasure. */
  erases: number[]
}

export const checkEntry = (contract: string, stored: StoredEntry): CheckedEntry => {
  const { hash, payload, salt, _id, ...header } = stored
  const name = /^(.+)\/(\d+)$/.exec(String(_id))
  const ownSeq = typeof header.seq === 'number' ? header.seq : -1
  return {
    contract: name?.[1] ?? contract,
    seq: name ? Number(name[2]) : ownSeq,
    hash: String(hash),
    prev: String(header.prev),
    fault: faultOf(contract, stored),
    hasPayload: !isGone(payload),
    erases: header.kind === 'erasure' && typeof payload === 'string' ? erasedBy(payload) : [],
  }
}

const isGone = (payload: unknown): boolean => payload === undefined || payload === null

const faultOf = (contract: string, { hash, payload, salt, _id, ...header }: StoredEntry): string | undefined => {
  const parsed = Header.safeParse(header)
  if (!parsed.success) return `has a header that is not one: ${parsed.error.issues[0]?.path.join('.') || 'shape'}`
  if (hashHeader(parsed.data) !== hash) return 'was altered: its header does not match its hash'
  if (parsed.data.contract !== contract) return 'belongs to another contract'
  if (_id !== undefined && _id !== `${contract}/${parsed.data.seq}`) return "stands in another entry's place"
  if (isGone(payload) && isGone(salt)) return undefined
  if (typeof payload !== 'string' && !isGone(payload)) return 'was altered: its payload is not text'
  if (isGone(payload)) return undefined
  if (typeof salt !== 'string' || hashPayload(salt, payload as string) !== parsed.data.payloadHash) {
    return 'was altered: its payload does not match its hash'
  }
  return undefined
}

const erasedBy = (payload: string): number[] => {
  try {
    const { seqs } = JSON.parse(payload) as { seqs?: unknown }
    return Array.isArray(seqs) ? seqs.filter((seq) => typeof seq === 'number') : []
  } catch {
    // Not what an erasure holds, so it erases nothing; that it was altered its hash tells.
    return []
  }
}
