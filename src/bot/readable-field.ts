// Fields whose values can be read out of a document, and a value as it stands there: taken as if somebody had typed it.
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import { Refusal } from '../contracts/refusal.ts'
import { type FieldSurroundings, parseFieldValue } from './field-values.ts'

/** People are not guessed from names, and clauses are read from the document itself. */
export const isReadable = ({ type }: FieldDefinition): boolean => type !== 'person' && type !== 'clause'

/** Undefined for what the field can't hold. */
export const fieldValueIn = async (
  definition: FieldDefinition,
  typed: string,
  around: FieldSurroundings,
): Promise<FieldValue | undefined> => {
  try {
    return await parseFieldValue(definition, typed, around)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
