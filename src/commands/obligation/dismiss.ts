// `obligation dismiss`: what was read is no obligation of this contract.
import { z } from 'zod'
import { obligationsCard } from '../../bot/cards/obligations.ts'
import { defineCommand } from '../../bot/command.ts'
import { waitingObligations } from '../../bot/waiting-obligations.ts'
import { dismissedObligationDrafts } from '../../contracts/obligation-change.ts'

export const obligationDismiss = defineCommand({
  name: 'obligation dismiss',
  summary: 'Turn down obligations that were read wrongly.',
  examples: ['obligation dismiss C-142 12.3', 'obligation dismiss C-142 all'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  positional: ['which'],
  args: z.object({ which: z.string().min(1) }),
  async run({ args, contract, person, app, invocation, today }) {
    const ids = waitingObligations(contract, args.which).map(({ id }) => id)
    const { contract: after } = await app.store.record.append(contract.id, (now) =>
      dismissedObligationDrafts(now, ids, { actor: person.id, source: invocation.door }),
    )
    return obligationsCard(after, today, { said: `Not in ${contract.id}: ${ids.length === 1 ? 'that one' : `those ${ids.length}`}.` })
  },
})
