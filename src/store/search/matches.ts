// Which contracts match a query, for one person: names before the rest, and each from the newest to the oldest.

import { searchedWords } from '../../contracts/search-words.ts'
import { blockOf, numberOf } from '../projections/contract-rows.ts'
import { shelfOf } from '../projections/fact-rows.ts'
import type { Place } from './place-in-list.ts'
import { contractsOfShelf } from './plans.ts'
import type { Postings } from './postings.ts'
import { type Found, matchesIn, type Parts, type Sought } from './sought.ts'

export type Match = Place & Found

/** All that match, best first, from a place on. */
export async function* matches(parts: Parts, sought: Sought, after: Place | undefined): AsyncGenerator<Match> {
  const candidates = candidatesOf(sought)
  const { lookup, words } = sought
  if (words.length === 0 && after?.rank !== 'name' && lookup) return yield* inOrder(parts, sought, portionsOf(parts, sought, after?.number))
  if (candidates) return yield* ofCandidates(parts, sought, candidates, after)
  if (words.length > 0 && after?.rank !== 'other') yield* ofBlocks(parts, sought, 'name', after?.number)
  yield* ofBlocks(parts, sought, 'other', after?.rank === 'other' ? after.number : undefined)
}

/** The only contracts that can match, where a word or a value is rare enough. */
const candidatesOf = ({ postings, lookup }: Sought): string[] | undefined => {
  const sets: { has(contract: string): boolean; keys(): Iterable<string> }[] = postings.flatMap(({ whole }) => (whole ? [whole] : []))
  if (lookup && 'contracts' in lookup) sets.push(lookup.contracts)
  const [first, ...others] = sets
  return first && [...first.keys()].filter((contract) => others.every((other) => other.has(contract)) && blockOf(contract) >= 0)
}

const candidatesAtOnce = 256

/** Portions of contracts that may match, from the newest to the oldest: of all that can, or shelf after shelf. */
async function* portionsOf({ facts }: Parts, { lookup, newest }: Sought, below = Number.POSITIVE_INFINITY): AsyncGenerator<string[]> {
  const sorted = (contracts: Iterable<string>) =>
    [...contracts].filter((contract) => numberOf(contract) < below).sort((one, other) => numberOf(other) - numberOf(one))
  if (lookup && 'contracts' in lookup) return yield* portions(sorted(lookup.contracts))
  if (!lookup) return
  const last = Math.min(newest, Number.isFinite(below) ? below : newest)
  for (let shelf = shelfOf(`C-${last}`); shelf >= 0; shelf -= 1)
    yield* portions(sorted(await contractsOfShelf(facts, lookup.common, shelf)))
}

function* portions(contracts: readonly string[]): Generator<string[]> {
  for (let from = 0; from < contracts.length; from += candidatesAtOnce) yield contracts.slice(from, from + candidatesAtOnce)
}

/** Looked at portion by portion, as far as somebody asks for more; the next one is read while one is looked at. */
async function* inOrder(parts: Parts, sought: Sought, from: AsyncGenerator<string[]>): AsyncGenerator<Match> {
  const look = async () => {
    const { value, done } = await from.next()
    return done || value === undefined ? undefined : matchesIn(parts, sought, { contracts: value }, [])
  }
  const waiting = [look(), look()]
  try {
    for (let found = await waiting.shift(); found !== undefined; found = await waiting.shift()) {
      waiting.push(look())
      for (const match of found.sort(newestFirst)) yield { ...match, rank: 'other' }
    }
  } finally {
    // Whoever has enough leaves; what was begun for him ends unseen, well or not.
    void Promise.allSettled(waiting)
  }
}

const newestFirst = (one: { number: number }, other: { number: number }): number => other.number - one.number
/** All of them are looked at before the first is told: there are not many. */
async function* ofCandidates(parts: Parts, sought: Sought, candidates: string[], after: Place | undefined): AsyncGenerator<Match> {
  const found = await Promise.all([...portions(candidates)].map((contracts) => matchesIn(parts, sought, { contracts }, sought.postings)))
  const all = found.flat().map((match): Match => ({ ...match, rank: isNamed(match, sought.words) ? 'name' : 'other' }))
  const ranked = [
    ...all.filter(({ rank }) => rank === 'name').sort(newestFirst),
    ...all.filter(({ rank }) => rank === 'other').sort(newestFirst),
  ]
  for (const match of ranked) if (isBehind(match, after)) yield match
}

const isBehind = (match: Place, after: Place | undefined): boolean =>
  after === undefined || (match.rank === after.rank ? match.number < after.number : after.rank === 'name')

/** Whether the name alone holds all the words. */
const isNamed = ({ contract, standings }: Found, words: readonly string[]): boolean => {
  const [first] = standings
  if (first?.names === undefined || standings.some(({ names }) => names === undefined)) return false
  const held = new Set([contract.toLowerCase(), ...searchedWords(...(JSON.parse(first.names) as string[]))])
  return words.every((word) => held.has(word))
}

const blocksAtOnce = 4

async function* ofBlocks(parts: Parts, sought: Sought, rank: Place['rank'], below = Number.POSITIVE_INFINITY): AsyncGenerator<Match> {
  const postings = rank === 'name' ? sought.inNames : sought.postings
  const last = Math.min(blockOf(`C-${sought.newest}`), blockOf(`C-${Math.min(below, 999_999_999)}`))
  for (let newest = last; newest >= 0; newest -= blocksAtOnce) {
    const blocks = Array.from({ length: Math.min(blocksAtOnce, newest + 1) }, (_, index) => newest - index)
    const found = await Promise.all(blocks.map((block) => inBlock(parts, sought, rank, block, postings)))
    for (const match of found.flat().sort(newestFirst)) if (match.number < below) yield { ...match, rank }
  }
}

/** Those found by their name were told before the others. */
const inBlock = async (
  parts: Parts,
  sought: Sought,
  rank: Place['rank'],
  block: number,
  postings: readonly Postings[],
): Promise<Found[]> => {
  const found = await matchesIn(parts, sought, { block }, postings)
  if (rank === 'name' || sought.words.length === 0) return found
  const named = await Promise.all(sought.inNames.map((word) => word.among({ block })))
  return found.filter(({ contract }) => !named.every((one) => one.has(contract)))
}
