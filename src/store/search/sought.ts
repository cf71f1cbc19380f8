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
import { memberFields } from '../projections/family-facts.ts'
import type { ReaderFor } from '../talk-reader.ts'
import { alternativesOf, type MemberRow, valuesInForce } from '../values-in-force.ts'
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
  newest: number
}
export type Parts = { contracts: Model<ContractRow>; facts: Model<FactRow>; readerFor: ReaderFor }

/** Where the words of the query stand in a contract that matches; of talk, what the asker may read. */
export type Found = { contract: string; number: number; standings: Standing[] /** Of its row. */; seq: number }

type Row = MemberRow & Pick<ContractRow, 'widened' | 'seq'>
const fields = { ...memberFields, widened: 1, seq: 1 } as const

/** The contracts of a portion in which all words stand that are looked up in `postings`, without those that are not wanted. */
export const matchesIn = async (parts: Parts, sought: Sought, portion: Portion, postings: readonly Postings[]): Promise<Found[]> => {
  const { visible, without } = sought
  const standings = await Promise.all(postings.map((word) => word.among(portion)))
  const worded = postings.length > 0 ? inAll(standings, portion) : undefined
  const rows = await rowsOf(parts.contracts, worded && 'contracts' in portion ? { contracts: worded } : portion)
  const wanted = worded && new Set(worded)
  const seen = await fitting(
    parts,
    sought,
    rows.filter((row) => (wanted?.has(row._id) ?? true) && mayRead(visible, row.access)),
  )
  if (seen.length === 0) return []
  const unwanted = await Promise.all(without.map((word) => word.among({ contracts: seen.map(({ _id }) => _id) })))
  const readable = await readableFor(parts, sought, seen, [...standings, ...unwanted])
  return seen
    .map(({ _id, seq }) => ({ contract: _id, number: numberOf(_id), standings: standings.map((one) => readable(one.get(_id))), seq }))
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

/** Those for which the condition holds; words in it are looked up only where it has any. */
const fitting = async (parts: Parts, sought: Sought, rows: readonly Row[]): Promise<readonly Row[]> => {
  const { where, day, visible } = sought
  if (where === undefined || rows.length === 0) return rows
  const [hasWord, inForce] = await Promise.all([
    wordsWithin(parts, sought, rows),
    valuesInForce(parts, visible, rows, { day, fields: fieldsIn(where) }),
  ])
  return rows.filter((row) => alternativesOf(inForce(row)).some((values) => holds(where, values, (words) => hasWord(row._id, words))))
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
