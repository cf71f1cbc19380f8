// The agreement date: which of the dates in a text it is, by the words around each.
import { afterSigns, beforeSigns, datedSigns, isDated } from './agreement-date-signs.ts'
import { choose } from './best.ts'
import { type FoundDate, findDates } from './dates.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, paragraphIndex, withoutStops } from './flat-text.ts'
import { findSignatureDates, type SignatureDate, signaturesStart } from './signature-dates.ts'
import { points } from './signs.ts'
import { namedDate } from './term-start.ts'

/** How far into a text its opening may stand, behind covers, legends and a table of contents. */
const opening = 30_000
export type DateCandidate = FoundDate & { score: number }

/** Dates of the opening, each with how much it looks like the agreement's own. */
function openingCandidates(view: FlatText): DateCandidate[] {
  const head = view.lower.slice(0, opening)
  return findDates(head).map((date, index, dates) => {
    // Right behind another date, "dated 1 May and effective 1 June", the words before that one are its own.
    const last = dates[index - 1]?.end ?? 0
    const before = withoutStops(head.slice(Math.max(date.start - last < 60 ? last : 0, date.start - 260), date.start))
    const around =
      points(beforeSigns, before) +
      (isDated.test(before) ? points(datedSigns, before) : 0) +
      points(afterSigns, head.slice(date.end, date.end + 90))
    const score = around > -5 && isOnCover(view, date) ? Math.max(5, around) : around
    // Later dates are those of other documents and of events; a table of contents pushes an opening back by some pages at most.
    return { ...date, score: score - (isOnlyEffective(head, date, dates[index + 1]) ? 4 : 0) - date.start / 5000 }
  })
}

/** The first day of "effective the 1st of March, 2004, is made the 20th of February, 2004". */
function isOnlyEffective(head: string, date: FoundDate, next: FoundDate | undefined): boolean {
  if (next === undefined || next.start - date.end > 120 || next.date === date.date) return false
  const isEffective = /\beffective (?:as of |on |from |date:? )?(?:the |this )?$/.test(head.slice(Math.max(0, date.start - 40), date.start))
  return (
    isEffective &&
    /^[^.;]{0,80}\b(?:is|was|are) (?:made|entered into|dated|executed|signed)\b[^.;]{0,30}$/.test(head.slice(date.end, next.start))
  )
}

/** A date by itself below the title: behind capitals or at the beginning of a line. */
function isOnCover(view: FlatText, { start, end }: FoundDate): boolean {
  if (start > 3500 || start > signaturesStart(view)) return false
  const { flat, paragraphs } = view
  // "1.1.2019 - 28.2.2019: 80 $/t" is a row of a table.
  if (/^ ?(?:-|to|through|until) ?\d/i.test(flat.slice(end, end + 12))) return false
  const isLine = /^(?:(?:(?:dated?|effective) )?as of )?$/i.test(flat.slice(paragraphs[paragraphIndex(paragraphs, start)] ?? 0, start))
  const before = flat.slice(Math.max(0, start - 8), start)
  return isLine || (/(?:[A-Z]{4,} |DATED? ?:? |Dated? ?: )$/.test(before) && !/(?:AS OF|ON|ACT|BY) $/.test(before))
}

/** Where the opening leaves its day blank, "this ____ day of March, 2018": then no other date may stand in for it. */
function blankPlace(lower: string): number | undefined {
  const head = lower.slice(0, 6000)
  const dated =
    /(?:made|entered into|dated|effective)[^.;]{0,60}?(?:as of|on|this|dated)? ?(?:this |the )?(?:_{2,}|\[ ?[*_\u2022 ]{1,9}\]|\bday of ,)/.exec(
      head,
    )
  const isBlank = dated !== null && findDates(head.slice(dated.index, dated.index + dated[0].length + 60)).length === 0
  return isBlank ? dated.index : undefined
}

