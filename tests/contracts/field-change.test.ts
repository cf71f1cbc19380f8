// Changes of fields: what differs, what somebody else changed meanwhile, and that drafts fold to what was wanted, with nothing forgotten in the record.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import { changesOf, type FieldChange, fieldDrafts, overtaken, refuseBackwards } from '../../src/contracts/field-change.ts'
import type { FieldValue } from '../../src/contracts/field-value.ts'
import { chain, type Draft } from '../../src/contracts/record/entry.ts'
import { emptyContract, foldContract } from '../../src/contracts/record/fold-contract.ts'

let acts = 0
const act = () => ({ actor: 'P-1', source: 'typed', key: `act-${++acts}`, from: 'MSA p.3' })
const append = (contract: Contract, drafts: readonly Draft[]): Contract =>
  drafts.reduce((now, draft) => foldContract(now, chain('C-1', now.head, draft, '2026-11-24T10:00:00.000Z')), contract)
const set = (contract: Contract, ...wanted: FieldChange[]) => append(contract, fieldDrafts(contract, wanted, act()))
const valuesIn = ({ fields }: Contract) => Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value]))

describe('changes', () => {
  const contract = set(emptyContract('C-1'), { field: 'seats', value: 10 }, { field: 'law', value: ['Germany'] })

  it.each<[FieldChange[], [string, FieldValue | undefined, FieldValue | null][]]>([
    [[{ field: 'seats', value: 10 }], []],
    [[{ field: 'seats', value: 12 }], [['seats', 10, 12]]],
    [[{ field: 'seats', value: null }], [['seats', 10, null]]],
    [[{ field: 'price', value: null }], []],
    [[{ field: 'price', value: 1 }], [['price', undefined, 1]]],
    [[{ field: 'law', value: ['Germany'] }], []],
    [[{ field: 'law', value: ['Germany', 'France'] }], [['law', ['Germany'], ['Germany', 'France']]]],
  ])('%#', (wanted, expected) => {
    expect(changesOf(contract, wanted).map(({ field, previous, value }) => [field, previous, value])).toEqual(expected)
  })

  it('become entries with the value before, the source, and a key of their act', () => {
    const [draft] = fieldDrafts(contract, [{ field: 'seats', value: null }], { actor: 'P-2', source: 'typed', key: 'act' })
    expect(draft).toEqual({
      kind: 'field',
      key: 'field:seats:act',
      actor: 'P-2',
      source: 'typed',
      payload: { field: 'seats', value: null, previous: 10 },
    })
    expect(contract.fields.seats).toMatchObject({ value: 10, by: 'P-1', source: 'MSA p.3', seq: 0 })
  })
})

describe('somebody else, meanwhile', () => {
  const contract = set(emptyContract('C-1'), { field: 'seats', value: 10 })
  const wanted = [
    { field: 'seats', value: 12 },
    { field: 'price', value: 5 },
  ]
  const seen = changesOf(contract, wanted)

  it.each<[string, FieldChange[], FieldChange | undefined]>([
    ['did nothing', [], undefined],
    ['changed another field', [{ field: 'law', value: 'x' }], undefined],
    ['set what is wanted', [{ field: 'seats', value: 12 }], undefined],
    ['set another value', [{ field: 'seats', value: 11 }], { field: 'seats', value: 11 }],
    ['took it away', [{ field: 'seats', value: null }], { field: 'seats', value: null }],
    ['set one that was not there', [{ field: 'price', value: 4 }], { field: 'price', value: 4 }],
  ])('%s', (_what, others, expected) => {
    expect(overtaken(set(contract, ...others), seen)).toEqual(expected)
  })
})

describe('whatever is set and unset', () => {
  const value = fc.option(fc.oneof(fc.integer(), fc.boolean(), fc.string(), fc.array(fc.string(), { minLength: 1, maxLength: 3 })), {
    nil: null,
  })
  const changes = fc.array(fc.record({ field: fc.constantFrom('seats', 'price', 'law', 'own'), value }), { maxLength: 20 })

  it('holds what was said last, and nothing of what was taken away', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const contract = all.reduce((now, change) => set(now, change), emptyContract('C-1'))
        const last = Object.fromEntries(all.map(({ field, value }) => [field, value]))
        expect(valuesIn(contract)).toEqual(Object.fromEntries(Object.entries(last).filter(([, held]) => held !== null)))
      }),
    )
  })

  it('changes nothing when it is said again', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const contract = all.reduce((now, change) => set(now, change), emptyContract('C-1'))
        const last = [...new Map(all.map((change) => [change.field, change])).values()]
        expect(fieldDrafts(contract, last, act())).toEqual([])
        expect(overtaken(contract, changesOf(contract, last))).toBeUndefined()
      }),
    )
  })
})

describe('a term', () => {
  it.each([
    [{}, false],
    [{ effectiveDate: '2026-01-01' }, false],
    [{ effectiveDate: '2026-01-01', expirationDate: '2026-01-01' }, false],
    [{ effectiveDate: '2026-01-01', expirationDate: 'perpetual' }, false],
    [{ effectiveDate: '2026-01-02', expirationDate: '2026-01-01' }, true],
  ])('%j', (values, isRefused) => {
    const check = () => refuseBackwards(values)
    if (isRefused) expect(check).toThrow(/can't expire \(2026-01-01\) before it takes effect/)
    else expect(check).not.toThrow()
  })
})
