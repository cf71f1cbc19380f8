// Sending: at most one visible copy of everything, in order, paced, whatever the platform answers and wherever a process dies.
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { card } from '../../src/bot/card.ts'
import { createSender, type Sender } from '../../src/bot/outbox-sender.ts'
import type { SendOutcome } from '../../src/bot/platform.ts'
import { postCard } from '../../src/bot/post-card.ts'
import type { Store } from '../../src/store/store.ts'
import { useStore } from '../store/opened.ts'
import { type FakePlatform, fakePlatform, threadIn } from './fake-platform.ts'

const opened = useStore()
let store: Store
let platform: FakePlatform
let sender: Sender
let number = 0
const reports: string[] = []
const senderOf = (one: Store, worker: string) =>
  createSender({ store: one, platforms: { find: () => platform }, worker, clock: opened.clock, report: (line) => void reports.push(line) })

beforeAll(() => {
  store = opened.store
})
beforeEach(() => {
  number += 1
  reports.splice(0)
  platform = fakePlatform()
  sender = senderOf(store, `s${number}`)
})

const post = async (id: string, channel = 'c1', replaces?: string) => {
  opened.pass(1)
  const destination = { to: 'thread' as const, thread: threadIn(`${channel}-${number}`) }
  await postCard(store, { id: `${id}-${number}`, platform: 'playground', destination, card: card(id), ...(replaces && { replaces }) })
}
const seen = () => platform.visible.map(({ outgoing }) => outgoing.card.summary)
const idle = async (one = sender) => {
  for (let round = 0; round < 60 && (await store.outbox.counts()).waiting > 0; round += 1)
    if ((await one.sendOnce()) === 0) opened.pass(60_000)
}
const unclear: SendOutcome = { result: 'unclear', reason: '500 after it was accepted?' }

test('a card goes out once with its id in it, and the id of what it became is known', async () => {
  await post('hello')
  await post('hello')
  await sender.sendOnce()
  expect(await sender.sendOnce()).toBe(0)
  expect([seen(), platform.visible[0]?.outgoing.id, await store.outbox.sent(`hello-${number}`)]).toEqual([
    ['hello'],
    `hello-${number}`,
    'posted-1',
  ])
  await post('better', 'c1', 'posted-1')
  await sender.sendOnce()
  expect(platform.visible[1]?.outgoing.replaces).toBe('posted-1')
})

test('the terminal has no outbox', async () => {
  await postCard(store, { id: `t-${number}`, platform: 'terminal', destination: { to: 'person', account: 'a' }, card: card('x') })
  expect((await store.outbox.counts()).waiting).toBe(0)
})

test.each([
  { title: 'later (429)', outcome: { result: 'later', afterMs: 3_000, reason: '429' } as SendOutcome, posts: false, looks: 0 },
  { title: 'unclear and not there (502)', outcome: unclear, posts: false, looks: 1 },
  { title: 'unclear although it is there (500)', outcome: unclear, posts: true, looks: 1 },
])('answered $title, there is one visible copy in the end', async ({ outcome, posts, looks }) => {
  platform.next = [
    (outgoing) => {
      if (posts) platform.post(outgoing)
      return outcome
    },
  ]
  await post('once')
  await sender.sendOnce()
  expect(await sender.sendOnce()).toBe(0)
  await idle()
  expect([seen(), platform.looks]).toEqual([['once'], looks])
})

test.each([
  { title: 'sent, then died', posts: true },
  { title: 'died, then nothing was sent', posts: false },
])('a process that $title leaves one visible copy to the next', async ({ posts }) => {
  platform.next = [
    (outgoing) => {
      if (posts) platform.post(outgoing)
      return new Promise(() => undefined)
    },
  ]
  await post('once')
  void senderOf(await opened.open(), 'dead').sendOnce()
  while (platform.next.length > 0) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await sender.sendOnce()).toBe(0)
  opened.pass(30_001)
  await sender.sendOnce()
  expect([seen(), platform.looks]).toEqual([['once'], 1])
})

test('what the platform throws is unclear: it is looked for before it is sent again', async () => {
  platform.next = [
    (outgoing) => {
      platform.post(outgoing)
      throw new Error('socket hang up')
    },
  ]
  await post('once')
  await sender.sendOnce()
  await idle()
  expect([seen(), reports]).toEqual([['once'], [expect.stringContaining('socket hang up')]])
})

