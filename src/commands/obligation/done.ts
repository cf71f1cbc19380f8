// `obligation done`: it was done; one that comes again is due at its next day.
import { z } from 'zod'
import { PastDay } from '../../bot/argument-types.ts'
import { obligationsCard } from '../../bot/cards/obligations.ts'
import { defineCommand } from '../../bot/command.ts'
import { obligationMeant } from '../../bot/obligation-meant.ts'
import { refuseFuture } from '../../bot/past-day.ts'
import { CalendarDate } from '../../contracts/calendar-date.ts'
import { doneDrafts } from '../../contracts/obligation-change.ts'

export const obligationDone = defineCommand({
  name: 'obligation done',
  summary: 'Say that an obligation was done.',
  examples: ['obligation done O-12', 'obligation done O-12 on:2026-11-20'],
  requires: 'contract.write',
  contract: 'none',
  changes: true,
  positional: ['obligation'],
  args: z.object({ obligation: z.string().min(1).max(20), on: PastDay.optional(), was: CalendarDate.optional() }),
  async run({ args, person, app, invocation, today }) {
    const { contract, obligation } = await obligationMeant(app.store, person, args.obligation)
    const on = refuseFuture(args.on ?? today, today)
    const { contract: after, entries } = await app.store.record.append(contract.id, (now) =>
      doneDrafts(now, obligation.id, { on, due: args.was }, { actor: person.id, source: invocation.door }),
    )
    const said = entries.length > 0 ? `${obligation.id} is done.` : `${obligation.id} was done already; nothing new was recorded.`
    return obligationsCard(after, today, { said })
  },
})
