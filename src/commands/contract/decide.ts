// `decide`: what was agreed becomes a decision of the contract, citing the messages that it follows from.
import { z } from 'zod'
import { decidedCard } from '../../bot/cards/decision.ts'
import { citedMessages } from '../../bot/cited-messages.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'
import { clauseNamed } from '../../contracts/clause-type.ts'

export const contractDecide = defineCommand({
  name: 'contract decide',
  summary: 'Record a decision; in a linked thread it cites the messages it follows from.',
  examples: ['decide "12-month cap, agreed by CFO" clause:liability', 'decide C-142 "Net 45" clause:payment cites:2'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  positional: ['text'],
  args: z.object({
    text: z.string().min(1).max(2000),
    clause: z.string().max(80).optional(),
    /** How many of the last messages of the thread it cites, instead of those that fit its words. */
    cites: z.coerce.number().int().min(0).max(20).optional(),
  }),
  async run({ args, contract, person, app, invocation }) {
    const cites = await citedMessages(app.store, { person, contract, invocation, text: args.text, last: args.cites })
    const key = `decision:${invocation.id}`
    const id = await app.store.numbers.next('D')
    const { contract: after } = await app.store.record.append(contract.id, () => [
      {
        kind: 'decision',
        key,
        actor: person.id,
        source: invocation.door,
        payload: {
          decision: id,
          text: args.text,
          cites: cites.map((message) => message.message),
          ...(args.clause && { clause: clauseNamed(args.clause) }),
          ...(invocation.thread && { thread: invocation.thread }),
        },
      },
    ])
    const recorded = after.decisions.find((one) => one.key === key)
    if (!recorded) throw new Error(`decision ${id} is not in the record of ${contract.id} after its entry`)
    return decidedCard(after, recorded, cites, await namesOf(app.store, [recorded.by]), person.zone ?? app.zone)
  },
})
