// Writing a command line back from what was parsed, for buttons: parsed again it means the same.
import type { Pair } from './pair.ts'
import { type Parsed, parse, placeOf, type Word } from './parse.ts'

/** The line with its words and pairs as they stood in it, and what is new where it belongs: words first, then pairs, then flags. */
export const writeLine = ({ words, pairs, flags }: Parsed): string => {
  const parts = [
    ...words.map((word) => ({ place: placeOf(word) ?? -1, newLine: word.newLine ?? false, written: writeWord(word) })),
    ...pairs.map((pair) => ({ place: placeOf(pair) ?? Number.POSITIVE_INFINITY, newLine: false, written: writePair(pair) })),
    ...flags.map((flag) => ({ place: Number.POSITIVE_INFINITY, newLine: false, written: `--${flag}` })),
  ]
  const sorted = parts.sort((one, other) => (one.place === other.place ? 0 : one.place - other.place))
  return sorted.map(({ newLine, written }, index) => (index === 0 ? '' : newLine ? '\n' : ' ') + written).join('')
}

/** A value after `<` is quoted where the two together could be taken for a platform's markup. */
export const writePair = ({ key, comparison, value }: Pair): string =>
  `${key}${comparison}${comparison === '<' && /^[@#!a-z]/i.test(value) ? quote(value) : writeValue(value)}`

const writeValue = (value: string): string => {
  const safe = encode(value)
  const { words, pairs, flags } = parse(`key:${safe}`)
  const isPlain = value !== '' && pairs[0]?.value === value && pairs.length === 1 && words.length + flags.length === 0
  return isPlain ? safe : quote(value)
}

const writeWord = ({ text, quoted }: Word): string => {
  if (quoted) return quote(text)
  const safe = encode(text)
  if (isReadAs(safe, text)) return safe
  if (text.startsWith('-')) return `-${quote(text.slice(1))}`
  return text.startsWith('@') ? `<at>${text.slice(1).replace(/[<>&]/g, (sign) => entities[sign] ?? sign)}</at>` : quote(text)
}

/** Whether what is written is read as this one word. */
const isReadAs = (written: string, text: string): boolean => {
  const { words, pairs, flags } = parse(written)
  return words.length === 1 && words[0]?.text === text && !words[0].quoted && pairs.length + flags.length === 0
}

const quote = (text: string): string => `"${encode(text).replace(/["\\“”]/g, (sign) => `\\${sign}`)}"`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Only what would be decoded is encoded, so that lines stay readable: the beginning of an entity or of a platform's markup. */
const encode = (text: string): string =>
  text.replace(/&(?=(?:lt|gt|amp|quot|apos|nbsp|#39|#160);)|<(?=[@#!a-z])/gi, (sign) => entities[sign] ?? sign)
