// A condition on contracts: the tree that a filter means, whoever asks it: a search, a policy, a digest, a report or a view.
import type { FieldValue } from '../field-value.ts'

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

/** What a value is held against; `amount` is money in whatever currency the contract is in, in whole units of it. */
export type Operand = FieldValue | { amount: number }

/**
 * One field against one value. `byWords`: the text, or one of several texts, holds every word of the value. All of them, `!=` too, are about
 * contracts in which the field is set: no value is no deviation.
 */
export type ComparisonTest = { field: string; comparison: Comparison; value: Operand; byWords?: true }
/** From and to are both included; one that is missing leaves that side open. */
export type RangeTest = { field: string; from?: Operand; to?: Operand }
export type SetTest = { field: string; isSet: boolean }
export type FieldTest = ComparisonTest | RangeTest | SetTest

/** All of the words stand somewhere in the contract: its name, its fields, its documents, the talk that the asker may read. */
export type WordsTest = { words: readonly string[] }

/** `all` of nothing holds for every contract, `any` of nothing for none. */
export type Condition = { all: readonly Condition[] } | { any: readonly Condition[] } | { not: Condition } | FieldTest | WordsTest

export const isField = (condition: Condition): condition is FieldTest => 'field' in condition

/** Several conditions as one: what is `all` within `all` is merged, and one alone stands for itself. */
export const allOf = (conditions: readonly Condition[]): Condition => {
  const merged = conditions.flatMap((one) => ('all' in one ? one.all : [one]))
  return merged.length === 1 && merged[0] ? merged[0] : { all: merged }
}

export const anyOf = (conditions: readonly Condition[]): Condition => {
  const merged = conditions.flatMap((one) => ('any' in one ? one.any : [one]))
  return merged.length === 1 && merged[0] ? merged[0] : { any: merged }
}

/** What is not not something is that thing. */
export const notOf = (condition: Condition): Condition => ('not' in condition ? condition.not : { not: condition })

/** The conditions that must each hold. */
export const conjunctsOf = (condition: Condition): readonly Condition[] => ('all' in condition ? condition.all : [condition])

/** Every test at the leaves, from left to right. */
export const testsOf = (condition: Condition): (FieldTest | WordsTest)[] => {
  if ('all' in condition) return condition.all.flatMap(testsOf)
  if ('any' in condition) return condition.any.flatMap(testsOf)
  return 'not' in condition ? testsOf(condition.not) : [condition]
}

/** The fields that it asks about, each once, from left to right. */
export const fieldsIn = (condition: Condition): string[] => [
  ...new Set(testsOf(condition).flatMap((test) => (isField(test) ? [test.field] : []))),
]
