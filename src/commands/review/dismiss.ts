// `review dismiss`: what was read is not in this contract.
import { z } from 'zod'
import { defineCommand } from '../../bot/command.ts'
import { proposalsMeant } from '../../bot/review.ts'
import { settledCard, settleProposals, Walk } from '../../bot/settle-proposals.ts'

export const reviewDismiss = defineCommand({
  name: 'review dismiss',
  summary: 'Turn down values that were read wrongly: they are not in this contract.',
  examples: ['review dismiss C-142 sla', 'review dismiss C-142 12.3'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  positional: ['which'],
  args: z.object({ which: z.string().min(1), walk: Walk, owner: z.string().max(200).optional(), after: z.string().optional() }),
  async run({ args, contract, person, app, invocation }) {
    const definitions = await app.store.fields.list()
    const act = { actor: person.id, source: invocation.door, definitions }
    const settled = await settleProposals(app.store, contract, { dismissed: proposalsMeant(contract, definitions, args.which) }, act)
    return settledCard({ store: app.store, person, definitions }, settled, args)
  },
})
