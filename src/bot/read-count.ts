// A count of what is used, as it is typed or stands in a table: which field, and how much.
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { fieldNamed } from '../contracts/fields.ts'
import { Refusal } from '../contracts/refusal.ts'
import { readNumber } from './parse-number.ts'

/** @throws Refusal for a field that is not counted, and for what is no number of it */
export const readCount = (name: string, amount: string, definitions: readonly FieldDefinition[]): { field: string; value: number } => {
  const definition = fieldNamed(definitions, name)
  if (definition?.type !== 'number' || definition.retired) throw notCounted(name, definitions)
  const value = readNumber(amount, definition.unit)
  if (value !== undefined && value >= 0) return { field: definition.key, value }
  throw new Refusal('invalid', `${definition.label} can't be "${amount}".`, { next: `Write a number: ${definition.key}=480` })
}

/** @throws Refusal where two names mean the same thing: of two counts nobody knows which is right */
export const refuseTwice = (names: readonly string[], definitions: readonly FieldDefinition[]): void => {
  const meant = names.map((name) => fieldNamed(definitions, name))
  const twice = meant.find((definition, index) => definition && meant.indexOf(definition) < index)
  if (twice) throw new Refusal('invalid', `${twice.label} is counted twice.`, { next: 'Give it once.' })
}

export const notCounted = (name: string, definitions: readonly FieldDefinition[]): Refusal => {
  const countable = definitions.filter(({ type, retired }) => type === 'number' && !retired).map(({ key }) => key)
  return new Refusal('invalid', `"${name}" is nothing that is counted.`, {
    next: `Counted are: ${countable.join(', ')}. Legal may define more: field add "API calls" type:number unit:calls`,
  })
}
