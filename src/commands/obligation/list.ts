// `obligation list`: what is owed under a contract, or what is due soon under any.
import { z } from 'zod'
import { readerMayWrite, readerOf } from '../../bot/answer-reader.ts'
import { Days } from '../../bot/argument-types.ts'
import { obligationsCard, owedCard } from '../../bot/cards/obligations.ts'
import { defineCommand } from '../../bot/command.ts'
import { addToDay } from '../../contracts/calendar-date.ts'

export const obligationList = defineCommand({
  name: 'obligation list',
  summary: 'What is owed under a contract, or what is due soon under any.',
  examples: ['obligation list', 'obligation list C-142', 'obligation list within:"next 30 days"'],
  requires: 'contract.read',
  contract: 'optional',
  args: z.object({ within: Days.optional(), from: z.string().optional() }),
  async run({ args, contract, person, app, today, together }) {
    const asking = { person, together }
    if (contract) {
      const writes = readerMayWrite(asking, contract)
      return obligationsCard(contract, today, { writes, ...(args.from !== undefined && { from: args.from }) })
    }
    const until = args.within?.to ?? addToDay(today, 90, 'day')
    return owedCard(await app.store.obligations.due(readerOf(asking), until), today, until)
  },
})
