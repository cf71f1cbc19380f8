// The two queues: the inbox of what platforms delivered, and the outbox of what we send, as the floors above see them.
import type { ThreadId } from '../contracts/talk.ts'

export type Delivery = {
  /** Natural key; a second delivery of the same event has the same. */
  id: string
  platform: 'slack' | 'teams' | 'playground'
  thread: ThreadId
  receivedAt: string
  roster: string | undefined
  /** The delivery exactly as it came. */
  body: string
}
export type ClaimedDelivery = Delivery & { fence: number; attempts: number }

export type InboxStore = {
  /** Kept durably when this returns: in the database within a second, else in the local fsynced spool; throws when neither takes it. */
  keep(delivery: Delivery): Promise<'kept' | 'known' | 'spooled'>
  /** Deliveries that nobody else holds, oldest first, claimed by compare-and-set with a fencing number. */
  claim(worker: string, limit: number): Promise<ClaimedDelivery[]>
  done(worker: string, claimed: readonly ClaimedDelivery[]): Promise<void>
  /** Given back with the reason; after 10 attempts set aside as `stuck` and shown to the administrator. */
  release(worker: string, claimed: ClaimedDelivery, reason: string): Promise<void>
  /** Replays the spool in order; the number of deliveries taken over. */
  replaySpool(): Promise<number>
  /** A delivery that belongs to nobody we know: kept apart, answered politely, shown to the administrator. */
  quarantine(delivery: { id: string; platform: string; receivedAt: string; reason: string; body: string }): Promise<void>
  counts(): Promise<{ waiting: number; stuck: number; spooled: number; quarantined: number }>
}

export type OutboxRow = {
  id: string
  platform: 'slack' | 'teams' | 'playground'
  /** Sends of one lane go out one after the other, paced: a conversation or an account. */
  lane: string
  /** An `Outgoing` of the bot floor without its id, as data. */
  outgoing: unknown
  attempts: number
  fence: number
}
export type NewOutboxRow = { id: string; platform: OutboxRow['platform']; lane: string; outgoing: unknown }
/** `unclear`: an earlier send of it may have arrived, so it is looked for first. */
export type ClaimedOutboxRow = OutboxRow & { unclear: boolean }

export type OutboxStore = {
  /**
   * The same id is enqueued once. Where a worker asks for it and nothing else of its lane waits or is on its way, it comes back claimed by
   * that worker, in the one write that keeps it.
   */
  enqueue(row: NewOutboxRow, worker?: string): Promise<'enqueued' | 'known' | ClaimedOutboxRow>
  claim(worker: string, limit: number): Promise<ClaimedOutboxRow[]>
  settle(
    worker: string,
    row: OutboxRow,
    outcome:
      | { state: 'sent'; message: string }
      | { state: 'later'; at: string; unclear: boolean; reason: string }
      | { state: 'failed'; reason: string },
  ): Promise<void>
  /** The platform's message id of a row that was sent. */
  sent(id: string): Promise<string | undefined>
  counts(): Promise<{ waiting: number; failed: number }>
}
