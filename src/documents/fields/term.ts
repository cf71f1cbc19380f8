// The term: when an agreement ends, stated or computed from a start and a length, or that it has no end.
import { placesOf } from './anchors.ts'
import { choose } from './best.ts'
import { endlessAgreement } from './endless.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, type Span, sentenceAround } from './flat-text.ts'
import { points, type Sign } from './signs.ts'
import { readEnd } from './term-end.ts'
import { namedDate, type Starts } from './term-start.ts'

export type TermFindings = { expiration?: FindingOf<'expirationDate'>; initialTerm?: FindingOf<'initialTerm'> }

const agreement = '(?:agreement|contract|amendment|addendum|sponsorship|franchise|engagement|arrangement|appointment|cooperation)'
/** What may be the whole or only one thing among others that an agreement gives. */
const part = '(?:licen[cs]e|promotion|schedule|order|services?|maintenance|project)'
const lasts =
  '(?:in (?:full )?(?:force|effect)|binding for|ha(?:s|ve) an? (?:[a-z]+ )?(?:term|duration)|continue|commence|expire|remain|effective|terminates? (?:automatically )?(?:on|no(?:t)? later than)|continuous|valid|is for|shall be for|will be for|runs?|lasts?|begin|ends? (?:on|at|upon)|concludes?|lapses?)'
