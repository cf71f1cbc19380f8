// `unlink`: what is said in this thread is no longer kept; what was kept stays.
import { z } from 'zod'
import { unlinkThread } from '../../bot/capture.ts'
import { unlinkedCard } from '../../bot/cards/thread.ts'
import { defineCommand } from '../../bot/command.ts'
import { threadMeant } from '../../bot/thread-meant.ts'

export const contractUnlink = defineCommand({
  name: 'contract unlink',
  summary: 'Stop keeping what is said in this thread; what was kept stays.',
  examples: ['unlink C-142', 'unlink'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  args: z.object({}),
  async run({ contract, person, app, invocation }) {
    const { thread } = threadMeant(app, invocation, `unlink ${contract.id}`)
    await unlinkThread({ store: app.store, thread, contract, person, invocation })
    return { card: unlinkedCard(contract, person.name), audience: 'thread' }
  },
})
