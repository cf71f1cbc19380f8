// Histories: threads whose older replies are to be read, by anyone and resumed from where the last one stopped.
import { type Model, trusted } from 'mongoose'
import { clashOf } from './clash.ts'
import type { Database } from './database.ts'
import type { ClaimedHistory, HistoryStep, ThreadStore } from './store.ts'

type Row = {
  _id: string
  thread: string
  contract: string
  pass: 1 | 2
  state: 'due' | 'done'
  /** ISO: when it may be claimed, or the end of a lease. */
  due: string
  cursor?: string
  messages: number
  files: number
  unread?: string
  toldAt?: string
  tries: number
  by: string
  worker?: string
  fence: number
}

export type HistoryStore = Pick<ThreadStore, 'scheduleHistory' | 'claimHistory' | 'advanceHistory'>

/** A page may have files to be fetched. */
const leaseMs = 120_000
const longestPauseMs = 4 * 3_600_000

const historiesModel = (database: Database): Model<Row> =>
  database.model<Row>(
    'histories',
    {
      thread: String,
      contract: String,
      pass: Number,
      state: String,
      due: String,
      cursor: String,
      messages: Number,
      files: Number,
      unread: String,
      toldAt: String,
      tries: Number,
      by: String,
      worker: String,
      fence: Number,
    },
    [{ fields: { state: 1, due: 1 } }],
  )

export const createHistories = (database: Database): HistoryStore => {
  const model = historiesModel(database)
  return {
    async scheduleHistory({ thread, contract, due, pass, by }) {
      const row: Row = {
        _id: `${contract} ${pass} ${thread}`,
        thread,
        contract,
        pass,
        state: 'due',
        due,
        ...begun,
        by,
        fence: 0,
      }
      try {
        await model.create([row])
      } catch (error) {
        if (!clashOf(model, error)) throw error
        const finished = { _id: row._id, state: 'done' as const, by: trusted({ $ne: by }) }
        await model.updateOne(finished, { $set: { state: 'due', due, ...begun, by }, $unset: { cursor: 1, unread: 1, toldAt: 1 } })
      }
    },
    async claimHistory(worker, now, of) {
      for (const row of await dueRows(model, now, of)) {
        const until = new Date(Date.parse(now) + Math.min(leaseMs * 2 ** row.tries, longestPauseMs)).toISOString()
        const claim = { worker, fence: row.fence + 1, tries: row.tries + 1, due: until }
        const { matchedCount } = await model.updateOne({ _id: row._id, state: 'due', fence: row.fence }, { $set: claim })
        if (matchedCount === 1) return claimedOf(row)
      }
      return undefined
    },
    async advanceHistory({ id, fence }, next) {
      const change = next === 'done' ? { $set: { state: 'done' as const } } : { $set: stepOf(next, database.clock().toISOString()) }
      await model.updateOne({ _id: id, fence, state: 'due' }, change)
    },
  }
}

const begun = { messages: 0, files: 0, tries: 0 }

/** Due at once, for whoever comes first: a long thread is read page by page by all processes in turn. */
const stepOf = ({ cursor, messages, files, unread, toldAt, due }: HistoryStep, now: string) => ({
  messages,
  files,
  ...(cursor !== undefined && { cursor }),
  ...(unread !== undefined && { unread }),
  ...(toldAt !== undefined && { toldAt }),
  tries: 0,
  due: due ?? now,
})

const dueRows = (model: Model<Row>, now: string, of: { thread: string; contract: string } | undefined): Promise<Row[]> => {
  const due = { state: 'due' as const, due: trusted({ $lte: now }) }
  if (of) return model.find({ ...due, _id: `${of.contract} 1 ${of.thread}` }).lean() as unknown as Promise<Row[]>
  return model.find(due).sort({ due: 1 }).limit(10).lean() as unknown as Promise<Row[]>
}

const claimedOf = ({ _id, thread, contract, pass, cursor, messages, files, unread, toldAt, tries, by, fence }: Row): ClaimedHistory => ({
  ...{ id: _id, thread, contract, pass, by },
  ...{ cursor, messages, files, unread, toldAt },
  tries: tries + 1,
  fence: fence + 1,
})
