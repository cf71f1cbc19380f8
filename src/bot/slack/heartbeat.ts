// Since when Slack could not reach us: every process says once a minute that it hears Slack, and the first after a silence reads again.
import type { ConversationId } from '../../contracts/talk.ts'
import { conversationIdOf } from './ids.ts'
import { missedEvents } from './outage.ts'
import type { Parts } from './parts.ts'

/** Slack sends again for about six minutes what nobody acknowledged; a shorter silence lost nothing. */
export const silenceMs = 360_000
const everyMs = 60_000

export type Heartbeat = { start(): Promise<void>; stop(): void }

/** Kept as a conversation that nobody is in: when it was last looked at is all that is kept of it. */
const rowOf = (parts: Parts): ConversationId => conversationIdOf(parts.teams, '-')

export const createHeartbeat = (parts: Parts, isConnected: () => boolean): Heartbeat => {
  let timer: NodeJS.Timeout | undefined
  const beat = async () => {
    if (isConnected()) await parts.store.conversations.keep(rowOf(parts), { name: 'Slack', visibility: 'members' })
  }
  return {
    async start() {
      timer = setInterval(() => parts.afterwards(beat), everyMs)
      timer.unref()
      const last = (await parts.store.conversations.get(rowOf(parts)))?.checkedAt
      const now = parts.clock()
      if (last !== undefined && now.getTime() - Date.parse(last) > silenceMs) {
        await missedEvents(parts, { from: last, to: now.toISOString(), reason: 'The bot was not running.', isGap: true })
      }
      await beat()
    },
    stop: () => clearInterval(timer),
  }
}
