// Measures the reading of fields and clauses on the labelled contracts: sums by field, for the development and the held-out part.

import { type Model, type ModelType, typesOf } from '../src/documents/clauses/model.ts'
import { type Sample, trainModel } from '../src/documents/clauses/train.ts'
import { storedModel } from '../src/documents/clauses/weights.ts'
import { readFields } from '../src/documents/fields/read-fields.ts'
import { measureReadClauses } from './clause-places.ts'
import { clauseSamples, scoreClauses, trainingSamples } from './clause-samples.ts'
import type { LabelledContract } from './corpus-labels.ts'
import { judgeParties, judges, type Read, type Score } from './field-scores.ts'

/** `sureFound` and `sureRight` count what was marked as sure among what could be judged. */
export type Sum = Score & { sureFound: number; sureRight: number }
export type Sums = Map<string, Sum>

/** Sums by field over these contracts. */
export function measureFields(contracts: readonly LabelledContract[]): Sums {
  const sums: Sums = new Map()
  for (const contract of contracts) {
    const { parties, fields } = readFields(contract.text)
    const read: Read = Object.fromEntries(fields.map(({ key, value }) => [key, value]))
    const sure = new Set<string>(fields.filter((field) => field.sure).map(({ key }) => key))
    for (const [key, judge] of Object.entries(judges)) add(sums, key, judge(read, contract), sure.has(key))
    add(sums, 'parties', judgeParties(parties, contract), false)
  }
  return sums
}

function add(sums: Sums, key: string, score: Score | undefined, isSure: boolean): void {
  if (score === undefined) return
  const sum = sums.get(key) ?? { right: 0, found: 0, wanted: 0, sureFound: 0, sureRight: 0 }
  sum.right += score.right
  sum.found += score.found
  sum.wanted += score.wanted
  if (isSure) {
    sum.sureFound += score.found
    sum.sureRight += score.right
  }
  sums.set(key, sum)
}

type ClauseScores = ReturnType<typeof scoreClauses>

/**
 * Clause types on the held-out part, by a model that has seen the development part only (the stored one has seen both): of samples by
 * themselves, and as they are read in their contracts.
 */
export function measureClauses(contracts: readonly LabelledContract[]): { alone: ClauseScores; read: ClauseScores } {
  const model = trainModel(trainingSamples(contracts.filter(({ isHeldOut }) => !isHeldOut)))
  const heldOut = contracts.filter(({ isHeldOut }) => isHeldOut)
  return { alone: scoreClauses(clauseSamples(heldOut), tellWith(model)), read: measureReadClauses(heldOut, model) }
}

/** Clause types by the stored model, on what it has been trained on: shows that the file is whole, not how good it is. */
export function measureStoredClauses(contracts: readonly LabelledContract[]): ClauseScores {
  return scoreClauses(clauseSamples(contracts), tellWith(storedModel()))
}

const tellWith =
  (model: Model) =>
  ({ text }: Sample): ModelType[] =>
    typesOf(model, text).map(({ type }) => type)

export const precisionOf = ({ right, found }: Score): number => (found === 0 ? 1 : right / found)
export const recallOf = ({ right, wanted }: Score): number => (wanted === 0 ? 1 : right / wanted)
export const f1Of = ({ right, found, wanted }: Score): number => (found + wanted === 0 ? 1 : (2 * right) / (found + wanted))