/** The words before a blank that is the agreement's own day and not that of another paper. */
const ownBlank =
  /\bthis (?:[a-z-]+ ){0,5}(?:agreement|contract|amendment|lease)\b(?![^.;]{0,80}\b(?:that certain|to the|pursuant)\b)[^.;]{0,80}$/

/** "Effective Date: March 1" above an agreement that its parties have dated themselves. */
const effectiveLabel = /effective date ?: ?$/

/** "Is made as of the Effective Date specified above": then that is its date. */
const asOfEffective = /\b(?:made|entered into|dated)\b[^.;]{0,40} as of the effective date/

export type AgreementDate = FindingOf<'agreementDate'> & { isBlank?: boolean }

/** The date of the agreement: from its opening, otherwise from its signatures (the last of them). */
export function findAgreementDate(view: FlatText): AgreementDate | undefined {
  const signed = findSignatureDates(view)
  // Short texts have their signatures within the opening; those are read as such.
  const openingLimit = signed === undefined ? view.lower.length : Math.min(signaturesStart(view), blockStart(view, signed))
  const blank = blankPlace(view.lower)
  const isOwnBlank = blank !== undefined && ownBlank.test(view.lower.slice(Math.max(0, blank - 160), blank))
  const candidates = openingCandidates(view).filter(({ start }) => start < openingLimit && !(isOwnBlank && start > blank))
  const choice = choose(candidates, { least: 3.8, margin: 1, says: ({ date }) => date })
  const best = choice?.best
  const isLabelled =
    best !== undefined &&
    signed !== undefined &&
    effectiveLabel.test(view.lower.slice(Math.max(0, best.start - 30), best.start)) &&
    !asOfEffective.test(view.lower.slice(0, openingPage))
  if (best !== undefined && (signed === undefined || (best.score >= 4 && !isLabelled))) {
    return {
      key: 'agreementDate',
      value: best.date,
      sure: choice?.isAlone === true && best.score >= 5.5 && !best.isAmbiguous,
      start: best.start,
      end: best.end,
    }
  }
  if (blank !== undefined) return undefined
  if (signed !== undefined) return { key: 'agreementDate', value: signed.date, sure: signed.isSure, start: signed.start, end: signed.end }
  const last = best ?? onlyEffective(view, candidates) ?? namedInOpening(view)
  if (last === undefined) return undefined
  return { key: 'agreementDate', value: last.date, sure: false, start: last.start, end: last.end }
}

/** Where the dates beside the signatures begin; a form may have its own in front. */
const blockStart = (view: FlatText, { from }: SignatureDate): number => (from > view.lower.length / 3 ? from : view.lower.length)

const openingPage = 4000

const effectiveBefore = /\bthis (?:[a-z-]+ ){0,4}(?:agreement|contract)\b[^;]{0,300}\beffective[^.;]{0,30}$/
const effectiveParties = /(?:^|[ "])effective (?:as of )?(?:the )?$/
const partiesBehind = /^,? ?\((?:the )?"effective date"\),? [^;]{0,240}\bagree/

/** An agreement that is dated by nothing but its effective date, in its first words: "is made by A and B and shall be effective as of". */
function onlyEffective({ lower }: FlatText, candidates: readonly DateCandidate[]): DateCandidate | undefined {
  return candidates.find(({ start, end, score }) => {
    if (start > openingPage || score <= -6) return false
    const before = lower.slice(0, start)
    return effectiveBefore.test(before) || (effectiveParties.test(before) && partiesBehind.test(lower.slice(end, end + 300)))
  })
}

const asOfName = /\b(?:made|entered into|dated|effective)[^.;]{0,30} as of the ([a-z-]{3,18}(?: [a-z-]{3,18})? date)\b/

/** "Is entered into as of the Distribution Date", which is a day that a definition gives. */
function namedInOpening(view: FlatText): FoundDate | undefined {
  const match = asOfName.exec(view.lower.slice(0, openingPage))
  const date = match === null ? undefined : namedDate(view, match[1] ?? '')
  return match === null || date === undefined
    ? undefined
    : { date, start: match.index, end: match.index + match[0].length, isAmbiguous: false }
}
