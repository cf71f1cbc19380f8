// Folding what was heard: every version kept, nothing twice, whatever the order; files beside the text, and never in its way.
import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createFolder, type Folder } from '../../../src/bot/capture/folder.ts'
import { createHear, type Hear } from '../../../src/bot/capture/hear.ts'
import type { Heard, HeardEdit, HeardFile } from '../../../src/bot/platform.ts'
import { foldTalk, isTalkEntry } from '../../../src/contracts/record/fold-talk.ts'
import { openEntry } from '../../../src/contracts/record/open-entry.ts'
import { Refusal } from '../../../src/contracts/refusal.ts'
import type { TalkMessage } from '../../../src/contracts/talk.ts'
import { viewTalk } from '../../../src/contracts/talk-view.ts'
import type { Store } from '../../../src/store/store.ts'
import { useStore } from '../../store/opened.ts'
import { type FakePlatform, fakePlatform, messageKey, person, said, threadIn } from '../fake-platform.ts'

const opened = useStore()
let store: Store
let platform: FakePlatform
let folder: Folder
let hear: Hear
let contract: string
let thread: string
let number = 0
const reports: string[] = []

const folderOf = (one: Store, worker: string) =>
  createFolder({ store: one, platforms: { find: () => platform }, worker, clock: opened.clock, report: (line) => void reports.push(line) })

beforeAll(() => {
  store = opened.store
})
beforeEach(async () => {
  number += 1
  reports.splice(0)
  platform = fakePlatform()
  folder = folderOf(store, `w${number}`)
  hear = createHear({ store, clock: opened.clock, report: (line) => void reports.push(line) })
  thread = threadIn(`channel-${number}`)
  contract = await linked(thread, `c${number}`)
})

const linked = async (to: string, key: string, counterparty = 'Globex') => {
  const { id } = await store.contracts.create({ fields: { title: key, counterparty }, by: 'P-1', source: 'test', key })
  await store.conversations.keep(to.slice(0, to.lastIndexOf('|')), {
    name: 'Deals',
    visibility: 'contract',
    members: [person('ana'), person('lee')],
  })
  const payload = { thread: to, conversationName: 'Deals', visibility: 'contract' as const }
  await store.record.append(id, () => [{ kind: 'linked', key: `link:${to}`, actor: 'P-1', source: 'test', payload }])
  return id
}
let deliveries = 0
const deliver = (events: Heard[], id = `d${++deliveries}`, to = thread) =>
  hear({ id, platform: 'playground', thread: to, receivedAt: opened.clock().toISOString(), body: JSON.stringify(events) })
const message = (...[minute, author, text, more]: Parameters<typeof said>): Heard => ({
  type: 'message',
  message: said(minute, author, text, more),
})
const edit = (id: string, text: string, minute: number, more: Partial<HeardEdit> = {}): Heard => ({
  type: 'edited',
  id,
  text,
  editedAt: said(minute, 'ana', '').postedAt,
  ...more,
})
const entriesOf = async (id = contract) => (await store.record.entries(id)).map(openEntry).filter((one) => one !== undefined)
const talkOf = async (id = contract): Promise<Map<string, TalkMessage>> => {
  const talk = new Map<string, TalkMessage>()
  for (const one of await entriesOf(id)) if (isTalkEntry(one)) talk.set(one.payload.message, foldTalk(talk.get(one.payload.message), one))
  return talk
}
const messageOf = async (id: string): Promise<TalkMessage> => {
  const found = (await talkOf()).get(messageKey(thread, id))
  if (!found) throw new Error(`${id} is not in the record`)
  return found
}
const textsOf = (one: TalkMessage) => one.texts.map(({ text, origin }) => `${origin}: ${text}`)

test('the same event four times, and the message once more by another delivery: one record', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => deliver([message(1, 'ana', 'The cap is 12 months.')], 'same')))
  expect(answers.sort()).toEqual(['kept', 'known', 'known', 'known'])
  await deliver([message(1, 'ana', 'The cap is 12 months.')], 'same message, another id')
  await folder.foldOnce()
  expect((await entriesOf()).filter(({ kind }) => kind === 'message')).toHaveLength(1)
  expect(await store.inbox.counts()).toMatchObject({ waiting: 0, stuck: 0 })
})

