// The projection `past_rosters`: the lists of members that talk was captured under, as the record has them.
import { type Model, trusted } from 'mongoose'
import type { Opened } from '../../contracts/record/open-entry.ts'
import { clashOf } from '../clash.ts'
import type { Database } from '../database.ts'

export type RosterRow = { _id: string; members: string[] }

export const defineRosterRows = (db: Database): Model<RosterRow> => db.model<RosterRow>('past_rosters', { members: [String] })

/** A list is named by its hash, so the first one kept is as good as any other. */
export const projectRoster = async (model: Model<RosterRow>, { payload }: Extract<Opened, { kind: 'membership' }>): Promise<void> => {
  try {
    await model.collection.insertOne({ _id: payload.roster, members: payload.members } as never)
  } catch (error) {
    if (!clashOf(model, error)) throw error
  }
}

export const pastRosters = async (model: Model<RosterRow>, hashes: readonly string[]): Promise<Map<string, readonly string[]>> => {
  const rows = hashes.length === 0 ? [] : await model.find({ _id: trusted({ $in: [...hashes] }) }).lean<RosterRow[]>()
  return new Map(rows.map((row) => [row._id, row.members]))
}
