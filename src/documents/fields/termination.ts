// Termination: whether a party may end the agreement without a cause and on what notice, and how long a breach may be cured before.
import { placesOf } from './anchors.ts'
import { type FoundDuration, findDurations } from './durations.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, type Span, sentenceAround } from './flat-text.ts'

export type TerminationFindings = {
  convenience?: FindingOf<'terminationForConvenience'>
  notice?: FindingOf<'terminationNotice'>
  cure?: FindingOf<'curePeriod'> | undefined
}

const may =
  /\b(?:may|right to|entitled to|can|option to|elect to|rights? of)\b[^.;]{0,110}\b(?:terminate|cancel|terminated|cancell?ed)\b|\b(?:terminated|cancell?ed|termination) (?:[a-z]+ ){0,6}by (?:either|any|the|[a-z]+)\b/
/** What follows an end is not the right to end. */
const afterEnd = /^(?:[^a-z]{0,12}|[\d. ]{1,8})(?:upon|in the event of|after|following|within [^,]{1,60} after)[^,;]{0,80}terminat/
const freely =
  /for (?:any|no)(?: or (?:any|no))? reason|for any (?:or no )?cause|for (?:its |their |either party's )?(?:own )?convenience|without (?:any )?(?:cause|reason)|with or without (?:any )?(?:cause|reason)|at (?:its|their|his) (?:sole |own |absolute )*discretion|in (?:its|their) (?:sole |own |absolute )+discretion/
const isPlainly = /for (?:its |their )?(?:own )?convenience|without (?:any )?cause|for (?:any|no)(?: or (?:any|no))? reason/
const anyTime = /\bat any time\b/
const because =
  /breach|default|\bfail|insolven|bankrupt|in the event|\bif\b|cure|remed|material|violat|receiver|force majeure|change (?:of|in) control|for cause|unless|\bwhere\b|upon the occurrence|should|death|disab|regulat|approval/
const ofThis =
  /(?:this|the|such) (?:[a-z-]+ ){0,4}(?:agreement|contract|licen[sc]e|lease|services?|term|engagement|addendum|schedule|order)|\bterminat/
const notOfThis = /\b(?:insurance|polic(?:y|ies)|employee|employment|lender|escrow agent|subcontract)\b/

/** The first sentence that gives each right. */
export function findTermination(view: FlatText): TerminationFindings {
  const found: TerminationFindings = {}
  let seenUntil = -1
  for (const place of placesOf(view, 'termination')) {
    if (place < seenUntil) continue
    const span = sentenceAround(view, place)
    seenUntil = span.end
    const sentence = view.lower.slice(span.start, span.end)
    if (notOfThis.test(sentence) || afterEnd.test(sentence)) continue
    if (found.convenience === undefined || found.notice === undefined) readConvenience(found, span, sentence)
    found.cure ??= cureIn(span, sentence)
  }
  return found
}

function readConvenience(found: TerminationFindings, span: Span, sentence: string): void {
  for (const part of partsOf(sentence)) {
    const isFree = freely.test(part)
    const isPlain = may.test(part) && ofThis.test(part) && (isFree || !because.test(part))
    const notice = isPlain ? noticeIn(part) : undefined
    if (!isPlain || !(isFree || anyTime.test(part) || notice !== undefined)) continue
    found.convenience ??= { key: 'terminationForConvenience', value: true, sure: isPlainly.test(part) && notice !== undefined, ...span }
    if (notice !== undefined && found.notice === undefined) {
      found.notice = { key: 'terminationNotice', value: { count: notice.count, unit: notice.unit }, sure: isPlainly.test(part), ...span }
    }
    return
  }
}

/** A list of cases is read case by case, each with the words that lead to the list. */
function partsOf(sentence: string): string[] {
  const [lead = '', ...cases] = sentence.split(/;|(?<=[ ,:])\((?:[ivx]{1,4}|[a-h]|\d)\)/)
  const opening = lead.slice(-240)
  return [lead, ...cases.map((one) => (may.test(one) ? one : `${opening} ${one}`))]
}

const isNotice = /^[ ,')]{0,3}(?:(?:prior|advance|written|before|in advance|previous|notice)\b|of (?:prior|written|advance))/
const noticeBefore =
  /(?:notice of|notice at least|notice not less than|by giving|upon|on|at least|not less than|with|giving) (?:a period of )?(?:not less than |at least |no less than )?$/

function noticeIn(part: string): FoundDuration | undefined {
  return findDurations(part).find(
    ({ start, end, unit }) =>
      unit !== 'year' &&
      (isNotice.test(part.slice(end, end + 40)) || (/notice/.test(part) && noticeBefore.test(part.slice(Math.max(0, start - 60), start)))),
  )
}

const cures = /\b(?:cure|cured|remedy|remedied|rectif(?:y|ied)|correct(?:ed)?)\b/

/** How long a breach may be cured before the other party may terminate. */
function cureIn(span: Span, sentence: string): FindingOf<'curePeriod'> | undefined {
  if (!cures.test(sentence) || !/breach|default|fail/.test(sentence) || !/terminat/.test(sentence)) return undefined
  const near = findDurations(sentence).filter(({ start, end, unit }) => {
    if (unit === 'year') return false
    const around = sentence.slice(Math.max(0, start - 110), end + 110)
    return cures.test(around) && /within|period|after|following|of (?:receiving|receipt|notice|written)/.test(around)
  })
  const [first, other] = near
  if (first === undefined) return undefined
  const isAlone = other === undefined || (other.count === first.count && other.unit === first.unit)
  return { key: 'curePeriod', value: { count: first.count, unit: first.unit }, sure: isAlone, ...span }
}
