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
  by: string
  worker?: string
  fence: number
}

export type HistoryStore = Pick<ThreadStore, 'scheduleHistory' | 'claimHistory' | 'advanceHistory'>

/** A page may have files to be fetched. */
const leaseMs = 120_000

export const createHistories = (database: Database): HistoryStore => {
  const model = database.model<Row>(
    'histories',
    {
      thread: String,
      contract: String,
      pass: Number,
      state: String,
      due: String,
      cursor: String,
      messages: Number,
      by: String,
      worker: String,
      fence: Number,
    },
    [{ fields: { state: 1, due: 1 } }],
  )
  return {
    async scheduleHistory({ thread, contract, due, pass, by }) {
      const row: Row = { _id: `${contract} ${pass} ${thread}`, thread, contract, pass, state: 'due', due, messages: 0, by, fence: 0 }
      try {
        await model.create([row])
      } catch (error) {
        if (!clashOf(model, error)) throw error
        // Linked once more after it was unlinked: what was read is read afresh, what is being read goes on.
        await model.updateOne({ _id: row._id, state: 'done' }, { $set: { state: 'due', due, messages: 0, by }, $unset: { cursor: 1 } })
      }
    },
    async claimHistory(worker, now, of) {
      for (const row of await dueRows(model, now, of)) {
        const until = new Date(Date.parse(now) + leaseMs).toISOString()
        const claim = { worker, fence: row.fence + 1, due: until }
        const { matchedCount } = await model.updateOne({ _id: row._id, state: 'due', fence: row.fence }, { $set: claim })
        if (matchedCount === 1) return claimedOf(row)
      }
      return undefined
    },
    async advanceHistory({ id, fence, messages }, next) {
      const mine = { _id: id, fence, state: 'due' as const }
      if (next === 'done') await model.updateOne(mine, { $set: { state: 'done', messages } })
      // Due at once, for whoever comes first: a long thread is read page by page by all processes in turn.
      else await model.updateOne(mine, { $set: { cursor: next.cursor, messages: next.messages, due: database.clock().toISOString() } })
    },
  }
}

const dueRows = (model: Model<Row>, now: string, of: { thread: string; contract: string } | undefined): Promise<Row[]> => {
  const due = { state: 'due' as const, due: trusted({ $lte: now }) }
  if (of) return model.find({ ...due, _id: `${of.contract} 1 ${of.thread}` }).lean() as unknown as Promise<Row[]>
  return model.find(due).sort({ due: 1 }).limit(10).lean() as unknown as Promise<Row[]>
}

const claimedOf = ({ _id, thread, contract, pass, cursor, messages, by, fence }: Row): ClaimedHistory => ({
  id: _id,
  thread,
  contract,
  pass,
  cursor,
  messages,
  by,
  fence: fence + 1,
})
