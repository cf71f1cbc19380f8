// The workers of one process: folding what was heard, sending what was said, reading histories, asking the model, and the clock.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createFolder, createHistoryReader } from './bot/capture.ts'
import { createModelReadings } from './bot/model-readings.ts'
import { createSender } from './bot/outbox-sender.ts'
import type { Platform } from './bot/platform.ts'
import { tellPerson } from './bot/tell-person.ts'
import { hasRole } from './contracts/identity.ts'
import type { FieldReader } from './documents/field-reader.ts'
import type { Reader } from './documents/read-document.ts'
import type { Job, JobContext } from './jobs/job.ts'
import { startTicker } from './jobs/ticker.ts'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

export type WorkersOptions = {
  store: Store
  /** The model that reads beside the rules, and what gives it the texts; where one is configured. */
  asking?: { reader: Reader; model: FieldReader | undefined }
  platforms: ReadonlyMap<string, Platform>
  jobs: readonly Job[]
  clock: () => Date
  zone: string
  log: Log
  /** How often the clock is looked at, as Agenda writes it; for tests, which shall not wait. */
  looksEvery?: string
}

export type Workers = { stop(): Promise<void> }

export const startWorkers = async (options: WorkersOptions): Promise<Workers> => {
  const { store, asking, clock, log, jobs } = options
  const worker = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`
  const platforms = { find: (name: string) => options.platforms.get(name) }
  const report = (line: string) => log.warn({ worker }, line)
  const parts = { store, platforms, worker, clock, report }
  await store.record.catchUp()
  const stopping = new AbortController()
  const working = [createFolder(parts), createHistoryReader(parts), createSender(parts)]
  if (asking?.model) working.push(createModelReadings({ ...parts, reader: asking.reader, model: asking.model }))
  const running = working.map((part) => part.run(stopping.signal))
  const ticker = await startTicker(jobs, jobContext(options), worker, options.looksEvery)
  return {
    async stop() {
      stopping.abort()
      await ticker.stop()
      await Promise.all(running)
    },
  }
}

const jobContext = ({ store, clock, zone, log }: WorkersOptions): JobContext => ({
  store,
  clock,
  zone,
  report: (line) => log.info(line),
  async tellAdministrators(id, card) {
    const people = (await store.people.list({ limit: 1000 })).items.filter((person) => hasRole(person, 'administrator'))
    for (const person of people) await tellPerson(store, person, id, card)
  },
})
