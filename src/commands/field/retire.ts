// `field retire`: legal puts a field away; what was set of it stays.
import { defineCommand } from '../../bot/command.ts'
import { retiringArguments, setRetired } from '../../bot/retire-definition.ts'

export const fieldRetire = defineCommand({
  name: 'field retire',
  summary: 'Put a field away: what was set stays, nothing new is set or read.',
  examples: ['field retire dataResidency'],
  requires: 'fields.manage',
  contract: 'none',
  changes: true,
  positional: ['field'],
  args: retiringArguments,
  run: (context) => setRetired(context, 'retire'),
})
