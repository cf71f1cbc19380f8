// Calendar dates as agreements write them: "September 7, 1999", "this 7th day of September, 1999", "7/7/1999", "1. Mai"-style digits.
import { dayFrom, daysInMonth } from '../../contracts/calendar-date.ts'
import { monthNames } from '../../contracts/english-words.ts'
import { ordinalToNumber, ordinalWords, wordsToYear, yearWords } from './numbers.ts'

export type FoundDate = {
  date: string
  start: number
  end: number /** Day and month could be read the other way round. */
  isAmbiguous: boolean
}

const monthOf = (name: string): number => monthNames.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1

const month =
  /(?<![a-z])(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])/g
const numeric =
  /(?<![\d/.-])(?:(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: ?, ?(?:19|20)\d\d(?!\d))?|((?:19|2[01])\d\d)([/.-])(\d{1,2})\6(\d{1,2}))(?![\d/a-z]|[.-]\d)/g

const suffix = "(?: ?(?:s ?t|n ?d|r ?d|t ?h|'h|\u00ae))?"
const dayBefore = new RegExp(
  `(?:(?<![\\d.,])(\\d{1,2})${suffix}|(?<![a-z-])(${ordinalWords}))(?: \\((?:\\d{1,2}${suffix}|${ordinalWords}) ?\\))?[ ,.-]{0,9}(?:days?,? {0,9})?(?:of {1,9})?(?:the month of )?["']?$`,
)
const lastDayBefore = /(?:last|final) day (?:of|in) $/
const yearAfter = new RegExp(
  `^['".]? ?(?:day )?(?:of )?[ ,.-]{0,9}(?:of )?(?:in )?(?:the year )?(?:of )?(?:our lord )?(?:a\\.?d\\.?,? )?(\\d{4}|'\\d{2}|\\d{2}(?= ?[),;.])|(?<=-)\\d{2}|${yearWords})(?!\\d|[a-z]| dollars| shares| hundred)`,
)
const dayAndYearAfter = new RegExp(
  `^\\.?,? {0,3}(?:the )?(?:(\\d{1,2})(?!\\d)${suffix}|(${ordinalWords}))(?: day)?(?: of)?[ ,.]{0,5}(?:in )?(?:the year )?(?:of our lord )?(\\d ?\\d ?\\d ?\\d|'\\d{2}|${yearWords})(?!\\d|[a-z]| dollars| shares| hundred)`,
)

/** What fills the blanks of forms, "this _15th_ day of [June]"; "June 1_" stays open, for half a day is none. */
const blank =
  /(?<![\d_])_+(?=\d\d(?!\d)|\d{1,2}(?:st|nd|rd|th)|[a-z])|(?<=\d(?:st|nd|rd|th))_+(?=[ ,])|(?<=[a-z ])_+(?![_\d])|(?<=\d\d)_+(?= ?day)/g
const bracketed = /\[([a-z\d ]{1,14})\]/g
const withoutBlanks = (lower: string): string => lower.replace(blank, (line) => ' '.repeat(line.length)).replace(bracketed, ' $1 ')

/** All dates in a lower-case text, in order of place. Partial dates ("April 2005", "__ March 2018") are left out. */
export function findDates(text: string, offset = 0): FoundDate[] {
  const lower = /[_[]/.test(text) ? withoutBlanks(text) : text
  const found: FoundDate[] = []
  for (const match of lower.matchAll(month)) {
    const date = wordedDate(lower, match.index, match[0])
    if (date !== undefined) found.push({ ...date, start: date.start + offset, end: date.end + offset })
  }
  for (const match of lower.matchAll(numeric)) {
    const date = numericDate(match)
    if (date !== undefined) found.push({ ...date, start: match.index + offset, end: match.index + offset + match[0].length })
  }
  return found.sort((one, other) => one.start - other.start)
}

function wordedDate(lower: string, at: number, name: string): FoundDate | undefined {
  const after = lower.slice(at + name.length, at + name.length + 64)
  const american = dayAndYearAfter.exec(after)
  if (american !== null) {
    const day = american[1] === undefined ? ordinalToNumber(american[2] ?? '') : Number(american[1])
    return checked(american[3] ?? '', monthOf(name), day, at, at + name.length + american[0].length)
  }
  const last = lastDayBefore.exec(lower.slice(Math.max(0, at - 20), at))
  const lastYear = last === null ? null : yearAfter.exec(after)
  if (last !== null && lastYear !== null && /^\d{4}$/.test(lastYear[1] ?? '')) {
    const day = daysInMonth(Number(lastYear[1]), monthOf(name))
    return checked(lastYear[1] ?? '', monthOf(name), day, at - last[0].length, at + name.length + lastYear[0].length)
  }
  const before = dayBefore.exec(lower.slice(Math.max(0, at - 60), at))
  const year = yearAfter.exec(after)
  if (before === null || year === null) return undefined
  const day = before[1] === undefined ? ordinalToNumber(before[2] ?? '') : Number(before[1])
  return checked(year[1] ?? '', monthOf(name), day, at - before[0].length, at + name.length + year[0].length)
}

function numericDate([, first, mark, second, year, isoYear, , isoMonth, isoDay]: RegExpMatchArray): FoundDate | undefined {
  if (isoYear !== undefined) return checked(isoYear, Number(isoMonth), Number(isoDay), 0, 0)
  const [one, two] = [Number(first), Number(second)]
  // With full stops between, the day stands first; with slashes the American order is the usual one in contracts in English.
  const dayFirst = (mark === '.' && one <= 31) || one > 12
  if (mark === '.' && year?.length === 2) return undefined
  const date = dayFirst ? checked(year ?? '', two, one, 0, 0) : checked(year ?? '', one, two, 0, 0)
  return date && { ...date, isAmbiguous: mark !== '.' && one <= 12 && two <= 12 && one !== two }
}

function checked(year: string, monthNumber: number, day: number | undefined, start: number, end: number): FoundDate | undefined {
  const digits = /^[a-z]/.test(year) ? String(wordsToYear(year)) : year.replace(/[ ']/g, '')
  const full = digits.length === 2 ? Number(digits) + (Number(digits) < 70 ? 2000 : 1900) : Number(digits)
  const isDay = day !== undefined && day >= 1 && monthNumber >= 1 && monthNumber <= 12 && full >= 1900 && full <= 2199
  if (!isDay || day > daysInMonth(full, monthNumber)) return undefined
  return { date: dayFrom(full, monthNumber, day), start, end, isAmbiguous: false }
}
