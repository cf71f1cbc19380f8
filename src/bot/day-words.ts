// One day, month, quarter, half or year as people write it, as the days that it covers.
import * as chrono from 'chrono-node'
import {
  addToDay,
  type CalendarDate,
  type DayRange,
  type DayUnit,
  dayFrom,
  daysInMonth,
  showDay,
  spanAround,
  weekdayOf,
} from '../contracts/calendar-date.ts'
import { Refusal } from '../contracts/refusal.ts'

/** Which year is meant where none was written: the last one (`on:`), or the next one (deadlines). */
export type Lean = 'past' | 'future'

/** `anchor`: the day from which a missing year is counted, when it is not today. */
export type DayContext = { today: CalendarDate; lean: Lean; anchor?: CalendarDate }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames = 'January February March April May June July August September October November December'.split(' ')
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

type Reader = { pattern: RegExp; read: (parts: string[], context: DayContext) => DayRange }

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i')
const day = (date: CalendarDate): DayRange => ({ from: date, to: date })
const number = (part: string | undefined): number => Number(part ?? Number.NaN)
const monthOf = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

const readers: Reader[] = [
  { pattern: whole('today|now'), read: (_, { today }) => day(today) },
  { pattern: whole('yesterday'), read: (_, { today }) => day(addToDay(today, -1, 'day')) },
  { pattern: whole('tomorrow'), read: (_, { today }) => day(addToDay(today, 1, 'day')) },
  { pattern: whole('(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T.*)?'), read: ([y, m, d]) => day(dated(number(y), number(m), number(d))) },
  { pattern: whole('(\\d{4})/(\\d{1,2})/(\\d{1,2})'), read: ([y, m, d]) => day(dated(number(y), number(m), number(d))) },
  { pattern: whole('(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})'), read: ([d, m, y]) => day(dated(yearOf(y), number(m), number(d))) },
  { pattern: whole('(\\d{1,2})\\.(\\d{1,2})\\.?'), read: ([d, m], context) => yearless(number(m), number(d), context) },
  { pattern: whole('(\\d{1,2})/(\\d{1,2})'), read: ([d, m], context) => yearless(number(m), number(d), context) },
  { pattern: whole('(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})'), read: ([d, m, y]) => day(dated(yearOf(y), number(m), number(d))) },
  {
    pattern: whole(`(?:the )?(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]?(?:of )?${month}[ ,-]*(\\d{4}|'?\\d{2})?`),
    read: ([d, m, y], context) => (y ? day(dated(yearOf(y), monthOf(m), number(d))) : yearless(monthOf(m), number(d), context)),
  },
  {
    pattern: whole(`${month} ?(\\d{1,2})(?:st|nd|rd|th)?(?:(?:, ?| )(\\d{4}))?`),
    read: ([m, d, y], context) => (y ? day(dated(number(y), monthOf(m), number(d))) : yearless(monthOf(m), number(d), context)),
  },
  { pattern: whole(`${month}[ ,-]*(\\d{4})`), read: ([m, y]) => spanAround(dated(number(y), monthOf(m), 1), 'month') },
  { pattern: whole('(\\d{4})-(\\d{1,2})'), read: ([y, m]) => spanAround(dated(number(y), number(m), 1), 'month') },
  { pattern: whole(month), read: ([m], context) => recurring(1, (year) => spanAround(dated(year, monthOf(m), 1), 'month'), context) },
  { pattern: whole('q([1-4])[ /-]*(\\d{4})'), read: ([q, y]) => quarter(number(y), number(q)) },
  { pattern: whole('(\\d{4})[ /-]*q([1-4])'), read: ([y, q]) => quarter(number(y), number(q)) },
  { pattern: whole('q([1-4])'), read: ([q], context) => recurring(1, (year) => quarter(year, number(q)), context) },
  { pattern: whole('h([12])[ /-]*(\\d{4})'), read: ([h, y]) => half(number(y), number(h)) },
  { pattern: whole('h([12])'), read: ([h], context) => recurring(1, (year) => half(year, number(h)), context) },
  { pattern: whole('(\\d{4})'), read: ([y]) => spanAround(dated(number(y), 1, 1), 'year') },
  {
    pattern: whole('(?:(this|next|last) )?(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'),
    read: ([which, name], context) => weekday(which?.toLowerCase(), weekdays.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1, context),
  },
  {
    pattern: whole('(this|the current|current|next|last|previous) (week|month|quarter|year)'),
    read: ([which, unit], { today }) => spanAround(addToDay(today, shiftOf(which), unitOf(unit)), unitOf(unit)),
  },
  {
    pattern: whole('(?:the )?end of (.+)'),
    read: ([rest], context) => day(readPeriod(rest ?? '', context).to),
  },
  {
    pattern: whole('(?:the )?(?:start|beginning) of (.+)'),
    read: ([rest], context) => day(readPeriod(rest ?? '', context).from),
  },
]

