// Dates in the signature block: the day on which the last of the parties signed.
import { placesOf } from './anchors.ts'
import { type FoundDate, findDates } from './dates.ts'
import type { FlatText } from './flat-text.ts'
import { occurrences } from './occurrences.ts'

/** Where signatures begin, or the end of the text. */
export function signaturesStart(view: FlatText): number {
  const from = Math.floor(view.lower.length * 0.05)
  const place = placesOf(view, 'closing').find((at) => at >= from)
  if (place !== undefined) return place
  const mark = view.lower.indexOf('/s/', from)
  return mark < 0 ? view.lower.length : mark
}

/** `from`: where the first of the dates beside the signatures stands. */
export type SignatureDate = FoundDate & { isSure: boolean; from: number }

const closing =
  /witness|evidence|testimony|thus done|hereby execut|caused|(?:is|are|was) executed|executed (?:this|as of)|(?:accepted|acknowledged|agreed)(?: to)? and (?:agreed|accepted|acknowledged)|accepted (?:this|on|as of)|signed (?:in (?:duplicate|triplicate|[a-z]+ (?:copies|originals|counterparts))|this)/
const own =
  /(?:executed?|signed|execution|caused|agreement|written|accepted)[^.;]{0,120}(?:as of|this|on|dated?|effective)[: ]{0,2}(?:the |this |of |as |on )*$/
/** "Made in Lyon, on 14 March 2013, in two originals". */
const madeIn =
  /\b(?:made|done|signed) (?:in|at) (?:the city of )?[a-z -]{2,30},? (?:on |this |the |as of |day of )*$|\b(?:contract|agreement) (?:is|was|has been) (?:signed|executed) (?:in|at) [^.;]{2,140} on (?:the |this )?$/
const labelled =
  /(?:(?<!(?:effective|start|commencement|expiration|end|due|delivery|termination) )date|(?<![a-z\d,)] )dated|dated(?=:)|date signed|signed on|\bdate of: ?[a-z ]{0,40})[:.]? ?_{0,9} ?(?:as of |this |the )*$/
const foreign =
  /(?:source: |10-[kq]|8-k|expires?|commission|notary|having|effective date of|previous|before me|until|through)[^;]{0,60}$|\b(?:filed|issued)(?: on)? $/

const longestDate = 40

/** The date in the agreement's closing sentence, or the latest of those beside the signatures. */
export function findSignatureDates(view: FlatText): SignatureDate | undefined {
  const beside: FoundDate[] = []
  let [readUntil, lastEnd] = [0, 0]
  for (const place of signingPlaces(view)) {
    // A window may end within a date, so the next one reads its end again.
    const from = Math.max(readUntil - longestDate, place - 40)
    readUntil = Math.max(readUntil, place + 420)
    for (const date of findDates(view.lower.slice(from, place + 420), from)) {
      if (date.start < lastEnd) continue
      lastEnd = date.end
      const before = view.lower.slice(Math.max(0, date.start - 170), date.start)
      if (foreign.test(before)) continue
      if ((own.test(before) && closing.test(before)) || madeIn.test(before)) return { ...date, isSure: true, from: date.start }
      const isBesideName = before.includes('/s/') || date.start - (beside.at(-1)?.end ?? -1000) < 60
      if (labelled.test(before) || isBesideName) beside.push(date)
    }
  }
  return latestOfFirstBlock(beside)
}

const beside = /\bby:|\/s\/|\bsignature:|\btitle:/

function signingPlaces(view: FlatText): number[] {
  const from = Math.floor(view.lower.length * 0.1)
  const marks = occurrences(view.lower, ['/s/', ' s/ '], { most: 40, from })
  // Forms are signed on their first page, with their terms behind.
  const isSigned = (place: number): boolean => place >= from || beside.test(view.lower.slice(Math.max(0, place - 250), place))
  return [...placesOf(view, 'signing').filter(isSigned), ...marks].sort((one, other) => one - other)
}

/** Exhibits have signatures of their own, so only dates near the first one count. */
function latestOfFirstBlock(dates: FoundDate[]): SignatureDate | undefined {
  const first = dates[0]
  if (first === undefined) return undefined
  const block = dates.filter((date) => date.start - first.start < 1500)
  const latest = block.reduce((top, next) => (next.date > top.date ? next : top), first)
  return { ...latest, isSure: false, from: first.start }
}
