// A past moment: a day means its end, so that "on 1 March" shows all that was said on it.
import { DateTime } from 'luxon'
import { Refusal } from '../contracts/refusal.ts'
import { parseDay } from './dates.ts'

/** ISO instant (UTC) of what was typed: an instant as it is, a day as the last millisecond of it in the reader's zone. */
export const parseMoment = (typed: string, today: string, zone: string): string => {
  const exact = /\d[T ]\d{1,2}:\d{2}/.test(typed) ? DateTime.fromISO(typed.trim().replace(' ', 'T'), { zone }) : undefined
  const moment = exact ?? DateTime.fromISO(parseDay(typed, today, 'past'), { zone }).endOf('day')
  const iso = moment.toUTC().toISO()
  if (iso === null) throw new Refusal('invalid', `"${typed}" is no moment.`, { next: 'For example: on:2025-03-01 or on:2025-03-01T14:00' })
  return iso
}
