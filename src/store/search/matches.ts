// Which contracts match a query, for one person: block of contracts by block, newest first, names before the rest.
import type { Model } from 'mongoose'
import { trusted } from 'mongoose'
import type { FieldValues } from '../../contracts/contract.ts'
import type { Person } from '../../contracts/identity.ts'
import { maySeeMessage } from '../../contracts/visible-talk.ts'
import { blockOf, type ContractRow, numberOf } from '../projections/contract-rows.ts'
import type { Filter } from '../store.ts'
import type { ReaderFor } from '../talk-reader.ts'
import { mayRead, type Visible } from '../visible-to.ts'
import { fits } from './field-filters.ts'
import type { Place } from './place-in-list.ts'
import type { Postings, Standing, Standings } from './postings.ts'

/** Where the words of the query stand in a contract that matches; talk is what the asker may read. */
export type Match = Place & { contract: string; standings: Standing[] }

/** What is looked for, and for whom. `owned`: only these contracts can match at all. */
export type Sought = {
  person: Person
  visible: Visible
  words: readonly Postings[]
  /** The same words in names. */
  inNames: readonly Postings[]
  without: readonly Postings[]
  filters: readonly Filter[]
  owned: ReadonlySet<string> | undefined
  newest: number
}
type Parts = { contracts: Model<ContractRow>; readerFor: ReaderFor }

/** All that match, best first, from a place on. */
export async function* matches(parts: Parts, sought: Sought, after: Place | undefined): AsyncGenerator<Match> {
  if (sought.words.length > 0 && after?.rank !== 'other') yield* ranked(parts, sought, 'name', after?.number)
  yield* ranked(parts, sought, 'other', after?.rank === 'other' ? after.number : undefined)
}

async function* ranked(parts: Parts, sought: Sought, rank: Place['rank'], below = Number.POSITIVE_INFINITY): AsyncGenerator<Match> {
  const words = rank === 'name' ? sought.inNames : sought.words
  for (const block of blocksOf(sought, words)) {
    if (block > blockOf(`C-${Math.min(below, 999_999_999)}`)) continue
    const found = await matchesInBlock(parts, sought, words, block)
    const named = rank === 'other' && sought.words.length > 0 ? await together(sought.inNames, block) : new Set<string>()
    for (const match of found.sort((one, other) => other.number - one.number)) {
      if (match.number < below && !named.has(match.contract)) yield { ...match, rank }
    }
  }
}

/** The blocks to look into, newest first: those of the rarest words where there are such, else all. */
const blocksOf = ({ owned, newest }: Sought, words: readonly Postings[]): number[] => {
  const known = words.flatMap(({ blocks }) => (blocks ? [new Set(blocks)] : []))
  if (owned) known.push(new Set([...owned].map(blockOf)))
  const [first, ...others] = known
  const all = first ? [...first].filter((block) => others.every((other) => other.has(block))) : countTo(blockOf(`C-${newest}`))
  return all.filter((block) => block >= 0).sort((one, other) => other - one)
}

const countTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, index) => index)

const intersection = (all: readonly Standings[]): string[] => {
  const [fewest, ...others] = [...all].sort((one, other) => one.size - other.size)
  return [...(fewest?.keys() ?? [])].filter((contract) => others.every((other) => other.has(contract)))
}

const together = async (words: readonly Postings[], block: number): Promise<Set<string>> =>
  new Set(intersection(await Promise.all(words.map((word) => word.inBlock(block)))))

type Row = Pick<ContractRow, '_id' | 'access' | 'values' | 'widened'>
const fields = { access: 1, values: 1, widened: 1 }
/** Up to so many contracts are read by name, more of them with their whole block. */
const fewContracts = 20

const rowsOf = async (contracts: Model<ContractRow>, block: number, wanted: ReadonlySet<string> | undefined): Promise<Row[]> => {
  if (!wanted || wanted.size > fewContracts) {
    const rows = await contracts.find({ block }, fields).lean<Row[]>()
    return wanted ? rows.filter((row) => wanted.has(row._id)) : rows
  }
  return wanted.size === 0 ? [] : contracts.find({ _id: trusted({ $in: [...wanted] }) }, fields).lean<Row[]>()
}

const matchesInBlock = async (
  { contracts, readerFor }: Parts,
  { person, visible, without, filters, owned }: Sought,
  words: readonly Postings[],
  block: number,
): Promise<Omit<Match, 'rank'>[]> => {
  const standings = await Promise.all(words.map((word) => word.inBlock(block)))
  const inBlock = owned && new Set([...owned].filter((contract) => blockOf(contract) === block))
  const worded = words.length > 0 ? intersection(standings).filter((contract) => inBlock?.has(contract) ?? true) : undefined
  const rows = await rowsOf(contracts, block, worded ? new Set(worded) : inBlock)
  const seen = rows.filter((row) => mayRead(visible, row.access) && fitsAll(row, filters))
  if (seen.length === 0) return []
  const unwanted = await Promise.all(without.map((word) => word.inBlock(block)))
  const widened = new Map(seen.map((row) => [row._id, row.widened]))
  const talk = [...standings, ...unwanted].flatMap((one) => seen.flatMap(({ _id }) => one.get(_id)?.talk ?? []))
  const reader = await readerFor(person, talk, (contract) => widened.get(contract) ?? [])
  const readable = (standing: Standing | undefined): Standing => ({
    sources: standing?.sources ?? [],
    talk: (standing?.talk ?? []).filter((said) => maySeeMessage(reader, said, said.conversation)),
  })
  return seen
    .map(({ _id }) => ({ contract: _id, number: numberOf(_id), standings: standings.map((one) => readable(one.get(_id))) }))
    .filter((match) => match.standings.every(stands) && !unwanted.some((one) => stands(readable(one.get(match.contract)))))
}

const stands = ({ sources, talk }: Standing): boolean => sources.length > 0 || talk.length > 0

const fitsAll = (row: Row, filters: readonly Filter[]): boolean => {
  if (filters.length === 0) return true
  const values = JSON.parse(row.values) as Partial<FieldValues>
  return filters.every((filter) => fits(values, filter))
}
