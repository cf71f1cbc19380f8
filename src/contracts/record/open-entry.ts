// Opening an entry: its payload read back and checked, or nothing when it was erased or is of a kind that a newer program wrote.
import type { Entry } from './entry.ts'
import { type EntryKind, type Payloads, payloads } from './kinds.ts'

export type Opened = { [Kind in EntryKind]: { kind: Kind; payload: Payloads[Kind]; entry: Entry } }[EntryKind]

const isKnown = (kind: string): kind is EntryKind => Object.hasOwn(payloads, kind)

/** The entry with its payload, or undefined when there is nothing in it to fold. */
export const openEntry = (entry: Entry): Opened | undefined => {
  if (entry.payload === undefined || !isKnown(entry.kind)) return undefined
  const payload = payloads[entry.kind].parse(JSON.parse(entry.payload))
  return { kind: entry.kind, payload, entry } as Opened
}
