// Import: text files the size of real agreements, from a folder to contracts that find finds; against bare inserts of as many bytes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { importFolder } from '../src/cli/import-folder.ts'
import { createReader } from '../src/documents/read-document.ts'
import { openStore } from '../src/store/open-store.ts'
import { benchServer } from './server.ts'
import { round } from './statistics.ts'

const files = 120
const wordsEach = 6_500
const vocabulary = 9_000
const databaseName = 'bench_import'

export async function bench(): Promise<void> {
  const { uri, dataDirectory } = await benchServer()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-import-'))
  const texts = Array.from({ length: files }, (_, index) => agreement(index))
  texts.forEach((text, index) => {
    writeFileSync(join(folder, `agreement-${index}.txt`), text)
  })
  const client = await MongoClient.connect(uri)
  const store = await openStore({ uri, databaseName, dataDirectory, clock: () => new Date(), zone: 'UTC' })
  const by = await store.people.ensure({ email: 'ana@bench.example', name: 'Ana', standing: 'member' })
  const reader = createReader()
  const ours = await seconds(() =>
    importFolder({ store, reader, folder, rows: new Map(), by, today: '2026-11-24', progress: () => undefined }),
  )
  const found = await store.contracts.find(by, { words: [telling(7)], without: [] }, { limit: 5 })
  const bare = client.db('bench_import_peer').collection<{ _id: number; text: string }>('texts')
  const peer = await seconds(async () => {
    for (const [index, text] of texts.entries()) await bare.insertOne({ _id: index, text })
  })
  console.table([
    {
      race: `import of ${files} text files, ${Math.round((texts[0]?.length ?? 0) / 1000)} kB each`,
      'ours a second': round(files / ours),
      'bare inserts a second': round(files / peer),
      ratio: round(peer / ours),
      goal: '>= 20 a second',
      'found by its own word': found.items.length === 1,
    },
  ])
  await reader.close()
  await store.close()
  await client.close()
  rmSync(folder, { recursive: true, force: true })
}

const telling = (index: number): string => `onlyhere${index}`

/** Words as they are spread in real agreements: a few are everywhere, about 1,100 different ones in each. */
const agreement = (index: number): string => {
  const words = Array.from({ length: wordsEach }, (_, place) => {
    const random = ((place * 7919 + index * 104_729) % 10_007) / 10_007
    return `word${Math.floor(vocabulary * random ** 6)}`
  })
  return `SERVICES AGREEMENT\n\n${words.join(' ')} ${telling(index)}`
}

const seconds = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await act()
  return (performance.now() - begun) / 1000
}
