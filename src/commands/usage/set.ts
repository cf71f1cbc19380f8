// `usage set`: how much of what the contract allows is used, counted for a day.
import { z } from 'zod'
import { PastDay } from '../../bot/argument-types.ts'
import { usageCard } from '../../bot/cards/usage.ts'
import { defineCommand } from '../../bot/command.ts'
import { counted } from '../../bot/counted.ts'
import type { Pair } from '../../bot/pair.ts'
import { refuseFuture } from '../../bot/past-day.ts'
import { readCount, refuseTwice } from '../../bot/read-count.ts'
import { recordUsage } from '../../bot/record-usage.ts'
import { Refusal } from '../../contracts/refusal.ts'

export const usageSet = defineCommand({
  name: 'usage set',
  summary: 'Record how much is used, and see how near that is to the limit.',
  examples: ['usage set C-142 seats=480', 'usage set C-142 seats=480 on:2026-10-31 source:"Billing report"'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  args: z.object({ on: PastDay.optional(), source: z.string().max(300).optional(), pairs: z.custom<Pair[]>().default([]) }),
  async run({ args, contract, person, app, invocation, today }) {
    const definitions = await app.store.fields.list()
    const on = refuseFuture(args.on ?? today, today)
    const counts = args.pairs.map(({ key, comparison, value }) => {
      if (comparison === '=' || comparison === ':') return { ...readCount(key, value, definitions), on }
      throw new Refusal('invalid', `A count is one number: write ${key}=${value}.`, {
        next: `For example: usage set ${contract.id} seats=480`,
      })
    })
    refuseTwice(
      counts.map(({ field }) => field),
      definitions,
    )
    if (counts.length === 0)
      throw new Refusal('invalid', 'What was counted, and how much?', { next: `For example: usage set ${contract.id} seats=480` })
    const act = { actor: person.id, source: invocation.door, key: invocation.id, ...(args.source !== undefined && { from: args.source }) }
    const { contract: after, recorded } = await recordUsage(app.store, contract, counts, act, definitions)
    const said = recorded > 0 ? `${counted(recorded, 'count')} recorded.` : 'Nothing new: it was recorded before.'
    return usageCard(after, definitions, { said, writes: true })
  },
})
