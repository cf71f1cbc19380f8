// The connection: strict collections, sanitized filters, clashes told by their index, and inserts that go out together.
import { trusted } from 'mongoose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clashOf } from '../../src/store/clash.ts'
import { connectDatabase, type Database, type SentCommand } from '../../src/store/database.ts'
import { createGroupedInsert } from '../../src/store/grouped-insert.ts'
import { type TestDatabase, testDatabase } from '../setup/database.ts'

type Thing = { _id: string; name?: string; owner?: string; bytes?: unknown }

let place: TestDatabase
let db: Database
let commands: SentCommand[] = []
const defineThings = (database: Database) =>
  database.model<Thing>('things', { name: String, owner: String, bytes: Object }, [
    { fields: { name: 1, owner: 1 }, options: { unique: true, partialFilterExpression: { name: { $exists: true } } } },
  ])
let things: ReturnType<typeof defineThings>

beforeAll(async () => {
  place = await testDatabase()
  db = await connectDatabase({
    uri: place.uri,
    databaseName: place.name,
    clock: () => new Date(),
    onCommand: (sent) => commands.push(sent),
  })
  things = defineThings(db)
  await db.ensureIndexes()
})
beforeEach(async () => {
  await things.deleteMany({})
  commands = []
})
afterAll(async () => {
  await db.close()
  await place.drop()
})

test('a field that the collection does not have throws, in a row and in a filter', async () => {
  await expect(things.create({ _id: '1', colour: 'red' } as never)).rejects.toThrow('colour')
  await expect(things.find({ colour: 'red' } as never).lean()).rejects.toThrow('colour')
  await expect(things.updateOne({ _id: '1' }, { $set: { colour: 'red' } } as never)).rejects.toThrow('colour')
})

test.each([{ $ne: null }, { $gt: '' }, { $in: ['Ana'] }, { $regex: '.*' }])(
  '%j in a filter finds nothing unless the store says so itself',
  async (hostile) => {
    await things.create({ _id: '1', name: 'Ana' })
    const found = await things
      .find({ name: hostile as never })
      .lean()
      .catch((error: Error) => error.name)
    expect(['CastError', []]).toContainEqual(found)
    expect(await things.find({ name: trusted(hostile) as never }).lean()).toHaveLength(hostile.$regex ? 1 : 1)
  },
)

test('a clash is told as the fields of its index, whatever the values hold', async () => {
  const hostile = 'x index: _id_ dup key: { y'
  await things.create({ _id: '1', name: hostile, owner: 'P-1' })
  const clash = async (row: Thing) => clashOf(things, await things.create(row).catch((error: unknown) => error))
  expect(await clash({ _id: '2', name: hostile, owner: 'P-1' })).toEqual(['name', 'owner'])
  expect(await clash({ _id: '1', name: 'other', owner: 'P-1' })).toEqual(['_id'])
  expect(clashOf(things, new Error('E11000 index: _id_ dup key'))).toBeUndefined()
})

test('inserts of the same moment go out as one write and each caller gets its own result', async () => {
  const insert = createGroupedInsert(things)
  await insert({ _id: '0', name: 'zero', owner: 'P-1' })
  commands = []
  const results = await Promise.all([
    insert({ _id: '1', name: 'one', owner: 'P-1' }),
    insert({ _id: '0', name: 'another', owner: 'P-1' }),
    insert({ _id: '2', name: 'zero', owner: 'P-1' }),
    insert({ _id: '3', name: 'three', owner: 'P-1' }),
  ])
  expect(results).toEqual([
    { stored: true },
    { stored: false, clash: ['_id'] },
    { stored: false, clash: ['name', 'owner'] },
    { stored: true },
  ])
  expect(commands.map(({ name }) => name)).toEqual(['insert'])
  expect((await things.find().lean()).map(({ _id }) => _id).sort()).toEqual(['0', '1', '3'])
})

test('who comes while a write is under way goes out with the next one', async () => {
  const insert = createGroupedInsert(things)
  const first = insert({ _id: '1', name: 'one' })
  await new Promise((resolve) => setImmediate(resolve))
  const later = ['2', '3', '4'].map((_id) => insert({ _id, name: _id }))
  expect(await Promise.all([first, ...later])).toEqual(Array(4).fill({ stored: true }))
  expect(commands.filter(({ name }) => name === 'insert').map(({ command }) => (command.documents as Thing[]).length)).toEqual([1, 3])
})

test('a row that cannot be written fails alone', async () => {
  const insert = createGroupedInsert(things)
  const circle: Record<string, unknown> = {}
  circle.self = circle
  const results = await Promise.allSettled([
    insert({ _id: '1', name: 'one' }),
    insert({ _id: '2', bytes: circle }),
    insert({ _id: '3', name: 'three' }),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await things.countDocuments({ _id: trusted({ $in: ['1', '2', '3'] }) as never })).toBe(2)
})

test('an operator that the store trusts is one', async () => {
  await things.create({ _id: '1', name: 'Ana' })
  expect(await things.find({ name: trusted({ $gt: 'A' }) as never }).lean()).toHaveLength(1)
})

test('a database that is away is told within seconds, after a few tries', async () => {
  const started = Date.now()
  await expect(connectDatabase({ uri: 'mongodb://127.0.0.1:9/?directConnection=true', clock: () => new Date() })).rejects.toThrow()
  expect(Date.now() - started).toBeLessThan(15_000)
  expect(await db.isAvailable()).toBe(true)
  const own = await connectDatabase({ uri: place.uri, databaseName: place.name, clock: () => new Date() })
  await own.close()
  expect(await own.isAvailable()).toBe(false)
})
