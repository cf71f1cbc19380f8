// Facts: what a value is looked up by in an index, spelled so that text order is the order of values.
import { bundledFields } from '../bundled-fields.ts'
import { nameWords } from '../company-name.ts'
import { inFamily } from '../compare-fields.ts'
import { computedFields } from '../computed-fields.ts'
import type { DurationValue, FieldValue } from '../field-value.ts'
import { amountOf } from './compare-values.ts'
import type { Operand } from './condition.ts'
import { sortable } from './sortable.ts'

/** A longer text has no facts of its own: it is looked for among all that have none. */
const longestText = 300
const mostWords = 64
export const unspelled = '-:'

/** Names are looked up among the words of names, as search does; these fields leave no facts. */
export const namedFields: ReadonlySet<string> = new Set(['title', 'counterparty', 'parties'])

/**
 * What is kept of one value: `seats|n:…` a number, `type|s:msa` a word as it is, `team|w:sales` a word of a text, `value|m:EUR:…` and
 * `value|a:…` money in its currency and in whichever, `breach|h:…` a length of time.
 */
export const factsOf = (key: string, value: FieldValue): string[] =>
  namedFields.has(key) ? [] : [...new Set(atomsOf(key, value))].map((atom) => `${key}|${atom}`)

const atomsOf = (key: string, value: FieldValue): string[] => {
  if (typeof value === 'string') return textAtoms(key, value)
  if (Array.isArray(value)) return value.length === 0 ? [unspelled] : value.flatMap((one) => textAtoms(key, one))
  return scalarAtoms(value)
}

/** Nobody looks for words in these: a type is given once and never changes. */
const wholeOnly = new Set(
  [...bundledFields, ...computedFields].filter(({ type }) => ['choice', 'date', 'person'].includes(type)).map(({ key }) => key),
)

const textAtoms = (key: string, text: string): string[] => {
  if (text.length > longestText) return [unspelled]
  const whole = wholeAtom(text)
  const words = whole !== undefined && wholeOnly.has(key) ? [] : [...new Set(nameWords(text))]
  const atoms = [...(whole === undefined ? [] : [whole]), ...words.map(wordAtom)]
  return atoms.length === 0 || words.length > mostWords ? [unspelled] : atoms
}

export const wordAtom = (word: string): string => `w:${word}`

/** A choice, a day, a person's number, a text of one word: what is compared as it is, in whatever case. */
export const wholeAtom = (text: string): string | undefined =>
  /^[A-Za-z0-9_.-]{1,300}$/.test(text) ? `s:${text.toLowerCase()}` : undefined

/** Sixteen characters of order behind a head that tells the kind. */
export const scalarAtoms = (value: Exclude<Operand, string | string[]>): string[] => {
  if (typeof value === 'boolean') return [`b:${value ? 'yes' : 'no'}`]
  if (typeof value === 'number') return [`n:${sortable(value)}`]
  if ('amount' in value) return [`a:${sortable(value.amount)}`]
  if ('unit' in value) return [durationAtom(value)]
  return [`m:${value.currency}:${sortable(value.minor)}`, `a:${sortable(amountOf(value))}`]
}

export type DurationKind = 'h' | 'q' | 'b'
const kindOf = { hours: 'h', months: 'q', 'business days': 'b' } as const

/** Hours, months or business days: each is a line of its own. */
export const sizeOf = ({ count, unit }: DurationValue): { kind: DurationKind; size: number } => {
  const { family, size } = inFamily[unit]
  return { kind: kindOf[family], size: count * size }
}

const durationAtom = (value: DurationValue): string => {
  const { kind, size } = sizeOf(value)
  return `${kind}:${sortable(size)}`
}
