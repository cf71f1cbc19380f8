// Price increases: by how many percent a price may rise, at most or at each renewal, or that it follows an index.
import { placesOf } from './anchors.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, sentenceAround } from './flat-text.ts'
import { numberWords, wordsToNumber } from './numbers.ts'

export type PriceFindings = { percent?: FindingOf<'priceIncreasePercent'>; restricted?: FindingOf<'priceRestrictions'> }

const priced = '(?:prices?|pricing|fees?|rates?|charges?|rents?|subscription|maintenance|cost)'
const rises = '(?:increas(?:e|es|ed|ing)|rais(?:e|ed)|uplift|escalat(?:e|es|ed|ion|or)|adjust(?:ed|ment|ments)?|higher)'
const about = new RegExp(`\\b${priced}\\b[^.;]{0,160}\\b${rises}\\b|\\b${rises}\\b[^.;]{0,120}\\b${priced}\\b`)
const percent = new RegExp(
  `(?<![a-z0-9.])(?:(${numberWords})(?: percent| per cent)? ?\\( ?(\\d{1,2}(?:\\.\\d{1,2})?) ?%? ?\\)|(\\d{1,2}(?:\\.\\d{1,2})?)|(${numberWords})) ?(?:%|percent|per cent)?`,
  'g',
)
const isRise = new RegExp(rises)
const isPercent = /%|percent|per cent/
const by =
  /(?:exceed(?:ing)?|more than|maximum of|up to|limited to|by|greater than|less than|above|at|of)(?: an?)?(?: (?:annual |additional |aggregate |maximum |fixed |total |increase |amount |equal |to |of |the |lesser |greater |\(?[ai]\)? )*)?$/
const noPrice =
  /royalt|net sales|revenue|interest|commission|market share|volume|purchases|quantit|stock|shares|tax|late|overdue|discount|credit limit|compensation|salary/
const noRight = /would be required|(?:if|should|in the event)\b[^.;]{0,120}increase[sd]?\b[^.;]{0,40}(?:by|of) more than/
const index = /consumer price index|\bcpi\b|price index|inflation|cost[- ]of[- ]living/
const fixed =
  /(?:shall|will|may) not (?:be )?(?:increas|rais|chang|adjust|exceed)|no (?:price )?increase|(?:shall |will )?(?:remain|be|are|is) (?:fixed|firm|unchanged|constant|frozen)|not to exceed|only (?:be )?(?:increas|adjust|chang)|(?:no|not) (?:more|to increase)/

/** The first sentence that bounds or sets an increase of a price. */
export function findPriceIncrease(view: FlatText): PriceFindings {
  const found: PriceFindings = {}
  let seenUntil = -1
  for (const place of placesOf(view, 'increase')) {
    if (place < seenUntil) continue
    const span = sentenceAround(view, place)
    seenUntil = span.end
    const sentence = view.lower.slice(span.start, span.end)
    if (!about.test(sentence) || noPrice.test(sentence) || noRight.test(sentence)) continue
    const value = percentIn(sentence)
    if (value !== undefined) found.percent ??= { key: 'priceIncreasePercent', value, sure: false, ...span }
    if (value !== undefined || index.test(sentence) || fixed.test(sentence)) {
      found.restricted ??= { key: 'priceRestrictions', value: true, sure: false, ...span }
    }
  }
  return found
}

/** A percentage that an increase goes by or up to; several different ones tell nothing for sure. */
function percentIn(sentence: string): number | undefined {
  const values = new Set<number>()
  for (const match of sentence.matchAll(percent)) {
    const [whole, , inBrackets, digits, words] = match
    const before = sentence.slice(Math.max(0, match.index - 60), match.index)
    const after = sentence.slice(match.index + whole.length, match.index + whole.length + 40)
    const around = sentence.slice(Math.max(0, match.index - 140), match.index + whole.length + 60)
    if (!isPercent.test(whole) || !isRise.test(around) || !by.test(before) || /^ ?(?:of (?:the )?(?:customers|users|shares))/.test(after))
      continue
    const value = Number(inBrackets ?? digits ?? wordsToNumber(words ?? ''))
    if (value > 0 && value <= 50) values.add(value)
  }
  return values.size === 1 ? [...values][0] : undefined
}
