// An entry of the record: a header that the chain hashes, and a payload with its salt outside of it.
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, type Json } from './canonical-json.ts'
import type { EntryKind, Payloads } from './kinds.ts'

const sha256 = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const Header = z.strictObject({
  v: z.literal(1),
  contract: z.string(),
  seq: z.int().nonnegative(),
  /** Unknown kinds are kept and verified, so that an older program can check a newer record. */
  kind: z.string(),
  /** Natural key: the same event has the same key, whichever way and however often it arrives. */
  key: z.string(),
  /** A person id, an account key, or `throughline`. */
  actor: z.string(),
  /** Time of the server that appended it, ISO with milliseconds. */
  at: z.iso.datetime({ precision: 3 }),
  /** Where it came from: a platform, `import`, `terminal`. */
  source: z.string(),
  payloadHash: Hash,
  prev: Hash,
})
export type Header = z.infer<typeof Header>

/** Payload and salt are unset by erasure, the only update that an entry ever gets. */
export type Entry = Header & { hash: string; payload: string | undefined; salt: string | undefined }

/** What a rule wants to append; the record adds its place in the chain. */
export type Draft<Kind extends EntryKind = EntryKind> = {
  [K in Kind]: { kind: K; key: string; actor: string; source: string; payload: Payloads[K] }
}[Kind]

export type Head = { seq: number; hash: string }

/** The head before the first entry: binds the chain to its contract. */
export const genesis = (contract: string): Head => ({ seq: -1, hash: sha256('throughline record of ', contract) })

export const hashHeader = (header: Header): string => sha256(canonicalJson(header))

export const hashPayload = (salt: string, payload: string): string => sha256(Buffer.from(salt, 'hex'), payload)

/** The next entry of a chain. `at` is the server's clock, ISO. */
export const chain = (contract: string, head: Head, draft: Draft, at: string): Entry => {
  const payload = canonicalJson(draft.payload as Json)
  const salt = randomBytes(16).toString('hex')
  const header: Header = {
    v: 1,
    contract,
    seq: head.seq + 1,
    kind: draft.kind,
    key: draft.key,
    actor: draft.actor,
    at,
    source: draft.source,
    payloadHash: hashPayload(salt, payload),
    prev: head.hash,
  }
  return { ...header, hash: hashHeader(header), payload, salt }
}
