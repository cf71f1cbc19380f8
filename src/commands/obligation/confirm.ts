// `obligation confirm`: commitments that were read become ones that are owed, each with its sentence.
import { z } from 'zod'
import { obligationsCard } from '../../bot/cards/obligations.ts'
import { defineCommand } from '../../bot/command.ts'
import { waitingObligations } from '../../bot/waiting-obligations.ts'
import { confirmedObligationDrafts } from '../../contracts/obligation-change.ts'

export const obligationConfirm = defineCommand({
  name: 'obligation confirm',
  summary: 'Confirm obligations that were read from a document.',
  examples: ['obligation confirm C-142 12.3', 'obligation confirm C-142 all'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  positional: ['which'],
  args: z.object({ which: z.string().min(1) }),
  async run({ args, contract, person, app, invocation, today }) {
    const read = waitingObligations(contract, args.which)
    const numbered = await Promise.all(read.map(async (one) => ({ one, id: await app.store.numbers.next('O') })))
    const { contract: after } = await app.store.record.append(contract.id, (now) =>
      numbered.flatMap(({ one, id }) => confirmedObligationDrafts(now, one, id, { actor: person.id, source: invocation.door })),
    )
    const recorded = after.obligations.filter(({ id }) => numbered.some((one) => one.id === id)).map(({ id }) => id)
    const said = recorded.length > 0 ? `Recorded: ${recorded.join(', ')}.` : 'Somebody else settled it meanwhile.'
    return obligationsCard(after, today, { said })
  },
})
