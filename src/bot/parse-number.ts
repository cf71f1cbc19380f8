// Numbers, percentages and durations as people type them and as agreements write them: 1,200 seats, 99,95 %, ninety (90) days.
import { type DurationValue, durationUnits } from '../contracts/field-value.ts'
import { wordsToNumber } from '../documents/fields/numbers.ts'

/** Powers of ten behind what follows a number. */
const scales: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 }
const longest = 60

const tidy = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u2018\u2019`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** "ninety (90)" is 90; words and digits that differ are no number, because nobody knows which of them is meant. */
const withoutWords = (text: string): string | undefined => {
  const both = /^([a-z][a-z -]*?) ?\(([\d.,' ]+)\)(.*)$/.exec(text)
  if (!both) return text
  const [, words = '', digits = '', rest = ''] = both
  return wordsToNumber(words) === plainNumber(digits, 'thousands') ? `${digits.trim()}${rest}` : undefined
}

/**
 * The number that digits and signs between them stand for. The last of two kinds of sign is the decimal one, a repeated one groups. A lone
 * sign before three digits groups thousands (`1,200`), as with money, or has decimals (`99.950` of a percentage): the caller says which.
 */
const plainNumber = (written: string, lone: 'thousands' | 'decimals'): number | undefined => {
  const text = written.trim().replace(/(?<=\d)[' ](?=\d{3}(?!\d))/g, '')
  if (!/^-?(\d([\d.,]*\d)?|[.,]\d+)$/.test(text)) return undefined
  const signs = text.replace(/[\d-]/g, '')
  const last = signs.at(-1) ?? '.'
  const group = last === '.' ? ',' : '.'
  const groups = (sign: string) => new RegExp(`^-?\\d{1,3}(\\${sign}\\d{3})+$`)
  if (groups(last).test(text) && (signs.length > 1 || (lone === 'thousands' && !/^-?0/.test(text)))) return exact(text.replaceAll(last, ''))
  const [whole = '', decimals = '', ...more] = text.split(last)
  if (more.length > 0 || (whole.includes(group) && !groups(group).test(whole))) return undefined
  return exact(`${whole.replaceAll(group, '') || '0'}.${decimals || '0'}`)
}

/** More digits than a number can hold are refused, not rounded in silence. */
const exact = (digits: string): number | undefined => (digits.replace(/\D/g, '').length > 15 ? undefined : Number(digits))

/** `480`, `1,200 seats`, `10k`; undefined for what is no number. Behind it only the unit that it counts may stand. */
export const readNumber = (typed: string, unit?: string): number | undefined => {
  const text = typed.length > longest ? undefined : withoutWords(tidy(typed))
  const [, digits = '', rest = ''] = /^(-?[\d.,' ]*\d) ?(.*)$/.exec(text ?? '') ?? []
  const [scale, counted] = scaleOf(rest)
  const isUnit = counted === '' || (unit !== undefined && stem(counted) === stem(unit))
  const number = isUnit ? plainNumber(digits, scale === 1 ? 'thousands' : 'decimals') : undefined
  return number === undefined ? undefined : Number((number * scale).toPrecision(15))
}

const stem = (unit: string): string => unit.toLowerCase().trim().replace(/s$/, '')

const scaleOf = (rest: string): [number, string] => {
  const [first = '', ...others] = rest.split(' ')
  return Object.hasOwn(scales, first) ? [scales[first] as number, others.join(' ')] : [1, rest]
}

/** `99.95`, `99,95 %`, `99.95 percent`, `twenty per cent`; undefined for what is no percentage. */
export const readPercent = (typed: string): number | undefined => {
  const text = typed.length > longest ? undefined : withoutWords(tidy(typed))
  const [, written] = /^(.*?) ?(?:%|percent|per cent|pct|p\.c\.)?$/.exec(text ?? '') ?? []
  return written === undefined ? undefined : countOf(written, 'decimals')
}

const unitWords: Record<DurationValue['unit'], string> = {
  hour: 'h|hr|hrs|hours?',
  day: '(?:calendar |consecutive )?days?|d',
  business_day: '(?:business|working|bank|banking) days?|bd|workdays?',
  week: 'w|wk|wks|weeks?',
  month: '(?:calendar )?months?|m|mo|mos',
  year: '(?:calendar |contract )?years?|y|yr|yrs',
}
const units = durationUnits.map((unit) => ({ unit, pattern: new RegExp(`^(.*?)[ -]?(?:${unitWords[unit]})$`) }))

const longestCount = 100_000

/** `90d`, `ninety (90) days`, `net 30`, `30 business days`; `unit` is what a bare number counts. Undefined for what is no duration. */
export const readDuration = (typed: string, unit?: string): DurationValue | undefined => {
  const text = typed.length > longest ? undefined : withoutWords(tidy(typed))
  if (text === undefined) return undefined
  const terms = text.replace(/^net | net$/, '')
  const bare = terms === text ? unit : 'days'
  return withUnit(terms) ?? (bare === undefined ? undefined : withUnit(`${terms} ${bare}`))
}

const withUnit = (text: string): DurationValue | undefined => {
  for (const { unit, pattern } of units) {
    const count = countOf(pattern.exec(text)?.[1], 'thousands')
    if (count !== undefined) return whole(count, unit)
  }
  return undefined
}

const countOf = (written: string | undefined, lone: 'thousands' | 'decimals'): number | undefined => {
  if (written === undefined || written === '') return undefined
  return /^[a-z]/.test(written) ? wordsToNumber(written) : plainNumber(written, lone)
}

/** A year and a half is eighteen months; other parts of a length are nobody's term. */
const whole = (count: number, unit: DurationValue['unit']): DurationValue | undefined => {
  if (count < 0 || count > longestCount) return undefined
  if (Number.isInteger(count)) return { count, unit }
  return unit === 'year' && Number.isInteger(count * 12) ? { count: count * 12, unit: 'month' } : undefined
}
