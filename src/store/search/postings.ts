// Where a word stands: read whole where it is rare, and for a few contracts at a time where it is common.
import { type Model, trusted } from 'mongoose'
import { blockOf } from '../projections/contract-rows.ts'
import type { SearchRow } from '../projections/search-rows.ts'
import type { TalkRow } from '../projections/talk-rows.ts'
import type { Said } from '../talk-reader.ts'
import { isCommon } from './common-words.ts'

export type SaidThere = Said & { _id: string }
/** Where a word stands in one contract: its name or documents, which all of its readers may see, and talk, which not all may. */
export type Standing = { sources: string[]; names: string | undefined; talk: SaidThere[] }
export type Standings = ReadonlyMap<string, Standing>
export type Portion = { contracts: readonly string[] } | { block: number }

export type Postings = {
  /** Where it stands at all; undefined for a word that stands in too many places. */
  whole: Standings | undefined
  /** Where it stands in these contracts: in talk only as far as it stands nowhere else in them. */
  among(portion: Portion): Promise<Standings>
}

export type Sources = { search: Model<SearchRow>; talk: Model<TalkRow> }

/** A word in so few places is rare: where a query has one, its other words are looked up in the contracts of that one alone. */
const fewPlaces = 25
/** A word in more places than this is looked up block by block. */
const mostPlaces = 200
/** Up to so many contracts are asked for their talk one by one, more of them with their blocks. */
const fewContracts = 8

const searchFields = { contract: 1, source: 1, names: 1 }
const talkFields = { contract: 1, conversation: 1, audience: 1, visibility: 1, roster: 1 }

/** `=word` stands in names only. `newest` is the number of the newest block of contracts. */
export const readPostings = async (sources: Sources, words: readonly string[], newest: number): Promise<Postings[]> => {
  const common = await Promise.all(words.map((word) => isCommonAnywhere(sources, word, newest)))
  const read = (most: number) => Promise.all(words.map((word, index) => (common[index] ? undefined : wholeOf(sources, word, most))))
  const rare = await read(fewPlaces)
  const all = rare.some((whole) => whole) ? rare : await read(mostPlaces)
  return words.map((word, index) => {
    const whole = all[index]
    return { whole, among: async (portion) => whole ?? amongOf(sources, word, portion) }
  })
}

const isOfNames = (word: string): boolean => word.startsWith('=')

const isCommonAnywhere = async ({ search, talk }: Sources, word: string, newest: number): Promise<boolean> => {
  const found = await Promise.all([isCommon(search, word, newest), !isOfNames(word) && isCommon(talk, word, newest)])
  return found.includes(true)
}

const wholeOf = async ({ search, talk }: Sources, word: string, most: number): Promise<Standings | undefined> => {
  const [rows, said] = await Promise.all([
    search.find({ tokens: word }, searchFields, { limit: most + 1 }).lean<SearchRow[]>(),
    isOfNames(word) ? [] : talk.find({ tokens: word }, talkFields, { limit: most + 1 }).lean<TalkRow[]>(),
  ])
  return rows.length > most || said.length > most ? undefined : standingsOf(rows, said)
}

const amongOf = async ({ search, talk }: Sources, word: string, portion: Portion): Promise<Standings> => {
  const rows = await search.find(filterOf(word, portion), searchFields).lean<SearchRow[]>()
  if (isOfNames(word)) return standingsOf(rows, [])
  if ('block' in portion) return standingsOf(rows, await talk.find(filterOf(word, portion), talkFields).lean<TalkRow[]>())
  const found = new Set(rows.map(({ contract }) => contract))
  return standingsOf(
    rows,
    await talkAmong(
      talk,
      word,
      portion.contracts.filter((contract) => !found.has(contract)),
    ),
  )
}

const talkAmong = async (talk: Model<TalkRow>, word: string, contracts: readonly string[]): Promise<TalkRow[]> => {
  if (contracts.length === 0) return []
  if (contracts.length <= fewContracts) return talk.find(filterOf(word, { contracts }), talkFields).lean<TalkRow[]>()
  const wanted = new Set(contracts)
  const blocks = [...new Set(contracts.map(blockOf))]
  const rows = await Promise.all(blocks.map((block) => talk.find(filterOf(word, { block }), talkFields).lean<TalkRow[]>()))
  return rows.flat().filter(({ contract }) => wanted.has(contract))
}

/** No index is named for a few contracts: the embedded server goes through all of one that is, and finds the better one by itself. */
const filterOf = (word: string, portion: Portion): object =>
  'block' in portion
    ? { tokens: word, block: portion.block }
    : {
        contract: portion.contracts.length === 1 ? portion.contracts[0] : trusted({ $in: [...portion.contracts] }),
        tokens: word,
      }

const standingsOf = (rows: readonly SearchRow[], said: readonly TalkRow[]): Standings => {
  const standings = new Map<string, Standing>()
  const of = (contract: string): Standing => {
    const held = standings.get(contract) ?? { sources: [], names: undefined, talk: [] }
    standings.set(contract, held)
    return held
  }
  for (const { contract, source, names } of rows) {
    const standing = of(contract)
    standing.sources.push(source)
    standing.names ??= names
  }
  for (const message of said) of(message.contract).talk.push(message)
  return standings
}
