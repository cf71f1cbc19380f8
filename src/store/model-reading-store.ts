// Documents that a model is to read, as the floors above see them: work that waits in rows, for whichever process comes first.

export type ModelReading = {
  contract: string
  /** sha256 of the document. */
  document: string
  name: string
  /** Who gave the document, and by which door. */
  actor: string
  source: string
  /** The day it was for the company: days in the document are read by it. */
  today: string
}
export type ClaimedModelReading = ModelReading & { id: string; tries: number; fence: number }

/** `later`: to be tried again; `tries` are those that count by then. */
export type ModelReadingOutcome =
  | { state: 'done' }
  | { state: 'later'; due: string; tries: number; reason: string }
  | { state: 'failed'; reason: string }

export type ModelReadingStore = {
  /** A document of a contract waits once; false: it was read already. One that was given up begins afresh. */
  schedule(reading: ModelReading): Promise<boolean>
  /** Those that have been due longest and that nobody reads. */
  claim(worker: string, limit: number): Promise<ClaimedModelReading[]>
  settle(claimed: ClaimedModelReading, outcome: ModelReadingOutcome): Promise<void>
  counts(): Promise<{ waiting: number; failed: number }>
}
