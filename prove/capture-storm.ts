// The storm at full size: three processes hear and fold a hostile delivery of 50,000 events, are killed at random, and lose nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/store/engine/embedded.ts'
import { eventStorm } from '../tests/storm/event-storm.ts'
import { differences } from '../tests/storm/observed.ts'
import { randomFrom } from '../tests/storm/random.ts'
import { runToTheEnd } from '../tests/storm/run-storm.ts'
import { openStormStore, type Place, prepareStorm } from '../tests/storm/storm-store.ts'

type Server = { uri: string; engine: string; stop(): Promise<void> }

const processes = 3
const contracts = 12
const threads = 60
const killsEach = 7

/** `STORM_SIZE` and `STORM_SEED` choose another storm; the seed is printed, so that a storm can be told again. */
export async function prove(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-storm-'))
  const server = await serverFor(directory)
  const seed = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000)
  const deliveries = Number(process.env.STORM_SIZE ?? 50_000)
  console.log(`storm of ${deliveries} deliveries, seed ${seed}, on ${server.engine}`)
  const place = { uri: server.uri, databaseName: `storm_${Date.now()}`, dataDirectory: directory }
  try {
    const faults = await storm(place, { seed, deliveries, threads, contracts })
    if (faults.length > 0) throw new Error(`${faults.length} differences, the first: ${JSON.stringify(faults[0])}`)
  } finally {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

const serverFor = async (directory: string): Promise<Server> => {
  const { MONGODB_URI: uri, THROUGHLINE_ENGINE: engineOverride, PATH: path = '' } = process.env
  if (uri) return { uri, engine: 'the server at MONGODB_URI', stop: async () => {} }
  const embedded = await startEmbedded({ directory: join(directory, 'data'), path, engineOverride, report: console.log })
  return { uri: embedded.uri, engine: `${embedded.engine} ${embedded.version}`, stop: () => embedded.stop() }
}

const storm = async (place: Place, options: Parameters<typeof eventStorm>[0]) => {
  const store = await openStormStore(place)
  try {
    const told = eventStorm(options)
    const ids = await prepareStorm(store, told, contracts)
    const random = randomFrom(options.seed)
    const started = performance.now()
    const kills = await Promise.all(Array.from({ length: processes }, (_, index) => runKilled(place, options, index, random)))
    const seconds = (performance.now() - started) / 1_000
    console.log(
      `${told.deliveries.length} deliveries, kills ${kills}, ${seconds.toFixed(1)} s, ${Math.round(told.deliveries.length / seconds)} a second`,
    )
    const { waiting, stuck, spooled } = await store.inbox.counts()
    const left = waiting + stuck + spooled > 0 ? [`left in the inbox: ${JSON.stringify({ waiting, stuck, spooled })}`] : []
    return [...left, ...(await differences(store, told, ids))]
  } finally {
    await store.close()
  }
}

/** One process of the storm, killed a few times at moments of chance and started again. */
const runKilled = (place: Place, options: Parameters<typeof eventStorm>[0], index: number, random: ReturnType<typeof randomFrom>) => {
  let left = killsEach
  const task = {
    place: { ...place, dataDirectory: join(place.dataDirectory, String(index)) },
    storm: options,
    share: { of: processes, index },
    acknowledged: join(place.dataDirectory, `acknowledged-${index}`),
  }
  return runToTheEnd(task, {
    onStart(child) {
      if (left === 0) return
      left -= 1
      setTimeout(() => child.kill('SIGKILL'), 1_500 + random.below(4_000)).unref()
    },
  })
}
