// Where a word stands: read whole where it is rare, and block of contracts by block where it is common.
import type { Model } from 'mongoose'
import type { SearchRow } from '../projections/search-rows.ts'
import type { TalkRow } from '../projections/talk-rows.ts'
import type { Said } from '../talk-reader.ts'

export type SaidThere = Said & { _id: string }
/** Where a word stands in one contract: its name or documents, which all of its readers may see, and talk, which not all may. */
export type Standing = { sources: string[]; talk: SaidThere[] }
export type Standings = ReadonlyMap<string, Standing>

export type Postings = {
  /** The blocks in which the word stands at all; undefined where it stands in too many places to tell. */
  blocks: readonly number[] | undefined
  inBlock(block: number): Promise<Standings>
}

export type Sources = { search: Model<SearchRow>; talk: Model<TalkRow> }

/** A word that stands in more places than this is read block by block. */
const mostPlaces = 400

const talkFields = { contract: 1, block: 1, conversation: 1, audience: 1, visibility: 1, roster: 1 }

/** `=word` stands in names only. */
export const readPostings = async ({ search, talk }: Sources, word: string): Promise<Postings> => {
  const inNamesOnly = word.startsWith('=')
  const read = async (filter: { tokens: string; block?: number }, limit?: number) =>
    Promise.all([
      search.find(filter, { contract: 1, block: 1, source: 1 }, limit === undefined ? {} : { limit }).lean<SearchRow[]>(),
      inNamesOnly ? [] : talk.find(filter, talkFields, limit === undefined ? {} : { limit }).lean<TalkRow[]>(),
    ])
  const [rows, said] = await read({ tokens: word }, mostPlaces + 1)
  const isWhole = rows.length <= mostPlaces && said.length <= mostPlaces
  if (!isWhole) return { blocks: undefined, inBlock: async (block) => standingsOf(...(await read({ tokens: word, block }))) }
  const byBlock = new Map<number, Standings>()
  for (const block of new Set([...rows, ...said].map((row) => row.block))) {
    byBlock.set(block, standingsOf(...([rows.filter((row) => row.block === block), said.filter((row) => row.block === block)] as const)))
  }
  return { blocks: [...byBlock.keys()], inBlock: async (block) => byBlock.get(block) ?? new Map() }
}

const standingsOf = (rows: readonly SearchRow[], said: readonly TalkRow[]): Standings => {
  const standings = new Map<string, Standing>()
  const of = (contract: string): Standing => {
    const held = standings.get(contract) ?? { sources: [], talk: [] }
    standings.set(contract, held)
    return held
  }
  for (const { contract, source } of rows) of(contract).sources.push(source)
  for (const message of said) of(message.contract).talk.push(message)
  return standings
}
