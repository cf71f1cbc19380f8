// The end of the term that runs on a day: of the initial term, or of as many renewals of their own accord as it takes.
import { addToDay, type CalendarDate, showDay } from './calendar-date.ts'
import type { FieldValue } from './field-value.ts'
import { showDuration } from './fields.ts'
import { lastDayAfter, type TermLength } from './term.ts'

export type TermEnd = {
  end: CalendarDate
  /** The first day of the term that ends then, where it is a renewal. */
  renewedOn: CalendarDate | undefined
  /** How it was come by: `1 Feb 2024 + 36 months`; undefined for an end that is stated and has not passed. */
  because: string | undefined
}

/** The initial term: its last day where that is stated, else its first day and its length. */
export type InitialTerm = { stated: CalendarDate } | { start: CalendarDate; length: TermLength }

/** The length of the renewal that would begin on a day by itself; undefined where the agreement ends before. */
export type RenewalOn = (day: CalendarDate) => TermLength | undefined

/** A day's term renewed for longer than anybody keeps records. */
const mostRenewals = 5_000

/** Renewals are counted from the first start, each as long as was agreed on the day on which it began. */
export const termEndOn = (initial: InitialTerm, renewalOn: RenewalOn, day: CalendarDate): TermEnd => {
  const start = 'stated' in initial ? addToDay(initial.stated, 1, 'day') : initial.start
  const lengths = 'stated' in initial ? [] : [initial.length]
  const first = 'stated' in initial ? initial.stated : lastDayAfter(start, lengths)
  const because = 'stated' in initial ? [] : [`${showDay(start)} + ${showDuration(initial.length)}`]
  let [end, renewedOn, times]: [CalendarDate, CalendarDate | undefined, number] = [first, undefined, 0]
  while (end < day && times < mostRenewals) {
    const next = addToDay(end, 1, 'day')
    const length = renewalOn(next)
    if (!length) break
    add(lengths, length)
    renewedOn = next
    end = lastDayAfter(start, lengths)
    times += 1
  }
  const again = times === 0 ? [] : [...(because.length === 0 ? [showDay(first)] : []), `renewed ${times === 1 ? 'once' : `${times} times`}`]
  const reasons = [...because, ...again]
  return { end, renewedOn, because: reasons.length === 0 ? undefined : reasons.join(', ') }
}

/** Lengths in a row of one unit are one length. */
const add = (lengths: TermLength[], length: TermLength): void => {
  const last = lengths.at(-1)
  if (last?.unit === length.unit) lengths.splice(-1, 1, { ...last, count: last.count + length.count })
  else lengths.push(length)
}

/** Longer than any agreement runs, and short enough to stay within the calendar. */
const longest = 10_000

/** A length that a term can have: whole days or more. */
export const termLengthIn = (value: FieldValue | undefined): TermLength | undefined => {
  if (typeof value !== 'object' || !('unit' in value)) return undefined
  const { count, unit } = value
  return unit !== 'hour' && Number.isInteger(count) && count > 0 && count <= longest ? { count, unit } : undefined
}
