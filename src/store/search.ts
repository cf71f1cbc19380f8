// Searching: the one function behind `find`. Words are looked up, never interpreted; what the asker may not see does not exist.
import { type CalendarDate, lastDay } from '../contracts/calendar-date.ts'
import { testsOf } from '../contracts/filter/condition.ts'
import type { Person } from '../contracts/identity.ts'
import { queryWords } from '../contracts/search-words.ts'
import type { Chains } from './chains.ts'
import type { Entries } from './entries.ts'
import { blockOf } from './projections/contract-rows.ts'
import type { Projections } from './projections/project.ts'
import { type Match, matches } from './search/matches.ts'
import { passageOf } from './search/passages.ts'
import { type DayPlace, type Place, readPlace, spell } from './search/place-in-list.ts'
import { lookUp } from './search/plans.ts'
import { type Postings, readPostings } from './search/postings.ts'
import { createSizes, type SizeOf } from './search/sizes.ts'
import type { Sought } from './search/sought.ts'
import { statesOf } from './search/states.ts'
import type { ContractStore, Count, DayOrder, Query } from './store.ts'
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
  // How many contracts there are about, for plans that need no more than that: what was true when somebody asked last.
  let about = 0
  const sizeOf = createSizes()
  const newest = async () => {
    about = await parts.newest()
    return about
  }
  return async (person, query, { after, limit }) => {
    const visible = visibleTo(person)
    const words = queryWords(query.words)
    const from = after === undefined ? undefined : readPlace(after)
    // Nothing that could be compared was typed: that stands nowhere.
    if (query.words.length > 0 && words.length === 0) return { items: [], count: { number: 0, atLeast: false }, next: undefined }
    const sought = await soughtFor({ ...parts, newest, sizeOf }, about, { person, words, query, few: limit })
    const find = (place: Place | undefined) =>
      matches({ contracts: projections.contracts, facts: projections.facts, readerFor }, sought, place)
    const { rest, count } = await restOf(find, query.by, from, limit)
    const page = rest.slice(0, limit)
    const last = rest.length > limit ? page.at(-1) : undefined
    const states = await statesOf(parts, page, visible, query.day)
    const hits = page.map(async (match) => {
      const state = states.get(match.contract)
      if (!state || !visible.may(state.contract)) return []
      return [{ ...state, passage: await passageOf({ ...parts, talk: projections.talk }, state.contract, match, words) }]
    })
    return { items: (await Promise.all(hits)).flat(), count, next: last && spell(placeOf(last, query.by, count), count) }
  }
}

type Begun = ReturnType<typeof readPlace> | undefined
type Rest = { rest: Match[]; count: Count }

/** What is left of the list from a place on, a page and one more at least; in order of a day where all can be put in order. */
const restOf = async (
  find: (place: Place | undefined) => AsyncGenerator<Match>,
  by: DayOrder | undefined,
  from: Begun,
  limit: number,
): Promise<Rest> => {
  const isByDay = by !== undefined && (from === undefined || from.place.rank === 'day')
  const place = from?.place.rank === 'day' ? undefined : from?.place
  const found = await take(find(place), from && !isByDay ? limit + 1 : Math.max(mostCounted, limit) + 1)
  const count = from?.count ?? countOf(found.length)
  if (!isByDay || count.atLeast) return { rest: found, count }
  return { rest: inOrderOfDay(found, by, from?.place.rank === 'day' ? from.place : undefined), count }
}

const placeOf = (last: Match, by: DayOrder | undefined, { atLeast }: Count): Place | DayPlace =>
  by !== undefined && !atLeast && last.day !== undefined ? { rank: 'day', day: last.day, number: last.number } : last

/** Of the same day the newest contract first, as everywhere. */
const inOrderOfDay = (found: readonly Match[], { isLatestFirst }: DayOrder, after: DayPlace | undefined): Match[] => {
  type Dated = { day?: CalendarDate; number: number }
  const compare = ({ day = lastDay, number }: Dated, other: Dated): number => {
    const { day: otherDay = lastDay } = other
    if (day === otherDay) return other.number - number
    return day < otherDay === isLatestFirst ? 1 : -1
  }
  return found.toSorted(compare).filter((match) => after === undefined || compare(match, after) > 0)
}

const countOf = (found: number): Count => ({ number: Math.min(found, mostCounted), atLeast: found > mostCounted })

type Asked = { person: Person; words: readonly string[]; query: Query; few: number }

const soughtFor = async (
  { projections, newest, sizeOf }: Parts & { sizeOf: SizeOf },
  known: number,
  { person, words, query, few }: Asked,
): Promise<Sought> => {
  const { where, day, by } = query
  const left = queryWords(query.without)
  const inside = where === undefined ? [] : [...new Set(testsOf(where).flatMap((test) => ('words' in test ? queryWords(test.words) : [])))]
  const counting = newest()
  const about = known > 0 ? known : await counting
  const postingsOf = (all: readonly string[]) => readPostings(projections, all, blockOf(`C-${Math.max(1, about)}`))
  const [postings, without, within, lookup, last] = await Promise.all([
    postingsOf(words),
    postingsOf(left),
    postingsOf(inside),
    where && lookUp({ facts: projections.facts, sizeOf }, where, about),
    counting,
  ])
  // Only where every word is common the names are looked through by themselves.
  const areCommon = !(lookup && 'contracts' in lookup) && postings.every(({ whole }) => whole === undefined)
  const inNames = areCommon ? await postingsOf(words.map((word) => `=${word}`)) : []
  return {
    ...{ person, visible: visibleTo(person), words, postings, inNames, without, where, lookup, day, newest: last, few, by: by?.field },
    within: new Map(inside.map((word, index) => [word, within[index] as Postings])),
  }
}

const take = async (found: AsyncGenerator<Match>, most: number): Promise<Match[]> => {
  const taken: Match[] = []
  for await (const match of found) if (taken.push(match) >= most) break
  return taken
}
