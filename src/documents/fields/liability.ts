// Liability: whether an agreement limits or excludes it, and whether it is capped by an amount of money or by fees.
import { placesOf } from './anchors.ts'
import type { FindingOf, LiabilityCap } from './finding.ts'
import { type FlatText, type Span, sentenceAround } from './flat-text.ts'
import { findMoney } from './money-text.ts'
import { points, type Sign } from './signs.ts'

export type LiabilityFindings = { cap?: FindingOf<'capOnLiability'>; monetary?: FindingOf<'liabilityCapMonetary'> }

const liable = '(?:liable|liabilit(?:y|ies)|responsible|answerable|obligated)'
const signs: readonly Sign[] = [
  [new RegExp(`(?:in no event|under no circumstances?|no event|neither|nor|no party)[^.;]{0,200}\\b${liable}`), 2],
  [new RegExp(`\\bnot[^.;]{0,60}\\b${liable}`), 2],
  [
    new RegExp(
      `${liable}[^.;]{0,300}(?:consequential|incidental|special|punitive|exemplary|lost (?:profit|revenue|sale|saving|business)|loss of (?:anticipated |prospective |future )?(?:profit|revenue|use|business|data|goodwill)|indirect(?!ly|,? (?:contingent|obligation|liabilit)))`,
    ),
    3,
  ],
  [/arbitrat[^.;]{0,160}\b(?:award|authority|power)|\baward[^.;]{0,80}(?:punitive|exemplary)/, -2],
  [
    /(?:not|waives?|no|exclud|neither)[^.;]{0,140}(?:consequential|incidental|punitive|exemplary|special|indirect(?!ly))[^.;]{0,60}(?:damages|loss)/,
    3,
  ],
  [/liability[^.;]{0,260}(?:exceed|in excess of|limited to|limited,[^.;]{0,40}, to|limited in|more than|greater than|maximum|capped)/, 3],
  [
    /(?:damages|remed|recover|reimburse|obligation to pay)[^.;]{0,200}(?:not exceed|no event exceed|limited to (?:the|an|direct|a)|maximum)/,
    2,
  ],
  [/(?:exceed|limited to|maximum)[^.;]{0,160}(?:liability|damages)/, 1],
  [
    /(?:not exceed|limited to|in excess of) (?:the )?(?:total |aggregate )?(?:of )?(?:all )?(?:the )?(?:amounts?|payments?|fees|sums?|price)\b[^.;]{0,60}(?:paid|received|payable)/,
    2,
  ],
  [/(?:aggregate|total|cumulative|entire|maximum) (?:and [a-z]+ )?liability/, 2],
  [/(?:maximum|aggregate|total|cumulative) (?:[a-z]+ ){0,2}liability\b[^.;]{0,120}\b(?:(?:shall|will) (?:be|not)|is)\b|liability cap\b/, 1],
  [/\b(?:subject to|have|incur) any liability\b[^;]{0,400}\b(?:except|other than) (?:by reason of|for|as a result of|in the case of)/, 3],
  [
    /(?:obligation|responsibility|liability|remed(?:y|ies))s?\b[^.;]{0,60}(?:is|are|be) limited to (?:the )?(?:repair|replac|refund|re-?perform)/,
    3,
  ],
  [/(?:loss of profit|lost profit|consequential (?:loss|damage))[^.;]{0,60}(?:shall|will|are|is) not (?:be )?(?:recover|claim)/, 3],
  [/damages[^.;]{0,60}limited to (?:actual |proven )?direct damages/, 2],
  [/(?:sole|exclusive|entire|only)(?: and (?:sole|exclusive))? (?:remedy|liability)/, 3],
  [
    /(?:no|any|bring|file|assert)[^.;]{0,60}(?:claim|action|suit)s?[^.;]{0,120}(?:more than|later than|after|within) [^.;]{0,20}years?[^.;]{0,80}(?:accru|arose|aris|occur|cause of action)/,
    3,
  ],
  [
    /(?:shall|will) (?:have|bear|incur) no (?:further |other )?(?:liability|responsibility) (?:to [a-z ]{1,40} )?(?:for|with respect|in respect|arising|of any kind)/,
    2,
  ],
  [/sole (?:and exclusive )?(?:obligation|liability)/, 1],
  [/(?:disclaims?|excludes?|waives?) (?:any and )?(?:all )?(?:other )?(?:liabilit|responsibilit)/, 3],
  [/(?:consequential|incidental|indirect|punitive)[^.;]{0,60}damages[^.;]{0,30}(?:excluded|waived|disclaimed)/, 3],
  [/(?:in no event|under no circumstances?)[^.;]{0,120}\bliable\b[^.;]{0,60}damages/, 1],
  [/\blimit of liability\b[^.;]{0,60}\b(?:shall|will|is)\b/, 2],
  [
    /\bclaims?\b[^.;]{0,30}(?:must|shall|may only)[^.;]{0,80}within[^.;]{0,60}(?:year|month|days)[^.;]{0,100}(?:waived|barred|forever|deemed|null)/,
    3,
  ],
  [/amount recoverable|no claims?[^.;]{0,80}(?:greater|exceed)/, 2],
  [
    /\bliable for (?:more than|(?:any )?amounts? (?:in excess|exceeding|greater))|\bmaximum amounts? recoverable|(?:aggregate|total|sum) of (?:all )?claims[^.;]{0,120}exceed/,
    3,
  ],
  [/limit(?:ation|ed|s|ing)? (?:of|on|the|its|their)? ?(?:liabilit|damages|remed)/, 2],
  [/(?:liab|damages)[^.;]{0,60}other than (?:actual |direct )/, 3],
  [
    /(?:shall|will|is|are|be) not (?:be |have any |be held )?(?:subject to any )?(?:liable|liabilit|responsible)[^.;]{0,260}(?:except|unless|other than)[^.;]{0,140}(?:negligence|misconduct|bad faith|malfeasance|wilful|willful)/,
    3,
  ],
  [
    /(?:no event|no circumstances?)[^.;]{0,100}liable[^.;]{0,260}(?:except|unless|other than)[^.;]{0,140}(?:negligence|misconduct|bad faith|malfeasance)/,
    2,
  ],
  [/(?:except|unless|other than)[^.;]{0,140}(?:gross negligence|willful misconduct|wilful)[^.;]{0,200}not be liable/, 2],
  [
    /(?:delay|fail(?:ure|s)? to perform)[^.;]{0,140}(?:beyond|act of god|acts of god|force majeure)|force majeure|insurance|\bpolic(?:y|ies)\b|per occurrence/,
    -4,
  ],
  [/\btax(?:es)?\b|assume|purchase orders?|contribution/, -2],
  [/indemnif|hold harmless|defend/, -1],
  [/\binjunctions?\b/, -3],
]
const notLimits = /(?:not|without) (?:be )?limit(?:ed|ation|ing)(?: to)?|limited liability (?:company|partnership)/g

