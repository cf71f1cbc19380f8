// The projection `links`: one row a thread and contract; the one indexed read that decides whether a delivery is kept.
import type { Model } from 'mongoose'
import type { Contract } from '../../contracts/contract.ts'
import { conversationOf } from '../../contracts/talk.ts'
import type { Database } from '../database.ts'
import { type Insert, upsertNewer } from './upsert-newer.ts'

export type LinkRow = {
  _id: string
  thread: string
  conversation: string
  platform: string
  contract: string
  /** Grows with each linking and unlinking. */
  seq: number
  active: boolean
  /** The members of the conversation now, as far as they are known; kept while it is linked. */
  roster?: string
}

/** The hash of a conversation's members now. */
export type RosterNow = (conversation: string) => Promise<string | undefined>

export const defineLinkRows = (db: Database): Model<LinkRow> =>
  db.model<LinkRow>(
    'links',
    { thread: String, conversation: String, platform: String, contract: String, seq: Number, active: Boolean, roster: String },
    [{ fields: { thread: 1, active: 1 } }, { fields: { conversation: 1, active: 1 } }, { fields: { platform: 1, active: 1 } }],
  )

/** `teams:<tenant>:<conversation>` */
const platformOf = (thread: string): string => thread.slice(0, thread.indexOf(':'))

/** Keeps a row for each of the threads, as the contract has them at that entry. */
export const projectLinks = async (
  model: Model<LinkRow>,
  insert: Insert<LinkRow>,
  contract: Contract,
  threads: ReadonlySet<string>,
  rosterNow: RosterNow,
): Promise<void> => {
  for (const { thread, active, seq } of contract.threads.filter((linked) => threads.has(linked.thread))) {
    const conversation = conversationOf(thread)
    const roster = active ? await rosterNow(conversation) : undefined
    const row = {
      _id: `${contract.id}|${thread}`,
      thread,
      conversation,
      platform: platformOf(thread),
      contract: contract.id,
      seq: seq * 2 + (active ? 0 : 1),
      active,
    }
    await upsertNewer(model, insert, { ...row, ...(roster !== undefined && { roster }) })
  }
}

/** Tells the linked threads of a conversation who is in it now. */
export const setRoster = async (model: Model<LinkRow>, conversation: string, roster: string): Promise<void> => {
  await model.updateMany({ conversation, active: true }, { $set: { roster } })
}
