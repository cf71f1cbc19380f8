// Usage: how many seats a party may use, which other amounts it may not exceed, and the least that it has to spend.
import { placesOf } from './anchors.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, sentenceAround } from './flat-text.ts'
import { findMoney } from './money-text.ts'
import { numberWords, wordsToNumber } from './numbers.ts'
import { occurrences } from './occurrences.ts'

export type UsageFindings = {
  seats?: FindingOf<'seats'>
  limit?: FindingOf<'usageLimit'>
  minimum?: FindingOf<'minimumCommitment'>
}

const seat =
  '(?:(?:named|concurrent|authori[sz]ed|registered|active|end|individual|licensed|permitted|full|paid|user) ){0,3}(?:users?|seats?|(?:user|software|subscription) licen[cs]es|subscribers)'
const unit =
  '(?:(?:api|active|monthly|stored|named|mobile|physical|virtual|production|licensed|electronic) ){0,2}(?:calls?|requests?|transactions?|gb|gigabytes?|tb|terabytes?|mb|messages?|e?-?mails?|documents?|envelopes|records?|contacts|devices?|servers?|locations?|sites?|copies|instances?|cores?|queries|page views|impressions|minutes|hours of support|support hours|participants|employees|vehicles|units)'
const amount = `(?:(${numberWords}) ?\\( ?(\\d[\\d,]{0,12}) ?\\)|(\\d[\\d,]{0,12}))`
const seats = new RegExp(`(?<![a-z0-9.$,])${amount} ${seat}(?![a-z])`)
const seatsAfter =
  /(?:number of (?:[a-z]+ ){0,2}(?:users?|seats?|licen[cs]es)|(?:users|seats|user licenses)) ?(?::|=|is|-) ?\(?(\d[\d,]{0,9})(?![\d.%])/
const limits = new RegExp(
  `(?:up to|not exceed|no more than|not more than|maximum of|limit(?:ed)? (?:of|to)|exceeding|in excess of|includes?|a total of) (?:a (?:maximum|total) of )?${amount} ?(?:(?:million|thousand|billion) )?${unit}(?![a-z])(?: (?:per|each|a|every) (?:calendar |contract )?(?:second|minute|hour|day|week|month|quarter|year|user))?`,
)
const permits = /licen[sc]e|subscri|access|\buse\b|usage|platform|software|entitle|allow|permit|includ|limit/
const minimums =
  /minimum (?:annual |monthly |quarterly |aggregate |purchase |spend |total |guaranteed |order |net |royalt(?:y|ies) |payment |license |fee )*(?:commitment|purchases?|spend|payments?|royalt(?:y|ies)|guarantees?|fees?|amounts?|revenues?|charges?|sales|orders?)|guaranteed minimum|commits? to (?:spend|purchas|buy|pay)|(?:purchase|spend|pay|buy|order)[^.;]{0,60}(?:at least|not less than|no less than|a minimum of)/
const noMinimum = /insur|coverage|per occurrence|wage|net worth|liquidated|indemn|capital|deductible|credit rating|balance/

/** The first limit of each kind. */
export function findUsageLimits(view: FlatText): UsageFindings {
  const found: UsageFindings = {}
  for (const span of sentencesAt(view, placesOf(view, 'seats'))) {
    const sentence = view.lower.slice(span.start, span.end)
    const value = permits.test(sentence) ? seatsIn(sentence) : undefined
    if (value === undefined) continue
    found.seats = { key: 'seats', value, sure: false, ...span }
    break
  }
  for (const span of sentencesAt(view, limitPlaces(view))) {
    const sentence = view.lower.slice(span.start, span.end)
    const match = permits.test(sentence) ? limits.exec(sentence) : null
    if (match === null) continue
    const start = span.start + match.index
    found.limit = { key: 'usageLimit', value: view.flat.slice(start, start + match[0].length), sure: false, ...span }
    break
  }
  const minimum = minimumIn(view)
  return minimum === undefined ? found : { ...found, minimum }
}

function seatsIn(sentence: string): number | undefined {
  const match = seats.exec(sentence)
  const [, words, inBrackets, digits] = match ?? []
  const written = inBrackets ?? digits ?? seatsAfter.exec(sentence)?.[1]
  const value = written === undefined ? wordsToNumber(words ?? '-') : Number(written.replaceAll(',', ''))
  return value !== undefined && Number.isInteger(value) && value > 0 ? value : undefined
}

/** The first amount of money that a party has to spend at least. */
function minimumIn(view: FlatText): FindingOf<'minimumCommitment'> | undefined {
  for (const span of sentencesAt(view, placesOf(view, 'minimum'))) {
    const sentence = view.lower.slice(span.start, span.end)
    const match = minimums.exec(sentence)
    if (match === null || noMinimum.test(sentence)) continue
    const money = findMoney(sentence.slice(match.index, match.index + 260))[0]
    if (money === undefined || Number(money.amount) === 0) continue
    return { key: 'minimumCommitment', value: { amount: money.amount, currency: money.currency }, sure: false, ...span }
  }
  return undefined
}

/** "Up to" is too short to be found with the other words. */
const limitPlaces = (view: FlatText): number[] =>
  [...placesOf(view, 'limits'), ...occurrences(view.lower, ['up to '], { most: 100 })].sort((one, other) => one - other)

/** The sentences around places, each once. */
function* sentencesAt(view: FlatText, places: readonly number[]): Generator<{ start: number; end: number }> {
  let seenUntil = -1
  for (const place of places) {
    if (place < seenUntil) continue
    const span = sentenceAround(view, place)
    seenUntil = span.end
    yield span
  }
}
