// Breach notice: how soon a party must tell of a breach of security or of personal data.
import { placesOf } from './anchors.ts'
import { type Duration, findDurations } from './durations.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, sentenceAround } from './flat-text.ts'
import { numberWords, wordsToNumber } from './numbers.ts'

const tells = /\b(?:notif(?:y|ies|ied|ication)|inform|report|notice|alert|tell)\b/
const hours = new RegExp(`(?<![a-z0-9])(${numberWords})?[ (]{0,3}(\\d{1,3})?[ )-]{0,3}hours?\\b`, 'g')
const within = /(?:within|later than|exceed|more than|less than|in|maximum of) (?:a period of |the (?:following|first) )?[(]?$/
const isOther = /\b(?:cure|remedy|terminat|retain|retention|audit|response|acknowledg|respond)\b[^.;]{0,40}$/

/** The first time that stands with the duty to tell; hours are said in days where they make whole ones. */
export function findBreachNotice(view: FlatText): FindingOf<'breachNotice'> | undefined {
  let seenUntil = -1
  for (const place of placesOf(view, 'breachNotice')) {
    if (place < seenUntil) continue
    const span = sentenceAround(view, place)
    seenUntil = span.end
    const sentence = view.lower.slice(span.start, span.end)
    if (!tells.test(sentence)) continue
    const times = timesIn(sentence)
    const [first] = times
    if (first !== undefined) return { key: 'breachNotice', value: first, sure: times.length === 1, ...span }
  }
  return undefined
}

function timesIn(sentence: string): Duration[] {
  const all = [...hoursIn(sentence), ...findDurations(sentence)]
  return all
    .filter(({ start, count, unit }) => {
      const before = sentence.slice(Math.max(0, start - 60), start)
      return within.test(before) && !isOther.test(before) && !(unit === 'year' || (unit === 'month' && count > 2))
    })
    .map(({ count, unit }) => ({ count, unit }))
}

function hoursIn(sentence: string): (Duration & { start: number })[] {
  return [...sentence.matchAll(hours)].flatMap((match) => {
    const [whole, words, digits] = match
    const count = digits === undefined ? wordsToNumber(words ?? '') : Number(digits)
    const start = match.index + whole.length - whole.trimStart().length
    return count === undefined || count === 0 || count % 24 !== 0 ? [] : [{ count: count / 24, unit: 'day' as const, start }]
  })
}
