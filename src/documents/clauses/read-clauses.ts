// Reads the clauses of a contract's text: where each stands, its number and heading, and what type of clause it is.
import type { ParagraphNumber } from '../document.ts'
import { type FlatText, flatten, sentenceAround } from '../fields/flat-text.ts'
import { type ModelType, typesOf } from './model.ts'
import { type RuleType, ruleTypesOf } from './rule-types.ts'
import { type ClauseSpan, splitClauses } from './split.ts'
import { storedModel } from './weights.ts'

/** `start` and `end` are places in the text, end exclusive; a clause without a known type has none. */
export type ReadClause = { number: string | null; heading: string | null; clauseType: ReadType | null; start: number; end: number }
export type ReadType = ModelType | RuleType

const shortest = 30
const longSentences = 500
/** One sentence alone shows less than a clause, so it has to be plainer. */
const plainMargin = 0.25

/**
 * The clauses in the order of the text. A clause that does several things is followed by one more for each further type, with the
 * place of the sentence that does it and the same number. `numbers` are those that a file keeps apart from its text.
 */
export function readClauses(text: string, numbers: readonly ParagraphNumber[] = []): ReadClause[] {
  const view = flatten(text)
  return splitClauses(view, numbers).flatMap((clause) => typedClauses(view, clause))
}

function typedClauses(view: FlatText, clause: ClauseSpan): ReadClause[] {
  const places = new Map<ReadType, { start: number; end: number }>()
  const words = view.flat.slice(clause.start, clause.end)
  if (words.length >= shortest) for (const { type } of typesOf(storedModel(), words)) places.set(type, clause)
  if (words.length > longSentences) for (const [type, place] of sentenceTypes(view, clause)) if (!places.has(type)) places.set(type, place)
  if (words.length >= shortest) for (const type of ruleTypesOf(words)) places.set(type, clause)
  const [first, ...others] = [...places]
  const main = inText(view, clause, clause, first?.[0] ?? null)
  if (first !== undefined && first[1] !== clause)
    return [inText(view, clause, clause, null), ...[first, ...others].map(([type, place]) => inText(view, clause, place, type))]
  return [main, ...others.map(([type, place]) => inText(view, clause, place, type))]
}

function sentenceTypes(view: FlatText, { start, end }: ClauseSpan): [ModelType, { start: number; end: number }][] {
  const found: [ModelType, { start: number; end: number }][] = []
  for (let place = start; place < end; ) {
    const sentence = sentenceAround(view, place)
    const [from, to] = [Math.max(start, sentence.start), Math.min(end, sentence.end)]
    if (to - from >= 60) {
      for (const { type, margin } of typesOf(storedModel(), view.flat.slice(from, to)))
        if (margin >= plainMargin) found.push([type, { start: from, end: to }])
    }
    place = Math.max(to, place) + 2
  }
  return found
}

function inText(
  { at }: FlatText,
  { number, heading }: ClauseSpan,
  place: { start: number; end: number },
  clauseType: ReadType | null,
): ReadClause {
  return { number, heading, clauseType, start: at[place.start] ?? 0, end: (at[place.end - 1] ?? 0) + 1 }
}
