// The inbox: deliveries kept before they are acknowledged, and handed out to be folded by any of several processes.
import { randomUUID } from 'node:crypto'
import { type Model, trusted } from 'mongoose'
import type { Database } from './database.ts'
import { createGroupedInsert } from './grouped-insert.ts'
import type { Spool } from './spool.ts'
import type { ClaimedDelivery, Delivery, InboxStore } from './store.ts'
import { upserting } from './upserting.ts'
import { within } from './within.ts'

type InboxRow = Omit<Delivery, 'id' | 'body' | 'roster'> & {
  _id: string
  roster?: string
  /** Gone once it is folded: the record has it then. */
  body?: string
  state: 'waiting' | 'folded' | 'stuck'
  /** ISO; not to be claimed before: the end of a lease, or of the pause after a failure. */
  until: string
  worker?: string
  claim?: string
  /** Counts the claims, so that a worker whose lease has run out can no longer settle it. */
  fence: number
  attempts: number
  reason?: string
  foldedAt?: Date
}
type QuarantineRow = { _id: string; platform: string; receivedAt: string; reason: string; body: string; keptAt: Date }

type Options = { database: Database; spool: Spool; report: (line: string) => void }

const keepWithinMs = 1_000
const leaseMs = 30_000
/** The last of them is a day after the first. */
const mostAttempts = 14
/** A delivery that was claimed so often and never given back ends the process that folds it. */
const mostClaims = 30
/** What MongoDB takes in one document is 16 MB; platforms send a hundredth of it. */
const largestBody = 12 * 1024 * 1024
const day = 86_400

const inboxModel = (database: Database): Model<InboxRow> =>
  database.model<InboxRow>(
    'inbox',
    {
      platform: String,
      thread: String,
      receivedAt: String,
      roster: String,
      body: String,
      state: String,
      until: String,
      worker: String,
      claim: String,
      fence: Number,
      attempts: Number,
      reason: String,
      foldedAt: Date,
    },
    [
      { fields: { state: 1, receivedAt: 1, _id: 1 } },
      // A late duplicate is still known for a day; after that the key of its entry knows it.
      { fields: { foldedAt: 1 }, options: { expireAfterSeconds: day } },
    ],
  )

const quarantineModel = (database: Database): Model<QuarantineRow> =>
  database.model<QuarantineRow>('quarantine', { platform: String, receivedAt: String, reason: String, body: String, keptAt: Date }, [
    { fields: { keptAt: 1 }, options: { expireAfterSeconds: 90 * day } },
  ])

export const createInbox = ({ database, spool, report }: Options): InboxStore => {
  const model = inboxModel(database)
  const quarantined = quarantineModel(database)
  const insert = createGroupedInsert(model)
  const later = (milliseconds: number) => new Date(database.clock().getTime() + milliseconds).toISOString()
  const replay = alone(async () => {
    if (spool.isEmpty() || !(await database.isAvailable())) return 0
    return spool.drain(async (lines) => void (await Promise.all(lines.map((line) => insert(rowOf({ roster: undefined, ...line }))))))
  })
  return {
    async keep(delivery) {
      if (Buffer.byteLength(delivery.body) > largestBody)
        throw new RangeError(`The delivery ${delivery.id} is larger than ${largestBody} bytes.`)
      // Behind what is spooled already, so that order is kept.
      if (spool.isEmpty()) {
        try {
          return (await within(keepWithinMs, insert(rowOf(delivery)))).stored ? 'kept' : 'known'
        } catch (error) {
          report(`The database did not take a delivery, which goes to the spool: ${error instanceof Error ? error.message : error}`)
        }
      }
      const { roster, ...line } = delivery
      await spool.append({ ...line, ...(roster !== undefined && { roster }) })
      return 'spooled'
    },
    claim: (worker, limit) => claim(model, { worker, limit, now: later(0), until: later(leaseMs) }),
    async done(worker, claimed) {
      for (const [fence, ids] of Map.groupBy(claimed, (one) => one.fence)) {
        await model.updateMany(
          { _id: trusted({ $in: ids.map((one) => one.id) }), worker, fence, state: 'waiting' },
          { $set: { state: 'folded', foldedAt: database.clock() }, $unset: { body: 1, claim: 1 } },
        )
      }
    },
    async release(worker, { id, fence, attempts }, reason) {
      const next = attempts + 1
      const state = next >= mostAttempts ? 'stuck' : 'waiting'
      await model.updateOne({ _id: id, worker, fence }, { $set: { attempts: next, until: later(pauseMs(next)), reason, state } })
    },
    replaySpool: replay,
    async quarantine({ id, ...delivery }) {
      await upserting(() =>
        quarantined.updateOne({ _id: id }, { $setOnInsert: { ...delivery, keptAt: database.clock() } }, { upsert: true }),
      )
    },
    async counts() {
      const [waiting, stuck, spooled, apart] = await Promise.all([
        model.countDocuments({ state: 'waiting' }),
        model.countDocuments({ state: 'stuck' }),
        spool.count(),
        quarantined.estimatedDocumentCount(),
      ])
      return { waiting, stuck, spooled, quarantined: apart }
    },
  }
}

