// A contract as its family has it on a day: the values in force in place of its own, each with where it was set.
import { type CalendarDate, firstDay } from './calendar-date.ts'
import { type Contract, type ContractFields, field, type Sourced } from './contract.ts'
import { familyOf, memberOf } from './family.ts'
import type { FieldValue } from './field-value.ts'
import { noticeDeadline, type Span, type Term, termBefore, termOn, termsOn, timelineOf } from './terms.ts'

export type InForce = {
  /** Fields that documents contradict each other about are not among its fields. */
  contract: Contract
  day: CalendarDate
  terms: readonly Term[]
  /** The documents that bear on it, by number; itself among them. */
  documents: ReadonlyMap<string, Contract>
  /** What ruled before a term came into force. */
  before(term: Term): Term | undefined
  on(key: string, day: CalendarDate): Term | undefined
  /** What is in force of one field day by day, up to a day that is included or the last on which a known paper takes effect. */
  over(key: string, until: CalendarDate): Span[]
}

/** `bearing`: all that bear on it and that the asker may see. */
export const inForceOn = (contract: Contract, bearing: readonly Contract[], day: CalendarDate): InForce => {
  const documents = new Map([...bearing, contract].map((document) => [document.id, document]))
  const family = familyOf([...documents.values()].map(memberOf))
  const terms = termsOn(family, contract.id, day)
  const fields = terms.flatMap((term) => {
    const held = heldBy(term, documents)
    return held ? [[term.key, held] as const] : []
  })
  return {
    contract: { ...contract, fields: Object.fromEntries(fields) as ContractFields },
    ...{ day, terms, documents },
    before: (term) => termBefore(family, contract.id, term),
    on: (key, other) => termOn(family, contract.id, key, other),
    over: (key, until) => timelineOf(family, contract.id, key, lastOf([until, ...effectiveDays(documents)])),
  }
}

const lastOf = (days: readonly CalendarDate[]): CalendarDate => days.toSorted().at(-1) ?? firstDay

const effectiveDays = (documents: ReadonlyMap<string, Contract>): CalendarDate[] =>
  [...documents.values()].flatMap((document) => field(document, 'effectiveDate') ?? [])

const heldBy = ({ key, claims }: Term, documents: ReadonlyMap<string, Contract>): Sourced<FieldValue> | undefined => {
  const [claim] = claims
  if (!claim || claims.length > 1 || key === noticeDeadline) return undefined
  if (claim.way === 'computed') return { value: claim.value, by: '', at: '', source: undefined, seq: 0 }
  return documents.get(claim.by)?.fields[key]
}
