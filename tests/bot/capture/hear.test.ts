// Hearing while the database hangs, is cut off, or loses its answers: nothing that was acknowledged is lost, and nobody waits long.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFolder, createHear, type Hear } from '../../../src/bot/capture.ts'
import { openEntry } from '../../../src/contracts/record/open-entry.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import { type TestDatabase, testDatabase } from '../../setup/database.ts'
import { type FaultProxy, faultProxy } from '../../setup/fault-proxy.ts'
import { fakePlatform, said, threadIn } from '../fake-platform.ts'

let database: TestDatabase
let proxy: FaultProxy
let directory: string
let store: Store
let hear: Hear
let contract: string
const thread = threadIn('deals')
const clock = () => new Date()
const reports: string[] = []
const report = (line: string) => void reports.push(line)

beforeAll(async () => {
  database = await testDatabase()
  proxy = await faultProxy(database.uri)
  directory = await mkdtemp(join(tmpdir(), 'throughline-hear-'))
  store = await openStore({ uri: proxy.uri, databaseName: database.name, dataDirectory: directory, clock, zone: 'UTC', report })
  hear = createHear({ store, clock, report })
  const created = await store.contracts.create({ fields: { title: 'A' }, by: 'P-1', source: 'test', key: 'a' })
  contract = created.id
  const payload = { thread, conversationName: 'Deals', visibility: 'contract' as const }
  await store.record.append(contract, () => [{ kind: 'linked', key: 'l', actor: 'P-1', source: 'test', payload }])
})
afterAll(async () => {
  proxy.mode = 'pass'
  await store.close()
  await proxy.close()
  await database.drop()
  await rm(directory, { recursive: true, force: true })
})

let minute = 0
const strangers: number[] = []
const deliver = async (to = thread) => {
  minute += 1
  const body = JSON.stringify([{ type: 'message', message: said(minute, 'ana', `${minute}`) }])
  const started = performance.now()
  const answer = await hear({
    id: `d${String(minute).padStart(4, '0')}`,
    platform: 'playground',
    thread: to,
    receivedAt: clock().toISOString(),
    body,
  })
  return { answer, took: performance.now() - started }
}
const texts = async () =>
  (await store.record.entries(contract)).map(openEntry).flatMap((one) => (one?.kind === 'message' ? [Number(one.payload.text)] : []))
/** Folds as the worker does, until nothing waits any more. */
const settle = async () => {
  const folder = createFolder({ store, platforms: { find: fakePlatform }, worker: `w${minute}`, clock, report })
  const stopping = new AbortController()
  const running = folder.run(stopping.signal)
  for (let round = 0; round < 900; round += 1) {
    const counts = await store.inbox.counts().catch(() => ({ waiting: 1, spooled: 1 }))
    if (counts.waiting + counts.spooled === 0) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  stopping.abort()
  await running
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test.each(['hang', 'refuse'] as const)(
  'while the database is away (%s) everything goes to the spool within 2.5 seconds, and is folded in order later',
  { timeout: 150_000 },
  async (mode) => {
    expect((await deliver()).answer).toBe('kept')
    proxy.mode = mode
    const first = await deliver()
    const rest = []
    for (let index = 0; index < 30; index += 1) rest.push(await deliver())
    const stranger = await deliver(threadIn('nobody-linked'))
    strangers.push(minute)
    expect([first.answer, ...rest.map(({ answer }) => answer), stranger.answer]).toEqual(Array.from({ length: 32 }, () => 'spooled'))
    expect(Math.max(first.took, ...rest.map(({ took }) => took))).toBeLessThan(2_500)
    expect([...rest.map(({ took }) => took)].sort((a, b) => a - b)[15]).toBeLessThan(100)
    proxy.mode = 'pass'
    await settle()
    expect(await texts()).toEqual(upTo(minute).filter((one) => !strangers.includes(one)))
    expect((await deliver()).answer).toBe('kept')
    await settle()
  },
)

test('when the answers of the database are cut after it did what was asked, nothing is lost and nothing twice', {
  timeout: 150_000,
}, async () => {
  const before = await texts()
  for (let index = 0; index < 40; index += 1) {
    if (index % 4 === 0) proxy.cutAnswers = 1
    await deliver()
  }
  for (let round = 0; round < 6; round += 1) {
    proxy.cutAnswers = round
    await settle()
  }
  expect((await texts()).slice(before.length).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => minute - 39 + index))
  for await (const { faults } of store.record.verify(contract)) expect(faults).toEqual([])
})
