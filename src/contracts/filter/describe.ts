// A condition in words, so that a reader sees what was understood: exact days, amounts, and what the standard is.
import { type CalendarDate, firstDay, isCalendarDate, lastDay, showRange } from '../calendar-date.ts'
import type { FieldDefinition } from '../field-definition.ts'
import { definitionOf, showFieldValue } from '../fields.ts'
import {
  type Comparison,
  type ComparisonTest,
  type Condition,
  conjunctsOf,
  type FieldTest,
  type Operand,
  type RangeTest,
} from './condition.ts'

export type Readers = { definitions: readonly FieldDefinition[]; nameOf: (person: string) => string }

/** One sentence for a whole condition; words that must stand in the contract are left out of its outermost level, where a reader sees them. */
export const describeFilter = (condition: Condition, readers: Readers): string => {
  const told = conjunctsOf(condition).filter((one) => !('words' in one))
  return told.map((one) => describe(one, readers, 'alone')).join('; ')
}

type Within = 'alone' | 'all' | 'any'

const describe = (condition: Condition, readers: Readers, within: Within): string => {
  if ('all' in condition) return joined(condition.all, ' and ', 'all', readers, within)
  if ('any' in condition) return joined(condition.any, ' or ', 'any', readers, within)
  if ('not' in condition) return describeNot(condition.not, readers)
  if ('words' in condition) return `with the word${condition.words.length === 1 ? '' : 's'} ${condition.words.join(' ')}`
  return describeTest(condition, readers)
}

const joined = (parts: readonly Condition[], word: string, kind: 'all' | 'any', readers: Readers, within: Within): string => {
  if (parts.length === 0) return kind === 'all' ? 'any contract' : 'no contract'
  const words = parts.map((part) => describe(part, readers, kind)).join(word)
  return within === 'alone' || within === kind ? words : `(${words})`
}

const describeNot = (condition: Condition, readers: Readers): string => {
  if ('words' in condition) return `without the word${condition.words.length === 1 ? '' : 's'} ${condition.words.join(' ')}`
  if (!('field' in condition)) return `not (${describe(condition, readers, 'alone')})`
  if ('comparison' in condition && condition.comparison === '=')
    return `${describeTest({ ...condition, comparison: '!=' }, readers)} or is not set`
  return `not: ${describeTest(condition, readers)}`
}

const describeTest = (test: FieldTest, readers: Readers): string => {
  const definition = definitionOf(readers.definitions, test.field)
  if ('isSet' in test) return `${definition.label} is ${test.isSet ? 'set' : 'not set'}`
  if (!('comparison' in test)) return `${definition.label} ${describeRange(test, definition, readers)}`
  return `${definition.label} ${describeComparison(test, definition, readers)}`
}

const describeComparison = ({ comparison, value }: ComparisonTest, definition: FieldDefinition, readers: Readers): string => {
  const words = (definition.type === 'date' ? dayWords : sizeWords)[comparison]
  const isOfSeveral = definition.type === 'several' && (comparison === '=' || comparison === '!=')
  const isPlural = /[^s]s$/i.test(definition.label)
  const include = isPlural ? { '=': 'include', '!=': 'do not include' } : { '=': 'includes', '!=': 'does not include' }
  const verb = isOfSeveral ? include[comparison] : words
  return `${verb} ${showOperand(value, definition, readers)}`
}

const describeRange = ({ from, to }: RangeTest, definition: FieldDefinition, readers: Readers): string => {
  if (isDayEdge(from) && isDayEdge(to)) return showRange({ from: from ?? firstDay, to: to ?? lastDay })
  const [low, high] = [from, to].map((edge) => edge !== undefined && showOperand(edge, definition, readers))
  if (low !== false && high !== false) return `from ${low} to ${high}`
  return low !== false ? `at least ${low}` : `at most ${high}`
}

const isDayEdge = (edge: Operand | undefined): edge is CalendarDate | undefined =>
  edge === undefined || (typeof edge === 'string' && isCalendarDate(edge))

/** With the word "standard" where it is the standard value, whether that was typed or not. */
const showOperand = (operand: Operand, definition: FieldDefinition, { nameOf }: Readers): string => {
  if (typeof operand === 'object' && 'amount' in operand)
    return `${operand.amount.toLocaleString('en', { maximumFractionDigits: 4 })} in its own currency`
  const isStandard = definition.standard !== undefined && JSON.stringify(definition.standard) === JSON.stringify(operand)
  return `${showFieldValue(definition, operand, nameOf)}${isStandard ? ' (standard)' : ''}`
}

const sizeWords: Record<Comparison, string> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'below',
  '<=': 'at most',
  '>': 'above',
  '>=': 'at least',
}

const dayWords: Record<Comparison, string> = {
  ...sizeWords,
  '<': 'before',
  '<=': 'on or before',
  '>': 'after',
  '>=': 'on or after',
}
