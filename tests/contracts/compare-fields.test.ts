// Comparing values of one field, type by type, and whether a value is the standard one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFieldValues, isStandard } from '../../src/contracts/compare-fields.ts'
import { bundled } from '../../src/contracts/core-fields.ts'
import type { FieldType } from '../../src/contracts/field-definition.ts'
import { type DurationUnit, durationUnits, type FieldValue } from '../../src/contracts/field-value.ts'

const compare = (type: FieldType, one: FieldValue, other: FieldValue) => compareFieldValues(bundled('field', 'Field', type), one, other)
const length = (text: string) => ({
  count: Number.parseInt(text, 10),
  unit: text.replace(/^\d+ /, '').replace(/s$/, '').replace(' ', '_') as DurationUnit,
})

describe('lengths of time', () => {
  it.each([
    ['24 hours', '1 day', 0],
    ['48 hours', '3 days', -1],
    ['2 weeks', '14 days', 0],
    ['2 weeks', '13 days', 1],
    ['12 months', '1 year', 0],
    ['18 months', '2 years', -1],
    ['10 business days', '9 business days', 1],
    ['27 days', '1 month', -1],
    ['28 days', '1 month', undefined],
    ['30 days', '1 month', undefined],
    ['31 days', '1 month', undefined],
    ['32 days', '1 month', 1],
    ['3 months', '88 days', 1],
    ['3 months', '90 days', undefined],
    ['3 months', '93 days', -1],
    ['1 year', '364 days', 1],
    ['1 year', '365 days', undefined],
    ['1 year', '367 days', -1],
    ['25 months', '2 years', 1],
    ['24 hours', '1 month', -1],
    ['0 days', '0 months', 0],
    ['10 business days', '2 weeks', undefined],
    ['10 business days', '10 days', undefined],
  ])('%s against %s', (one, other, order) => {
    expect(compare('duration', length(one), length(other))).toBe(order)
  })

  const lengths = fc.record({ count: fc.integer({ min: 0, max: 400 }), unit: fc.constantFrom(...durationUnits) })

  it('turned round they turn the answer round', () => {
    fc.assert(
      fc.property(lengths, lengths, (one, other) => {
        const order = compare('duration', one, other)
        expect(compare('duration', other, one)).toBe(order === undefined ? undefined : 0 - order)
      }),
    )
  })

  it('never contradict each other', () => {
    fc.assert(
      fc.property(lengths, lengths, lengths, (one, other, third) => {
        const [first, second] = [compare('duration', one, other), compare('duration', other, third)]
        if (first !== undefined && first <= 0 && second !== undefined && second < 0) expect(compare('duration', one, third)).not.toBe(1)
      }),
    )
  })
})

describe('other values', () => {
  it.each<[FieldType, FieldValue, FieldValue, number | undefined]>([
    ['number', 10, 9, 1],
    ['number', 10, 10, 0],
    ['percent', 99.9, 99.95, -1],
    ['date', '2026-12-31', '2027-01-01', -1],
    ['date', 'perpetual', '9999-12-31', 1],
    ['date', 'perpetual', 'perpetual', 0],
    ['money', { minor: 100, currency: 'EUR' }, { minor: 200, currency: 'EUR' }, -1],
    ['money', { minor: 100, currency: 'EUR' }, { minor: 100, currency: 'USD' }, undefined],
    ['yes-no', true, true, 0],
    ['yes-no', true, false, undefined],
    ['text', 'Some words', 'some WORDS', 0],
    ['text', 'a', 'b', undefined],
    ['choice', 'eu', 'us', undefined],
    ['several', ['Germany', 'France'], ['france', 'germany'], 0],
    ['several', ['Germany'], ['Germany', 'France'], undefined],
    ['person', 'P-1', 'P-2', undefined],
    ['number', 10, '10', undefined],
  ])('%s: %j against %j', (type, one, other, order) => {
    expect(compare(type, one, other)).toBe(order)
  })
})

describe('the standard', () => {
  it.each<[FieldType, FieldValue | undefined, FieldValue, boolean]>([
    ['percent', 99.9, 99.9, true],
    ['percent', 99.9, 99.95, false],
    ['percent', undefined, 99.9, false],
    ['duration', { count: 24, unit: 'hour' }, { count: 1, unit: 'day' }, true],
    ['duration', { count: 30, unit: 'day' }, { count: 1, unit: 'month' }, false],
    ['several', ['Germany', 'England'], ['England', 'Germany'], true],
  ])('%s %j: %j', (type, standard, value, expected) => {
    expect(isStandard(bundled('field', 'Field', type, standard === undefined ? {} : { standard }), value)).toBe(expected)
  })
})
