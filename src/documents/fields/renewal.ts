// Renewal: how long a renewed term is, whether it renews by itself, and how long before its end a party must give notice.
import { placesOf } from './anchors.ts'
import { type Duration, type FoundDuration, findDurations } from './durations.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, type Span, sentenceAround } from './flat-text.ts'
import { ordinalToNumber, ordinalWords } from './numbers.ts'
import { points, type Sign } from './signs.ts'

export type RenewalFindings = {
  renewalTerm?: FindingOf<'renewalTerm'>
  autoRenewal?: FindingOf<'autoRenewal'>
  notice?: FindingOf<'noticePeriodToTerminateRenewal'>
}

const subject = '(?:this|the|such|said|each) [^.;]{0,60}(?:agreement|contract|term|licen[cs]e|period|lease|schedule|attachment|addendum)'
const signs: readonly Sign[] = [
  [/renew|prolong/, 1],
  [/month[ -]to[ -]month/, 2],
  [/^[^a-z]*(?:each )?(?:customer )?subscriptions?\b|\bend[- ](?:customer|user)s?\b/, -5],
  [/\b(?:lease|sublease|ground lease)\b[^.;]{0,80}\bwhich has a term/, -5],
  [/\b(?:each|any) [^.;]{0,40}(?:attachment|order|statement of work|schedule|sow)\b[^.;]{0,40}(?:renew|exten)/, -6],
  [
    /options? to (?:renew|extend)|right to (?:renew|extend)|\bmay (?:renew|extend) (?:the|this) [^.;]{0,20}(?:term|agreement|contract)/,
    1.5,
  ],
  [new RegExp(`${subject}[^.;]{0,120}(?:renew|exten|prolong)`), 2],
  [/\b(?:insurance|polic(?:y|ies)|domain names?|letters? of credit|visas?|permits?)\b[^.;,]{0,40}(?:renew|exten)/, -5],
  [/(?:renew|exten)[^.;]{0,80}(?:term|agreement|contract|period)/, 1],
  [/automatic|tacit|prolong|roll(?:s|ed)? over/, 1],
  [/successor (?:franchise|term|agreement)|(?:shall|will) continue thereafter unless/, 3],
  [/\bit (?:shall|will|may)[^.;]{0,30}(?:renew|exten)/, 1.5],
  [
    /successive|another (?:term|period|\(?\d|[a-z]{3,8} )|additional (?:term|period|[a-z]{3,8} \(?\d{0,2}\)?[ -]?(?:year|month))|renewal (?:term|period)|then[- ]current|year to year|year-to-year/,
    2,
  ],
  [/initial term|original term|current term|expiration/, 1],
  [/(?:term|agreement|contract|effect)[^.]{0,140}automatically (?:continue|roll)/, 2],
  [/in the event that|destr(?:oyed|uction)|casualty/, -2],
  // A form explains what may be chosen in it.
  [/\bnote:|\b(?:first|second|third|other|this) option\b|standard terms allow/, -6],
  [
    /\b(?:invoice|payment|cure|deliver|warrant(?:y|ies)|insurance|polic(?:y|ies)|domain|registration|patent|force majeure|credit|time for|deadline|milestone|employ|visa|permit|letter of credit|confidential|tail|grace)\b/,
    -2,
  ],
]

type Renewal = { span: Span; score: number; duration: FoundDuration | undefined; isAutomatic: boolean | undefined }

/** What the text says of renewal, by the sentence that says it most plainly. */
export function findRenewal(view: FlatText, initial?: Duration | 'perpetual'): RenewalFindings {
  let best: Renewal | undefined
  let seenUntil = -1
  for (const place of placesOf(view, 'renewal')) {
    if (place < seenUntil) continue
    const span = sentenceAround(view, place)
    seenUntil = span.end
    const renewal = readRenewal(view, span, initial === 'perpetual' ? undefined : initial)
    if (renewal !== undefined && renewal.score > (best?.score ?? 2.5)) best = renewal
  }
  return best === undefined ? {} : findingsOf(view, best)
}

function findingsOf(view: FlatText, { span, score, duration, isAutomatic }: Renewal): RenewalFindings {
  const findings: RenewalFindings = {}
  const isPlain = /automatic|unless|renews/.test(view.lower.slice(span.start, span.end))
  if (duration !== undefined) {
    const value = { count: duration.count, unit: duration.unit }
    findings.renewalTerm = { key: 'renewalTerm', value, sure: score >= 5 && isAutomatic === true && isPlain, ...span }
  }
  if (isAutomatic !== undefined)
    findings.autoRenewal = { key: 'autoRenewal', value: isAutomatic, sure: score >= 5 && isAutomatic && isPlain, ...span }
  const notice = isAutomatic === true ? noticeIn(view, span, duration) : undefined
  if (notice !== undefined) findings.notice = notice
  return findings
}

function readRenewal(view: FlatText, span: Span, initial: Duration | undefined): Renewal | undefined {
  const sentence = view.lower.slice(span.start, span.end)
  const duration = isApproved.test(sentence) ? undefined : (renewedFor(sentence) ?? everyYear(sentence) ?? asBefore(sentence, initial))
  const isAutomatic = automatic(sentence)
  if (duration === undefined && isAutomatic !== true) return undefined
  const score =
    points(signs, sentence) + (duration === undefined ? -1 : 1) + (isAutomatic === true ? 2 : 0) - span.start / (view.lower.length + 5_000)
  return { span, score, duration: duration && { ...duration }, isAutomatic }
}

const verb =
  /renew|continu[a-z]* (?:in effect )?for an|exten(?:d|sion)|successive|prolong|\broll|additional (?:term|period|\(?\d|one|two|three)|renewal|year[ -]to[ -]year|month[ -]to[ -]month|thereafter/g
const isNotRenewal =
  /(?:notice|prior|before|within|least|less than|fewer than|more than|advance|days|expiration of|initial term of|initial|end of (?:the|such|said)|completion of)[^,;]{0,24}$|\band extends? for (?:an? )?(?:period of )?$/
const isNoticeAfter =
  /^[ ,']{0,3}(?:\([^)]{0,30}\) ?)?(?:period (?:immediately )?(?:before|prior|preceding)|prior|before|notice|written|advance|in advance|of the (?:expir|end)|from receipt)/
const isPart = /^[ ,']{0,3}(?:initial|anniversary)/

/** The length of what is renewed: the first length behind the verb that is no notice, otherwise one right before it. */
function renewedFor(sentence: string): FoundDuration | undefined {
  const durations = findDurations(sentence).filter(({ start, end, unit }) => {
    if (unit === 'business_day') return false
    const [before, after] = [sentence.slice(Math.max(0, start - 60), start), sentence.slice(end, end + 60)]
    return !isNotRenewal.test(before) && !isNoticeAfter.test(after) && !isPart.test(after)
  })
  for (const match of sentence.matchAll(verb)) {
    const behind = durations.find(({ start }) => start >= match.index - 1 && start - match.index < 150)
    if (behind !== undefined) return behind
  }
  return durations.findLast(({ end }) => /^[^.;]{0,30}(?:renewal|extension|renewals|extensions)/.test(sentence.slice(end, end + 50)))
}

const renews = '(?:renew|exten|continu|prolong|roll)'
const byItself =
  /automatic[a-z]*(?: and [a-z]+)?(?: be)?(?: [a-z\d()-]+){0,6}? (?:renew|exten|continue|roll|prolong)|(?:renew|exten|continu|roll)[a-z]*(?: [a-z()"\d-]+){0,12} automatic|self-renew|renewal: ?automatic|tacit|evergreen|(?:deemed|considered)(?: to (?:be|have been))?(?: [a-z]+){0,2} (?:renew|exten)/
const said = '(?:notice|notif|requests? in writing|\\btells?\\b|terminat|elect|advis|inform|cancel|contrary|object|agree otherwise)'
const opens =
  '(?:unless|until|provided that neither|absent|in (?:the )?absence of|if neither|if no|except|failing|if (?:it is |this agreement is |the agreement is )?not|subject to (?:either|each|any|the other) party)'
/** Without any of these, going on until a notice is one term and no renewal. */
const again =
  /renew|prolong|successive|additional|further|thereafter|another|\beach\b|year[ -]to|month[ -]to|consecutive|extended|extension|\broll|anniversary/
const willBe = '(?:shall|will|is|are|it)(?: [a-z]+ly| thereafter| then| also| be| itself){0,3}'
const unlessNotice = new RegExp(
  `(?:${willBe} ${renews}|\\b(?:renews|continues|is extended|extends|rolls)\\b)[^.]{0,260}${opens}[^.]{0,200}${said}` +
    `|(?:additional|successive|further|consecutive)[^.;,]{0,30}(?:terms|periods)[^.;]{0,40}unless[^.]{0,200}${said}` +
    `|(?:unless|if neither|if no|absent|absence of|failing)[^.]{0,220}${said}[^.]{0,200}(?:${willBe} ${renews}|\\b(?:continues|renews)\\b)`,
)
const thereafterOn =
  /(?:year[ -]to[ -]year|month[ -]to[ -]month) thereafter|(?:shall|will)(?: thereafter)? (?:continue|renew|be renewed|extend|be extended)[^.;]{0,60}(?:year[ -]to[ -]year|month[ -]to[ -]month|successive|thereafter from)/
const onCondition = /(?:term|agreement|contract)[^.;]{0,40}(?:shall|will) be (?:extended|renewed) for [^.;]{0,80}(?:provided|if|so long as)/
const byChoice =
  /\b(?:may|options?|rights?|elect|request|discretion|can)\b[^.;]{0,80}(?:renew|exten)|(?:renew|exten)[^.;]{0,100}(?:mutual|agreement of|agreed (?:by|upon|in writing|to)|written consent|written agreement|at (?:its|the) (?:sole )?option|if agreed|upon agreement|in writing by)|no automatic|not (?:be )?(?:automatically )?(?:renew|exten)|renewable|mutually/

/** Funds: their agreements go on from year to year only as trustees approve it each year. */
const isApproved = /^(?!.*automatic).*year[ -]to[ -]year.*(?:continuance[^.;]{0,40} approved|approved[^.;]{0,20} (?:at least )?annually)/

/** "Provided that Distributor gives notice of its desire to renew". */
const isAsked =
  /(?:provided|if)\b[^.;]{0,160}(?:notice|notif)[^.;]{0,80}(?:desire|intent|intention|election|wish)[a-z]* [^.;]{0,20}(?:renew|exten)/

function automatic(sentence: string): boolean | undefined {
  if (isApproved.test(sentence)) return false
  if (/(?:not|no|without)(?: be)? (?:any )?(?:automatic|tacit)/.test(sentence)) return false
  if (isAsked.test(sentence) || /\bnothing (?:herein|in this)|no obligation to (?:renew|extend)/.test(sentence)) return false
  if (byItself.test(sentence)) return true
  const isUnless = again.test(sentence) && unlessNotice.test(sentence)
  if (isUnless && !/mutual|by (?:written )?agreement|\bmay (?:be )?(?:renew|exten)/.test(sentence)) return true
  if (byChoice.test(sentence)) return false
  return thereafterOn.test(sentence) || onCondition.test(sentence) ? true : undefined
}

const sameLength =
  /(?:renew|exten|continu|prolong|roll)[^.;]{0,100}(?:(?:same|like|similar|identical|equal|equivalent) (?:period|term|length|duration)(?!s? (?:and|&|as))|(?:period|term)s?,? (?:each )?(?:of |for )?(?:the )?(?:same|identical|equal|like|equivalent|similar) (?:in )?(?:length|duration|period|term|to the (?:initial|original))|(?:equal|identical) (?:in (?:length|duration) )?to the (?:initial|original|preceding|previous|then)|length (?:equal )?(?:of|to) the (?:initial|original))/

/** "successive terms of the same duration": as long as the first term. */
function asBefore(sentence: string, initial: Duration | undefined): FoundDuration | undefined {
  const match = initial === undefined ? null : sameLength.exec(sentence)
  return match === null || initial === undefined ? undefined : { ...initial, start: match.index, end: match.index + match[0].length }
}

function everyYear(sentence: string): FoundDuration | undefined {
  const match =
    /(?:renew|exten|continue)[^.;]{0,60}\b(?:each|every|from|year by)(?: and every)? (year|month)\b(?: thereafter| to| on|,| unless| if|\.?$)/.exec(
      sentence,
    )
  return match === null
    ? undefined
    : { count: 1, unit: match[1] === 'month' ? 'month' : 'year', start: match.index, end: match.index + match[0].length }
}

const aroundNotice = /notice|request|notif|object|advise|intent|elect|inform|cancel|terminat|non-?renew|not (?:to |be )?renew|otherwise/
const noticeBefore =
  /(?:subject to|at least|not less than|no less than|no later than|not later than|no fewer than|not fewer than|minimum of|within|upon|on|with|more than|giv(?:e|es|ing)|provid(?:e|es|ing)|by|less than|a|least|prior|an advance|at)(?: written)?(?: a)?(?: period of)?(?: notice of)? ?\(?$/
const noticeAfter =
  /^[ ,')]{0,3}(?:\([^)]{0,30}\)[ ,']{0,2})?(?:prior|before|notice|written|advance|in advance|preceding|period prior|calendar|of the (?:expir|end)|from the|ahead of)/

/** Ends that have nothing to do with the end of a term. */
const isOtherEnd = /(?<!other than )breach|default|\bcure|for cause|insolv|bankrupt|at any time|for any reason|convenience|without cause/

/** The notice that keeps a term from renewing, in the sentence of the renewal or the two that follow it. */
function noticeIn(view: FlatText, span: Span, renewed: FoundDuration | undefined): RenewalFindings['notice'] {
  let place = span
  for (let step = 0; step < 3; step++) {
    const sentence = view.lower.slice(place.start, place.end)
    const isAbout = step === 0 || /renew|exten|expir|notice of/.test(sentence) || (/terminat/.test(sentence) && !isOtherEnd.test(sentence))
    const found = isAbout && aroundNotice.test(sentence) ? noticeLength(sentence, step === 0 ? renewed?.start : undefined) : undefined
    if (found !== undefined) {
      const value = { count: found.count, unit: found.unit }
      return { key: 'noticePeriodToTerminateRenewal', value, sure: step === 0 && /renew|exten/.test(sentence), ...place }
    }
    if (place.end + 2 >= view.lower.length) return undefined
    place = sentenceAround(view, place.end + 2)
  }
  return undefined
}

const unitless = /\b(?:least|less than|later than|fewer than) \(?(\d{2,3})\)?(?= (?:prior|before))/
const nthDay = new RegExp(`\\b(?:(\\d{1,3})(?:st|nd|rd|th)|(${ordinalWords})) (?:\\([^)]{1,8}\\) )?day (?=prior|before|preceding)`)

/** "No less than 120 prior to the expiry", where days are meant, and "the 60th day before". */
function daysToldOtherwise(sentence: string): FoundDuration[] {
  const match = unitless.exec(sentence) ?? nthDay.exec(sentence)
  const count = match === null ? undefined : match[1] === undefined ? ordinalToNumber(match[2] ?? '') : Number(match[1])
  return match === null || count === undefined ? [] : [{ count, unit: 'day', start: match.index, end: match.index + match[0].length }]
}

/** "Subject to a notice of six months". */
const noticeOf = /\bnotice (?:period )?of (?:at least |not less than )?$/
const beforeEnd = /prior|before|notice|preceding|advance|ahead|(?:of|to) (?:the|such|its|each) (?:expir|end)/

function noticeLength(sentence: string, renewedAt: number | undefined): FoundDuration | undefined {
  const durations = [...findDurations(sentence), ...daysToldOtherwise(sentence)]
  const near = (duration: FoundDuration): boolean => {
    const before = sentence.slice(Math.max(0, duration.start - 60), duration.start)
    const after = sentence.slice(duration.end, duration.end + 60)
    const isLongest = duration.unit === 'year' && !/^(?:s )?[ ,')]{0,3}(?:prior|before|advance|written)/.test(after)
    if (duration.start === renewedAt || isLongest || /(?:cure|remed|breach|default|terms?|periods?) ?$/.test(before)) return false
    return (
      noticeOf.test(before) ||
      noticeAfter.test(after) ||
      (noticeBefore.test(before) && /prior|before|notice|end of|expir/.test(sentence.slice(duration.end, duration.end + 120)))
    )
  }
  const isBefore = ({ start, end }: FoundDuration): boolean =>
    noticeOf.test(sentence.slice(Math.max(0, start - 60), start)) || beforeEnd.test(sentence.slice(end, end + 100))
  const candidates = durations.filter((duration) => near(duration) && isBefore(duration))
  // "Not more than 120 and not less than 90 days": the latest day to give it counts.
  return (
    candidates.find(({ start }) => /(?:less than|least) [^.;\d]{0,30}\(?$/.test(sentence.slice(Math.max(0, start - 40), start))) ??
    candidates[0]
  )
}