test('an edit before the message and a deletion before both: all versions are kept, and the view says deleted', async () => {
  await deliver([{ type: 'deleted', id: 'm1', deletedAt: said(9, 'ana', '').postedAt }])
  await folder.foldOnce()
  await deliver([edit('m1', 'second', 5)])
  await folder.foldOnce()
  expect((await messageOf('m1')).received).toBe(false)
  await deliver([message(1, 'ana', 'first')])
  await folder.foldOnce()
  const folded = await messageOf('m1')
  expect([textsOf(folded), folded.received, folded.author.name]).toEqual([['original: first', 'edit: second'], true, 'ana'])
  expect(viewTalk(folded)).toMatchObject({ text: 'second', edited: true, deletedAt: said(9, 'ana', '').postedAt })
  expect(viewTalk(folded, said(3, 'ana', '').postedAt)).toMatchObject({ text: 'first', edited: false, deletedAt: undefined })
})

test('a deletion of which nothing else ever comes: the text is recovered where the platform tells it, and marked so', async () => {
  const deletedAt = said(9, 'ana', '').postedAt
  await deliver([
    {
      type: 'deleted',
      id: 'm1',
      deletedAt,
      previousText: 'what it said',
      author: said(1, 'ana', '').author,
      postedAt: said(1, 'ana', '').postedAt,
    },
  ])
  await deliver([{ type: 'deleted', id: 'm2', deletedAt }])
  await folder.foldOnce()
  const [told, untold] = [await messageOf('m1'), await messageOf('m2')]
  expect([textsOf(told), told.received, viewTalk(told)?.text]).toEqual([['recovered: what it said'], false, 'what it said'])
  expect([textsOf(untold), untold.received, viewTalk(untold)]).toEqual([[], false, expect.objectContaining({ text: undefined, deletedAt })])
})

test.each([
  { title: 'the original was lost', events: ['edit'], texts: ['recovered: first', 'edit: second'] },
  { title: 'the original comes late', events: ['edit', 'message'], texts: ['original: first', 'edit: second'] },
  { title: 'the original came', events: ['message', 'edit'], texts: ['original: first', 'edit: second'] },
  { title: 'an edit between was lost', events: ['message', 'second edit'], texts: ['original: first', 'recovered: second', 'edit: third'] },
  {
    title: 'an edit between comes late',
    events: ['message', 'second edit', 'edit'],
    texts: ['original: first', 'recovered: second', 'edit: third'],
  },
  { title: 'everything came', events: ['message', 'edit', 'second edit'], texts: ['original: first', 'edit: second', 'edit: third'] },
])('the text before an edit is recovered only where it was not received: $title', async ({ events, texts }) => {
  const { postedAt } = said(1, 'ana', '')
  const at = said(5, 'ana', '').postedAt
  const known: Record<string, Heard> = {
    message: message(1, 'ana', 'first'),
    edit: edit('m1', 'second', 5, { postedAt, previous: { text: 'first', at: postedAt } }),
    'second edit': edit('m1', 'third', 7, { postedAt, previous: { text: 'second', at } }),
  }
  for (const name of events) {
    await deliver([known[name] as Heard])
    await folder.foldOnce()
  }
  expect(textsOf(await messageOf('m1'))).toEqual(texts)
})

test('a change by the platform itself is kept and never shown as an edit', async () => {
  await deliver([message(1, 'ana', 'see https://acme.example')])
  await deliver([edit('m1', 'see https://acme.example [preview]', 2, { system: true })])
  await folder.foldOnce()
  const folded = await messageOf('m1')
  expect([textsOf(folded).length, viewTalk(folded)?.edited]).toEqual([2, false])
})

test('a deletion taken back, and reactions given and taken, read as they are now', async () => {
  const at = (minute: number) => said(minute, 'ana', '').postedAt
  const reaction = (by: string, minute: number, added: boolean): Heard => ({
    type: 'reaction',
    id: 'm1',
    emoji: 'like',
    by,
    at: at(minute),
    added,
  })
  await deliver([message(1, 'ana', 'agreed')])
  await deliver([
    { type: 'undeleted', id: 'm1', undeletedAt: at(6) },
    reaction('lee', 4, false),
    reaction('lee', 3, true),
    reaction('kim', 3, true),
  ])
  await deliver([{ type: 'deleted', id: 'm1', deletedAt: at(5) }])
  await folder.foldOnce()
  expect(viewTalk(await messageOf('m1'))).toMatchObject({ deletedAt: undefined, reactions: [{ emoji: 'like', by: ['kim'] }] })
  expect(viewTalk(await messageOf('m1'), at(5))?.deletedAt).toBe(at(5))
})

