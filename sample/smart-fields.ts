// The smart fields of an agreement, drawn from its terms so that fields and text cannot disagree; a scan has none until somebody types them.

import type { Span, Term } from './templates/term.ts'
import type { Entry } from './terms/entry.ts'
import { AMERICAN_INCREASE, FIXED_FEES } from './terms/wording.ts'

type Fields = Record<string, string>

/** Values by the keys of their fields, written as the agreement writes them. */
export function smartFields(entry: Entry): Fields {
  if (entry.scan) return {}
  const { signedOn } = entry.terms
  const agreed = signedOn ? { agreementDate: [signedOn.us, signedOn.them].sort().at(-1)! } : {}
  return { ...agreed, ...termsOf(entry), ...entry.states }
}

function termsOf(entry: Entry): Fields {
  switch (entry.type) {
    case 'msa':
      return masterFields(entry.terms)
    case 'hosting':
      return hostingFields(entry.terms)
    case 'order-form':
      return { ...termFields(entry.terms.term), paymentTerms: days(entry.terms.paymentDays), ...seats(entry.terms.lines) }
    case 'sow':
      return { paymentTerms: days(entry.terms.paymentDays), acceptancePeriod: days(entry.terms.acceptanceDays) }
    case 'nda':
      return disclosureFields(entry.terms)
    case 'dpa':
      return processingFields(entry.terms)
    case 'sla':
      return { slaUptimePercent: entry.terms.uptime, slaCreditPercent: entry.terms.maximumCredit }
    case 'amendment':
      return {}
    default:
      return entry satisfies never
  }
}

type Of<Type extends Entry['type']> = Extract<Entry, { type: Type }>['terms']

const masterFields = (terms: Of<'msa'>): Fields => ({
  ...termFields(terms.term),
  ...(terms.increase === FIXED_FEES || terms.increase === AMERICAN_INCREASE ? { priceIncreasePercent: '5 %' } : {}),
  paymentTerms: days(terms.paymentDays),
  slaUptimePercent: terms.uptime,
  breachNotice: `${terms.breachHours} hours`,
  confidentialityTerm: `${terms.confidentialYears} years`,
  capOnLiability: 'yes',
  governingLaw: lawOf(terms),
})

const hostingFields = (terms: Of<'hosting'>): Fields => ({
  ...termFields(terms.term),
  paymentTerms: days(terms.paymentDays),
  slaUptimePercent: terms.availability,
  capOnLiability: 'yes',
  governingLaw: lawOf(terms),
  dataLocation: 'Dublin; Frankfurt',
})

const disclosureFields = (terms: Of<'nda'>): Fields => ({
  initialTerm: `${terms.years} years`,
  confidentialityTerm: `${terms.survivalYears} years`,
  governingLaw: lawOf(terms),
})

const processingFields = (terms: Of<'dpa'>): Fields => ({
  breachNotice: `${terms.breachHours} hours`,
  subprocessorNotice: days(terms.objectionDays),
  auditRights: 'yes',
  ...placesOf(terms.subprocessors),
})

function placesOf(subprocessors: Of<'dpa'>['subprocessors']): Fields {
  const places = subprocessors.flatMap(([, place]) => place.split(' and ')).filter((place) => place !== '')
  return places.length > 0 ? { dataLocation: [...new Set(places)].join('; ') } : {}
}

function termFields(term: Term): Fields {
  switch (term.kind) {
    case 'automatic':
      return {
        initialTerm: span(term.initial),
        autoRenewal: 'yes',
        renewalTerm: span(term.renewal),
        noticePeriodToTerminateRenewal: span(term.notice),
      }
    case 'mutual':
    case 'fixed':
      return { initialTerm: span(term.initial), autoRenewal: 'no' }
    case 'quarterly':
    case 'monthly':
      return { expirationDate: 'perpetual', terminationForConvenience: 'yes', terminationNotice: span(term.notice) }
    default:
      return term satisfies never
  }
}

/** The semicolon says that there is one, whatever commas its name has. */
const lawOf = ({ law }: { law: string }): string => `${law.replace(/^the /, '')};`

const span = ({ count, unit }: Span): string => `${count} ${unit}${count === 1 ? '' : 's'}`
const days = (count: number): string => `${count} days`

/** Lines that sell the service by the person who uses it. */
function seats(lines: Of<'order-form'>['lines']): Fields {
  const count = lines.filter(({ item }) => /licen[cs]e/.test(item)).reduce((sum, { quantity }) => sum + quantity, 0)
  return count > 0 ? { seats: String(count) } : {}
}

/** A column for each field that some agreement has, in the order in which they come up. */
export function fieldRows(entries: readonly Entry[]): { columns: string[]; rows: Fields[] } {
  const rows = entries.map((entry): Fields => ({ file: entry.file, ...smartFields(entry) }))
  return { columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows }
}
