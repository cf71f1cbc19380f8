// Readings by a model: one row a document of a contract, claimed by compare-and-set, so that nothing is lost by a restart.
import { type Model, trusted } from 'mongoose'
import { clashOf } from './clash.ts'
import type { Database } from './database.ts'
import type { ClaimedModelReading, ModelReading, ModelReadingStore } from './model-reading-store.ts'

type Row = ModelReading & {
  _id: string
  state: 'due' | 'done' | 'failed'
  /** ISO: when it may be claimed, or the end of a lease. */
  due: string
  tries: number
  reason?: string
  worker?: string
  fence: number
}

/** Longer than a model is waited for. */
const leaseMs = 10 * 60_000

const readingsModel = (database: Database): Model<Row> =>
  database.model<Row>(
    'model_readings',
    {
      ...{ contract: String, document: String, name: String, actor: String, source: String, today: String },
      ...{ state: String, due: String, tries: Number, reason: String, worker: String, fence: Number },
    },
    [{ fields: { state: 1, due: 1 } }],
  )

export const createModelReadings = (database: Database): ModelReadingStore => {
  const rows = readingsModel(database)
  const now = (): string => database.clock().toISOString()
  return {
    async schedule(reading) {
      const begun = { ...reading, state: 'due' as const, due: now(), tries: 0 }
      const _id = `${reading.contract} ${reading.document}`
      try {
        await rows.create([{ _id, ...begun, fence: 0 }])
      } catch (error) {
        if (!clashOf(rows, error)) throw error
        await rows.updateOne({ _id, state: 'failed' }, { $set: begun, $unset: { reason: 1 } })
      }
      return (await rows.findById(_id, { state: 1 }).lean())?.state !== 'done'
    },
    async claim(worker, limit) {
      const due = { state: 'due' as const, due: trusted({ $lte: now() }) }
      const claimed: ClaimedModelReading[] = []
      for (const row of (await rows.find(due).sort({ due: 1 }).limit(limit).lean()) as unknown as Row[]) {
        const until = new Date(database.clock().getTime() + leaseMs).toISOString()
        const claim = { worker, fence: row.fence + 1, tries: row.tries + 1, due: until }
        const { matchedCount } = await rows.updateOne({ _id: row._id, state: 'due', fence: row.fence }, { $set: claim })
        if (matchedCount === 1) claimed.push(claimedOf(row))
      }
      return claimed
    },
    async settle({ id, fence }, outcome) {
      await rows.updateOne({ _id: id, fence, state: 'due' }, { $set: outcome.state === 'later' ? { ...outcome, state: 'due' } : outcome })
    },
    async counts() {
      const [waiting, failed] = await Promise.all((['due', 'failed'] as const).map((state) => rows.countDocuments({ state })))
      return { waiting: waiting ?? 0, failed: failed ?? 0 }
    },
  }
}

const claimedOf = ({ _id, contract, document, name, actor, source, today, tries, fence }: Row): ClaimedModelReading => ({
  ...{ id: _id, contract, document, name, actor, source, today },
  tries: tries + 1,
  fence: fence + 1,
})
