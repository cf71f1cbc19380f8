// The effective date: the day from which an agreement works, stated or by reference to another of its dates.
import { addToDay } from '../../contracts/calendar-date.ts'
import type { AgreementDate, DateCandidate } from './agreement-dates.ts'
import { placesOf } from './anchors.ts'
import { type FoundDate, findDates } from './dates.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, withoutStops } from './flat-text.ts'
import { findSignatureDates } from './signature-dates.ts'
import { points, type Sign } from './signs.ts'
import { firstOfNextMonth } from './term-start.ts'

const begins =
  '(?:commenc|begin|start|becomes? effective|become effective|take effect|takes effect|have effect|has effect|(?:be|is|are|was|shall be) effective|(?:come|enter|goe?)s? into (?:force|effect))[a-z]*'
const term = '(?:term|agreement|contract|amendment|addendum|promotion|services|period|licen[cs]e|engagement)'

const effectiveBefore: readonly Sign[] = [
  [/effective date (?:to|until|through) (?:and including )?(?:the )?$/, -12],
  [
    /(?:effective|commencement|start) (?:date|time)"?(?: of this [a-z]{1,20})?[ ,:)"|]{0,4}(?:means|shall mean|shall be|is|will be|of)?[ :]{0,3}(?:deemed to be )?(?:the date of )?(?:as of )?(?:the )?$/,
    6,
  ],
  [
    new RegExp(
      `\\b${term}\\b[^.;]{0,100} ${begins} (?:effective |as of |as |on |from |upon |at |local time |[a-z]+ (?:standard |daylight )?time,? )*(?:and from |the |this |of |date of |day of )*$`,
    ),
    5,
  ],
  [/(?:effective|commencement|start) date"?[^.;:]{3,60}: ?$/, 6],
  [/\bterm\b.{0,160}\bit (?:begins|commences|starts) (?:on )?$/, 3],
  [
    /\b(?:term|contract period|period) (?:of (?:this|the) [^.;]{0,40})?(?:(?:shall|will) (?:be|run|extend)|is|runs|extends)(?:(?: for the period)? from| for the period(?: of| commencing(?: on)?)?)(?: the)? $/,
    4,
  ],
  [
    /\b(?:a|an|with|having|its) (?:an )?effective date of (?:the )?$|previously[^.;]{0,160}$|\b(?:terminat[a-z]{1,5}|ended|cancelled|expired)\b[^.;]{0,60}effective [a-z ]{0,20}$/,
    -9,
  ],
  [
    /\beffective(?: for all purposes[a-z ]{0,30})?,? (?:date )?(?:retroactive(?:ly)? )?(?:as )?(?:of |on |from |to |beginning |at )*(?:the |this )*$/,
    2.4,
  ],
  [
    /\b(?:this|agreement|contract|amendment|addendum|parties|made|entered into|executed|dated)\b(?:[^.;]|no\. ){0,160}\beffective[^.;]{0,60}$/,
    1.6,
  ],
  [/"term"? (?:means|shall mean) the period (?:from|commencing|beginning)(?: on| from)? $/, 4],
  [
    /(?:^|[ .])(?:initial )?(?:term|(?:contract|coverage|subscription|licen[cs]e|service|support) period|period of performance)"?: ?(?:from )?$/,
    4,
  ],
  [/\b(?:was|were|became|been|had become) (?:made |declared )?effective[^.;]{0,30}$/, -9],
  [/(?:source: |10-[kq]|8-k)[^;]{0,60}$/, -9],
  [
    /(?:the|that|a|certain|original|prior|each) [^.;]{0,40}(?:agreement|contract|lease|plan)s?,? (?:\([^)]{0,60}\),? )?(?:dated|entered into|made|effective)[^.;]{0,30}$/,
    -6,
  ],
]
const effectiveAfter: readonly Sign[] = [
  [
    /^[ ,.)]{0,3}\(?(?:the |this |hereinafter |an )?(?:(?![ ,]*(?:and |but )?(?:with|having|to be|an effective))[a-z ,]{0,45})?[("]{0,2}(?:the )?(?:amendment |agreement |contract )?(?:effective|commencement|start) ?(?:date|time)(?!"? ?[|:])/,
    6,
  ],
]

const executed = '(?:(?:its |the |mutual |full |due |last |latest |final )*(?:signature|signing|execution)|signed|executed)'
const ownDay =
  '(?:dates? hereof|(?:day|date) of (?:this|the) (?:agreement|contract|document)|(?:day|date)(?: and (?:year|date))? (?:first|above|(?:shown|stated|written|indicated) above)|(?:dates?|day) [^.;]{0,40}(?:executed|signed|signs?|executes?|signatures?)\\b|date set forth|\\bhereof)'
/** The ways of naming another day of the agreement in place of a date; the first that fits is taken. */
const references: readonly RegExp[] = [
  /date (?:set forth|stated|shown|written) on the (?:cover|first|title)[^.;"]{0,40}"effective date"/,
  /\beffective (?:as of|on|upon|from) the (?:last|latest|later) (?:date|of the dates) of (?:signature|signing|execution)/,
  /effective date"?[^.;]{0,60}(?:means|mean|shall be|is|will be|:)[^.;]{0,40}(?:date of (?:this|the) agreement|date hereof|date first|last (?:signature|party|date)|contract date|date (?:the|of) (?:the )?last|signed|executed)|(?:date (?:first|hereof|of (?:this|the) agreement|of (?:the )?(?:last|latest|final)|(?:on which |when |that |upon which )?[^.;"]{0,30}(?:signed|executed))|(?:last|latest|later)[^.;"]{0,40}(?:sign|execut)|(?:upon|on) (?:its |the |mutual |full |due )*(?:execution|signing|signature))[^.;"]{0,60}"effective date"|^(?=.{0,160}\b(?:agreement|contract)\b).{0,220}\b(?:commences?|becomes?|becoming|is|be) (?:effective )?(?:up)?on (?:the )?(?:date of )?(?:its |the |mutual |full |due )*(?:execution|signing|signature)\b/,
  new RegExp(
    `\\b(?:term|agreement|contract|executed)\\b[^.;]{0,120}(?:commenc|begin|effective|start|(?:takes?|ha(?:ve|s)) effect|into effect|force)[^.;]{0,80}(?:${ownDay}|(?:upon|on|from|by|when|once|after|date of|as of) (?:the )?(?:date of )?(?:the )?(?:being )?(?:duly )?${executed})`,
  ),
  /date (?:first )?(?:written )?above(?: written)?[^.;]{0,40}(?:effect|effective|force)[^.;]{0,20} (?:on|as of|from) (?:such|that|the same) date/,
]
const fromNextMonth =
  /\b(?:agreement|contract|it) [^.;"]{0,60}(?:effective|effect|force|commences?)[^.;"]{0,20} (?:on|from|as of) the first day of the (?:first |next )?(?:full )?(?:calendar )?month (?:immediately )?(?:following|after) (?:the )?(?:date (?:hereof|of (?:this|the|its) [a-z ]{0,20}(?:agreement|contract|execution|signature|signing))|(?:signing|execution|agreement) date|(?:execution|signature))/
