// A database of a test's own, connected as the store connects, with a clock that the test moves.
import { afterAll, beforeAll } from 'vitest'
import { connectDatabase, type Database } from '../../src/store/database.ts'
import { type TestDatabase, testDatabase } from '../setup/database.ts'

export type Connected = {
  readonly database: Database
  readonly test: TestDatabase
  /** Another connection to the same data: another process. */
  connect(): Promise<Database>
  /** Moves the clock of all connections. */
  pass(milliseconds: number): void
  now(): string
}

/** Connected before the tests of the file, dropped after them. */
export const useDatabase = (): Connected => {
  let test: TestDatabase
  let database: Database
  const others: Database[] = []
  let time = Date.parse('2026-03-02T08:00:00.000Z')
  const clock = () => new Date(time)
  const connect = () => connectDatabase({ uri: test.uri, databaseName: test.name, clock })
  beforeAll(async () => {
    test = await testDatabase()
    database = await connect()
  })
  afterAll(async () => {
    await Promise.all([database, ...others].map((one) => one.close()))
    await test.drop()
  })
  return {
    get database() {
      return database
    },
    get test() {
      return test
    },
    async connect() {
      const other = await connect()
      others.push(other)
      return other
    },
    pass: (milliseconds) => {
      time += milliseconds
    },
    now: () => clock().toISOString(),
  }
}
