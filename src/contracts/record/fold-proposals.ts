// The fold of proposals: what a reading adds to those that wait, and what a field that was set takes from them.
import type { Proposal } from '../proposal.ts'
import { isSameJson } from './canonical-json.ts'
import type { Entry } from './entry.ts'
import type { Payloads } from './kinds.ts'

/** Those that wait, with a new reading: what an earlier document said alike is said by the later one now. */
export const withReading = (
  waiting: readonly Proposal[],
  { payload, entry }: { payload: Payloads['proposed']; entry: Entry },
): Proposal[] => {
  const read = proposalsOf(payload, entry)
  const isSaidAgain = (one: Proposal) => read.some((other) => other.field === one.field && isSameJson(other.value, one.value))
  return [...waiting.filter((one) => !isSaidAgain(one)), ...read]
}

/** Each value of a reading under a number of its own. */
const proposalsOf = ({ document, name, reader, values }: Payloads['proposed'], { seq, at }: Entry): Proposal[] =>
  values.map(({ field, value, sure, page, sentence, start, end }, index) => ({
    id: `${seq}.${index + 1}`,
    field,
    value,
    sure,
    evidence: { document, name, page, sentence, start, end },
    reader,
    at,
    seq,
  }))

/** Without the one that was confirmed, and without those that propose what is the value now. */
export const stillWaiting = (waiting: readonly Proposal[], { field, value, proposal }: Payloads['field']): Proposal[] =>
  waiting.filter((one) => one.id !== proposal && (one.field !== field || !isSameJson(one.value, value)))
