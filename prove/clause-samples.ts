// Samples for clause types: the experts' spans, and as many other paragraphs of the same contracts.
import { type ModelType, modelTypes } from '../src/documents/clauses/model.ts'
import type { Sample } from '../src/documents/clauses/train.ts'
import { clauseExamples } from './clause-examples.ts'
import type { LabelledContract, LabelSpan } from './corpus-labels.ts'

/** A sample with its pieces in the contract's text. */
export type PlacedSample = Sample & { at: [number, number][] }

const labelOf = (type: ModelType): string => type.replaceAll('-', '_')

/** Paragraphs beyond those that are measured: they teach what is nothing, but must not outweigh the spans. */
const further = { most: 2_000, weight: 0.2 }

/** All spans of the frequent types and as many paragraphs that no span touches, in a fixed order. */
export function clauseSamples(contracts: readonly LabelledContract[]): PlacedSample[] {
  const spans = contracts.flatMap(spanSamples)
  return [...spans, ...othersOf(contracts).slice(0, spans.length)].sort((one, other) => orderOf(one.text) - orderOf(other.text))
}

/** What a model is trained on: the samples, more of the other paragraphs, and made-up clauses of the rare types. */
export function trainingSamples(contracts: readonly LabelledContract[]): Sample[] {
  const spans = contracts.flatMap(spanSamples)
  const others = othersOf(contracts).slice(spans.length, spans.length + further.most)
  return [...clauseSamples(contracts), ...others.map((other) => ({ ...other, weight: further.weight })), ...clauseExamples()]
}

const othersOf = (contracts: readonly LabelledContract[]): PlacedSample[] =>
  contracts.flatMap(otherParagraphs).sort((one, other) => orderOf(one.text) - orderOf(other.text))

function spanSamples({ id, labels }: LabelledContract): PlacedSample[] {
  const byText = new Map<string, PlacedSample>()
  for (const type of modelTypes) {
    for (const { text, at = [] } of labels[labelOf(type)]?.spans ?? []) {
      const known = byText.get(text) ?? { text, types: [], from: id, weight: 1, at }
      byText.set(text, { ...known, types: [...known.types, type] })
    }
  }
  return [...byText.values()].filter(({ text }) => text.length >= 30)
}

/** Paragraphs of ordinary length, away from every span. */
function otherParagraphs({ id, text, labels }: LabelledContract): PlacedSample[] {
  const taken = Object.values(labels).flatMap(({ spans }) => (spans ?? []).flatMap((span: LabelSpan) => span.at ?? []))
  const samples: PlacedSample[] = []
  let start = 0
  for (const piece of text.split(/(?<=\n)\s*\n|(?<=[.;] ) {2,}/)) {
    const end = start + piece.length
    const trimmed = piece.replace(/\s+/g, ' ').trim()
    const isTouched = taken.some(([from, to]) => from < end && to > start)
    if (trimmed.length >= 80 && trimmed.length <= 2500 && !isTouched)
      samples.push({ text: trimmed, types: [], from: id, weight: 1, at: [[start, end]] })
    start = text.indexOf(piece, start) + piece.length
  }
  return samples
}

/** A fixed shuffle by content. */
function orderOf(text: string): number {
  let hash = 7
  for (let i = 0; i < Math.min(text.length, 200); i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash ^ (hash >>> 13)
}

export type ClauseScore = { right: number; found: number; wanted: number }

/** Scores of all types and of each: a span counts once for each of its types, and so does each type that is told. */
export function scoreClauses<Each extends Sample>(
  samples: readonly Each[],
  tell: (sample: Each) => readonly ModelType[],
): Map<ModelType | 'all', ClauseScore> {
  const scores = new Map<ModelType | 'all', ClauseScore>()
  const count = (type: ModelType, key: keyof ClauseScore): void => {
    for (const name of ['all', type] as const) {
      const score = scores.get(name) ?? { right: 0, found: 0, wanted: 0 }
      score[key]++
      scores.set(name, score)
    }
  }
  for (const sample of samples) {
    for (const type of sample.types) count(type, 'wanted')
    for (const type of tell(sample)) {
      count(type, 'found')
      if (sample.types.includes(type)) count(type, 'right')
    }
  }
  return scores
}
