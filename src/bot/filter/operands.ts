// What a value of a filter is held against: a value of the field, money in whatever currency, several of them, or the two ends of a range.
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { foldFieldName } from '../../contracts/fields.ts'
import type { Operand } from '../../contracts/filter/condition.ts'
import type { Person } from '../../contracts/identity.ts'
import { parseMoney } from '../../contracts/money.ts'
import type { Store } from '../../store/store.ts'
import { parseFieldValue } from '../field-values.ts'

export type Surroundings = { store: Store; person: Person; today: string; definitions: readonly FieldDefinition[] }

/** `type:msa,nda`; in words of their own and in numbers a comma is a comma. */
export const listOf = ({ type, choices }: FieldDefinition, value: string): string[] => {
  const isList = type === 'choice' || type === 'person' || type === 'yes-no' || choices !== undefined
  const separator = isList ? /[,;]/ : type === 'several' ? ';' : undefined
  const values = separator === undefined ? [value] : value.split(separator).map((one) => one.trim())
  return values.filter((one) => one !== '').length > 0 ? values.filter((one) => one !== '') : [value]
}

/** The value that was meant; refuses with what is allowed. */
export const operandOf = async (definition: FieldDefinition, typed: string, around: Surroundings): Promise<Operand> => {
  if (definition.type === 'person' && foldFieldName(typed) === 'me') return around.person.id
  if (definition.type === 'money') return moneyOf(typed)
  const value = await parseFieldValue(definition, typed, around)
  return Array.isArray(value) ? (value[0] ?? '') : value
}

/** In no currency of this world: how money comes back that was typed without one. */
const noCurrency = 'XTS'

/** `EUR 100k` is compared with euros alone, `100k` with whatever the contract is in. */
const moneyOf = (typed: string, currency?: string): Operand => {
  const money = parseMoney(typed, currency ?? noCurrency)
  return money.currency === noCurrency ? { amount: money.minor / 100 } : money
}

export type Edges = { from: string; to: string }

/** `99..99.9`, `..5`, `100k..`. */
export const rangeOf = (value: string): Edges | undefined => {
  const at = value.indexOf('..')
  const [from, to] = [
    value.slice(0, at).trim(),
    value
      .slice(at)
      .replace(/^\.{2,3}/, '')
      .trim(),
  ]
  return at < 0 || (from === '' && to === '') ? undefined : { from, to }
}

/** A currency that stands at one end is meant for both. */
export const edgesOf = async (
  definition: FieldDefinition,
  from: string,
  to: string,
  around: Surroundings,
): Promise<[Operand | undefined, Operand | undefined]> => {
  const read = async (typed: string, currency?: string) => {
    if (typed === '') return undefined
    return definition.type === 'money' ? moneyOf(typed, currency) : operandOf(definition, typed, around)
  }
  const [low, high] = [await read(from), await read(to)]
  const currency = [low, high].flatMap((edge) => (typeof edge === 'object' && 'currency' in edge ? edge.currency : []))[0]
  return currency === undefined ? [low, high] : [await read(from, currency), await read(to, currency)]
}
