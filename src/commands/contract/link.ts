// `link`: the thread in which it is typed belongs to the contract from now on, older replies first.
import { z } from 'zod'
import { linkThread } from '../../bot/capture.ts'
import { linkedCard } from '../../bot/cards/thread.ts'
import { defineCommand } from '../../bot/command.ts'
import { threadMeant } from '../../bot/thread-meant.ts'

export const contractLink = defineCommand({
  name: 'contract link',
  summary: 'Link this thread to a contract: what is said in it stays with the contract.',
  examples: ['link C-142', 'link "Acme MSA"'],
  requires: 'contract.write',
  contract: 'required',
  named: true,
  changes: true,
  args: z.object({}),
  async run({ contract, person, app, invocation }) {
    const { thread, platform } = threadMeant(app, invocation, `link ${contract.id}`)
    const linked = await linkThread({ store: app.store, clock: app.clock, platform, thread, contract, person, invocation })
    return linkedCard(linked, person.zone ?? app.zone)
  },
})
