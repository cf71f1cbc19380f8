// Histories: threads whose older replies are to be read, by anyone and resumed from where the last one stopped.
import { type Model, trusted } from 'mongoose'
import { clashOf } from './clash.ts'
import type { Database } from './database.ts'
import type { ClaimedHistory, ThreadStore } from './store.ts'

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
        messages: 0,
        tries: 0,
        by,
        fence: 0,
      }
      try {
        await model.create([row])
      } catch (error) {
        if (!clashOf(model, error)) throw error
        const finished = { _id: row._id, state: 'done' as const, by: trusted({ $ne: by }) }
        await model.updateOne(finished, { $set: { state: 'due', due, messages: 0, tries: 0, by }, $unset: { cursor: 1 } })
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
    async advanceHistory({ id, fence, messages }, next) {
      const mine = { _id: id, fence, state: 'due' as const }
      if (next === 'done') await model.updateOne(mine, { $set: { state: 'done', messages } })
      // Due at once, for whoever comes first: a long thread is read page by page by all processes in turn.
      else {
        const due = database.clock().toISOString()
        await model.updateOne(mine, { $set: { cursor: next.cursor, messages: next.messages, tries: 0, due } })
      }
    },
  }
}

const dueRows = (model: Model<Row>, now: string, of: { thread: string; contract: string } | undefined): Promise<Row[]> => {
  const due = { state: 'due' as const, due: trusted({ $lte: now }) }
  if (of) return model.find({ ...due, _id: `${of.contract} 1 ${of.thread}` }).lean() as unknown as Promise<Row[]>
  return model.find(due).sort({ due: 1 }).limit(10).lean() as unknown as Promise<Row[]>
}

const claimedOf = ({ _id, thread, contract, pass, cursor, messages, tries, by, fence }: Row): ClaimedHistory => ({
  id: _id,
  thread,
  contract,
  pass,
  cursor,
  messages,
  tries: tries + 1,
  by,
  fence: fence + 1,
})
