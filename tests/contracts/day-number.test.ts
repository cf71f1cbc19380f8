// Arithmetic of days by numbers: the same days that a library of calendars gives.
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { addMonths, dayOfNumber, isDay, numberOfDay, weekdayOfNumber } from '../../src/contracts/day-number.ts'

const days = fc.integer({ min: 0, max: 3_652_000 }).map((count) => DateTime.utc(1, 1, 1).plus({ days: count }))
const isoOf = (day: DateTime): string => day.toISODate() ?? ''

test('a day is its number and the number that day, and both have one weekday', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -500, max: 500 }), (day, more) => {
      const iso = isoOf(day)
      expect(dayOfNumber(numberOfDay(iso))).toBe(iso)
      expect(weekdayOfNumber(numberOfDay(iso))).toBe(day.weekday)
      const moved = day.plus({ days: more })
      if (moved.year >= 1 && moved.year <= 9_999) expect(dayOfNumber(numberOfDay(iso) + more)).toBe(isoOf(moved))
    }),
    { numRuns: 2_000 },
  )
})

test('months keep the day number, or take the last day of the month', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -2_400, max: 2_400 }), (day, count) => {
      const moved = day.plus({ months: count })
      if (moved.year >= 1 && moved.year <= 9_999) expect(addMonths(isoOf(day), count)).toBe(isoOf(moved))
    }),
    { numRuns: 2_000 },
  )
})

test('is a day of the calendar when the library says so', () => {
  const parts = fc.tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  fc.assert(
    fc.property(parts, ([year, month, day]) => {
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      expect(isDay(text)).toBe(DateTime.fromISO(text, { zone: 'utc' }).isValid)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['9999-12-01', 2, '9999-12-31'],
  ['0001-02-01', -24, '0001-01-01'],
])('%s and %i months stay within the calendar', (day, count, moved) => expect(addMonths(day, count)).toBe(moved))

test.each([
  [numberOfDay('9999-12-31') + 5, '9999-12-31'],
  [numberOfDay('0001-01-01') - 5, '0001-01-01'],
])('the number %i stays within the calendar', (number, day) => expect(dayOfNumber(number)).toBe(day))
