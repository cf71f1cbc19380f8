// `obligation add`: a commitment of either side, with its first day, how often, its clause, or the limit that it hangs on.
import { z } from 'zod'
import { Day } from '../../bot/argument-types.ts'
import { obligationsCard } from '../../bot/cards/obligations.ts'
import { defineCommand } from '../../bot/command.ts'
import { readThreshold } from '../../bot/read-threshold.ts'
import { clauseNamed } from '../../contracts/clause-type.ts'
import { Recurrence } from '../../contracts/obligation.ts'
import { obligationDraft } from '../../contracts/obligation-change.ts'

/** What people type for how often. */
const every = { once: 'once', week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'yearly' } as const

export const obligationAdd = defineCommand({
  name: 'obligation add',
  summary: 'Record what somebody owes under a contract.',
  examples: [
    'obligation add C-142 "Send the audit report" owes:us due:2027-01-31 every:year clause:audit-rights',
    'obligation add C-142 "Pay for the seats above 500" owes:them when:"seats>500"',
  ],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  positional: ['what'],
  args: z.object({
    what: z.string().min(1).max(500),
    /** `us`, `them`, or a party by name. */
    owes: z.string().min(1).max(200),
    due: Day.optional(),
    every: z.enum(['once', 'week', 'month', 'quarter', 'year']).default('once'),
    clause: z.string().max(80).optional(),
    when: z.string().max(100).optional(),
  }),
  async run({ args, contract, person, app, invocation, today }) {
    const { what, owes, due, clause, when } = args
    const threshold = when === undefined ? undefined : readThreshold(when, await app.store.fields.list())
    const id = await app.store.numbers.next('O')
    const terms = {
      what,
      owes: /^(us|we)$/i.test(owes) ? 'us' : /^(them|they)$/i.test(owes) ? 'them' : owes,
      recurrence: Recurrence.parse(every[args.every]),
      ...(due !== undefined && { dueOn: due }),
      ...(clause !== undefined && { clause: /^[\d(]/.test(clause) ? clause : clauseNamed(clause) }),
      ...(threshold && { threshold }),
    }
    const act = { actor: person.id, source: invocation.door, key: invocation.id }
    const { contract: after } = await app.store.record.append(contract.id, () => [obligationDraft(id, terms, act)])
    return obligationsCard(after, today, { said: `${id} is recorded.` })
  },
})
