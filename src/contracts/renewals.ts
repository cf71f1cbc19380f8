// What has to be decided soon: contracts in the order of the last day for notice, or of their end where no notice is known.
import { addToDay, type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { type Contract, field } from './contract.ts'
import { familyOf, memberOf } from './family.ts'
import { noticeDeadline, type Term, termOn } from './terms.ts'

export type Renewal = {
  contract: Contract
  ends: CalendarDate
  /** The last day for notice, with its arithmetic; undefined where no notice is known. */
  notice: { day: CalendarDate; because: string | undefined } | undefined
  /** The day before which something has to be done: that for notice until it has passed, then the end. */
  due: CalendarDate
}

export type Renewals = {
  /** The most urgent first. */
  soon: Renewal[]
  /** In force, and nobody knows until when. */
  withoutEnd: Contract[]
  /** In force, and their papers contradict each other about the end. */
  contradicted: Contract[]
}

/** What is over, or was never concluded, renews nothing. */
const isInForce = (contract: Contract): boolean => {
  const status = field(contract, 'status')
  return status === undefined || status === 'executed'
}

/** A paper that changes another one ends with it: whoever looks after that one is asked there. */
const changesAnother = ({ family }: Contract): boolean => family.some(({ relation }) => relation === 'amends')

/** Contracts whose day falls within so many days from today. `bearing`: what amends them, renews them or stands above them, and may move that day. */
export const renewalsWithin = (
  contracts: readonly Contract[],
  bearing: readonly Contract[],
  today: CalendarDate,
  days: number,
): Renewals => {
  const family = familyOf([...bearing, ...contracts].map(memberOf))
  const last = addToDay(today, days, 'day')
  const inForce = contracts.filter(isInForce).map((contract) => ({
    contract,
    claims: termOn(family, contract.id, 'expirationDate', today)?.claims ?? [],
    notice: termOn(family, contract.id, noticeDeadline, today),
  }))
  const known = inForce.flatMap(({ contract, claims, notice }) => {
    const end = dayIn(claims)
    return end === undefined ? [] : [renewalOf(contract, end, notice, today)]
  })
  return {
    soon: known.filter(({ due }) => due >= today && due <= last).sort((one, other) => (one.due < other.due ? -1 : 1)),
    withoutEnd: inForce.filter(({ contract, claims }) => claims.length === 0 && !changesAnother(contract)).map(({ contract }) => contract),
    contradicted: inForce.filter(({ claims }) => claims.length > 1).map(({ contract }) => contract),
  }
}

/** The day that all papers agree on; none where there is no end. */
const dayIn = ([claim, other]: Term['claims']): CalendarDate | undefined =>
  claim && !other && typeof claim.value === 'string' && isCalendarDate(claim.value) ? claim.value : undefined

const renewalOf = (contract: Contract, ends: CalendarDate, term: Term | undefined, today: CalendarDate): Renewal => {
  const day = dayIn(term?.claims ?? [])
  const notice = day === undefined ? undefined : { day, because: term?.because }
  return { contract, ends, notice, due: day !== undefined && day >= today ? day : ends }
}
