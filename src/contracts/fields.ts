// The fields that every contract has: what they are called, which words people type for them, and who may change them.

import { showDay } from './calendar-date.ts'
import type { FieldKey, FieldValues } from './contract.ts'
import { fieldKeys } from './contract.ts'
import { showMoney } from './money.ts'

export const fieldLabels: Record<FieldKey, string> = {
  title: 'Title',
  counterparty: 'Counterparty',
  parties: 'Parties',
  owner: 'Owner',
  team: 'Team',
  type: 'Type',
  status: 'Status',
  effectiveDate: 'Effective',
  expirationDate: 'Expires',
  value: 'Value',
}

const aliases: Record<string, FieldKey> = {
  name: 'title',
  party: 'parties',
  effective: 'effectiveDate',
  starts: 'effectiveDate',
  start: 'effectiveDate',
  expires: 'expirationDate',
  expiration: 'expirationDate',
  expiry: 'expirationDate',
  ends: 'expirationDate',
}

/** The field that a typed word means: its name in any case, with or without dash, or a short name. */
export const fieldNamed = (typed: string): FieldKey | undefined => {
  const folded = typed.toLowerCase().replace(/[-_ ]/g, '')
  return fieldKeys.find((key) => key.toLowerCase() === folded) ?? aliases[folded]
}

/** Words of the lists, as people read them: `in-negotiation` is "in negotiation", `msa` is "MSA". */
export const showChoice = (value: string): string =>
  ['msa', 'sow', 'nda', 'dpa', 'sla'].includes(value) ? value.toUpperCase() : value.replaceAll('-', ' ')

/** A value as people read it; `nameOf` turns a person id into a name. */
export const showFieldValue = <Key extends FieldKey>(key: Key, value: FieldValues[Key], nameOf: (person: string) => string): string => {
  const held = { key, value } as { [K in FieldKey]: { key: K; value: FieldValues[K] } }[FieldKey]
  switch (held.key) {
    case 'parties':
      return held.value.join('; ')
    case 'owner':
      return nameOf(held.value)
    case 'type':
    case 'status':
      return showChoice(held.value)
    case 'effectiveDate':
    case 'expirationDate':
      return showDay(held.value)
    case 'value':
      return showMoney(held.value)
    default:
      return held.value
  }
}
