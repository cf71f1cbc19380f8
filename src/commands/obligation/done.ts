// `obligation done`: it was done; one that comes again is due at its next day.
import { z } from 'zod'
import { PastDay } from '../../bot/argument-types.ts'
import { obligationsCard } from '../../bot/cards/obligations.ts'
import { defineCommand } from '../../bot/command.ts'
import { obligationMeant } from '../../bot/obligation-meant.ts'
import { refuseFuture } from '../../bot/past-day.ts'
import { CalendarDate, showDay } from '../../contracts/calendar-date.ts'
import { isOpen, nextDue, type Obligation } from '../../contracts/obligation.ts'
import { doneDrafts, obligationIn } from '../../contracts/obligation-change.ts'

export const obligationDone = defineCommand({
  name: 'obligation done',
  summary: 'Say that an obligation was done.',
  examples: ['obligation done O-12', 'obligation done O-12 on:2026-11-20', 'obligation done O-12 was:2027-01-31'],
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
    return obligationsCard(after, today, { said: saidOf(obligationIn(after, obligation.id), entries.length > 0) })
  },
})

/** The next day by which it is owed, and how to answer that one too: it may have been done early. */
const saidOf = (obligation: Obligation, isNew: boolean): string => {
  const next = isOpen(obligation) ? nextDue(obligation) : undefined
  const last = obligation.done.at(-1)
  const when = last ? ` on ${showDay(last.on)}` : ''
  const said = isNew ? `${obligation.id} is done.` : `${obligation.id} was done already${when}; nothing new was recorded.`
  if (next === undefined) return said
  const early = `If that was done as well: obligation done ${obligation.id} was:${next}`
  return `${said} It is next due on ${showDay(next)}.${isNew ? '' : ` ${early}`}`
}
