// Text as it may be shown: what other people wrote is made harmless and cut to size, while the record keeps every byte of it.

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader sees as one character each. */
export function* graphemesOf(text: string): Generator<string> {
  for (const { segment } of graphemes.segment(text)) yield segment
}

const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g
const overrides = /[\u202d\u202e]/g
const joiners = /[\u200c\u200d]/g
// Joiners spell words in scripts like Arabic and Hindi and hold emoji together; between Latin letters they only hide.
const spellingBefore =
  /(?:[[\p{L}\p{M}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}]]|\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)$/v
const spellingAfter = /^(?:[[\p{L}\p{M}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}]]|\p{Extended_Pictographic})/v
const invisible = /[[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\p{Variation_Selector}\u200c\u200d]]/gv
const hiddenSelectors = /(\p{Variation_Selector})\p{Variation_Selector}+/gv
const piledMarks = /(\p{M}{8})\p{M}+/gu
const controls = /[\p{Cc}--[\n]]/gv

/**
 * The same text without what deceives the eye or a terminal: lone surrogates become U+FFFD, control characters and
 * overrides of the writing direction become visible signs, zero-width characters go. Only line feeds stay as they are.
 */
export const neutral = (text: string): string =>
  text
    .toWellFormed()
    .replace(lineBreaks, '\n')
    .replace(overrides, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase()}]`)
    .replace(invisible, '')
    .replace(joiners, (joiner, at: number, whole: string) => (spells(whole, at) ? joiner : ''))
    .replace(hiddenSelectors, '$1')
    .replace(piledMarks, '$1')
    .replace(controls, controlSign)

const spells = (text: string, at: number): boolean =>
  spellingBefore.test(text.slice(Math.max(0, at - 8), at)) && spellingAfter.test(text.slice(at + 1, at + 3))

const controlSign = (character: string): string => {
  const code = character.charCodeAt(0)
  if (character === '\t') return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}

/** Neutral and on one line, for labels, names and cells; never empty, because platforms refuse an empty text. */
export const oneLine = (text: string, whenEmpty = '(empty)'): string => neutral(text).replace(/\s+/g, ' ').trim() || whenEmpty

export type Measure = (text: string) => number

const lengthOf: Measure = (text) => text.length

/** The text if it measures at most `limit` (at least 1; UTF-16 units unless told otherwise), else its start and an ellipsis, never half a character. */
export const clamp = (text: string, limit: number, measure: Measure = lengthOf): string => {
  if (measure(text) <= limit) return text
  return `${startOf(text, limit - measure('…'), measure).trimEnd()}…`
}

const startOf = (text: string, room: number, measure: Measure): string => {
  let used = 0
  let kept = ''
  for (const grapheme of graphemesOf(text)) {
    used += measure(grapheme)
    if (used > room) break
    kept += grapheme
  }
  return kept
}

const remarkRoom = 80

/** Like clamp, for what people wrote: says how much is left out and where it can be read. `limit` is at least 100. */
export const clampSaying = (text: string, limit: number, measure: Measure = lengthOf): string => {
  if (measure(text) <= limit) return text
  const kept = startOf(text, limit - remarkRoom, measure).trimEnd()
  const left = (text.length - kept.length).toLocaleString('en')
  return `${kept}… [${left} more characters are kept: the terminal shows them]`
}
