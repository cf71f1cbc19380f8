// Bolt's receiver, wrapped: what concerns a linked thread is kept before Bolt may acknowledge it, which it does before any listener runs (pitfall C1).
import type { App, Receiver } from '@slack/bolt'
import type { Intake } from './intake.ts'

type ReceiverEvent = Parameters<App['processEvent']>[0]
export type Process = (event: ReceiverEvent, raw?: string) => Promise<void>

/** Throws before the acknowledgement when nothing could be kept. */
export const keepFirst =
  (app: Pick<App, 'processEvent'>, intake: Intake): Process =>
  async (event, raw) => {
    const verdict = await intake(event.body, raw ?? JSON.stringify(event.body))
    if (verdict === 'ours') await app.processEvent(event)
    else await event.ack()
  }

/** A receiver that hands Bolt's app to whoever carries: our web server or our sockets, which start and stop by themselves. */
export const createReceiver = (): { receiver: Receiver; app(): App } => {
  let known: App | undefined
  const nothing = async () => undefined
  return {
    receiver: {
      init: (app) => {
        known = app
      },
      start: nothing,
      stop: nothing,
    },
    app() {
      if (!known) throw new Error('Bolt has not started')
      return known
    },
  }
}
