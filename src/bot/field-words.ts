// Fields in words for cards: labels and values by the company's definitions, with the names of the people in them.
import { isStandard } from '../contracts/compare-fields.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import { definitionOf, showFieldValue } from '../contracts/fields.ts'
import type { NameOf } from './names.ts'

export type FieldWords = { definitions: readonly FieldDefinition[]; nameOf: NameOf }

export const fieldLabel = ({ definitions }: Pick<FieldWords, 'definitions'>, key: string): string => definitionOf(definitions, key).label

/** `nothing` where there is no value. */
export const fieldText = ({ definitions, nameOf }: FieldWords, key: string, value: FieldValue | null | undefined): string =>
  value === null || value === undefined ? 'nothing' : showFieldValue(definitionOf(definitions, key), value, nameOf)

/** `standard 99.9 %` for a value that is another one, nothing for all others. */
export const offStandard = (words: FieldWords, key: string, value: FieldValue | null): string | undefined => {
  const definition = definitionOf(words.definitions, key)
  if (value === null || definition.standard === undefined || isStandard(definition, value)) return undefined
  return `standard ${fieldText(words, key, definition.standard)}`
}

/** The people among values: ids to be looked up before a card is made. */
export const peopleIn = (
  definitions: readonly FieldDefinition[],
  values: readonly { field: string; value: FieldValue | null | undefined }[],
): string[] =>
  values.flatMap(({ field, value }) => (definitionOf(definitions, field).type === 'person' && typeof value === 'string' ? [value] : []))
