// The limit that an obligation hangs on, as it is typed: `seats>500`.
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { fieldNamed } from '../contracts/fields.ts'
import type { Threshold } from '../contracts/obligation.ts'
import { Refusal } from '../contracts/refusal.ts'
import { readNumber } from './parse-number.ts'

/** @throws Refusal for what compares no number of a field */
export const readThreshold = (typed: string, definitions: readonly FieldDefinition[]): Threshold => {
  const [, name = '', amount = ''] = /^\s*([^<>=]+?)\s*>\s*([^<>=]+)$/.exec(typed.normalize('NFKC')) ?? []
  const definition = fieldNamed(definitions, name)
  const above = readNumber(amount)
  if (definition?.type === 'number' && above !== undefined) return { field: definition.key, above }
  throw new Refusal('invalid', `"${typed}" is no limit that is counted.`, {
    next: `Write when:"seats>500". What is counted: ${definitions
      .filter(({ type, retired }) => type === 'number' && !retired)
      .map(({ key }) => key)
      .join(', ')}`,
  })
}
