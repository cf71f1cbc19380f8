// The term that runs on a day: however it is renewed, the same as counting one renewal after the other.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addToDay } from '../../src/contracts/calendar-date.ts'
import { type InitialTerm, termEndOn, termEndsWithin, termLengthIn } from '../../src/contracts/current-term.ts'
import { lastDayAfter, type TermLength, type TermUnit } from '../../src/contracts/term.ts'
import { day } from './family-generator.ts'

const units = fc.constantFrom<TermUnit>('day', 'business_day', 'week', 'month', 'year')
const length = fc.record({ count: fc.integer({ min: 1, max: 40 }), unit: units })
const initial: fc.Arbitrary<InitialTerm> = fc.oneof(
  day.map((stated) => ({ stated })),
  fc.record({ start: day, length }),
)
const steady = (renewal: TermLength | undefined) => ({ on: () => renewal, isSteady: true })

/** One renewal after the other. */
const counted = (term: InitialTerm, renewal: TermLength, on: string): { end: string; times: number } => {
  const start = 'stated' in term ? addToDay(term.stated, 1, 'day') : term.start
  const lengths = 'stated' in term ? [] : [term.length]
  let end = 'stated' in term ? term.stated : lastDayAfter(start, lengths)
  let times = 0
  while (end < on && times < 3_000) {
    lengths.push(renewal)
    times += 1
    end = lastDayAfter(start, lengths)
  }
  return { end, times }
}

test('a steady renewal is counted straight to the day', () => {
  const months = fc.record({ count: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom<TermUnit>('week', 'month', 'year') })
  fc.assert(
    fc.property(initial, months, day, (term, renewal, on) => {
      const { end, times } = counted(term, renewal, on)
      const told = termEndOn(term, steady(renewal), on)
      expect(told.end).toBe(end)
      expect(told.renewedOn !== undefined).toBe(times > 0)
      if (times > 1) expect(told.because()).toContain(`renewed ${times} times`)
      if (told.renewedOn !== undefined) expect(told.renewedOn <= on && on <= told.end).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('what may change from renewal to renewal is counted one by one, to the same end where it does not', () => {
  fc.assert(
    fc.property(initial, length, day, (term, renewal, on) => {
      const byOne = termEndOn(term, { on: () => renewal, isSteady: false }, on)
      expect(byOne.end).toBe(termEndOn(term, steady(renewal), on).end)
    }),
    { numRuns: 200 },
  )
})

test('the ends within some days are those that run on each of them', () => {
  const years = fc.record({ count: fc.integer({ min: 1, max: 4 }), unit: fc.constant<TermUnit>('year') })
  fc.assert(
    fc.property(initial, years, day, fc.integer({ min: 0, max: 3_000 }), (term, renewal, from, more) => {
      const to = addToDay(from, more, 'day')
      const ends = termEndsWithin(term, steady(renewal), { from, to }, 100)
      for (const on of [from, addToDay(from, Math.floor(more / 2), 'day'), to])
        expect(ends).toContain(termEndOn(term, steady(renewal), on).end)
      expect(new Set(ends).size).toBe(ends.length)
    }),
    { numRuns: 200 },
  )
})

describe('a term', () => {
  it('ends where nothing renews it, and says how it was counted', () => {
    const told = termEndOn({ start: '2024-02-01', length: { count: 36, unit: 'month' } }, steady(undefined), '2030-01-01')
    expect([told.end, told.renewedOn, told.because()]).toEqual(['2027-01-31', undefined, '36 months from 1 Feb 2024'])
    expect(termEndOn({ stated: '2027-01-31' }, steady(undefined), '2030-01-01').because()).toBeUndefined()
  })

  it('is told in part where it is renewed too often', () => {
    const ends = termEndsWithin({ stated: '2024-01-31' }, steady({ count: 1, unit: 'month' }), { from: '2024-01-01', to: '2034-01-01' }, 3)
    expect(ends).toEqual(['2024-01-31', '2024-02-29', '2024-03-31'])
  })

  it.each([
    [{ count: 12, unit: 'month' }, true],
    [{ count: 24, unit: 'hour' }, false],
    [{ count: 1.5, unit: 'year' }, false],
    [{ count: 0, unit: 'day' }, false],
    [{ count: 10_001, unit: 'day' }, false],
    ['a year', false],
    [undefined, false],
  ])('of %o is one: %s', (value, is) => {
    expect(termLengthIn(value as never) !== undefined).toBe(is)
  })
})
