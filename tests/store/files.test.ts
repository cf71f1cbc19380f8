// Files: the same bytes once, by whomever and however often they are kept, also after a crash in the middle.
import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { FileStore, Store } from '../../src/store/store.ts'
import { useStore } from './opened.ts'

const opened = useStore()
let files: FileStore
let others: Store[]
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const rows = async (collection: string, filter: object) => {
  const database = opened.store.tickerDatabase() as { collection(name: string): { countDocuments(filter: object): Promise<number> } }
  return database.collection(collection).countDocuments(filter)
}

beforeAll(async () => {
  files = opened.store.files
  others = [await opened.open(), await opened.open()]
})

test.each([0, 1, 255 * 1024 - 1, 255 * 1024, 255 * 1024 + 1, 5_000_000])('%i bytes come back as they were', async (size) => {
  const bytes = randomBytes(size)
  expect(await files.keep(bytes)).toEqual({ sha256: sha256Of(bytes), size })
  expect(Buffer.compare(Buffer.from(await files.read(sha256Of(bytes))), bytes)).toBe(0)
})

test('kept by three processes at once, the bytes are there once', async () => {
  const bytes = randomBytes(1_200_000)
  const kept = await Promise.all([opened.store, ...others].flatMap(({ files }) => [files.keep(bytes), files.keep(bytes)]))
  expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1)
  const sha256 = sha256Of(bytes)
  expect([await rows('fs.files', { _id: sha256 }), await rows('fs.chunks', { files_id: sha256 })]).toEqual([1, 5])
  expect(sha256Of(await files.read(sha256))).toBe(sha256)
})

test('half kept by a process that died, they are whole once another keeps them, and not there before', async () => {
  const bytes = randomBytes(900_000)
  const sha256 = sha256Of(bytes)
  const database = opened.store.tickerDatabase() as { collection(name: string): { insertOne(row: object): Promise<unknown> } }
  await database
    .collection('fs.chunks')
    .insertOne({ _id: `${sha256}:1`, files_id: sha256, n: 1, data: bytes.subarray(255 * 1024, 2 * 255 * 1024) })
  await expect(files.read(sha256)).rejects.toMatchObject({ kind: 'not-found' })
  await files.keep(bytes)
  expect(sha256Of(await files.read(sha256))).toBe(sha256)
})

test('bytes that were altered in the database are told, not handed out', async () => {
  const bytes = randomBytes(1_000)
  const { sha256 } = await files.keep(bytes)
  const database = opened.store.tickerDatabase() as {
    collection(name: string): { updateOne(filter: object, update: object): Promise<unknown> }
  }
  await database.collection('fs.chunks').updateOne({ _id: `${sha256}:0` }, { $set: { data: Buffer.from('forged') } })
  await expect(files.read(sha256)).rejects.toThrow('damaged')
})

test.each([
  { title: 'short', text: 'The cap is 12 months.' },
  { title: 'empty', text: '' },
  { title: 'longer than one part', text: 'schedule Ü 𝒳 '.repeat(400_000) },
])('a $title text comes back whole', async ({ title, text }) => {
  const { sha256 } = await files.keep(Buffer.from(title))
  expect(await files.text(sha256)).toBeUndefined()
  await files.keepText('C-1', { sha256, name: `${title}.txt` }, text)
  await files.keepText('C-2', { sha256, name: `${title}.txt` }, text)
  expect((await files.text(sha256)) === text).toBe(true)
})
