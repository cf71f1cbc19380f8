// Clause types as they are read in whole contracts: what the reader tells at the places of the samples.
import { type Model, type ModelType, modelTypes } from '../src/documents/clauses/model.ts'
import { type ReadClause, readClauses } from '../src/documents/clauses/read-clauses.ts'
import { type ClauseScore, clauseSamples, type PlacedSample, scoreClauses } from './clause-samples.ts'
import type { LabelledContract } from './corpus-labels.ts'

/** A clause is told of a sample when half of either lies in the other. */
const shared = 0.5

/** Scores of whole contracts that the model has not seen. */
export function measureReadClauses(contracts: readonly LabelledContract[], model: Model): Map<ModelType | 'all', ClauseScore> {
  const read = new Map(contracts.map(({ id, text }) => [id, readClauses(text, [], model)]))
  return scoreClauses(clauseSamples(contracts), (sample) => toldAt(read.get(sample.from) ?? [], sample))
}

function toldAt(clauses: readonly ReadClause[], { at }: PlacedSample): ModelType[] {
  const length = at.reduce((sum, [start, end]) => sum + end - start, 0)
  const isThere = (clause: ReadClause): boolean => {
    const common = at.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, clause.end) - Math.max(start, clause.start)), 0)
    return common > 0 && common >= shared * Math.min(length, clause.end - clause.start)
  }
  const told = new Set(clauses.filter(isThere).map(({ clauseType }) => clauseType))
  return modelTypes.filter((type) => told.has(type))
}
