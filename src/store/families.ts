// Families of contracts: found over the rows of what belongs to what, each as of its last entry, starting from who asks.
import { type Model, trusted } from 'mongoose'
import type { Contract } from '../contracts/contract.ts'
import type { Chains } from './chains.ts'
import type { Entries } from './entries.ts'
import type { FamilyStore } from './family-store.ts'
import { type Belonging, belongingTo, type ContractRow, foldedOf } from './projections/contract-rows.ts'
import { type Visible, visibleTo } from './visible-to.ts'

type Parts = { contracts: Model<ContractRow>; entries: Entries; chains: Chains }

/** A master of several hundred orders is told in part; what bears on one contract is never that much. */
const mostMembers = 200

export const createFamilies = (parts: Parts): FamilyStore => ({
  async bearing(person, contract) {
    const walk = startWalk(parts, visibleTo(person), contract)
    while (walk.open.length > 0) await step(walk, upTo(walk.open), ['changes', 'annex'])
    return [...walk.found.values()]
  },
  async members(person, contract) {
    const walk = startWalk(parts, visibleTo(person), contract)
    while (walk.open.length > 0 && walk.found.size <= mostMembers) await step(walk, allAbove(walk.open), ['changes', 'under'])
    const contracts = [...walk.found.values()]
    return { contracts: contracts.slice(0, mostMembers), more: contracts.length > mostMembers }
  },
})

type Walk = { parts: Parts; visible: Visible; found: Map<string, Contract>; seen: Set<string>; open: Contract[] }

const startWalk = (parts: Parts, visible: Visible, contract: Contract): Walk => ({
  ...{ parts, visible, open: [contract] },
  found: new Map([[contract.id, contract]]),
  seen: new Set([contract.id]),
})

const allAbove = (open: readonly Contract[]): string[] => open.flatMap(({ family }) => family.map(({ parent }) => parent))
/** What something amends has no bearing on it; its master has. */
const upTo = (open: readonly Contract[]): string[] =>
  open.flatMap(({ family }) => family.flatMap(({ parent, relation }) => (relation === 'under' ? [parent] : [])))

/** One step from those that were reached last, in all directions; each contract is reached once. */
const step = async (walk: Walk, above: readonly string[], below: readonly Belonging[]): Promise<void> => {
  const { parts, visible, open, seen } = walk
  const words = open.flatMap(({ id }) => belongingTo(id, ...below))
  const [named, belonging] = await Promise.all([
    rowsNamed(
      parts,
      above.filter((id) => !seen.has(id)),
    ),
    rowsBelonging(parts, words),
  ])
  const fresh = [...new Map([...named, ...belonging].filter(({ _id }) => !seen.has(_id)).map((row) => [row._id, row])).values()]
  for (const { _id } of fresh) seen.add(_id)
  const reached = (await statesOf(parts, fresh)).filter((contract) => visible.may(contract))
  for (const contract of reached) walk.found.set(contract.id, contract)
  walk.open = reached
}

type Row = Pick<ContractRow, '_id' | 'seq' | 'state'>
const fields = { seq: 1, state: 1 }

const rowsNamed = async ({ contracts }: Parts, ids: readonly string[]): Promise<Row[]> =>
  ids.length === 0 ? [] : contracts.find({ _id: trusted({ $in: [...ids] }) }, fields).lean<Row[]>()

const rowsBelonging = async ({ contracts }: Parts, words: readonly string[]): Promise<Row[]> => {
  const lists = words.map((word) => contracts.find({ belongs: word }, fields, { limit: mostMembers + 1 }).lean<Row[]>())
  return (await Promise.all(lists)).flat()
}

/** As of their last entries: rows that are behind are not believed. */
const statesOf = async ({ entries, chains }: Parts, rows: readonly Row[]): Promise<Contract[]> => {
  const behind = await entries.behind(rows.map(({ _id, seq }) => ({ contract: _id, seq })))
  return Promise.all(rows.map(async (row) => (behind.has(row._id) ? (await chains.load(row._id)).folded : foldedOf(row)).contract))
}