/** What makes a sentence the one about the agreement's own term. */
const signs: readonly Sign[] = [
  [/(?:expiration|expiry|termination|end) date of (?:this|the)/, 3],
  [
    /(?:expiration|expiry|(?<!early )termination|end) date"?(?: of this agreement)?[ :]{0,3}(?:means|shall mean|shall be|is|:|(?=[a-z\d]))/,
    3,
  ],
  [endlessAgreement, 3],
  [/\b(?:period|validity|duration|term)(?:"?:| is| shall be| will be)? (?:from|commences|commencing) /, 2],
  [/\b(?:engages?|retains?|appoints?|employs?)\b[^.;]{0,120}\bperiod beginning /, 2],
  [new RegExp(`\\b(?:initial |original |primary )?(?:terms?|duration) of (?:this|the|my) [^.;]{0,40}(?:${agreement}|${part}|lease)`), 4],
  [
    /(?:initial|original|primary|minimum|cooperation) term|minimum period|(?:contract|agreement) period|(?:coverage|subscription|licen[cs]e|service|support) period"?:/,
    3,
  ],
  [/\(? ?(?:the|this|such|each|a|an)? ?"(?:initial )?(?:term|period|restricted period)"/, 3],
  [
    /\((?:the )?"(?:consulting|service|engagement|employment|promotion|sponsorship|license|contract|agreement|endorsement|marketing) (?:term|period)"\)/,
    3,
  ],
  [new RegExp(`\\b(?:this|the) [^.;]{0,30}(?:${agreement}|${part})[^.;]{0,160}\\b${lasts}`), 0.5],
  [new RegExp(`\\b(?:this|the) [^.;]{0,30}${agreement}[^.;]{0,160}\\b${lasts}`), 2.5],
  [
    /\bthis (?:[a-z-]+ ){0,3}(?:agreement|contract|amendment|addendum|lease)(?: \("?[^)]{0,40}\))?(?:,[^,]{0,80},)? (?:shall|will|is|becomes?|commences?|begins?|takes?|continues?|remains?|terminates|expires)\b/,
    1.5,
  ],
  [/(?:^| )(?:the|this) (?:"?term"?)[ ,][^.;]{0,60}(?:shall|will|is|commence|begin|be for)/, 3],
  [/^[^a-z]{0,20}(?:(?:clause|section|article|paragraph) [\d.]{1,6} )?(?:[a-z ,]{0,30}\b(?:term|duration)\b[a-z ]{0,20}[.:-])/, 2],
  // An amendment recites the end that it moves before it says where to.
  [
    /\b(?:term|period|duration|expiration date|agreement|contract)\b[^.;]{0,60}\b(?:is|are) (?:hereby )?(?:extended|prolonged) [^.;]{0,60}\b(?:until|through|to|including) [^.;]{0,20}(?:19|20)\d\d\b/,
    2.5,
  ],
  [/unless (?:earlier |sooner |otherwise |previously )?(?:terminated|extended|renewed)|(?:earlier|sooner) terminat/, 1],
  [/(?:shall|will) be for (?:a|an) (?:initial )?(?:term|period)|for a term of/, 2],
  [
    /(?:survive|agrees? to pay|payable|confidential|non-?compet|warrant(?:y|ies)|insurance|indemnif|sublicense|statement of work|purchase order|invoice|escrow|patent term)/,
    -3,
  ],
  [
    /\b(?:may|right to) (?:also )?terminate\b|upon (?:the )?(?:expiration|termination)|after (?:the )?(?:expiration|termination)|event of (?:expiration|termination)|prior to (?:the )?expiration/,
    -2,
  ],
  [/\b(?:agreement|contract)\b[^.;]{0,60} no (?:fixed|stated|definite|set) (?:term|duration)/, 3],
  [/"(?!initial|contract|agreement|licen[cs]e|original|primary|the)(?:[a-z]+ ){1,3}term"? (?:means|shall mean)/, -4],
  [
    /\bthe (?:maintenance|consulting|services?|subscription|hosting|supply|marketing|support|licen[cs]e) (?:term|period)"? (?:shall|will|begins|commences|is|runs)\b/,
    2,
  ],
  [/period of performance|performance period|\bis (?:hereby )?appointed for|(?:initial|original) period/, 2.5],
  [/\bterm of (?:each|any|such) /, -4],
  [/^[^a-z]{0,6}whereas\b/, -6],
  [/\b(?:whose term|the term of which)\b/, -6],
  [/\b(?:agency|engagement|appointment|cooperation) period (?:is|shall be|will be)\b/, 3],
  [
    /\b(?:of|under|to) (?:the|its|their) (?:(?:19|20)\d\d|original|existing|prior|old|previous|former) (?:[a-z]+ ){0,2}(?:agreement|contract|lease)\b(?!.*\b(?:amended|extended)\b)/,
    -5,
  ],
  [/during the (?:initial )?term|throughout the term/, -4],
  [/\bmeans\b.{0,30}(?:event|occurrence)|option|each (?:successive|renewal)|following the expiration/, -1],
]

/** A sentence without any of these tells no end. */
const timed = /year|month|week|days|anniversary|perpet|indefinit|unlimited|until|unless|upon (?:its )?termin|(?:19|20)\d\d/

type Candidate = TermFindings & { score: number }

/** The end and the length of the term by the sentence that says it most plainly. */
export function findTerm(view: FlatText, starts: Starts): TermFindings {
  const resolved: Starts = { ...starts, named: (name) => namedDate(view, name) }
  const candidates = [...readTerms(view, resolved)]
  const choice = choose(candidates, { least: 1, margin: 1, says: ({ expiration }) => expiration?.value })
  if (choice === undefined) return {}
  const { expiration, initialTerm } = choice.best
  return {
    ...(expiration && { expiration: { ...expiration, sure: expiration.sure && choice.isAlone } }),
    ...(initialTerm && { initialTerm: { ...initialTerm, sure: initialTerm.sure && choice.isAlone } }),
  }
}

function* readTerms(view: FlatText, starts: Starts): Iterable<Candidate> {
  let seenUntil = -1
  for (const place of placesOf(view, 'term')) {
    if (place < seenUntil) continue
    const span = sentenceAround(view, place)
    seenUntil = span.end
    const candidate = readTerm(view, span, starts)
    if (candidate !== undefined) yield candidate
  }
}

function readTerm(view: FlatText, span: Span, starts: Starts): Candidate | undefined {
  const sentence = view.lower.slice(span.start, Math.min(span.end, span.start + 1200))
  if (!timed.test(sentence)) return undefined
  const heading = view.lower.slice(Math.max(0, span.start - 44), span.start)
  let score = points(signs, sentence)
  if (/\b(?:term|duration|period of agreement|renewal)\b[a-z; ]{0,24}[.:,-]{0,2} ?[\d.()a-z]{0,6} ?$/.test(heading)) score += 2.5
  if (score < 1) return undefined
  const end = readEnd(sentence, starts)
  if (end === undefined) return undefined
  score += end.points - (5 * span.start) / (view.lower.length + 20_000)
  const sure = score >= 6 && end.isPlain
  const places = { start: span.start, end: span.end }
  return {
    score,
    ...(end.date === undefined ? {} : { expiration: { key: 'expirationDate', value: end.date, sure, ...places } }),
    ...(end.length === undefined ? {} : { initialTerm: { key: 'initialTerm', value: end.length, sure, ...places } }),
  }
}
