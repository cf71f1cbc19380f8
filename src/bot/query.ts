// What a search means: words, words left out, and comparisons on fields, with a sentence that says how it was understood.
import type { FieldKey } from '../contracts/contract.ts'
import { fieldKeys } from '../contracts/contract.ts'
import { fieldLabels, fieldNamed, showFieldValue } from '../contracts/fields.ts'
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Comparison, Filter, Query, Store } from '../store/store.ts'
import { parseRange, showRange } from './dates.ts'
import { parseFieldValue } from './field-values.ts'
import { namesOf } from './names.ts'
import type { Pair, PairComparison } from './pair.ts'

type Surroundings = { store: Store; person: Person; today: string }

export const readQuery = async (
  words: string,
  pairs: readonly Pair[],
  around: Surroundings,
): Promise<{ query: Query; understood: string }> => {
  const tokens = words.split(/\s+/).filter(Boolean)
  const without = tokens.filter((token) => /^-[\p{L}\p{N}]/u.test(token)).map((token) => token.slice(1))
  const wanted = tokens.filter((token) => !/^-/.test(token))
  const read = await Promise.all(pairs.map((pair) => readFilter(pair, around)))
  const understood = read.map((one) => one.understood).join('; ')
  return { query: { words: wanted, without, filters: read.map((one) => one.filter) }, understood }
}

type ReadFilter = { filter: Filter; understood: string }

const readFilter = async (pair: Pair, around: Surroundings): Promise<ReadFilter> => {
  const key = fieldNamed(pair.key)
  if (!key) throw new Refusal('invalid', `There is no field "${pair.key}" to search by.`, { next: `Fields: ${fieldKeys.join(', ')}` })
  if (key === 'effectiveDate' || key === 'expirationDate') return readDates(key, pair, around)
  const typed = key === 'owner' && pair.value.toLowerCase() === 'me' ? around.person.id : pair.value
  const value = await parseFieldValue(key, typed, around)
  const nameOf = await namesOf(around.store, key === 'owner' ? [value as string] : [])
  const comparison = comparisonOf(pair.comparison)
  const text = Array.isArray(value) ? value.join('; ') : typeof value === 'object' ? `${value.currency} ${value.minor}` : value
  return {
    filter: { field: key, comparison, value: text },
    understood: `${fieldLabels[key]} ${comparisonWords[comparison]} ${showFieldValue(key, value, nameOf)}`,
  }
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

/** `expires<90d` is within the next 90 days; `expires:Q3` a range; `expires>2027-01-01` after that day. */
const readDates = (key: FieldKey, { comparison, value }: Pair, { today }: Surroundings): ReadFilter => {
  const range = parseRange(value, today)
  const understood = (words: string) => `${fieldLabels[key]} ${words}`
  const isSpan = /^\s*\d+\s*[dwmy]\s*$/i.test(value)
  if (comparison === ':' || comparison === '=' || (isSpan && comparison.startsWith('<'))) {
    return { filter: { field: key, ...range }, understood: understood(showRange(range)) }
  }
  const edge = comparison.startsWith('<') ? range.from : range.to
  const filter: Filter = { field: key, comparison: comparisonOf(comparison), value: isSpan ? range.to : edge }
  return {
    filter,
    understood: understood(`${comparisonWords[comparisonOf(comparison)]} ${showFieldValue('expirationDate', filter.value, String)}`),
  }
}
