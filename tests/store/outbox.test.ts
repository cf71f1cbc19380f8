// The outbox: each row once, one of a lane at a time and in order, and what may have been sent is marked so.
import fc from 'fast-check'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { createOutbox } from '../../src/store/outbox.ts'
import type { OutboxStore } from '../../src/store/store.ts'
import { useDatabase } from './connected.ts'

const connected = useDatabase()
let outbox: OutboxStore
let other: OutboxStore
const row = (id: string, lane = 'c1') => ({ id, platform: 'teams' as const, lane, outgoing: { card: { summary: id } } })
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const put = async (store: OutboxStore, id: string, lane?: string) => {
  connected.pass(1)
  return store.enqueue(row(id, lane))
}

beforeAll(async () => {
  outbox = createOutbox(connected.database)
  other = createOutbox(await connected.connect())
  await connected.database.ensureIndexes()
})
afterEach(() => connected.database.connection.db?.collection('outbox').deleteMany({}))

test('the same id is enqueued once, also when it was sent long ago', async () => {
  expect(await Promise.all([outbox.enqueue(row('a')), outbox.enqueue(row('a')), other.enqueue(row('a'))])).toHaveLength(3)
  const [claimed] = await outbox.claim('w', 5)
  if (claimed) await outbox.settle('w', claimed, { state: 'sent', message: 'm1' })
  expect(await outbox.enqueue(row('a'))).toBe('known')
  expect([await outbox.sent('a'), await outbox.sent('b')]).toEqual(['m1', undefined])
})

test('whoever posts and sends in one process gets the row with the write that keeps it, and nobody else does', async () => {
  expect(await outbox.enqueue(row('direct'), 'w')).toMatchObject({ id: 'direct', fence: 1, attempts: 0, unclear: false })
  expect(await other.claim('v', 5)).toEqual([])
  expect(await outbox.enqueue(row('direct'), 'w')).toBe('known')
  expect(await outbox.enqueue(row('behind'), 'w')).toBe('enqueued')
  await outbox.settle('w', { ...row('direct'), attempts: 0, fence: 1 }, { state: 'sent', message: 'm1' })
  // What waits goes first: a later row of the lane is not taken past it.
  expect(await outbox.enqueue(row('last'), 'w')).toBe('enqueued')
  expect(idsOf(await other.claim('v', 5))).toEqual(['behind'])
})

test('one after the other in a lane, each is handed over when the one before is settled', async () => {
  for (const id of ['first', 'second', 'third']) {
    expect(await outbox.enqueue(row(id), 'w')).toMatchObject({ id, fence: 1 })
    await outbox.settle('w', { ...row(id), attempts: 0, fence: 1 }, { state: 'sent', message: id })
  }
  expect(await Promise.all(['first', 'second', 'third'].map((id) => outbox.sent(id)))).toEqual(['first', 'second', 'third'])
})

test('a row that its taker never settled is looked for before it is sent again', async () => {
  await outbox.enqueue(row('lost'), 'w')
  connected.pass(31_000)
  expect(await other.claim('v', 5)).toMatchObject([{ id: 'lost', unclear: true, fence: 2 }])
})

test('what is sent comes back as it was given, whatever people wrote in it', async () => {
  const outgoing = { destination: { to: 'thread' }, card: { summary: '$where', elements: [{ 'a.b': '\u0000' }] } }
  await outbox.enqueue({ ...row('odd'), outgoing })
  expect((await outbox.claim('w', 1))[0]?.outgoing).toEqual(outgoing)
})

test('one row of a lane at a time, oldest first; other lanes go on', async () => {
  for (const [id, lane] of [
    ['a1', 'a'],
    ['a2', 'a'],
    ['b1', 'b'],
    ['a3', 'a'],
    ['c1', 'c'],
  ] as const)
    await put(outbox, id, lane)
  const first = await outbox.claim('w', 10)
  expect(idsOf(first)).toEqual(['a1', 'b1', 'c1'])
  expect(await other.claim('v', 10)).toEqual([])
  if (first[0]) await outbox.settle('w', first[0], { state: 'sent', message: 'm' })
  expect(idsOf(await other.claim('v', 10))).toEqual(['a2'])
})

test('two processes that claim at once never hold the same row or the same lane', async () => {
  for (let index = 0; index < 60; index += 1) await put(outbox, `r${index}`, `lane ${index % 12}`)
  const [ours, theirs] = await Promise.all([outbox.claim('w', 12), other.claim('v', 12)])
  const lanes = [...ours, ...theirs].map(({ lane }) => lane)
  expect(new Set(lanes).size).toBe(lanes.length)
  expect(lanes.length).toBeGreaterThanOrEqual(6)
})

