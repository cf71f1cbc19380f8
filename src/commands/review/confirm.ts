// `review confirm`: values that were read become values of the contract, each with its sentence.
import { z } from 'zod'
import { defineCommand } from '../../bot/command.ts'
import { proposalsMeant } from '../../bot/review.ts'
import { SeenEntry, settledCard, settleProposals, Walk } from '../../bot/settle-proposals.ts'

export const reviewConfirm = defineCommand({
  name: 'review confirm',
  summary: 'Confirm values that were read from a document: one, some, the sure ones, or all.',
  examples: ['review confirm C-142 sla', 'review confirm C-142 12.3 12.4', 'review confirm C-142 sure'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  positional: ['which'],
  args: z.object({
    which: z.string().min(1),
    walk: Walk,
    owner: z.string().max(200).optional(),
    after: z.string().optional(),
    was: SeenEntry,
  }),
  async run({ args, contract, person, app, invocation }) {
    const definitions = await app.store.fields.list()
    const chosen = proposalsMeant(contract, definitions, args.which, args.was)
    const act = { actor: person.id, source: invocation.door, definitions, was: args.was }
    const settled = await settleProposals(app.store, contract, { confirmed: chosen.map((proposal) => ({ proposal })) }, act)
    return settledCard({ store: app.store, person, definitions }, settled, args)
  },
})