const threshold = 3

/** Without any of these, "shall bear any direct or indirect loss" widens liability. */
const narrows =
  /\b(?:no|not|nor|neither|never|nothing|none|without|entire|exclud[a-z]*|waiv[a-z]*|disclaim[a-z]*|only|sole|solely|exclusive|limit[a-z]*|maximum|capped|cap|exceed[a-z]*|excess|except|cannot|exempt[a-z]*|absolv[a-z]*|exonerat[a-z]*|excus[a-z]*|releas[a-z]*|restrict[a-z]*|confin[a-z]*|unless|up to)\b/
/** What an item of a list, or the first sentence below a heading, stands behind. */
const narrowsBefore =
  /\b(?:no event|no circumstances|not (?:be )?(?:held )?(?:liable|responsible)|neither party|no liability|limit[a-z]* (?:of|on) (?:[a-z]+ )?(?:liability|damages|remedies)|exclusions?|waiver of)\b/
const lead = 400

/** How much a sentence looks like one that limits liability. */
function scoreOf(view: FlatText, { start }: Span, sentence: string): number {
  const score = points(signs, sentence)
  const isNarrow = score < threshold || narrows.test(sentence) || narrowsBefore.test(view.lower.slice(Math.max(0, start - lead), start))
  return isNarrow ? score : 0
}