test.each(['\u0000 NUL', 'lone \ud800 surrogate', 'right\u202eto left', 'zero\u200bwidth', 'x'.repeat(40_000), '{"$where":1}', ''])(
  'text is kept exactly: %j',
  async (text) => {
    await deliver([message(1, 'ana', text)])
    await folder.foldOnce()
    expect((await messageOf('m1')).texts[0]?.text).toBe(text)
  },
)

test('a message of a thread with two contracts stands in the record of each, with the delivery as it came', async () => {
  const second = await linked(thread, `second-${number}`)
  await deliver([message(1, 'ana', 'both')])
  await folder.foldOnce()
  for (const id of [contract, second]) {
    const [entry] = (await entriesOf(id)).filter(({ kind }) => kind === 'message')
    expect(entry?.kind === 'message' && JSON.parse(entry.payload.raw ?? '')).toEqual([message(1, 'ana', 'both')])
  }
})

test('what nobody linked is dropped unread; what was spooled unasked is dropped when it is folded', async () => {
  const elsewhere = threadIn(`elsewhere-${number}`)
  expect(await deliver([message(1, 'ana', 'private')], 'unlinked', elsewhere)).toBe('unlinked')
  const { receivedAt } = { receivedAt: opened.clock().toISOString() }
  await store.inbox.keep({ id: `spooled-${number}`, platform: 'playground', thread: elsewhere, receivedAt, roster: undefined, body: '[]' })
  await folder.foldOnce()
  expect(await store.inbox.counts()).toMatchObject({ waiting: 0, stuck: 0 })
})

test('the audience is that of the moment: shared with the counterparty there, internal before, and after it left', async () => {
  const conversation = thread.slice(0, thread.lastIndexOf('|'))
  await deliver([message(1, 'ana', 'before')])
  await store.conversations.keep(conversation, { members: [person('ana'), person('gus', 'outsider', 'Globex')] })
  await deliver([message(2, 'gus', 'with them')])
  await store.conversations.keep(conversation, { members: [person('ana'), person('eve', 'outsider', 'Initech')] })
  await deliver([message(3, 'ana', 'another outsider')])
  await folder.foldOnce()
  const talk = [...(await talkOf()).values()]
  expect(talk.map(({ audience }) => audience)).toEqual(['internal', 'shared', 'internal'])
  const memberships = (await entriesOf()).filter(({ kind }) => kind === 'membership')
  expect(memberships.map(({ payload }) => 'outsiders' in payload && payload.outsiders)).toEqual([
    [],
    ['playground:home:gus'],
    ['playground:home:eve'],
  ])
  expect(talk.map(({ roster }) => memberships.some(({ payload }) => 'roster' in payload && payload.roster === roster))).toEqual([
    true,
    true,
    true,
  ])
})

test('a list of members stands in the record once, also when another process folds on', async () => {
  const other = folderOf(await opened.open(), 'other')
  for (const [index, one] of [folder, other, folder].entries()) {
    await deliver([message(index, 'ana', `${index}`)])
    await one.foldOnce()
  }
  expect((await entriesOf()).map(({ kind }) => kind)).toEqual(['created', 'linked', 'membership', 'message', 'message', 'message'])
})

test('an author whom we know is named as that person', async () => {
  const account = { platform: 'playground' as const, home: 'home', id: `lee-${number}` }
  const lee = await store.people.meet(account, { name: 'Lee Park', standing: 'member' })
  await deliver([message(1, `lee-${number}`, 'mine')])
  await folder.foldOnce()
  const [entry] = (await entriesOf()).filter(({ kind }) => kind === 'message')
  expect([entry?.entry.actor, entry?.entry.source, (await messageOf('m1')).author.person]).toEqual([lee.id, 'playground', lee.id])
})

test('a delivery that cannot be read holds up no other and is told', async () => {
  await hear({ id: `bad-${number}`, platform: 'playground', thread, receivedAt: '2026-01-01T00:00:00.000Z', body: 'null' })
  await hear({ id: `worse-${number}`, platform: 'playground', thread, receivedAt: '2026-01-01T00:00:00.000Z', body: '{' })
  await deliver([{ type: 'message' } as Heard])
  await deliver([{ type: 'what' } as never])
  await deliver([message(1, 'ana', 'good')])
  await folder.foldOnce()
  expect([...(await talkOf()).keys()]).toEqual([messageKey(thread, 'm1')])
  expect(reports).toHaveLength(4)
  expect(await store.inbox.counts()).toMatchObject({ waiting: 4 })
  await clearInbox()
})

