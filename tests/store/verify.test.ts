// Verifying the record in the database: what somebody does there who has its password is found, and its entry named.
import { readFile, rename, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { decided, said, useStore } from './fresh-store.ts'

const opened = useStore()
const faults = async (contract?: string) => (await Array.fromAsync(opened.store.record.verify(contract))).flatMap((report) => report.faults)
const placesOf = async () => (await faults()).map(({ contract, seq }) => `${contract}/${seq}`)
const place = (contract: string, seq: number) => `${contract}/${seq}` as never

beforeAll(async () => {
  for (const contract of ['C-1', 'C-2', 'C-10']) {
    await opened.store.record.append(contract, () =>
      Array.from({ length: 10 }, (_, index) => (index % 2 ? said(index, `text ${index}`) : decided(`d${index}`))),
    )
  }
})

test('a whole record: a report a chain, with its head', async () => {
  const reports = await Array.fromAsync(opened.store.record.verify())
  expect(reports.map(({ contract, entries, head }) => [contract, entries, head?.seq])).toEqual([
    ['C-1', 10, 9],
    ['C-10', 10, 9],
    ['C-2', 10, 9],
  ])
  expect(reports.flatMap((report) => report.faults)).toEqual([])
  expect(await Array.fromAsync(opened.store.record.verify('C-77'))).toEqual([])
})

/** Done, looked at and undone. */
const meddled = async (seq: number, change: object, look: () => Promise<void>) => {
  const [before] = (await opened.rows('entries')).filter(({ _id }) => (_id as unknown) === place('C-2', seq))
  await opened.tamper('entries', (rows) => rows.updateOne({ _id: place('C-2', seq) }, change))
  await look()
  await opened.tamper('entries', (rows) => rows.replaceOne({ _id: place('C-2', seq) }, before as object, { upsert: true }))
  expect(await faults()).toEqual([])
}

describe('done in the database', () => {
  test.each<[number, object]>([
    [3, { $set: { payload: '{"text":"other"}' } }],
    [0, { $set: { actor: 'P-9' } }],
    [9, { $set: { at: '2020-01-01T00:00:00.000Z' } }],
    [4, { $unset: { prev: 1 } }],
    [4, { $set: { seq: 4.5 } }],
    [5, { $set: { contract: 'C-9' } }],
    [5, { $set: { contract: 7 } }],
    [6, { $unset: { payload: 1, salt: 1 } }],
    [7, { $set: { extra: true } }],
  ])('entry %i, %j', async (seq, change) => {
    await meddled(seq, change, async () =>
      expect(await placesOf()).toEqual([`C-2/${seq}`].flatMap((one) => (JSON.stringify(change).includes('contract') ? [one, one] : [one]))),
    )
  })
  test('an entry is taken away', async () => {
    const [before] = (await opened.rows('entries')).filter(({ _id }) => (_id as unknown) === place('C-2', 5))
    await opened.tamper('entries', (rows) => rows.deleteOne({ _id: place('C-2', 5) }))
    expect(await faults('C-2')).toEqual([{ contract: 'C-2', seq: 5, kind: 'missing', text: 'is missing' }])
    await opened.tamper('entries', (rows) => rows.insertOne(before as object))
    expect(await faults()).toEqual([])
  })
})

describe('anchors', () => {
  const file = () => join(opened.directory, 'anchors.jsonl')
  const lines = async () => (await readFile(file(), 'utf8')).split('\n').filter(Boolean)
  const check = async () => (await opened.store.anchors.check()).faults.map(({ contract, seq, kind }) => [contract, seq, kind])

  test('where nothing was ever anchored, nothing is wrong', async () => {
    expect(await opened.store.anchors.check()).toEqual({ anchors: 0, faults: [] })
    const empty = await openStore({
      uri: opened.place.uri,
      databaseName: `${opened.place.name}_e`,
      dataDirectory: opened.directory,
      clock: () => new Date(),
      zone: 'utc',
    })
    expect(await empty.anchors.write('2025-01-01T00:00:00.000Z')).toBeUndefined()
    await empty.close()
    expect(await opened.store.anchors.check()).toEqual({ anchors: 0, faults: [] })
  })

  test('each anchor has the heads that moved since the last one, and follows it', async () => {
    const first = await opened.store.anchors.write('2026-01-01T00:00:00.000Z')
    expect(first?.heads.map((head) => head.split(' ').slice(0, 2).join(' '))).toEqual(['C-1 9', 'C-10 9', 'C-2 9'])
    expect(await opened.store.anchors.write('2026-01-01T01:00:00.000Z')).toBeUndefined()
    // Talk alone: its row may lag behind, its head may not.
    await opened.store.record.append('C-10', () => [said(100, 'one more')])
    const second = await opened.store.anchors.write('2026-01-01T02:00:00.000Z')
    expect([second?.heads.map((head) => head.split(' ').slice(0, 2).join(' ')), second?.previous]).toEqual([['C-10 10'], first?.hash])
    expect(await opened.store.anchors.check()).toEqual({ anchors: 2, faults: [] })
    expect(await lines()).toHaveLength(2)
  })

  test('the key is made once, outside of the database, for its owner alone', async () => {
    const key = await stat(join(opened.directory, 'keys', 'anchor.pem'))
    expect(key.mode & 0o777).toBe(0o600)
    expect(JSON.stringify(await opened.rows('secrets'))).not.toContain('PRIVATE KEY')
  })

  test('a tail that was cut off, which the chain itself does not show', async () => {
    const cut = (await opened.rows('entries')).filter(({ contract, seq }) => contract === 'C-2' && seq >= 7)
    await opened.tamper('entries', (rows) => rows.deleteMany({ contract: 'C-2', seq: { $gte: 7 } }))
    expect(await faults('C-2')).toEqual([])
    expect(await check()).toEqual([['C-2', 9, 'not-anchored']])
    await opened.tamper('entries', (rows) => rows.insertMany(cut))
    expect(await check()).toEqual([])
  })

  test('a chain that was written anew from its first entry on', async () => {
    const before = (await opened.rows('entries')).filter(({ contract }) => contract === 'C-1')
    await opened.tamper('entries', (rows) => rows.deleteMany({ contract: 'C-1' }))
    await opened.tamper('contracts', (rows) => rows.deleteMany({ _id: 'C-1' as never }))
    const other = await opened.open()
    await other.record.append('C-1', () => Array.from({ length: 10 }, (_, index) => decided(`forged ${index}`)))
    expect(await faults('C-1')).toEqual([])
    expect(await check()).toEqual([['C-1', 9, 'not-anchored']])
    await opened.tamper('entries', (rows) => rows.deleteMany({ contract: 'C-1' }))
    await opened.tamper('contracts', (rows) => rows.deleteMany({ _id: 'C-1' as never }))
    await opened.tamper('entries', (rows) => rows.insertMany(before))
    expect(await check()).toEqual([])
  })

  test.each<[string, (all: string[]) => string[], number[]]>([
    ['a head in it was changed', ([first, ...rest]) => [String(first).replace('C-2 9', 'C-2 8'), ...rest], [1]],
    ['its time was changed', ([first, second]) => [String(first), String(second).replace('T02:', 'T03:')], [2]],
    ['one was taken out', ([, second]) => [String(second)], [1]],
    ['two were exchanged', ([first, second]) => [String(second), String(first)], [1, 2]],
    [
      'it was signed by somebody else',
      ([first, second]) => [String(first), String(second).replace(/"signature":"..../, '"signature":"AAAA')],
      [2],
    ],
    ['a line is no anchor', ([first, second]) => [String(first), 'nonsense', String(second)], [2]],
  ])('the file was meddled with: %s', async (_, change, named) => {
    const whole = await readFile(file(), 'utf8')
    await writeFile(file(), `${change(await lines()).join('\n')}\n`)
    const found = (await opened.store.anchors.check()).faults.filter(({ contract }) => contract === 'anchors').map(({ seq }) => seq)
    await writeFile(file(), whole)
    expect(found).toEqual(named)
  })

  test('a line that a crash left unfinished was never an anchor: it is passed over, and cut off by the next', async () => {
    const whole = (await readFile(file())).length
    await writeFile(file(), `${await readFile(file(), 'utf8')}{"v":1,"at":"2026`)
    expect(await opened.store.anchors.check()).toEqual({ anchors: 2, faults: [] })
    await opened.store.record.append('C-2', () => [decided('later')])
    await opened.store.anchors.write('2026-01-01T04:00:00.000Z')
    expect(await opened.store.anchors.check()).toEqual({ anchors: 3, faults: [] })
    expect(await lines()).toHaveLength(3)
    await truncate(file(), whole)
    expect(await opened.store.anchors.check()).toEqual({ anchors: 2, faults: [] })
  })

  test('two processes anchor at once: one after the other', async () => {
    const other = await opened.open()
    await opened.store.record.append('C-2', () => [decided('once more')])
    const written = await Promise.all([opened.store, other].map((store) => store.anchors.write('2026-01-01T05:00:00.000Z')))
    expect(written.filter((anchor) => anchor !== undefined)).toHaveLength(1)
    expect(await opened.store.anchors.check()).toMatchObject({ faults: [] })
  })

  test('a copy kept elsewhere is checked the same; one that is not there is told', async () => {
    const copy = join(opened.directory, 'copy.jsonl')
    await writeFile(copy, await readFile(file()))
    expect((await opened.store.anchors.check(copy)).faults).toEqual([])
    expect((await opened.store.anchors.check(join(opened.directory, 'nowhere.jsonl'))).faults).toMatchObject([{ kind: 'unreadable' }])
  })

  test('the file or its key taken away is told', async () => {
    for (const lost of [file(), join(opened.directory, 'keys', 'anchor.pem')]) {
      await rename(lost, `${lost}.away`)
      expect((await opened.store.anchors.check()).faults).toMatchObject([{ kind: 'unreadable' }])
      await rename(`${lost}.away`, lost)
    }
    expect((await opened.store.anchors.check()).faults).toEqual([])
  })
})
