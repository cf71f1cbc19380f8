// Changes of field definitions: what one may change, and the fold that makes the company's definitions of what the program brings.
import { z } from 'zod'
import { bundledFields } from './bundled-fields.ts'
import { bundled } from './core-fields.ts'
import { FieldDefinition } from './field-definition.ts'
import type { Opened } from './record/open-entry.ts'

const { label, type, unit, choices, least, most, standard, contractTypes, audience, aliases, retired } = FieldDefinition.shape

/** What is given changes, `null` takes away; key and version are not among it, and the type is given once, with the first change. */
export const DefinitionChange = z
  .strictObject({ label, type, contractTypes, audience, aliases, retired })
  .extend({
    unit: unit.nullable(),
    choices: choices.nullable(),
    least: least.nullable(),
    most: most.nullable(),
    standard: standard.nullable(),
  })
  .partial()
export type DefinitionChange = z.infer<typeof DefinitionChange>

export type DefinitionVersion = { version: number; by: string; at: string; change: DefinitionChange }
export type DefinitionHistory = { definition: FieldDefinition; versions: readonly DefinitionVersion[] }
export type Definitions = ReadonlyMap<string, DefinitionHistory>

/** As the program brings them, before the company changed anything. */
export const bundledDefinitions: Definitions = new Map(bundledFields.map((definition) => [definition.key, { definition, versions: [] }]))

/** The definition as its next version says. */
export const changed = (definition: FieldDefinition, change: DefinitionChange): FieldDefinition => {
  const entries = Object.entries({ ...definition, ...change, version: definition.version + 1 })
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined)) as FieldDefinition
}

/** The field as it begins when somebody adds it. */
export const newDefinition = (key: string): FieldDefinition => bundled(key, key, 'text')

/** One more entry; what a newer program wrote and this one can't read leaves the definition as it was. */
export const foldDefinition = (
  definitions: Definitions,
  { payload, entry }: Extract<Opened, { kind: 'field_definition' }>,
): Definitions => {
  const key = payload.key
  const change = payload.change as DefinitionChange
  const { definition, versions } = definitions.get(key) ?? { definition: newDefinition(key), versions: [] }
  const next = changed(definition, change)
  const version = { version: next.version, by: entry.actor, at: entry.at, change }
  const made = FieldDefinition.safeParse(next).success ? next : { ...definition, version: next.version }
  return new Map([...definitions, [key, { definition: made, versions: [...versions, version] }]])
}
