// `field restore`: legal brings a retired field back.
import { defineCommand } from '../../bot/command.ts'
import { retiringArguments, setRetired } from '../../bot/retire-definition.ts'

export const fieldRestore = defineCommand({
  name: 'field restore',
  summary: 'Bring a retired field back.',
  examples: ['field restore dataResidency'],
  requires: 'fields.manage',
  contract: 'none',
  changes: true,
  positional: ['field'],
  args: retiringArguments,
  run: (context) => setRetired(context, 'restore'),
})
