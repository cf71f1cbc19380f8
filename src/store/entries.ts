// The entries of the record as they lie in the database: appended, read in order, and never changed.
import { MongoBulkWriteError } from 'mongodb'
import { type Model, trusted } from 'mongoose'
import type { Entry } from '../contracts/record/entry.ts'
import type { StoredEntry } from '../contracts/record/verify.ts'
import { clashIn } from './clash.ts'
import type { Database } from './database.ts'

type EntryRow = Omit<Entry, 'payload' | 'salt'> & { _id: string; payload?: string | null; salt?: string | null }

/** `at`: how many entries went in before the one that clashed, and the fields of the index that it ran into. */
export type Clash = { at: number; fields: string[] }

export type Entries = {
  /** Appends in the order given and stops at the first clash: an entry never goes in without the one before it. */
  insert(entries: readonly Entry[]): Promise<Clash | undefined>
  /** The entries of one contract behind a seq, in order. */
  after(contract: string, seq: number): Promise<Entry[]>
  /** The last entry's place and hash; undefined for a chain that has none. */
  last(contract: string): Promise<{ seq: number; hash: string } | undefined>
  /** Which of the entries are there exactly as they were made. */
  written(entries: readonly Entry[]): Promise<Set<Entry>>
  /** Which of the keys a contract has entries for. */
  knownKeys(contract: string, keys: readonly string[]): Promise<string[]>
  /** The entry under a key. */
  under(contract: string, key: string): Promise<Entry | undefined>
  /** Which of the contracts have an entry behind the seq that is given with them. */
  behind(heads: readonly { contract: string; seq: number }[]): Promise<Set<string>>
  ofKind(kind: string, since: string): Promise<Entry[]>
  /** Everything by contract and seq, or one contract's, as it lies there: nothing in it is believed. */
  stored(contract?: string): AsyncIterable<StoredEntry>
  /** The hashes of the entries at these places; an entry that is gone is not in the answer. */
  hashes(places: readonly { contract: string; seq: number }[]): Promise<Map<string, string>>
}

export const placeOf = ({ contract, seq }: { contract: string; seq: number }): string => `${contract}/${seq}`

/** Reads by many names go out in parts of this size. */
const namesAtOnce = 100

export const createEntries = (db: Database): Entries => {
  const text = { type: String, required: true }
  const model = db.model<EntryRow>(
    'entries',
    {
      ...{ v: Number, contract: text, seq: { type: Number, required: true }, kind: text, key: text, actor: String, at: String },
      ...{ source: String, payloadHash: String, prev: String, hash: text, payload: String, salt: String },
    },
    [
      { fields: { contract: 1, seq: 1 }, options: { unique: true } },
      { fields: { contract: 1, key: 1 }, options: { unique: true } },
      { fields: { kind: 1, at: 1 } },
    ],
  )
  const rows = (filter: object) => model.find(filter).sort({ seq: 1 }).lean<EntryRow[]>()
  return {
    insert: (entries) => insert(model, entries),
    after: async (contract, seq) => (await rows({ contract, seq: trusted({ $gt: seq }) })).map(entryOf),
    async last(contract) {
      const row = await model.findOne({ contract }, { seq: 1, hash: 1 }).sort({ contract: -1, seq: -1 }).lean<EntryRow>()
      return row ? { seq: row.seq, hash: row.hash } : undefined
    },
    async written(entries) {
      const held = await hashes(model, entries)
      return new Set(entries.filter((entry) => held.get(placeOf(entry)) === entry.hash))
    },
    async knownKeys(contract, keys) {
      const found = await inParts(keys, (part) => model.find({ contract, key: trusted({ $in: part }) }, { key: 1 }).lean<EntryRow[]>())
      return found.map(({ key }) => key)
    },
    async under(contract, key) {
      const row = await model.findOne({ contract, key }).lean<EntryRow>()
      return row ? entryOf(row) : undefined
    },
    async behind(heads) {
      const next = heads.map(({ contract, seq }) => placeOf({ contract, seq: seq + 1 }))
      const found = await inParts(next, (part) => model.find({ _id: trusted({ $in: part }) }, { contract: 1 }).lean<EntryRow[]>())
      return new Set(found.map(({ contract }) => contract))
    },
    async ofKind(kind, since) {
      const found = await model
        .find({ kind, at: trusted({ $gte: since }) })
        .sort({ at: 1 })
        .lean<EntryRow[]>()
      return found.map(entryOf)
    },
    stored: (contract) => stored(model, contract),
    hashes: (places) => hashes(model, places),
  }
}

const insert = async (model: Model<EntryRow>, entries: readonly Entry[]): Promise<Clash | undefined> => {
  try {
    await model.collection.insertMany(entries.map((entry) => ({ _id: placeOf(entry), ...entry })) as never[], { ordered: true })
    return undefined
  } catch (error) {
    const failure = error instanceof MongoBulkWriteError ? [error.writeErrors].flat()[0] : undefined
    const fields = failure && clashIn(model, failure.code, failure.errmsg)
    if (!failure || !fields) throw error
    return { at: failure.index, fields }
  }
}

const hashes = async (model: Model<EntryRow>, places: readonly { contract: string; seq: number }[]): Promise<Map<string, string>> => {
  const found = await inParts(places.map(placeOf), (part) => model.find({ _id: trusted({ $in: part }) }, { hash: 1 }).lean<EntryRow[]>())
  return new Map(found.map(({ _id, hash }) => [_id, hash]))
}

const inParts = async <Row>(names: readonly string[], read: (part: string[]) => Promise<Row[]>): Promise<Row[]> => {
  const rows: Row[] = []
  for (let from = 0; from < names.length; from += namesAtOnce) rows.push(...(await read(names.slice(from, from + namesAtOnce))))
  return rows
}

/** The index that has the record in order: no server shall sort it. */
const inOrder = 'contract_1_seq_1'

async function* stored(model: Model<EntryRow>, contract: string | undefined): AsyncGenerator<StoredEntry> {
  // Past mongoose, which would cast what somebody altered back to what it should be.
  const cursor = model.collection.find(contract === undefined ? {} : { contract }, {
    sort: { contract: 1, seq: 1 },
    hint: inOrder,
    batchSize: 500,
  })
  for await (const row of cursor) yield row as StoredEntry
}

const entryOf = ({ _id, payload, salt, ...entry }: EntryRow): Entry => ({
  ...entry,
  payload: payload ?? undefined,
  salt: salt ?? undefined,
})
