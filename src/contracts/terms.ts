// The terms of a contract on a day: what its family says, and the dates that follow from it.
import { addToDay, type CalendarDate, firstDay, isCalendarDate, lastDay } from './calendar-date.ts'
import type { FieldValues } from './contract.ts'
import { type InitialTerm, type Renewals, type TermEnd, termEndOn, termLengthIn } from './current-term.ts'
import { type Claim, claimsOn, daysOfChange, hasTerm, keysOf } from './effective-terms.ts'
import { changesOf, type Family, type Member, masterOf } from './family.ts'
import type { DurationValue, FieldValue } from './field-value.ts'
import { noticeDeadlineOf, showNotice } from './notice.ts'
import { canonicalJson } from './record/canonical-json.ts'

export type Term = {
  key: string
  /** One claim rules; several contradict each other without an order, and nobody chooses between them; none: see `because`. */
  claims: readonly Claim[]
  /** How it was computed, or why it could not be. */
  because?: string | undefined
}

/** Computed from other terms, and never in the record. */
export const noticeDeadline = 'noticeDeadline'
export const computedKeys: ReadonlySet<string> = new Set([noticeDeadline, 'expirationDate'])

/** What is in force of one field on a day; undefined where the family says nothing about it. */
export const termOn = (family: Family, id: string, key: string, day: CalendarDate): Term | undefined => {
  if (key === 'expirationDate') return endTerm(family, id, day)
  if (key === noticeDeadline) return noticeTerm(family, id, day)
  const claims = claimsOn(family, id, key, day)
  return claims.length === 0 ? undefined : { key, claims }
}

/** All that is in force of a contract on a day. */
export const termsOn = (family: Family, id: string, day: CalendarDate): Term[] =>
  [...new Set([...keysOf(family, id), ...computedKeys])].flatMap((key) => termOn(family, id, key, day) ?? [])

/** What ruled before a term came into force; undefined where nothing did. */
export const termBefore = (family: Family, id: string, { key, claims }: Term): Term | undefined => {
  const since =
    claims
      .map((claim) => claim.since)
      .toSorted()
      .at(-1) ?? firstDay
  return since === firstDay ? undefined : termOn(family, id, key, addToDay(since, -1, 'day'))
}

/** The values in force, and apart from them those of fields about which documents contradict each other. */
export const valuesOn = (
  family: Family,
  id: string,
  day: CalendarDate,
  keys?: readonly string[],
): { values: FieldValues; contradictions: Record<string, FieldValue[]> } => {
  const terms = keys ? keys.flatMap((key) => termOn(family, id, key, day) ?? []) : termsOn(family, id, day)
  const ruled = terms.flatMap(({ key, claims }) => (claims.length === 1 ? claims.map(({ value }) => [key, value] as const) : []))
  const open = terms.flatMap(({ key, claims }) => (claims.length > 1 ? [[key, claims.map(({ value }) => value)] as const] : []))
  return { values: Object.fromEntries(ruled), contradictions: Object.fromEntries(open) }
}

type Said = { holder: Member; end: TermEnd; claim: Claim }

/** Several claims on a term that another is computed from. */
type Unclear = { unclear: string }

const endTerm = (family: Family, id: string, day: CalendarDate): Term | undefined => {
  const stated = claimsOn(family, id, 'expirationDate', day)
  if (stated.length > 1) return { key: 'expirationDate', claims: stated }
  const said = endOn(family, id, day)
  if (said === undefined) return stated.length === 0 ? undefined : { key: 'expirationDate', claims: stated }
  if ('unclear' in said) return { key: 'expirationDate', claims: [], because: `not computed: ${said.unclear}` }
  return {
    key: 'expirationDate',
    claims: [said.claim],
    get because() {
      return said.end.because()
    },
  }
}

const noticeTerm = (family: Family, id: string, day: CalendarDate): Term | undefined => {
  const notices = claimsOn(family, id, 'noticePeriodToTerminateRenewal', day)
  const [notice] = notices
  const said = notice && endOn(family, id, day)
  if (!isRunning(family.members.get(id))) return undefined
  // Notice is given under the agreement that has the term: what only stands under it has no deadline of its own.
  if (!notice || !said || !isDuration(notice.value) || onlyOne(claimsOn(family, id, 'autoRenewal', day)) === false) return undefined
  const key = noticeDeadline
  if (notices.length > 1) return { key, claims: [], because: 'not computed: documents contradict each other about the notice' }
  if ('unclear' in said) return { key, claims: [], because: `not computed: ${said.unclear}` }
  if (said.holder.id !== id) return undefined
  const mover = notice.since >= said.claim.since ? notice : said.claim
  const claim: Claim = { value: noticeDeadlineOf(said.end.end, notice.value), by: mover.by, since: mover.since, way: 'computed' }
  const period = notice.value
  return {
    key,
    claims: [claim],
    // Only who shows it needs it in words.
    get because() {
      return showNotice(said.end.end, period)
    },
  }
}

/** A draft binds nobody yet, and what has ended renews nothing; one whose status nobody knows may be running. */
const isRunning = (member: Member | undefined): boolean => [undefined, 'executed'].includes(member?.values.status)

export const isDuration = (value: FieldValue): value is DurationValue => typeof value === 'object' && 'unit' in value

