// Keeping a projected row: the one folded from the later entry stays, whoever comes last.
import { type Model, trusted } from 'mongoose'
import { clashOf } from '../clash.ts'

/** Writes the row unless one is there that was made from a later entry, or from the same. */
export const upsertNewer = async <Row extends { _id: string; seq: number }>(model: Model<Row>, row: Row): Promise<void> => {
  try {
    await model.replaceOne({ _id: row._id, seq: trusted({ $lt: row.seq }) } as never, row as never, { upsert: true })
  } catch (error) {
    // The filter found no older row and the insert ran into a newer one.
    if (!clashOf(model, error)) throw error
  }
}
