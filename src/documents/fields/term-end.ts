// The end of a term as one sentence gives it: a stated day, an anniversary, a length from a start, or no end at all.
import { addToDay } from '../../contracts/calendar-date.ts'
import { anniversary, lastDayOfTerm } from '../../contracts/term.ts'
import { type FoundDate, findDates } from './dates.ts'
import { type FoundDuration, findDurations } from './durations.ts'
import type { FindingOf } from './finding.ts'
import { ordinalToNumber, ordinalWords } from './numbers.ts'

/** The days that a term may be counted from; `isSure` when they were read beyond doubt. */
export type Starts = { effective: string | undefined; agreed: string | undefined; isSure: boolean }

type Length = FindingOf<'initialTerm'>['value']
export type End = { date?: string | undefined; length?: Length; points: number; isPlain: boolean }

const endVerb =
  /(?:until|through|thru|to|till|ending|ends?|expires?|expiring|expire|terminates?|terminating|terminate|concludes?|concluding|up to and including|up to|and including|later than|expiration date[^.;]{0,30})(?: automatically)?(?: (?:on|as of|at|upon|the|and including|midnight|close of business|the close of business on|at the end of the day|end of|11:59 ?p\.?m\.?[a-z ,]{0,20}|5:00 ?p\.?m\.?[a-z ,]{0,20}|,))*[ ,("]{1,3}(?:the )?$|(?:expiration|expiry|termination|end) date"?(?: (?:means|shall be|is|of))?[: ]{1,3}$|\d ?- ?$/

/** Words by which an end may be another day than the one that is stated or counted. */
const severalEnds =
  /(?:later|earlier|longer|shorter|latest|earliest) of|whichever|(?:calendar|contract|fiscal|lease|license) year|season|or until|so long as|and thereafter|last to expire/

/** The end that one sentence states or lets compute; nothing for ends that hang on an event. */
export function readEnd(sentence: string, starts: Starts): End | undefined {
  const dates = findDates(sentence)
  const isMixed = severalEnds.test(sentence)
  const mixedEnd =
    isMixed && /(?:expire|end|terminate|continue|until)[^.;]{0,60}(?:later|earlier|latest|earliest) of/.test(sentence)
      ? dates.at(-1)
      : undefined
  const ending = dates.find((date) => endVerb.test(sentence.slice(Math.max(0, date.start - 60), date.start))) ?? mixedEnd
  if (ending !== undefined && !/notice|exercise|option/.test(sentence.slice(Math.max(0, ending.start - 90), ending.start))) {
    return { date: ending.date, points: 2, isPlain: !isMixed && !ending.isAmbiguous, ...lengthIn(sentence) }
  }
  return anniversaryEnd(sentence, dates, starts, isMixed) ?? lengthEnd(sentence, dates, starts, isMixed) ?? endless(sentence)
}

function lengthIn(sentence: string): { length?: Length } {
  const duration = termLength(sentence)
  return duration === undefined ? {} : { length: { count: duration.count, unit: duration.unit } }
}

const perpetual =
  /(?:term|agreement|contract|effect|force|continue|valid|endur|remain)[a-z]{0,3}[^.;]{0,80}(?:perpetual|in perpetuity|indefinite)|without limit of time|no (?:fixed|stated|definite) term|no expiration date|evergreen|continuing in nature/
const untilTerminated =
  /(?:continue|remain|be|stay|endure|last|term|effective|in (?:full )?(?:force|effect))[^.;]{0,110}\b(?:until|unless)\b[^.;]{0,50}(?:terminat|cancel)/

/** No end: said so, or only termination ends it. */
function endless(sentence: string): End | undefined {
  if (perpetual.test(sentence) && !/licen[cs]e/.test(sentence.slice(0, 200)))
    return { date: 'perpetual', length: 'perpetual', points: -0.5, isPlain: true }
  if (perpetual.test(sentence)) return { date: 'perpetual', length: 'perpetual', points: -1, isPlain: false }
  if (
    untilTerminated.test(sentence) &&
    !/for the (?:duration|term|life) of|until completion|so long as|as long as|longer of/.test(sentence) &&
    termLength(sentence) === undefined &&
    findDates(sentence).length < 2
  ) {
    return { date: 'perpetual', length: 'perpetual', points: -1, isPlain: false }
  }
  return undefined
}

const anniversaryPattern = new RegExp(
  `(?:(\\d{1,2}) ?(?:s ?t|n ?d|r ?d|t ?h)|(${ordinalWords})(?: \\(\\d{1,2} ?(?:s ?t|n ?d|r ?d|t ?h)?\\))?) (?:yearly |annual )?(?:anniversary|year after)(.{0,80})`,
)

function anniversaryEnd(sentence: string, dates: FoundDate[], starts: Starts, isMixed: boolean): End | undefined {
  const match = anniversaryPattern.exec(sentence)
  if (match === null) return undefined
  const years = match[1] === undefined ? ordinalToNumber(match[2] ?? '') : Number(match[1])
  const start = startOf(match[3] ?? '', sentence, dates, starts)
  if (years === undefined || years === 0 || start === undefined || /longer of/.test(sentence)) return undefined
  return {
    date: addToDay(anniversary(start, years), -1, 'day'),
    length: { count: years, unit: 'year' },
    points: 2,
    isPlain: !isMixed && isGiven(start, dates, starts),
  }
}

const ahead =
  /(?:term|period|periods|duration|force|effect|valid|effective|continue|continues|remain|is|be|until|ending|last|end|expire)(?: of| is| shall be| be| shall| will| in| for| to| and| effect| force| the| a| an| up| full| full force| initial| initially| continue| maximum| minimum| period| term|, unless[^,]{0,80},)*[ :]{0,2}\(?$/
const behind =
  /^[ ,]{0,2}(?:\("?[^)]{0,30}\)[ ,]{0,2})?(?:term|period|initial|in duration|from|after|following|commencing|beginning|starting|subsequent|thereafter|hereafter|\(|unless|,|\.|;|and|$)/

/** The length that a sentence gives to the term, not to a notice, a renewal or a cure. */
function termLength(sentence: string): FoundDuration | undefined {
  return findDurations(sentence).find(({ start, end, unit, count }) => {
    if (unit === 'business_day' || (unit === 'day' && count < 60)) return false
    const before = sentence.slice(Math.max(0, start - 110), start)
    if (/renew|extend|additional|successive|notice|further|within|prior|thereafter(?! for a (?:period|term))/.test(before.slice(-36)))
      return false
    const after = sentence.slice(end, end + 60)
    if (/^[ ']{0,2}(?:prior|before|written|notice|advance|period shall not)/.test(after)) return false
    return ahead.test(before) || (behind.test(after) && /term|period|effect|force|continue|valid/.test(before))
  })
}

function lengthEnd(sentence: string, dates: FoundDate[], starts: Starts, isMixed: boolean): End | undefined {
  const duration = termLength(sentence)
  if (duration === undefined || /longer of/.test(sentence)) return undefined
  const length = { count: duration.count, unit: duration.unit }
  const start = startOf(sentence.slice(duration.end, duration.end + 120), sentence, dates, starts)
  if (start === undefined) return { length, points: 0.5, isPlain: false }
  return { date: lastDayOfTerm(start, length), length, points: 2, isPlain: !isMixed && isGiven(start, dates, starts) }
}

const isGiven = (start: string, dates: readonly FoundDate[], { isSure }: Starts): boolean =>
  isSure || dates.some(({ date }) => date === start)

const signedStart =
  /date (?:hereof|of (?:this|the) (?:agreement|contract|document|execution)|of (?:its |the )?(?:execution|signature|signing)|first|above|set forth|signed|the last|last)|execution|signing|signature|hereof/
const effectiveStart = /(?:effective|commencement|start|contract) date|effectiveness|thereafter|hereafter|thereof/
const fromWords =
  /(?:from|after|following|commencing|beginning|starting|begins?|commences?|commence|subsequent to|effective|of)(?: on| upon| from| as of| and from| with)? (?:and including )?(?:the )?/

/** The day that a term is counted from: a date, the effective date, the agreement's date; none for an event. */
function startOf(after: string, sentence: string, dates: FoundDate[], starts: Starts): string | undefined {
  const own = starts.effective ?? starts.agreed
  const from = fromWords.exec(after.slice(0, 70))
  if (from !== null) {
    const rest = after.slice(from.index + from[0].length, from.index + from[0].length + 60)
    const date = findDates(rest)[0]
    if (date !== undefined && date.start < 16) return date.date
    if (effectiveStart.test(rest)) return own
    if (signedStart.test(rest)) return starts.agreed ?? starts.effective
    if (
      /^(?:date|day|launch|closing|completion|delivery|acceptance|first|commercial|approval|opening|expir|service|initial|receipt|start)/.test(
        rest,
      )
    )
      return undefined
  }
  const begin = dates.find((date) =>
    /(?:commenc|begin|start|effective|from|as of)[a-z]{0,5}(?: on| from| as of| upon| at)*[ :]{1,2}(?:the )?$/.test(
      sentence.slice(Math.max(0, date.start - 40), date.start),
    ),
  )
  if (begin !== undefined) return begin.date
  if (/(?:commenc|begin|start)[a-z]{0,5}[^.;]{0,20} (?:on|upon) the date (?:upon|on) which|until completion/.test(sentence))
    return undefined
  return own
}