/** The days that the words cover; refused when they are no day that exists, or nothing that is understood. */
export const readPeriod = (typed: string, context: DayContext): DayRange => {
  const words = tidy(typed)
  for (const { pattern, read } of readers) {
    const match = pattern.exec(words)
    if (match) return read(match.slice(1) as string[], context)
  }
  return readFreely(words, context) ?? refuse(typed)
}

export const tidy = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[‐–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

const refuse = (typed: string): never => {
  throw new Refusal('invalid', `"${typed}" is not a day or a period.`, { next: dayHelp })
}
export const dayHelp = 'Write it as 2026-12-31, 31 Dec, 31.12.2026, yesterday, Q3 2027, next 90 days, by June or 2024..2025.'

const yearOf = (part = ''): number => (/^'?\d\d$/.test(part) ? 2000 + Number(part.replace("'", '')) : Number(part))

/** A day that exists, or a refusal that says what there is. */
const dated = (year: number, month: number, dayOfMonth: number): CalendarDate => {
  if (year < 1900 || year > 2199)
    throw new Refusal('invalid', `The year ${year} is out of reach; years go from 1900 to 2199.`, { next: dayHelp })
  if (month < 1 || month > 12) throw new Refusal('invalid', `There is no month ${month}; months go from 1 to 12.`, { next: dayHelp })
  const last = daysInMonth(year, month)
  if (dayOfMonth >= 1 && dayOfMonth <= last) return dayFrom(year, month, dayOfMonth)
  const name = monthNames[month - 1]
  throw new Refusal(
    'invalid',
    `There is no ${dayOfMonth} ${name} ${year}; ${name} ${year} ends on ${showDay(dayFrom(year, month, last))}.`,
    {
      next: dayHelp,
    },
  )
}

/** A day of the nearest year that has it, so that 29 Feb finds a leap year and 31 Feb none. */
const yearless = (month: number, dayOfMonth: number, context: DayContext): DayRange => {
  if (!(month === 2 && dayOfMonth === 29)) return recurring(1, (year) => day(dated(year, month, dayOfMonth)), context)
  return recurring(4, (year) => day(dated(year - (year % 4), month, dayOfMonth)), context)
}

/** Looking ahead: the first that is not over. Looking back: the last that has begun. */
const recurring = (step: number, inYear: (year: number) => DayRange, { today, lean, anchor = today }: DayContext): DayRange => {
  const year = Number(anchor.slice(0, 4))
  const current = inYear(year)
  const tries = [inYear(year - step), current, inYear(year + step)]
  const found = lean === 'future' ? tries.find((range) => range.to >= anchor) : tries.findLast((range) => range.from <= anchor)
  return found ?? current
}

const quarter = (year: number, which: number): DayRange => spanAround(dated(year, which * 3, 1), 'quarter')
const half = (year: number, which: number): DayRange => ({ from: quarter(year, which * 2 - 1).from, to: quarter(year, which * 2).to })

/** Today counts for a bare name of a weekday, not for `next` and `last`. */
const weekday = (which: string | undefined, wanted: number, { today, lean }: DayContext): DayRange => {
  const ahead = (wanted - weekdayOf(today) + 7) % 7
  if (which === 'next') return day(addToDay(today, ahead || 7, 'day'))
  if (which === 'last') return day(addToDay(today, ahead - 7, 'day'))
  if (which === 'this') return day(addToDay(spanAround(today, 'week').from, wanted - 1, 'day'))
  return day(addToDay(today, lean === 'future' || ahead === 0 ? ahead : ahead - 7, 'day'))
}

const shiftOf = (which = ''): number => ({ next: 1, last: -1, previous: -1 })[which.toLowerCase()] ?? 0
export const unitOf = (word = ''): DayUnit => {
  const units: Record<string, DayUnit> = { d: 'day', w: 'week', m: 'month', q: 'quarter', y: 'year' }
  return units[word.slice(0, 1).toLowerCase()] ?? 'day'
}

/** What is left, such as "two weeks ago" or "14 days before 30 June 2027": a day only when all of the words were understood. */
const readFreely = (words: string, { today, lean }: DayContext): DayRange | undefined => {
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 }
  const [found] = chrono.en.GB.parse(words, reference, { forwardDate: lean === 'future' })
  if (found?.text.length !== words.length || found.end) return undefined
  const [year, month, dayOfMonth] = (['year', 'month', 'day'] as const).map((part) => found.start.get(part) ?? 0)
  return day(dated(year ?? 0, month ?? 0, dayOfMonth ?? 0))
}
