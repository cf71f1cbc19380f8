// When something is owed: the words that say so, a day where they name one, and how often.
import type { Recurrence } from '../../contracts/obligation.ts'
import { findDates } from '../fields/dates.ts'
import { ordinalWords } from '../fields/numbers.ts'

export type Due = { words: string | undefined; day: string | undefined; recurrence: Recurrence; start: number; end: number }

const ends = '[^,;:.()]{0,90}'
const ordinal = `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalWords}|first|last)(?: \\(\\d{1,2}(?:st|nd|rd|th)?\\))?`
const phrases: readonly RegExp[] = [
  new RegExp(
    `(?:within|no(?:t)? later than|not more than|no more than|at least|not less than|in no event later than) (?:a period of |the first )?[a-z -]{0,24}\\(?\\d{0,4}\\)? ?(?:business |calendar |working |banking |consecutive )?(?:hours?|days?|weeks?|months?|years?)\\b${ends}`,
  ),
  new RegExp(`(?:on or before|by|no(?:t)? later than|prior to|on) (?:the )?${ordinal} (?:business |calendar |working )?day of${ends}`),
  /(?:on or before|by|no(?:t)? later than|prior to|before|until) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b[^;.()]{0,20}\d{4}/,
  new RegExp(`(?:on or before|no(?:t)? later than) (?:the )?[a-z]${ends}`),
]
const rhythmic =
  '(?:written )?(?:basis|reports?|statements?|fees?|payments?|royalt|installments?|instalments?|audits?|reviews?|invoices?|certificates?|meetings?|forecasts?|accounting|rent|subscription|summar|business review)'
const each = (period: string): string =>
  `(?:each|every|per|of any) (?:and every )?(?:calendar |fiscal |contract |license |product )?${period}\\b`
const often: readonly [pattern: RegExp, recurrence: Recurrence][] = [
  [new RegExp(`\\bweekly (?:${rhythmic}|\\S+$)|\\bweekly[.,;]|${each('week')}`), 'weekly'],
  [new RegExp(`\\bmonthly ${rhythmic}|\\bmonthly(?:[.,;]|$| (?:in|to|by|on|and|within)\\b)|${each('month')}`), 'monthly'],
  [new RegExp(`\\bquarterly ${rhythmic}|\\bquarterly(?:[.,;]|$| (?:in|to|by|on|and|within)\\b)|${each('quarter')}`), 'quarterly'],
  [new RegExp(`\\bannual ${rhythmic}|\\b(?:annually|yearly)\\b|once a year|each anniversary|${each('year')}`), 'yearly'],
]
/** Where the words of a time end and another thought begins. */
const beyond =
  / (?:and|or) (?:shall|will|the|any|in|to|if|has|have|such)\b| (?:the|each|such) [a-z]+ (?:shall|will)\b| (?:provided|unless|except|if|without|by) | with respect to /

/** The first words of time in a sentence, in lower case, behind `from`, and how often it says. */
export function dueIn(lower: string, from: number): Due {
  const recurrence = often.find(([pattern]) => pattern.test(lower))?.[1] ?? 'once'
  const found = phrases.map((phrase) => phrase.exec(lower.slice(from))).filter((match) => match !== null)
  const first = found.toSorted((one, other) => one.index - other.index)[0]
  if (first === undefined) return { words: undefined, day: undefined, recurrence, start: lower.length, end: lower.length }
  const words = wholeWords(first[0])
  const start = from + first.index
  return { words, day: findDates(words)[0]?.date, recurrence, start, end: start + words.length }
}

/** Up to the next thought, and no half word. */
function wholeWords(words: string): string {
  const end = beyond.exec(words.slice(12))
  const whole = end === null ? words : words.slice(0, 12 + end.index)
  return (whole.length > 88 ? whole.slice(0, whole.lastIndexOf(' ')) : whole).trimEnd()
}
