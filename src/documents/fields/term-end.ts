// The end of a term as one sentence gives it: a stated day, an anniversary, a length from a start, or no end at all.
import { addToDay, dayFrom, daysInMonth } from '../../contracts/calendar-date.ts'
import { monthNames } from '../../contracts/english-words.ts'
import { anniversary, lastDayOfTerm } from '../../contracts/term.ts'
import { type FoundDate, findDates } from './dates.ts'
import { type FoundDuration, findDurations } from './durations.ts'
import { endlessness } from './endless.ts'
import type { FindingOf } from './finding.ts'
import { ordinalToNumber, ordinalWords } from './numbers.ts'
import { firstOfNextMonth, type Starts, startOf } from './term-start.ts'

type Length = FindingOf<'initialTerm'>['value']
export type End = { date?: string | undefined; length?: Length; points: number; isPlain: boolean }

const endVerb = new RegExp(
  '\\b(?:until|through|thru|to|till|ending|ends?|expires?|expiring|lapses?|terminates?|terminating|concludes?|concluding|up to|including|(?:terminates?|expires?|ends?|lapses?|in any (?:case|event)) no(?:t)? later than|(?:expiration|expiry|termination|end) date)' +
    '(?:[ ,("]|of (?:this agreement)?|is |means|shall (?:be|mean)|: ?|automatically|on|as of|at|upon|the|and including|midnight|noon|close of business|end of|day|date|(?:\\d{1,2}[:.]?\\d{0,2} ?[ap]\\.?m\\.?)|[a-z]{2,9} (?:standard |daylight |clock |prevailing )?time|\\([a-z ]{2,24}\\)|[ecmp][sd]?t\\b|local|that is)*$|\\d ?- ?$',
)

/** "the end of calendar year 2022", "the last day of March 2022". */
const endOfPeriod = new RegExp(
  `(?:until|through|to|ends?|ending|expires?|expire|terminates?|terminate)(?: on| at| in| upon)? (?:and including )?(?:the )?(?:end|last day|close) of (?:the )?(?:calendar |month of )?(?:year )?(?:(${monthNames.join('|')}),? (?:of )?)?((?:19|20)\\d\\d)(?!\\d)`,
)

/** Words by which an end may be another day than the one that is stated or counted. */
const severalEnds =
  /(?:later|earlier|longer|shorter|latest|earliest) of|whichever|(?:calendar|contract|fiscal|lease|license) year|season|or until|so long as|and thereafter|last to expire/

/** "Three (3) Contract Years, the first of them beginning on January 1, 2001 and ending on December 31, 2001". */
const firstOfYears = /\((\d{1,2})\) (?:[a-z]+ )?years?\b[^.;]{0,40}\bthe first\b[^.;]{0,90}\bending (?:on )?$/

/** The end that one sentence states or lets compute; nothing for ends that hang on an event. */
export function readEnd(sentence: string, starts: Starts): End | undefined {
  const dates = findDates(sentence)
  const isMixed = severalEnds.test(sentence)
  const mixedEnd =
    isMixed && /(?:expire|end|terminate|continue|until|\bterm ?:)[^.;]{0,60}(?:later|earlier|latest|earliest) of/.test(sentence)
      ? dates.at(-1)
      : undefined
  const ending =
    dates.find((date) => endVerb.test(sentence.slice(Math.max(0, date.start - 60), date.start))) ?? mixedEnd ?? periodEnd(sentence)
  const years = ending === undefined ? null : firstOfYears.exec(sentence.slice(0, ending.start))
  if (ending !== undefined && years !== null) {
    const length: Length = { count: Number(years[1]), unit: 'year' }
    return { date: addToDay(ending.date, length.count - 1, 'year'), length, points: 2, isPlain: false }
  }
  if (ending !== undefined && !/notice|exercise|option/.test(sentence.slice(Math.max(0, ending.start - 90), ending.start))) {
    return { date: ending.date, points: 2, isPlain: !isMixed && !ending.isAmbiguous, ...lengthIn(sentence) }
  }
  return (
    anniversaryEnd(sentence, dates, starts, isMixed) ??
    contractYearEnd(sentence, dates, starts) ??
    monthsEnd(sentence, dates, starts) ??
    lengthEnd(sentence, dates, starts, isMixed) ??
    endless(sentence)
  )
}

