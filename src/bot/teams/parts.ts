// What the parts of the Teams platform share, built once when it starts.

import type { Store } from '../../store/store.ts'
import type { Hear } from '../capture.ts'
import type { Card } from '../card.ts'
import type { Invocation } from '../invocation.ts'
import type { FileReader } from './attachments.ts'
import type { Draw } from './card-message.ts'
import type { Connector } from './connector.ts'
import type { PlatformName } from './ids.ts'
import type { SpeakerOf } from './speaker.ts'

export type Log = {
  info(entry: object, text: string): void
  warn(entry: object, text: string): void
  error(entry: object, text: string): void
}

export type Answered = { card: Card; audience: 'asker' | 'thread' }

export type Parts = {
  platform: PlatformName
  store: Store
  connector: Connector
  speakerOf: SpeakerOf
  draw: Draw
  files: FileReader
  /** Keeps what was said in a linked thread; returns once that may be acknowledged. */
  hear: Hear
  dispatch: (invocation: Invocation) => Promise<Answered>
  log: Log
  clock: () => Date
  /** Goes on after the delivery is acknowledged; awaited when the bot stops, a failure is logged. */
  afterwards: (work: () => Promise<void>) => void
}