const onlyOne = (claims: readonly Claim[]): FieldValue | undefined => (claims.length === 1 ? claims[0]?.value : undefined)

/** The end of the term that runs on a day, whoever of the family holds that term; undefined where nobody says when it ends. */
const endOn = (family: Family, id: string, day: CalendarDate): Said | Unclear | undefined => {
  const term = agreedTerm(family, id, day)
  if (term === undefined || 'unclear' in term) return term
  const { holder, claim, initial, renewals } = term
  const end = termEndOn(initial, renewals, day)
  const isStated = 'stated' in initial && end.renewedOn === undefined
  return { holder, end, claim: isStated ? claim : computedClaim(end, claim, end.renewedOn ?? claim.since) }
}

export type AgreedTerm = { holder: Member; claim: Claim; initial: InitialTerm; renewals: Renewals }

/** What is agreed on a day about the term, by whoever of the family holds it; the claim is that of its end or of its length. */
export const agreedTerm = (family: Family, id: string, day: CalendarDate): AgreedTerm | Unclear | undefined => {
  const holder = holderOf(family, family.members.get(id), day)
  if (!holder) return undefined
  const [ends, lengths] = [claimsOn(family, id, 'expirationDate', day), claimsOn(family, id, 'initialTerm', day)]
  if (ends.length > 1) return { unclear: 'documents contradict each other about the end' }
  if (lengths.length > 1) return { unclear: 'documents contradict each other about the initial term' }
  const [stated, length] = [ends[0], lengths[0]]
  const agreed = { holder, renewals: renewalsOf(family, id, holder) }
  // A length that was agreed later than the end that was stated moves it.
  if (stated && (!length || length.since <= stated.since)) {
    const isDay = typeof stated.value === 'string' && isCalendarDate(stated.value)
    return isDay ? { ...agreed, claim: stated, initial: { stated: stated.value as CalendarDate } } : undefined
  }
  const term = termLengthIn(length?.value)
  const start = length && startOf(family, holder, length)
  return length && term && start !== undefined ? { ...agreed, claim: length, initial: { start, length: term } } : undefined
}

const computedClaim = ({ end }: TermEnd, { by }: Claim, since: CalendarDate): Claim => ({ value: end, by, since, way: 'computed' })

/** Whose term it is: its own, or that of the nearest master that has one. */
const holderOf = (family: Family, member: Member | undefined, day: CalendarDate, below: readonly string[] = []): Member | undefined => {
  if (!member || below.includes(member.id)) return undefined
  return hasTerm(family, member, day) ? member : holderOf(family, masterOf(family, member), day, [...below, member.id])
}

/** A renewal begins a term of its own; an amendment makes the first one longer or shorter. */
const startOf = (family: Family, holder: Member, length: Claim): CalendarDate | undefined => {
  const change = changesOf(family, holder.id).find(({ document }) => document.id === length.by)
  return change?.relation === 'renews' ? change.from : holder.values.effectiveDate
}

const renewalsOf = (family: Family, id: string, holder: Member): Renewals => {
  const own = family.members.get(id)
  const isOver = [own, holder].some((member) => ['expired', 'terminated'].includes(member?.values.status ?? ''))
  return {
    isSteady: isOver || isSteady(family, own),
    on: (day) => {
      if (isOver || day >= lastDay || onlyOne(claimsOn(family, id, 'autoRenewal', day)) !== true) return undefined
      return termLengthIn(onlyOne(claimsOn(family, id, 'renewalTerm', day)))
    },
  }
}

/** Whether nothing ever changes how it is renewed. */
const isSteady = (family: Family, member: Member | undefined, below: readonly string[] = []): boolean => {
  if (!member || below.includes(member.id)) return true
  const changes = changesOf(family, member.id).some(({ document: { values } }) =>
    ['autoRenewal', 'renewalTerm', 'expirationDate', 'initialTerm'].some((key) => values[key] !== undefined),
  )
  return !changes && isSteady(family, masterOf(family, member), [...below, member.id])
}

export type Span = {
  /** From this day until the next span's. */
  from: CalendarDate
  term: Term | undefined
}

/** What is in force of one field day by day, up to a day that is included: automatic renewals have no end of their own. */
export const timelineOf = (family: Family, id: string, key: string, until: CalendarDate): Span[] => {
  const days = daysOfChange(family).filter((day) => day <= until)
  const spans: Span[] = []
  for (let from = days.shift(); from !== undefined; from = days.shift()) {
    const term = termOn(family, id, key, from)
    if (spans.length === 0 || signOf(spans.at(-1)?.term) !== signOf(term)) spans.push({ from, term })
    // Only what is computed from the end of a term changes when a term ends.
    const renewal = computedKeys.has(key) && term?.claims.length === 1 ? dayAfterTerm(family, id, from) : undefined
    if (renewal !== undefined && renewal > from && renewal <= until && (days[0] === undefined || renewal < days[0])) days.unshift(renewal)
  }
  return spans
}

const dayAfterTerm = (family: Family, id: string, day: CalendarDate): CalendarDate | undefined => {
  const said = endOn(family, id, day)
  return said && 'end' in said ? addToDay(said.end.end, 1, 'day') : undefined
}

const signOf = (term: Term | undefined): string => canonicalJson((term?.claims ?? []).map(({ value, by }) => [value, by]))
