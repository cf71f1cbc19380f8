// Anchors: signed lists of heads kept outside of the database, because a chain alone cannot show a cut tail or a full rewrite.
import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const HeadLine = z.string().regex(/^\S+ \d+ [0-9a-f]{64}$/)

export const Anchor = z.strictObject({
  v: z.literal(1),
  /** When it was signed, ISO. */
  at: z.string(),
  /** The hash of the anchor before; of the first one 64 zeros. */
  previous: Hash,
  /** `contract seq hash` of the chains that moved since the anchor before, sorted. */
  heads: z.array(HeadLine),
  hash: Hash,
  /** Ed25519 over the hash, base64. */
  signature: z.string(),
})
export type Anchor = z.infer<typeof Anchor>

export type AnchoredHead = { contract: string; seq: number; hash: string }

export const noAnchor = '0'.repeat(64)

export const writeHead = ({ contract, seq, hash }: AnchoredHead): string => `${contract} ${seq} ${hash}`

export const readHead = (line: string): AnchoredHead => {
  const [contract = '', seq, hash = ''] = line.split(' ')
  return { contract, seq: Number(seq), hash }
}

const hashOf = ({ at, previous, heads }: Pick<Anchor, 'at' | 'previous' | 'heads'>): string =>
  createHash('sha256')
    .update(canonicalJson({ v: 1, at, previous, heads }))
    .digest('hex')

/** The next anchor; `previous` is the hash of the one before. */
export const signAnchor = (anchored: { at: string; previous: string; heads: readonly AnchoredHead[] }, key: KeyObject): Anchor => {
  const body = { at: anchored.at, previous: anchored.previous, heads: anchored.heads.map(writeHead).sort() }
  const hash = hashOf(body)
  return { v: 1, ...body, hash, signature: sign(null, Buffer.from(hash, 'hex'), key).toString('base64') }
}

/** Reads a line of an anchors file and says what is wrong with it. `previous` is the hash of the anchor before. */
export const checkAnchor = (line: string, previous: string, key: KeyObject): { anchor: Anchor | undefined; fault: string | undefined } => {
  const anchor = parse(line)
  if (!anchor) return { anchor, fault: 'is not an anchor' }
  if (hashOf(anchor) !== anchor.hash) return { anchor, fault: 'was altered: it does not match its hash' }
  if (!verify(null, Buffer.from(anchor.hash, 'hex'), key, Buffer.from(anchor.signature, 'base64'))) {
    return { anchor, fault: 'was not signed with the key of this record' }
  }
  return { anchor, fault: anchor.previous === previous ? undefined : 'does not follow the anchor before it: one is missing between them' }
}

const parse = (line: string): Anchor | undefined => {
  try {
    return Anchor.safeParse(JSON.parse(line)).data
  } catch {
    // No JSON at all: no anchor either.
    return undefined
  }
}
