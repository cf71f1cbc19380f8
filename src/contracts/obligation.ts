// Obligations: what somebody owes under a contract, by when and how often, from the sentence that says so to the day it was done.
import { z } from 'zod'
import { addToDay, CalendarDate } from './calendar-date.ts'
import { Evidence } from './evidence.ts'

export const Recurrence = z.enum(['once', 'weekly', 'monthly', 'quarterly', 'yearly'])
export type Recurrence = z.infer<typeof Recurrence>

const commitment = {
  /** Who owes it, as the contract calls them: a party's name or its role. */
  owes: z.string().min(1).max(200),
  what: z.string().min(1).max(500),
  recurrence: Recurrence,
  /** The first day by which it is owed, where the contract or a person names one. */
  dueOn: CalendarDate.optional(),
  /** When it is owed, in the contract's words: "within 24 hours of becoming aware". */
  due: z.string().max(300).optional(),
  /** The number or the type of the clause. */
  clause: z.string().max(80).optional(),
}

/** A commitment as a reader found it; offsets of the sentence in the document's text, end exclusive. */
export const ProposedObligation = z.strictObject({
  ...commitment,
  /** Stands for at least 97 % right. */
  sure: z.boolean(),
  page: z.number().nullable(),
  sentence: z.string(),
  start: z.int(),
  end: z.int(),
})
export type ProposedObligation = z.infer<typeof ProposedObligation>

/** It becomes due when what is used goes above this: `seats > 500`. */
export const Threshold = z.strictObject({ field: z.string(), above: z.number() })
export type Threshold = z.infer<typeof Threshold>

/** What an entry carries of an obligation that a person made or confirmed. */
export const ObligationTerms = z.strictObject({ ...commitment, threshold: Threshold.optional(), evidence: Evidence.optional() })
export type ObligationTerms = z.infer<typeof ObligationTerms>

export type Obligation = ObligationTerms & {
  /** `O-12`, counted over the whole company. */
  id: string
  by: string
  at: string
  seq: number
  /** Each time it was done: which due day it answered, on which day, by whom. */
  done: { due: CalendarDate | undefined; on: CalendarDate; by: string }[]
  /** Why it is owed no longer. */
  dropped: string | undefined
}

/** What was read and waits for a person. */
export type WaitingObligation = ProposedObligation & {
  /** `12.3`, as of proposals. */ id: string
  document: string
  name: string
  seq: number
}

const months: Record<Exclude<Recurrence, 'once' | 'weekly'>, number> = { monthly: 1, quarterly: 3, yearly: 12 }

/** The n-th due day, all counted from the first, so that a month's end never drifts. */
const occurrence = (first: CalendarDate, recurrence: Recurrence, count: number): CalendarDate => {
  if (recurrence === 'once') return first
  return recurrence === 'weekly' ? addToDay(first, count, 'week') : addToDay(first, count * months[recurrence], 'month')
}

/** The next day by which it is owed, past or to come; undefined when none is left, none is named, or it is owed no longer. */
export const nextDue = ({ dueOn, recurrence, done, dropped }: Obligation): CalendarDate | undefined => {
  if (dropped !== undefined || dueOn === undefined) return undefined
  if (recurrence === 'once') return done.length > 0 ? undefined : dueOn
  const last =
    done
      .map(({ due }) => due ?? '')
      .toSorted()
      .at(-1) ?? ''
  let count = 0
  while (occurrence(dueOn, recurrence, count) <= last) count += 1
  return occurrence(dueOn, recurrence, count)
}

/** Whether anything of it is still to be done. */
export const isOpen = (obligation: Obligation): boolean =>
  obligation.dropped === undefined && (obligation.recurrence !== 'once' || obligation.done.length === 0)
