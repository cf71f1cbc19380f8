// What a model claims of a document: kept as a proposal where its sentence is in the document and its value fits the field, else dropped.
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { isFieldOf } from '../contracts/fields.ts'
import type { ProposedValue } from '../contracts/proposal.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { ReadDocument } from '../documents/document.ts'
import { type ClaimedValue, type FieldReader, findSentences } from '../documents/field-reader.ts'
import type { Store } from '../store/store.ts'
import { parseFieldValue } from './field-values.ts'

/** What is longer than this is no sentence: whoever claims it points at everything and so at nothing. */
const longestSentence = 1_200

/** People are not guessed from names, and clauses are read from the document itself. */
const isAsked = ({ type, retired }: FieldDefinition): boolean => !retired && type !== 'person' && type !== 'clause'

/** @throws FieldReaderAway when the model does not answer */
export const claimedValues = async (
  reader: FieldReader,
  { text, pages }: ReadDocument,
  around: { store: Store; today: string },
): Promise<ProposedValue[]> => {
  const definitions = (await around.store.fields.list()).filter((definition) => isAsked(definition) && isFieldOf(definition, undefined))
  const find = findSentences(text)
  const values: ProposedValue[] = []
  for (const claim of await reader.read(text, definitions)) {
    const place = find(claim.sentence)
    const definition = definitions.find(({ key }) => key === claim.field)
    const value = place && definition && (await parsed(definition, claim, around))
    if (!place || place.end - place.start > longestSentence || value === undefined || values.some(({ field }) => field === claim.field))
      continue
    const page = pages?.find(({ start, end }) => start <= place.start && place.start < end)?.number ?? null
    values.push({
      field: claim.field,
      value,
      sure: false,
      page,
      sentence: text.slice(place.start, place.end).replace(/\s+/g, ' '),
      ...place,
    })
  }
  return values
}

const parsed = async (definition: FieldDefinition, { value }: ClaimedValue, around: { store: Store; today: string }) => {
  try {
    return await parseFieldValue(definition, value, around)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
