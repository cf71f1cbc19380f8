// Which of the values that were read are offered to a person: those of fields that contracts of this type have, and that are news.
import { compareFieldValues } from './compare-fields.ts'
import { type Contract, type ContractType, field } from './contract.ts'
import type { FieldDefinition } from './field-definition.ts'
import { isFieldOf } from './fields.ts'
import { fitsField } from './fits-field.ts'
import type { ProposedValue } from './proposal.ts'

/** The type by which a document is read: its contract's, else its own; undefined where neither is known, then any field may be there. */
export const typeOfReading = (contract: Contract, ofDocument: ContractType): ContractType | undefined =>
  field(contract, 'type') ?? (ofDocument === 'other' ? undefined : ofDocument)

/** Fields that can be read in a document of a type. */
export const fieldsToRead = (definitions: readonly FieldDefinition[], type: ContractType | undefined): FieldDefinition[] =>
  definitions.filter((definition) => !definition.retired && isFieldOf(definition, type))

/** In the shape that their fields have; "48 hours" is no news where the contract says two days. */
export const offeredValues = (
  contract: Contract,
  values: readonly ProposedValue[],
  { definitions, ofDocument }: { definitions: readonly FieldDefinition[]; ofDocument: ContractType },
): ProposedValue[] => {
  const known = new Map(fieldsToRead(definitions, typeOfReading(contract, ofDocument)).map((definition) => [definition.key, definition]))
  return values.filter(({ field: key, value }) => {
    const definition = known.get(key)
    const held = contract.fields[key]?.value
    if (!definition || !fitsField(definition, value)) return false
    return held === undefined || compareFieldValues(definition, held, value) !== 0
  })
}
