// Payment terms: within how many days an amount is to be paid, and from which event the days are counted.
import { placesOf } from './anchors.ts'
import { choose } from './best.ts'
import { findDurations } from './durations.ts'
import type { FindingOf, PaymentStart, PaymentTerms } from './finding.ts'
import { type FlatText, sentenceAround, withoutStops } from './flat-text.ts'
import { numberWords, ordinalToNumber, ordinalWords, wordsToNumber } from './numbers.ts'
import { points, type Sign } from './signs.ts'

/** Words before the days. */
const beforeSigns: readonly Sign[] = [
  [/\bnet[ -]{0,2}\(?$/, 5],
  [/\bterms ?:? ?$/, 1],
  [/\b(?:shall|will) (?:bill|invoice|render|submit|furnish)\b(?![^.;]*\bpay)[^.;]{0,60}$/, -3],
  [/\b(?:pay|pays|paid|payable|payment|payments|due|remit|remitted|settle|settled|accounted for)\b[^.;]{0,140}$/, 3],
  [/(?:invoice|\bbills?\b|\bbilled\b)[^.;]{0,140}$/, 2],
  [
    /\b(?:deliver|send|issue|submit|render|furnish)s? (?:an?|its|the) (?:[a-z]+ )?(?:invoice|statement|bill|report)(?![^.;]*\bpay)[^.;]{0,30}$/,
    -3,
  ],
  [/(?:within|no later than|not later than|later than|in|of|net|at)(?: the)?[ (]{0,2}(?:[a-z-]+ \()?$/, 1],
  [
    /(?:notice|cure|terminat|breach|default|(?<!un)dispute|object|advis|contest|question|disagree|interest|overdue|past due|\blate\b|delinquent|refund|audit|inspect|notify|refuse|reject|deposit|withh[eo]ld|credit note|more than|exceed|insurance|indemnif)[^.;]{0,50}$/,
    -3,
  ],
]

/** "The 15th day of the month following": behind the month that is paid for. */
const ofNextMonth =
  /^ of (?:(?:the|each) )?(?:calendar )?(?:month (?:immediately )?following|(?:following|next|succeeding) (?:calendar )?month|each (?:calendar )?month (?:for|on) (?:[^.;,]{0,60} )?(?:the |of the |during the )?(?:preceding|previous|prior|month before))\b/

/** Words behind the days. */
const afterSigns: readonly Sign[] = [
  [/^[^.;]{0,70}\binvoices?\b/, 4],
  [
    /^[^.;]{0,40}(?:end|close|last day|expiration|conclusion) of (?:each|every|the|such|that|any|a)[^.;]{0,30}(?:month|quarter|year|period)/,
    3,
  ],
  [ofNextMonth, 3],
  [/^[^.;]{0,90}(?:statement|report|receipt of (?:the )?(?:products?|goods|shipment)|delivery|shipment)/, 1],
  [/^ (?:of|after|following|from) (?:the |its |each )?(?:date of )?(?:the )?(?:shipment|delivery|arrival|bill of lading|b\/l)\b/, 2.5],
  [/^[^.;]{0,12}(?:terms|basis)/, 2],
  [/^ net\b/, 3],
  [/^[^.;]{0,20}discount/, -3],
  [/^ (?:of|after|following|from) (?:the |its )?(?:date of )?receipt/, 1.5],
  // A first payment, not how the others are paid.
  [/^ (?:of|after|following|from) (?:the |its )?(?:date of )?(?:effective date|execution)/, 1.2],
  [/^[^.;]{0,130}\b(?:shall|will|agrees? to) (?:(?:[a-z]+ ){0,4}pay|remit|send [^.;]{0,30}(?:check|payment))\b/, 2.5],
  [/^[^.;]{0,60}, (?:pay|remit|transfer)\b/, 2.5],
  [/^[^.;]{0,160}together with (?:the )?(?:royalt|payment|amounts?)/, 2.5],
  [/^[^.;]{0,60}(?:notice|breach|default|terminat|written|(?<!un)dispute|overdue|past due|\blate\b|request|prior)/, -4],
  [/^[^.;]{0,110}(?:disagree|object|contest|reject)/, -4],
]

/** What "receipt" and "the date thereof" belong to where the sentence has named an invoice or a statement before. */
const ofInvoice: readonly [pattern: RegExp, from: PaymentStart][] = [
  [/^[^.;,]{0,30}\b(?:receipt|receiving|received)\b(?! of (?:the )?(?:product|goods|payment|order))/, 'invoice_receipt'],
  [/^[^.;,]{0,30}(?:date thereof|issu|date (?:on which )?(?:it|they) (?:was|were|is|are)|such date|its date|their date)/, 'invoice_date'],
]

const starts: readonly [pattern: RegExp, from: PaymentStart][] = [
  [
    /^[^.;]{0,50}(?:receipt|receiv[a-z]+)\b[^.;]{0,60}invoice|^[^.;]{0,30}invoice receipt|^[^.;]{0,50}invoice[^.;]{0,15}(?:is|was|has been)? ?received/,
    'invoice_receipt',
  ],
  [
    /^[^.;]{0,50}(?:date|issu|render|sent|after|from|following|of)[^.;]{0,45}invoice|^[^.;]{0,30}invoices?\b|^[^.;]{0,30}(?:billing date|date of (?:the |such |its )?bill\b(?! of lading))/,
    'invoice_date',
  ],
  [
    /^[^.;]{0,50}(?:end|close|last day|expiration|conclusion) of[^.;]{0,40}(?:month|quarter|year|half-year|period|season)|^[^.;]{0,30}(?:month|quarter|year)[- ]end/,
    'period_end',
  ],
  [ofNextMonth, 'period_end'],
  [/^[^.;]{0,50}(?:receipt|receiving|receives?|presentation)[^.;]{0,50}(?:statement|report|bill)/, 'statement_receipt'],
  [
    /^[^.;]{0,90}(?:deliver|shipment|arrival|bill of lading|receipt of (?:the |such )?(?:products?|goods|materials?|equipment)|acceptance of (?:the )?products?)/,
    'delivery',
  ],
  [/^[^.;]{0,40}(?:effective date|execution of this|date hereof|signing)/, 'effective_date'],
]

type Candidate = { value: PaymentTerms; score: number; start: number; end: number }

/** The payment terms that the text states most plainly. */
export function findPaymentTerms(view: FlatText): FindingOf<'paymentTerms'> | undefined {
  const candidates = placesOf(view, 'days')
    .map((place) => readDays(view, place))
    .filter((candidate) => candidate !== undefined)
  const choice = choose(candidates, { least: 4.2, margin: 1, says: ({ value }) => `${value.days} ${value.from}` })
  if (choice === undefined) return undefined
  const { best, isAlone } = choice
  return {
    key: 'paymentTerms',
    value: best.value,
    sure: isAlone && best.score >= 6.5 && best.value.from !== 'unspecified',
    start: best.start,
    end: best.end,
  }
}

const redactedDays = /\[ ?(?:\*|redacted|\u2022|_| ){1,9}\*? ?\] ?(?:\(?(?:\[|\*|\]| ){0,12}\)? ?)?(?:calendar |business )?days?$/

/** "The thirtieth (30th) day following the end of each month". */
const longestNth = 36
const nthDay = new RegExp(`\\b(?:(\\d{1,2})(?:st|nd|rd|th)\\)?|(${ordinalWords}))( of (?:the )?)? ?$`)

const netDays = new RegExp(`^net (?:(\\d{2})|(${numberWords}))(?! ?\\(?\\d* ?\\)? ?(?:days|business))`)

function readDays(view: FlatText, place: number): Candidate | undefined {
  const from = Math.max(0, place - 60)
  const window = view.lower.slice(from, place + 8)
  const duration = findDurations(window, from).find(({ unit, end }) => (unit === 'day' || unit === 'business_day') && end >= place)
  const hidden = duration === undefined && redactedDays.test(view.lower.slice(from, place + 4))
  const net = duration === undefined && !hidden ? netDays.exec(view.lower.slice(place, place + 20)) : null
  const nth = duration === undefined ? nthDay.exec(view.lower.slice(Math.max(0, place - longestNth), place)) : null
  if (duration === undefined && !hidden && net === null && nth === null) return undefined
  const start = duration?.start ?? place - (nth?.[0].length ?? 0)
  if (duration === undefined && !hidden && net === null && nth?.[3] === undefined && !view.lower.startsWith('day', place)) return undefined
  // Behind "the 15th" stands what month it is of.
  const behindNth = nth?.[3] === undefined ? 3 : -nth[3].length
  const end = duration?.end ?? place + (nth === null ? (hidden ? 4 : 6) : behindNth)
  const sentence = sentenceAround(view, place)
  const before = withoutStops(view.lower.slice(Math.max(sentence.start, start - 200), start))
  const after = withoutStops(view.lower.slice(end, Math.min(sentence.end, end + 160)))
  const score = (net === null ? 0 : 4) + points(beforeSigns, before) + points(afterSigns, after) - start / view.lower.length
  const counted = nth?.[1] ?? net?.[1]
  const days =
    duration?.count ??
    ordinalToNumber(nth?.[2] ?? '') ??
    (net?.[2] === undefined ? undefined : wordsToNumber(net[2])) ??
    (counted === undefined ? null : Number(counted))
  if (days !== null && days > 180) return undefined
  const dayKind = hidden ? null : duration?.unit === 'business_day' ? 'business' : 'calendar'
  return { value: { present: true, days, from: startOf(before, after), dayKind, redacted: hidden }, score, start, end }
}

function startOf(before: string, after: string): PaymentStart {
  const isBilled = /\b(?:invoiced?s?|bills?|billed)\b[^;]{0,120}$/.test(before)
  const found =
    starts.find(([pattern]) => pattern.test(after)) ?? (isBilled ? ofInvoice.find(([pattern]) => pattern.test(after)) : undefined)
  if (found !== undefined) return found[1]
  if (/net[ -]{0,2}\(?$/.test(before) || after.trim() === '' || /^[ ,]*(?:\.|terms|basis|$)/.test(after)) return 'unspecified'
  return /^[ ,)]{0,3}(?:of|after|from|following)/.test(after) ? 'other' : 'unspecified'
}
