// What is looked for, and which contracts of a portion match it for the person who looks.
import { type Model, trusted } from 'mongoose'
import type { CalendarDate } from '../../contracts/calendar-date.ts'
import { type Condition, fieldsIn } from '../../contracts/filter/condition.ts'
import { holds } from '../../contracts/filter/evaluate.ts'
import type { Person } from '../../contracts/identity.ts'
import { queryWords } from '../../contracts/search-words.ts'
import { maySeeMessage } from '../../contracts/visible-talk.ts'
import { type ContractRow, numberOf } from '../projections/contract-rows.ts'
import type { FactRow } from '../projections/fact-rows.ts'
import { memberFields, withFamily } from '../projections/family-facts.ts'
import type { ReaderFor } from '../talk-reader.ts'
import { alternativesOf, asksFamilies, type MemberRow, valuesInForce } from '../values-in-force.ts'
import { mayRead, type Visible } from '../visible-to.ts'
import type { Lookup } from './plans.ts'
import type { Portion, Postings, Standing, Standings } from './postings.ts'

export type Sought = {
  person: Person
  visible: Visible
  words: readonly string[]
  /** Where the words stand; `inNames` the same for names alone. */
  postings: readonly Postings[]
  inNames: readonly Postings[]
  without: readonly Postings[]
  where: Condition | undefined
  /** Where each word stands that the condition asks for. */
  within: ReadonlyMap<string, Postings>
  /** What an index says of the condition. */
  lookup: Lookup | undefined
  /** The day on which values are compared. */
  day: CalendarDate | undefined
  /** The field whose day is to be told of each that matches. */
  by: string | undefined
  newest: number
  /** Of so few contracts that may match, all is read at once that is told of those that do. */
  few: number
}
export type Parts = { contracts: Model<ContractRow>; facts: Model<FactRow>; readerFor: ReaderFor }

/**
 * Where the words of the query stand in a contract that matches; of talk, what the asker may read. `seq` and `state` are those of its row;
 * `isRelated`: whether others bear on it. Neither state nor family is there where it was not read on the way.
 */
export type Found = {
  contract: string
  number: number
  standings: Standing[]
  seq: number
  state?: string
  isRelated?: boolean
  /** The day that was asked to be told. */
  day?: CalendarDate
}

type Row = MemberRow & Pick<ContractRow, 'widened' | 'seq'> & Partial<Pick<ContractRow, 'state'>>
const fields = { ...memberFields, widened: 1, seq: 1 } as const

/** The contracts of a portion in which all words stand that are looked up in `postings`, without those that are not wanted. */
export const matchesIn = async (parts: Parts, sought: Sought, portion: Portion, postings: readonly Postings[]): Promise<Found[]> => {
  const { visible, without } = sought
  const standings = await Promise.all(postings.map((word) => word.among(portion)))
  const worded = postings.length > 0 ? inAll(standings, portion) : undefined
  const { rows, related } = await rowsOf(parts, sought, worded && 'contracts' in portion ? { contracts: worded } : portion)
  const wanted = worded && new Set(worded)
  const visibleRows = rows.filter((row) => (wanted?.has(row._id) ?? true) && mayRead(visible, row.access))
  const seen = await fitting(parts, sought, visibleRows, related)
  if (seen.length === 0) return []
  const unwanted = await Promise.all(without.map((word) => word.among({ contracts: seen.map(({ _id }) => _id) })))
  const readable = await readableFor(parts, sought, seen, [...standings, ...unwanted])
  return seen
    .map(({ _id, seq, state, day }) => ({
      ...{ contract: _id, number: numberOf(_id), standings: standings.map((one) => readable(one.get(_id))), seq },
      ...(state !== undefined && { state }),
      ...(related && { isRelated: related.has(_id) }),
      ...(day !== undefined && { day }),
    }))
    .filter((match) => match.standings.every(stands) && !unwanted.some((one) => stands(readable(one.get(match.contract)))))
}

const inAll = (standings: readonly Standings[], portion: Portion): string[] => {
  const [fewest, ...others] = [...standings].sort((one, other) => one.size - other.size)
  const among = 'contracts' in portion ? portion.contracts : [...(fewest?.keys() ?? [])]
  const all = 'contracts' in portion ? standings : others
  return among.filter((contract) => all.every((other) => other.has(contract)))
}

type Rows = { rows: Row[]; related?: Set<string> }

/** The rows of a portion, and where it will be asked for which of them have a family. */
const rowsOf = async ({ contracts, facts }: Parts, { day, where, few }: Sought, portion: Portion): Promise<Rows> => {
  if ('block' in portion) return { rows: await contracts.find({ block: portion.block }, fields).lean<Row[]>() }
  const ids = [...portion.contracts]
  if (ids.length === 0) return { rows: [] }
  const areFew = ids.length <= few
  const wanted = areFew ? { ...fields, state: 1 as const } : fields
  const [rows, related] = await Promise.all([
    contracts.find({ _id: trusted({ $in: ids }) }, wanted, { batchSize: ids.length + 1 }).lean<Row[]>(),
    (areFew || where) && asksFamilies(day, areFew || !where ? undefined : fieldsIn(where)) ? withFamily(facts, ids) : undefined,
  ])
  return { rows, ...(related && { related }) }
}

/** Those for which the condition holds, with the day that shall be told; words in it are looked up only where it has any. */
const fitting = async (
  parts: Parts,
  sought: Sought,
  rows: readonly Row[],
  related: ReadonlySet<string> | undefined,
): Promise<readonly (Row & Pick<Found, 'day'>)[]> => {
  const { where, day, visible, by } = sought
  if (where === undefined || rows.length === 0) return rows
  const [hasWord, inForce] = await Promise.all([
    wordsWithin(parts, sought, rows),
    valuesInForce(parts, visible, rows, { day, fields: fieldsIn(where), related }),
  ])
  return rows.flatMap((row) => {
    const values = alternativesOf(inForce(row)).find((one) => holds(where, one, (words) => hasWord(row._id, words)))
    const told = by === undefined ? undefined : values?.[by]
    return values === undefined ? [] : [{ ...row, ...(typeof told === 'string' && { day: told }) }]
  })
}

/** Tells whether words stand in one of these contracts, as far as this person may read it. Words with nothing to compare stand nowhere. */
const wordsWithin = async (
  parts: Parts,
  sought: Sought,
  rows: readonly Row[],
): Promise<(contract: string, words: readonly string[]) => boolean> => {
  if (sought.within.size === 0) return () => false
  const contracts = rows.map(({ _id }) => _id)
  const found = await Promise.all([...sought.within].map(async ([word, postings]) => [word, await postings.among({ contracts })] as const))
  const standings = new Map(found)
  const readable = await readableFor(parts, sought, rows, [...standings.values()])
  return (contract, words) => {
    const folded = queryWords(words)
    return folded.length > 0 && folded.every((word) => stands(readable(standings.get(word)?.get(contract))))
  }
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
