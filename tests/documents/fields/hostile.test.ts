// Texts made to slow a reader: time grows with length and no faster, and nothing throws.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

const pieces = [
  'the term of this agreement shall be ',
  'between "A" and ("',
  'one hundred and ',
  'January 1, ',
  '1st day of ',
  'not liable for ',
  'liability shall not exceed ',
  'renew automatically for ',
  'governed by the laws of ',
  '(((("',
  'A. B. C. ',
  'Alder, Inc. and ',
  'By: ',
  'days ',
  '12.12.12.',
  '$1,000,000,000,',
  '99.9% ',
  '\n\n',
  '\t \u00a0',
  'aaaaaaaa',
  'this agreement dated ',
  '1 1 1 1 ',
  'of the ',
  '____',
  '[***]',
  'unless terminated this agreement shall continue ',
  'by and between A and B, Inc. and ',
  'commence on the launch date "launch date" ',
  "''",
  "'The ",
  'until the end of the day of ',
  'two thousand and ',
  '[note ',
  '<!-- ',
  '**bold ',
]

const timeOf = (text: string): number => {
  const start = performance.now()
  readFields(text)
  return performance.now() - start
}

describe('a line of 2 MB', () => {
  it.each(pieces)('of %j takes about four times as long as one of 500 kB', (piece) => {
    const line = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    timeOf(line(100_000))
    const quarter = Math.min(timeOf(line(500_000)), timeOf(line(500_000)))
    const whole = timeOf(line(2_000_000))
    // Generous, as the machine has other work; a square would be sixteen times.
    expect(whole).toBeLessThan(Math.max(10 * quarter, 1_500))
    expect(whole).toBeLessThan(8_000)
  })
})

it('reads any text without an error, and says where each value stands', () => {
  const words = fc.constantFrom(
    ...pieces,
    'five (5) years ',
    'until terminated. ',
    'This Agreement ',
    'Ohio ',
    'March 1, 2020 ',
    '("Birch") ',
    'unless either party ',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }), (parts, odd) => {
      const text = parts.join('') + odd + parts.slice(0, 5).join('')
      for (const { start, end, sentence } of readFields(text).fields) {
        expect(text.slice(start, end)).toBe(sentence)
        expect(end).toBeGreaterThan(start)
      }
    }),
    { numRuns: 300 },
  )
})
