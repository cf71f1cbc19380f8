// Histories: each thread is read by one process at a time, from where the last one stopped, and once.
import { beforeAll, expect, test } from 'vitest'
import { createHistories, type HistoryStore } from '../../src/store/histories.ts'
import type { ClaimedHistory } from '../../src/store/store.ts'
import { useDatabase } from './connected.ts'

const connected = useDatabase()
let histories: HistoryStore
let other: HistoryStore
const schedule = (thread: string, by = '1', pass: 1 | 2 = 1) =>
  histories.scheduleHistory({ thread, contract: 'C-1', due: connected.now(), pass, by })
const claim = (of?: { thread: string; contract: string }) => histories.claimHistory('w', connected.now(), of)
const step = (cursor: string | undefined, messages: number, more: { due?: string; unread?: string; toldAt?: string } = {}) => ({
  ...{ cursor, messages, files: messages / 10, unread: undefined, toldAt: undefined },
  ...more,
})
const must = (claimed: ClaimedHistory | undefined): ClaimedHistory => {
  if (!claimed) throw new Error('nothing is due')
  return claimed
}

beforeAll(async () => {
  histories = createHistories(connected.database)
  other = createHistories(await connected.connect())
  await connected.database.ensureIndexes()
})

test('read page by page, from where the last one stopped, until it is done', async () => {
  await schedule('t1')
  await schedule('t1')
  const first = must(await claim())
  expect(first).toMatchObject({ thread: 't1', contract: 'C-1', pass: 1, cursor: undefined, messages: 0, tries: 1 })
  expect(await other.claimHistory('v', connected.now())).toBeUndefined()
  await histories.advanceHistory(first, step('p2', 50))
  const second = must(await other.claimHistory('v', connected.now()))
  expect(second).toMatchObject({ cursor: 'p2', messages: 50, files: 5, tries: 1 })
  await other.advanceHistory(second, 'done')
  expect(await claim()).toBeUndefined()
})

test('what a platform asks to wait for is waited for, from the same place, and counts as no failure', async () => {
  await schedule('t1b')
  const told = { unread: 'One was deleted.', toldAt: connected.now() }
  for (let round = 0; round < 12; round += 1) {
    const claimed = must(await claim())
    expect(claimed).toMatchObject({ tries: 1, ...(round > 0 && { cursor: 'p2', messages: 50, files: 5, ...told }) })
    const later = new Date(Date.parse(connected.now()) + 60_000).toISOString()
    await histories.advanceHistory(claimed, step('p2', 50, { ...told, due: later }))
    expect(await claim()).toBeUndefined()
    connected.pass(60_000)
  }
  await histories.advanceHistory(must(await claim()), 'done')
})

test('who died in the middle is followed by another, each time a little later; and can change nothing any more', async () => {
  await schedule('t2')
  const dead = must(await claim())
  connected.pass(120_000)
  const taken = must(await other.claimHistory('v', connected.now()))
  expect(taken).toMatchObject({ tries: 2, cursor: undefined })
  await histories.advanceHistory(dead, step('wrong', 1))
  connected.pass(120_000)
  expect(await claim()).toBeUndefined()
  connected.pass(120_000)
  expect(await claim()).toMatchObject({ tries: 3, cursor: undefined })
  await histories.advanceHistory({ ...taken, fence: 3 }, 'done')
})

test('the same link is read once, another link of the thread is read afresh', async () => {
  await schedule('t3')
  await histories.advanceHistory(must(await claim()), 'done')
  await schedule('t3')
  expect(await claim()).toBeUndefined()
  await schedule('t3', '9')
  const again = must(await claim())
  expect(again).toMatchObject({ by: '9', cursor: undefined, messages: 0, files: 0, unread: undefined, toldAt: undefined })
  await histories.advanceHistory(again, 'done')
})

test('two passes of a thread are two readings, and a given one can be claimed before it is due', async () => {
  const due = new Date(Date.parse(connected.now()) + 30_000).toISOString()
  await histories.scheduleHistory({ thread: 't4', contract: 'C-1', due, pass: 1, by: '1' })
  await histories.scheduleHistory({ thread: 't4', contract: 'C-1', due, pass: 2, by: '1' })
  expect(await claim()).toBeUndefined()
  const own = must(await histories.claimHistory('w', due, { thread: 't4', contract: 'C-1' }))
  expect(own.pass).toBe(1)
  expect(await histories.claimHistory('v', due, { thread: 't4', contract: 'C-1' })).toBeUndefined()
  connected.pass(30_000)
  expect(await claim()).toMatchObject({ thread: 't4', pass: 2 })
})

test('two processes never hold the same reading', async () => {
  for (let index = 0; index < 20; index += 1) await schedule(`r${index}`)
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 ? histories : other).claimHistory('w', connected.now())),
  )
  const held = claims.filter((one) => one !== undefined).map(({ id }) => id)
  expect(new Set(held).size).toBe(held.length)
  expect(held.length).toBeGreaterThan(0)
})
