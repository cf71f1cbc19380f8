// Families of contracts: each as of its last entry, starting from who asks.
import type { Model } from 'mongoose'
import type { Contract } from '../contracts/contract.ts'
import type { Chains } from './chains.ts'
import type { Entries } from './entries.ts'
import type { FamilyStore } from './family-store.ts'
import { bearing, type FamilyItem, type ReadItems, together, walk } from './family-walk.ts'
import { type ContractRow, foldedOf } from './projections/contract-rows.ts'
import { readRows } from './read-rows.ts'
import { type Visible, visibleTo } from './visible-to.ts'

type Parts = { contracts: Model<ContractRow>; entries: Entries; chains: Chains }
type Item = FamilyItem & { contract: Contract }

/** A master of several hundred orders is told in part; what bears on one contract is never that much. */
const mostMembers = 200

export const createFamilies = (parts: Parts): FamilyStore => ({
  async bearing(person, contract) {
    const found = await walk([itemOf(contract)], bearing, readerOf(parts, visibleTo(person)))
    return [...found.values()].map((item) => item.contract)
  },
  async members(person, contract) {
    const found = await walk([itemOf(contract)], together, readerOf(parts, visibleTo(person), mostMembers + 1), mostMembers)
    const contracts = [...found.values()].map((item) => item.contract)
    return { contracts: contracts.slice(0, mostMembers), more: contracts.length > mostMembers }
  },
})

const itemOf = (contract: Contract): Item => ({ id: contract.id, links: contract.family, contract })

const readerOf =
  (parts: Parts, visible: Visible, most?: number): ReadItems<Item> =>
  async (ids, words) => {
    const rows = (await readRows(parts.contracts, ids, words, { seq: 1, state: 1 }, most)) as Row[]
    return (await statesOf(parts, rows)).filter((contract) => visible.may(contract)).map(itemOf)
  }

type Row = Pick<ContractRow, '_id' | 'seq' | 'state'>

/** As of their last entries: rows that are behind are not believed. */
const statesOf = async ({ entries, chains }: Parts, rows: readonly Row[]): Promise<Contract[]> => {
  const behind = await entries.behind(rows.map(({ _id, seq }) => ({ contract: _id, seq })))
  return Promise.all(rows.map(async (row) => (behind.has(row._id) ? (await chains.load(row._id)).folded : foldedOf(row)).contract))
}
