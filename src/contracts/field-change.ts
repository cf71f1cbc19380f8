// Changing fields: what differs from what is held, and the entries that record it.
import type { Contract, FieldKey, FieldValues } from './contract.ts'
import type { FieldValue } from './field-value.ts'
import { isSameJson, type Json } from './record/canonical-json.ts'
import type { Draft } from './record/entry.ts'
import { Refusal } from './refusal.ts'

/** `null` unsets the field; what it held stays in the record. */
export type FieldChange = { field: FieldKey; value: FieldValue | null }
export type ReplacedField = FieldChange & { previous: FieldValue | undefined }

/** The changes that change something, with the value that each replaces. */
export const changesOf = (contract: Contract, wanted: readonly FieldChange[]): ReplacedField[] =>
  wanted
    .map((change) => ({ ...change, previous: contract.fields[change.field]?.value }))
    .filter((change) => !isSameJson(change.value, change.previous))

/**
 * The changes that only say where a value stands that is held already without a paper: a source can be added afterwards. Where a sentence
 * is the evidence, that stays.
 */
export const restatedOf = (contract: Contract, wanted: readonly FieldChange[], from: string | undefined): FieldChange[] =>
  wanted.filter(({ field, value }) => {
    const held = contract.fields[field]
    return from !== undefined && held !== undefined && isSameJson(held.value, value) && !held.evidence && held.source !== from
  })

/** The first of the fields that holds neither what was seen nor what is wanted: somebody else set it meanwhile, to the value answered. */
export const overtaken = (now: Contract, seen: readonly ReplacedField[]): FieldChange | undefined => {
  const other = changesOf(now, seen).find(({ field, previous }) => !isSameJson(previous, seen.find((one) => one.field === field)?.previous))
  return other && { field: other.field, value: other.previous ?? null }
}

/** One entry a field; `from` is the paper or talk that the value was taken from. */
export const fieldDrafts = (
  contract: Contract,
  wanted: readonly FieldChange[],
  act: { actor: string; source: string; key: string; from?: string },
): Draft[] =>
  [...changesOf(contract, wanted), ...restatedOf(contract, wanted, act.from)].map(({ field, value }) => {
    const previous = contract.fields[field]?.value
    return fieldDraft({ field, value, previous }, act)
  })

const fieldDraft = (
  { field, value, previous }: ReplacedField,
  act: { actor: string; source: string; key: string; from?: string },
): Draft => ({
  kind: 'field',
  key: `field:${field}:${act.key}`,
  actor: act.actor,
  source: act.source,
  payload: {
    field,
    value: value as Json as never,
    ...(previous !== undefined && { previous: previous as Json as never }),
    ...(act.from && { source: act.from }),
  },
})

/** @throws Refusal for a term that would end before it begins */
export const refuseBackwards = ({ effectiveDate, expirationDate }: FieldValues): void => {
  if (!effectiveDate || !expirationDate || effectiveDate <= expirationDate) return
  throw new Refusal('invalid', `It can't expire (${expirationDate}) before it takes effect (${effectiveDate}).`, {
    next: 'Check the two dates.',
  })
}
