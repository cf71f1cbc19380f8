// How a condition is looked up: which of the tests that must hold an index serves, which of them is rare, and which shelf by shelf.
import type { Model } from 'mongoose'
import { type Condition, conjunctsOf, isField } from '../../contracts/filter/condition.ts'
import { type FactRange, rangesOf } from '../../contracts/filter/fact-ranges.ts'
import { type FactRow, shelfOf } from '../projections/fact-rows.ts'
import { filterOf, type SizeOf } from './sizes.ts'

/** A contract that fits has a fact in one of these ranges. */
export type Plan = readonly FactRange[]

/** `contracts`: no other can match. `common`: more than can be read at once, to be gone through from the newest shelf on. */
export type Lookup = { contracts: ReadonlySet<string> } | { common: Plan }

/** So many facts are read at once; of a plan that has more, shelf after shelf is. */
const mostAtOnce = 2_000
/** A fact is so many times cheaper to read than a contract is to look at, so a second plan pays while it is no longer than that. */
const worthReading = 5

/** What an index tells of the condition; undefined where every contract must be looked at. `newest` is the last number given. */
export const lookUp = async (
  { facts, sizeOf }: { facts: Model<FactRow>; sizeOf: SizeOf },
  condition: Condition,
  newest: number,
): Promise<Lookup | undefined> => {
  const plans = conjunctsOf(condition).flatMap((one) => [planOf(one) ?? []].filter((plan) => plan.length > 0))
  const shelves = shelfOf(`C-${Math.max(1, newest)}`) + 1
  const among = { shelves, most: mostAtOnce }
  const sized = await Promise.all(
    plans.map(async (plan) => {
      const sizes = await Promise.all(plan.map((range) => sizeOf(facts, range, among)))
      return { plan, size: sizes.reduce((all, size) => all + size, 0) }
    }),
  )
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
