// How many facts lie in a range, about: for plans only, so it may be wrong, and what was told a moment ago is good enough.
import { type Model, trusted } from 'mongoose'
import type { FactRange } from '../../contracts/filter/fact-ranges.ts'
import type { FactRow } from '../projections/fact-rows.ts'

/** `most`: where there are more than that, how many more says nothing. */
export type SizeOf = (facts: Model<FactRow>, range: FactRange, among: { shelves: number; most: number }) => Promise<number>

type Told = { size: Promise<number>; times: number }

/** So many ranges are remembered, each so many times before it is looked at again, and not beyond the next shelf. */
const mostRemembered = 500
const mostTimes = 40

export const createSizes = (): SizeOf => {
  const told = new Map<string, Told>()
  return (facts, range, among) => {
    const key = `${among.shelves}|${range.from}|${range.to}`
    const before = told.get(key)
    const now =
      before && before.times < mostTimes ? { ...before, times: before.times + 1 } : { size: sample(facts, range, among), times: 0 }
    told.delete(key)
    told.set(key, now)
    // Whoever asks is told of a failure, and the next one looks again.
    now.size.catch(() => told.delete(key))
    if (told.size > mostRemembered) told.delete(told.keys().next().value ?? '')
    return now.size
  }
}

export const filterOf = ({ from, to }: FactRange): { fact: unknown } => ({ fact: from === to ? from : trusted({ $gte: from, $lte: to }) })

/**
 * Told from two shelves; nothing is counted where there are no more shelves than that. A range is told from one, because servers go through
 * all that lies in it, however few are wanted; what lies besides a kind's values is little and not counted.
 */
const sample = async (facts: Model<FactRow>, range: FactRange, { shelves, most }: { shelves: number; most: number }): Promise<number> => {
  const isOne = range.from === range.to
  if (shelves <= 2 || (isOne && range.from.endsWith(':'))) return 0
  const limit = Math.ceil(most / shelves) + 1
  const sampled = isOne ? [shelves - 2, Math.floor((shelves - 2) / 2)] : [shelves - 2]
  const counts = sampled.map(async (shelf) => {
    const filter = { shelf, ...filterOf(range) } as never
    return (await facts.find(filter, { _id: 1 }, { limit, batchSize: limit + 1 }).lean()).length
  })
  return ((await Promise.all(counts)).reduce((all, count) => all + count, 0) / sampled.length) * shelves
}
