// `field retire`: legal puts a field away; what was set of it stays.
import { z } from 'zod'
import { changeDefinition, refuseOldVersion } from '../../bot/change-definition.ts'
import { defineCommand } from '../../bot/command.ts'
import { definitionMeant } from '../../bot/field-meant.ts'

export const fieldRetire = defineCommand({
  name: 'field retire',
  summary: 'Put a field away: what was set stays, nothing new is set or read.',
  examples: ['field retire dataResidency'],
  requires: 'fields.manage',
  contract: 'none',
  changes: true,
  positional: ['field'],
  args: z.object({ field: z.string(), confirm: z.stringbool().default(false), was: z.coerce.number().int().optional() }),
  async run({ args, person, app, invocation }) {
    const definitions = await app.store.fields.list()
    const before = definitionMeant(definitions, args.field, (key) => `field retire ${key}`)
    refuseOldVersion(before, args.was)
    const change = before.retired === true ? {} : { retired: true }
    const line = `field retire ${before.key}`
    return changeDefinition(app, { before, change, definitions, person, source: invocation.door, line, confirmed: args.confirm })
  },
})
