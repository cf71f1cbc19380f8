// A job is a name, how often it is due, and what it does; each period is a row that one process claims.
import type { Card } from '../bot/card.ts'
import type { Store } from '../store/store.ts'

export type Period = 'hour' | 'day' | 'week'

export type JobContext = {
  store: Store
  clock: () => Date
  zone: string
  /** A line for whoever runs the bot; never the words of a message. */
  report: (line: string) => void
  /** Writes to every administrator, by whichever platform they use; the id makes it once. */
  tellAdministrators(id: string, card: Card): Promise<void>
}

export type Job = {
  /** verb-noun */
  name: string
  every: Period
  /** Run at least once a period, perhaps twice after a crash: it must not mind. `period` names the period. */
  run(context: JobContext, period: string): Promise<void>
}

export const defineJob = (job: Job): Job => job
