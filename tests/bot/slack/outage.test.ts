// Two hours without the database, while Slack goes on delivering: all of it is acknowledged and spooled, and folded in order by whoever starts next.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFolder } from '../../../src/bot/capture.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { testDatabase } from '../../setup/database.ts'
import { type FaultProxy, faultProxy } from '../../setup/fault-proxy.ts'
import { team } from './emulator.ts'
import { envelopeOf, openSlackWorld, type SlackWorld, sign } from './slack-world.ts'

/** Simulated: so many deliveries, spread over two hours. */
const deliveries = 800
const outageMs = 2 * 3_600_000
const jumps = 10
const atOnce = 8
const root = '1700000000.000100'
const channel = 'C0OUTAGE'
const thread = `slack:${team}:${channel}|${root}`

let proxy: FaultProxy
let world: SlackWorld
let contract: string
let passed = 0
const clock = () => new Date(Date.now() + passed)

beforeAll(async () => {
  const database = await testDatabase()
  proxy = await faultProxy(database.uri)
  world = await openSlackWorld({ database: { ...database, uri: proxy.uri }, clock })
  contract = await world.contract('Acme MSA', 'ana')
  await world.store.record.append(contract, () => [
    { kind: 'linked', key: 'l', actor: 'test', source: 'test', payload: { thread, conversationName: '#outage', visibility: 'contract' } },
  ])
})
afterAll(async () => {
  proxy.mode = 'pass'
  await world.close()
  await proxy.close()
})

const stampOf = (index: number) => `${1_700_000_100 + index}.000100`
const deliver = async (index: number, more: Record<string, string> = {}) => {
  const ts = stampOf(index)
  const said = { channel, channel_type: 'channel', user: 'U1', text: String(index), ts, event_ts: ts, thread_ts: root }
  const body = JSON.stringify(envelopeOf(said))
  const begun = performance.now()
  const { status } = await world.post(body, 'json', { ...sign(body, undefined, Math.floor(clock().getTime() / 1000)), ...more })
  return { status, took: performance.now() - begun }
}

it('acknowledges every delivery while the database is away, in time', { timeout: 120_000 }, async () => {
  expect((await deliver(-1)).status).toBe(200)
  proxy.mode = 'refuse'
  const answers: Awaited<ReturnType<typeof deliver>>[] = []
  for (let index = 0; index < deliveries; index += atOnce) {
    // Time jumps: after each jump it is looked up again whether the database is there, as every two seconds in life.
    if (index % (deliveries / jumps) === 0) passed += outageMs / jumps
    const some = Array.from({ length: atOnce }, (_, more) => deliver(index + more))
    // One in eight comes a second time, as Slack sends again what it thinks was not heard.
    const again = deliver(index, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' })
    answers.push(...(await Promise.all([...some, again])))
  }
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(2_500)
  // Asked of the disk alone: the database would not answer.
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

it('is drained in order by the process that starts next, nothing lost and nothing twice', { timeout: 120_000 }, async () => {
  await world.app.stop()
  proxy.mode = 'pass'
  const report = () => undefined
  const store = await openStore({ ...world.place, clock, zone: 'UTC', report })
  const spooled = (await store.inbox.counts()).spooled
  expect(spooled).toBeGreaterThanOrEqual(deliveries)
  const folder = createFolder({ store, platforms: { find: (name) => world.platforms.get(name) }, worker: 'next', clock, report })
  const stopping = new AbortController()
  const running = folder.run(stopping.signal)
  for (let counts = await store.inbox.counts(); counts.waiting + counts.spooled > 0; counts = await store.inbox.counts())
    await new Promise((resolve) => setTimeout(resolve, 200))
  stopping.abort()
  await running
  const said = (await store.record.entries(contract))
    .filter(({ kind }) => kind === 'message')
    .map(({ payload }) => Number(JSON.parse(payload ?? '{}').text))
  expect(said).toHaveLength(deliveries + 1)
  expect([...said].sort((one, other) => one - other)).toEqual(Array.from({ length: deliveries + 1 }, (_, index) => index - 1))
  // In the order in which they came: those that came at the same moment stand beside each other.
  const outOfPlace = said.filter((number, place) => Math.abs(number - (place - 1)) >= atOnce * 2)
  expect(outOfPlace).toEqual([])
  const moments = (await store.record.entries(contract)).filter(({ kind }) => kind === 'message').map(({ seq }) => seq)
  expect(moments).toEqual([...moments].sort((one, other) => one - other))
  for await (const { faults } of store.record.verify(contract)) expect(faults).toEqual([])
  await store.close()
})
