// Every value that a field of a contract may hold on some day, for who sees all of its family or a part: what an index looks it up by.
import { type CalendarDate, lastDay } from './calendar-date.ts'
import { termEndsWithin } from './current-term.ts'
import { claimsOn, daysOfChange, keysOf, passesOn } from './effective-terms.ts'
import type { Family } from './family.ts'
import type { FieldValue } from './field-value.ts'
import { noticeDeadlineOf } from './notice.ts'
import { agreedTerm, computedKeys, isDuration, noticeDeadline } from './terms.ts'

export type Possible = {
  key: string
  values: readonly FieldValue[]
  /** More than are told here: terms that go on by themselves for longer, or that some may see and some may not. */
  andMore: boolean
}

/** So many terms ahead: twenty years of yearly renewals. */
const mostTerms = 20

/** `isHidden`: whether some who see the contract may not see all of its family, so that other dates follow for them. */
export const possibleValues = (family: Family, id: string, isHidden: boolean): Possible[] => {
  const members = [...family.members.values()]
  const said = (key: string) =>
    members.flatMap(({ id: by, values }) => (values[key] !== undefined && (by === id || passesOn(key)) ? [values[key]] : []))
  const days = daysOfChange(family)
  const dates = days.map((from, index) => datesWithin(family, id, { from, to: days[index + 1] ?? lastDay }))
  const andMore = isHidden || dates.some(({ ends }) => ends.length >= mostTerms)
  const computed = [
    { key: 'expirationDate', values: [...said('expirationDate'), ...dates.flatMap(({ ends }) => ends)], andMore },
    { key: noticeDeadline, values: dates.flatMap(({ deadlines }) => deadlines), andMore },
  ]
  const others = keysOf(family, id).filter((key) => !computedKeys.has(key))
  return [...others.map((key) => ({ key, values: said(key), andMore: false })), ...computed.filter(({ values }) => values.length > 0)]
}

type Dates = { ends: CalendarDate[]; deadlines: CalendarDate[] }

/** The ends of the terms that run between two days on which something changes, and the last days for notice of each of them. */
const datesWithin = (family: Family, id: string, days: { from: CalendarDate; to: CalendarDate }): Dates => {
  const term = agreedTerm(family, id, days.from)
  if (term === undefined || 'unclear' in term) return { ends: [], deadlines: [] }
  const ends = termEndsWithin(term.initial, term.renewals, days, mostTerms)
  const notices = claimsOn(family, id, 'noticePeriodToTerminateRenewal', days.from)
  const deadlines = ends.flatMap((end) => notices.flatMap(({ value }) => (isDuration(value) ? [noticeDeadlineOf(end, value)] : [])))
  return { ends, deadlines }
}

/** The fact of a field that holds more values than are told: it is looked at whatever is asked about that field. */
export const movingFact = (key: string): string => `${key}|~:`
