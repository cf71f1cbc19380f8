// The parts of a filter as it was typed: words, comparisons, `or`, parentheses and the dash that turns round what follows it.
import type { PairComparison } from '../pair.ts'
import { isOpening, isSpace, readQuoted } from '../parse.ts'
import { type Unit, unitsOf } from '../parse-units.ts'

export type PairToken = { type: 'pair'; key: string; comparison: PairComparison; value: string }
export type WordToken = { type: 'word'; text: string; quoted: boolean }
export type Token = PairToken | WordToken | { type: 'open' } | { type: 'close' } | { type: 'or' } | { type: 'not' }

/** Reads from left to right, each character once. What is no syntax is a word: nothing is refused here. */
export const tokensOf = (text: string): Token[] => {
  const units = unitsOf(text).map(plain)
  const tokens: Token[] = []
  let open = 0
  for (let at = skipSpace(units, 0); at < units.length; at = skipSpace(units, at)) {
    const { found, end } = readToken(units, at, open)
    for (const token of found) {
      if (token.type === 'open') open += 1
      if (token.type === 'close') open -= 1
      tokens.push(token)
    }
    at = end
  }
  return tokens
}

/** Whether anything in it may be about a field: words alone are read without knowing which fields there are. */
export const namesFields = (text: string): boolean =>
  tokensOf(text).some((token) => token.type === 'pair' || (token.type === 'word' && !token.quoted && halfComparison.test(token.text)))

/** `sla<` and `<`, with nothing behind the sign. */
export const halfComparison = /^([A-Za-z][\w.-]*)?([<>≤≥≠=]|[<>!]=)$/

/** Full-width signs of East Asian keyboards are the signs that they stand for. */
const plain = (unit: Unit): Unit =>
  !unit.literal && /^[\uff01-\uff5e]$/.test(unit.text) ? { ...unit, text: String.fromCharCode(unit.text.charCodeAt(0) - 0xfee0) } : unit

const skipSpace = (units: Unit[], from: number): number => {
  let at = from
  while (isSpace(units[at])) at += 1
  return at
}

const sign = (units: Unit[], index: number): string => {
  const unit = units[index]
  return unit === undefined || unit.literal ? '' : unit.text
}

type Read = { found: Token[]; end: number }

const readToken = (units: Unit[], at: number, open: number): Read => {
  const first = sign(units, at)
  if (first === '(' && units[at + 1] !== undefined) return { found: [{ type: 'open' }], end: at + 1 }
  if (first === ')') return { found: open > 0 ? [{ type: 'close' }] : [], end: at + 1 }
  const flag = flagLength(units, at)
  if (flag > 0) return readToken(units, at + flag, open)
  if (/[-−]/.test(first) && /[\p{L}\p{N}(]/u.test(sign(units, at + 1))) return { found: [{ type: 'not' }], end: at + 1 }
  if (/[-−]/.test(first) && isOpening(units[at + 1])) return { found: [{ type: 'not' }], end: at + 1 }
  return readPair(units, at, open) ?? readWord(units, at, open)
}

/** `--draft` is the word itself, and so is what a phone makes of the two dashes. */
const flagLength = (units: Unit[], at: number): number => {
  const dashes = sign(units, at) === '-' && sign(units, at + 1) === '-' ? 2 : /[—–]/.test(sign(units, at)) ? 1 : 0
  return dashes > 0 && /[\p{L}\p{N}]/u.test(sign(units, at + dashes)) ? dashes : 0
}

const readWord = (units: Unit[], at: number, open: number): Read => {
  if (isOpening(units[at])) {
    const { text, end } = readQuoted(units, at)
    return { found: [{ type: 'word', text, quoted: true }], end }
  }
  const { text, closed, end } = readRun(units, at, open)
  const isOr = !units[at]?.literal && text.toLowerCase() === 'or'
  return { found: [isOr ? { type: 'or' } : { type: 'word', text, quoted: false }, ...closing(closed)], end }
}

const closing = (count: number): Token[] => Array.from({ length: count }, () => ({ type: 'close' }))

/** Up to the next space; the parentheses at its end that close what was opened before are counted and not part of it. */
const readRun = (units: Unit[], from: number, open: number): { text: string; closed: number; end: number } => {
  let end = from
  while (end < units.length && !isSpace(units[end])) end += 1
  const own = units.slice(from, end).filter(({ text, literal }) => !literal && text === '(').length
  const others = units.slice(from, end).filter(({ text, literal }) => !literal && text === ')').length
  let last = end
  while (last > from + 1 && end - last < Math.min(open, others - own) && sign(units, last - 1) === ')') last -= 1
  const text = units.slice(from, last).map((unit) => unit.text)
  return { text: text.join(''), closed: end - last, end }
}

/** Longer ones first; `sla:<99.9` is what `sla<99.9` is. */
const comparisons: readonly [string, PairComparison][] = [
  [':!=', '!='],
  [':<=', '<='],
  [':>=', '>='],
  [':<', '<'],
  [':>', '>'],
  [':=', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['<=', '<='],
  ['=<', '<='],
  ['>=', '>='],
  ['=>', '>='],
  ['==', '='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  [':≤', '<='],
  [':≥', '>='],
  [':', ':'],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
]

/** `key:value`; neither `https://x` nor `14:02` nor `said:` is one. */
const readPair = (units: Unit[], at: number, open: number): Read | undefined => {
  let index = at
  while (/[A-Za-z0-9_.-]/.test(sign(units, index))) index += 1
  const key = units
    .slice(at, index)
    .map(({ text }) => text)
    .join('')
  const found = comparisons.find(([written]) => [...written].every((one, offset) => sign(units, index + offset) === one))
  if (!/^[A-Za-z]/.test(key) || !found) return undefined
  const from = index + found[0].length
  if (from >= units.length || isSpace(units[from]) || (found[0] === ':' && /[/\\]/.test(sign(units, from)))) return undefined
  if (isOpening(units[from])) {
    const { text, end } = readQuoted(units, from)
    return { found: [{ type: 'pair', key, comparison: found[1], value: text }], end }
  }
  const { text, closed, end } = readRun(units, from, open)
  return { found: [{ type: 'pair', key, comparison: found[1], value: text }, ...closing(closed)], end }
}
