// The field that somebody names in a `field` command, or the nearest ones.
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { fieldNamed } from '../contracts/fields.ts'
import { Refusal } from '../contracts/refusal.ts'
import { nearest } from './nearest.ts'

/** `again` is the line for each field that could be meant. */
export const definitionMeant = (
  definitions: readonly FieldDefinition[],
  typed: string,
  again: (key: string) => string,
): FieldDefinition => {
  const found = fieldNamed(definitions, typed)
  if (found) return found
  const near = nearest(
    typed,
    definitions.flatMap(({ key, label, aliases }) => [key, label, ...aliases]),
    3,
  )
  const meant = [...new Set(near.flatMap((name) => fieldNamed(definitions, name) ?? []))]
  throw new Refusal('not-found', `There is no field "${typed.slice(0, 60)}".`, {
    next: 'See them all: field list',
    choices: meant.map(({ key, label }) => ({ label, command: again(key) })),
  })
}
