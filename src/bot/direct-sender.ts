// Who sends in this process: what is posted here is handed over at once, in the write that keeps it, instead of being found in the outbox.
import type { ClaimedOutboxRow } from '../store/store.ts'

export type DirectSender = { worker: string; take(row: ClaimedOutboxRow): void }

const senders = new WeakMap<object, DirectSender>()

/** The sender that runs on an outbox in this process, if one does. */
export const directSenderOf = (outbox: object): DirectSender | undefined => senders.get(outbox)

export const setDirectSender = (outbox: object, sender: DirectSender | undefined): void => {
  if (sender) senders.set(outbox, sender)
  else senders.delete(outbox)
}
