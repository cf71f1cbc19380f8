// The parser: a line of text as it really arrives from phones and platforms, read as words, pairs and flags. It refuses nothing.
import type { Pair, PairComparison } from './pair.ts'
import { type Unit, unitsOf } from './parse-units.ts'

export type Word = {
  text: string
  /** It stood in quotes, so it is a phrase and never a verb, a number or a word left out. */
  quoted: boolean
  /** It began a line: kept so that a note of several lines stays one. */
  newLine?: true
}

export type Parsed = { words: Word[]; pairs: Pair[]; flags: string[] }

/**
 * `note C-142 "call with Lee" on:yesterday --draft`. Curly quotes, the em dash that a phone makes of `--`, non-breaking spaces,
 * entities, mentions and links are read as what was meant; a quote that is never closed reaches to the end. Never throws.
 */
export const parse = (text: string): Parsed => {
  const units = unitsOf(text)
  const parsed: Parsed = { words: [], pairs: [], flags: [] }
  let at = 0
  while (at < units.length) {
    const start = skipSpace(units, at)
    if (start >= units.length) break
    const newLine = parsed.words.length > 0 && hasLineBreak(units, at, start)
    at = readToken(units, start, parsed, newLine)
  }
  return parsed
}

/** White space of every kind, and the marks that nobody sees: zero-width spaces and marks of direction. */
export const space = /[\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/

export const isSpace = (unit: Unit | undefined): boolean => unit !== undefined && !unit.literal && space.test(unit.text)

const skipSpace = (units: Unit[], from: number): number => {
  let at = from
  while (isSpace(units[at])) at += 1
  return at
}

const hasLineBreak = (units: Unit[], from: number, to: number): boolean =>
  units.slice(from, to).some((unit) => unit.text === '\n' || unit.text === '\u2028')

const readToken = (units: Unit[], start: number, parsed: Parsed, newLine: boolean): number => {
  const dashes = dashesAt(units, start)
  const pair = readPair(units, start + (dashes === '--' ? dashLength(units, start) : 0))
  if (pair) {
    places.set(pair.pair, start)
    parsed.pairs.push(pair.pair)
    return pair.end
  }
  const flag = dashes === '--' ? readRun(units, start + dashLength(units, start)) : undefined
  if (flag && /^[A-Za-z][\w-]*$/.test(flag.text)) {
    parsed.flags.push(flag.text.toLowerCase())
    return flag.end
  }
  const negated = dashes === '-' && isOpening(units[start + 1]) ? readQuoted(units, start + 1) : undefined
  if (negated) return push(parsed, { text: `-${negated.text}`, quoted: false }, newLine, start, negated.end)
  const quoted = isOpening(units[start]) ? readQuoted(units, start) : undefined
  if (quoted) return push(parsed, { text: quoted.text, quoted: true }, newLine, start, quoted.end)
  const run = readRun(units, start)
  const text = dashes === '-' ? `-${run.text.slice(1)}` : run.text
  return push(parsed, { text, quoted: false }, newLine, start, run.end)
}

/** Where each word and pair stood in the line: what is written back keeps their order, in which an `or` has its meaning. */
const places = new WeakMap<Word | Pair, number>()

/** Undefined for what no line held. */
export const placeOf = (part: Word | Pair): number | undefined => places.get(part)

const push = (parsed: Parsed, word: Word, newLine: boolean, start: number, end: number): number => {
  const pushed: Word = newLine ? { ...word, newLine } : word
  places.set(pushed, start)
  parsed.words.push(pushed)
  return end
}

const at = (units: Unit[], index: number): string => {
  const unit = units[index]
  return unit === undefined || unit.literal ? '' : unit.text
}

/** What begins here, however a keyboard wrote it: `--` of a flag, `-` of a word left out, or neither. */
const dashesAt = (units: Unit[], start: number): '--' | '-' | '' => {
  const next = at(units, start + dashLength(units, start))
  const first = at(units, start)
  if (first === '-' && at(units, start + 1) === '-') return '--'
  if ((first === '—' || first === '–') && /[A-Za-z]/.test(next)) return '--'
  return first === '-' || first === '−' ? '-' : ''
}

const dashLength = (units: Unit[], start: number): number => (at(units, start) === '-' && at(units, start + 1) === '-' ? 2 : 1)

/** Everything up to the next space. */
const readRun = (units: Unit[], start: number): { text: string; end: number } => {
  let end = start
  let text = ''
  while (end < units.length && !isSpace(units[end])) {
    text += units[end]?.text ?? ''
    end += 1
  }
  return { text, end }
}

const comparisons: [string, PairComparison][] = [
  ['!=', '!='],
  ['<=', '<='],
  ['>=', '>='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  [':', ':'],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
]

/** `key:value`; neither `https://x` nor `14:02` nor `said:` is one. */
const readPair = (units: Unit[], start: number): { pair: Pair; end: number } | undefined => {
  let index = start
  while (/[A-Za-z0-9_.-]/.test(at(units, index))) index += 1
  const key = units
    .slice(start, index)
    .map((unit) => unit.text)
    .join('')
  const found = comparisons.find(([written]) => [...written].every((sign, offset) => at(units, index + offset) === sign))
  if (!/^[A-Za-z]/.test(key) || !found) return undefined
  const from = index + found[0].length
  if (from >= units.length || isSpace(units[from])) return undefined
  if (found[0] === ':' && /[/\\]/.test(at(units, from))) return undefined
  const value = (isOpening(units[from]) ? readQuoted(units, from) : undefined) ?? readRun(units, from)
  return { pair: { key, comparison: found[1], value: value.text }, end: value.end }
}

/** Which signs close what each opening sign began; phones mix them. */
const closings: Record<string, string> = { '"': '"”', '“': '”"', '”': '”"', '„': '“”"', '«': '»', '»': '«', '＂': '＂' }

export const isOpening = (unit: Unit | undefined): boolean => unit !== undefined && !unit.literal && unit.text in closings

/** A phrase up to its closing quote, or to the end of the text. `\"` is a quote in it; curly quotes inside straight ones are text. */
export const readQuoted = (units: Unit[], start: number): { text: string; end: number } => {
  const closing = closings[at(units, start)] ?? ''
  let depth = 0
  let text = ''
  for (let index = start + 1; index < units.length; index += 1) {
    const sign = at(units, index)
    if (sign === '\\' && /["\\“”]/.test(at(units, index + 1))) {
      text += at(units, index + 1)
      index += 1
      continue
    }
    if (sign === '“' && !closing.includes('“')) depth += 1
    else if (sign === '”' && depth > 0) depth -= 1
    else if (sign !== '' && closing.includes(sign)) return { text, end: index + 1 }
    text += units[index]?.text ?? ''
  }
  return { text: text.trimEnd(), end: units.length }
}
