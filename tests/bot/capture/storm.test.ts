// The storm: three processes on one database hear and fold a hostile delivery with the same result as the true history tells.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { type TestDatabase, testDatabase } from '../../setup/database.ts'
import { eventStorm, type Storm } from '../../storm/event-storm.ts'
import { differences } from '../../storm/observed.ts'
import { randomFrom } from '../../storm/random.ts'
import { runToTheEnd } from '../../storm/run-storm.ts'
import { crashPoints, type StormTask } from '../../storm/storm-process.ts'
import { openStormStore, type Place, prepareStorm } from '../../storm/storm-store.ts'

const seed = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000)
const contracts = 4
let database: TestDatabase
let directory: string
let place: Place
let store: Store

beforeEach(async () => {
  database = await testDatabase()
  directory = await mkdtemp(join(tmpdir(), 'throughline-storm-'))
  place = { uri: database.uri, databaseName: database.name, dataDirectory: directory }
  store = await openStormStore(place)
})
afterEach(async () => {
  await store.close()
  await database.drop()
  await rm(directory, { recursive: true, force: true })
})

const prepared = async (deliveries: number): Promise<{ storm: Storm; ids: string[]; task: (index: number, of: number) => StormTask }> => {
  const options = { seed, deliveries, threads: 9, contracts }
  const storm = eventStorm(options)
  const ids = await prepareStorm(store, storm, contracts)
  const task = (index: number, of: number): StormTask => ({
    place: { ...place, dataDirectory: join(directory, String(index)) },
    storm: options,
    share: { of, index },
    acknowledged: join(directory, `acknowledged-${index}`),
  })
  return { storm, ids, task }
}

test(`a storm of 600 deliveries over three processes, one of them killed three times, folds like the true history (seed ${seed})`, {
  timeout: 240_000,
}, async () => {
  const { storm, ids, task } = await prepared(600)
  const random = randomFrom(seed)
  const started = performance.now()
  let left = 3
  const kills = await Promise.all([
    runToTheEnd(task(0, 3)),
    runToTheEnd(task(1, 3)),
    runToTheEnd(task(2, 3), {
      onStart(child) {
        if (left === 0) return
        left -= 1
        setTimeout(() => child.kill('SIGKILL'), 500 + random.below(900))
      },
    }),
  ])
  console.log(`${storm.deliveries.length} deliveries, ${kills} kills, ${Math.round(performance.now() - started)} ms`)
  expect(storm.deliveries.length).toBeGreaterThan(550)
  expect((await differences(store, storm, ids)).slice(0, 3)).toEqual([])
  expect(await store.inbox.counts()).toEqual({ waiting: 0, stuck: 0, spooled: 0, quarantined: 0 })
})

/** Every second one, another half by another seed: each takes seconds. All of them by STORM_POINTS=all. */
const points = crashPoints.filter((_, index) => process.env.STORM_POINTS === 'all' || index % 2 === seed % 2)

test.each(points.map((point) => ({ point })))(
  `killed $point and started again, nothing is lost and nothing twice (seed ${seed})`,
  async ({ point }) => {
    const { storm, ids, task } = await prepared(100)
    const kills = await runToTheEnd({ ...task(0, 1), crash: { point, count: point.includes('keep') ? 40 : 1 } }, { aheadMs: 31_000 })
    expect(kills).toBe(1)
    expect((await differences(store, storm, ids)).slice(0, 3)).toEqual([])
  },
)
