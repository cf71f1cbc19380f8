// What a model claims of a document: kept as a proposal where its sentence is in the document and its value fits the field, else dropped.
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { ProposedValue } from '../contracts/proposal.ts'
import type { ReadDocument } from '../documents/document.ts'
import { type FieldReader, findSentences } from '../documents/field-reader.ts'
import { pageOf } from '../documents/page-of.ts'
import type { Store } from '../store/store.ts'
import { fieldValueIn, isReadable } from './readable-field.ts'

/** What is longer than this is no sentence: whoever claims it points at everything and so at nothing. */
const longestSentence = 1_200

/** `definitions`: of the fields that may be there. @throws FieldReaderAway when the model does not answer */
export const claimedValues = async (
  reader: FieldReader,
  { text, pages }: ReadDocument,
  around: { store: Store; today: string; definitions: readonly FieldDefinition[]; signal?: AbortSignal | undefined },
): Promise<ProposedValue[]> => {
  const definitions = around.definitions.filter(isReadable)
  const find = findSentences(text)
  const values: ProposedValue[] = []
  for (const claim of await reader.read(text, definitions, around.signal)) {
    const place = find(claim.sentence)
    const definition = definitions.find(({ key }) => key === claim.field)
    const value = place && definition && (await fieldValueIn(definition, claim.value, around))
    if (!place || place.end - place.start > longestSentence || value === undefined || values.some(({ field }) => field === claim.field))
      continue
    values.push({
      field: claim.field,
      value,
      sure: false,
      page: pageOf(pages, place.start),
      sentence: text.slice(place.start, place.end).replace(/\s+/g, ' '),
      ...place,
    })
  }
  return values
}
