// The company's own fields, which no rule of the program knows: read where a document gives them beside their label.
import { bundledFields } from '../contracts/bundled-fields.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { foldFieldName } from '../contracts/fields.ts'
import type { ProposedValue } from '../contracts/proposal.ts'
import type { ReadDocument } from '../documents/document.ts'
import { findLabelled } from '../documents/labelled-values.ts'
import { pageOf } from '../documents/page-of.ts'
import type { FieldSurroundings } from './field-values.ts'
import { fieldValueIn, isReadable } from './readable-field.ts'

const bundledKeys = new Set(bundledFields.map(({ key }) => key))

/** Never sure: a label may stand for something else in somebody else's paper. */
export const labelledValues = async (
  { text, pages }: ReadDocument,
  definitions: readonly FieldDefinition[],
  around: FieldSurroundings,
): Promise<ProposedValue[]> => {
  const own = definitions.filter((definition) => !bundledKeys.has(definition.key) && !definition.retired && isReadable(definition))
  const named = new Map(own.flatMap((definition) => namesOf(definition).map((name) => [name, definition] as const)))
  const values = new Map<string, ProposedValue>()
  for (const { name, typed, start, end } of findLabelled(text, new Set(named.keys()))) {
    const definition = named.get(name)
    const value = definition && !values.has(definition.key) ? await fieldValueIn(definition, typed, around) : undefined
    if (!definition || value === undefined) continue
    const page = pageOf(pages, start)
    const sentence = text.slice(start, end).replace(/\s+/g, ' ').trim()
    values.set(definition.key, { field: definition.key, value, sure: false, page, sentence, start, end })
  }
  return [...values.values()]
}

const namesOf = ({ key, label, aliases }: FieldDefinition): string[] => [key, label, ...aliases].map(foldFieldName)
