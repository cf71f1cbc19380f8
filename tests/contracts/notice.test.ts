// The last day of notice: its arithmetic, and that the earlier of two readings is taken.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addToDay, weekdayOf } from '../../src/contracts/calendar-date.ts'
import { type DurationValue, durationUnits } from '../../src/contracts/field-value.ts'
import { noticeDeadlineOf, showNotice } from '../../src/contracts/notice.ts'
import { day } from './family-generator.ts'

describe('the last day of notice', () => {
  it.each<[string, string, DurationValue, string]>([
    ['days', '2026-12-31', { count: 90, unit: 'day' }, '2026-10-02'],
    ['weeks', '2026-12-31', { count: 6, unit: 'week' }, '2026-11-19'],
    ['months', '2027-05-31', { count: 6, unit: 'month' }, '2026-11-30'],
    ['a month that is shorter', '2027-03-31', { count: 1, unit: 'month' }, '2027-02-28'],
    ['a leap year', '2028-03-31', { count: 1, unit: 'month' }, '2028-02-29'],
    ['years', '2028-02-29', { count: 1, unit: 'year' }, '2027-02-28'],
    ['business days before a Friday', '2026-11-27', { count: 10, unit: 'business_day' }, '2026-11-13'],
    ['business days before a Sunday', '2026-11-29', { count: 5, unit: 'business_day' }, '2026-11-23'],
    ['business days before a Saturday', '2026-11-28', { count: 1, unit: 'business_day' }, '2026-11-27'],
    ['no day before a Saturday', '2026-11-28', { count: 0, unit: 'business_day' }, '2026-11-27'],
    ['hours, as whole days', '2026-12-31', { count: 25, unit: 'hour' }, '2026-12-29'],
  ])('counts %s: %s', (_title, end, notice, deadline) => {
    expect(noticeDeadlineOf(end, notice)).toBe(deadline)
  })

  it.each<[string, DurationValue, string]>([
    ['2026-12-31', { count: 90, unit: 'day' }, '31 Dec 2026 - 90 days = 2 Oct 2026, a Friday'],
    ['2027-01-31', { count: 1, unit: 'month' }, '31 Jan 2027 - 1 month = 31 Dec 2026, a Thursday'],
    ['2026-11-30', { count: 5, unit: 'business_day' }, '30 Nov 2026 - 5 business days = 23 Nov 2026, a Monday'],
  ])('shows how it was counted from %s', (end, notice, shown) => {
    expect(showNotice(end, notice)).toBe(shown)
  })
})

test('business days are those that a finger counts on a calendar', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (end, count) => {
      let counted = end
      for (let left = count; left > 0; ) {
        counted = addToDay(counted, -1, 'day')
        if (weekdayOf(counted) <= 5) left -= 1
      }
      expect(noticeDeadlineOf(end, { count, unit: 'business_day' })).toBe(counted)
    }),
  )
})

test('a longer notice is never due later, in any unit', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...durationUnits), fc.integer({ min: 0, max: 400 }), (end, unit, count) => {
      const deadline = noticeDeadlineOf(end, { count, unit })
      expect(deadline <= end).toBe(true)
      expect(noticeDeadlineOf(end, { count: count + 1, unit }) <= deadline).toBe(true)
    }),
  )
})
