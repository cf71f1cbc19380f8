// Searching: the one function behind `find`. Words are looked up, never interpreted; what the asker may not see does not exist.
import { type Model, trusted } from 'mongoose'
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { queryWords } from '../contracts/search-words.ts'
import type { Chains } from './chains.ts'
import type { Entries } from './entries.ts'
import { blockOf, type ContractRow, foldedOf } from './projections/contract-rows.ts'
import type { Projections } from './projections/project.ts'
import { type Match, matches } from './search/matches.ts'
import { passageOf } from './search/passages.ts'
import { readPlace, spell } from './search/place-in-list.ts'
import { readPostings } from './search/postings.ts'
import type { Sought } from './search/sought.ts'
import type { ContractStore, Count, Query } from './store.ts'
import type { ReaderFor } from './talk-reader.ts'
import { visibleTo } from './visible-to.ts'

type Parts = {
  entries: Entries
  chains: Chains
  projections: Projections
  readerFor: ReaderFor
  textOf: (sha256: string) => Promise<string | undefined>
  newest: () => Promise<number>
  zone: string
}

const mostCounted = 1_000

/** @throws Refusal for more than 256 characters of words, and for a place in the list that nobody was given */
export const createFind = (parts: Parts): ContractStore['find'] => {
  const { projections, readerFor } = parts
  return async (person, query, { after, limit }) => {
    const visible = visibleTo(person)
    const words = queryWords(query.words)
    const from = after === undefined ? undefined : readPlace(after)
    // Nothing that could be compared was typed: that stands nowhere.
    if (query.words.length > 0 && words.length === 0) return { items: [], count: { number: 0, atLeast: false }, next: undefined }
    const sought = await soughtFor(parts, person, words, query)
    const found = matches({ contracts: projections.contracts, readerFor }, sought, from?.place)
    const first = await take(found, from ? limit + 1 : Math.max(mostCounted, limit) + 1)
    const page = first.slice(0, limit)
    const count = from?.count ?? countOf(first.length)
    const last = first.length > limit ? page.at(-1) : undefined
    const contracts = await statesOf(parts, page)
    const hits = page.map(async (match) => {
      const contract = contracts.get(match.contract)
      if (!contract || !visible.may(contract)) return []
      return [{ contract, passage: await passageOf({ ...parts, talk: projections.talk }, contract, match, words) }]
    })
    return { items: (await Promise.all(hits)).flat(), count, next: last && spell(last, count) }
  }
}

const countOf = (found: number): Count => ({ number: Math.min(found, mostCounted), atLeast: found > mostCounted })

const soughtFor = async ({ projections, newest }: Parts, person: Person, words: readonly string[], query: Query): Promise<Sought> => {
  const owner = query.filters.find((filter) => 'value' in filter && filter.field === 'owner' && filter.comparison === '=')
  const last = await newest()
  const postingsOf = (all: readonly string[]) => readPostings(projections, all, blockOf(`C-${Math.max(1, last)}`))
  const [postings, without, owned] = await Promise.all([
    postingsOf(words),
    postingsOf(queryWords(query.without)),
    owner && 'value' in owner ? ownedBy(projections.contracts, owner.value) : undefined,
  ])
  // Only where every word is common the names are looked through by themselves.
  const areCommon = owned === undefined && postings.every(({ whole }) => whole === undefined)
  const inNames = areCommon ? await postingsOf(words.map((word) => `=${word}`)) : []
  return { person, visible: visibleTo(person), words, postings, inNames, without, filters: query.filters, owned, newest: last }
}

const ownedBy = async (contracts: Model<ContractRow>, owner: string): Promise<Set<string>> => {
  const rows = await contracts.find({ owner }, { _id: 1 }).lean<ContractRow[]>()
  return new Set(rows.map(({ _id }) => _id))
}

const take = async (found: AsyncGenerator<Match>, most: number): Promise<Match[]> => {
  const taken: Match[] = []
  for await (const match of found) if (taken.push(match) >= most) break
  return taken
}

/** The contracts of a page as of their last entry: rows that are behind are not believed. */
const statesOf = async ({ entries, chains, projections }: Parts, page: readonly Match[]): Promise<Map<string, Contract>> => {
  if (page.length === 0) return new Map()
  const ids = page.map(({ contract }) => contract)
  const rows = await projections.contracts.find({ _id: trusted({ $in: ids }) }, { seq: 1, state: 1 }).lean<ContractRow[]>()
  const behind = await entries.behind(rows.map(({ _id, seq }) => ({ contract: _id, seq })))
  const states = rows.map(async (row) => (behind.has(row._id) ? (await chains.load(row._id)).folded : foldedOf(row)).contract)
  return new Map((await Promise.all(states)).map((contract) => [contract.id, contract]))
}
