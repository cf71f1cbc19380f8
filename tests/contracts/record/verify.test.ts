// Checking a chain: whatever is done to its entries, the verdict names the entry that it was done to.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../src/contracts/record/entry.ts'
import { type ChainReport, type StoredEntry, verifyChain } from '../../../src/contracts/record/verify.ts'
import { chainOf, makeChain, noteDraft, type Row, rehashed, rowsOf } from './make-chain.ts'

const contract = 'C-7'
const length = 12
const whole = rowsOf(makeChain(contract, length))
const bySeq = (rows: StoredEntry[]): StoredEntry[] => [...rows].sort((one, other) => Number(one.seq) - Number(other.seq))
const named = (report: ChainReport): number[] => [...new Set(report.faults.map(({ seq }) => seq))]

test('a whole chain has no faults, and its head is its last entry', () => {
  const { hash } = whole.at(-1) as Row
  expect(verifyChain(contract, whole)).toEqual({
    contract,
    entries: length,
    head: { seq: length - 1, hash },
    erased: 0,
    gaps: 0,
    faults: [],
  })
  expect(verifyChain(contract, [])).toEqual({ contract, entries: 0, head: undefined, erased: 0, gaps: 0, faults: [] })
})

const place = fc.nat({ max: length - 1 })
/** What is done to the last entry so that it looks sound only an anchor can tell; and of the two last ones which, nobody else can. */
const placeBeforeLast = fc.nat({ max: length - 3 })
const texts = fc.string({ minLength: 1 }).map((text) => `other ${text}`)
const changed = (row: Row, field: keyof Row, text: string): Row => {
  const value =
    field === 'v'
      ? 2
      : field === 'seq'
        ? row.seq + 1 + text.length
        : ['hash', 'prev', 'payloadHash'].includes(field)
          ? '5'.repeat(64)
          : text
  return { ...row, [field]: value } as Row
}
const at = (rows: Row[], index: number, change: (row: Row) => Row): StoredEntry[] =>
  bySeq(rows.map((row, each) => (each === index ? change(row) : row)))

type Mutation = { name: string; rows: StoredEntry[]; touched: number[] }
const fields = ['v', 'contract', 'seq', 'kind', 'key', 'actor', 'at', 'source', 'payloadHash', 'prev', 'hash', 'payload', 'salt'] as const
const mutations: fc.Arbitrary<Mutation>[] = [
  fc.tuple(place, fc.constantFrom(...fields), texts).map(([index, field, text]) => ({
    name: `edit of ${field}`,
    rows: at(whole, index, (row) => changed(row, field, field === 'salt' ? '00'.repeat(16) : text)),
    touched: [index],
  })),
  fc.tuple(place, fc.constantFrom(...fields)).map(([index, field]) => ({
    name: `loss of ${field}`,
    rows: bySeq(
      whole.map((row, each) => (each === index ? Object.fromEntries(Object.entries(row).filter(([key]) => key !== field)) : row)),
    ),
    touched: [index],
  })),
  fc
    .tuple(placeBeforeLast, fc.constantFrom('kind', 'key', 'actor', 'source', 'payload', 'prev', 'seq', 'salt'), texts)
    .map(([index, field, text]) => ({
      name: `edit of ${field} with hashes made afresh`,
      rows: at(whole, index, (row) => rehashed(changed(row, field, field === 'salt' ? '00'.repeat(16) : text))),
      touched: [index],
    })),
  fc
    .tuple(place, texts)
    .map(([index, text]) => ({ name: 'a field more', rows: at(whole, index, (row) => ({ ...row, [text]: 1 })), touched: [index] })),
  placeBeforeLast.map((index) => ({ name: 'drop', rows: whole.filter((_, each) => each !== index), touched: [index] })),
  place.map((index) => ({ name: 'copy', rows: bySeq([...whole, whole[index] as Row]), touched: [index] })),
  fc
    .tuple(place, place)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => ({
      name: 'swap',
      rows: bySeq(whole.map((row, each) => ({ ...(whole[each === one ? other : each === other ? one : each] as Row), _id: row._id }))),
      touched: [one, other],
    })),
  fc
    .tuple(placeBeforeLast, placeBeforeLast)
    .filter(([one, other]) => Math.abs(one - other) > 1)
    .map(([one, other]) => ({
      name: 'swap of the contents with hashes made afresh',
      rows: whole.map((row, each) => {
        if (each !== one && each !== other) return row
        const from = whole[each === one ? other : one] as Row
        return rehashed({ ...from, _id: row._id, seq: row.seq })
      }),
      touched: [one, other],
    })),
]

