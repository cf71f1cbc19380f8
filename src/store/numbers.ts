// Numbers that people type (`D-9`): counted over the whole company by one document a kind.
import type { Database } from './database.ts'
import type { NumberStore } from './store.ts'

type NumberRow = { _id: string; last: number }

/** Besides: the last number that was given. */
export type Numbers = NumberStore & { last(prefix: string): Promise<number> }

export const createNumbers = (db: Database): Numbers => {
  const numbers = db.model<NumberRow>('numbers', { last: { type: Number, required: true } })
  return {
    async next(prefix) {
      // A repeated write takes one number more than needed: gaps are fine, and no number is given twice.
      const row = await numbers.findOneAndUpdate({ _id: prefix }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' }).lean()
      return `${prefix}-${row.last}`
    },
    last: async (prefix) => (await numbers.findById(prefix).lean())?.last ?? 0,
  }
}
