import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { anniversary, lastDayAfter, lastDayOfTerm, type TermLength } from '../../src/contracts/term.ts'

const month = (count: number): TermLength => ({ count, unit: 'month' })
const year = (count: number): TermLength => ({ count, unit: 'year' })

describe('the last day of a term', () => {
  it.each<[start: string, length: TermLength, end: string]>([
    ['2026-01-01', year(1), '2026-12-31'],
    ['2025-01-15', month(36), '2028-01-14'],
    ['2024-02-29', year(1), '2025-02-27'],
    ['2024-02-29', year(4), '2028-02-28'],
    ['2023-02-28', year(1), '2024-02-27'],
    ['2026-01-31', month(1), '2026-02-27'],
    ['2026-01-31', month(2), '2026-03-30'],
    ['2026-01-31', month(3), '2026-04-29'],
    ['2026-05-31', month(6), '2026-11-29'],
    ['2026-03-01', { count: 30, unit: 'day' }, '2026-03-30'],
    ['2026-03-01', { count: 2, unit: 'week' }, '2026-03-14'],
    ['2026-11-23', { count: 5, unit: 'business_day' }, '2026-11-29'],
    ['2026-11-20', { count: 1, unit: 'business_day' }, '2026-11-22'],
    ['1999-12-31', month(2), '2000-02-28'],
  ])('from %s for %o is %s', (start, length, end) => {
    expect(lastDayOfTerm(start, length)).toBe(end)
  })

  it.each<[start: string, lengths: TermLength[], end: string]>([
    ['2026-01-31', [month(1), month(1)], '2026-03-30'],
    ['2026-01-31', [month(1), month(1), month(1), month(1)], '2026-05-30'],
    ['2024-02-29', [year(1), year(1), year(1), year(1)], '2028-02-28'],
    ['2020-07-01', [year(3), year(1), year(1)], '2025-06-30'],
  ])('counts renewals from the first start: %s', (start, lengths, end) => {
    expect(lastDayAfter(start, lengths)).toBe(end)
  })

  it('refuses a start that is no day', () => {
    expect(() => lastDayOfTerm('2026-02-30', month(1))).toThrow(RangeError)
  })
})

const days = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const counts = fc.integer({ min: 1, max: 240 })
const dayOf = (date: string) => DateTime.fromISO(date, { zone: 'utc' })

describe('terms of any length', () => {
  it('of months never drift: the day after each end has the start’s day number or is the month’s last day', () => {
    fc.assert(
      fc.property(days, counts, (start, count) => {
        const next = dayOf(
          lastDayAfter(
            start,
            Array.from({ length: count }, () => month(1)),
          ),
        ).plus({ days: 1 })
        const isSameNumber = next.day === dayOf(start).day
        expect(isSameNumber || (next.day === next.daysInMonth && next.day < dayOf(start).day)).toBe(true)
      }),
    )
  })

  it('are the same counted in one piece and renewed month by month', () => {
    fc.assert(
      fc.property(days, counts, (start, count) => {
        expect(
          lastDayAfter(
            start,
            Array.from({ length: count }, () => month(1)),
          ),
        ).toBe(lastDayOfTerm(start, month(count)))
        expect(lastDayOfTerm(start, year(count))).toBe(lastDayOfTerm(start, month(12 * count)))
      }),
    )
  })

  it('end later when they are longer, and on the day before the anniversary', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 80 }), (start, count) => {
        expect(lastDayOfTerm(start, year(count)) < lastDayOfTerm(start, year(count + 1))).toBe(true)
        expect(
          dayOf(lastDayOfTerm(start, year(count)))
            .plus({ days: 1 })
            .toISODate(),
        ).toBe(anniversary(start, count))
      }),
    )
  })

  it('of days have as many days as they say', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 5_000 }), (start, count) => {
        const span = dayOf(lastDayOfTerm(start, { count, unit: 'day' })).diff(dayOf(start), 'days').days
        expect(span + 1).toBe(count)
      }),
    )
  })
})