/** Whether liability is limited (mere exclusions of indirect damages count) and by which amount or fees. */
export function findLiability(view: FlatText): LiabilityFindings {
  let best: (Span & { score: number }) | undefined
  let monetary: LiabilityFindings['monetary']
  let seenUntil = -1
  for (const place of placesOf(view, 'liability')) {
    if (place < seenUntil) continue
    const span = sentenceAround(view, place)
    seenUntil = span.end
    const sentence = view.lower.slice(span.start, span.end).replace(notLimits, ' ')
    const score = scoreOf(view, span, sentence)
    if (score > (best?.score ?? threshold - 1)) best = { ...span, score }
    monetary ??= score >= threshold ? capIn(span, sentence) : undefined
  }
  return {
    ...(best === undefined ? {} : { cap: { key: 'capOnLiability', value: true, sure: best.score >= 7, start: best.start, end: best.end } }),
    ...(monetary === undefined ? {} : { monetary }),
  }
}

const limit =
  /(?:liability cap ?[|:]|maximum liability (?:is|shall be|will be)|(?:liab|damages|recover|remed|obligation|amount|all claims)[^.;]{0,420}?(?:(?:not|never|no event|in excess|cannot)[^.;]{0,30}exceed(?:ing|s)?|exceed|be limited to|limited to|limited,[^.;]{0,40}, to|limited in [^.;]{0,30} to|in excess of|in excess in the aggregate of|greater than|more than|maximum liability (?:is|shall be|will be)|maximum (?:of|aggregate)|up to (?:a maximum of)?|capped at|not to exceed)|liability[^.;]{0,80} (?:is|shall be|will be) (?=(?:[a-z]+ ){0,4}\(?(?:us|gbp|eur|cad)? ?[$\u00a3\u20ac\d]))([^;]{0,260})/
const fees =
  /(?:amounts?|fees?|payments?|charges?|sums?|price|consideration|compensation|royalt(?:y|ies)|commissions?|moneys|monies|revenues?|cost)\b[^.;]{0,120}?(?:paid|payable|received|due|actually|made|invoiced|earned|owed|hereunder|under (?:this|the)|in terms of|during|preceding|prior)|purchase price|price (?:allocable|attributable) to|percent (?:\([^)]{1,6}\) )?of the [a-z ]{0,30}fees?\b|(?:license|licence|service|subscription|total) (?:fees?|charges)|^ (?:[a-z]+ times (?:\([^)]{1,6}\) )?)?(?:the )?(?:annual )?fees?\b/
const period =
  /(?:preceding|prior|previous|last|most recent|first)[^.;]{0,40}(?:twelve|12|six|6|three|3|month|year|quarter)|(?:twelve|six|three|\d{1,2}) ?\(?\d{0,2}\)?[ -]?months?/

function capIn(span: Span, sentence: string): LiabilityFindings['monetary'] {
  const match = limit.exec(sentence)
  if (match === null) return undefined
  const rest = (match[1] ?? '').slice(0, 260)
  const money = findMoney(rest)[0]
  const value = basisOf(rest, money)
  return value === undefined ? undefined : { key: 'liabilityCapMonetary', value, sure: money !== undefined || period.test(rest), ...span }
}

function basisOf(rest: string, money: ReturnType<typeof findMoney>[number] | undefined): LiabilityCap | undefined {
  const byFees = fees.exec(rest)
  if (money !== undefined && (byFees === null || money.start < byFees.index)) {
    const basis = byFees !== null && /greater|lesser|higher|lower/.test(rest) ? 'fixed_or_fees' : 'fixed'
    return { present: true, basis, amount: money.amount, currency: money.currency }
  }
  if (byFees === null) return undefined
  if (/purchase price|price (?:paid|of)/.test(byFees[0])) return { present: true, basis: 'purchase_price', amount: null }
  const twelve = /(?:twelve|12)\b|one[- ]year|annual/.test(rest) && period.test(rest)
  return { present: true, basis: twelve ? 'fees_prior_12_months' : 'fees', amount: null }
}
