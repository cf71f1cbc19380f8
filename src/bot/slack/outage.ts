// Deliveries that may be missing: every linked thread is read again, and what cannot be proven stands in the record as a gap.
import type { Parts } from './parts.ts'

export type Missed = {
  /** The window in which something may be missing, ISO. */
  from: string
  to: string
  /** A sentence for people. */
  reason: string
  /** Edits and deletions in that window cannot be had any more: the record says so. */
  isGap: boolean
}

type Needed = Pick<Parts, 'store'>

export const missedEvents = async ({ store }: Needed, missed: Missed): Promise<void> => {
  for (const { thread, contracts } of await store.threads.ofPlatform('slack')) {
    for (const contract of contracts) {
      if (missed.isGap) await store.record.append(contract, () => [gap(thread, missed)])
      await store.threads.scheduleHistory({ thread, contract, due: missed.to, pass: 2, by: `missed:${missed.to}` })
    }
  }
}

const gap = (thread: string, { from, to, reason }: Missed) => ({
  kind: 'gap' as const,
  key: `gap:${thread}:${from}:${to}`,
  actor: 'throughline',
  source: 'slack',
  payload: { thread, from, to, reason: `${reason} Messages that still exist were read again; edits and deletions may be missing.` },
})
