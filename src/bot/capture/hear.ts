// Hearing: a delivery of a linked thread is kept before it is acknowledged; what nobody linked is dropped unread.
import type { Delivery, Store } from '../../store/store.ts'
import { within } from '../../store/within.ts'
import { bellOf } from '../bell.ts'

export type Hear = (delivery: Omit<Delivery, 'roster'>) => Promise<'kept' | 'known' | 'spooled' | 'unlinked'>

type Options = { store: Pick<Store, 'threads' | 'inbox'>; clock: () => Date; report: (line: string) => void }

const lookWithinMs = 700
/** After the database did not answer, deliveries go to the spool without being looked up for so long, so that nobody waits for it twice. */
const awayForMs = 2_000

/**
 * Returns once the delivery may be acknowledged; throws when it could not be kept anywhere, and then it must not be. With the database away
 * nobody can say whether a thread is linked: it is kept, and dropped later if it was not.
 */
export const createHear = ({ store, clock, report }: Options): Hear => {
  let lookAgainAt = 0
  const linked = async (thread: string) => {
    if (clock().getTime() < lookAgainAt) return 'away'
    try {
      return await within(lookWithinMs, store.threads.linked(thread))
    } catch (error) {
      lookAgainAt = clock().getTime() + awayForMs
      report(`It could not be looked up whether a thread is linked: ${error instanceof Error ? error.message : error}`)
      return 'away'
    }
  }
  return async (delivery) => {
    const row = await linked(delivery.thread)
    if (row === undefined || (row !== 'away' && row.contracts.length === 0)) return 'unlinked'
    const kept = await store.inbox.keep({ ...delivery, roster: row === 'away' ? undefined : row.roster })
    // Whoever waits for the acknowledgement comes before whoever folds.
    setImmediate(() => bellOf(store.inbox).ring())
    return kept
  }
}
