// Duties: what the clock asks once in a period, over all processes; claimed by insert, or taken over when a claim has gone stale.
import { clashOf } from './clash.ts'
import type { Database } from './database.ts'
import type { DutyStore } from './store.ts'

type DutyRow = { _id: string; by: string; claimedAt: Date; done: boolean }

const staleAfterMs = 10 * 60_000

export const createDuties = (db: Database): DutyStore => {
  const duties = db.model<DutyRow>('duties', {
    by: { type: String, required: true },
    claimedAt: { type: Date, required: true },
    done: { type: Boolean, required: true },
  })
  const takeOver = async (id: string, by: string): Promise<boolean> => {
    const row = await duties.findOne({ _id: id }).lean()
    const now = db.clock()
    if (!row || row.done || now.getTime() - row.claimedAt.getTime() < staleAfterMs) return false
    const { modifiedCount } = await duties.updateOne({ _id: id, by: row.by, claimedAt: row.claimedAt, done: false }, { by, claimedAt: now })
    return modifiedCount === 1
  }
  return {
    async claim(id, by) {
      try {
        await duties.create({ _id: id, by, claimedAt: db.clock(), done: false })
        return true
      } catch (error) {
        if (!clashOf(duties, error)) throw error
        return takeOver(id, by)
      }
    },
    async done(id, by) {
      await duties.updateOne({ _id: id, by }, { done: true })
    },
  }
}
