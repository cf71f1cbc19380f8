// How a condition is looked up: which of the tests that must hold an index serves, which of them is rare, and which shelf by shelf.
import { type Model, trusted } from 'mongoose'
import { type Condition, conjunctsOf, isField } from '../../contracts/filter/condition.ts'
import { type FactRange, rangesOf } from '../../contracts/filter/fact-ranges.ts'
import { type FactRow, shelfOf } from '../projections/fact-rows.ts'

/** A contract that fits has a fact in one of these ranges. */
export type Plan = readonly FactRange[]

/** `contracts`: no other can match. `common`: more than can be read at once, to be gone through from the newest shelf on. */
export type Lookup = { contracts: ReadonlySet<string> } | { common: Plan }

/** So many facts are read at once; of a plan that has more, shelf after shelf is. */
const mostAtOnce = 2_000
/** A fact is so many times cheaper to read than a contract is to look at, so a second plan pays while it is no longer than that. */
const worthReading = 5

/** What an index tells of the condition; undefined where every contract must be looked at. `newest` is the last number given. */
export const lookUp = async ({ facts }: { facts: Model<FactRow> }, condition: Condition, newest: number): Promise<Lookup | undefined> => {
  const plans = conjunctsOf(condition).flatMap((one) => [planOf(one) ?? []].filter((plan) => plan.length > 0))
  const shelves = shelfOf(`C-${Math.max(1, newest)}`) + 1
  const sized = await Promise.all(plans.map(async (plan) => ({ plan, size: await sizeOf(facts, plan, shelves) })))
  const [smallest, ...others] = sized.sort((one, other) => one.size - other.size)
  if (smallest === undefined) return undefined
  if (smallest.size > mostAtOnce) return { common: smallest.plan }
  const second = others.filter(({ size }) => size <= Math.max(1, smallest.size) * worthReading).map(({ plan }) => plan)
  const [first, ...more] = await Promise.all([smallest.plan, ...second].map((plan) => contractsOf(facts, plan)))
  if (first === undefined) return { common: smallest.plan }
  const whole = more.filter((one) => one !== undefined)
  return { contracts: new Set([...first].filter((contract) => whole.every((one) => one.has(contract)))) }
}

/** Tests that must all hold have the plan of any one of them; of those of which one must, each needs a plan. */
const planOf = (condition: Condition): Plan | undefined => {
  if ('any' in condition) {
    const plans = condition.any.map(planOf)
    return plans.every((plan) => plan !== undefined) ? plans.flat() : undefined
  }
  if ('all' in condition) return condition.all.map(planOf).find((plan) => plan !== undefined)
  return isField(condition) ? rangesOf(condition) : undefined
}

const filterOf = ({ from, to }: FactRange): { fact: unknown } => ({ fact: from === to ? from : trusted({ $gte: from, $lte: to }) })

/**
 * About how many rows there are, told from two shelves; nothing is counted where there are no more shelves than that. A range is told from
 * one, because servers go through all that lies in it, however few are wanted; what lies besides a kind's values is little and not counted.
 */
const sizeOf = async (facts: Model<FactRow>, plan: Plan, shelves: number): Promise<number> => {
  if (shelves <= 2) return 0
  const limit = Math.ceil(mostAtOnce / shelves) + 1
  const sizes = plan.filter(isOfValues).map(async (range) => {
    const sampled = range.from === range.to ? [shelves - 2, Math.floor((shelves - 2) / 2)] : [shelves - 2]
    const counts = await Promise.all(
      sampled.map(
        async (shelf) => (await facts.find({ shelf, ...filterOf(range) } as never, { _id: 1 }, { limit, batchSize: limit }).lean()).length,
      ),
    )
    return (sum(counts) / sampled.length) * shelves
  })
  return sum(await Promise.all(sizes))
}

const isOfValues = ({ from, to }: FactRange): boolean => from !== to || !from.endsWith(':')
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** All contracts that have such a fact; undefined where the sample was deceiving and there are too many. */
const contractsOf = async (facts: Model<FactRow>, plan: Plan): Promise<Set<string> | undefined> => {
  const limit = mostAtOnce * 2
  const rows = await Promise.all(plan.map((range) => contractsIn(facts, filterOf(range), limit)))
  return rows.some((some) => some.length >= limit) ? undefined : new Set(rows.flat().map(({ contract }) => contract))
}

/** The contracts of one shelf that have such a fact. */
export const contractsOfShelf = async (facts: Model<FactRow>, plan: Plan, shelf: number): Promise<string[]> => {
  const rows = await Promise.all(plan.map((range) => contractsIn(facts, { shelf, ...filterOf(range) })))
  return [...new Set(rows.flat().map(({ contract }) => contract))]
}

/** In one reply, as large as it may get. */
const contractsIn = (facts: Model<FactRow>, filter: object, limit?: number): Promise<Pick<FactRow, 'contract'>[]> =>
  facts
    .find(filter as never, { _id: 0, contract: 1 }, { batchSize: mostAtOnce * 2, ...(limit !== undefined && { limit }) })
    .lean<Pick<FactRow, 'contract'>[]>()
