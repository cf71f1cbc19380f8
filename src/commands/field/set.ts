// `field set`: legal changes what a field is called, may hold, has as standard, and who sees it; without changes it answers with a form.
import { z } from 'zod'
import { fieldForm } from '../../bot/cards/field-form.ts'
import { changeDefinition, refuseOldVersion } from '../../bot/change-definition.ts'
import { defineCommand } from '../../bot/command.ts'
import { definitionMeant } from '../../bot/field-meant.ts'
import { peopleIn } from '../../bot/field-words.ts'
import { namesOf } from '../../bot/names.ts'
import { definitionArguments, readDefinitionChange } from '../../bot/read-definition.ts'

export const fieldSet = defineCommand({
  name: 'field set',
  summary: 'Change a field: its standard value, label, choices, limits, contract types, who sees it.',
  examples: [
    'field set sla standard:99.9',
    'field set dataResidency choices:+apac',
    'field set seats for:+nda',
    'field set sla standard:none',
  ],
  requires: 'fields.manage',
  contract: 'none',
  changes: true,
  positional: ['field'],
  args: z.object({
    field: z.string(),
    ...definitionArguments,
    confirm: z.stringbool().default(false),
    was: z.coerce.number().int().optional(),
  }),
  async run({ args, person, app, invocation, today }) {
    const { field, confirm, was, ...typed } = args
    const definitions = await app.store.fields.list()
    const before = definitionMeant(definitions, field, (key) => invocation.text.replace(field, key))
    refuseOldVersion(before, was)
    if (Object.values(typed).every((value) => value === undefined))
      return fieldForm(before, await namesOf(app.store, peopleIn([before], [{ field: before.key, value: before.standard }])))
    const change = await readDefinitionChange(typed, before, { store: app.store, today })
    const line = invocation.text.replace(/ was:\d+/, '')
    return changeDefinition(app, { before, change, definitions, person, source: invocation.door, line, confirmed: confirm })
  },
})
