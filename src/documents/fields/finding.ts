// What a rule finds: a field with its value, how sure, and the place of the sentence that says so.
import type { Duration } from './durations.ts'

export type PaymentStart =
  | 'invoice_date'
  | 'invoice_receipt'
  | 'statement_receipt'
  | 'period_end'
  | 'delivery'
  | 'effective_date'
  | 'other'
  | 'unspecified'

export type PaymentTerms = {
  present: true
  days: number | null
  from: PaymentStart
  dayKind: 'calendar' | 'business' | null
  redacted: boolean
}
export type LiabilityCap = { present: true; basis: string; amount: string | null; currency?: string | null }
export type Price = { amount: string; currency: string /** one-off, or the period or thing that it is paid for */; unit: string }

export type FieldValues = {
  documentName: string
  agreementDate: string
  effectiveDate: string
  expirationDate: string
  initialTerm: Duration | 'perpetual'
  renewalTerm: Duration
  noticePeriodToTerminateRenewal: Duration
  governingLaw: string[]
  autoRenewal: boolean
  capOnLiability: boolean
  paymentTerms: PaymentTerms
  liabilityCapMonetary: LiabilityCap
  slaUptimePercent: { values: number[] }
  price: Price
  terminationForConvenience: boolean
  terminationNotice: Duration
  /** How long a breach may be cured before the other party may terminate. */
  curePeriod: Duration
  breachNotice: Duration
  priceIncreasePercent: number
  priceRestrictions: boolean
  minimumCommitment: { amount: string; currency: string }
  seats: number
  /** In the words of the text: "up to 10,000 API calls per month". */
  usageLimit: string
  slaCreditPercent: number
}

/** `start` and `end` are places in the flat text, of the words that the value comes from. */
export type Finding = {
  [Key in keyof FieldValues]: { key: Key; value: FieldValues[Key]; sure: boolean; start: number; end: number }
}[keyof FieldValues]
export type FindingOf<Key extends keyof FieldValues> = Extract<Finding, { key: Key }>
