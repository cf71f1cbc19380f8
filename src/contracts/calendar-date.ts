// A calendar date: an ISO day without a clock or a zone, because a deadline is a day, not an instant.
import { DateTime } from 'luxon'
import { z } from 'zod'
import { addMonths, dayOfNumber, isDay, numberOfDay, weekdayOfNumber } from './day-number.ts'

/** `2026-12-31` */
export type CalendarDate = string

export const isCalendarDate = isDay
export const CalendarDate = z.string().refine(isCalendarDate, 'a day such as 2026-12-31')

/** The day that an instant falls on in a zone. */
export const dayOf = (instant: string, zone: string): CalendarDate => DateTime.fromISO(instant, { zone }).toISODate() ?? ''

/** `31 Dec 2026`, the way cards and tables show a day. */
export const showDay = (date: CalendarDate): string => DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('d LLL yyyy')

/** An instant in a reader's zone: `3 Mar 2024, 14:02`. */
export const showInstant = (instant: string, zone: string): string =>
  DateTime.fromISO(instant, { zone }).setLocale('en-GB').toFormat('d LLL yyyy, HH:mm')

/** Both days belong to it. */
export type DayRange = { from: CalendarDate; to: CalendarDate }

/** The edges of a range that is open: before all days and after all days that anybody writes. */
export const firstDay: CalendarDate = '0001-01-01'
export const lastDay: CalendarDate = '9999-12-31'

export type DayUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

const monthsIn: Record<DayUnit, number> = { day: 0, week: 0, month: 1, quarter: 3, year: 12 }

/** The day so many units later, or earlier when negative; a month's end stays within its month. */
export const addToDay = (date: CalendarDate, amount: number, unit: DayUnit): CalendarDate => {
  if (!isDay(date)) return firstDay
  const months = monthsIn[unit]
  return months === 0 ? dayOfNumber(numberOfDay(date) + amount * (unit === 'week' ? 7 : 1)) : addMonths(date, amount * months)
}

/** How many days later the second one is. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => numberOfDay(to) - numberOfDay(from)

/** The whole week (from Monday), month, quarter or year that a day lies in. */
export const spanAround = (date: CalendarDate, unit: DayUnit): DayRange => {
  const day = DateTime.fromISO(date, { zone: 'utc' })
  return { from: day.startOf(unit).toISODate() ?? date, to: day.endOf(unit).toISODate() ?? date }
}

/** How many days a month has. */
export const daysInMonth = (year: number, month: number): number => DateTime.utc(year, month).daysInMonth ?? 0

/** ISO day of these numbers, which must make one. */
export const dayFrom = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Monday is 1. */
export const weekdayOf = (date: CalendarDate): number => weekdayOfNumber(numberOfDay(date))

/** `24 Nov 2026 to 22 Feb 2027`: the exact range, so that a reader sees what was understood. */
export const showRange = ({ from, to }: DayRange): string => {
  if (from === to) return showDay(from)
  if (from === firstDay) return to === lastDay ? 'any day' : `until ${showDay(to)}`
  return to === lastDay ? `from ${showDay(from)} on` : `${showDay(from)} to ${showDay(to)}`
}
