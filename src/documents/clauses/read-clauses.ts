// Reads the clauses of a contract's text: where each stands, its number and heading, and what type of clause it is.
import type { ParagraphNumber } from '../document.ts'
import { type FlatText, flatten, sentenceAround } from '../fields/flat-text.ts'
import { type Model, type ModelType, type TypeMargin, typesOf } from './model.ts'
import { type RuleType, ruleTypesOf } from './rule-types.ts'
import { type ClauseSpan, splitClauses } from './split.ts'
import { storedModel } from './weights.ts'

/** `start` and `end` are places in the text, end exclusive; a clause without a known type has none. */
export type ReadClause = { number: string | null; heading: string | null; clauseType: ReadType | null; start: number; end: number }
export type ReadType = ModelType | RuleType

const shortest = 30
const shortestSentence = 60
const longClause = 300
/** A type that nearly the whole clause shows is the clause's. */
const nearlyAll = 0.8
/** One sentence alone shows less than a clause, so it has to be plainer. */
const plainMargin = 0.25

/**
 * The clauses in the order of the text. A clause that does several things is followed by one more for each of them that has a sentence
 * of its own, with the place of that sentence and the same number; it has itself the type that it shows as a whole, or none.
 * `numbers` are those that a file keeps apart from its text.
 */
export function readClauses(text: string, numbers: readonly ParagraphNumber[] = [], model: Model = storedModel()): ReadClause[] {
  const view = flatten(text)
  return splitClauses(view, numbers).flatMap((clause) => {
    const places = typePlaces(view, clause, model)
    const isWhole = places[0]?.place === clause
    const main = inText(view, clause, clause, isWhole ? (places[0]?.type ?? null) : null)
    return [main, ...places.slice(isWhole ? 1 : 0).map(({ type, place }) => inText(view, clause, place, type))]
  })
}

type Place = { start: number; end: number }
type Sentence = Place & { shown: TypeMargin[] }
type TypePlace = { type: ReadType; place: Place }

/** What a clause does, the plainest first, and where: what it does as a whole comes before what single sentences of it do. */
function typePlaces(view: FlatText, clause: ClauseSpan, model: Model): TypePlace[] {
  const words = view.flat.slice(clause.start, clause.end)
  if (words.length < shortest) return []
  const types = new Set(typesOf(model, words).map(({ type }) => type))
  const isLong = words.length > longClause
  const sentences = isLong || types.size > 1 ? sentencesOf(view, clause, model) : []
  const plain = isLong ? sentences.flatMap(({ shown }) => shown.filter(({ margin }) => margin >= plainMargin)) : []
  for (const { type } of plain) types.add(type)
  const places: TypePlace[] = [...types].map((type) => ({ type, place: types.size > 1 ? placeOf(type, sentences, clause) : clause }))
  for (const type of ruleTypesOf(words)) places.push({ type, place: clause })
  // The whole clause begins where its first sentence does, and ends later.
  return places.sort((one, other) => one.place.start - other.place.start || other.place.end - one.place.end)
}

/** The sentence of a clause that shows a type most, with those beside it that show it too; the whole clause where none does. */
function placeOf(type: ModelType, sentences: readonly Sentence[], clause: ClauseSpan): Place {
  const margins = sentences.map(({ shown }) => shown.find((each) => each.type === type)?.margin ?? 0)
  const shows = (index: number): boolean => (margins[index] ?? 0) > 0
  let first = margins.indexOf(Math.max(...margins))
  if (!shows(first)) return clause
  let last = first
  while (shows(first - 1)) first--
  while (shows(last + 1)) last++
  const [start, end] = [sentences[first]?.start ?? clause.start, sentences[last]?.end ?? clause.end]
  return end - start >= (clause.end - clause.start) * nearlyAll ? clause : { start, end }
}

function sentencesOf(view: FlatText, { start, end }: ClauseSpan, model: Model): Sentence[] {
  const found: Sentence[] = []
  for (let place = start; place < end; ) {
    const sentence = sentenceAround(view, place)
    const [from, to] = [Math.max(start, sentence.start), Math.min(end, sentence.end)]
    if (to - from >= shortestSentence) found.push({ start: from, end: to, shown: typesOf(model, view.flat.slice(from, to)) })
    place = Math.max(to, place) + 2
  }
  return found
}

function inText({ at }: FlatText, { number, heading }: ClauseSpan, place: Place, clauseType: ReadType | null): ReadClause {
  return { number, heading, clauseType, start: at[place.start] ?? 0, end: (at[place.end - 1] ?? 0) + 1 }
}
