// The end of a term: pure arithmetic of calendar days, by one rule for every place that computes an end.
import { DateTime } from 'luxon'
import type { CalendarDate } from './calendar-date.ts'

export type TermUnit = 'day' | 'business_day' | 'week' | 'month' | 'year'
/** How long something lasts: `{ count: 12, unit: 'month' }`. */
export type TermLength = { count: number; unit: TermUnit }

const utc = { zone: 'utc' } as const

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
  const next = DateTime.fromISO(start, utc).plus({ months: sum.months }).plus({ days: sum.days })
  return iso(afterBusinessDays(next, sum.businessDays).minus({ days: 1 }))
}

/** The anniversary that stands so many whole terms after the start: the same day number, or the month's last day. */
export const anniversary = (start: CalendarDate, years: number): CalendarDate => iso(DateTime.fromISO(start, utc).plus({ years }))

/** Weekends do not count; holidays belong to a place and are not known here. */
function afterBusinessDays(day: DateTime, count: number): DateTime {
  const ahead = Math.floor(count / 5)
  let moved = day.plus({ weeks: ahead })
  for (let left = count - ahead * 5; left > 0; ) {
    moved = moved.plus({ days: 1 })
    if (moved.weekday <= 5) left--
  }
  return moved
}

function iso(day: DateTime): CalendarDate {
  const date = day.toISODate()
  if (date === null) throw new RangeError('A term needs a start that is a day of the calendar.')
  return date
}
