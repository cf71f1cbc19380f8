// What a search means: words, words left out, and comparisons on fields, with a sentence that says how it was understood.
import { ratio } from 'fuzzball'
import type { CoreKey } from '../contracts/contract.ts'
import { coreKeys } from '../contracts/contract.ts'
import { coreField, coreFields } from '../contracts/core-fields.ts'
import { fieldNamed, showFieldValue } from '../contracts/fields.ts'
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Comparison, Filter, Query, Store } from '../store/store.ts'
import { parseRange, showRange } from './dates.ts'
import { parseFieldValue } from './field-values.ts'
import { namesOf } from './names.ts'
import { nearest } from './nearest.ts'
import type { Pair, PairComparison } from './pair.ts'
import type { Word } from './parse.ts'

type Surroundings = { store: Store; person: Person; today: string }

/** What was typed behind `find`. */
export type Typed = { words: readonly Word[]; pairs: readonly Pair[] }

/** What is no comparison on a field of ours is words: a name that holds a colon, as it was pasted. */
export const readQuery = async (typed: Typed, around: Surroundings): Promise<{ query: Query; understood: string }> => {
  const isLeftOut = ({ text, quoted }: Word) => !quoted && /^-[\p{L}\p{N}]/u.test(text)
  const without = typed.words.filter(isLeftOut).map(leftOut)
  const { filters, pasted } = sorted(typed.pairs)
  const read = await Promise.all(filters.map((pair) => readFilter(pair, around)))
  const words = [...typed.words.filter((word) => !isLeftOut(word)).map(({ text }) => text), ...pasted.map(pastedWords)]
  const understood = [
    ...read.map((one) => one.understood),
    ...without.map((word) => `without the word ${word}`),
    ...pasted.map((pair) => `"${pair.key}${pair.comparison}${pair.value}" is read as words, because it names no field`),
  ]
  const wanted = words.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '' && !/^-+$/.test(word))
  return { query: { words: wanted, without, filters: read.map((one) => one.filter) }, understood: understood.join('; ') }
}

const leftOut = ({ text }: Word): string => {
  const word = text.slice(1)
  if (!/\s/.test(word)) return word
  throw new Refusal('invalid', `Single words can be left out, not the phrase "${word}".`, {
    next: `Leave out its most telling word: -${word.split(/\s+/).at(-1)}`,
  })
}

/** Which pairs compare a field; one that is spelled like a field is a mistake to be told, any other was never meant as one. */
const sorted = (pairs: readonly Pair[]): { filters: Pair[]; pasted: Pair[] } => {
  const filters = pairs.filter(({ key, comparison }) => named(key) || (comparison !== ':' && comparison !== '=') || isNearlyField(key))
  return { filters, pasted: pairs.filter((pair) => !filters.includes(pair)) }
}

const named = (typed: string): CoreKey | undefined => fieldNamed(coreFields, typed)?.key as CoreKey | undefined

/** Of 100: from here on a key is a field that was typed wrong. */
const nearly = 75
const isNearlyField = (key: string): boolean => coreKeys.some((field) => ratio(key.toLowerCase(), field.toLowerCase()) >= nearly)

/** A flag is a pair with the value yes, which nobody typed. */
const pastedWords = ({ key, value }: Pair): string => (value === 'yes' ? key : `${key} ${value}`)

type ReadFilter = { filter: Filter; understood: string }

const readFilter = async (pair: Pair, around: Surroundings): Promise<ReadFilter> => {
  const key = named(pair.key)
  if (!key) throw noField(pair)
  if (key === 'effectiveDate' || key === 'expirationDate') return readDates(key, pair, around)
  const typed = key === 'owner' && pair.value.toLowerCase() === 'me' ? around.person.id : pair.value
  const value = await parseFieldValue(coreField(key), typed, around)
  const nameOf = await namesOf(around.store, key === 'owner' ? [value as string] : [])
  const comparison = comparisonOf(pair.comparison)
  const text = Array.isArray(value)
    ? value.join('; ')
    : typeof value === 'object' && 'minor' in value
      ? `${value.currency} ${value.minor}`
      : String(value)
  return {
    filter: { field: key, comparison, value: text },
    understood: `${coreField(key).label} ${comparisonWords[comparison]} ${showFieldValue(coreField(key), value, nameOf)}`,
  }
}

const noField = ({ key, comparison, value }: Pair): Refusal => {
  const [near] = nearest(key, coreKeys)
  const suggestion = near ? ` Did you mean ${near}${comparison}${value}?` : ''
  return new Refusal('invalid', `There is no field "${key}" to search by.${suggestion}`, { next: `Fields: ${coreKeys.join(', ')}` })
}

const comparisonOf = (comparison: PairComparison): Comparison => (comparison === ':' ? '=' : comparison)

const comparisonWords: Record<Comparison, string> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'below',
  '<=': 'at most',
  '>': 'above',
  '>=': 'at least',
}

const dayWords: Record<Comparison, string> = {
  ...comparisonWords,
  '<': 'before',
  '<=': 'on or before',
  '>': 'after',
  '>=': 'on or after',
}

/** `expires<90d` is within the next 90 days; `expires:Q3` a range; `expires>2027-01-01` after that day. */
const readDates = (key: CoreKey, { comparison, value }: Pair, { today }: Surroundings): ReadFilter => {
  const range = parseRange(value, today)
  const understood = (words: string) => `${coreField(key).label} ${words}`
  const isSpan = /^\s*\d+\s*[dwmy]\s*$/i.test(value)
  if (comparison === ':' || comparison === '=' || (isSpan && comparison.startsWith('<'))) {
    return { filter: { field: key, ...range }, understood: understood(showRange(range)) }
  }
  const edge = comparison.startsWith('<') ? range.from : range.to
  const filter: Filter = { field: key, comparison: comparisonOf(comparison), value: isSpan ? range.to : edge }
  return {
    filter,
    understood: understood(`${dayWords[comparisonOf(comparison)]} ${showFieldValue(coreField(key), filter.value, String)}`),
  }
}
