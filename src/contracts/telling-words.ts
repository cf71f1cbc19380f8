// Which words of a sentence say its value, so that a reader's eye falls on them first, and what of a long sentence stands around them.
import { isCalendarDate } from './calendar-date.ts'
import { monthNames, ones, tens } from './english-words.ts'
import type { FieldValue } from './field-value.ts'
import { exponentOf } from './money.ts'

/** Offsets in the sentence, end exclusive. */
export type Span = { start: number; end: number }

const units = { hour: 'hours?', day: 'days?', business_day: '(?:business|working) days?', week: 'weeks?', month: 'months?', year: 'years?' }

/** Nothing where no words say it by themselves: a yes or no, a day that was computed. */
export const tellingWords = (sentence: string, value: FieldValue): Span | undefined => {
  const pattern = patternOf(value)
  const found = pattern === undefined ? undefined : new RegExp(pattern, 'iu').exec(sentence)
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}

const patternOf = (value: FieldValue): string | undefined => {
  if (typeof value === 'boolean') return undefined
  if (typeof value === 'number') return String.raw`(?<![\d.,])${numberPattern(value)}(?!\d)(?:\s*%|\s*per\s?cent)?`
  if (typeof value === 'string') return isCalendarDate(value) ? datePattern(value) : literal(value)
  if (Array.isArray(value)) return value[0] === undefined ? undefined : literal(value[0])
  return 'minor' in value ? moneyPattern(value) : durationPattern(value)
}

const literal = (words: string): string | undefined =>
  words.trim() === '' ? undefined : words.trim().split(/\s+/).map(RegExp.escape).join(String.raw`\s+`)

const numberPattern = (value: number): string => String(value).replace('.', '[.,]')

/** `1 March 2026`, `the 19 day of March, 2004`, `March 1st, 2026`, `2026-03-01`, `01.03.2026`. */
const datePattern = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = monthNames[Number(month) - 1] ?? ''
  const named = `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?`
  const [days, months] = [`0?${Number(day)}(?:st|nd|rd|th)?`, `0?${Number(month)}`]
  const forms = [
    String.raw`${days}(?:\s+day)?(?:\s+of)?\s+${named},?\s+${year}`,
    String.raw`${named}\s+${days},?\s*${year}`,
    `${year}-${month}-${day}`,
    `${days}[./]${months}[./](?:20|19)?${year.slice(2)}`,
    `${months}/${days}/(?:20|19)?${year.slice(2)}`,
  ]
  return String.raw`(?<!\d)(?:${forms.join('|')})(?!\d)`
}

/** `ninety (90) days`, `six months`, `1-year`, `thirty (30) calendar days`. */
const durationPattern = ({ count, unit }: { count: number; unit: keyof typeof units }): string => {
  const word = wordFor(count)
  const digits = String.raw`(?<![\d.,])${numberPattern(count)}`
  const number = word === undefined ? digits : String.raw`(?:(?<!\p{L})${word}(?:\s*\(\s*${count}\s*\))?|${digits})`
  return String.raw`${number}\)?[\s-]*(?:calendar\s+|full\s+|consecutive\s+)?${units[unit]}(?!\p{L})`
}

const wordFor = (count: number): string | undefined => {
  if (!Number.isInteger(count) || count > 99) return undefined
  const [ten, one] = [tens[Math.floor(count / 10)], ones[count % 10]]
  return count < 20 ? ones[count] : count % 10 === 0 ? ten : String.raw`${ten}[\s-]${one}`
}

/** The digits, however they are grouped; the currency may stand before or behind. */
const moneyPattern = ({ minor, currency }: { minor: number; currency: string }): string => {
  const exponent = exponentOf(currency)
  const digits = String(minor).padStart(exponent + 1, '0')
  const [whole, decimals] = [digits.slice(0, digits.length - exponent), digits.slice(digits.length - exponent)]
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, "[.,'\\s]?")
  const tail = /[1-9]/.test(decimals) ? `[.,]${decimals}` : `(?:[.,]0{${Math.max(exponent, 1)}})?`
  const signs = String.raw`\p{Sc}|${currency}|[A-Z]{1,3}\p{Sc}`
  return String.raw`(?:(?:${signs})\s*)?(?<![\d.,])${grouped}${tail}(?!\d)(?:\s*(?:${signs})(?!\p{L}))?`
}

/** A long sentence cut to about `room` around the words that matter, or its beginning; what was left out is shown as such. */
export const excerptOf = (sentence: string, value: FieldValue, room: number): string => {
  if (sentence.length <= room) return sentence
  const { start, end } = tellingWords(sentence, value) ?? { start: 0, end: 0 }
  const before = Math.max(0, Math.min(start - Math.floor((room - (end - start)) / 3), sentence.length - room))
  const from = before === 0 ? 0 : Math.min(start, nextWord(sentence, before))
  const until = from + room >= sentence.length ? sentence.length : Math.max(end, lastWord(sentence, from + room))
  return `${from > 0 ? '… ' : ''}${sentence.slice(from, until).trim()}${until < sentence.length ? ' …' : ''}`
}

const nextWord = (sentence: string, at: number): number => sentence.indexOf(' ', at) + 1 || at
/** One word as long as the room is cut, so that it stays an excerpt; never in the middle of a surrogate pair. */
const lastWord = (sentence: string, at: number): number => {
  const space = sentence.lastIndexOf(' ', at)
  if (space > at / 2) return space
  return /[\ud800-\udbff]/.test(sentence[at - 1] ?? '') ? at - 1 : at
}
