// Anchors by themselves: what is signed is what was meant, and nobody else's.
import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Anchor, checkAnchor, noAnchor, readHead, signAnchor } from '../../../src/contracts/record/anchor.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const heads = ['C-2', 'C-10', 'COMPANY'].map((contract, seq) => ({ contract, seq, hash: String(seq).repeat(64) }))
const anchor = signAnchor({ at: '2026-01-01T00:00:00.000Z', previous: noAnchor, heads }, privateKey)
const faultOf = (line: string, previous = noAnchor, key = publicKey) => checkAnchor(line, previous, key).fault

test('an anchor as it was signed has nothing wrong with it, and its heads are read back', () => {
  expect(faultOf(JSON.stringify(anchor))).toBeUndefined()
  expect(anchor.heads.map(readHead)).toEqual([...heads].sort((one, other) => (one.contract < other.contract ? -1 : 1)))
})

test('signed with another key, or following another anchor', () => {
  expect(faultOf(JSON.stringify(anchor), noAnchor, stranger.publicKey)).toMatch('not signed')
  expect(faultOf(JSON.stringify(signAnchor({ at: anchor.at, previous: noAnchor, heads }, stranger.privateKey)))).toMatch('not signed')
  expect(faultOf(JSON.stringify(anchor), '1'.repeat(64))).toMatch('does not follow')
})

test('any change of any part is found', () => {
  const edit = fc.constantFrom<(held: Anchor) => unknown>(
    (held) => ({ ...held, at: '2027-01-01T00:00:00.000Z' }),
    (held) => ({ ...held, previous: '1'.repeat(64) }),
    (held) => ({ ...held, heads: held.heads.slice(1) }),
    (held) => ({ ...held, heads: [...held.heads].reverse() }),
    (held) => ({ ...held, heads: held.heads.map((head) => head.replace('0'.repeat(64), '7'.repeat(64))) }),
    (held) => ({ ...held, hash: '1'.repeat(64) }),
    (held) => ({ ...held, signature: held.signature.replace(/^../, 'AA') }),
    (held) => ({ ...held, signature: '' }),
    (held) => ({ ...held, v: 2 }),
    (held) => ({ ...held, more: true }),
    () => null,
    () => 5,
    () => [],
  )
  fc.assert(
    fc.property(edit, (change) => {
      expect(faultOf(JSON.stringify(change(anchor)))).toBeDefined()
    }),
  )
  fc.assert(
    fc.property(fc.string(), (line) => {
      expect(faultOf(line)).toBe('is not an anchor')
    }),
  )
})