const clearInbox = async () => {
  opened.pass(24 * 3_600_000)
  const left = await store.inbox.claim('cleaner', 100)
  await store.inbox.done('cleaner', left)
}

const file = (name: string, fetch?: HeardFile['fetch']): HeardFile => ({ name, size: 3, ...(fetch && { fetch }) })
/** A platform whose messages carry these files, each with its way to fetch it. */
const carries = (...files: HeardFile[]) => {
  platform.heard = (body) =>
    JSON.parse(body).map((event: Heard) => (event.type === 'message' ? { ...event, message: { ...event.message, files } } : event))
}
const bytes = Buffer.from('pdf')
const sha256 = createHash('sha256').update(bytes).digest('hex')

test('a file that comes fast is kept with its message, two of one name under two', async () => {
  carries(
    file('a.pdf', async () => bytes),
    file('a.pdf', async () => Buffer.from('other')),
  )
  await deliver([message(1, 'ana', 'see attached')])
  await folder.foldOnce()
  expect((await messageOf('m1')).files).toMatchObject([{ name: 'a.pdf', sha256, size: 3 }, { name: 'a (2).pdf' }])
  expect(Buffer.from(await store.files.read(sha256)).toString()).toBe('pdf')
})

test('a file that can never be had is told as missing with the reason, and the text is there', async () => {
  carries(
    file('a.pdf', () => Promise.reject(new Refusal('invalid', 'The file lies on another host.'))),
    file('b.pdf'),
  )
  await deliver([message(1, 'ana', 'see attached')])
  await folder.foldOnce()
  const folded = await messageOf('m1')
  expect(folded.texts[0]?.text).toBe('see attached')
  expect(folded.files).toMatchObject([
    { name: 'a.pdf', missing: 'The file lies on another host.' },
    { name: 'b.pdf', missing: expect.stringContaining('no way') },
  ])
})

test('a file that fails at first is fetched again, and then stands with its message once', async () => {
  let tries = 0
  const flaky = async () => {
    tries += 1
    if (tries < 3) throw new Error('503')
    return bytes
  }
  carries(file('a.pdf', flaky))
  await deliver([message(1, 'ana', 'see attached')])
  await folder.foldOnce()
  expect((await messageOf('m1')).files).toMatchObject([{ name: 'a.pdf', size: 3 }])
  await folder.foldOnce()
  await folder.settled()
  opened.pass(5_000)
  await folder.foldOnce()
  await folder.settled()
  expect((await messageOf('m1')).files).toMatchObject([{ name: 'a.pdf', sha256, size: 3 }])
  expect([tries, (await store.inbox.counts()).waiting]).toEqual([3, 0])
})

test('a file that fails for a day is told as missing then', async () => {
  carries(file('a.pdf', () => Promise.reject(new Error('503 Service Unavailable'))))
  await deliver([message(1, 'ana', 'see attached')])
  for (let attempt = 0; attempt < 16; attempt += 1) {
    await folder.foldOnce()
    await folder.settled()
    opened.pass(4 * 3_600_000)
  }
  expect((await messageOf('m1')).files).toMatchObject([{ name: 'a.pdf', missing: '503 Service Unavailable' }])
  expect(await store.inbox.counts()).toMatchObject({ waiting: 0, stuck: 0 })
})

test('a file that hangs delays no text by more than seconds', { timeout: 20_000 }, async () => {
  carries(file('a.pdf', () => new Promise(() => undefined)))
  for (let index = 1; index <= 20; index += 1) await deliver([message(index, 'ana', `${index}`)])
  const started = performance.now()
  await folder.foldOnce()
  expect(performance.now() - started).toBeLessThan(6_000)
  expect((await talkOf()).size).toBe(20)
  await clearInbox()
})

test('woken by what is heard here, finding what others heard, until it is stopped', async () => {
  const stopping = new AbortController()
  const running = folder.run(stopping.signal)
  const started = performance.now()
  await deliver([message(1, 'ana', 'quick')])
  while ((await talkOf()).size === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(performance.now() - started).toBeLessThan(900)
  const other = createHear({ store: await opened.open(), clock: opened.clock, report: () => undefined })
  await other({
    id: `other-${number}`,
    platform: 'playground',
    thread,
    receivedAt: opened.clock().toISOString(),
    body: JSON.stringify([message(2, 'lee', 'too')]),
  })
  while ((await talkOf()).size < 2) await new Promise((resolve) => setTimeout(resolve, 20))
  stopping.abort()
  await running
})
