// One comparison of a filter, `sla<99.9`, as a test on its field: values read by the field's definition, days as ranges of days.
import { firstDay, lastDay } from '../../contracts/calendar-date.ts'
import type { FieldDefinition, FieldType } from '../../contracts/field-definition.ts'
import { foldFieldName, perpetual } from '../../contracts/fields.ts'
import { compareValues } from '../../contracts/filter/compare-values.ts'
import { allOf, anyOf, type Comparison, type Condition, type FieldTest, type Operand } from '../../contracts/filter/condition.ts'
import { Refusal } from '../../contracts/refusal.ts'
import { parseRange } from '../dates.ts'
import type { PairComparison } from '../pair.ts'
import { type Edges, edgesOf, listOf, operandOf, rangeOf, type Surroundings } from './operands.ts'

type Typed = { comparison: PairComparison; value: string }

/** `none` and `any` ask whether the field is set; `standard` is the value that the company agrees to without asking. Refuses. */
export const readTest = async (definition: FieldDefinition, typed: Typed, around: Surroundings): Promise<Condition> => {
  const value = typed.value.trim()
  const [comparison, folded] = [typed.comparison === ':' ? '=' : typed.comparison, foldFieldName(value)]
  const isChoice = definition.choices?.some((choice) => foldFieldName(choice) === folded) ?? false
  const isEqual = comparison === '=' || comparison === '!='
  if ((folded === 'none' || folded === 'any') && isEqual && !isChoice)
    return { field: definition.key, isSet: (folded === 'any') === (comparison === '=') }
  if (!isEqual && !isSized(definition)) throw unsized(definition, typed)
  if (folded === 'standard' && !isChoice) return standardTest(definition, comparison)
  if (definition.type === 'date') return dateTest(definition, comparison, value, around)
  const edges = isSized(definition) ? rangeOf(value) : undefined
  if (edges) return rangeTest(definition, comparison, edges, around)
  return valuesTest(definition, comparison, listOf(definition, value), around)
}

const sized: ReadonlySet<FieldType> = new Set(['number', 'percent', 'money', 'duration', 'date'])
const isSized = ({ type }: FieldDefinition): boolean => sized.has(type)

const unsized = ({ label, key }: FieldDefinition, { comparison, value }: Typed): Refusal =>
  new Refusal('invalid', `${label} has no size to compare: ${key}${comparison}${value}.`, {
    next: `Write ${key}:${value}, ${key}!=${value}, ${key}:any or ${key}:none`,
  })

const test = (definition: FieldDefinition, comparison: Comparison, value: Operand): FieldTest => ({
  field: definition.key,
  comparison,
  value,
  ...(isByWords(definition) && { byWords: true as const }),
})

/** Texts are found by their words, as names are. */
export const isByWords = ({ type, choices }: FieldDefinition): boolean =>
  type === 'text' || type === 'clause' || (type === 'several' && choices === undefined)

const standardTest = (definition: FieldDefinition, comparison: Comparison): Condition => {
  const { standard, key, label } = definition
  if (standard === undefined)
    throw new Refusal('invalid', `${label} has no standard value.`, {
      next: `Compare with a value, or let legal set one: field show ${key}`,
    })
  // The standard as a whole and to the letter, not some of its words.
  return { field: key, comparison, value: standard }
}

/** Any of them fits what is equal, none of them what is not. */
const combined = (comparison: Comparison, tests: FieldTest[]): Condition => (comparison === '!=' ? allOf(tests) : anyOf(tests))

const valuesTest = async (
  definition: FieldDefinition,
  comparison: Comparison,
  typed: readonly string[],
  around: Surroundings,
): Promise<Condition> => {
  const values = await Promise.all(typed.map((one) => operandOf(definition, one, around)))
  return combined(
    comparison,
    values.map((value) => test(definition, comparison, value)),
  )
}

const rangeTest = async (
  definition: FieldDefinition,
  comparison: Comparison,
  { from, to }: Edges,
  around: Surroundings,
): Promise<Condition> => {
  if (comparison !== '=' && comparison !== '!=')
    throw new Refusal('invalid', `"${from}..${to}" is a range; it can't be below or above something.`, {
      next: `Write ${definition.key}:${from}..${to}`,
    })
  const [low, high] = await edgesOf(definition, from, to, around)
  if (low !== undefined && high !== undefined && isTurned(low, high))
    throw new Refusal('invalid', `${from} is more than ${to}.`, { next: `Turn the two round: ${definition.key}:${to}..${from}` })
  return unlikeWhen(comparison, { field: definition.key, ...(low !== undefined && { from: low }), ...(high !== undefined && { to: high }) })
}

/** Outside of the range, but set: no value is no deviation. */
const unlikeWhen = (comparison: Comparison, range: FieldTest): Condition =>
  comparison === '!=' ? { all: [{ field: range.field, isSet: true }, { not: range }] } : range

const isTurned = (low: Operand, high: Operand): boolean => {
  if (typeof low === 'object' && 'amount' in low) return typeof high === 'object' && 'amount' in high && low.amount > high.amount
  return (compareValues(low, high) ?? 0) > 0
}

/** `expires<90d` is within the next 90 days; `expires:Q3` a range; `expires>2027-01-01` after that day. */
const dateTest = ({ key }: FieldDefinition, comparison: Comparison, value: string, { today }: Surroundings): Condition => {
  if (foldFieldName(value) === perpetual && key === 'expirationDate') return { field: key, comparison, value: perpetual }
  const range = parseRange(value, today)
  const isSpan = /^\s*\d+\s*[dwmy]\s*$/i.test(value)
  if (comparison === '=' || comparison === '!=' || (isSpan && comparison.startsWith('<')))
    return unlikeWhen(comparison, between(key, range))
  const isFirstDay = !isSpan && (comparison === '<' || comparison === '>=')
  return { field: key, comparison, value: isFirstDay ? range.from : range.to }
}

const between = (field: string, { from, to }: { from: string; to: string }): FieldTest => ({
  field,
  ...(from !== firstDay && { from }),
  ...(to !== lastDay && { to }),
})
