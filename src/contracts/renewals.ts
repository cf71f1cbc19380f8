// What has to be decided soon: contracts in the order of the last day for notice, or of their end where no notice is known.
import { addToDay, type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { type Contract, field } from './contract.ts'
import { familyOf, memberOf } from './family.ts'
import { perpetual } from './fields.ts'
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
}

/** What is over, or was never concluded, renews nothing; neither does what has no end. */
const isInForce = (contract: Contract): boolean => {
  const status = field(contract, 'status')
  return (status === undefined || status === 'executed') && field(contract, 'expirationDate') !== perpetual
}

/** Contracts whose day falls within so many days from today. `bearing`: what amends them, renews them or stands above them, and may move that day. */
export const renewalsWithin = (
  contracts: readonly Contract[],
  bearing: readonly Contract[],
  today: CalendarDate,
  days: number,
): Renewals => {
  const family = familyOf([...bearing, ...contracts].map(memberOf))
  const last = addToDay(today, days, 'day')
  const renewals = contracts.filter(isInForce).map((contract) => ({
    contract,
    end: dayIn(termOn(family, contract.id, 'expirationDate', today)),
    notice: termOn(family, contract.id, noticeDeadline, today),
  }))
  const known = renewals.flatMap(({ contract, end, notice }) => (end === undefined ? [] : [renewalOf(contract, end, notice, today)]))
  return {
    soon: known.filter(({ due }) => due >= today && due <= last).sort((one, other) => (one.due < other.due ? -1 : 1)),
    withoutEnd: renewals.filter(({ end }) => end === undefined).map(({ contract }) => contract),
  }
}

const dayIn = (term: Term | undefined): CalendarDate | undefined => {
  const [claim, other] = term?.claims ?? []
  return claim && !other && typeof claim.value === 'string' && isCalendarDate(claim.value) ? claim.value : undefined
}

const renewalOf = (contract: Contract, ends: CalendarDate, term: Term | undefined, today: CalendarDate): Renewal => {
  const day = dayIn(term)
  const notice = day === undefined ? undefined : { day, because: term?.because }
  return { contract, ends, notice, due: day !== undefined && day >= today ? day : ends }
}
