// Which contracts match a query, for one person: names before the rest, and each from the newest to the oldest.
import { searchedWords } from '../../contracts/search-words.ts'
import { blockOf } from '../projections/contract-rows.ts'
import type { Place } from './place-in-list.ts'
import type { Postings } from './postings.ts'
import { type Found, matchesIn, type Parts, type Sought } from './sought.ts'

export type Match = Place & Found

/** All that match, best first, from a place on. */
export async function* matches(parts: Parts, sought: Sought, after: Place | undefined): AsyncGenerator<Match> {
  const candidates = candidatesOf(sought)
  if (candidates) return yield* ofCandidates(parts, sought, candidates, after)
  if (sought.words.length > 0 && after?.rank !== 'other') yield* ofBlocks(parts, sought, 'name', after?.number)
  yield* ofBlocks(parts, sought, 'other', after?.rank === 'other' ? after.number : undefined)
}

/** The only contracts that can match, where a word is rare enough or an owner is named. */
const candidatesOf = ({ postings, owned }: Sought): string[] | undefined => {
  const sets: { has(contract: string): boolean; keys(): Iterable<string> }[] = postings.flatMap(({ whole }) => (whole ? [whole] : []))
  if (owned) sets.push(owned)
  const [first, ...others] = sets
  return first && [...first.keys()].filter((contract) => others.every((other) => other.has(contract)) && blockOf(contract) >= 0)
}

const newestFirst = (one: { number: number }, other: { number: number }): number => other.number - one.number
const candidatesAtOnce = 100

/** All of them are looked at before the first is told: there are not many. */
async function* ofCandidates(parts: Parts, sought: Sought, candidates: string[], after: Place | undefined): AsyncGenerator<Match> {
  const portions = Array.from({ length: Math.ceil(candidates.length / candidatesAtOnce) }, (_, index) =>
    candidates.slice(index * candidatesAtOnce, (index + 1) * candidatesAtOnce),
  )
  const found = await Promise.all(portions.map((contracts) => matchesIn(parts, sought, { contracts }, sought.postings)))
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
