// Comparing what a field holds with what a filter names: by the rules of its type, and money also without a currency.
import { nameWords } from '../company-name.ts'
import { compareFieldValues } from '../compare-fields.ts'
import type { FieldValue } from '../field-value.ts'
import { exponentOf, type Money } from '../money.ts'
import type { Operand } from './condition.ts'

export const isAmount = (value: Operand): value is { amount: number } => typeof value === 'object' && 'amount' in value

/** Whole units of its currency: EUR 12.50 is 12.5. */
export const amountOf = ({ minor, currency }: Money): number => Number((minor / 10 ** exponentOf(currency)).toPrecision(15))

/** Below, above or zero; undefined for what can't be compared. Text is compared in its order, which is that of days. */
export const compareValues = (held: FieldValue, wanted: Operand): number | undefined => {
  if (!isAmount(wanted)) return compareFieldValues({ type: 'date' }, held, wanted)
  return typeof held === 'object' && 'currency' in held ? Math.sign(amountOf(held) - wanted.amount) : undefined
}

/** Whether they are the same; of several values one is enough, several are wanted as a whole, and case says nothing. */
export const isSameValue = (held: FieldValue, wanted: Operand): boolean => {
  if (isAmount(wanted)) return compareValues(held, wanted) === 0
  const each = Array.isArray(held) && !Array.isArray(wanted) ? held : [held]
  return each.some((one) => compareFieldValues({ type: 'text' }, one, wanted) === 0)
}

/** Whether every word of what was typed is a word of the text, or of one of several texts. */
export const holdsWords = (held: FieldValue, typed: string): boolean => {
  const wanted = nameWords(typed)
  const texts = [held].flat().filter((one) => typeof one === 'string')
  return wanted.length > 0 && texts.map((text) => new Set(nameWords(text))).some((words) => wanted.every((word) => words.has(word)))
}
