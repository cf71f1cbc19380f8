// Numbers that people type (`D-9`): counted over the whole company by one document a kind.
import type { Database } from './database.ts'
import type { NumberStore } from './store.ts'
import { upserting } from './upserting.ts'

type NumberRow = { _id: string; last: number }

/** Besides: the last number that was given. */
export type Numbers = NumberStore & { last(prefix: string): Promise<number> }

export const createNumbers = (db: Database): Numbers => {
  const numbers = db.model<NumberRow>('numbers', { last: { type: Number, required: true } })
  const one = (prefix: string): Promise<NumberRow | null> =>
    numbers.findOneAndUpdate({ _id: prefix }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' }).lean()
  return {
    async next(prefix) {
      // A repeated write takes one number more than needed: gaps are fine, and no number is given twice.
      // Two who begin at once: one server tells the second that the key is there, another gives it no row; it asks again.
      for (let tries = 0; tries < 10; tries += 1) {
        const row = await upserting(() => one(prefix))
        if (row) return `${prefix}-${row.last}`
      }
      throw new Error(`the counter of ${prefix} gave no number`)
    },
    last: async (prefix) => (await numbers.findById(prefix).lean())?.last ?? 0,
  }
}
