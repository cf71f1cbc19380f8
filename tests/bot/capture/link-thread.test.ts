// Linking a thread: only by somebody who is in it, told in the thread, with its older replies read once and in order.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createFolder, createHear, createHistoryReader, linkThread, unlinkThread, widenConversation } from '../../../src/bot/capture.ts'
import { linkedCard } from '../../../src/bot/cards/thread.ts'
import type { Invocation } from '../../../src/bot/invocation.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import type { Person } from '../../../src/contracts/identity.ts'
import { openEntry } from '../../../src/contracts/record/open-entry.ts'
import { Refusal } from '../../../src/contracts/refusal.ts'
import type { Store } from '../../../src/store/store.ts'
import { useStore } from '../../store/opened.ts'
import { type FakePlatform, fakePlatform, person as member, said, threadIn } from '../fake-platform.ts'

const opened = useStore()
let store: Store
let platform: FakePlatform
let person: Person
let contract: Contract
let thread: string
let number = 0

beforeAll(async () => {
  store = opened.store
  person = await store.people.meet({ platform: 'playground', home: 'home', id: 'ana' }, { name: 'Ana Gómez', standing: 'member' })
})
beforeEach(async () => {
  number += 1
  // What other tests left to be read and sent is none of this one's.
  await Promise.all(['histories', 'outbox', 'inbox'].map((name) => collection(name).deleteMany({})))
  platform = fakePlatform()
  thread = threadIn(`deals-${number}`)
  contract = await store.contracts.create({
    fields: { title: 'Acme MSA', counterparty: 'Globex' },
    by: person.id,
    source: 'test',
    key: `l${number}`,
  })
})

const collection = (name: string) =>
  (store.tickerDatabase() as { collection(name: string): { deleteMany(filter: object): Promise<unknown> } }).collection(name)
const invocation = (id: string): Invocation => ({
  id: `${id}-${number}`,
  door: 'mention',
  text: `link ${contract.id}`,
  fields: {},
  speaker: { account: { platform: 'playground', home: 'home', id: 'ana' }, name: 'Ana Gómez', standing: 'member' },
  thread,
  files: [],
})
const link = (id = 'i1') => linkThread({ store, clock: opened.clock, platform, thread, contract, person, invocation: invocation(id) })
const unlink = (id = 'u1') => unlinkThread({ store, thread, contract, person, invocation: invocation(id) })
const entries = async () => (await store.record.entries(contract.id)).map(openEntry).filter((one) => one !== undefined)
const kinds = async () => (await entries()).map(({ kind }) => kind)
const messages = async () => (await entries()).flatMap((one) => (one.kind === 'message' ? [one.payload] : []))
const reader = (one = store) =>
  createHistoryReader({ store: one, platforms: { find: () => platform }, worker: 'reader', clock: opened.clock, report: () => undefined })
const posted = async () => {
  const rows = await store.outbox.claim('test', 10)
  for (const row of rows) await store.outbox.settle('test', row, { state: 'sent', message: 'm' })
  return rows.map(({ outgoing }) => outgoing as { destination: object; card: { summary: string } })
}
/** All that lies in the outbox, of which one at a time of a conversation is sent. */
const allPosted = async () => {
  const all: Awaited<ReturnType<typeof posted>> = []
  for (let some = await posted(); some.length > 0; some = await posted()) all.push(...some)
  return all
}

test('older replies are read page by page, in order, and the thread is told once', async () => {
  platform.history = Array.from({ length: 8 }, (_, index) => said(index, index % 2 ? 'ana' : 'lee', `reply ${index}`))
  const linked = await link()
  expect(linked).toMatchObject({
    messages: 8,
    files: 0,
    oldest: said(0, 'lee', '').postedAt,
    unread: undefined,
    already: false,
    visibility: 'contract',
  })
  expect((await messages()).map(({ text, backfilled, audience }) => [text, backfilled, audience])).toEqual(
    Array.from({ length: 8 }, (_, index) => [`reply ${index}`, true, 'internal']),
  )
  expect(platform.reads).toEqual([undefined, '3', '6'])
  expect((await kinds()).slice(0, 3)).toEqual(['created', 'linked', 'membership'])
  expect(await posted()).toMatchObject([
    { destination: { to: 'thread', thread }, card: { summary: expect.stringContaining(`Linked to ${contract.id}`) } },
  ])
  expect((await messages())[1]?.author).toEqual({ account: 'playground:home:ana', name: 'ana', person: person.id })
})

