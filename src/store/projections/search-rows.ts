// The projection `search`: what a contract is found by, one row for its name and fields and one for each document's text.
import type { Model } from 'mongoose'
import { type Contract, field } from '../../contracts/contract.ts'
import { nameTokens } from '../../contracts/name-tokens.ts'
import { searchedWords } from '../../contracts/search-words.ts'
import type { Database } from '../database.ts'
import { blockOf } from './contract-rows.ts'
import { type Insert, upsertNewer } from './upsert-newer.ts'

/**
 * Tokens are compared for equality only. A word stands as it is; `=word` is a word of the name; `^wor` and `~wor` are beginnings and
 * trigrams of the name's words, for who types.
 */
export type SearchRow = {
  _id: string
  contract: string
  block: number
  /** `name`, or the sha256 of a document. */
  source: string
  seq: number
  tokens: string[]
  /** The names as JSON text, to be ranked by. */
  names?: string
}

export const defineSearchRows = (db: Database): Model<SearchRow> =>
  db.model<SearchRow>('search', { contract: String, block: Number, source: String, seq: Number, tokens: [String], names: String }, [
    { fields: { tokens: 1, block: 1 } },
    { fields: { contract: 1 } },
  ])

/** What people call a contract: its title, its counterparty, its parties. */
export const namesOf = (contract: Contract): string[] => {
  const names = [field(contract, 'title'), field(contract, 'counterparty'), ...(field(contract, 'parties') ?? [])]
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[]
}

/** The fields that say something in words of their own. */
export const fieldTexts = (contract: Contract): string[] => {
  const value = field(contract, 'value')
  const texts = [
    field(contract, 'type'),
    field(contract, 'status'),
    field(contract, 'team'),
    value && `${value.currency} ${value.minor / 100}`,
  ]
  return [...texts, field(contract, 'effectiveDate'), field(contract, 'expirationDate')].filter((text) => text !== undefined)
}

/** `seq` is the last entry that could change it, one that took a value away too. */
export const projectName = (model: Model<SearchRow>, insert: Insert<SearchRow>, contract: Contract, seq: number): Promise<void> => {
  const names = namesOf(contract)
  const id = contract.id.toLowerCase()
  const words = [id, ...searchedWords(...names)]
  return upsertNewer(model, insert, {
    ...rowFor(contract, 'name', seq),
    tokens: [...new Set([...words, ...words.map((word) => `=${word}`), ...searchedWords(...fieldTexts(contract)), ...nameTokens(names)])],
    names: JSON.stringify(names),
  })
}

export const projectText = (
  model: Model<SearchRow>,
  insert: Insert<SearchRow>,
  contract: Contract,
  sha256: string,
  text: string,
): Promise<void> => upsertNewer(model, insert, { ...rowFor(contract, sha256, 0), tokens: searchedWords(text) })

const rowFor = (contract: Contract, source: string, seq: number) => ({
  _id: `${contract.id}|${source}`,
  contract: contract.id,
  block: blockOf(contract.id),
  source,
  seq,
})
