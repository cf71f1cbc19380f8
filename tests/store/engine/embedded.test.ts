// The embedded server by its front door: a real engine, found as on this machine, started, shared, killed and started again.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type Embedded, startEmbedded } from '../../../src/store/engine/embedded.ts'
import { eraseEmbedded } from '../../../src/store/engine/erase.ts'
import { layoutOf } from '../../../src/store/engine/layout.ts'
import { stepsOf } from '../../../src/store/engine/order.ts'
import { isRunning } from '../../../src/store/engine/process-lock.ts'
import { startProgram } from './processes.ts'

const engine = inject('engine')
let base: string
let directory: string
let lines: string[]
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'throughline-embedded-'))
  directory = join(base, `it's "my" data`)
  lines = []
})
afterEach(() => rm(base, { recursive: true, force: true }))

const options = () => ({ ...engine, directory })
const start = (): Promise<Embedded> => startEmbedded({ ...options(), report: (line) => lines.push(line) })

async function connected<Result>(uri: string, work: (client: MongoClient) => Promise<Result>): Promise<Result> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 3000 })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

const keep = (uri: string, text: string) => connected(uri, (client) => client.db('work').collection('kept').insertOne({ text }))
const kept = (uri: string) =>
  connected(uri, async (client) => (await client.db('work').collection('kept').find().sort({ _id: 1 }).toArray()).map(({ text }) => text))

async function processes(): Promise<{ guard: number; server: number }> {
  return JSON.parse(await readFile(layoutOf(directory).running, 'utf8')).address
}

/** Both are gone, or go soon. */
async function expectGone({ guard, server }: { guard: number; server: number }): Promise<void> {
  await expect.poll(async () => [await isRunning(guard), await isRunning(server)], { timeout: 10_000 }).toEqual([false, false])
}

test('starts, asks for its password, keeps its files private, stops without a trace, and has the data again', async () => {
  const first = await start()
  expect(first.owned).toBe(true)
  expect(lines.at(-1)).toMatch(new RegExp(`version ${first.version.replaceAll('.', '\\.')}, started in \\d+\\.\\d s\\.$`))
  expect(lines.join('\n')).not.toContain(first.uri.split('@')[0]?.split(':').at(-1))
  await keep(first.uri, 'first')

  const bare = first.uri.replace(/\/\/.*@/, '//').replace(/&authSource=admin/, '')
  const wrong = first.uri.replace(/:[^:@]*@/, ':wrong@')
  await expect(kept(bare)).rejects.toThrow(/auth/i)
  await expect(kept(wrong)).rejects.toThrow(/auth/i)
  expect(new URL(first.uri).hostname).toBe('127.0.0.1')

  for (const name of await readdir(directory)) {
    const { mode } = await stat(join(directory, name))
    expect([name, (mode & 0o077).toString(8)]).toEqual([name, '0'])
  }

  const running = await processes()
  await first.stop()
  expect([await isRunning(running.guard), await isRunning(running.server)]).toEqual([false, false])
  expect(await readdir(directory)).not.toContain('database-running.json')

  const second = await start()
  expect(await kept(second.uri)).toEqual(['first'])
  expect(second.uri.split('@')[0]).toBe(first.uri.split('@')[0])
  await second.stop()
})

test('two processes that start at once share one server, which ends with the last of them', async () => {
  const [first, second] = [startProgram('use.ts', JSON.stringify(options())), startProgram('use.ts', JSON.stringify(options()))]
  const told = (await Promise.all([first.firstLine, second.firstLine])).map((line) => JSON.parse(line))
  expect(told[0].uri).toBe(told[1].uri)
  expect(told.map(({ owned }) => owned).sort()).toEqual([false, true])
  const [owner, guest] = told[0].owned ? [first, second] : [second, first]
  const running = await processes()

  owner.child.kill('SIGTERM')
  expect(await owner.ended).toBe(0)
  await keep(told[0].uri, 'while the guest is there')
  const third = await start()
  expect([third.owned, third.uri]).toEqual([false, told[0].uri])
  expect(lines.at(-1)).toContain('joined')

  guest.child.kill('SIGKILL')
  await guest.ended
  expect(await kept(third.uri)).toEqual(['while the guest is there'])
  await third.stop()
  await expectGone(running)
})

test('kill -9 of the only process loses no acknowledged write and leaves no server', async () => {
  const owner = startProgram('use.ts', JSON.stringify(options()), 'write')
  const { uri } = JSON.parse(await owner.firstLine)
  const acknowledged = new Promise<number>((resolve) => {
    let last = -1
    owner.child.stdout?.on('data', (text) => {
      last = Number(String(text).trim().split('\n').at(-1))
      if (last >= 40) owner.child.kill('SIGKILL')
    })
    owner.child.once('close', () => resolve(last))
  })
  const running = await processes()
  const last = await acknowledged
  const again = await start()
  const there = await connected(again.uri, (client) => client.db('work').collection('acknowledged').countDocuments({}))
  expect(last).toBeGreaterThanOrEqual(40)
  expect(there - 1).toBeGreaterThanOrEqual(last)
  expect(uri).toContain('directConnection=true')
  await expectGone(running)
  await again.stop()
})

