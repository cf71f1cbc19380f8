// `review next`: one value after the other, most urgent first, until nothing waits.
import { z } from 'zod'
import { nextCard } from '../../bot/cards/proposals.ts'
import { defineCommand } from '../../bot/command.ts'
import { whoMayConfirm } from '../../bot/may-not.ts'
import { personNamed } from '../../bot/person-named.ts'
import { nextOf, queueFor } from '../../bot/review.ts'
import { waitingProposal } from '../../contracts/proposal.ts'

export const reviewNext = defineCommand({
  name: 'review next',
  summary: 'The next value that waits: money and dates first, the least sure before the others.',
  examples: ['review next', 'review next C-142', 'review next owner:@kim'],
  requires: 'contract.read',
  contract: 'optional',
  personal: true,
  args: z.object({ owner: z.string().max(200).optional(), after: z.string().optional(), at: z.string().optional() }),
  async run({ args, contract, person, app }) {
    const onlyReads = contract && (await whoMayConfirm(app.store, person, contract))
    const words = { definitions: await app.store.fields.list(), onlyReads }
    if (contract && args.at !== undefined) {
      const proposal = waitingProposal(contract, args.at)
      return nextCard({ contract, proposal, behind: contract.proposals.length - 1 }, words, { only: true })
    }
    const owner = args.owner && (args.owner.toLowerCase() === 'me' ? person : await personNamed(app.store, args.owner)).id
    const next = nextOf(await queueFor(app.store, person, { contract, owner }), args.after)
    return nextCard(next, words, { only: contract !== undefined, owner, after: args.after })
  },
})
