// Which words say a value, in the ways that agreements write them, and what is shown of a long sentence.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldValue } from '../../src/contracts/field-value.ts'
import { excerptOf, tellingWords } from '../../src/contracts/telling-words.ts'

const wordsOf = (sentence: string, value: FieldValue) => {
  const span = tellingWords(sentence, value)
  return span && sentence.slice(span.start, span.end)
}

describe('the words that say a value', () => {
  it.each<[string, FieldValue, string | undefined]>([
    ['entered into as of the 19 day of March, 2004 (the "Date")', '2004-03-19', '19 day of March, 2004'],
    ['made on March 1st, 2026 and ending on 1 March 2027', '2027-03-01', '1 March 2027'],
    ['from 01.03.2026, not 11.03.2026', '2026-03-01', '01.03.2026'],
    ['starts 11 March 2026 and is reviewed on 1 March 2026', '2026-03-01', '1 March 2026'],
    ['one year after the Effective Date', '2026-03-01', undefined],
    ['within thirty (30) days, or 30 months', { count: 30, unit: 'day' }, 'thirty (30) days'],
    ['for successive 1-year periods', { count: 1, unit: 'year' }, '1-year'],
    ["at least six months' notice", { count: 6, unit: 'month' }, 'six months'],
    ['within twenty-five (25) days of it', { count: 25, unit: 'day' }, 'twenty-five (25) days'],
    ['on 130 days or 30 calendar days', { count: 30, unit: 'day' }, '30 calendar days'],
    ['within 10 days, or 10 business days', { count: 10, unit: 'business_day' }, '10 business days'],
    ['available 99,9 % of the time', 99.9, '99,9 %'],
    ['a limit of 299.9 or of 99.9', 99.9, '99.9'],
    ['shall not exceed EUR 500,000 in all', { minor: 50_000_000, currency: 'EUR' }, 'EUR 500,000'],
    ['bis zu 1.200,50 € im Jahr', { minor: 120_050, currency: 'EUR' }, '1.200,50 €'],
    ['by the laws of the State of  Florida', ['Florida'], 'Florida'],
    ['by the laws of Germany', true, undefined],
    ['C++ (a language)', 'c++ (a', 'C++ (a'],
  ])('%s', (sentence, value, words) => {
    expect(wordsOf(sentence, value)).toBe(words)
  })
})

describe('an excerpt', () => {
  const long = `${'Before it stand many words. '.repeat(20)}Notice is ninety (90) days. ${'Behind it stand others. '.repeat(20)}`.trim()

  it('shows the words that matter and what was left out on both sides', () => {
    const excerpt = excerptOf(long, { count: 90, unit: 'day' }, 100)
    expect(excerpt).toMatch(/^… .*ninety \(90\) days.* …$/)
    expect(excerpt.length).toBeLessThan(120)
  })

  it('is the beginning where no words say it, and the whole of a short sentence', () => {
    expect(excerptOf(long, true, 60)).toMatch(/^Before it stand .* …$/)
    expect(excerptOf('Notice is 90 days.', { count: 90, unit: 'day' }, 60)).toBe('Notice is 90 days.')
  })

  it('is words of the sentence in their order, about as long as asked for, whatever the sentence is', () => {
    const value: fc.Arbitrary<FieldValue> = fc.oneof(
      fc.constantFrom<FieldValue>('2026-03-01', ['a.b', 'c'], 'a(', true, 0.1, 1e21, Infinity, { minor: 1, currency: 'JPY' }),
      fc.record({ count: fc.integer({ min: 0, max: 120 }), unit: fc.constantFrom('day' as const, 'business_day' as const) }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), value, fc.integer({ min: 20, max: 200 }), (sentence, one, room) => {
        const excerpt = excerptOf(sentence, one, room)
        if (sentence.length <= room) return excerpt === sentence
        return sentence.includes(excerpt.replace(/^… /, '').replace(/ …$/, '').trim()) && excerpt.length <= room + 4
      }),
    )
  })
})
