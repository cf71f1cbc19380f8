// The database of a race: MONGODB_URI, else an embedded server in a folder that is thrown away; timed itself before anything else.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { startEmbedded } from '../src/store/engine/embedded.ts'
import { percentile, round, timed } from './statistics.ts'

export type BenchServer = { uri: string; engine: string; dataDirectory: string; stop(): Promise<void> }

let opened: Promise<BenchServer> | undefined

/** One server for all races of a run. */
export const benchServer = (): Promise<BenchServer> => {
  opened ??= open()
  return opened
}

const open = async (): Promise<BenchServer> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const clear = () => rmSync(dataDirectory, { recursive: true, force: true })
  const uri = process.env.MONGODB_URI
  if (uri) return { uri, engine: 'MONGODB_URI', dataDirectory, stop: async () => clear() }
  const engineDirectory = join(import.meta.dirname, '../.data/engine')
  const embedded = await startEmbedded({
    directory: dataDirectory,
    engineDirectory,
    path: process.env.PATH ?? '',
    engineOverride: process.env.THROUGHLINE_ENGINE,
    report: () => undefined,
  })
  const stop = async () => {
    await embedded.stop()
    clear()
  }
  process.once('beforeExit', stop)
  return { uri: embedded.uri, engine: `${embedded.engine} ${embedded.version}`, dataDirectory, stop }
}

/** What the server itself takes, so that everything after it can be held against it. */
export const printServer = async (): Promise<void> => {
  const { uri, engine } = await benchServer()
  const client = await MongoClient.connect(uri)
  const collection = client.db('bench_server').collection<{ _id: string; text: string }>('rows')
  await collection.deleteMany({})
  const batch = (round: number) => Array.from({ length: 1000 }, (_, index) => ({ _id: `${round}-${index}`, text: 'x'.repeat(100) }))
  const insert = await timed(5, (index) => collection.insertMany(batch(index * 7 + Math.floor(Math.random() * 1e9))))
  const ping = await timed(200, () => client.db('admin').command({ ping: 1 }))
  const find = await timed(200, (index) => collection.findOne({ _id: `0-${index}` }))
  await client.db('bench_server').dropDatabase()
  await client.close()
  const p50 = (samples: number[]) => round(percentile(samples, 0.5))
  console.log(`Server: ${engine}: ping ${p50(ping)} ms, findOne ${p50(find)} ms, insertMany of 1,000 ${p50(insert)} ms`)
}
