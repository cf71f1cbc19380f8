// Conversations: what is known of a channel or chat, who is in it now, and every list of members that talk was captured under.
import type { Model } from 'mongoose'
import { type Roster, rosterOf } from '../contracts/roster.ts'
import type { Visibility } from '../contracts/talk.ts'
import type { Database } from './database.ts'
import type { ConversationRow, ConversationStore } from './store.ts'
import { upserting } from './upserting.ts'

type Row = {
  _id: string
  name: string
  visibility: Visibility
  /** Hash of the members now. */
  roster?: string
  checkedAt: string
  reference?: string
  personal?: string
}
type RosterRow = { _id: string; members: string }

/** Tells the linked threads of a conversation who is in it now. */
export type SetRoster = (conversation: string, roster: string) => Promise<void>

export const createConversations = (database: Database, setRoster: SetRoster): ConversationStore => {
  const model = database.model<Row>(
    'conversations',
    { name: String, visibility: String, roster: String, checkedAt: String, reference: String, personal: String },
    [{ fields: { personal: 1 } }],
  )
  const rosters = database.model<RosterRow>('rosters', { members: String })
  const roster = async (hash: string): Promise<Roster | undefined> => {
    const row = await rosters.findById(hash).lean()
    return row ? { hash, members: JSON.parse(row.members) } : undefined
  }
  const opened = async (row: Row | null): Promise<ConversationRow | undefined> =>
    row
      ? {
          id: row._id,
          name: row.name,
          visibility: row.visibility,
          roster: row.roster === undefined ? undefined : await roster(row.roster),
          checkedAt: row.checkedAt,
          reference: row.reference,
        }
      : undefined
  return {
    get: async (id) => opened(await model.findById(id).lean()),
    async keep(id, { members, ...known }) {
      const list = members && rosterOf(members)
      if (list) await keepRoster(rosters, list)
      const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
      const set = { ...given, ...(list && { roster: list.hash }), checkedAt: database.clock().toISOString() }
      const otherwise = { name: '', visibility: 'members' as const }
      const first = Object.fromEntries(Object.entries(otherwise).filter(([key]) => !(key in given)))
      await upserting(() => model.updateOne({ _id: id }, { $set: set, $setOnInsert: first }, { upsert: true }))
      if (list) await setRoster(id, list.hash)
      const kept = await opened(await model.findById(id).lean())
      if (!kept) throw new Error(`The conversation ${id} is not there after it was kept.`)
      return kept
    },
    roster,
    personal: async (account) => opened(await model.findOne({ personal: account }).lean()),
  }
}

/** A list of members is kept once under its hash and never changed: talk refers to it for good. */
const keepRoster = async (rosters: Model<RosterRow>, { hash, members }: Roster): Promise<void> => {
  if (await rosters.exists({ _id: hash })) return
  await upserting(() => rosters.updateOne({ _id: hash }, { $setOnInsert: { members: JSON.stringify(members) } }, { upsert: true }))
}
