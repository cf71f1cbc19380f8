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

/** All durations in a short lower-case text, places from `offset` on. Where words and digits differ the digits stand. */
export function findDurations(lower: string, offset = 0): FoundDuration[] {
  const found: FoundDuration[] = []
  for (const match of lower.matchAll(pattern)) {
    const duration = durationOf(match)
    if (duration === undefined) continue
    const lead = match[0].length - match[0].trimStart().length
    found.push({ ...duration, start: offset + match.index + lead, end: offset + match.index + match[0].length })
  }
  return found
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