function periodEnd(sentence: string): FoundDate | undefined {
  const match = endOfPeriod.exec(sentence)
  if (match === null) return undefined
  const year = Number(match[2])
  const month = match[1] === undefined ? 12 : monthNames.indexOf(match[1]) + 1
  const date = dayFrom(year, month, daysInMonth(year, month))
  return { date, start: match.index, end: match.index + match[0].length, isAmbiguous: false }
}

function lengthIn(sentence: string): { length?: Length } {
  const duration = termLength(sentence)
  return duration === undefined ? {} : { length: { count: duration.count, unit: duration.unit } }
}

/** No end: said so, or only termination ends it. */
function endless(sentence: string): End | undefined {
  const kind = endlessness(sentence)
  if (kind === undefined) return undefined
  const plain = { date: 'perpetual', length: 'perpetual' } as const
  if (kind !== 'until-terminated') return { ...plain, points: kind === 'said' ? -0.5 : -1, isPlain: kind === 'said' }
  if (termLength(sentence) !== undefined || findDates(sentence).length > 1 || /\b(?:shall|will) expire\b|anniversary/.test(sentence))
    return undefined
  return { ...plain, points: -1, isPlain: false }
}

const anniversaryPattern = new RegExp(
  `(?:(\\d{1,2}) ?(?:s ?t|n ?d|r ?d|t ?h)|(${ordinalWords})(?: \\(\\d{1,2} ?(?:s ?t|n ?d|r ?d|t ?h)?\\))?) (?:yearly |annual )?(?:anniversary|year after)(.{0,80})`,
)

/** An anniversary that something comes before or after is no end; the day before it is one. */
const aside = /(?<!(?:day|date) (?:immediately )?)(?:prior to|before|after|following|each|every) (?:the |such )?$/

function anniversaryEnd(sentence: string, dates: FoundDate[], starts: Starts, isMixed: boolean): End | undefined {
  const match = anniversaryPattern.exec(sentence)
  if (match === null || aside.test(sentence.slice(Math.max(0, match.index - 40), match.index))) return undefined
  const years = match[1] === undefined ? ordinalToNumber(match[2] ?? '') : Number(match[1])
  const start = startOf(match[3] ?? '', sentence, dates, starts)
  if (years === undefined || years === 0 || start === undefined || /(?:longer|later|latest) of/.test(sentence)) return undefined
  return {
    date: addToDay(anniversary(start, years), -1, 'day'),
    length: { count: years, unit: 'year' },
    points: 2,
    isPlain: !isMixed && isGiven(start, dates, starts),
  }
}

const contractYears = new RegExp(
  `\\b(?:end|expiration|expiry|completion|last day|close) of (?:the )?(${ordinalWords}|\\d{1,2} ?(?:s ?t|n ?d|r ?d|t ?h))(?: \\(\\d{1,2} ?(?:s ?t|n ?d|r ?d|t ?h)?\\))? (?:full )?(contract|agreement|sponsorship|lease|licen[cs]e|supply|calendar|term)? ?year\\b`,
)

/** "until the end of the fifth Contract Year": such years mostly run from the day that the agreement does; never beyond doubt. */
function contractYearEnd(sentence: string, dates: FoundDate[], starts: Starts): End | undefined {
  const match = contractYears.exec(sentence)
  if (match === null || /(?:before|prior to|after|during|within) (?:the )?$/.test(sentence.slice(0, match.index))) return undefined
  const years = ordinalToNumber(match[1] ?? '') ?? Number.parseInt(match[1] ?? '', 10)
  const start = startOf('', sentence, dates, starts)
  if (start === undefined || !(years > 0)) return undefined
  const isCalendar =
    match[2] === 'calendar' || /"?(?:contract|agreement) year"? (?:means|shall mean) [^.;]{0,30}calendar year/.test(sentence)
  const last = isCalendar
    ? `${Number(start.slice(0, 4)) + years - (start.endsWith('-01-01') ? 1 : 0)}-12-31`
    : lastDayOfTerm(start, { count: years, unit: 'year' })
  return { date: last, length: { count: years, unit: 'year' }, points: 2, isPlain: false }
}

