// Comparisons on fields, as people mean them: names by their words, days and money by size, everything else as it is.
import { nameWords } from '../../contracts/company-name.ts'
import type { FieldKey, FieldValues } from '../../contracts/contract.ts'
import type { Comparison, Filter } from '../store.ts'

/** Whether the field values of a contract fit; a field that is not set fits `!=` only. */
export const fits = (values: Partial<FieldValues>, filter: Filter): boolean => {
  if ('from' in filter) {
    const day = values[filter.field]
    return typeof day === 'string' && filter.from <= day && day <= filter.to
  }
  const { field, comparison, value } = filter
  if (comparison === '=') return isSame(values, field, value)
  if (comparison === '!=') return !isSame(values, field, value)
  const order = compare(values, field, value)
  return order !== undefined && holds[comparison](order)
}

const holds: Record<Exclude<Comparison, '=' | '!='>, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

const isSame = (values: Partial<FieldValues>, field: FieldKey, value: string): boolean => {
  const held = values[field]
  switch (field) {
    case 'title':
    case 'counterparty':
    case 'team':
      return typeof held === 'string' && isNamed(held, value)
    case 'parties':
      return (values.parties ?? []).some((party) => value.split(';').some((wanted) => isNamed(party, wanted)))
    case 'value':
      return compare(values, field, value) === 0
    default:
      return held === value
  }
}

/** Every word of what was typed is a word of the name. */
const isNamed = (name: string, typed: string): boolean => {
  const words = new Set(nameWords(name))
  const wanted = nameWords(typed)
  return wanted.length > 0 && wanted.every((word) => words.has(word))
}

/** Below, above or zero; undefined where the two can't be compared: nothing there, or another currency. */
const compare = (values: Partial<FieldValues>, field: FieldKey, value: string): number | undefined => {
  const held = values[field]
  if (typeof held === 'string') return held < value ? -1 : held > value ? 1 : 0
  if (field !== 'value' || values.value === undefined) return undefined
  const [currency, minor] = value.split(' ')
  return values.value.currency === currency ? Math.sign(values.value.minor - Number(minor)) : undefined
}
