// What the clock asks: once a period over all processes, again after a failure, and told to those whom it concerns.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobs } from '../../src/jobs/index.ts'
import { defineJob, type Job, type JobContext } from '../../src/jobs/job.ts'
import { runDueJobs } from '../../src/jobs/ticker.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { startWorkers } from '../../src/workers.ts'
import { openCompany, type TestCompany } from '../setup/company.ts'
import { serverUri } from '../setup/database.ts'

let now = new Date('2026-11-24T10:00:00.000Z')
const clock = () => now
let company: TestCompany
let others: Store[]
beforeAll(async () => {
  company = await openCompany(clock)
  const { namespace, databaseName } = company.store.tickerDatabase() as Db & { namespace: string }
  expect(namespace).toBe(databaseName)
  const uri = serverUri()
  const open = () => openStore({ uri, databaseName, dataDirectory: company.config.dataDirectory, clock, zone: 'Europe/Berlin' })
  others = await Promise.all([open(), open()])
})
afterAll(async () => {
  for (const store of others) await store.close()
  await company.close()
})

const contextOf = (store: Store, told: string[] = []): JobContext => ({
  store,
  clock,
  zone: 'Europe/Berlin',
  report: (line) => told.push(line),
  tellAdministrators: async (id) => {
    told.push(`told administrators: ${id}`)
  },
})

const counting = (name: string, every: Job['every'] = 'hour') => {
  const periods: string[] = []
  const job = defineJob({
    name,
    every,
    async run(_context, period) {
      periods.push(period)
    },
  })
  return { job, periods }
}

describe('a due job', () => {
  it('runs once in its period, however many processes tick however often', async () => {
    const hourly = counting('count-hourly')
    const daily = counting('count-daily', 'day')
    for (const at of ['2026-11-24T10:00:00.000Z', '2026-11-24T10:59:00.000Z', '2026-11-24T11:00:00.000Z', '2026-11-25T00:00:00.000Z']) {
      now = new Date(at)
      const stores = [company.store, ...others, company.store]
      await Promise.all(stores.map((store, index) => runDueJobs([hourly.job, daily.job], contextOf(store), `worker ${index}`)))
    }
    expect(hourly.periods).toEqual(['2026-11-24T11 +01:00', '2026-11-24T12 +01:00', '2026-11-25T01 +01:00'])
    expect(daily.periods).toEqual(['2026-11-24', '2026-11-25'])
  })

  it('that failed is reported, lets the others run, and comes again when its claim has gone stale', async () => {
    now = new Date('2026-11-26T10:00:00.000Z')
    let tries = 0
    const failing = defineJob({
      name: 'fail-once',
      every: 'day',
      async run() {
        tries += 1
        if (tries === 1) throw new Error('the disk is full')
      },
    })
    const after = counting('run-after')
    const told: string[] = []
    const tick = (store: Store) => runDueJobs([failing, after.job], contextOf(store, told), 'worker')
    await tick(company.store)
    expect(told).toEqual(['fail-once failed and will be tried again: the disk is full'])
    expect(after.periods).toHaveLength(1)
    now = new Date('2026-11-26T10:05:00.000Z')
    await tick(others[0] as Store)
    expect(tries).toBe(1)
    now = new Date('2026-11-26T10:11:00.000Z')
    await Promise.all([company.store, ...others].map(tick))
    expect(tries).toBe(2)
    now = new Date('2026-11-26T10:40:00.000Z')
    await tick(company.store)
    expect(tries).toBe(2)
  })
})

describe('the jobs there are', () => {
  it('sign the heads that moved, into a file beside the database', async () => {
    now = new Date('2026-11-27T10:00:00.000Z')
    await company.hire('ana')
    await company.hire('kate', { roles: ['record-keeper'] })
    await company.hire('adam', { roles: ['administrator'] })
    await company.ask('ana', 'contract new "Acme MSA"')
    const told: string[] = []
    await runDueJobs(jobs, contextOf(company.store, told), 'worker')
    const anchors = (await readFile(join(company.config.dataDirectory, 'anchors.jsonl'), 'utf8')).trim().split('\n')
    expect(anchors).toHaveLength(1)
    expect(anchors[0]).toContain('C-1')
    expect(told).toEqual([
      expect.stringMatching(/^Signed \d+ record heads/),
      expect.stringMatching(/^Verified \d+ entries: every chain is intact$/),
    ])
    now = new Date('2026-11-27T11:00:00.000Z')
    await runDueJobs(jobs, contextOf(company.store), 'worker')
    expect((await readFile(join(company.config.dataDirectory, 'anchors.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(1)
  })

  it('tell administrators of an altered entry and of what record keepers read, through the workers and the real ticker, and stop cleanly', async () => {
    now = new Date('2026-12-01T10:00:00.000Z')
    await company.ask('kate', 'talk C-1 reason:"Request of the board"')
    const entries = (company.store.tickerDatabase() as Db).collection('entries')
    await entries.updateOne({ contract: 'C-1', seq: 0 }, { $set: { at: '2020-01-01T00:00:00.000Z' } })
    const { store, assembly, chat } = company
    const before = chat.sent.length
    const log = createLog('silent')
    const workers = await startWorkers({
      store,
      platforms: assembly.platforms,
      jobs,
      clock,
      zone: 'Europe/Berlin',
      log,
      looksEvery: '1 second',
    })
    try {
      const sent = () => chat.sent.slice(before).map((one) => JSON.stringify(one))
      await expect.poll(() => sent().filter((one) => one.includes('The record is not intact')).length, { timeout: 40_000 }).toBe(1)
      await expect.poll(() => sent().filter((one) => one.includes('record keeper read')).length, { timeout: 10_000 }).toBe(1)
      for (const one of sent()) expect(one).toContain('"account":"teams:home:adam"')
      expect(sent().join()).toContain('entry 0 of C-1')
      expect(sent().join()).toContain('kate: Request of the board')
    } finally {
      const began = performance.now()
      await workers.stop()
      expect(performance.now() - began).toBeLessThan(10_000)
    }
    const settled = chat.sent.length
    now = new Date('2026-12-08T10:00:00.000Z')
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(chat.sent).toHaveLength(settled)
  })
})
