// Values of contract fields as people type them, turned into what the record keeps, or refused with what is allowed.
import { ContractStatus, ContractType, type FieldKey, type FieldValues } from '../contracts/contract.ts'
import { fieldLabels } from '../contracts/fields.ts'
import { parseMoney } from '../contracts/money.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import { parseDay } from './dates.ts'
import { personNamed } from './person-named.ts'

export type FieldSurroundings = { store: Store; today: string }

/** The value that was meant; a bad one is refused with what is allowed, and nothing is recorded. */
export const parseFieldValue = async <Key extends FieldKey>(
  key: Key,
  typed: string,
  around: FieldSurroundings,
): Promise<FieldValues[Key]> => (await parsers[key](typed.trim(), around)) as FieldValues[Key]

type Parsers = { [Key in FieldKey]: (typed: string, around: FieldSurroundings) => FieldValues[Key] | Promise<FieldValues[Key]> }

const line = (key: FieldKey) => (typed: string) => {
  if (typed === '') throw new Refusal('invalid', `${fieldLabels[key]} can't be empty.`, { next: `Give the words: ${key}="..."` })
  if (typed.length > 300)
    throw new Refusal('invalid', `${fieldLabels[key]} is ${typed.length} characters long; at most 300 fit.`, { next: 'Give fewer words.' })
  return typed
}

const oneOf =
  <Value extends string>(key: FieldKey, values: readonly Value[]) =>
  (typed: string): Value => {
    const folded = typed.toLowerCase().replace(/[\s_]+/g, '-')
    const value = values.find((choice) => choice === folded)
    if (value) return value
    throw new Refusal('invalid', `${fieldLabels[key]} can't be "${typed}".`, { next: `It is one of: ${values.join(', ')}` })
  }

const day = (typed: string, { today }: FieldSurroundings) => parseDay(typed, today)

const parsers: Parsers = {
  title: line('title'),
  counterparty: line('counterparty'),
  parties: (typed) => {
    const names = typed.split(';').map((name) => name.trim())
    const named = names.filter((name) => name !== '')
    return (named.length > 0 ? named : ['']).map(line('parties'))
  },
  owner: async (typed, { store }) => (await personNamed(store, typed)).id,
  team: (typed) => line('team')(typed).toLowerCase(),
  type: oneOf('type', ContractType.options),
  status: oneOf('status', ContractStatus.options),
  effectiveDate: day,
  expirationDate: day,
  value: (typed) => parseMoney(typed),
}
