// The ticker: Agenda wakes us every minute, and our own rows say what is due; a missed tick costs nothing, a second one does nothing.
import { MongoBackend } from '@agendajs/mongo-backend'
import { Agenda } from 'agenda'
import type { Job, JobContext } from './job.ts'
import { periodOf } from './period.ts'

export type Ticker = { stop(): Promise<void> }

/** Runs every job once in its period, over all processes. A job that fails is reported and comes again when its claim has gone stale. */
export const runDueJobs = async (jobs: readonly Job[], context: JobContext, worker: string): Promise<void> => {
  for (const job of jobs) {
    const period = periodOf(job.every, context.clock(), context.zone)
    const id = `${job.name} ${period}`
    if (!(await context.store.duties.claim(id, worker))) continue
    try {
      await job.run(context, period)
      await context.store.duties.done(id, worker)
    } catch (error) {
      context.report(`${job.name} failed and will be tried again: ${(error as Error).message}`)
    }
  }
}

/** How often Agenda looks for a due tick. */
const looksEvery = '20 seconds'

/** Starts ticking; `stop` waits for what is running. */
export const startTicker = async (jobs: readonly Job[], context: JobContext, worker: string, every = looksEvery): Promise<Ticker> => {
  // The driver's own type stays on the store's floor: here it is only handed on.
  const mongo = context.store.tickerDatabase() as never
  const agenda = new Agenda({ backend: new MongoBackend({ mongo, collection: 'ticker' }), processEvery: every })
  agenda.define('tick', () => runDueJobs(jobs, context, worker))
  await agenda.start()
  await agenda.every('1 minute', 'tick')
  return {
    async stop() {
      await agenda.drain(30_000)
    },
  }
}
