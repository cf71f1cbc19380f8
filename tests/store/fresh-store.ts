// A store of a test's own, opened by the front door, with people and drafts to fill it with.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Document, MongoClient } from 'mongodb'
import { afterAll, beforeAll } from 'vitest'
import type { SentCommand } from '../../src/store/database.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { type TestDatabase, testDatabase } from '../setup/database.ts'

export type Opened = {
  readonly store: Store
  readonly place: TestDatabase
  readonly directory: string
  /** What was sent to the server since it was last emptied. */
  readonly sent: SentCommand[]
  /** What the store said. */
  readonly lines: string[]
  /** Another store on the same data: another process. */
  open(): Promise<Store>
  /** All rows of a collection by id, past the store. */
  rows(collection: string): Promise<Document[]>
  /** What somebody does who has the database's password. */
  tamper(collection: string, act: (collection: ReturnType<ReturnType<MongoClient['db']>['collection']>) => Promise<unknown>): Promise<void>
}

/** Opened before the tests of the file, closed and dropped after them. */
export const useStore = (): Opened => {
  let [place, directory, client]: [TestDatabase, string, MongoClient] = [undefined as never, '', undefined as never]
  const stores: Store[] = []
  const sent: SentCommand[] = []
  const lines: string[] = []
  const open = async () => {
    const onCommand = (command: SentCommand) => sent.push(command)
    const report = (line: string) => lines.push(line)
    const options = { uri: place.uri, databaseName: place.name, dataDirectory: directory, zone: 'Europe/Berlin', onCommand, report }
    const store = await openStore({ ...options, clock: () => new Date() })
    stores.push(store)
    return store
  }
  beforeAll(async () => {
    place = await testDatabase()
    directory = await mkdtemp(join(tmpdir(), 'throughline-store-'))
    client = new MongoClient(place.uri)
    await open()
  })
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    await client.close()
    await place.drop()
    await rm(directory, { recursive: true, force: true })
  })
  return {
    get store() {
      return stores[0] as Store
    },
    get place() {
      return place
    },
    get directory() {
      return directory
    },
    sent,
    lines,
    open,
    rows: (collection) => client.db(place.name).collection(collection).find().sort({ _id: 1 }).toArray(),
    tamper: async (collection, act) => void (await act(client.db(place.name).collection(collection))),
  }
}

export * from './opened-drafts.ts'
