// A text laid flat for rules: single spaces, plain quotes and dashes, lower case beside it, and the way back to the original places.
import { type Aside, findAsides } from './asides.ts'
import { hasWholeLines } from './line-layout.ts'

export type FlatText = {
  original: string
  /** White space collapsed, typographic quotes and dashes plain; `lower` has the same length. */
  flat: string
  lower: string
  /** Place in the original of every place in `flat`, and one more for its end. */
  at: Uint32Array
  /** Places in `flat` where a new paragraph begins, in order. */
  paragraphs: number[]
}

const space = 32
const newline = 10
const [quote, apostrophe, backtick] = [34, 39, 96]

/** Characters that are written in many ways and mean one. */
const plain = new Map<number, number>(
  Object.entries({
    "'": '\u2018\u2019\u2032',
    '"': '\u201c\u201d\u201e\u2033',
    '-': '\u2010\u2011\u2012\u2013\u2014\u2212',
    '*': '\u2022\u25cf\u25aa\u25a0\uf0b7',
    '.': '\u2026',
    '/': '\u2215',
    I: '\u0130',
    '\u00ae': '\u2122',
  }).flatMap(([to, from]) => [...from].map((letter): [number, number] => [letter.charCodeAt(0), to.charCodeAt(0)])),
)

const isSpace = (code: number): boolean =>
  code === space || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff

/** Names in single quotes: "(the 'Effective Date')". */
const singleQuoted = /'(?<=[ (]')((?:the )?[A-Z][\w &./-]{1,40})'(?=[ ),.;:])/g

/** Lays a text flat in one pass. */
export function flatten(original: string): FlatText {
  const out = new Uint16Array(original.length)
  const at = new Uint32Array(original.length + 1)
  const paragraphs: number[] = [0]
  const asides = findAsides(original)
  const breaksNeeded = hasWholeLines(original) ? 1 : 2
  let [asideAt, next] = [asides[0]?.start ?? -1, 0]
  let [length, highest, breaks, blanks, inSpace, isPageEnd] = [0, 0, 0, 0, false, false]
  for (let i = 0; i < original.length; i++) {
    let code = original.charCodeAt(i)
    if (i === asideAt) {
      const { end, kind } = asides[next++] as Aside
      asideAt = asides[next]?.start ?? -1
      i = end - 1
      if (kind === 'mark') continue
      isPageEnd ||= kind === 'page'
      code = space
    }
    if (isSpace(code)) {
      if (code === newline) breaks++
      blanks++
      if (inSpace) continue
      inSpace = true
      at[length] = i
      out[length++] = space
      continue
    }
    if (inSpace && (breaks >= breaksNeeded ? !isPageEnd || endsThought(out[length - 2]) : isLostBreak(breaks, blanks, out[length - 2])))
      paragraphs.push(length)
    inSpace = isPageEnd = false
    breaks = blanks = 0
    at[length] = i
    let kept = code < 128 ? code : (plain.get(code) ?? code)
    if (kept === apostrophe || kept === backtick) {
      const isPair = original.charCodeAt(i + 1) === code
      if (isPair) i++
      if (isPair || kept === backtick) kept = quote
    }
    highest |= kept
    out[length++] = kept
  }
  at[length] = original.length
  const flat = textOf(out.subarray(0, length), highest).replace(singleQuoted, '"$1"')
  const lowered = flat.toLowerCase()
  return { original, flat, lower: lowered.length === flat.length ? lowered : lowerEach(flat), at: at.subarray(0, length + 1), paragraphs }
}

/** Some texts have lost their lines: there four spaces behind a full stop begin a paragraph. */
const isLostBreak = (breaks: number, blanks: number, last: number | undefined): boolean => breaks === 0 && blanks >= 4 && endsThought(last)

/** Searching is twice as fast in strings of one byte a letter, which most texts are by now. */
function textOf(codes: Uint16Array, highest: number): string {
  return highest < 256 ? Buffer.from(codes).toString('latin1') : Buffer.from(codes.buffer, 0, codes.length * 2).toString('utf16le')
}

const endsThought = (code: number | undefined): boolean => code === undefined || '.:;!?)"'.includes(String.fromCharCode(code))

/** Lower case that never changes a length; the few letters that would grow stay as they are. */
function lowerEach(flat: string): string {
  return flat.replace(/[^a-z0-9 ]/g, (letter) => (letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter))
}

