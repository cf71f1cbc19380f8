// What a document that joined a contract says: proposed by the rules together with its entry, and by a model where one is configured.
import type { CalendarDate } from '../contracts/calendar-date.ts'
import type { Contract } from '../contracts/contract.ts'
import { fitsField } from '../contracts/fits-field.ts'
import type { ProposedObligation } from '../contracts/obligation.ts'
import { proposedObligationDrafts } from '../contracts/obligation-change.ts'
import { type ProposedValue, proposedDrafts, rulesReader } from '../contracts/proposal.ts'
import { canonicalJson, type Json } from '../contracts/record/canonical-json.ts'
import type { Draft } from '../contracts/record/entry.ts'
import { type FieldReader, FieldReaderAway } from '../documents/field-reader.ts'
import { proposedValues } from '../documents/proposed-values.ts'
import type { ReadDocument } from '../documents/read-document.ts'
import type { Store } from '../store/store.ts'
import { claimedValues } from './propose-claims.ts'

export type Proposing = { contract: string; document: string; name: string; actor: string; source: string }

/** What the rules found of fields that are in use, in the shape that these have; a mail's own words are talk, its attachments are read by themselves. */
export const valuesIn = async (store: Store, read: ReadDocument | undefined): Promise<ProposedValue[]> => {
  if (!read?.meaning || read.type === 'mail') return []
  const values = proposedValues(read.text, read.meaning)
  if (values.length === 0) return []
  const inUse = new Map((await store.fields.list()).filter(({ retired }) => !retired).map((definition) => [definition.key, definition]))
  return values.filter(({ field, value }) => {
    const definition = inUse.get(field)
    return definition !== undefined && fitsField(definition, value)
  })
}

export const obligationsIn = (read: ReadDocument | undefined): ProposedObligation[] =>
  read === undefined || read.type === 'mail' ? [] : (read.meaning?.obligations ?? [])

type Found = { values: readonly ProposedValue[]; obligations: readonly ProposedObligation[] }

export const ruleDrafts = (contract: Contract, { values, obligations }: Found, by: Proposing): Draft[] => [
  ...proposedDrafts(contract, values, { ...by, reader: rulesReader }),
  ...proposedObligationDrafts(obligations, { ...by, reader: rulesReader }),
]

/** Adds what a model finds beyond the rules. A sentence when it did not answer, so that nobody waits for it in vain. */
export const proposeByModel = async (
  { store, model }: { store: Store; model: FieldReader },
  read: ReadDocument,
  by: Proposing & { today: CalendarDate },
): Promise<string | undefined> => {
  try {
    const values = await claimedValues(model, read, { store, today: by.today })
    await store.record.append(by.contract, (now) => proposedDrafts(now, newIn(now, values), { ...by, reader: model.name }))
    return undefined
  } catch (error) {
    if (error instanceof FieldReaderAway) return `The model ${model.name} did not read it: ${error.message}. What the rules found stands.`
    throw error
  }
}

/** Without what waits already: the rules say it with more certainty. */
const newIn = (contract: Contract, values: readonly ProposedValue[]): ProposedValue[] => {
  const waiting = new Set(contract.proposals.map(({ field, value }) => `${field}:${canonicalJson(value as Json)}`))
  return values.filter(({ field, value }) => !waiting.has(`${field}:${canonicalJson(value as Json)}`))
}
