// Contracts by name as people type it: words, beginnings of words, and what was nearly typed right.
import { WRatio } from 'fuzzball'
import { type Model, trusted } from 'mongoose'
import { nameWords } from '../contracts/company-name.ts'
import { beginning, trigramsOf } from '../contracts/name-tokens.ts'
import type { Chains } from './chains.ts'
import type { ContractRow } from './projections/contract-rows.ts'
import type { Projections } from './projections/project.ts'
import type { SearchRow } from './projections/search-rows.ts'
import type { ContractStore } from './store.ts'
import { mayRead, visibleTo } from './visible-to.ts'

type Parts = { projections: Projections; chains: Chains }
type Candidate = { contract: string; score: number }

const mostTyped = 256
/** Names read for one token; ranked are those that the tokens agree on. */
const mostNames = 300
const mostRanked = 100
/** Of 100: below, two names have nothing to do with each other. */
const leastScore = 40

/** Best first; a score of 100 is the name itself. */
export const createNamed =
  ({ projections, chains }: Parts): ContractStore['named'] =>
  async (person, typed, limit) => {
    const visible = visibleTo(person)
    const words = [...new Set(nameWords(typed.slice(0, mostTyped)))]
    if (words.length === 0) return []
    const exact = await candidates(projections.search, words.map(beginning), words)
    const visibleExact = await seen(projections.contracts, exact, visible.access)
    const ranked =
      visibleExact.length > 0 ? visibleExact : await seen(projections.contracts, await nearest(projections.search, words), visible.access)
    const found = await Promise.all(
      ranked.slice(0, limit).map(async ({ contract, score }) => ({ contract: (await chains.load(contract)).folded.contract, score })),
    )
    return found.filter(({ contract }) => visible.may(contract))
  }

/** The names that hold most of the tokens, scored against what was typed; `all` only those that hold every token. */
const candidates = async (
  search: Model<SearchRow>,
  tokens: readonly string[],
  words: readonly string[],
  all = true,
): Promise<Candidate[]> => {
  const lists = await Promise.all(
    [...new Set(tokens)].map((token) =>
      search.find({ tokens: token }, { contract: 1, names: 1 }, { limit: mostNames }).lean<SearchRow[]>(),
    ),
  )
  const names = new Map(lists.flat().map(({ contract, names }) => [contract, JSON.parse(names ?? '[]') as string[]]))
  const held = new Map<string, number>()
  for (const { contract } of lists.flat()) held.set(contract, (held.get(contract) ?? 0) + 1)
  // A list that was cut short says nothing about who is not on it.
  const whole = all ? lists.filter((list) => list.length < mostNames).map((list) => new Set(list.map(({ contract }) => contract))) : []
  const fitting = [...held].filter(([contract]) => whole.every((list) => list.has(contract)))
  const best = fitting.sort(([, one], [, other]) => other - one).slice(0, mostRanked)
  const scored = best.map(([contract]) => ({ contract, score: scoreOf(words, names.get(contract) ?? []) }))
  return scored.filter(({ score }) => score >= leastScore).sort((one, other) => other.score - one.score)
}

/** Nothing begins as typed: by shorter beginnings, and by what the words share with names. */
const nearest = (search: Model<SearchRow>, words: readonly string[]): Promise<Candidate[]> => {
  const shorter = words.flatMap((word) => [word.slice(0, -1), word.slice(0, -2)]).filter((word) => word.length >= 3)
  return candidates(search, [...shorter.map(beginning), ...words.flatMap(trigramsOf)], words, false)
}

const scoreOf = (words: readonly string[], names: readonly string[]): number =>
  Math.max(0, ...names.map((name) => WRatio(words.join(' '), nameWords(name).join(' '), { full_process: false })))

/** Those whose contract the person may see, in their order. */
const seen = async (contracts: Model<ContractRow>, found: readonly Candidate[], access: readonly string[]): Promise<Candidate[]> => {
  if (found.length === 0) return []
  const ids = found.map(({ contract }) => contract)
  const rows = await contracts.find({ _id: trusted({ $in: ids }) }, { access: 1 }).lean<ContractRow[]>()
  const visible = new Set(rows.filter((row) => mayRead({ access, may: () => false }, row.access)).map(({ _id }) => _id))
  return found.filter(({ contract }) => visible.has(contract))
}
