// The day that a term is counted from: a date, the effective date, the agreement's own date, or a day that is defined elsewhere.
import { addToDay } from '../../contracts/calendar-date.ts'
import { type FoundDate, findDates } from './dates.ts'
import type { FlatText } from './flat-text.ts'
import { occurrences } from './occurrences.ts'

/** The days that a term may be counted from; `isSure` when they were read beyond doubt; `named` finds what "Launch Date" is. */
export type Starts = {
  effective: string | undefined
  agreed: string | undefined
  isSure: boolean
  named?: (name: string) => string | undefined
}

const means =
  /^"[ ,]*(?:of this [a-z]+ )?(?:\([^)]{0,40}\) )?(?:means|shall mean|is|shall be|will be|:)[ :]*(?:on |the date of )?(?:the )?$/
const behindDate = /^,? ?\((?:the |such date,? ?(?:the |being the )?|hereinafter (?:referred to as )?(?:the )?|for [^"]{0,40}the )?$/

/** The date that a text gives to a name in quotes: '"Launch Date" means May 1, 2020', 'on May 1, 2020 (the "Launch Date")'. */
export function namedDate({ lower }: FlatText, name: string): string | undefined {
  for (const at of occurrences(lower, [`"${name}"`], { most: 8 })) {
    const from = Math.max(0, at - 80)
    const window = lower.slice(from, at + name.length + 90)
    for (const date of findDates(window, from)) {
      const isBefore = date.end <= at && behindDate.test(lower.slice(date.end, at))
      if (isBefore || (date.start > at && means.test(lower.slice(at + name.length + 1, date.start)))) return date.date
    }
  }
  return undefined
}

const signed =
  /date (?:hereof|of (?:this|the) (?:agreement|contract|document|execution|last)|of (?:its |the )?(?:agreement|contract|execution|signature|signing|last)|first|above|set (?:forth|out)|signed|written|indicated|stated|(?:it|this agreement|the agreement) is|the last|last|on the (?:first|cover|title|front|signature)|(?:on|upon) which (?:it|this agreement|the agreement|the (?:last|parties)|both)[a-z ]{0,30}(?:sign|execut))|(?:agreement|contract) date|\bexecution|signing|signature|hereof/
const effective = /(?:effective|commencement|start) date|effectiveness|\bhereafter|\bthereof|\bhereunder/
const same = /^(?:and [a-z ]{0,12})?(?:such|said|that|this|same|aforesaid|day and) date/
const event =
  /^(?:date|day|launch|closing|completion|delivery|acceptance|first|commercial|approval|opening|expir|terminat|end |service|initial|receipt|start|earlier|later|[a-z-]+ (?:[a-z-]+ )?date\b)/
const named = /^([a-z-]{2,18}(?: [a-z-]{2,18}){0,2} date)\b/
const joins = '(?: on| upon| from| as of| with| and| including| at| effective(?! date))*(?: the| its)*'
const behind = new RegExp(`\\b(?:from|after|following|since|commenc[a-z]*|begin[a-z]*|start[a-z]*|subsequent to|effective|of)${joins} `)
const ahead = new RegExp(`\\b(?:commenc(?:e|es|ing)|begin(?:s|ning)?|starts?|starting|effective|from)${joins} `, 'g')

/** "The Service Commencement Date, which shall be January 15, 2001". */
const explained = /^[a-z -]{4,40} (?:date|day),? \(?(?:which|being)[a-z ]{0,24} $/
/** "The first day of the month following the date hereof". */
const nextMonth =
  /^(?:first|1st) day of the (?:first )?(?:next )?(?:full )?(?:calendar )?month (?:immediately |next )?(?:following|after|next succeeding|succeeding) (?:the )?/

/** The first day of the month behind the one of a day. */
export const firstOfNextMonth = (day: string): string => addToDay(`${day.slice(0, 8)}01`, 1, 'month')

type Start = string | undefined | 'event' | 'unknown'

/** Words that name a day stand within so many letters; a date that explains the name, within these. */
const [near, longest] = [60, 110]

/** What the words behind "from" or "commencing on" point to. */
function pointedTo(words: string, starts: Starts): Start {
  const rest = words.slice(0, near)
  if (same.test(rest)) return 'unknown'
  const date = findDates(words)[0]
  if (date !== undefined && (date.start < 16 || explained.test(words.slice(0, date.start)))) return date.date
  const month = nextMonth.exec(rest)
  if (month !== null) {
    const day = pointedTo(words.slice(month[0].length), starts)
    return day === undefined || day === 'event' || day === 'unknown' ? day : firstOfNextMonth(day)
  }
  const name = named.exec(rest)?.[1]
  const own = starts.effective ?? starts.agreed
  const defined = name === undefined || name === 'effective date' ? undefined : starts.named?.(name)
  if (defined !== undefined) return defined
  if (/^end of (?:the )?(?:calendar )?(?:month|quarter|year)/.test(rest)) return 'event'
  if (/^date(?=[.,;)]|$)/.test(rest)) return starts.agreed ?? starts.effective
  if (effective.test(rest)) return own
  if (signed.test(rest)) return starts.agreed ?? starts.effective
  return event.test(rest) ? 'event' : 'unknown'
}

const begun = /(?:commenc|begin|start|effective|from|as of)[a-z]{0,5}(?: on| from| as of| upon| at)*[ :]{1,2}(?:the )?$/

/** From no day. */
const fromYearToYear = /\bfrom (?:year|month)[ -]to[ -](?:year|month)\b/g

/** The day that a length behind which `words` stand is counted from; none for an event whose day is not known. */
export function startOf(words: string, sentence: string, dates: FoundDate[], starts: Starts): string | undefined {
  const after = words.replace(fromYearToYear, (found) => ' '.repeat(found.length))
  const next = behind.exec(after.slice(0, 70))
  if (next !== null) {
    const start = pointedTo(after.slice(next.index + next[0].length, next.index + next[0].length + longest), starts)
    if (start !== 'unknown') return start === 'event' ? undefined : start
    if (next.index < 20 && /^(?:from|after|following)/.test(next[0]) && !same.test(after.slice(next.index + next[0].length)))
      return undefined
  }
  const begin = dates.find((date) => begun.test(sentence.slice(Math.max(0, date.start - 40), date.start)))
  if (begin !== undefined) return begin.date
  const before = sentence.slice(0, sentence.length - after.length)
  for (const match of before.matchAll(ahead)) {
    const start = pointedTo(before.slice(match.index + match[0].length, match.index + match[0].length + longest), starts)
    if (start !== 'unknown') return start === 'event' ? undefined : start
  }
  if (/(?:commenc|begin|start)[a-z]{0,5}[^.;]{0,20} (?:on|upon) the date (?:upon|on) which|until completion/.test(sentence))
    return undefined
  return starts.effective ?? starts.agreed
}
