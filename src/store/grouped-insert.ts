// Grouped inserts: rows that wait at the same moment go out as one write; each caller gets its own result.
import { MongoBulkWriteError, MongoError, MongoInvalidArgumentError } from 'mongodb'
import type { Model } from 'mongoose'
import { clashIn } from './clash.ts'
import { TooLate, within } from './within.ts'

/** `clash` holds the fields of the unique index under which a row like it is there already. */
export type Inserted = { stored: true } | { stored: false; clash: string[] }

type Waiting<Row> = { row: Row; settle: (result: Inserted) => void; fail: (reason: unknown) => void }

const largestGroup = 500
/** Whoever comes next does not wait behind a write on a dead wire; should that one arrive all the same, its rows are known. */
const groupWithinMs = 10_000

/**
 * An insert of one row, durable when it resolves. One write is under way at a time: who comes meanwhile goes out together with the next, and
 * an idle system waits for nobody.
 */
export const createGroupedInsert = <Row extends { _id: string }>(model: Model<Row>): ((row: Row) => Promise<Inserted>) => {
  const waiting: Waiting<Row>[] = []
  let isWriting = false
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) await writeGroup(model, waiting.splice(0, largestGroup))
    isWriting = false
  }
  return (row) =>
    new Promise((settle, fail) => {
      waiting.push({ row, settle, fail })
      if (isWriting) return
      isWriting = true
      // A microtask, so that callers of the same moment are all there.
      queueMicrotask(flush)
    })
}

const writeGroup = async <Row extends { _id: string }>(model: Model<Row>, group: Waiting<Row>[]): Promise<void> => {
  try {
    await within(groupWithinMs, model.collection.insertMany(group.map(({ row }) => row) as never[], { ordered: false }))
    for (const { settle } of group) settle({ stored: true })
  } catch (error) {
    if (error instanceof MongoBulkWriteError) settleEach(model, group, error)
    else if (group.length > 1 && !(error instanceof TooLate) && isOfOneRow(error)) for (const one of group) await writeGroup(model, [one])
    else for (const { fail } of group) fail(error)
  }
}

/** Thrown before anything was sent: one row can't be written as BSON or is too large, which is no matter of the others. */
const isOfOneRow = (error: unknown): boolean => !(error instanceof MongoError) || error instanceof MongoInvalidArgumentError

const settleEach = <Row extends { _id: string }>(model: Model<Row>, group: Waiting<Row>[], error: MongoBulkWriteError): void => {
  const failures = new Map([error.writeErrors].flat().map((failure) => [failure.index, failure]))
  group.forEach(({ settle, fail }, index) => {
    const failure = failures.get(index)
    const clash = failure && clashIn(model, failure.code, failure.errmsg)
    if (clash) settle({ stored: false, clash })
    // A failure that names no row at all (a write concern) leaves every row unclear.
    else if (failure || failures.size === 0) fail(error)
    else settle({ stored: true })
  })
}
