// A calendar date: an ISO day without a clock or a zone, because a deadline is a day, not an instant.
import { DateTime } from 'luxon'
import { z } from 'zod'

/** `2026-12-31` */
export type CalendarDate = string

export const isCalendarDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid
export const CalendarDate = z.string().refine(isCalendarDate, 'a day such as 2026-12-31')

/** The day that an instant falls on in a zone. */
export const dayOf = (instant: string, zone: string): CalendarDate => DateTime.fromISO(instant, { zone }).toISODate() ?? ''

/** `31 Dec 2026`, the way cards and tables show a day. */
export const showDay = (date: CalendarDate): string => DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('d LLL yyyy')

/** An instant in a reader's zone: `3 Mar 2024, 14:02`. */
export const showInstant = (instant: string, zone: string): string =>
  DateTime.fromISO(instant, { zone }).setLocale('en-GB').toFormat('d LLL yyyy, HH:mm')
