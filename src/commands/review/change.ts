// `review change`: the sentence is right, the value was read wrongly; without a value the answer asks for it.
import { z } from 'zod'
import { changeProposalCard } from '../../bot/cards/proposals.ts'
import { defineCommand } from '../../bot/command.ts'
import { parseFieldValue } from '../../bot/field-values.ts'
import { proposalMeant } from '../../bot/review.ts'
import { SeenEntry, settledCard, settleProposals, Walk } from '../../bot/settle-proposals.ts'
import { definitionOf } from '../../contracts/fields.ts'

export const reviewChange = defineCommand({
  name: 'review change',
  summary: 'Confirm a value that was read, with another value instead.',
  examples: ['review change C-142 sla 99.95', 'review change C-142 12.3 "60 days"'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  positional: ['which', 'value'],
  args: z.object({
    which: z.string().min(1),
    value: z.string().optional(),
    walk: Walk,
    owner: z.string().max(200).optional(),
    after: z.string().optional(),
    was: SeenEntry,
  }),
  async run({ args, contract, person, app, invocation, today }) {
    const definitions = await app.store.fields.list()
    const proposal = proposalMeant(contract, definitions, args.which)
    if (args.value === undefined) return changeProposalCard(contract, proposal, { definitions }, invocation.text)
    const value = await parseFieldValue(definitionOf(definitions, proposal.field), args.value, { store: app.store, today })
    const act = { actor: person.id, source: invocation.door, definitions, was: args.was }
    const settled = await settleProposals(app.store, contract, { confirmed: [{ proposal, value }] }, act)
    return settledCard({ store: app.store, person, definitions }, settled, args)
  },
})
