// Comparing values of one field: which is less, and whether a value is the standard one.
import type { FieldDefinition } from './field-definition.ts'
import type { DurationUnit, DurationValue, FieldValue } from './field-value.ts'
import type { Money } from './money.ts'
import { canonicalJson } from './record/canonical-json.ts'

/**
 * Below, above or zero; undefined where nobody can say. Numbers, percentages and days have an order (a contract without an end ends after
 * every day), money within one currency. Hours, days and weeks compare with each other, months with years, business days among themselves.
 * A month has 28 to 31 days, so a length in days compares with one in months only where every calendar says the same: 27 days are less
 * than a month and 32 are more, of 30 nobody knows. Everything else is equal, whatever its case and order, or not comparable.
 */
export const compareFieldValues = ({ type }: Pick<FieldDefinition, 'type'>, one: FieldValue, other: FieldValue): number | undefined => {
  if (typeof one === 'number' && typeof other === 'number') return Math.sign(one - other)
  if (type === 'date' && typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0
  if (isMoney(one) && isMoney(other)) return one.currency === other.currency ? Math.sign(one.minor - other.minor) : undefined
  if (isDuration(one) && isDuration(other)) return compareDurations(one, other)
  return spelled(one) === spelled(other) ? 0 : undefined
}

/** Whether a value is what the company agrees to without asking; a length that can't be compared with the standard is another one. */
export const isStandard = (definition: FieldDefinition, value: FieldValue): boolean =>
  definition.standard !== undefined && compareFieldValues(definition, value, definition.standard) === 0

const isMoney = (value: FieldValue): value is Money => typeof value === 'object' && 'currency' in value
const isDuration = (value: FieldValue): value is DurationValue => typeof value === 'object' && 'unit' in value

/** Words are the same in any case, several in any order. */
const spelled = (value: FieldValue): string => {
  if (Array.isArray(value)) return canonicalJson(value.map((one) => one.toLowerCase()).sort())
  return canonicalJson(typeof value === 'string' ? value.toLowerCase() : value)
}

type Family = 'hours' | 'months' | 'business days'
/** Units that always compare with each other, and how many of the smallest each is. */
export const inFamily: Record<DurationUnit, { family: Family; size: number }> = {
  hour: { family: 'hours', size: 1 },
  day: { family: 'hours', size: 24 },
  week: { family: 'hours', size: 7 * 24 },
  month: { family: 'months', size: 1 },
  year: { family: 'months', size: 12 },
  business_day: { family: 'business days', size: 1 },
}

const compareDurations = (one: DurationValue, other: DurationValue): number | undefined => {
  const [left, right] = [inFamily[one.unit], inFamily[other.unit]]
  const [first, second] = [one.count * left.size, other.count * right.size]
  if (left.family === right.family) return Math.sign(first - second)
  if (left.family === 'hours' && right.family === 'months') return hoursAgainstMonths(first, second)
  if (left.family === 'months' && right.family === 'hours') return turned(hoursAgainstMonths(second, first))
  return undefined
}

const turned = (order: number | undefined): number | undefined => (order === undefined ? undefined : 0 - order)

/** Fewest and most days that so many months in a row can have, from none to twelve. */
const fewestDays = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334, 365]
const mostDays = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337, 366]

const hoursAgainstMonths = (hours: number, months: number): number | undefined => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  const days = hours / 24
  if (days < years * 365 + (fewestDays[rest] as number)) return -1
  if (days > years * 366 + (mostDays[rest] as number)) return 1
  return hours === 0 && months === 0 ? 0 : undefined
}
