// Service levels: the share of time that a service promises to be up.
import { placesOf } from './anchors.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, sentenceAround } from './flat-text.ts'
import { occurrences } from './occurrences.ts'

const percent = /(?<![\d.])(\d{2}(?:\.\d{1,4})?|100) ?(?:%|per ?cent)/g
const promise =
  /uptime|up-time|available|availability|operational|operation of the (?:site|service|system)|accessib|functioning|not available/
const noPromise = /revenue|royalt|discount|fee|share|interest|price|traffic|capacity|utiliz|completion|customers|accuracy|defect|confiden/

/** Percentages from 90 to 100 that stand beside words for availability. */
export function findServiceLevels(view: FlatText): FindingOf<'slaUptimePercent'> | undefined {
  const values: number[] = []
  let first: { start: number; end: number } | undefined
  for (const place of occurrences(view.lower, ['%', 'percent', 'per cent'], { most: 300 })) {
    const from = Math.max(0, place - 10)
    for (const match of view.lower.slice(from, place + 10).matchAll(percent)) {
      const start = from + match.index
      const value = Number(match[1])
      const around = view.lower.slice(Math.max(0, start - 130), start + 130)
      if (
        value < 90 ||
        value > 100 ||
        !promise.test(around) ||
        !/time|hour|month|uptime|minut|period/.test(around) ||
        noPromise.test(around.slice(90, 170))
      )
        continue
      if (!values.includes(value)) values.push(value)
      first ??= { start, end: start + match[0].length }
    }
  }
  return first === undefined ? undefined : { key: 'slaUptimePercent', value: { values }, sure: values.length === 1, ...first }
}

const credit = /service (?:level )?credits?|availability credit|uptime credit|sla credit|credit (?:equal to|of|for)/
const creditBefore = /\bcredit[^.;%]{0,120}?(?<![\d.])(\d{1,2}(?:\.\d{1,2})?) ?\)? ?(?:%|per ?cent)/
const creditBehind = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?) ?\)? ?(?:%|per ?cent)[^.;]{0,80} credit/

/** The first percentage that a sentence on credits for missed service levels gives. */
export function findServiceCredit(view: FlatText): FindingOf<'slaCreditPercent'> | undefined {
  for (const place of placesOf(view, 'credit')) {
    const span = sentenceAround(view, place)
    const sentence = view.lower.slice(span.start, span.end)
    if (!credit.test(sentence) || !/uptime|availab|service level|outage|downtime|\bsla\b|interruption/.test(sentence)) continue
    const value = Number((creditBefore.exec(sentence) ?? creditBehind.exec(sentence))?.[1] ?? 0)
    if (value > 0) return { key: 'slaCreditPercent', value, sure: false, ...span }
  }
  return undefined
}
