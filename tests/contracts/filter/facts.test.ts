// Facts: a contract that fits a test has one of the facts that the test looks for; and their order is that of the values.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FieldValue } from '../../../src/contracts/field-value.ts'
import type { FieldTest } from '../../../src/contracts/filter/condition.ts'
import { fieldFits } from '../../../src/contracts/filter/evaluate.ts'
import { rangesOf } from '../../../src/contracts/filter/fact-ranges.ts'
import { factsOf } from '../../../src/contracts/filter/facts.ts'
import { besides, sortable } from '../../../src/contracts/filter/sortable.ts'
import { fieldTest, values } from './filter-generator.ts'

/** As a server compares text: by bytes. */
const isBefore = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other)) <= 0
const isFound = (asked: FieldTest, key: string, value: FieldValue) =>
  (rangesOf(asked) ?? []).some(({ from, to }) => factsOf(key, value).some((fact) => isBefore(from, fact) && isBefore(fact, to)))

test('whatever fits is found', () => {
  fc.assert(
    fc.property(fieldTest, values, (asked, of) => {
      const value = of[asked.field]
      if (value === undefined || rangesOf(asked) === undefined || !fieldFits(asked, of)) return
      expect(isFound(asked, asked.field, value)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('most of what does not fit is not looked at', () => {
  const asked: [FieldTest, FieldValue][] = [
    [{ field: 'seats', comparison: '<', value: 10 }, 11],
    [{ field: 'seats', comparison: '!=', value: 10 }, 10],
    [{ field: 'seats', comparison: '>', value: -1 }, -2],
    [{ field: 'sla', from: 99, to: 99.9 }, 99.95],
    [
      { field: 'value', comparison: '>', value: { minor: 10, currency: 'EUR' } },
      { minor: 11, currency: 'USD' },
    ],
    [
      { field: 'value', comparison: '>', value: { amount: 100 } },
      { minor: 9_900, currency: 'EUR' },
    ],
    [
      { field: 'notice', comparison: '>', value: { count: 3, unit: 'month' } },
      { count: 60, unit: 'day' },
    ],
    [
      { field: 'notice', comparison: '!=', value: { count: 30, unit: 'day' } },
      { count: 720, unit: 'hour' },
    ],
    [{ field: 'type', comparison: '=', value: 'nda' }, 'msa'],
    [{ field: 'expirationDate', to: '2026-12-31' }, 'perpetual'],
    [{ field: 'renews', comparison: '!=', value: true }, true],
    [{ field: 'team', comparison: '=', value: 'sales', byWords: true }, 'cs'],
  ]
  expect(asked.filter(([one, value]) => isFound(one, one.field, value))).toEqual([])
})

test.each<[string, FieldValue, string[]]>([
  ['type', 'order-form', ['type|s:order-form']],
  ['owner', 'P-10', ['owner|s:p-10']],
  ['team', 'Sales EMEA', ['team|w:sales', 'team|w:emea']],
  ['custom', 'Gold', ['custom|s:gold', 'custom|w:gold']],
  ['title', 'Acme MSA', []],
  ['custom', [], ['custom|-:']],
  ['custom', '—', ['custom|-:']],
  ['custom', 'x'.repeat(301), ['custom|-:']],
  ['custom', 'many '.repeat(60), ['custom|w:many']],
  ['custom', Array.from({ length: 65 }, (_, index) => `w${index}`).join(' '), ['custom|-:']],
  ['renews', true, ['renews|b:yes']],
  ['seats', 1, ['seats|n:bff0000000000000']],
  ['value', { minor: 100, currency: 'EUR' }, ['value|m:EUR:c059000000000000', 'value|a:bff0000000000000']],
  ['notice', { count: 1, unit: 'year' }, ['notice|q:c028000000000000']],
])('%s %j', (key, value, facts) => expect(factsOf(key, value)).toEqual(facts))

test('no index helps where the field is not set, where words are missing, or with names, which have one of their own', () => {
  const asked: FieldTest[] = [
    { field: 'seats', isSet: false },
    { field: 'team', comparison: '!=', value: 'sales', byWords: true },
    { field: 'title', comparison: '=', value: 'acme', byWords: true },
    { field: 'type', comparison: '!=', value: 'msa' },
    { field: 'law', comparison: '=', value: ['New York'] },
  ]
  expect(asked.map(rangesOf)).toEqual(asked.map(() => undefined))
})

test('numbers as text have the order of numbers, and none lies between a number and the next', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(number, number, (one, other) => {
      if (one === other) expect(sortable(one)).toBe(sortable(other))
      else expect(sortable(one) < sortable(other)).toBe(one < other)
    }),
  )
  fc.assert(
    fc.property(number, (one) => {
      expect([besides(sortable(one), -1) < sortable(one), sortable(one) < besides(sortable(one), 1)]).toEqual([true, true])
      expect(besides(besides(sortable(one), 1), -1)).toBe(sortable(one))
    }),
  )
})