const dayAfter = /day (?:after|following) the (?:date of )?(?:the )?last signature/
/** Terms that speak of something else that takes effect or begins. */
const other =
  /notice|sublicen|first day of|statement of work|work order|purchase order|days? (?:after|from|following) (?!the (?:date of )?(?:the )?last)/
const otherThing =
  /\b(?:price|fee|rate|rent|royalt|salary|commission|increase|decrease|discount|polic(?:y|ies)|plan|law|statute|regulation|rule|name change|(?:the|each|first|second|third|such) contract year|quarter|fiscal|merger|resign|appoint|assign|employ|hire|retire)[a-z]{0,5}\b[^.;"]{0,60}$/
/** "Any change to this Agreement is effective when signed" tells of the change. */
const partOf =
  /\b(?:assign|chang|amend|modif|waive|terminat|addi|supplement|consent|variation|transfer|alter|renew|exten)[a-z]* (?:of|to|in|under)[a-z ]{0,30}$/
const farInDays = 550
const dayInMilliseconds = 86_400_000

/** How much a date looks like the effective date; one far from the agreement's own belongs to another event. */
function scoreOf(lower: string, date: FoundDate, agreed: AgreementDate | undefined): number {
  const before = withoutStops(lower.slice(Math.max(0, date.start - 200), date.start))
  const signs = points(effectiveBefore, before) + points(effectiveAfter, lower.slice(date.end, date.end + 60))
  const isFar = agreed?.sure === true && Math.abs(Date.parse(date.date) - Date.parse(agreed.value)) > farInDays * dayInMilliseconds
  return signs - (otherThing.test(before) ? 3 : 0) - (isFar ? 2.5 : 0) - date.start / lower.length
}

/** The day from which the agreement works, stated or by reference to its own date. */
export function findEffectiveDate(view: FlatText, agreed: AgreementDate | undefined): FindingOf<'effectiveDate'> | undefined {
  let best: DateCandidate | undefined
  let seenUntil = 0
  for (const place of placesOf(view, 'effective')) {
    if (place < seenUntil) continue
    seenUntil = place + 120
    for (const date of datesNear(view.lower, place)) {
      const score = scoreOf(view.lower, date, agreed)
      if (score > (best?.score ?? 2.5)) best = { ...date, score }
    }
  }
  if (best !== undefined) {
    const sure = best.score >= 5 && !best.isAmbiguous
    return { key: 'effectiveDate', value: best.date, sure, start: best.start, end: best.end }
  }
  return referredDate(view, agreed)
}

function datesNear(lower: string, place: number): FoundDate[] {
  const from = Math.max(0, place - 120)
  return findDates(lower.slice(from, place + 240), from)
}

function firstMatch(words: string): RegExpExecArray | undefined {
  for (const reference of references) {
    const match = reference.exec(words)
    if (match !== null) return match
  }
  return undefined
}

/** "shall commence on the date hereof", "the date of the last signature". */
function referredDate(view: FlatText, agreed: AgreementDate | undefined): FindingOf<'effectiveDate'> | undefined {
  for (const place of placesOf(view, 'effective')) {
    const from = Math.max(0, place - 160)
    const words = withoutStops(view.lower.slice(from, place + 200))
    if (agreed !== undefined && fromNextMonth.test(words))
      return { key: 'effectiveDate', value: firstOfNextMonth(agreed.value), sure: false, start: place, end: place + 1 }
    const match = firstMatch(words)
    if (!match || other.test(match[0])) continue
    if (partOf.test(words.slice(Math.max(0, match.index - 60), match.index))) continue
    const signed = /last|later|latest|signature|signed|signs|sign\b/.test(match[0]) ? findSignatureDates(view)?.date : undefined
    const day = signed ?? agreed?.value
    if (day === undefined) continue
    const value = dayAfter.test(words) ? addToDay(day, 1, 'day') : day
    return { key: 'effectiveDate', value, sure: false, start: place, end: place + 1 }
  }
  return undefined
}
