// What a document that joined a contract says: proposed by the rules together with its entry, and by a model where one is configured.
import type { CalendarDate } from '../contracts/calendar-date.ts'
import type { Contract, ContractType } from '../contracts/contract.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { ProposedObligation } from '../contracts/obligation.ts'
import { proposedObligationDrafts } from '../contracts/obligation-change.ts'
import { fieldsToRead, offeredValues, typeOfReading } from '../contracts/offered-values.ts'
import { type ProposedValue, proposedDrafts, rulesReader } from '../contracts/proposal.ts'
import { canonicalJson, type Json } from '../contracts/record/canonical-json.ts'
import type { Draft } from '../contracts/record/entry.ts'
import { type FieldReader, FieldReaderAway } from '../documents/field-reader.ts'
import { proposedValues } from '../documents/proposed-values.ts'
import type { ReadDocument } from '../documents/read-document.ts'
import type { Store } from '../store/store.ts'
import type { FieldSurroundings } from './field-values.ts'
import { labelledValues } from './labelled-values.ts'
import { claimedValues } from './propose-claims.ts'

export type Proposing = { contract: string; document: string; name: string; actor: string; source: string }

type Found = { values: readonly ProposedValue[]; obligations: readonly ProposedObligation[]; ofDocument: ContractType }

/** What the rules found; a mail's own words are talk, its attachments are read by themselves. */
export const foundIn = async (
  read: ReadDocument | undefined,
  { definitions, ...around }: FieldSurroundings & { definitions: readonly FieldDefinition[] },
): Promise<Found | undefined> => {
  if (!read?.meaning || read.type === 'mail') return undefined
  const { obligations, type: ofDocument } = read.meaning
  const values = [...proposedValues(read.text, read.meaning), ...(await labelledValues(read, definitions, around))]
  return { values, obligations, ofDocument }
}

/** Of the fields that a contract of this type has; what is owed is no field. */
export const ruleDrafts = (
  contract: Contract,
  { values, obligations, ofDocument }: Found,
  { definitions, ...by }: Proposing & { definitions: readonly FieldDefinition[] },
): Draft[] => [
  ...proposedDrafts(contract, offeredValues(contract, values, { definitions, ofDocument }), { ...by, reader: rulesReader }),
  ...proposedObligationDrafts(obligations, { ...by, reader: rulesReader }),
]

/** Adds what a model finds beyond the rules. A sentence when it did not answer, so that nobody waits for it in vain. */
export const proposeByModel = async (
  { store, model }: { store: Store; model: FieldReader },
  read: ReadDocument,
  { definitions, today, ...by }: Proposing & { definitions: readonly FieldDefinition[]; today: CalendarDate },
): Promise<string | undefined> => {
  try {
    const ofDocument = read.meaning?.type ?? 'other'
    const state = await store.contracts.state(by.contract)
    const asked = state ? fieldsToRead(definitions, typeOfReading(state, ofDocument)) : []
    const values = await claimedValues(model, read, { store, today, definitions: asked })
    await store.record.append(by.contract, (now) =>
      proposedDrafts(now, newIn(now, offeredValues(now, values, { definitions, ofDocument })), { ...by, reader: model.name }),
    )
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
