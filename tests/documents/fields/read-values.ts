// What is read of a text, by the keys of fields.
import type { FieldValues } from '../../../src/documents/fields/finding.ts'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

export const readValues = (text: string) =>
  new Map<keyof FieldValues, unknown>(readFields(text).fields.map(({ key, value }) => [key, value]))

export const readValue = (text: string, key: keyof FieldValues) => readValues(text).get(key)
