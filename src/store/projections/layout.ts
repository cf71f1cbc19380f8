// Which layout the projections of a database have: those of an earlier version of the program are made afresh from the record, once.
import type { Database } from '../database.ts'
import { upserting } from '../upserting.ts'

/** Raised whenever a projection holds something that rows made before do not. */
export const layout = 3

type LayoutRow = { _id: string; layout: number }
type Parts = { database: Database; newest: () => Promise<number>; rebuild: (report: (line: string) => void) => Promise<void> }

/** `begin` marks an empty database as current; `refresh` makes projections of an earlier layout afresh, and is nothing for others. */
export const createLayout = ({ database, newest, rebuild }: Parts) => {
  const rows = database.model<LayoutRow>('layouts', { layout: Number })
  const mark = () => upserting(() => rows.updateOne({ _id: 'projections' }, { $set: { layout } }, { upsert: true }))
  const isCurrent = async () => (await rows.findById('projections').lean<LayoutRow>())?.layout === layout
  return {
    async begin(): Promise<void> {
      if (!(await isCurrent()) && (await newest()) === 0) await mark()
    },
    async refresh(report: (line: string) => void): Promise<void> {
      if (await isCurrent()) return
      report('What is found and listed was made by an earlier version: it is made afresh from the record, once.')
      await rebuild(report)
      await mark()
    },
  }
}
