// `obligation drop`: it is owed no longer, and the record says why.
import { z } from 'zod'
import { dropObligationCard, obligationsCard } from '../../bot/cards/obligations.ts'
import { defineCommand } from '../../bot/command.ts'
import { obligationMeant } from '../../bot/obligation-meant.ts'
import { droppedDrafts } from '../../contracts/obligation-change.ts'

export const obligationDrop = defineCommand({
  name: 'obligation drop',
  summary: 'Say that something is owed no longer, and why.',
  examples: ['obligation drop O-12 reason:"Waived in amendment 2"'],
  requires: 'contract.write',
  contract: 'none',
  changes: true,
  positional: ['obligation'],
  args: z.object({ obligation: z.string().min(1).max(20), reason: z.string().min(1).max(300).optional() }),
  async run({ args, person, app, invocation, today }) {
    const { contract, obligation } = await obligationMeant(app.store, person, args.obligation)
    const { reason } = args
    if (reason === undefined) return dropObligationCard(contract, obligation)
    const { contract: after } = await app.store.record.append(contract.id, (now) =>
      droppedDrafts(now, obligation.id, reason, { actor: person.id, source: invocation.door }),
    )
    return obligationsCard(after, today, { said: `${obligation.id} is owed no longer.` })
  },
})
