// `field restore`: legal brings a retired field back.
import { z } from 'zod'
import { changeDefinition, refuseOldVersion } from '../../bot/change-definition.ts'
import { defineCommand } from '../../bot/command.ts'
import { definitionMeant } from '../../bot/field-meant.ts'

export const fieldRestore = defineCommand({
  name: 'field restore',
  summary: 'Bring a retired field back.',
  examples: ['field restore dataResidency'],
  requires: 'fields.manage',
  contract: 'none',
  changes: true,
  positional: ['field'],
  args: z.object({ field: z.string(), confirm: z.stringbool().default(false), was: z.coerce.number().int().optional() }),
  async run({ args, person, app, invocation }) {
    const definitions = await app.store.fields.list()
    const before = definitionMeant(definitions, args.field, (key) => `field restore ${key}`)
    refuseOldVersion(before, args.was)
    const change = before.retired === false ? {} : { retired: false }
    const line = `field restore ${before.key}`
    return changeDefinition(app, { before, change, definitions, person, source: invocation.door, line, confirmed: args.confirm })
  },
})
