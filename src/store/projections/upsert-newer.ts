// Keeping a projected row: the one folded from the later entry stays, whoever comes last.
import { type Model, trusted } from 'mongoose'
import type { Inserted } from '../grouped-insert.ts'

export type Insert<Row> = (row: Row) => Promise<Inserted>

/** Inserts the row, or puts it in the place of one that was made from an earlier entry. */
export const upsertNewer = async <Row extends { _id: string; seq: number }>(
  model: Model<Row>,
  insert: Insert<Row>,
  row: Row,
): Promise<void> => {
  const { stored } = await insert(row)
  if (!stored) await model.replaceOne({ _id: row._id, seq: trusted({ $lt: row.seq }) } as never, row as never)
}
