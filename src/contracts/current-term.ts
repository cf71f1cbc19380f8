// The end of the term that runs on a day: of the initial term, or of as many renewals of their own accord as it takes.
import { addToDay, type CalendarDate, daysBetween, showDay } from './calendar-date.ts'
import type { FieldValue } from './field-value.ts'
import { showDuration } from './fields.ts'
import { lastDayAfter, type TermLength, type TermUnit } from './term.ts'

export type TermEnd = {
  end: CalendarDate
  /** The first day of the term that ends then, where it is a renewal. */
  renewedOn: CalendarDate | undefined
  /** How it was come by: `36 months from 1 Feb 2024`; undefined for an end that is stated and has not passed. */
  because: () => string | undefined
}

/** The initial term: its last day where that is stated, else its first day and its length. */
export type InitialTerm = { stated: CalendarDate } | { start: CalendarDate; length: TermLength }

/** `on`: the length of the renewal that would begin on a day by itself, if one would. `isSteady`: it is the same on every day. */
export type Renewals = { on: (day: CalendarDate) => TermLength | undefined; isSteady: boolean }

/** Terms of a day, agreed anew from time to time and renewed for longer than anybody keeps records. */
const mostRenewals = 5_000

/** Renewals are counted from the first start, each as long as was agreed on the day on which it began. */
export const termEndOn = (initial: InitialTerm, renewals: Renewals, day: CalendarDate): TermEnd => {
  const after = counterFrom(initial)
  const first = after([])
  const { lengths, times } = first >= day ? { lengths: [], times: 0 } : renewedUntil(first, after, renewals, day)
  const end = times === 0 ? first : after(lengths)
  return {
    end,
    renewedOn: times === 0 ? undefined : addToDay(after(withoutLast(lengths)), 1, 'day'),
    because: () => reasonOf(initial, first, times),
  }
}

type Counter = (renewals: readonly TermLength[]) => CalendarDate

const counterFrom = (initial: InitialTerm): Counter => {
  if (!('stated' in initial)) return (lengths) => lastDayAfter(initial.start, [initial.length, ...lengths])
  const next = addToDay(initial.stated, 1, 'day')
  return (lengths) => (lengths.length === 0 ? initial.stated : lastDayAfter(next, lengths))
}

/** One length a renewal. */
type Renewed = { lengths: TermLength[]; times: number }

const renewedUntil = (first: CalendarDate, after: Counter, { on, isSteady }: Renewals, day: CalendarDate): Renewed => {
  if (isSteady) {
    const length = on(addToDay(first, 1, 'day'))
    return length ? steadily(first, after, length, day) : { lengths: [], times: 0 }
  }
  const lengths: TermLength[] = []
  for (let end = first; end < day && lengths.length < mostRenewals; end = after(lengths)) {
    const length = on(addToDay(end, 1, 'day'))
    if (!length) break
    lengths.push(length)
  }
  return { lengths, times: lengths.length }
}

const fewestDays: Record<TermUnit, number> = { day: 1, business_day: 1, week: 7, month: 28, year: 365 }
const mostDays: Record<TermUnit, number> = { day: 1, business_day: 3, week: 7, month: 31, year: 366 }

/** Guessed from the number of days, never too many, and counted on from there: a monthly term may have been renewed for decades. */
const steadily = (first: CalendarDate, after: Counter, { count, unit }: TermLength, day: CalendarDate): Renewed => {
  const ahead = daysBetween(first, day)
  const of = (times: number): TermLength[] => [
    { count: count * (times - 1), unit },
    { count, unit },
  ]
  let times = Math.max(1, Math.floor(ahead / (count * mostDays[unit])))
  const most = Math.ceil(ahead / (count * fewestDays[unit])) + 1
  while (times < most && after(of(times)) < day) times += 1
  return { lengths: of(times), times }
}

const withoutLast = (lengths: readonly TermLength[]): TermLength[] => lengths.slice(0, -1).filter(({ count }) => count > 0)

/** `2 years from 1 May 2024` */
export const showTerm = (start: CalendarDate, length: TermLength): string => `${showDuration(length)} from ${showDay(start)}`

const reasonOf = (initial: InitialTerm, first: CalendarDate, times: number): string | undefined => {
  const begun = 'stated' in initial ? undefined : showTerm(initial.start, initial.length)
  if (times === 0) return begun
  return `${begun ?? showDay(first)}, renewed ${times === 1 ? 'once' : `${times} times`}`
}

/** The ends of the terms that run on the days from one to another, so many at most; the last one may lie behind them. */
export const termEndsWithin = (
  initial: InitialTerm,
  renewals: Renewals,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  most: number,
): CalendarDate[] => {
  const after = counterFrom(initial)
  const first = after([])
  const { lengths } = first >= from ? { lengths: [] } : renewedUntil(first, after, renewals, from)
  const ends: CalendarDate[] = []
  for (let end = after(lengths); ends.length < most; end = after(lengths)) {
    ends.push(end)
    const length = end < to ? renewals.on(addToDay(end, 1, 'day')) : undefined
    if (!length) break
    add(lengths, length)
  }
  return ends
}

/** Lengths in a row of one unit are counted as one. */
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
