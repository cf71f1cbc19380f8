// A day that has been, as it is typed: of a signature, of a call.
import type { CalendarDate } from '../contracts/calendar-date.ts'
import { Refusal } from '../contracts/refusal.ts'
import { parseDay } from './dates.ts'

/** @throws Refusal for what is no day, and for a day that is still to come */
export const parsePastDay = (typed: string, today: CalendarDate): CalendarDate => refuseFuture(parseDay(typed, today, 'past'), today)

export const refuseFuture = (day: CalendarDate, today: CalendarDate): CalendarDate => {
  if (day <= today) return day
  throw new Refusal('invalid', `${day} is still to come; today is ${today}.`, { next: 'Give the day on which it happened.' })
}
