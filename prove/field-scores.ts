// How a field that was read compares with what experts said: right, wrong, missed, a false alarm, or not to be judged.
import type { FieldValues } from '../src/documents/fields/finding.ts'
import type { Party } from '../src/documents/fields/read-fields.ts'
import type { LabelledContract } from './corpus-labels.ts'

/** `found` values came out, `right` of them agree, `wanted` are to be found. */
export type Score = { right: number; found: number; wanted: number }
export type Read = Partial<{ [Key in keyof FieldValues]: FieldValues[Key] }>
type Judge = (read: Read, contract: LabelledContract) => Score | undefined

const score = (right: boolean, found: boolean, wanted: boolean): Score => ({
  right: Number(right),
  found: Number(found),
  wanted: Number(wanted),
})

const dateJudge =
  (key: 'agreementDate' | 'effectiveDate' | 'expirationDate', label: 'agreement_date' | 'effective_date' | 'expiration_date'): Judge =>
  (read, { labels, text }) => {
    const { value, status } = labels[label]
    const found = read[key]
    if (status === 'absent') return score(false, found !== undefined, false)
    if ((status !== 'exact' && status !== 'perpetual') || value === null) return undefined
    return score(found !== undefined && sameEnd(found, value, key, text), found !== undefined, true)
  }

/** The experts end a computed term on its anniversary; its last day is the day before. */
function sameEnd(found: string, value: string, key: string, text: string): boolean {
  if (found === value) return true
  if (key !== 'expirationDate' || value === 'perpetual' || found === 'perpetual' || text.length === 0) return false
  return Date.parse(value) - Date.parse(found) === 86_400_000
}

const inDays: Record<string, number> = { day: 1, business_day: 1.4, week: 7, month: 30, year: 360 }

const durationJudge =
  (key: 'renewalTerm' | 'noticePeriodToTerminateRenewal', label: 'renewal_term' | 'notice_period_to_terminate_renewal'): Judge =>
  (read, { labels }) => {
    const wanted = labels[label].value
    const found = read[key]
    if (wanted === null) return (labels[label].spans ?? []).length > 0 ? undefined : score(false, found !== undefined, false)
    const same = found !== undefined && found.count * (inDays[found.unit] ?? 0) === wanted.count * (inDays[wanted.unit] ?? 0)
    return score(same, found !== undefined, true)
  }

const yesNo = (found: boolean | undefined, wanted: boolean): Score => score(found === true && wanted, found === true, wanted)

const folded = (place: string): string =>
  place
    .toLowerCase()
    .replace(/england and wales/, 'england')
    .replace(/^(?:the |republic of |state of )+/, '')

const payment: Judge = ({ paymentTerms: found }, { hand }) => {
  const wanted = hand?.payment_terms
  if (wanted === undefined) return undefined
  if (!wanted.present) return score(false, found !== undefined, false)
  return score(found !== undefined && found.days === wanted.days && found.from === wanted.from, found !== undefined, true)
}

const cap: Judge = ({ liabilityCapMonetary: found }, { hand }) =>
  hand?.liability_cap_monetary === undefined ? undefined : yesNo(found !== undefined, hand.liability_cap_monetary.present)

const law: Judge = ({ governingLaw: found }, { labels }) => {
  const wanted = labels.governing_law.value
  if (wanted === null || wanted.length === 0) return score(false, found !== undefined, false)
  const names = new Set(wanted.flatMap((name) => [name, ...name.split(', ')]).map(folded))
  return score(found?.some((name) => names.has(folded(name))) === true, found !== undefined, true)
}

/** Judges of single values by field key. */
export const judges: { [Key in keyof FieldValues]?: Judge } = {
  governingLaw: law,
  agreementDate: dateJudge('agreementDate', 'agreement_date'),
  effectiveDate: dateJudge('effectiveDate', 'effective_date'),
  expirationDate: dateJudge('expirationDate', 'expiration_date'),
  renewalTerm: durationJudge('renewalTerm', 'renewal_term'),
  noticePeriodToTerminateRenewal: durationJudge('noticePeriodToTerminateRenewal', 'notice_period_to_terminate_renewal'),
  autoRenewal: ({ autoRenewal }, { hand }) =>
    hand?.auto_renewal === undefined || hand.renewal_kind_source === 'unclear' ? undefined : yesNo(autoRenewal, hand.auto_renewal),
  capOnLiability: ({ capOnLiability }, { labels }) => yesNo(capOnLiability, labels.cap_on_liability.value),
  paymentTerms: payment,
  liabilityCapMonetary: cap,
}

const suffix = /\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|lp|llp|plc|gmbh|ag|sa|nv|bv|the)\b/g
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(suffix, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Parties as a set: two names are one when they are alike to 0.85 after folding case, punctuation and legal forms. */
export function judgeParties(found: Party[], { labels }: LabelledContract): Score {
  const open = labels.parties.value.map((party) => plainName(party.name))
  const wanted = open.length
  let right = 0
  for (const { name } of found) {
    const place = open.findIndex((candidate) => similarity(candidate, plainName(name)) >= 0.85)
    if (place < 0) continue
    open.splice(place, 1)
    right++
  }
  return { right, found: found.length, wanted }
}

/** 1 for the same, 0 for nothing in common: twice the letters that are in both in order, over all letters. */
export function similarity(one: string, other: string): number {
  if (one === other) return 1
  let row = new Array<number>(other.length + 1).fill(0)
  for (let i = 1; i <= one.length; i++) {
    const next = [0]
    for (let j = 1; j <= other.length; j++) {
      next[j] = one[i - 1] === other[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0)
    }
    row = next
  }
  return one.length + other.length === 0 ? 0 : (2 * (row[other.length] ?? 0)) / (one.length + other.length)
}
