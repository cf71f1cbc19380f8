// Which facts a test looks for: a contract that fits has one of them, though not every contract that has one fits.
import { nameWords } from '../company-name.ts'
import type { DurationValue } from '../field-value.ts'
import { movingFact } from '../possible-values.ts'
import { computedKeys } from '../terms.ts'
import type { ComparisonTest, FieldTest, Operand } from './condition.ts'
import { type DurationKind, namedFields, scalarAtoms, sizeOf, unspelled, wholeAtom, wordAtom } from './facts.ts'
import { besides, sortable } from './sortable.ts'

/** Both ends are included, because servers read a range with an excluded end badly. */
export type FactRange = { from: string; to: string }

/** Behind every fact that begins so, before every fact that does not. */
const last = '\u{10fffd}'
const only = (atom: string): FactRange => ({ from: atom, to: atom })
const allOf = (kind: string): FactRange => ({ from: kind, to: `${kind}${last}` })

/** Undefined where no index helps, and every contract must be looked at. */
export const rangesOf = (test: FieldTest): FactRange[] | undefined => {
  if (namedFields.has(test.field)) return undefined
  const ranges = rangesWithin(test)?.map(({ from, to }) => ({ from: `${test.field}|${from}`, to: `${test.field}|${to}` }))
  return ranges && computedKeys.has(test.field) ? [...ranges, only(movingFact(test.field))] : ranges
}

const rangesWithin = (test: FieldTest): FactRange[] | undefined => {
  if ('isSet' in test) return test.isSet ? [allOf('')] : undefined
  return 'comparison' in test ? comparisonRanges(test) : between(test.from, test.to)
}

const comparisonRanges = ({ comparison, value, byWords }: ComparisonTest): FactRange[] | undefined => {
  if (byWords) return comparison === '=' ? wordRanges(String(value)) : undefined
  switch (comparison) {
    case '=':
      return between(value, value)
    case '!=':
      return unlike(value)
    case '<':
    case '<=':
      return between(undefined, value)
    default:
      return between(value, undefined)
  }
}

/** The word that tells most, the longest; and texts whose words are not kept. */
const wordRanges = (typed: string): FactRange[] => {
  const [longest = ''] = nameWords(typed).toSorted((one, other) => other.length - one.length)
  return [only(wordAtom(longest)), only(unspelled)]
}

/** Of its kind, everything before and everything behind; money in other currencies is another amount, and so are other lengths. */
const unlike = (value: Operand): FactRange[] | undefined => {
  if (typeof value === 'boolean') return scalarAtoms(!value).map(only)
  if (typeof value === 'string' || Array.isArray(value)) return undefined
  const atom = scalarAtoms(value)[0] ?? ''
  const [head, spelled] = [atom.slice(0, -16), atom.slice(-16)]
  const around = [
    { from: atom.slice(0, 2), to: `${head}${besides(spelled, -1)}` },
    { from: `${head}${besides(spelled, 1)}`, to: `${atom.slice(0, 2)}${last}` },
  ]
  if (typeof value !== 'object' || !('unit' in value)) return around
  return [...around, ...durationKinds.filter((kind) => kind !== head.slice(0, 1)).map((kind) => allOf(`${kind}:`))]
}

/** From here to there; where one side is open, to the end of its kind. */
const between = (from: Operand | undefined, to: Operand | undefined): FactRange[] | undefined => {
  const known = from ?? to
  if (known === undefined) return [allOf('')]
  if (isLength(known)) return durationKinds.flatMap((kind) => durationRange(kind, from as DurationValue, to as DurationValue) ?? [])
  const [low, high] = [from, to].map((edge) => (edge === undefined ? undefined : atomOf(edge)))
  const atom = low ?? high
  if (atom === undefined || (from !== undefined && low === undefined) || (to !== undefined && high === undefined)) return undefined
  const kind = atom.startsWith('s:') ? 's:' : atom.slice(0, -16)
  return [{ from: low ?? kind, to: high ?? `${kind}${last}` }]
}

const isLength = (value: Operand): value is DurationValue => typeof value === 'object' && 'unit' in value

const atomOf = (value: Operand): string | undefined => {
  if (typeof value === 'string') return wholeAtom(value)
  return Array.isArray(value) ? undefined : scalarAtoms(value)[0]
}

const durationKinds: readonly DurationKind[] = ['h', 'q', 'b']
/** Hours in the longest and in the shortest month. */
const [longestMonth, shortestMonth] = [31 * 24, 28 * 24]

/** Lengths of one kind that may lie between the two; undefined for a kind that can't be compared with them. */
const durationRange = (kind: DurationKind, from: DurationValue | undefined, to: DurationValue | undefined): FactRange | undefined => {
  const low = from && edgeIn(kind, from, longestMonth, shortestMonth)
  const high = to && edgeIn(kind, to, shortestMonth, longestMonth)
  if ((from && low === undefined) || (to && high === undefined)) return undefined
  return {
    from: low === undefined ? `${kind}:` : `${kind}:${sortable(low)}`,
    to: high === undefined ? `${kind}:${last}` : `${kind}:${sortable(high)}`,
  }
}

const edgeIn = (kind: DurationKind, edge: DurationValue, hoursAsMonths: number, monthsAsHours: number): number | undefined => {
  const held = sizeOf(edge)
  if (held.kind === kind) return held.size
  if (held.kind === 'h' && kind === 'q') return held.size / hoursAsMonths
  return held.kind === 'q' && kind === 'h' ? held.size * monthsAsHours : undefined
}
