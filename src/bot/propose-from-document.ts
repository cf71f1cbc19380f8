// What a document that joined a contract says: proposed by the rules together with its entry.
import type { Contract, ContractType } from '../contracts/contract.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { ProposedObligation } from '../contracts/obligation.ts'
import { proposedObligationDrafts } from '../contracts/obligation-change.ts'
import { offeredValues } from '../contracts/offered-values.ts'
import { type ProposedValue, proposedDrafts, rulesReader } from '../contracts/proposal.ts'
import type { Draft } from '../contracts/record/entry.ts'
import { proposedValues } from '../documents/proposed-values.ts'
import type { ReadDocument } from '../documents/read-document.ts'
import type { FieldSurroundings } from './field-values.ts'
import { labelledValues } from './labelled-values.ts'

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
