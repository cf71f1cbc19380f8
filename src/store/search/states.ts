// What is told of the contracts of a page: each as of its last entry, with what is in force of it.
import { type Model, trusted } from 'mongoose'
import type { CalendarDate } from '../../contracts/calendar-date.ts'
import type { Chains } from '../chains.ts'
import type { Entries } from '../entries.ts'
import { type ContractRow, foldedOf, memberRowOf } from '../projections/contract-rows.ts'
import type { FactRow } from '../projections/fact-rows.ts'
import { withFamily } from '../projections/family-facts.ts'
import type { Hit } from '../store.ts'
import { valuesInForce } from '../values-in-force.ts'
import type { Visible } from '../visible-to.ts'
import type { Found } from './sought.ts'

type Parts = { entries: Entries; chains: Chains; projections: { contracts: Model<ContractRow>; facts: Model<FactRow> } }
export type State = Omit<Hit, 'passage'>

/** Rows that are behind are not believed; nor is one that moved on since it was matched, which is read to its end. */
export const statesOf = async (
  parts: Parts,
  page: readonly Found[],
  visible: Visible,
  day: CalendarDate | undefined,
): Promise<Map<string, State>> => {
  if (page.length === 0) return new Map()
  const [rows, behind, related] = await Promise.all([
    rowsOf(parts.projections.contracts, page),
    parts.entries.behind(page),
    day === undefined ? new Set<string>() : relatedIn(parts.projections.facts, page),
  ])
  const states = await Promise.all(
    rows.map(async (row) => (behind.has(row._id) ? (await parts.chains.load(row._id)).folded : foldedOf(row)).contract),
  )
  const members = states.map(memberRowOf)
  const inForce = await valuesInForce(parts.projections, visible, members, { day, related: related.union(behind) })
  return new Map(states.map((contract, index) => [contract.id, { contract, ...inForce(members[index] ?? memberRowOf(contract)) }]))
}

type Row = Pick<ContractRow, '_id' | 'state'>

const rowsOf = async (contracts: Model<ContractRow>, page: readonly Found[]): Promise<Row[]> => {
  const read = page.flatMap(({ contract, state }) => (state === undefined ? [] : [{ _id: contract, state }]))
  const unread = page.flatMap(({ contract, state }) => (state === undefined ? [contract] : []))
  if (unread.length === 0) return read
  return [
    ...read,
    ...(await contracts.find({ _id: trusted({ $in: unread }) }, { state: 1 }, { batchSize: unread.length + 1 }).lean<Row[]>()),
  ]
}

const relatedIn = async (facts: Model<FactRow>, page: readonly Found[]): Promise<Set<string>> => {
  const known = page.flatMap(({ contract, isRelated }) => (isRelated ? [contract] : []))
  const unknown = page.flatMap(({ contract, isRelated }) => (isRelated === undefined ? [contract] : []))
  return unknown.length === 0 ? new Set(known) : (await withFamily(facts, unknown)).union(new Set(known))
}