const months = new RegExp(
  `(?:end|last day|close|expiration) of the (${ordinalWords}|\\d{1,3} ?(?:s ?t|n ?d|r ?d|t ?h))(?: \\(\\d{1,3} ?(?:s ?t|n ?d|r ?d|t ?h)?\\))? (?:full )?(?:calendar )?month(?! of)(.{0,80})`,
)

/** "The last day of the thirty-sixth full calendar month thereafter": the month that has begun already is none of them. */
function monthsEnd(sentence: string, dates: FoundDate[], starts: Starts): End | undefined {
  const match = months.exec(sentence)
  if (match === null) return undefined
  const count = ordinalToNumber(match[1] ?? '') ?? Number.parseInt(match[1] ?? '', 10)
  const start = startOf(match[2] ?? '', sentence, dates, starts)
  // From the first of a month, that month may be meant as one of them or not.
  if (start === undefined || start.endsWith('-01') || !(count > 0)) return undefined
  const first = firstOfNextMonth(start)
  return { date: lastDayOfTerm(first, { count, unit: 'month' }), length: { count, unit: 'month' }, points: 2, isPlain: false }
}

const ahead =
  /(?:term|period|periods|duration|force|effect|valid|effective|continue|continues|remain|is|be|binding|fixed|until|ending|lasts?|ends?|expires?|terminates?|runs?|extends?)(?: automatically| on the (?:date|day) (?:that|which) (?:is|falls|occurs)| of| is| shall be| be| shall| will| in| at| for| to| and| effect| force| the| a| an| up| full| full force| initial| initially| continue| maximum| minimum| period| term|, unless[^,]{0,80},)*[ :]{0,2}\(?$/
const behind =
  /^[ ,]{0,2}(?:\("?[^)]{0,30}\)[ ,]{0,2})?(?:term|period|initial|in duration|later|from|after|following|commencing|beginning|starting|subsequent|thereafter|hereafter|\(|unless|,|\.|;|and|$)/

/** Words of renewal that speak of the first term: "shall, unless renewed, expire", "shall extend for three years". */
const passing =
  /unless (?:earlier |sooner |otherwise |previously )?(?:renewed|extended|terminated)[a-z ]{0,20},? |(?:shall|will|and) (?=extends? for )extends? /g

/** The length that a sentence gives to the term, not to a notice, a renewal or a cure. */
function termLength(sentence: string): FoundDuration | undefined {
  return findDurations(sentence).find(({ start, end, unit, count }) => {
    if (unit === 'business_day' || (unit === 'day' && count < 60)) return false
    const before = sentence.slice(Math.max(0, start - 110), start).replace(passing, '')
    if (
      /\bevery $|more than \(?$|renew|extend|additional|successive|notice|further|within|prior|thereafter(?! for a (?:period|term))/.test(
        before.slice(-36),
      )
    )
      return false
    const after = sentence.slice(end, end + 60)
    if (/^(?:s )?[ ']{0,2}(?:prior|before|written|notice|advance|period shall not|(?:have|has) (?:elapsed|passed))/.test(after))
      return false
    if (/(?:during|for|throughout) the term\b/.test(before) && /^[ ,]{0,2}(?:thereafter|after)/.test(after)) return false
    return ahead.test(before) || (behind.test(after) && (start < 12 || /term|period|effect|force|continue|valid/.test(before)))
  })
}

function lengthEnd(sentence: string, dates: FoundDate[], starts: Starts, isMixed: boolean): End | undefined {
  const duration = termLength(sentence)
  if (duration === undefined || /(?:longer|later|latest) of/.test(sentence)) return undefined
  const length = { count: duration.count, unit: duration.unit }
  const start = startOf(sentence.slice(duration.end, duration.end + 120), sentence, dates, starts)
  if (start === undefined) return { length, points: 0.5, isPlain: false }
  return { date: lastDayOfTerm(start, length), length, points: 2, isPlain: !isMixed && isGiven(start, dates, starts) }
}

const isGiven = (start: string, dates: readonly FoundDate[], { isSure }: Starts): boolean =>
  isSure || dates.some(({ date }) => date === start)
