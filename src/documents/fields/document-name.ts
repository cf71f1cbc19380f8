// The name of the document: the title that stands over it, or the one that its first sentence gives it.
import type { FindingOf } from './finding.ts'
import type { FlatText } from './flat-text.ts'

const head = 4_500
const kind =
  'AGREEMENT|CONTRACT|AMENDMENT|ADDENDUM|LEASE|LICEN[CS]E|STATEMENT OF WORK|ORDER FORM|WORK ORDER|INDENTURE|MEMORANDUM OF UNDERSTANDING|LETTER OF INTENT|TERM SHEET|TERMS OF SERVICE|TERMS AND CONDITIONS|Agreement|Contract|Amendment|Addendum|Lease|Licen[cs]e|Statement of Work|Order Form|Work Order|Indenture|Memorandum of Understanding|Letter of Intent|Term Sheet|Terms of Service|Terms and Conditions'
const word = "(?:[A-Z][\\w'&/,.-]*|and|of|for|to|the|in|on|with|&|-|#)"
const title = new RegExp(
  `(?<!\\b(?:ENTIRE|Entire|this|THIS) )\\b(?:${kind})(?: (?:${kind}))*\\b(?! (?:Date|DATE|Number|NUMBER|of the)\\b)(?: ?(?:NO\\.|No\\.|#) ?\\d{1,3}\\b| \\d{1,3}(?= (?:TO|to|To)\\b))?`,
  'g',
)
/** "Amendment to the Distribution Agreement": the name goes on to what is amended. */
const amended = new RegExp(`^ (?:TO|to|To|of|OF) (?:${word} ){0,10}?(?:${kind})(?: (?:${kind}))*\\b`)
/** "Amendment 2", "Order Form LM-2024-011": the number that ends the title's line tells it from its siblings. */
const numbered = /^ (?:\d{1,3}|[A-Z]{1,5}-(?:[\dA-Z]{1,8}-)?\d{1,8})$/
const part = /^(?:[A-Z][A-Za-z'&/,.-]*|and|of|for|to|the|in|on|with|&|-|[a-z]-[a-z]+|\d{1,2})$/
const joining = /^(?:and|of|for|to|the|in|on|with|&|-|,)$/i
/** Words that stand before a title and are none of it. */
const before =
  /^(?:exhibit|execution|copy|version|draft|final|confidential|treatment|requested|redacted|this|the|that|form|inc|corp|llc|ltd|company|corporation|limited|page|between|by|annex|schedule|party|source|date|dated|contents|table|effective|portions|omitted|recitals|whereas|article|section|\d.*)[.,:]?$/i
const mostWords = 12

/** The first title of the head, in one case and without what stands before it. */
export function findDocumentName({ flat, paragraphs }: FlatText): FindingOf<'documentName'> | undefined {
  const text = flat.slice(0, head)
  for (const match of text.matchAll(title)) {
    const whole = match.index + match[0].length
    const end = whole + (tailLength(match[0], text, whole) || numberLength(text, whole, paragraphs))
    const start = titleStart(text, match.index, lineStart(paragraphs, match.index))
    const value = text.slice(start, end).replace(/\s+/g, ' ').trim()
    const isAlone = start === match.index && /^(?:agreement|contract|lease|licen[cs]e)$/i.test(value)
    if (isAlone || /"$/.test(text.slice(0, start)) || value.length > 120) continue
    return { key: 'documentName', value, sure: start < 900 && isTitle(value) && isSaidAgain(text, value, end), start, end }
  }
  return undefined
}

function tailLength(name: string, text: string, end: number): number {
  return /amendment|addendum/i.test(name) ? (amended.exec(text.slice(end, end + 160))?.[0].length ?? 0) : 0
}

function numberLength(text: string, end: number, paragraphs: readonly number[]): number {
  const next = paragraphs.find((start) => start > end) ?? text.length
  return numbered.exec(text.slice(end, Math.min(next, end + 40)).trimEnd())?.[0].length ?? 0
}

/** The title again in the first sentences: "This Consulting Agreement is made". */
function isSaidAgain(text: string, value: string, end: number): boolean {
  return value.includes(' ') && text.toLowerCase().includes(`this ${value.toLowerCase()}`, end)
}

/** All capitals, or each word with one; a sentence is neither. */
const isTitle = (value: string): boolean => value.split(' ').every((word) => joining.test(word) || /^[A-Z\d&#]|^[a-z]-/.test(word))

function lineStart(paragraphs: readonly number[], place: number): number {
  let start = 0
  for (const paragraph of paragraphs) {
    if (paragraph > place) break
    start = paragraph
  }
  return start
}

/** Goes back over the words that belong to the title. */
function titleStart(text: string, place: number, line: number): number {
  const words = text.slice(line, place).split(' ')
  const isCapital = /[A-Z]{3}/.test(text.slice(place, place + 8))
  let start = place
  let rest = place
  for (let count = 0; words.length > 0 && count <= mostWords; count++) {
    const word = words.pop() ?? ''
    rest -= word.length + (count === 0 ? 0 : 1)
    if (word === '') continue
    if (!part.test(word) || before.test(word) || (isCapital && /[a-z]{2}/.test(word) && !joining.test(word))) break
    if (/[.:]$/.test(word)) break
    if (!joining.test(word)) start = rest
  }
  return start
}
