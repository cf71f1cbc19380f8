// What is looked for, and which contracts of a portion match it for the person who looks.
import { type Model, trusted } from 'mongoose'
import type { FieldValues } from '../../contracts/contract.ts'
import type { Person } from '../../contracts/identity.ts'
import { maySeeMessage } from '../../contracts/visible-talk.ts'
import { type ContractRow, numberOf } from '../projections/contract-rows.ts'
import type { Filter } from '../store.ts'
import type { ReaderFor } from '../talk-reader.ts'
import { mayRead, type Visible } from '../visible-to.ts'
import { fits } from './field-filters.ts'
import type { Portion, Postings, Standing, Standings } from './postings.ts'

/** `owned`: only these contracts can match at all. */
export type Sought = {
  person: Person
  visible: Visible
  words: readonly string[]
  /** Where the words stand; `inNames` the same for names alone. */
  postings: readonly Postings[]
  inNames: readonly Postings[]
  without: readonly Postings[]
  filters: readonly Filter[]
  owned: ReadonlySet<string> | undefined
  newest: number
}
export type Parts = { contracts: Model<ContractRow>; readerFor: ReaderFor }

/** Where the words of the query stand in a contract that matches; of talk, what the asker may read. */
export type Found = { contract: string; number: number; standings: Standing[] }

type Row = Pick<ContractRow, '_id' | 'access' | 'values' | 'widened'>
const fields = { access: 1, values: 1, widened: 1 }

/** The contracts of a portion in which all words stand that are looked up in `postings`, without those that are not wanted. */
export const matchesIn = async (parts: Parts, sought: Sought, portion: Portion, postings: readonly Postings[]): Promise<Found[]> => {
  const { visible, filters, without } = sought
  const standings = await Promise.all(postings.map((word) => word.among(portion)))
  const worded = postings.length > 0 ? inAll(standings, portion) : undefined
  const rows = await rowsOf(parts.contracts, worded && 'contracts' in portion ? { contracts: worded } : portion)
  const wanted = worded && new Set(worded)
  const seen = rows.filter((row) => (wanted?.has(row._id) ?? true) && mayRead(visible, row.access) && fitsAll(row, filters))
  if (seen.length === 0) return []
  const unwanted = await Promise.all(without.map((word) => word.among({ contracts: seen.map(({ _id }) => _id) })))
  const readable = await readableFor(parts, sought, seen, [...standings, ...unwanted])
  return seen
    .map(({ _id }) => ({ contract: _id, number: numberOf(_id), standings: standings.map((one) => readable(one.get(_id))) }))
    .filter((match) => match.standings.every(stands) && !unwanted.some((one) => stands(readable(one.get(match.contract)))))
}

const inAll = (standings: readonly Standings[], portion: Portion): string[] => {
  const [fewest, ...others] = [...standings].sort((one, other) => one.size - other.size)
  const among = 'contracts' in portion ? portion.contracts : [...(fewest?.keys() ?? [])]
  const all = 'contracts' in portion ? standings : others
  return among.filter((contract) => all.every((other) => other.has(contract)))
}

const rowsOf = async (contracts: Model<ContractRow>, portion: Portion): Promise<Row[]> => {
  if ('block' in portion) return contracts.find({ block: portion.block }, fields).lean<Row[]>()
  if (portion.contracts.length === 0) return []
  return contracts.find({ _id: trusted({ $in: [...portion.contracts] }) }, fields).lean<Row[]>()
}

const fitsAll = (row: Row, filters: readonly Filter[]): boolean => {
  if (filters.length === 0) return true
  const values = JSON.parse(row.values) as Partial<FieldValues>
  return filters.every((filter) => fits(values, filter))
}

const stands = ({ sources, talk }: Standing): boolean => sources.length > 0 || talk.length > 0

/** Leaves of a standing what this person may read. */
const readableFor = async (
  { readerFor }: Parts,
  { person }: Sought,
  seen: readonly Row[],
  standings: readonly Standings[],
): Promise<(standing: Standing | undefined) => Standing> => {
  const widened = new Map(seen.map((row) => [row._id, row.widened]))
  const talk = standings.flatMap((one) => seen.flatMap(({ _id }) => one.get(_id)?.talk ?? []))
  const reader = await readerFor(person, talk, (contract) => widened.get(contract) ?? [])
  return (standing) => ({
    sources: standing?.sources ?? [],
    names: standing?.names,
    talk: (standing?.talk ?? []).filter((said) => maySeeMessage(reader, said, said.conversation)),
  })
}
