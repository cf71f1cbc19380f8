// `widen`: a member opens what was said in a private conversation to all who may read the contract, and the thread is told (rule P6).
import { z } from 'zod'
import { widenConversation } from '../../bot/capture.ts'
import { card, text } from '../../bot/card.ts'
import { defineCommand } from '../../bot/command.ts'
import { threadMeant } from '../../bot/thread-meant.ts'

export const contractWiden = defineCommand({
  name: 'contract widen',
  summary: 'Let all readers of the contract read this private conversation; narrow:yes takes it back.',
  examples: ['widen C-142', 'widen C-142 narrow:yes'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  args: z.object({ narrow: z.stringbool().default(false) }),
  async run({ args, contract, person, app, invocation }) {
    const { thread, platform } = threadMeant(app, invocation, `widen ${contract.id}`)
    const visibility = args.narrow ? 'members' : 'contract'
    await widenConversation({ store: app.store, platform, thread, contract, person, invocation, visibility })
    const line = args.narrow
      ? `${person.name} closed this conversation: only its people may read what it says about ${contract.id}.`
      : `${person.name} opened this conversation: everyone who may read ${contract.id} may read what is saved of it.`
    return { card: card(line, text(line)), audience: 'thread' }
  },
})