test('a server whose guard was killed is cleared away by the next start, and its data are there', async () => {
  const owner = startProgram('use.ts', JSON.stringify(options()))
  const { uri } = JSON.parse(await owner.firstLine)
  await keep(uri, 'before')
  const orphan = await processes()
  process.kill(orphan.guard, 'SIGKILL')
  owner.child.kill('SIGKILL')
  await owner.ended
  expect(await isRunning(orphan.server)).toBe(true)

  const next = await start()
  expect(next.owned).toBe(true)
  await expectGone(orphan)
  expect(await kept(next.uri)).toEqual(['before'])
  await next.stop()
})

test('remains of earlier runs do no harm: stale files, a lost password, a first start broken off', async () => {
  const layout = layoutOf(directory)
  await mkdir(layout.database, { recursive: true })
  await writeFile(join(layout.database, 'half'), 'written')
  await writeFile(layout.marker, JSON.stringify({ engine: 'mongod', version: '7.0.0', port: 1, isReady: false }))
  await writeFile(layout.startLock, JSON.stringify({ pid: 2 ** 22 + 1, began: '', since: '', purpose: 'start', token: 'old' }))
  await writeFile(layout.running, '{"uri": "mongodb://127.0.0.1:1"}')
  const first = await start()
  expect(await readdir(layout.database)).not.toContain('half')
  await keep(first.uri, 'kept')
  await first.stop()

  await rm(layout.password)
  const stale = { port: 1, token: 'x', guard: process.pid, server: process.pid }
  await writeFile(layout.running, JSON.stringify({ uri: 'mongodb://127.0.0.1:1', engine: first.engine, version: '1', address: stale }))
  const second = await start()
  expect(second.owned).toBe(true)
  expect(await kept(second.uri)).toEqual(['kept'])
  expect(second.uri.split('@')[0]).not.toBe(first.uri.split('@')[0])
  await second.stop()
})

/** A program in a folder of its own, which comes first on PATH. */
async function pathWith(name: string, script: string): Promise<string> {
  const bin = join(base, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(bin, name), 0o755)
  return `${bin}:${engine.path}`
}

test.each([
  ['too old', 'echo "db version v5.0.9"', /^it is version 5.0.9, and 6 or newer is needed$/],
  ['something else', 'echo hello', /^it does not tell its version$/],
  ['broken', 'echo "Illegal instruction" >&2; exit 132', /--version failed: Illegal instruction$/],
])('a mongod on PATH that is %s says so', async (_title, script, why) => {
  const [first] = stepsOf({ engines: engine.engineDirectory, path: await pathWith('mongod', script), report: () => {} })
  await expect(first?.find()).rejects.toThrow(why)
})

test('a mongod that ends by itself is passed over with its last words, and the next engine finds no files of it', async () => {
  const script = 'case "$1" in --version) echo "db version v7.0.5";; *) echo "no space left"; echo junk > junk; exit 1;; esac'
  const path = await pathWith('mongod', script)
  const started = await startEmbedded({ ...options(), path, report: (line) => lines.push(line) })
  expect(lines[0]).toBe('Database: mongod on PATH: it ended by itself: no space left.')
  expect(JSON.parse(await readFile(layoutOf(directory).marker, 'utf8'))).toMatchObject({ engine: started.engine, isReady: true })
  expect(await readdir(layoutOf(directory).database)).not.toContain('junk')
  await started.stop()
})

test.each([
  ['mongod', /mongod 1\.0, which could not be started/, /mongodb\.com.*installation/],
  ['secantus-rust', /Rust server 1\.0, which could not be started/, /cargo install secantus-mdb --version \S+, or .* THROUGHLINE_ENGINE/],
  ['secantus-python', /Python server 1\.0, which could not be started/, /Python 3\.10 or newer.*secantusdb/],
] as const)('data of %s are not touched by another engine: the refusal names the way to get it', async (name, message, next) => {
  const layout = layoutOf(directory, join(base, 'no-engines'))
  await mkdir(layout.database, { recursive: true })
  // A file in its place: nothing can be fetched into that folder, so this never waits for a download.
  await writeFile(layout.engines, '')
  await writeFile(join(layout.database, 'data.wt'), 'precious')
  await writeFile(layout.marker, JSON.stringify({ engine: name, version: '1.0', port: 4000, isReady: true }))
  const refused = await startEmbedded({ directory, path: '', engineDirectory: layout.engines, report: (line) => lines.push(line) }).catch(
    (error) => error,
  )
  expect(refused).toMatchObject({ kind: 'conflict', message: expect.stringMatching(message), next: expect.stringMatching(next) })
  expect(await readFile(join(layout.database, 'data.wt'), 'utf8')).toBe('precious')
  const others = ['mongod', 'secantusd-rs', 'Python'].filter((word) => lines.some((line) => line.includes(word)))
  expect(others).toHaveLength(1)
})

test('a database without the note of who wrote it is left alone', async () => {
  const layout = layoutOf(directory)
  await mkdir(layout.database, { recursive: true })
  await writeFile(join(layout.database, 'data.wt'), 'precious')
  await expect(start()).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('database.json') })
  expect(await readdir(layout.database)).toEqual(['data.wt'])
})

test('begins afresh when asked to, but not while somebody uses the database', async () => {
  const first = await start()
  await keep(first.uri, 'old')
  await expect(eraseEmbedded(directory)).rejects.toMatchObject({ kind: 'conflict', next: expect.stringContaining('Stop') })
  expect(await kept(first.uri)).toEqual(['old'])
  await first.stop()
  await eraseEmbedded(directory)
  expect(await readdir(directory)).toEqual([])
  const second = await start()
  expect(await kept(second.uri)).toEqual([])
  await second.stop()
})
