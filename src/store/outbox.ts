// The outbox: what is to be sent, each row once, one row of a lane at a time, and never blindly again.
import { type Model, trusted } from 'mongoose'
import { clashOf } from './clash.ts'
import type { Database } from './database.ts'
import { createGroupedInsert } from './grouped-insert.ts'
import type { ClaimedOutboxRow, NewOutboxRow, OutboxRow, OutboxStore } from './store.ts'

type Row = {
  _id: string
  platform: OutboxRow['platform']
  lane: string
  /** JSON, because a card holds whatever people wrote, as keys too. */
  outgoing: string
  state: 'waiting' | 'sending' | 'sent' | 'failed'
  enqueuedAt: string
  /** ISO; waiting: not before; sending: the end of the lease. */
  until: string
  worker?: string
  fence: number
  attempts: number
  unclear: boolean
  /** The platform's id of what was sent. */
  message?: string
  reason?: string
  settledAt?: Date
}

const leaseMs = 30_000
const giveUpAfterMs = 24 * 3_600_000
const pageSize = 200
const thirtyDays = 30 * 86_400

const outboxModel = (database: Database): Model<Row> =>
  database.model<Row>(
    'outbox',
    {
      platform: String,
      lane: String,
      outgoing: String,
      state: String,
      enqueuedAt: String,
      until: String,
      worker: String,
      fence: Number,
      attempts: Number,
      unclear: Boolean,
      message: String,
      reason: String,
      settledAt: Date,
    },
    [
      { fields: { state: 1, enqueuedAt: 1, _id: 1 } },
      // At most one row of a lane is on its way: the index says so, whoever claims.
      { fields: { lane: 1 }, options: { unique: true, partialFilterExpression: { state: 'sending' } } },
      { fields: { lane: 1, state: 1 } },
      { fields: { settledAt: 1 }, options: { expireAfterSeconds: thirtyDays } },
    ],
  )

export const createOutbox = (database: Database): OutboxStore => {
  const model = outboxModel(database)
  const insert = createGroupedInsert(model)
  const now = () => database.clock().toISOString()
  const leaseEnd = () => new Date(database.clock().getTime() + leaseMs).toISOString()
  return {
    async enqueue(row, worker) {
      const fresh = newRow(row, now())
      const isNext = worker !== undefined && !(await model.exists({ lane: row.lane, state: 'waiting' }))
      if (!(await insert(fresh)).stored) return 'known'
      // Not inserted as sending: an embedded server never forgets such a row's place in the index of lanes, however it ended.
      const claimed = isNext && claimRow(model, fresh, { worker, now: fresh.enqueuedAt, until: leaseEnd() })
      // It is kept, which is what was asked for; where it could not be handed over, whoever claims next sends it.
      return (claimed && (await claimed.catch(() => undefined))) || 'enqueued'
    },
    async claim(worker, limit) {
      const lease = { worker, now: now(), until: leaseEnd() }
      const claimed: ClaimedOutboxRow[] = []
      for await (const row of claimable(model, lease.now)) {
        if (claimed.length === limit) break
        const mine = await claimRow(model, row, lease)
        if (mine) claimed.push(mine)
      }
      return claimed
    },
    settle: (worker, row, outcome) =>
      settle(model, database.clock(), { _id: row.id, worker, fence: row.fence, state: 'sending' }, row, outcome),
    sent: async (id) => (await model.findOne({ _id: id, state: 'sent' }, { message: 1 }).lean())?.message,
    async counts() {
      const [waiting, sending, failed] = await Promise.all(
        (['waiting', 'sending', 'failed'] as const).map((state) => model.countDocuments({ state })),
      )
      return { waiting: (waiting ?? 0) + (sending ?? 0), failed: failed ?? 0 }
    },
  }
}

const newRow = ({ id, platform, lane, outgoing }: NewOutboxRow, enqueuedAt: string): Row => ({
  _id: id,
  platform,
  lane,
  outgoing: JSON.stringify(outgoing),
  state: 'waiting',
  enqueuedAt,
  until: '',
  fence: 0,
  attempts: 0,
  unclear: false,
})

type Held = { _id: string; worker: string; fence: number; state: 'sending' }
type Outcome = Parameters<OutboxStore['settle']>[2]

const settle = async (model: Model<Row>, settledAt: Date, mine: Held, row: OutboxRow, outcome: Outcome): Promise<void> => {
  switch (outcome.state) {
    case 'sent':
      await model.updateOne(mine, { $set: { state: 'sent', message: outcome.message, settledAt } })
      return
    case 'failed':
      await model.updateOne(mine, { $set: { state: 'failed', reason: outcome.reason, settledAt } })
      return
    case 'later': {
      const { at: until, unclear, reason } = outcome
      const tooOld = { ...mine, enqueuedAt: trusted({ $lte: new Date(settledAt.getTime() - giveUpAfterMs).toISOString() }) }
      await model.updateOne(tooOld, { $set: { state: 'failed', reason: `not sent within 24 hours: ${reason}`, unclear, settledAt } })
      await model.updateOne(mine, { $set: { state: 'waiting', until, unclear, reason, attempts: row.attempts + 1 } })
      return
    }
    default:
      return outcome satisfies never
  }
}

/** Rows whose lease has run out, then the oldest waiting row of every lane that may be sent now. */
async function* claimable(model: Model<Row>, now: string): AsyncGenerator<Row> {
  const sending = await model.find({ state: 'sending' }).lean()
  yield* sending.filter((row) => row.until <= now)
  const busy = new Set(sending.map((row) => row.lane))
  let after: Row | undefined
  do {
    const page = await oldestWaiting(model, after)
    for (const row of page) {
      // A row that waits for its time holds up its lane, so that what is read in a conversation keeps its order.
      if (!busy.has(row.lane) && row.until <= now) yield row
      busy.add(row.lane)
    }
    after = page.length === pageSize ? page.at(-1) : undefined
  } while (after)
}

/** A page of waiting rows by (enqueuedAt, id), each part by an equality first. */
const oldestWaiting = async (model: Model<Row>, after: Row | undefined): Promise<Row[]> => {
  const page = (filter: object, limit: number) =>
    model
      .find({ state: 'waiting', ...filter })
      .sort({ enqueuedAt: 1, _id: 1 })
      .limit(limit)
      .lean()
  if (!after) return page({}, pageSize)
  const same = await page({ enqueuedAt: after.enqueuedAt, _id: trusted({ $gt: after._id }) }, pageSize)
  const rest = same.length < pageSize ? await page({ enqueuedAt: trusted({ $gt: after.enqueuedAt }) }, pageSize - same.length) : []
  return [...same, ...rest] as Row[]
}

type Lease = { worker: string; now: string; until: string }

const claimRow = async (model: Model<Row>, row: Row, { worker, until }: Lease): Promise<ClaimedOutboxRow | undefined> => {
  // Whoever held it before may have sent it: then it is looked for first.
  const unclear = row.unclear || row.state === 'sending'
  const fence = row.fence + 1
  try {
    const { matchedCount } = await model.updateOne(
      { _id: row._id, state: row.state, fence: row.fence },
      { $set: { state: 'sending', worker, until, fence, unclear } },
    )
    if (matchedCount === 0) return undefined
  } catch (error) {
    if (clashOf(model, error)) return undefined
    throw error
  }
  return { id: row._id, platform: row.platform, lane: row.lane, outgoing: JSON.parse(row.outgoing), attempts: row.attempts, fence, unclear }
}
