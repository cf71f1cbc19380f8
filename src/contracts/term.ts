// The end of a term: pure arithmetic of calendar days, by one rule for every place that computes an end.
import type { CalendarDate } from './calendar-date.ts'
import { addMonths, dayOfNumber, isDay, numberOfDay, weekdayOfNumber } from './day-number.ts'

export type TermUnit = 'day' | 'business_day' | 'week' | 'month' | 'year'
/** How long something lasts: `{ count: 12, unit: 'month' }`. */
export type TermLength = { count: number; unit: TermUnit }

/** The last day of a term that starts on `start`: the day before its anniversary. A year from 1 Jan 2026 ends on 31 Dec 2026. */
export const lastDayOfTerm = (start: CalendarDate, length: TermLength): CalendarDate => lastDayAfter(start, [length])

/**
 * The last day after several terms in a row (the first one and its renewals), all counted from the first start, so that monthly terms
 * from the 31st never drift. From 29 Feb 2024 a year ends on 27 Feb 2025: of two readings the earlier is the safe one.
 */
export function lastDayAfter(start: CalendarDate, lengths: readonly TermLength[]): CalendarDate {
  const sum = { months: 0, days: 0, businessDays: 0 }
  for (const { count, unit } of lengths) {
    if (unit === 'month' || unit === 'year') sum.months += unit === 'year' ? count * 12 : count
    else if (unit === 'business_day') sum.businessDays += count
    else sum.days += unit === 'week' ? count * 7 : count
  }
  // Of a part of a month so many thirtieths count.
  const months = Math.trunc(sum.months)
  const next = numberOfDay(addMonths(begunOn(start), months)) + Math.floor(sum.days + (sum.months - months) * 30)
  return dayOfNumber(afterBusinessDays(next, sum.businessDays) - 1)
}

/** The anniversary that stands so many whole terms after the start: the same day number, or the month's last day. */
export const anniversary = (start: CalendarDate, years: number): CalendarDate => addMonths(begunOn(start), years * 12)

/** Weekends do not count; holidays belong to a place and are not known here. */
function afterBusinessDays(day: number, count: number): number {
  const weeks = Math.floor(count / 5)
  let moved = day + weeks * 7
  for (let left = count - weeks * 5; left > 0; ) {
    moved += 1
    if (weekdayOfNumber(moved) <= 5) left--
  }
  return moved
}

function begunOn(start: CalendarDate): CalendarDate {
  if (!isDay(start)) throw new RangeError('A term needs a start that is a day of the calendar.')
  return start
}
