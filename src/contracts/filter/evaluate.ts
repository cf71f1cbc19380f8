// Whether a condition holds for a contract, by the values that its fields hold on the day that is asked about.
import type { FieldValue } from '../field-value.ts'
import { compareValues, holdsWords, isSameValue } from './compare-values.ts'
import type { Comparison, ComparisonTest, Condition, FieldTest, RangeTest } from './condition.ts'

export type Values = { readonly [key: string]: FieldValue }

/** `hasWords` tells whether words stand in the contract for who asks. */
export const holds = (condition: Condition, values: Values, hasWords: (words: readonly string[]) => boolean): boolean => {
  if ('all' in condition) return condition.all.every((one) => holds(one, values, hasWords))
  if ('any' in condition) return condition.any.some((one) => holds(one, values, hasWords))
  if ('not' in condition) return !holds(condition.not, values, hasWords)
  return 'words' in condition ? hasWords(condition.words) : fieldFits(condition, values)
}

/** A field that is not set fits nothing but the question whether it is set. */
export const fieldFits = (test: FieldTest, values: Values): boolean => {
  const held = Object.hasOwn(values, test.field) ? values[test.field] : undefined
  if ('isSet' in test) return test.isSet === (held !== undefined)
  if (held === undefined) return false
  return 'comparison' in test ? compares(test, held) : isWithin(test, held)
}

const signs: Record<Exclude<Comparison, '=' | '!='>, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

const compares = ({ comparison, value, byWords }: ComparisonTest, held: FieldValue): boolean => {
  if (comparison === '=' || comparison === '!=') {
    const isSame = byWords ? holdsWords(held, String(value)) : isSameValue(held, value)
    return isSame === (comparison === '=')
  }
  const order = compareValues(held, value)
  return order !== undefined && signs[comparison](order)
}

const isWithin = ({ from, to }: RangeTest, held: FieldValue): boolean => {
  const [low, high] = [from, to].map((edge) => (edge === undefined ? 0 : compareValues(held, edge)))
  return low !== undefined && high !== undefined && low >= 0 && high <= 0
}
