// `review`: how many values that were read from documents wait, by owner; of one contract, all of them.
import { z } from 'zod'
import { readerOf } from '../../bot/answer-reader.ts'
import { proposalsCard } from '../../bot/cards/proposals.ts'
import { reviewCountsCard } from '../../bot/cards/review-counts.ts'
import { defineCommand } from '../../bot/command.ts'
import { whoMayConfirm } from '../../bot/may-not.ts'
import { namesOf } from '../../bot/names.ts'

export const reviewList = defineCommand({
  name: 'review',
  summary: 'Values read from documents that wait for somebody to confirm them, by owner or of one contract.',
  examples: ['review', 'review C-142'],
  requires: 'contract.read',
  contract: 'optional',
  args: z.object({}),
  async run({ contract, person, app, together }) {
    if (contract) {
      const onlyReads = await whoMayConfirm(app.store, person, contract)
      return proposalsCard(contract, { definitions: await app.store.fields.list(), onlyReads })
    }
    const reader = readerOf({ person, together })
    const waiting = await app.store.reviews.byOwner(reader)
    return reviewCountsCard(
      waiting,
      await namesOf(
        app.store,
        waiting.map(({ owner }) => owner),
      ),
      reader.id,
    )
  },
})
