// The inbox: kept before it is acknowledged, claimed by one of several, and spooled in order while the database is away.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createInbox } from '../../src/store/inbox.ts'
import { openSpool, type Spool } from '../../src/store/spool.ts'
import type { Delivery, InboxStore } from '../../src/store/store.ts'
import { useDatabase } from './connected.ts'

const connected = useDatabase()
let directory: string
let spool: Spool
let inbox: InboxStore
let others: InboxStore[]
const reports: string[] = []
const report = (line: string) => void reports.push(line)
const delivery = (id: string, second = 0): Delivery => ({
  id,
  platform: 'teams',
  thread: 'teams:t:c|1',
  receivedAt: new Date(Date.parse('2026-03-02T07:00:00.000Z') + second * 1_000).toISOString(),
  roster: undefined,
  body: `{"id":"${id}"}`,
})
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'throughline-inbox-'))
  spool = await openSpool({ directory, report })
  inbox = createInbox({ database: connected.database, spool, report })
  const databases = [await connected.connect(), await connected.connect()]
  others = databases.map((database) => createInbox({ database, spool, report }))
  await connected.database.ensureIndexes()
})
afterAll(() => rm(directory, { recursive: true, force: true }))
beforeEach(() => void reports.splice(0))
afterEach(() => connected.database.connection.db?.collection('inbox').deleteMany({}))

test('a delivery is kept once; the second one is known, also after it was folded', async () => {
  expect([await inbox.keep(delivery('a')), await inbox.keep(delivery('a'))]).toEqual(['kept', 'known'])
  const claimed = await inbox.claim('w', 10)
  await inbox.done('w', claimed)
  expect(await inbox.keep(delivery('a'))).toBe('known')
  expect(await inbox.counts()).toEqual({ waiting: 0, stuck: 0, spooled: 0, quarantined: 0 })
})

test('the same delivery by three processes at once is kept once', async () => {
  const answers = await Promise.all([inbox, ...others].flatMap((one) => [one.keep(delivery('same')), one.keep(delivery('same'))]))
  expect(answers.sort()).toEqual(['kept', 'known', 'known', 'known', 'known', 'known'])
})

test('the body comes back exactly, whatever is in it', async () => {
  const body = JSON.stringify({ $where: 'x', 'a.b': '\u0000\ud800', text: '𝒳‮' })
  await inbox.keep({ ...delivery('odd'), roster: 'r1', body })
  const [claimed] = await inbox.claim('w', 1)
  expect([claimed?.body, claimed?.roster, claimed?.fence, claimed?.attempts]).toEqual([body, 'r1', 1, 0])
})

test('deliveries are handed out oldest first, by time and then by id', async () => {
  for (const one of [delivery('late', 9), delivery('b', 1), delivery('a', 1), delivery('first', 0)]) await inbox.keep(one)
  expect(idsOf(await inbox.claim('w', 3))).toEqual(['first', 'a', 'b'])
  expect(idsOf(await inbox.claim('w', 3))).toEqual(['late'])
  expect(await inbox.claim('w', 3)).toEqual([])
})

test('three processes claim 600 deliveries: each goes to one of them', async () => {
  await Promise.all(Array.from({ length: 600 }, (_, index) => inbox.keep(delivery(`d${index}`, index))))
  const worker = async (one: InboxStore, name: string): Promise<string[]> => {
    const claimed = await one.claim(name, 25)
    await one.done(name, claimed)
    return claimed.length > 0 || (await one.counts()).waiting > 0 ? [...idsOf(claimed), ...(await worker(one, name))] : []
  }
  const taken = (await Promise.all([inbox, ...others].map((one, index) => worker(one, `w${index}`)))).flat()
  expect([taken.length, new Set(taken).size]).toEqual([600, 600])
})

test('who is silent for 30 seconds loses the claim, and can no longer settle it', async () => {
  await inbox.keep(delivery('slow'))
  const [stale] = await inbox.claim('slow worker', 1)
  connected.pass(29_000)
  expect(await inbox.claim('w', 1)).toEqual([])
  connected.pass(2_000)
  const [mine] = await inbox.claim('w', 1)
  expect([stale?.fence, mine?.fence]).toEqual([1, 2])
  if (!stale || !mine) throw new Error('nothing was claimed')
  await inbox.done('slow worker', [stale])
  await inbox.release('slow worker', stale, 'too late')
  expect((await inbox.counts()).waiting).toBe(1)
  await inbox.done('w', [mine])
  expect((await inbox.counts()).waiting).toBe(0)
})

test('a delivery given back rests longer each time, holds up no other, and is set aside after fourteen', async () => {
  await inbox.keep(delivery('poison'))
  let pause = 5_000
  for (let attempt = 1; attempt <= 14; attempt += 1) {
    const [claimed] = await inbox.claim('w', 1)
    expect(claimed?.attempts).toBe(attempt - 1)
    if (claimed) await inbox.release('w', claimed, 'cannot be read')
    connected.pass(Math.min(pause, 4 * 3_600_000) - 1)
    expect(await inbox.claim('w', 1)).toEqual([])
    connected.pass(1)
    pause *= 3
  }
  expect(await inbox.claim('w', 1)).toEqual([])
  expect(await inbox.counts()).toMatchObject({ waiting: 0, stuck: 1 })
})

test('a delivery whose folding ends every process is set aside, not tried for ever', async () => {
  await inbox.keep(delivery('killer'))
  let claims = 0
  while ((await inbox.claim('w', 1)).length > 0 && claims < 100) {
    claims += 1
    connected.pass(31_000)
  }
  expect(claims).toBe(30)
  expect(await inbox.counts()).toMatchObject({ waiting: 0, stuck: 1 })
})

test('what belongs to nobody we know is kept apart, once', async () => {
  const stranger = { id: 'q1', platform: 'teams', receivedAt: connected.now(), reason: 'unknown tenant', body: '{}' }
  await inbox.quarantine(stranger)
  await inbox.quarantine(stranger)
  expect(await inbox.counts()).toMatchObject({ waiting: 0, quarantined: 1 })
})

test('a body that no database takes is refused at once, so that nobody acknowledges it', async () => {
  await expect(inbox.keep({ ...delivery('huge'), body: 'x'.repeat(13 * 1024 * 1024) })).rejects.toThrow('larger than')
})

test('with the database away deliveries wait in the spool and are replayed in order and number', async () => {
  const gone = await connected.connect()
  const lonely = createInbox({ database: gone, spool, report })
  await gone.close()
  const ids = Array.from({ length: 50 }, (_, index) => `s${String(index).padStart(2, '0')}`)
  for (const [index, id] of ids.entries()) expect(await lonely.keep(delivery(id, index))).toBe('spooled')
  expect(reports).toEqual([expect.stringContaining('goes to the spool')])
  expect([await inbox.keep(delivery('s50', 50)), await lonely.replaySpool()]).toEqual(['spooled', 0])
  expect((await inbox.counts()).spooled).toBe(51)
  expect([await inbox.replaySpool(), await inbox.replaySpool()]).toEqual([51, 0])
  expect(idsOf(await inbox.claim('w', 100))).toEqual([...ids, 's50'])
  expect(await inbox.keep(delivery('after'))).toBe('kept')
})

test('with the database away and the spool full nothing is acknowledged', async () => {
  const gone = await connected.connect()
  const full = await openSpool({ directory: join(directory, 'full'), limitBytes: 10, report })
  const lonely = createInbox({ database: gone, spool: full, report })
  await gone.close()
  await expect(lonely.keep(delivery('lost?'))).rejects.toThrow('The spool is full')
  expect((await inbox.counts()).waiting).toBe(0)
})
