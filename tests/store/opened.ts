// A store of a test's own, opened by the front door, with people and drafts to fill it with.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Document, MongoClient } from 'mongodb'
import { afterAll, beforeAll } from 'vitest'
import type { Person } from '../../src/contracts/identity.ts'
import type { Draft } from '../../src/contracts/record/entry.ts'
import type { Payloads } from '../../src/contracts/record/kinds.ts'
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

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: undefined,
  standing: 'member',
  active: true,
  roles: [],
  team: undefined,
  manager: undefined,
  zone: undefined,
  hours: undefined,
  company: undefined,
  accounts: [{ platform: 'teams', home: 't', id }],
  ...more,
})

export const conversation = 'teams:t:general'
export const thread = `${conversation}|1`
export const instant = (minutes: number): string => new Date(Date.parse('2025-03-03T09:00:00.000Z') + minutes * 60_000).toISOString()

/** What somebody said: `id` names the message, and is the minute at which it was posted. */
export const said = (id: number, text: string, more: Partial<Payloads['message']> = {}): Draft<'message'> => ({
  kind: 'message',
  key: `m:${id}`,
  actor: 'teams:t:P-1',
  source: 'teams',
  payload: {
    message: `${conversation}|m|${id}`,
    thread,
    author: { name: 'Ana Ruiz' },
    postedAt: instant(id),
    audience: 'internal',
    visibility: 'contract',
    kind: 'message',
    text,
    files: [],
    backfilled: false,
    ...more,
  },
})

const act = { actor: 'P-1', source: 'test' }
export const decided = (key: string, text = key): Draft => ({
  ...act,
  kind: 'decision',
  key,
  payload: { decision: 'D-1', text, cites: [] },
})
export const linked = (key: string, of = thread): Draft => ({
  ...act,
  kind: 'linked',
  key,
  payload: { thread: of, conversationName: 'general', visibility: 'contract' },
})
export const unlinked = (key: string, of = thread): Draft => ({ ...act, kind: 'unlinked', key, payload: { thread: of } })
export const restrict = (key: string, restricted = true): Draft => ({ ...act, kind: 'restricted', key, payload: { restricted } })
export const grant = (to: string, level: 'read' | 'write' = 'read'): Draft => ({
  ...act,
  kind: 'granted',
  key: `g:${to}`,
  payload: { person: to, level },
})
export const fieldSet = (key: string, field: string, value: unknown): Draft => ({
  ...act,
  kind: 'field',
  key,
  payload: { field, value: value as never },
})
export const documentAdded = (sha256: string, name: string): Draft => ({
  ...act,
  kind: 'document',
  key: `document:${sha256}`,
  payload: { sha256, name, size: 1, type: 'txt', warnings: [], hasText: true },
})
