// Contracts by name as people type it: words, beginnings of words, and what was nearly typed right.
import { WRatio } from 'fuzzball'
import { type Model, trusted } from 'mongoose'
import { nameWords } from '../contracts/company-name.ts'
import { beginning, trigramsOf } from '../contracts/name-tokens.ts'
import type { Chains } from './chains.ts'
import { blockOf, type ContractRow } from './projections/contract-rows.ts'
import type { Projections } from './projections/project.ts'
import type { SearchRow } from './projections/search-rows.ts'
import { isCommon } from './search/common-words.ts'
import type { ContractStore } from './store.ts'
import { mayRead, visibleTo } from './visible-to.ts'

type Parts = { projections: Projections; chains: Chains; newest: () => Promise<number> }
type Candidate = { contract: string; score: number }

const mostTyped = 256
/** Names read for one token. */
const mostNames = 300
const mostRanked = 100
/** Of 100: below, two names have nothing to do with each other. */
const leastScore = 40
/** From here on a name is near enough that nothing farther is looked for. */
const nearScore = 70

/** Best first; a score of 100 is the name itself. */
export const createNamed =
  ({ projections, chains, newest }: Parts): ContractStore['named'] =>
  async (person, typed, limit) => {
    const visible = visibleTo(person)
    const words = [...new Set(nameWords(typed.slice(0, mostTyped)))]
    if (words.length === 0) return []
    const exact = await seen(
      projections.contracts,
      await fitting(projections.search, words, blockOf(`C-${Math.max(1, await newest())}`)),
      visible.access,
    )
    const ranked = exact.length > 0 ? exact : await seen(projections.contracts, await nearest(projections.search, words), visible.access)
    const found = await Promise.all(
      ranked.slice(0, limit).map(async ({ contract, score }) => ({ contract: (await chains.load(contract)).folded.contract, score })),
    )
    return found.filter(({ contract }) => visible.may(contract))
  }

type Names = { contract: string; names: string[] }

const namesWith = async (search: Model<SearchRow>, tokens: readonly string[], most: number): Promise<Names[][]> => {
  const reads = [...new Set(tokens)].map((token) =>
    search.find({ tokens: token }, { contract: 1, names: 1 }, { limit: most }).lean<SearchRow[]>(),
  )
  const lists = await Promise.all(reads)
  return lists.map((list) => list.map(({ contract, names }) => ({ contract, names: JSON.parse(names ?? '[]') as string[] })))
}

/** Names with every word as it was typed so far; where one of the words is rare, the others need not be read at all. */
const fitting = async (search: Model<SearchRow>, words: readonly string[], newest: number): Promise<Candidate[]> => {
  const tokens = words.map(beginning)
  const common = await Promise.all(tokens.map((token) => isCommon(search, token, newest)))
  const telling = tokens.filter((_, index) => !common[index])
  const lists = await namesWith(search, telling.length > 0 ? telling : tokens, mostNames)
  // A list that was cut short says nothing about who is not on it.
  const whole = lists.filter((list) => list.length < mostNames).map((list) => new Set(list.map(({ contract }) => contract)))
  const found = lists.flat().filter(({ contract }) => whole.every((list) => list.has(contract)))
  return scored(
    found.filter(({ names }) => beginsAll(names, words)),
    words,
  )
}

/** Words that were too common to be looked up stand in the names themselves. */
const beginsAll = (names: readonly string[], words: readonly string[]): boolean => {
  const held = names.flatMap(nameWords)
  return words.every((word) => held.some((one) => beginning(one).startsWith(beginning(word))))
}

/** Nothing begins as typed: by shorter beginnings, and by what the words share with names. */
const nearest = async (search: Model<SearchRow>, words: readonly string[]): Promise<Candidate[]> => {
  const shorter = words.flatMap((word) => [word.slice(0, -1), word.slice(0, -2)]).filter((word) => word.length >= 3)
  const begun = scored((await namesWith(search, shorter.map(beginning), mostNames)).flat(), words)
  if ((begun[0]?.score ?? 0) >= nearScore) return begun
  return scored([...(await namesWith(search, words.flatMap(trigramsOf), mostNames)).flat()], words)
}

/** Those that most tokens agree on, scored against what was typed. */
const scored = (found: readonly Names[], words: readonly string[]): Candidate[] => {
  const byContract = [...Map.groupBy(found, ({ contract }) => contract)]
  const best = byContract.sort(([, one], [, other]) => other.length - one.length).slice(0, mostRanked)
  const candidates = best.map(([contract, held]) => ({ contract, score: scoreOf(words, held[0]?.names ?? []) }))
  return candidates.filter(({ score }) => score >= leastScore).sort((one, other) => other.score - one.score)
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
