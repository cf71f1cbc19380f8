// The projection `talk`: one row a message with its whole life, written from entries in whatever order and however often they come.
import { MongoBulkWriteError } from 'mongodb'
import { type Model, trusted } from 'mongoose'
import type { Entry } from '../../contracts/record/entry.ts'
import { foldTalk, isTalkEntry, type TalkEntry } from '../../contracts/record/fold-talk.ts'
import { openEntry } from '../../contracts/record/open-entry.ts'
import { searchedWords } from '../../contracts/search-words.ts'
import { type Audience, conversationOf, type TalkMessage, type Visibility } from '../../contracts/talk.ts'
import { clashIn } from '../clash.ts'
import type { Database } from '../database.ts'
import { blockOf } from './contract-rows.ts'

export type TalkRow = {
  _id: string
  contract: string
  block: number
  /** Platform time and message id: the order in which people read, unique within the contract. */
  place: string
  thread: string
  conversation: string
  audience: Audience
  visibility: Visibility
  roster?: string
  /** How many entries are folded in: an update is a compare-and-set on it. */
  revision: number
  /** The TalkMessage as JSON text, which keeps what a BSON string would not. */
  state: string
  tokens: string[]
}

export const defineTalkRows = (db: Database): Model<TalkRow> =>
  db.model<TalkRow>(
    'talk',
    {
      ...{ contract: String, block: Number, place: String, thread: String, conversation: String, audience: String, visibility: String },
      ...{ roster: String, revision: Number, state: String, tokens: [String] },
    },
    [{ fields: { contract: 1, place: 1 } }, { fields: { tokens: 1, block: 1 } }],
  )

export const messageOf = (row: Pick<TalkRow, 'state'>): TalkMessage => JSON.parse(row.state)
export const talkRowId = (contract: string, message: string): string => `${contract}|${message}`

/** An instant as a platform spelled it, spelled so that instants sort as text. */
export const sortable = (instant: string): string => {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? instant : new Date(time).toISOString()
}

const rowOf = (message: TalkMessage): TalkRow => ({
  _id: talkRowId(message.contract, message.message),
  contract: message.contract,
  block: blockOf(message.contract),
  place: `${sortable(message.postedAt)}|${message.message}`,
  thread: message.thread,
  conversation: conversationOf(message.thread),
  audience: message.audience,
  visibility: message.visibility,
  ...(message.roster !== undefined && { roster: message.roster }),
  revision: message.seqs.length,
  state: JSON.stringify(message),
  tokens: searchedWords(...message.texts.map(({ text }) => text), message.author.name, ...message.files.map(({ name }) => name)),
})

/** Folds the talk among these entries, of any contracts, into its rows. New messages are one insert. */
export const projectTalk = async (model: Model<TalkRow>, entries: readonly Entry[]): Promise<void> => {
  const opened = entries.map(openEntry).filter((entry) => entry !== undefined && isTalkEntry(entry)) as TalkEntry[]
  const byRow = Map.groupBy(opened, ({ entry, payload }) => talkRowId(entry.contract, payload.message))
  const fresh = new Map([...byRow].filter(([, [first]]) => first?.kind === 'message'))
  const held = await insertFresh(model, fresh)
  const others = [...byRow].filter(([id]) => held.has(id) || !fresh.has(id))
  await foldIn(model, new Map(others))
}

type ByRow = ReadonlyMap<string, readonly TalkEntry[]>

const foldAll = (message: TalkMessage | undefined, entries: readonly TalkEntry[]): TalkMessage =>
  entries.reduce<TalkMessage | undefined>(foldTalk, message) as TalkMessage

/** Inserts messages that were most likely never seen before; answers with those that were. */
const insertFresh = async (model: Model<TalkRow>, fresh: ByRow): Promise<Set<string>> => {
  const rows = [...fresh.values()].map((entries) => rowOf(foldAll(undefined, entries)))
  if (rows.length === 0) return new Set()
  try {
    await model.collection.insertMany(rows as never[], { ordered: false })
    return new Set()
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error
    const failures = [error.writeErrors].flat()
    if (failures.length === 0 || failures.some(({ code, errmsg }) => !clashIn(model, code, errmsg))) throw error
    return new Set(failures.map(({ index }) => rows[index]?._id ?? ''))
  }
}

/** Folds entries into rows that may be there: read, fold, compare-and-set; who was overtaken reads again. */
const foldIn = async (model: Model<TalkRow>, byRow: ByRow): Promise<void> => {
  let open = byRow
  while (open.size > 0) {
    const ids = [...open.keys()]
    const rows: TalkRow[] = await model.find({ _id: trusted({ $in: ids }) }).lean<TalkRow[]>()
    const held = new Map(rows.map((row) => [row._id, row]))
    const overtaken = await Promise.all(ids.map(async (id) => ((await foldOne(model, held.get(id), open.get(id) ?? [])) ? [] : [id])))
    open = new Map(overtaken.flat().map((id) => [id, open.get(id) ?? []]))
  }
}

const foldOne = async (model: Model<TalkRow>, held: TalkRow | undefined, entries: readonly TalkEntry[]): Promise<boolean> => {
  const row = rowOf(foldAll(held && messageOf(held), entries))
  if (!held) return (await insertFresh(model, new Map([[row._id, entries]]))).size === 0
  if (row.revision === held.revision) return true
  return (await model.replaceOne({ _id: row._id, revision: held.revision }, row)).matchedCount === 1
}