test('a long thread shows in one note how far it is, every few seconds, and in the end what came of it', async () => {
  platform.history = Array.from({ length: 40 }, (_, index) => said(index, 'lee', `reply ${index}`))
  const read = platform.readThread
  platform.readThread = async (...asked) => {
    opened.pass(1_000)
    return { ...(await read(...asked)), total: 41 }
  }
  await link()
  const lines = (await allPosted()).map(({ card }) => card.summary.replace(/^.*New replies are saved\. /, ''))
  expect(lines).toEqual([
    ...[3, 12, 21, 30, 39].map((messages) => `Reading: ${messages} of 41 messages, 0 files`),
    'Older replies are saved: 40 messages, 0 files.',
  ])
})

test('what a platform asks to wait for is waited for, by whoever goes on; the thread is told at once that it is linked', async () => {
  platform.history = Array.from({ length: 8 }, (_, index) => said(index, 'lee', `reply ${index}`))
  const read = platform.readThread
  let refusals = 1
  platform.readThread = async (_thread, from) => {
    refusals -= 1
    return refusals >= 0 ? { messages: [], later: 45_000 } : read(_thread, from)
  }
  expect(await link()).toMatchObject({ messages: 0, unread: 'Older replies are still being read.' })
  expect((await posted()).map(({ card }) => card.summary)).toEqual([`Linked to ${contract.id} Acme MSA. New replies are saved.`])
  opened.pass(44_000)
  expect(await reader().readOnce()).toBe(0)
  opened.pass(1_000)
  while ((await reader().readOnce()) > 0);
  expect((await messages()).map(({ text }) => text)).toEqual(platform.history.map(({ text }) => text))
})

test.each([
  { title: 'nobody from outside', outsiders: [], audience: 'internal', words: undefined },
  {
    title: 'somebody of the other side',
    outsiders: [member('gus', 'outsider', 'Globex')],
    audience: 'shared',
    words: /gus from outside the company can read along: what is said here from now on counts as shared/,
  },
  {
    title: 'a guest and others of elsewhere',
    outsiders: [...['a', 'b', 'c'].map((id) => member(id, 'outsider', 'Initech')), member('robin', 'guest')],
    audience: 'internal',
    words: /a, b, c,? and 1 more from outside the company can read along, but nobody of the other side of C-\d+: .* stays internal/,
  },
])('who links in front of $title is told what that makes of the talk', async ({ outsiders, audience, words }) => {
  platform.members = [member('ana'), ...outsiders]
  const linked = await link()
  expect(linked).toMatchObject({ audience, outsiders: outsiders.map(({ name }) => name) })
  const shown = JSON.stringify(linkedCard(linked, 'UTC'))
  if (words) expect(shown).toMatch(words)
  else expect(shown).not.toContain('from outside')
})

test('linked twice, it is linked once; the second is told so, and the thread is not told again', async () => {
  platform.history = [said(1, 'lee', 'one')]
  await link('i1')
  expect(await link('i2')).toMatchObject({ already: true, messages: 0 })
  expect((await kinds()).filter((kind) => kind === 'linked')).toHaveLength(1)
  expect(await posted()).toHaveLength(1)
})

test('two people who link at the same moment make one link', async () => {
  const linked = await Promise.all([link('i1'), link('i2')])
  expect(linked.map(({ already }) => already).sort()).toEqual([false, true])
  expect((await kinds()).filter((kind) => kind === 'linked')).toHaveLength(1)
})

