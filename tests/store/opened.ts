// A store of a test's own, opened as the bot opens it, with a clock that the test moves.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { type TestDatabase, testDatabase } from '../setup/database.ts'

export type Opened = {
  readonly store: Store
  readonly reports: string[]
  readonly test: TestDatabase
  /** The same data, opened once more: another process. */
  open(): Promise<Store>
  pass(milliseconds: number): void
  clock(): Date
}

/** Opened before the tests of the file, dropped after them. */
export const useStore = (): Opened => {
  let test: TestDatabase
  let directory: string
  let time = Date.parse('2026-03-02T08:00:00.000Z')
  const stores: Store[] = []
  const reports: string[] = []
  const clock = () => new Date(time)
  const open = async () => {
    const place = { uri: test.uri, databaseName: test.name, dataDirectory: join(directory, String(stores.length)) }
    const store = await openStore({ ...place, clock, zone: 'Europe/Berlin', report: (line) => void reports.push(line) })
    stores.push(store)
    return store
  }
  beforeAll(async () => {
    test = await testDatabase()
    directory = await mkdtemp(join(tmpdir(), 'throughline-store-'))
    await open()
  })
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    await test.drop()
    await rm(directory, { recursive: true, force: true })
  })
  return {
    get store() {
      return stores[0] as Store
    },
    get test() {
      return test
    },
    reports,
    open,
    pass: (milliseconds) => {
      time += milliseconds
    },
    clock,
  }
}
