// What the rules understand of a document's text: its kind, parties, clauses, fields and obligations. Rules only, no model, no database.
import type { ContractType } from '../contracts/contract.ts'
import type { ProposedObligation } from '../contracts/obligation.ts'
import { type ReadClause, readClauses } from './clauses/read-clauses.ts'
import type { DocumentPage, ParagraphNumber } from './document.ts'
import { contractTypeOf } from './fields/contract-type.ts'
import { type ReadFields, readFields } from './fields/read-fields.ts'
import { readObligations } from './obligations/read-obligations.ts'

export type Meaning = { type: ContractType; clauses: ReadClause[]; obligations: ProposedObligation[] } & ReadFields

/** Linear in the length of the text; what is not found is left out. */
export const meaningOf = (text: string, pages?: readonly DocumentPage[], numbers?: readonly ParagraphNumber[]): Meaning => {
  const { parties, fields } = readFields(text, pages)
  return {
    type: contractTypeOf(text),
    parties,
    clauses: readClauses(text, numbers),
    fields,
    obligations: readObligations(text, pages, numbers),
  }
}
