// `throughline verify` and `rebuild` through the real program: the exit code tells what is wrong, the lines tell where.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Collection, MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serverUri } from '../setup/database.ts'
import { makePlace, type Place, runIn, startProgram } from './program.ts'

let place: Place
let client: MongoClient
let entries: Collection
beforeAll(async () => {
  place = await makePlace()
  client = await MongoClient.connect(serverUri())
  entries = client.db(place.database).collection('entries')
  await runIn(place, 'ask', 'contract new "Acme MSA" counterparty:"Acme Ltd"')
  await runIn(place, 'ask', 'note C-1 "They accept 12 months"')
  await runIn(place, 'ask', 'decide C-1 "Twelve months" clause:liability')
  await runIn(place, 'ask', 'contract new "Beta MSA"')
})
afterAll(async () => {
  await client.close()
  await place.remove()
})

/** Does something to an entry, and undoes it afterwards. */
const tampered = async <Result>(seq: number, tamper: () => Promise<unknown>, act: () => Promise<Result>): Promise<Result> => {
  const kept = await entries.findOne({ contract: 'C-1', seq })
  if (!kept) throw new Error(`no entry ${seq}`)
  await tamper()
  try {
    return await act()
  } finally {
    await entries.replaceOne({ _id: kept._id }, kept, { upsert: true })
  }
}

it('0: everything is whole, with and without anchors, all chains or one', async () => {
  const whole = await runIn(place, 'verify')
  expect(whole).toMatchObject({ code: 0, errors: '' })
  expect(whole.output).toMatch(/^\d+ entries in \d+ chains, all intact; 0 signed anchors agree\.\n$/)
  const one = await runIn(place, 'verify', '--contract', 'C-1')
  expect(one.output).toMatch(/^C-1: 3 entries, head [0-9a-f]{12}, 0 erased, 0 gaps, intact\n3 entries in 1 chains, all intact/)
})

it('2: an entry was altered, or is missing from the middle; its contract and number are named', async () => {
  const altered = () => entries.updateOne({ contract: 'C-1', seq: 1 }, { $set: { payload: '{"text":"They accept 24 months"}' } })
  const found = await tampered(1, altered, () => runIn(place, 'verify'))
  expect(found.code).toBe(2)
  expect(found.output).toMatch(/C-1 entry 1 .*\n/)
  expect(found.output).toMatch(/NOT intact: \d+ faults?\.\n$/)
  const dropped = await tampered(
    1,
    () => entries.deleteOne({ contract: 'C-1', seq: 1 }),
    () => runIn(place, 'verify', '--contract', 'C-1'),
  )
  expect(dropped.code).toBe(2)
  expect(dropped.output).toMatch(/C-1 entry [12] /)
})

it('3: a payload is gone and no erasure says so', async () => {
  const gone = () => entries.updateOne({ contract: 'C-1', seq: 1 }, { $unset: { payload: '', salt: '' } })
  const { code, output } = await tampered(1, gone, () => runIn(place, 'verify'))
  expect(code).toBe(3)
  expect(output).toMatch(/C-1 entry 1 .*payload/)
})

it('5: what can not be read is not taken for whole', async () => {
  const away = startProgram({ MONGODB_URI: 'mongodb://127.0.0.1:9/x', DATA_DIR: place.dataDirectory }, 'verify')
  expect(await away.ended).toMatchObject({ code: 5, errors: expect.stringMatching(/^The record can't be read: /) })
})

it('4: the record does not match what was signed, though its chain is whole', async () => {
  const signed = await import('../../src/store/open-store.ts').then(async ({ openStore }) => {
    const store = await openStore({ uri: place.uri, dataDirectory: place.dataDirectory, clock: () => new Date(), zone: 'Europe/Berlin' })
    const anchor = await store.anchors.write('2026-11-24T10:00:00.000Z')
    await store.close()
    return anchor
  })
  expect(signed?.heads.length).toBeGreaterThanOrEqual(2)
  expect((await runIn(place, 'verify')).output).toMatch(/all intact; 1 signed anchors agree/)
  const cut = await tampered(
    2,
    () => entries.deleteOne({ contract: 'C-1', seq: 2 }),
    () => runIn(place, 'verify'),
  )
  expect(cut.code).toBe(4)
  expect(cut.output).toMatch(/C-1 entry 2 is gone: it was anchored at 2026-11-24T10:00:00.000Z/)
})

it('holds the record against the anchors file that is named; one that is broken or not there is told', async () => {
  const broken = join(place.dataDirectory, 'broken.jsonl')
  await writeFile(broken, '{"not":"an anchor"}\n')
  expect((await runIn(place, 'verify', '--anchors', broken)).code).toBe(4)
  const missing = await runIn(place, 'verify', '--anchors', '/nowhere/anchors.jsonl')
  expect(missing.code).toBe(5)
  expect(missing.output).toMatch(/can't be read/)
})

it('refuses a contract that has no record', async () => {
  const { code, errors } = await runIn(place, 'verify', '--contract', 'C-99')
  expect({ code, errors }).toEqual({ code: 1, errors: 'There is no record of C-99. Numbers look like C-142.\n' })
})

it('rebuild makes what is found and listed afresh from the record', async () => {
  const before = (await runIn(place, 'ask', 'find months', '--json')).output
  const database = client.db(place.database)
  const keep = new Set(['entries', 'people', 'numbers', 'files.files', 'files.chunks', 'secrets'])
  for (const { name } of await database.listCollections().toArray()) {
    if (['contracts', 'search', 'talk'].includes(name)) await database.collection(name).deleteMany({})
    else expect(keep.has(name) || name.length > 0).toBe(true)
  }
  expect(JSON.parse((await runIn(place, 'ask', 'find months', '--json')).output).text).toContain('Nothing found')
  const { code, output } = await runIn(place, 'rebuild')
  expect(code).toBe(0)
  expect(output).toMatch(/Rebuilt\.\n$/)
  expect((await runIn(place, 'ask', 'find months', '--json')).output).toBe(before)
})
