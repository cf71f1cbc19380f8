// `field add`: legal gives contracts a field of the company's own; without words it answers with a form.
import { z } from 'zod'
import { definitionAddedCard } from '../../bot/cards/field-definition.ts'
import { newFieldForm } from '../../bot/cards/field-form.ts'
import { defineCommand } from '../../bot/command.ts'
import { peopleIn } from '../../bot/field-words.ts'
import { namesOf } from '../../bot/names.ts'
import { definitionArguments, FieldTypeArgument, readDefinitionChange } from '../../bot/read-definition.ts'
import { changed, newDefinition } from '../../contracts/definition-change.ts'
import { keyOfLabel, refuseBadDefinition } from '../../contracts/definition-rules.ts'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { Refusal } from '../../contracts/refusal.ts'

export const fieldAdd = defineCommand({
  name: 'field add',
  summary: 'Add a field that contracts may have.',
  examples: [
    'field add "Data residency" choices:"eu,us" for:dpa,msa standard:eu',
    'field add "Support hours" type:text',
    'field add "Users" type:number unit:users',
  ],
  requires: 'fields.manage',
  contract: 'none',
  changes: true,
  positional: ['label'],
  args: z.object({
    ...definitionArguments,
    type: FieldTypeArgument.optional(),
    key: z
      .string()
      .regex(/^[a-z][a-zA-Z0-9]{1,39}$/, 'letters and digits such as dataResidency')
      .optional(),
  }),
  async run({ args, person, app, invocation, today }) {
    const { label, key: typedKey, type, ...typed } = args
    if (label === undefined) return newFieldForm()
    const key = typedKey ?? keyOfLabel(label)
    if (key === undefined) throw keyless(label)
    const definitions = await app.store.fields.list()
    const begun = { ...newDefinition(key), label, type: type ?? (typed.choices === undefined ? 'text' : 'choice') }
    const read = await readDefinitionChange(typed, begun, { store: app.store, today })
    const change = { label, type: begun.type, ...read }
    const definition = changed(newDefinition(key), change)
    refuseBadDefinition(definition, definitions)
    refuseTakenKey(key, definitions)
    const added = await app.store.fields.change({ key, version: 1, change, by: person.id, source: invocation.door })
    return definitionAddedCard(added, await namesOf(app.store, peopleIn([added], [{ field: key, value: added.standard }])))
  },
})

const keyless = (label: string): Refusal =>
  new Refusal('invalid', `No key can be made of "${label}".`, { next: 'Name one in plain letters: key:dataResidency' })

const refuseTakenKey = (key: string, definitions: readonly FieldDefinition[]): void => {
  const other = definitions.find((one) => one.key === key)
  if (!other) return
  throw new Refusal('conflict', `There is a field ${other.label} (${key}) already${other.retired ? ', retired' : ''}.`, {
    next: other.retired ? `Bring it back: field restore ${key}` : `Change it: field set ${key}`,
  })
}
