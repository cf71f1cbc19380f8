// What the parts of the Slack platform share, built once when it starts.
import type { Store } from '../../store/store.ts'
import type { Answer } from '../answer.ts'
import type { Hear } from '../capture.ts'
import type { AnyCommand } from '../command.ts'
import type { Invocation } from '../invocation.ts'
import type { Call } from './api.ts'
import type { Dialect } from './dialect.ts'
import type { Ear } from './heard.ts'
import type { Teams } from './ids.ts'
import type { People } from './people.ts'
import type { Self } from './self.ts'

export type Log = {
  debug(entry: object, text: string): void
  info(entry: object, text: string): void
  warn(entry: object, text: string): void
  error(entry: object, text: string): void
}

export type Answered = Pick<Answer, 'card' | 'audience' | 'refusal' | 'failure'>

export type Parts = {
  teams: Teams
  store: Store
  call: Call
  dialect: Dialect
  people: People
  self: Self
  ear: Ear
  /** Keeps what was said in a linked thread; returns once that may be acknowledged. */
  hear: Hear
  dispatch: (invocation: Invocation) => Promise<Answered>
  commands: readonly AnyCommand[]
  /** Where people reach our own pages. */
  publicUrl: string
  /** The company's time zone, for who has none of their own. */
  zone: string
  log: Log
  clock: () => Date
  /** Goes on after the delivery is acknowledged; awaited when the bot stops, a failure is logged. */
  afterwards: (work: () => Promise<void>) => void
}
