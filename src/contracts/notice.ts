// The last day on which notice can be given: the end of a term less the period of notice, by one rule and with its arithmetic shown.
import { addToDay, type CalendarDate, showDay, weekdayOf } from './calendar-date.ts'
import type { DurationValue } from './field-value.ts'
import { showDuration } from './fields.ts'

/**
 * Days and weeks are counted; months and years keep the day number, or take the month's last day; business days are Monday to Friday,
 * because holidays belong to a place and are not known here; hours make whole days. Of two readings the earlier is the safe one.
 */
export const noticeDeadlineOf = (end: CalendarDate, { count, unit }: DurationValue): CalendarDate => {
  switch (unit) {
    case 'hour':
      return addToDay(end, -Math.ceil(count / 24), 'day')
    case 'business_day':
      return businessDaysBefore(end, Math.ceil(count))
    default:
      return addToDay(end, -Math.ceil(count), unit)
  }
}

const businessDaysBefore = (end: CalendarDate, count: number): CalendarDate => {
  const beyond = Math.max(0, weekdayOf(end) - 5)
  if (count === 0) return addToDay(end, -beyond, 'day')
  // The same business days lie before a weekend's end as before the Monday behind it.
  let day = addToDay(beyond === 0 ? end : addToDay(end, 3 - beyond, 'day'), -Math.floor(count / 5), 'week')
  for (let left = count % 5; left > 0; ) {
    day = addToDay(day, -1, 'day')
    if (weekdayOf(day) <= 5) left -= 1
  }
  return day
}

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `31 Dec 2026 - 90 days = 2 Oct 2026, a Friday` */
export const showNotice = (end: CalendarDate, notice: DurationValue): string => {
  const deadline = noticeDeadlineOf(end, notice)
  return `${showDay(end)} - ${showDuration(notice)} = ${showDay(deadline)}, a ${weekdays[weekdayOf(deadline)]}`
}