test.each([
  { title: 'somebody who is not in the conversation', members: [member('lee')], words: 'Only somebody who is in this conversation' },
  {
    title: 'anybody while the members cannot be seen',
    members: undefined,
    words: 'It cannot be seen just now who is in this conversation',
  },
])('$title is refused, and nothing is recorded', async ({ members, words }) => {
  platform.members = members
  await expect(link()).rejects.toThrow(words)
  await expect(link()).rejects.toBeInstanceOf(Refusal)
  expect(await kinds()).toEqual(['created'])
  expect(await store.threads.linked(thread)).toBeUndefined()
  expect([platform.reads, await posted()]).toEqual([[], []])
})

test('a platform that fails while the members are looked up links nothing', async () => {
  platform.conversation = () => Promise.reject(new Error('502'))
  await expect(link()).rejects.toThrow('502')
  expect(await kinds()).toEqual(['created'])
})

test('what could not be read is told, and stands in the record as a gap', async () => {
  platform.unread = 'Replies older than a year could not be read.'
  platform.history = [said(1, 'lee', 'one')]
  expect(await link()).toMatchObject({ messages: 1, unread: 'Replies older than a year could not be read.' })
  expect((await entries()).find(({ kind }) => kind === 'gap')?.payload).toEqual({ thread, reason: platform.unread })
})

test('a minute later the thread is read once more, for what was said while it was linked; nothing is twice', async () => {
  platform.history = [said(1, 'lee', 'one')]
  await link()
  platform.history.push({ ...said(2, 'lee', 'in between'), postedAt: opened.clock().toISOString() })
  expect(await reader().readOnce()).toBe(0)
  opened.pass(60_000)
  expect(await reader().readOnce()).toBe(1)
  expect(await reader().readOnce()).toBe(0)
  expect((await messages()).map(({ text }) => text)).toEqual(['one', 'in between'])
})

test('a reading that stops in the middle is taken up by another process where it stopped', async () => {
  platform.history = Array.from({ length: 7 }, (_, index) => said(index, 'lee', `reply ${index}`))
  const read = platform.readThread
  platform.readThread = async (one, from) => {
    if (from === '3') throw new Error('the process died')
    return read(one, from)
  }
  await expect(link()).rejects.toThrow('the process died')
  expect((await messages()).length).toBe(3)
  platform.readThread = read
  const other = reader(await opened.open())
  expect(await other.readOnce()).toBe(0)
  opened.pass(150_000)
  while ((await other.readOnce()) > 0);
  expect((await messages()).map(({ text }) => text)).toEqual(platform.history.map(({ text }) => text))
  expect(platform.reads.slice(0, 3)).toEqual([undefined, '3', '6'])
})

test('the same invocation, run again after its process died, links once and goes on reading', async () => {
  platform.history = [said(1, 'lee', 'one')]
  const read = platform.readThread
  platform.readThread = () => Promise.reject(new Error('the process died'))
  await expect(link('i1')).rejects.toThrow()
  platform.readThread = read
  await link('i1')
  opened.pass(150_000)
  while ((await reader().readOnce()) > 0);
  expect((await kinds()).filter((kind) => kind === 'linked' || kind === 'message')).toEqual(['linked', 'message'])
  expect(await posted()).toHaveLength(1)
})

test('a history that cannot be read, however often it is tried, ends in a gap', async () => {
  platform.readThread = () => Promise.reject(new Error('403'))
  await expect(link()).rejects.toThrow('403')
  for (let tries = 0; tries < 12; tries += 1) {
    opened.pass(5 * 3_600_000)
    await reader()
      .readOnce()
      .catch(() => undefined)
  }
  expect((await entries()).find(({ kind }) => kind === 'gap')?.payload).toMatchObject({
    reason: expect.stringContaining('could not be read'),
  })
})

