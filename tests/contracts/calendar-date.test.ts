// Calendar dates: days without a clock, moved by whole units, and ranges shown as what they are.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addToDay,
  type DayUnit,
  dayFrom,
  dayOf,
  daysInMonth,
  firstDay,
  isCalendarDate,
  lastDay,
  showDay,
  showInstant,
  showRange,
  spanAround,
  weekdayOf,
} from '../../src/contracts/calendar-date.ts'

test.each([
  ['2026-11-24', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-11-24T10:00', false],
  ['', false],
])('%j is a calendar date: %s', (text, is) => expect(isCalendarDate(text)).toBe(is))

test.each<[string, number, DayUnit, string]>([
  ['2026-11-24', 90, 'day', '2027-02-22'],
  ['2026-11-24', -1, 'week', '2026-11-17'],
  ['2026-01-31', 1, 'month', '2026-02-28'],
  ['2028-01-31', 1, 'month', '2028-02-29'],
  ['2026-03-31', -1, 'month', '2026-02-28'],
  ['2026-11-30', 1, 'quarter', '2027-02-28'],
  ['2028-02-29', 1, 'year', '2029-02-28'],
  ['2026-03-28', 2, 'day', '2026-03-30'],
  ['9999-12-01', 2, 'month', lastDay],
  ['0001-01-01', -1, 'day', firstDay],
])('%s and %i %ss is %s', (date, amount, unit, moved) => expect(addToDay(date, amount, unit)).toBe(moved))

test.each<[string, DayUnit, string, string]>([
  ['2026-11-24', 'week', '2026-11-23', '2026-11-29'],
  ['2026-11-24', 'month', '2026-11-01', '2026-11-30'],
  ['2026-11-24', 'quarter', '2026-10-01', '2026-12-31'],
  ['2026-11-24', 'year', '2026-01-01', '2026-12-31'],
  ['2027-01-01', 'week', '2026-12-28', '2027-01-03'],
  ['2028-02-10', 'month', '2028-02-01', '2028-02-29'],
])('%s lies in the %s from %s to %s', (date, unit, from, to) => expect(spanAround(date, unit)).toEqual({ from, to }))

test.each([
  [{ from: '2026-11-24', to: '2027-02-22' }, '24 Nov 2026 to 22 Feb 2027'],
  [{ from: '2026-11-24', to: '2026-11-24' }, '24 Nov 2026'],
  [{ from: '2026-11-24', to: lastDay }, 'from 24 Nov 2026 on'],
  [{ from: firstDay, to: '2026-11-24' }, 'until 24 Nov 2026'],
  [{ from: firstDay, to: lastDay }, 'any day'],
])('%j is shown as %s', (range, shown) => expect(showRange(range)).toBe(shown))

test('days, instants and numbers', () => {
  expect(showDay('2026-03-01')).toBe('1 Mar 2026')
  expect(showInstant('2026-03-01T23:30:00.000Z', 'Europe/Berlin')).toBe('2 Mar 2026, 00:30')
  expect(dayOf('2026-03-01T23:30:00.000Z', 'America/New_York')).toBe('2026-03-01')
  expect([daysInMonth(2028, 2), daysInMonth(2026, 2), weekdayOf('2026-11-24'), dayFrom(2026, 3, 1)]).toEqual([29, 28, 2, '2026-03-01'])
})

test('moved by days and back it is the same day, whatever the clocks do in between', () => {
  const date = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  fc.assert(
    fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      const there = addToDay(from, days, 'day')
      expect(addToDay(there, -days, 'day')).toBe(from)
      expect((Date.parse(there) - Date.parse(from)) / 86_400_000).toBe(days)
    }),
  )
})
