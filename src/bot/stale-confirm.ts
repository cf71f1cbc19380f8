// A Confirm that came too late: somebody else changed a field between the question and the answer.
import type { Contract } from '../contracts/contract.ts'
import type { FieldChange, ReplacedField } from '../contracts/field-change.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import { openEntry } from '../contracts/record/open-entry.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import { type FieldWords, fieldLabel, fieldText } from './field-words.ts'
import { namesOf } from './names.ts'
import { withoutPair } from './without-pair.ts'

type Act = { id: string; line: string }

/** `asked` is the last entry that the contract had when Confirm was offered; what this very act recorded is nobody else's change. */
export const refuseStale = async (
  store: Store,
  contract: Contract,
  changes: readonly ReplacedField[],
  asked: number,
  words: FieldWords,
  act: Act,
): Promise<void> => {
  const later = (await store.record.entries(contract.id, asked + 1)).map(openEntry)
  const fields = new Set(changes.map(({ field }) => field))
  const other = later.findLast(
    (opened) => opened?.kind === 'field' && fields.has(opened.payload.field) && !opened.entry.key.endsWith(`:${act.id}`),
  )
  if (other?.kind !== 'field') return
  const nameOf = await namesOf(store, [other.entry.actor])
  const change = { field: other.payload.field, value: other.payload.value as FieldValue | null }
  throw changedMeanwhile(contract, change, words, { by: nameOf(other.entry.actor), line: act.line })
}

/** The same found out while appending. */
export const changedMeanwhile = (
  contract: Contract,
  { field, value }: FieldChange,
  words: FieldWords,
  act: { by?: string; line: string },
): Refusal => {
  const by = act.by === undefined ? '' : ` by ${act.by}`
  return new Refusal(
    'conflict',
    `${fieldLabel(words, field)} of ${contract.id} was changed meanwhile${by}: it is now ${fieldText(words, field, value)}.`,
    {
      next: 'Nothing was recorded. Look at it, then set it again.',
      choices: [
        { label: `Show ${contract.id}`, command: `show ${contract.id}` },
        { label: 'Set it all the same', command: withoutPair(act.line, 'confirm') },
      ],
    },
  )
}
