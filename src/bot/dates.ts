// Days and ranges of days in people's words; the answer states the exact days that were understood.
import { addToDay, type CalendarDate, type DayRange, type DayUnit, firstDay, lastDay, showDay } from '../contracts/calendar-date.ts'
import { Refusal } from '../contracts/refusal.ts'
import { type DayContext, dayHelp, type Lean, readPeriod, tidy, unitOf } from './day-words.ts'

export { showRange } from '../contracts/calendar-date.ts'

/** `31 Dec`, `yesterday`, `31.12.2026`. Without a year the next such day is meant, or the last one when looking back. Refuses. */
export const parseDay = (typed: string, today: CalendarDate, lean: Lean = 'future'): CalendarDate => {
  const { from, to } = readPeriod(typed, { today, lean })
  if (from === to) return from
  throw new Refusal('invalid', `"${typed}" is more than one day: ${showDay(from)} to ${showDay(to)}.`, {
    next: 'Name one day: 2026-12-31, 31 Dec, yesterday.',
  })
}

/** `next 90 days`, `90d`, `Q3`, `by June`, `2024..2025`, `between 1 May and 30 June`; a single day is a range of one. Refuses. */
export const parseRange = (typed: string, today: CalendarDate, lean: Lean = 'future'): DayRange => {
  const words = tidy(typed)
  const context = { today, lean }
  for (const { pattern, read } of readers) {
    const match = pattern.exec(words)
    const range = match && read(match.slice(1) as string[], context)
    if (range) return range
  }
  return readPeriod(typed, context)
}

type Reader = { pattern: RegExp; read: (parts: string[], context: DayContext) => DayRange | undefined }

const span = '(\\d{1,4}) ?(d|days?|w|weeks?|m|months?|q|quarters?|y|years?)'

const readers: Reader[] = [
  {
    pattern: new RegExp(`^(?:in the |within the |the |within )?(?:(next|coming|last|past|previous) )?${span}$`, 'i'),
    read: ([which, amount, unit], context) => around(context, which, Number(amount), unitOf(unit)),
  },
  { pattern: /^(?:between|from) (.+?) (?:and|to|until|till) (.+)$/i, read: ([from, to], context) => between(from, to, context) },
  { pattern: /^(.+?) ?\.\.+ ?(.+)$/, read: ([from, to], context) => between(from, to, context) },
  { pattern: /^(.+?) (?:to|until|till|-) (.+)$/i, read: ([from, to], context) => between(from, to, context) },
  { pattern: /^([a-z]+\d?)-([a-z]+\d?(?: \d{4})?)$/i, read: ([from, to], context) => between(from, to, context) },
  { pattern: /^(\d{4})-(\d{4})$/, read: ([from, to], context) => between(from, to, context) },
  {
    pattern: /^(?:by|until|till|up to|through)(?: the)? (.+)$/i,
    read: ([rest], context) => until(readPeriod(rest ?? '', context).to, context),
  },
  {
    pattern: /^(?:before) (.+)$/i,
    read: ([rest], context) => until(addToDay(readPeriod(rest ?? '', context).from, -1, 'day'), context),
  },
  { pattern: /^\.\. ?(.+)$/, read: ([rest], context) => ({ from: firstDay, to: readPeriod(rest ?? '', context).to }) },
  { pattern: /^(?:since) (.+)$/i, read: ([rest], { today }) => since(readPeriod(rest ?? '', { today, lean: 'past' }).from, today) },
  { pattern: /^after (.+)$/i, read: ([rest], context) => ({ from: addToDay(readPeriod(rest ?? '', context).to, 1, 'day'), to: lastDay }) },
  { pattern: /^from (.+?)(?: on(?:wards?)?)?$/i, read: ([rest], context) => ({ from: readPeriod(rest ?? '', context).from, to: lastDay }) },
  { pattern: /^(.+?) ?\.\.+$/, read: ([rest], context) => ({ from: readPeriod(rest ?? '', context).from, to: lastDay }) },
  { pattern: /^(?:in|on|during) (.+)$/i, read: ([rest], context) => quietly(() => readPeriod(rest ?? '', context)) },
]

/** So many days from today, or up to today. */
const around = ({ today, lean }: DayContext, which: string | undefined, amount: number, unit: DayUnit): DayRange => {
  const back = which ? /^(?:last|past|previous)$/i.test(which) : lean === 'past'
  const edge = addToDay(today, back ? -amount : amount, unit)
  return back ? { from: edge, to: today } : { from: today, to: edge }
}

/** From today to a day; a day that is past reaches from it back, so everything up to it. */
const until = (to: CalendarDate, { today }: DayContext): DayRange => ({ from: to < today ? firstDay : today, to })

const since = (from: CalendarDate, today: CalendarDate): DayRange => (from <= today ? { from, to: today } : { from, to: lastDay })

/** The end without a year is counted from today, the beginning from the end: "Nov to Jan" runs over the new year. */
const between = (first = '', second = '', context: DayContext): DayRange => {
  const hasYear = (words: string) => /\d{4}|\d\.\d+\.\d\d/.test(words)
  const beginsFirst = !hasYear(second) && (hasYear(first) || context.lean === 'past')
  const range = beginsFirst ? fromBeginning(first, second, context) : fromEnd(first, second, context)
  if (range.from <= range.to) return range
  throw new Refusal('invalid', `${showDay(range.from)} is after ${showDay(range.to)}.`, { next: `Turn the two round. ${dayHelp}` })
}

const fromBeginning = (first: string, second: string, context: DayContext): DayRange => {
  const { from } = readPeriod(first, context)
  return { from, to: readPeriod(second, { ...context, lean: 'future', anchor: from }).to }
}

const fromEnd = (first: string, second: string, context: DayContext): DayRange => {
  const { to } = readPeriod(second, context)
  return { from: readPeriod(first, { ...context, lean: 'past', anchor: to }).from, to }
}

/** "in 3 weeks" is a day although "3 weeks" is none: such words go on to the next reader. */
const quietly = (read: () => DayRange): DayRange | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
