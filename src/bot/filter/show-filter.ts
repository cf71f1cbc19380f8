// A condition as a line that means the same when it is read again: for buttons, and for filters that are kept.
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { definitionOf, showFieldValue } from '../../contracts/fields.ts'
import type { ComparisonTest, Condition, FieldTest, Operand } from '../../contracts/filter/condition.ts'
import { showMoney } from '../../contracts/money.ts'
import { isByWords } from './read-test.ts'

/** Spelled out: `me` and `standard` stand there as what they were on the day that it was read. */
export const showFilter = (condition: Condition, definitions: readonly FieldDefinition[]): string => show(condition, definitions, 'top')

const show = (condition: Condition, definitions: readonly FieldDefinition[], within: 'top' | 'any' | 'all'): string => {
  if ('all' in condition) return grouped(condition.all, ' ', 'all', definitions, within === 'all')
  if ('any' in condition) return grouped(condition.any, ' or ', 'any', definitions, within !== 'top')
  if ('not' in condition) return `-${show(condition.not, definitions, 'all')}`
  if ('words' in condition) return condition.words.length === 1 ? writtenWord(condition.words[0] ?? '') : quote(condition.words.join(' '))
  return showTest(condition, definitionOf(definitions, condition.field))
}

const grouped = (
  parts: readonly Condition[],
  between: string,
  kind: 'any' | 'all',
  definitions: readonly FieldDefinition[],
  isHeld: boolean,
): string => {
  const text = parts.map((part) => show(part, definitions, kind)).join(between)
  return isHeld ? `(${text})` : text
}

const showTest = (test: FieldTest, definition: FieldDefinition): string => {
  if ('isSet' in test) return `${test.field}:${test.isSet ? 'any' : 'none'}`
  const operand = (value: Operand | undefined) => (value === undefined ? '' : showOperand(definition, value))
  if (!('comparison' in test)) return `${test.field}:${writtenValue(`${operand(test.from)}..${operand(test.to)}`)}`
  return `${test.field}${test.comparison}${isWholeStandard(test, definition) ? 'standard' : writtenValue(operand(test.value))}`
}

/** What can only have been typed as "standard": words that are compared to the letter, and several values as a whole. */
const isWholeStandard = ({ value, byWords }: ComparisonTest, definition: FieldDefinition): boolean =>
  byWords === undefined && (Array.isArray(value) || isByWords(definition))

const showOperand = (definition: FieldDefinition, value: Operand): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && 'amount' in value) return spelled(value.amount)
  if (typeof value === 'object' && 'currency' in value) return showMoney(value)
  return typeof value === 'number' ? spelled(value) : showFieldValue(definition, value, String)
}

/** With two decimals at least where there are any, so that no reader takes the point for one between thousands. */
const spelled = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(Math.max(4, decimalsOf(value))))
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0

const writtenWord = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}_.'’]*$/u.test(text) && text.toLowerCase() !== 'or' ? text : quote(text)
const writtenValue = (text: string): string => (/^[\p{L}\p{N}_.@/-][\p{L}\p{N}_.@%/-]*$/u.test(text) && text !== '' ? text : quote(text))

const quote = (text: string): string =>
  `"${text
    .replace(/&/g, '&amp;')
    .replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))
    .replace(/["\\“”]/g, (sign) => `\\${sign}`)}"`