export type Span = { start: number; end: number }

const abbreviations = new Set(
  'a.m p.m inc corp co ltd no nos mr mrs ms dr jr sr st v vs sec art al e.g i.e seq u.s.c dept u.s u.k l.p l.l.c n.v s.a b.v plc pty p.o n.a d.b.a bros jan feb mar apr aug sept sep oct nov dec'.split(
    ' ',
  ),
)

const stopped =
  /\b(inc|corp|co|ltd|mr|mrs|ms|dr|jr|sr|st|bros|l\.p|l\.l\.c|n\.v|s\.a|b\.v|u\.s|u\.k|d\.c|n\.y|p\.o|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.(?=[ ,;)])|\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m(?:\.|\b) ?(?:\([^)]{1,24}\) )?/g

/** Lower-case words without the full stops of abbreviations and without times of day, so that a rule for "up to the full stop" sees the whole sentence. */
export const withoutStops = (lower: string): string =>
  lower.replace(stopped, (_, word: string | undefined) => word?.replaceAll('.', '') ?? '')

/** Whether a full stop at `i` ends a sentence: not after an abbreviation, an initial or a clause number. */
function isStop(flat: string, i: number): boolean {
  const code = flat.charCodeAt(i)
  if (code !== 46 && code !== 33 && code !== 63) return false
  let next = i + 1
  while (next < flat.length && '")\']'.includes(flat.charAt(next))) next++
  if (next >= flat.length) return true
  if (flat.charCodeAt(next) !== space || !/[A-Z0-9"'([\u00c0-\u00dc]/.test(flat.charAt(next + 1))) return false
  const word = /[^ ("]{1,12}$/.exec(flat.slice(Math.max(0, i - 12), i))?.[0] ?? ''
  return !(abbreviations.has(word.toLowerCase()) || /^(?:[A-Z]|[\d.]{1,2}|[\d.]{3,7}\.\d{1,2})$/.test(word))
}

const longestSentence = 1500

/** The sentence around a place, ends exclusive, at most some 1,500 characters to each side. */
export function sentenceAround({ flat, paragraphs }: FlatText, place: number): Span {
  const before = paragraphIndex(paragraphs, place)
  const floor = Math.max(0, place - longestSentence, joinedStart(flat, paragraphs, before))
  const ceiling = Math.min(flat.length, place + longestSentence, joinedEnd(flat, paragraphs, before))
  let start = place
  while (start > floor && !(flat.charCodeAt(start - 1) === space && endsBefore(flat, start - 2))) start--
  let end = place
  while (end < ceiling && !isStop(flat, end)) end++
  end = Math.min(ceiling, end + 1)
  while (end < ceiling && '")\']'.includes(flat.charAt(end))) end++
  while (end > start && flat.charCodeAt(end - 1) === space) end--
  return { start, end }
}

function endsBefore(flat: string, index: number): boolean {
  let i = index
  while (i > 0 && i > index - 3 && '")\']'.includes(flat.charAt(i))) i--
  return i >= 0 && isStop(flat, i)
}

/** Index of the paragraph that a place lies in. */
export function paragraphIndex(paragraphs: number[], place: number): number {
  let [low, high] = [0, paragraphs.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((paragraphs[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

const mostJoined = 8

/** Pages and double-spaced lines break sentences: a paragraph may go on from the one before. */
function continues(flat: string, paragraphs: number[], index: number): boolean {
  const start = paragraphs[index] ?? 0
  if (/^[a-z]{2}/.test(flat.slice(start, start + 2))) return true
  const isLine = start - (paragraphs[index - 1] ?? start) > 50
  return isLine && /[a-z,]/.test(flat.charAt(start - 2)) && /^(?:[A-Z][a-z]|\(\d{1,3}\) [a-z])/.test(flat.slice(start, start + 8))
}

function joinedStart(flat: string, paragraphs: number[], index: number): number {
  let i = index
  while (i > 0 && i > index - mostJoined && continues(flat, paragraphs, i)) i--
  return paragraphs[i] ?? 0
}

function joinedEnd(flat: string, paragraphs: number[], index: number): number {
  let i = index + 1
  while (i < paragraphs.length && i < index + mostJoined && continues(flat, paragraphs, i)) i++
  return paragraphs[i] ?? flat.length
}
