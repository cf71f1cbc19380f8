// Fields of contracts: which one a typed word means, which contracts have it, and how a value reads.

import { isCalendarDate, showDay } from './calendar-date.ts'
import type { ContractType } from './contract.ts'
import { bundled } from './core-fields.ts'
import type { FieldDefinition } from './field-definition.ts'
import type { DurationValue, FieldValue } from './field-value.ts'
import { showMoney } from './money.ts'

/** The end of a contract that has none: what `expirationDate` holds instead of a day. As text it sorts behind every day. */
export const perpetual = 'perpetual'

/** `sla.uptime`, `SLA uptime` and `sla-uptime` are one word. */
export const foldFieldName = (typed: string): string => typed.toLowerCase().replace(/[-_.\s]+/g, '')

const namesOf = ({ key, label, aliases }: FieldDefinition): string[][] => [[key], aliases, [label]].map((names) => names.map(foldFieldName))

/** The field that a typed word means: one in use before a retired one, its key before a short name, a short name before a label. */
export const fieldNamed = (definitions: readonly FieldDefinition[], typed: string): FieldDefinition | undefined => {
  const folded = foldFieldName(typed)
  for (const isRetired of [false, true]) {
    const among = definitions.filter(({ retired }) => retired === isRetired)
    for (const rank of [0, 1, 2]) {
      const found = among.find((definition) => namesOf(definition)[rank]?.includes(folded))
      if (found) return found
    }
  }
  return undefined
}

/** The definition under a key; a key that nothing defines here, which a newer program wrote, is shown as text under its own name. */
export const definitionOf = (definitions: readonly FieldDefinition[], key: string): FieldDefinition =>
  definitions.find((definition) => definition.key === key) ?? bundled(key, key, 'text')

/** Whether contracts of a type have the field; one whose type is not known may have any. */
export const isFieldOf = ({ contractTypes }: FieldDefinition, type: ContractType | undefined): boolean =>
  type === undefined || contractTypes.length === 0 || contractTypes.includes(type)

/** Words of the lists, as people read them: `in-negotiation` is "in negotiation", `msa` is "MSA". */
export const showChoice = (value: string): string =>
  ['msa', 'sow', 'nda', 'dpa', 'sla'].includes(value) ? value.toUpperCase() : value.replaceAll('-', ' ')

/** A value as people read it, and may type it again; `nameOf` turns a person id into a name. */
export const showFieldValue = (definition: FieldDefinition, value: FieldValue, nameOf: (person: string) => string): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return showNumber(definition, value)
  if (typeof value === 'string') return showText(definition, value, nameOf)
  if (Array.isArray(value)) return value.map((one) => showText(definition, one, nameOf)).join('; ')
  return 'currency' in value ? showMoney(value) : showDuration(value)
}

const showNumber = ({ type, unit }: FieldDefinition, value: number): string => {
  const digits = value.toLocaleString('en', { maximumFractionDigits: 12 })
  if (type === 'percent') return `${digits} %`
  return unit === undefined ? digits : `${digits} ${value === 1 ? unit.replace(/s$/, '') : unit}`
}

const showText = ({ type, choices }: FieldDefinition, value: string, nameOf: (person: string) => string): string => {
  if (type === 'person') return nameOf(value)
  if (type === 'date') return showDate(value)
  return choices?.includes(value) ? showChoice(value) : value
}

/** A day, or that there is none. */
export const showDate = (value: string): string => (isCalendarDate(value) ? showDay(value) : value)

/** `90 days`, `1 month`, `30 business days` */
export const showDuration = ({ count, unit }: DurationValue): string =>
  `${count.toLocaleString('en', { maximumFractionDigits: 12 })} ${unit.replace('_', ' ')}${count === 1 ? '' : 's'}`