/** 5 s, 15 s, 45 s ... up to 4 hours: four attempts within the first minute or so, fourteen within 25 hours. */
const pauseMs = (attempts: number): number => Math.min(5_000 * 3 ** (attempts - 1), 4 * 3_600_000)

const rowOf = ({ id, roster, ...delivery }: Delivery): InboxRow => ({
  _id: id,
  ...delivery,
  ...(roster !== undefined && { roster }),
  state: 'waiting',
  until: '',
  fence: 0,
  attempts: 0,
})

type Claim = { worker: string; limit: number; now: string; until: string }

const claim = async (model: Model<InboxRow>, { worker, limit, now, until }: Claim): Promise<ClaimedDelivery[]> => {
  const free = { state: 'waiting', until: trusted({ $lte: now }) } as const
  const oldest = await model.find(free).sort({ receivedAt: 1, _id: 1 }).limit(limit).lean()
  if (oldest.length === 0) return []
  const mine = randomUUID()
  const among = { _id: trusted({ $in: oldest.map((row) => row._id) }) }
  // Sent twice it matches nothing the second time, so the count goes up once for each claim.
  await model.updateMany({ ...among, ...free }, { $set: { worker, claim: mine, until }, $inc: { fence: 1 } })
  const won = new Map((await model.find({ ...among, claim: mine }, { fence: 1, attempts: 1 }).lean()).map((row) => [row._id, row]))
  const claimed = oldest.flatMap((row) => {
    const { fence, attempts } = won.get(row._id) ?? {}
    return fence === undefined || attempts === undefined ? [] : [claimedOf(row, fence, attempts)]
  })
  const hopeless = claimed.filter((one) => one.fence > mostClaims).map((one) => one.id)
  if (hopeless.length === 0) return claimed
  const reason = `claimed ${mostClaims} times and never finished`
  await model.updateMany({ _id: trusted({ $in: hopeless }), claim: mine }, { $set: { state: 'stuck', reason } })
  return claimed.filter((one) => one.fence <= mostClaims)
}

const claimedOf = (row: InboxRow, fence: number, attempts: number): ClaimedDelivery => ({
  id: row._id,
  platform: row.platform,
  thread: row.thread,
  receivedAt: row.receivedAt,
  roster: row.roster,
  body: row.body ?? '',
  fence,
  attempts,
})

/** Runs one at a time: who calls meanwhile gets the answer of the run that is under way. */
const alone = <Answer>(act: () => Promise<Answer>): (() => Promise<Answer>) => {
  let running: Promise<Answer> | undefined
  return () => {
    running ??= act().finally(() => {
      running = undefined
    })
    return running
  }
}