test('of 1,000 random mutations each is found and its entry named', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.oneof(...mutations), ({ name, rows, touched }) => {
      seen.add(name)
      const report = verifyChain(contract, rows)
      expect(named(report), name).toEqual(expect.arrayContaining(touched))
      // Nothing is said of entries that nobody touched, except where contents of two were exchanged and what lies between hangs on both.
      if (!name.startsWith('swap of')) expect(named(report), name).toEqual([...touched].sort((one, other) => one - other))
    }),
    { numRuns: 1_000 },
  )
  expect(seen.size).toBeGreaterThan(20)
})

describe('what only neighbours can tell', () => {
  test('the last entry rewritten together with its link: the last two are named', () => {
    const last = at(whole, length - 1, (row) => rehashed({ ...row, prev: '5'.repeat(64) }))
    expect(named(verifyChain(contract, last))).toEqual([length - 2, length - 1])
    const before = at(whole, length - 2, (row) => rehashed({ ...row, actor: 'P-9' }))
    expect(named(verifyChain(contract, before))).toEqual([length - 2, length - 1])
  })
  test('the only entry, chained to nothing', () => {
    const rows = rowsOf(makeChain(contract, 1)).map((row) => rehashed({ ...row, prev: '5'.repeat(64) }))
    expect(named(verifyChain(contract, rows))).toEqual([0])
  })
  test('a chain of another contract put in its place', () => {
    const other = rowsOf(makeChain('C-8', 3)).map((row) => ({ ...row, _id: row._id.replace('C-8', contract), contract }))
    expect(named(verifyChain(contract, other))).toEqual([0, 1, 2])
    // Of the last one there is nothing to tell: its neighbour was rewritten.
    expect(named(verifyChain(contract, other.map(rehashed)))).toEqual([0, 1])
  })
  test('a cut tail looks whole: that is what anchors are for', () => {
    expect(verifyChain(contract, whole.slice(0, 5)).faults).toEqual([])
  })
  test('entries gone by the thousand are told by the first of them', () => {
    const far = rowsOf(makeChain(contract, 1)).map((row) => rehashed({ ...row, seq: 2_000_000, _id: `${contract}/2000000` }))
    expect(verifyChain(contract, far).faults).toHaveLength(1_000)
  })
})

describe('erasure', () => {
  const erasure: Draft = { kind: 'erasure', key: 'e', actor: 'P-1', source: 'test', payload: { seqs: [1, 2], basis: 'Art. 17' } }
  const rows = rowsOf(chainOf(contract, [noteDraft('0'), noteDraft('1'), noteDraft('2'), noteDraft('3'), erasure]))
  const without = (...seqs: number[]) => rows.map((row) => (seqs.includes(row.seq) ? { ...row, payload: undefined, salt: undefined } : row))

  test('a payload that was erased is counted, and the chain holds', () => {
    expect(verifyChain(contract, without(1, 2))).toMatchObject({ erased: 2, faults: [] })
  })
  test('a payload that is gone without an erasure is a fault of its own kind', () => {
    expect(verifyChain(contract, without(1, 3)).faults).toEqual([
      { contract, seq: 3, kind: 'payload-missing', text: 'has lost its payload without an erasure' },
    ])
  })
  test('an erased payload that came back different is an alteration', () => {
    const back = rows.map((row) => (row.seq === 1 ? { ...row, payload: '{}' } : row))
    expect(verifyChain(contract, back).faults).toMatchObject([{ seq: 1, kind: 'altered' }])
  })
})