test('files of older replies are kept with them; one that is slow comes later, from its page', { timeout: 20_000 }, async () => {
  let isSlow = true
  const slow = () => (isSlow ? new Promise<Uint8Array>(() => undefined) : Promise.resolve(Buffer.from('slow')))
  platform.history = [
    said(1, 'lee', 'fast', { files: [{ name: 'a.pdf', fetch: async () => Buffer.from('fast') }] }),
    said(2, 'lee', 'slow', { files: [{ name: 'b.pdf', fetch: slow }] }),
    said(3, 'lee', 'gone', { files: [{ name: 'c.pdf', fetch: () => Promise.reject(new Refusal('not-found', 'It was deleted.')) }] }),
  ]
  expect(await link()).toMatchObject({ messages: 3, files: 1 })
  isSlow = false
  const folder = createFolder({ store, platforms: { find: () => platform }, worker: 'f', clock: opened.clock, report: () => undefined })
  await folder.foldOnce()
  await folder.settled()
  const files = (await entries()).flatMap((one) => (one.kind === 'file' ? [one.payload.file] : []))
  expect(files).toMatchObject([{ name: 'b.pdf', size: 4, sha256: expect.any(String) }])
  expect((await entries()).find(({ kind }) => kind === 'file_missing')?.payload).toMatchObject({ name: 'c.pdf', reason: 'It was deleted.' })
})

test('after unlinking nothing is kept any more, what was kept stays, and linking again reads afresh', async () => {
  platform.history = [said(1, 'lee', 'one')]
  await link('i1')
  const hear = createHear({ store, clock: opened.clock, report: () => undefined })
  const delivery = (id: string) => ({
    id: `${id}-${number}`,
    platform: 'playground' as const,
    thread,
    receivedAt: opened.clock().toISOString(),
    body: '[]',
  })
  expect(await hear(delivery('before'))).toBe('kept')
  const after = await unlink()
  expect(after.threads).toMatchObject([{ thread, active: false }])
  expect(await hear(delivery('after'))).toBe('unlinked')
  expect((await messages()).length).toBe(1)
  await expect(unlink('u2')).rejects.toMatchObject({ kind: 'conflict' })
  platform.history.push(said(2, 'lee', 'while it was not linked'))
  opened.pass(600_000)
  expect(await link('i3')).toMatchObject({ already: false, messages: 2 })
  expect((await messages()).map(({ text }) => text)).toEqual(['one', 'while it was not linked'])
})

test('a thread linked to two contracts is read for each', async () => {
  platform.history = [said(1, 'lee', 'one')]
  await link('i1')
  const first = contract
  contract = await store.contracts.create({ fields: { title: 'Second' }, by: person.id, source: 'test', key: `second-${number}` })
  expect(await link('i2')).toMatchObject({ already: false, messages: 1 })
  expect((await store.threads.linked(thread))?.contracts).toEqual([first.id, contract.id].sort())
})

test('only somebody who is in a private conversation opens it to all readers of the contract', async () => {
  platform.visibility = 'members'
  expect(await link()).toMatchObject({ visibility: 'members' })
  await widenConversation({ store, platform, thread, contract, person, invocation: invocation('w1'), visibility: 'contract' })
  const widened = (await entries()).find(({ kind }) => kind === 'visibility')
  expect([widened?.entry.actor, widened?.payload]).toEqual([
    person.id,
    { conversation: `playground:home:deals-${number}`, visibility: 'contract' },
  ])
  platform.members = [member('lee')]
  const again = widenConversation({ store, platform, thread, contract, person, invocation: invocation('w2'), visibility: 'members' })
  await expect(again).rejects.toMatchObject({ kind: 'not-allowed' })
})

test('what was said with the counterparty there is shared only if it was said after the link', async () => {
  platform.members = [member('ana'), member('gus', 'outsider', 'Globex')]
  platform.history = [said(1, 'gus', 'long ago')]
  await link()
  platform.history.push({ ...said(2, 'gus', 'just now'), postedAt: opened.clock().toISOString() })
  opened.pass(60_000)
  await reader().readOnce()
  expect((await messages()).map(({ text, audience }) => [text, audience])).toEqual([
    ['long ago', 'internal'],
    ['just now', 'shared'],
  ])
})