test('as long as nobody can look, nothing is sent again', async () => {
  platform.next = [
    (outgoing) => {
      platform.post(outgoing)
      return unclear
    },
  ]
  const look = platform.findSent
  platform.findSent = () => Promise.reject(new Error('the platform is away'))
  await post('once')
  for (let hour = 0; hour < 5; hour += 1) {
    await sender.sendOnce()
    opened.pass(3_600_000)
  }
  expect(seen()).toEqual(['once'])
  platform.findSent = look
  await idle()
  expect([seen(), (await store.outbox.counts()).waiting]).toEqual([['once'], 0])
})

test('refused for good, it has failed and frees its conversation', async () => {
  platform.next = [() => ({ result: 'refused', reason: '403 BotNotInConversationRoster' })]
  await post('no')
  await post('next')
  await idle()
  expect([seen(), (await store.outbox.counts()).failed]).toEqual([['next'], 1])
})

test('one conversation keeps its order through every kind of trouble', async () => {
  const trouble: SendOutcome[] = [
    { result: 'later', afterMs: 1_000, reason: '429' },
    unclear,
    { result: 'later', afterMs: 0, reason: '412' },
  ]
  platform.next = trouble.map((outcome) => () => outcome)
  for (let index = 0; index < 6; index += 1) await post(`n${index}`)
  await idle()
  expect(seen()).toEqual(Array.from({ length: 6 }, (_, index) => `n${index}`))
})

test('whatever the platform answers and however many processes send, everything is visible once', async () => {
  const other = senderOf(await opened.open(), 'other')
  const outcome = fc.constantFrom('sent', 'later', 'unclear there', 'unclear not there', 'throws there')
  await fc.assert(
    fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), async (outcomes, count) => {
      number += 1
      platform = fakePlatform()
      platform.next = outcomes.map((kind) => (outgoing) => {
        if (kind.endsWith(' there') && kind !== 'unclear not there') platform.post(outgoing)
        if (kind === 'throws there') throw new Error('reset')
        if (kind === 'sent') return { result: 'sent', message: platform.post(outgoing) }
        return kind === 'later' ? { result: 'later', afterMs: 500, reason: '429' } : unclear
      })
      for (let index = 0; index < count; index += 1) await post(`n${index}`, `c${index % 2}`)
      for (let round = 0; round < 40 && (await store.outbox.counts()).waiting > 0; round += 1) {
        await Promise.all([sender.sendOnce(), other.sendOnce()])
        opened.pass(60_000)
      }
      expect(seen().sort()).toEqual(Array.from({ length: count }, (_, index) => `n${index}`))
    }),
    { numRuns: 12 },
  )
})

test('woken when something is posted here, until it is stopped', async () => {
  const stopping = new AbortController()
  const running = sender.run(stopping.signal)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const started = performance.now()
  await post('quick')
  while (seen().length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(performance.now() - started).toBeLessThan(900)
  stopping.abort()
  await running
})

test('a card that replaces another by its outbox id waits for that one, and is dropped where that was never sent', async () => {
  const replacing = async (id: string, replacesCard: string) => {
    opened.pass(1)
    const destination = { to: 'thread' as const, thread: threadIn(`c1-${number}`) }
    const posting = { id: `${id}-${number}`, platform: 'playground' as const, destination, card: card(id) }
    return postCard(store, { ...posting, replacesCard: `${replacesCard}-${number}` })
  }
  platform.next = [
    { result: 'later', afterMs: 1_000, reason: '429' },
    { result: 'refused', reason: 'archived' },
  ].map((outcome) => () => outcome as SendOutcome)
  await post('note')
  expect([await replacing('better', 'note'), await replacing('better', 'note')]).toEqual([true, false])
  await sender.sendOnce()
  expect(seen()).toEqual([])
  await idle()
  expect(seen()).toEqual([])
  await post('second')
  await replacing('better second', 'second')
  await idle()
  expect(platform.visible.map(({ outgoing }) => [outgoing.card.summary, outgoing.replaces])).toEqual([
    ['second', undefined],
    ['better second', 'posted-1'],
  ])
  expect(reports.filter((line) => line.includes('The card that it replaces was never sent.'))).toHaveLength(1)
})
