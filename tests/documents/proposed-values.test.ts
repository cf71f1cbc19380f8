// What was read becomes values that fields can hold; what has no plain value is left to people.
import { describe, expect, it } from 'vitest'
import type { ReadField } from '../../src/documents/fields/read-fields.ts'
import type { Meaning } from '../../src/documents/meaning.ts'
import { proposedValues } from '../../src/documents/proposed-values.ts'

const text = 'Agreement between Acme Ltd and Bolder GmbH. The words of the sentence.'
const meaning = (field?: Partial<ReadField>, parties: Meaning['parties'] = []): Meaning => ({
  ...{ type: 'msa', clauses: [], obligations: [], parties },
  fields: field
    ? [
        {
          key: 'governingLaw',
          value: [],
          sure: true,
          page: 3,
          sentence: 'The  words\nof the sentence.',
          start: 44,
          end: 70,
          ...field,
        } as ReadField,
      ]
    : [],
})
const proposedFrom = (key: string, value: unknown) =>
  proposedValues(text, meaning({ key, value } as Partial<ReadField>)).map((one) => one.value)

describe('a value', () => {
  it.each([
    ['agreementDate', '2026-03-01', '2026-03-01'],
    ['expirationDate', 'perpetual', 'perpetual'],
    ['autoRenewal', true, true],
    ['governingLaw', ['England'], ['England']],
    ['renewalTerm', { count: 1, unit: 'year' }, { count: 1, unit: 'year' }],
    ['slaUptimePercent', { values: [99.9] }, 99.9],
    ['liabilityCapMonetary', { present: true, basis: 'fixed', amount: '500000', currency: 'EUR' }, { minor: 50_000_000, currency: 'EUR' }],
    ['liabilityCapMonetary', { present: true, basis: 'fixed', amount: '1234.5', currency: 'USD' }, { minor: 123_450, currency: 'USD' }],
    ['paymentTerms', { present: true, days: 30, from: 'invoice_date', dayKind: 'calendar', redacted: false }, { count: 30, unit: 'day' }],
    ['paymentTerms', { present: true, days: 10, from: 'other', dayKind: 'business', redacted: false }, { count: 10, unit: 'business_day' }],
  ])('%s %j is proposed as %j', (key, value, expected) => {
    expect(proposedFrom(key, value)).toEqual([expected])
  })

  it.each([
    ['a cap of fees', 'liabilityCapMonetary', { present: true, basis: 'fees', amount: null }],
    ['a cap without its currency', 'liabilityCapMonetary', { present: true, basis: 'fixed', amount: '500', currency: null }],
    ['an amount that could be thousands', 'price', { amount: '1.234', currency: 'EUR', unit: 'year' }],
    ['several uptimes', 'slaUptimePercent', { values: [99.9, 99.5] }],
    ['no days', 'paymentTerms', { present: true, days: null, from: 'other', dayKind: null, redacted: false }],
    ['blackened days', 'paymentTerms', { present: true, days: 30, from: 'other', dayKind: null, redacted: true }],
  ])('is left to people: %s', (_title, key, value) => {
    expect(proposedFrom(key, value)).toEqual([])
  })

  it('comes with its page and its sentence on one line, a long one cut with a sign', () => {
    expect(proposedValues(text, meaning({}))[0]).toMatchObject({
      page: 3,
      sentence: 'The words of the sentence.',
      start: 44,
      end: 70,
      sure: true,
    })
    const long = proposedValues(text, meaning({ sentence: 'word '.repeat(500) }))[0]?.sentence ?? ''
    expect(long.length).toBeLessThan(1_210)
    expect(long).toMatch(/ …$/)
  })
})

describe('parties', () => {
  const [acme, bolder] = [
    { name: 'Acme Ltd', aliases: [] },
    { name: 'Bolder GmbH', aliases: ['Bolder'] },
  ]

  it('are proposed together, with the words between the first and the last', () => {
    const [parties] = proposedValues(text, meaning(undefined, [acme, bolder]))
    expect(parties).toMatchObject({
      field: 'parties',
      value: ['Acme Ltd', 'Bolder GmbH'],
      sure: false,
      sentence: 'Acme Ltd and Bolder GmbH',
    })
    expect(text.slice(parties?.start, parties?.end)).toBe('Acme Ltd and Bolder GmbH')
  })

  it.each([
    ['one alone', [acme]],
    ['none', []],
    ['names that do not stand there so', [acme, { name: 'Cordwain Ltd', aliases: [] }]],
  ])('are left to people: %s', (_title, parties) => {
    expect(proposedValues(text, meaning(undefined, parties))).toEqual([])
  })
})
