// Durations as agreements write them: "a period of five (5) years", "12-month", "sixty (60) business days", "annual".
import { numberWords, wordsToNumber } from './numbers.ts'

export type DurationUnit = 'day' | 'business_day' | 'week' | 'month' | 'year'
export type Duration = { count: number; unit: DurationUnit }
export type FoundDuration = Duration & { start: number; end: number }

const filler = '(?:(?:consecutive|full|calendar|additional|successive|further|contract|more|renewal|whole|continuous) ){0,2}'
const adverb = '(annual|yearly|annually|year-to-year|year to year|month-to-month|month to month)(?![a-z])'
const pattern = new RegExp(
  `(?<![a-z0-9.,$])(?:${adverb}|(${numberWords})?(?: ?- ?| )?[([]? ?(\\d{1,4})? ?[)\\]]{0,2}[ -]{0,3}${filler}(business|working|banking|trading|workday)?[ -]?(day|week|month|year|yr|quarter)(?![ -]to[ -](?:month|year))s?'?[)\\]]?(?![a-z]))`,
  'g',
)

const adverbs: Record<string, Duration> = {
  annual: { count: 1, unit: 'year' },
  annually: { count: 1, unit: 'year' },
  yearly: { count: 1, unit: 'year' },
  'year-to-year': { count: 1, unit: 'year' },
  'year to year': { count: 1, unit: 'year' },
  'month-to-month': { count: 1, unit: 'month' },
  'month to month': { count: 1, unit: 'month' },
}

/** "Two years and six months". */
const joined = /^,? ?(?:and|plus)? ?$/

/** "Two and one-half (2 1/2) years", "1.5 years". */
const halves = new RegExp(
  `(?<![a-z0-9.,$])(?:(${numberWords}|\\d{1,2}) and (?:a|one)[- ]half|(\\d{1,2})(?: 1/2|\u00bd|\\.5))(?: ?\\(\\d{1,2}(?: ?1/2|\u00bd|\\.5)\\))? ?-?years?(?![a-z])`,
  'g',
)

function halvesIn(lower: string, offset: number): FoundDuration[] {
  return [...lower.matchAll(halves)].flatMap(({ 0: text, 1: words, 2: digits, index }): FoundDuration[] => {
    const years = digits === undefined ? (wordsToNumber(words ?? '') ?? Number(words)) : Number(digits)
    if (!Number.isInteger(years)) return []
    return [{ count: years * 12 + 6, unit: 'month', start: offset + index, end: offset + index + text.length }]
  })
}

/** All durations in a short lower-case text, places from `offset` on. Where words and digits differ the digits stand. */
export function findDurations(lower: string, offset = 0): FoundDuration[] {
  const found: FoundDuration[] = /half|1\/2|\u00bd|\.5/.test(lower) ? halvesIn(lower, offset) : []
  const isHalf = (end: number): boolean => found.some((half) => half.end === offset + end)
  for (const match of lower.matchAll(pattern)) {
    const duration = durationOf(match)
    const end = match.index + match[0].length
    if (duration === undefined || isHalf(end)) continue
    const start = end - match[0].trimStart().length
    const last = found.at(-1)
    if (last?.unit === 'year' && duration.unit === 'month' && joined.test(lower.slice(last.end - offset, start))) {
      found[found.length - 1] = { count: last.count * 12 + duration.count, unit: 'month', start: last.start, end: offset + end }
    } else {
      found.push({ ...duration, start: offset + start, end: offset + end })
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

function durationOf([, often, words, digits, business, unit]: RegExpMatchArray): Duration | undefined {
  if (often !== undefined) return adverbs[often]
  const count = digits === undefined ? (words === undefined ? undefined : wordsToNumber(words)) : Number(digits)
  if (count === undefined || count === 0 || unit === undefined) return undefined
  if (unit === 'yr') return { count, unit: 'year' }
  if (unit === 'quarter') return { count: count * 3, unit: 'month' }
  if (unit === 'day' && business !== undefined) return { count, unit: 'business_day' }
  return { count, unit: unit as DurationUnit }
}
