// Effective terms: field by field what is in force on a day, by which document of the family, and since when.
import { addToDay, type CalendarDate, firstDay } from './calendar-date.ts'
import type { ContractType } from './contract.ts'
import { type Change, changesOf, childrenOf, comesAfter, type Family, type Member, masterOf, numberIn, silenceOf } from './family.ts'
import type { FieldValue } from './field-value.ts'
import { isSameJson } from './record/canonical-json.ts'

/** A value that a document gives to a field of a contract. */
export type Claim = {
  value: FieldValue
  /** The document that says so. */
  by: string
  /** The first day on which it rules; the contract's own value has no beginning. */
  since: CalendarDate
  /**
   * Its own; changed by what amends or renews it; taken over from the agreement that it stands under; said by an annex under it; computed
   * from other terms.
   */
  way: 'own' | 'changed' | 'inherited' | 'annex' | 'computed'
}

/** Of one document as it is, whoever changes it: these never pass from one to another. */
const ofDocument = new Set('title documentName counterparty parties owner team type status effectiveDate agreementDate'.split(' '))
/** An order form's amount is not that of its master, nor the other way round. */
const ofOneAlone = new Set(['value', ...ofDocument])
/** A document with a term of its own takes nothing of another's. */
const ofTerm = new Set('initialTerm expirationDate renewalTerm autoRenewal noticePeriodToTerminateRenewal'.split(' '))

/** Whether what one document says of a field may come to hold for another. */
export const passesOn = (key: string): boolean => !ofDocument.has(key)

/**
 * What rules a field of a contract on a day: nothing, one claim, or several that contradict each other without an order, which nobody
 * chooses between. Stored terms only; `termOn` adds what is computed from them.
 */
export const claimsOn = (family: Family, id: string, key: string, day: CalendarDate): Claim[] => claimsFor(family, id, key, day, new Set())

const claimsFor = (family: Family, id: string, key: string, day: CalendarDate, below: ReadonlySet<string>): Claim[] => {
  const member = family.members.get(id)
  if (!member || below.has(id)) return []
  const said = saidBy(family, member, key, day)
  if (said.length > 0 || ofOneAlone.has(key)) return said
  const annexed = ofTerm.has(key) ? [] : saidByAnnexes(family, id, key, day)
  if (annexed.length > 0) return annexed
  const master = masterOf(family, member)
  if (!master || !mayBeInherited(master) || (ofTerm.has(key) && hasTerm(family, member, day))) return []
  return claimsFor(family, master.id, key, day, new Set([...below, id])).map((claim) => ({ ...claim, way: 'inherited' }))
}

/** By the document itself or by what changed it last. */
const saidBy = (family: Family, { id, values }: Member, key: string, day: CalendarDate): Claim[] => {
  const changes = ofDocument.has(key)
    ? []
    : changesOf(family, id).filter(({ document, from }) => from <= day && document.values[key] !== undefined)
  if (changes.length > 0) return distinct(lastOf(changes).map((change) => claimOf(change, key)))
  const own = values[key]
  return own === undefined ? [] : [{ value: own, by: id, since: firstDay, way: 'own' }]
}

const claimOf = ({ document, from }: Change, key: string): Claim => ({
  value: document.values[key] as FieldValue,
  by: document.id,
  since: from,
  way: 'changed',
})

const latest = (days: readonly CalendarDate[]): CalendarDate => days.toSorted().at(-1) ?? firstDay

/** Of the changes that came last, those that none of the others comes after. */
const lastOf = (changes: readonly Change[]): readonly Change[] => {
  const last = latest(changes.map(({ from }) => from))
  const ofThatDay = changes.filter(({ from }) => from === last)
  const open = ofThatDay.filter((change) => !ofThatDay.some((other) => comesAfter(other, change)))
  return open.length > 0 ? open : ofThatDay
}

/** Documents that say the same do not contradict each other: the one with the lowest number stands for all. */
const distinct = (claims: readonly Claim[]): Claim[] => {
  const sorted = [...claims].sort((one, other) => numberIn(one.by) - numberIn(other.by))
  return sorted.filter((claim, index) => !sorted.slice(0, index).some(({ value }) => isSameJson(value, claim.value)))
}

/** Service levels and data processing are agreed for a whole master agreement. */
export const isAnnex = (type: ContractType | undefined): boolean => type === 'sla' || type === 'dpa'

/** An annex is agreed for the whole master; an order form or a statement of work speaks for itself alone. */
const saidByAnnexes = (family: Family, id: string, key: string, day: CalendarDate): Claim[] => {
  const annexes = childrenOf(family, id, 'under').filter(({ values }) => isAnnex(values.type))
  const inForce = annexes.filter((annex) => silenceOf(annex, day) === undefined && !hasExpired(annex, day))
  const said = inForce.flatMap((annex) =>
    saidBy(family, annex, key, day).map(
      (claim): Claim => ({ ...claim, since: latest([claim.since, annex.values.effectiveDate ?? firstDay]), way: 'annex' }),
    ),
  )
  return distinct(said)
}

const hasExpired = ({ values: { status, expirationDate } }: Member, day: CalendarDate): boolean =>
  status === 'expired' && (expirationDate === undefined || expirationDate < day)

/** What was agreed under a master goes on under it though it was terminated or has expired; a draft gives nothing. */
const mayBeInherited = ({ values: { status } }: Member): boolean => status === 'executed' || status === 'expired' || status === 'terminated'

export const hasTerm = (family: Family, member: Member, day: CalendarDate): boolean =>
  saidBy(family, member, 'expirationDate', day).length > 0 || saidBy(family, member, 'initialTerm', day).length > 0

/** Days on which what is in force may change, the first of all days first. */
export const daysOfChange = (family: Family): CalendarDate[] => {
  const days = [...family.members.values()].flatMap(({ values: { effectiveDate, expirationDate } }) => [
    ...(effectiveDate === undefined ? [] : [effectiveDate]),
    ...(isDay(expirationDate) ? [addToDay(expirationDate, 1, 'day')] : []),
  ])
  return [...new Set([firstDay, ...days])].sort()
}

const isDay = (day: string | undefined): day is CalendarDate => day !== undefined && /^\d{4}-/.test(day)

/** Every field that somebody of the family has a value for and that may pass to this contract, and its own. */
export const keysOf = (family: Family, id: string): string[] => {
  const own = Object.keys(family.members.get(id)?.values ?? {})
  const others = [...family.members.values()].flatMap(({ values }) => Object.keys(values)).filter((key) => !ofDocument.has(key))
  return [...new Set([...own, ...others])]
}
