// The CSV of an import: one row a file, a column for any field, its values read as if they had been typed.
import type { Pair } from '../bot/pair.ts'
import { readFieldChanges } from '../bot/read-field-changes.ts'
import type { FieldValues } from '../contracts/contract.ts'
import { refuseBackwards } from '../contracts/field-change.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { fieldNamed } from '../contracts/fields.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import { type FamilyCells, familyColumns } from './family-cells.ts'
import { type CsvRow, readCsv } from './read-csv.ts'

/** `values` as they stand in the file, by the keys of their fields; empty cells are left out. */
export type FieldRow = { file: string; restricted?: string; executedOn?: string; family?: FamilyCells; values: Record<string, string> }

const ofImport: readonly string[] = ['file', 'restricted', 'executedOn', ...familyColumns]

/** Rows by file name. A column is called as a field is typed: its key, its label or a short name. */
export const readFieldRows = async (path: string, definitions: readonly FieldDefinition[]): Promise<Map<string, FieldRow>> => {
  const keyOf = (column: string) => (ofImport.includes(column) ? column : fieldNamed(definitions, column)?.key)
  const known = [...ofImport, ...definitions.filter(({ retired }) => !retired).map(({ key }) => key)]
  const rows = await readCsv(path, { known, isKnown: (column) => keyOf(column) !== undefined })
  refuseTwice(path, Object.keys(rows[0] ?? {}), keyOf)
  const nameless = rows.findIndex((row) => !row.file)
  if (nameless >= 0) throw new Refusal('invalid', `Row ${nameless + 2} of ${path} names no file.`, { next: 'Fill the column "file".' })
  const byFile = new Map(rows.map((row) => [row.file as string, fieldRow(row, keyOf)]))
  if (byFile.size === rows.length) return byFile
  const twice = rows.find((row, index) => rows.findIndex(({ file }) => file === row.file) < index)
  throw new Refusal('invalid', `${path} has two rows for ${twice?.file}.`, { next: 'Keep one of them.' })
}

const refuseTwice = (path: string, columns: readonly string[], keyOf: (column: string) => string | undefined): void => {
  const twice = columns.find((column, index) => columns.findIndex((other) => keyOf(other) === keyOf(column)) < index)
  if (twice === undefined) return
  throw new Refusal('invalid', `${path} has two columns for ${keyOf(twice)}.`, { next: 'Keep one of them.' })
}

const fieldRow = (
  { file = '', restricted, executedOn, parent, relation, order, ...others }: CsvRow,
  keyOf: (column: string) => string | undefined,
): FieldRow => ({
  file,
  ...(restricted && { restricted }),
  ...(executedOn && { executedOn }),
  ...((parent || relation || order) && { family: { ...(parent && { parent }), ...(relation && { relation }), ...(order && { order }) } }),
  values: Object.fromEntries(
    Object.entries(others).flatMap(([column, typed]) => {
      const key = keyOf(column)
      return key !== undefined && typed ? [[key, typed]] : []
    }),
  ),
})

type Around = { store: Store; today: string; definitions: readonly FieldDefinition[] }

/** The cells as pairs, for whatever sets fields. */
export const pairsOfRow = ({ values }: Pick<FieldRow, 'values'>): Pair[] =>
  Object.entries(values).map(([key, value]) => ({ key, comparison: '=', value }))

export const fieldsOfRow = async (row: Pick<FieldRow, 'values'>, around: Around): Promise<FieldValues> => {
  const set = await readFieldChanges(pairsOfRow(row), { ...around, contract: undefined })
  const fields: FieldValues = {}
  for (const { field, value } of set) if (value !== null) fields[field] = value
  refuseBackwards(fields)
  return fields
}