test('a row that waits for its time holds up its lane and no other', async () => {
  for (const [id, lane] of [
    ['a1', 'a'],
    ['a2', 'a'],
    ['b1', 'b'],
  ] as const)
    await put(outbox, id, lane)
  const [a1] = await outbox.claim('w', 1)
  const at = new Date(Date.parse(connected.now()) + 60_000).toISOString()
  if (a1) await outbox.settle('w', a1, { state: 'later', at, unclear: false, reason: '429' })
  expect(idsOf(await outbox.claim('w', 5))).toEqual(['b1'])
  connected.pass(60_000)
  expect(await outbox.claim('w', 5)).toMatchObject([
    { id: 'b1', unclear: true },
    { id: 'a1', attempts: 1, unclear: false },
  ])
})

test('a sender that died leaves its row to others after 30 seconds, marked as unclear, and can no longer settle it', async () => {
  await put(outbox, 'a1')
  const [dead] = await outbox.claim('dead', 1)
  expect(dead?.unclear).toBe(false)
  connected.pass(30_001)
  const [taken] = await other.claim('v', 1)
  expect([taken?.id, taken?.unclear, taken?.fence]).toEqual(['a1', true, 2])
  if (dead) await outbox.settle('dead', dead, { state: 'failed', reason: 'never mind' })
  expect(await outbox.counts()).toEqual({ waiting: 1, failed: 0 })
  if (taken) await other.settle('v', taken, { state: 'later', at: connected.now(), unclear: true, reason: 'time-out' })
  expect((await outbox.claim('w', 1))[0]?.unclear).toBe(true)
})

test('what could not be sent for a day has failed, and frees its lane', async () => {
  await put(outbox, 'a1')
  await put(outbox, 'a2')
  for (let hours = 0; hours < 25; hours += 6) {
    const [claimed] = await outbox.claim('w', 1)
    expect(claimed?.id).toBe('a1')
    connected.pass(6 * 3_600_000)
    if (claimed) await outbox.settle('w', claimed, { state: 'later', at: connected.now(), unclear: false, reason: '502' })
    if ((await outbox.counts()).failed === 1) break
  }
  expect(await outbox.counts()).toEqual({ waiting: 1, failed: 1 })
  expect(idsOf(await outbox.claim('w', 1))).toEqual(['a2'])
})

test('a refused row has failed at once', async () => {
  await put(outbox, 'a1')
  const [claimed] = await outbox.claim('w', 1)
  if (claimed) await outbox.settle('w', claimed, { state: 'failed', reason: '403 BotNotInConversationRoster' })
  expect(await outbox.counts()).toEqual({ waiting: 0, failed: 1 })
})

test('a lane with more rows than a page holds up none of the rows behind it', async () => {
  const stamped = (id: string, lane: string) => ({ ...row(id, lane) })
  await Promise.all(Array.from({ length: 450 }, (_, index) => outbox.enqueue(stamped(`a${String(index).padStart(3, '0')}`, 'a'))))
  await put(outbox, 'z', 'z')
  expect(idsOf(await outbox.claim('w', 5))).toEqual(['a000', 'z'])
})

test('whatever is enqueued, claimed and settled, each lane is sent in order and each row once', async () => {
  const step = fc.record({ lane: fc.integer({ min: 0, max: 2 }), act: fc.constantFrom('put', 'claim', 'later', 'crash') })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const put: string[] = []
      const sent: string[] = []
      const send = async (outcome: 'sent' | 'later') => {
        for (const one of await outbox.claim('w', 2)) {
          if (outcome === 'sent') sent.push(one.id)
          const settled = { state: 'later' as const, at: connected.now(), unclear: false, reason: '429' }
          await outbox.settle('w', one, outcome === 'sent' ? { state: 'sent', message: one.id } : settled)
        }
      }
      for (const { lane, act } of steps) {
        connected.pass(1)
        if (act === 'put') {
          const id = `${lane}-${String(put.length).padStart(3, '0')}`
          put.push(id)
          await outbox.enqueue(row(id, `lane ${lane}`))
        } else if (act === 'crash') {
          await outbox.claim('dead', 2)
          connected.pass(31_000)
        } else await send(act === 'claim' ? 'sent' : 'later')
      }
      while ((await outbox.counts()).waiting > 0) await send('sent')
      for (const lane of [0, 1, 2]) {
        const ofLane = (ids: string[]) => ids.filter((id) => id.startsWith(`${lane}-`))
        expect(ofLane(sent)).toEqual(ofLane(put))
      }
      await connected.database.connection.db?.collection('outbox').deleteMany({})
    }),
    { numRuns: 15 },
  )
})
