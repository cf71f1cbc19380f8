// The CSV of an import: one row a file, its fields parsed as if they had been typed.
import { parseFieldValue } from '../bot/field-values.ts'
import { type CoreKey, coreKeys, type FieldValues } from '../contracts/contract.ts'
import { coreField } from '../contracts/core-fields.ts'
import { refuseBackwards } from '../contracts/field-change.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import { readCsv } from './read-csv.ts'

export type FieldRow = Partial<Record<CoreKey | 'file' | 'restricted' | 'executedOn', string>>

const columns = ['file', 'restricted', 'executedOn', ...coreKeys]

/** Rows by file name. */
export const readFieldRows = async (path: string): Promise<Map<string, FieldRow>> => {
  const rows = (await readCsv(path, columns)) as FieldRow[]
  const nameless = rows.findIndex((row) => !row.file)
  if (nameless >= 0) throw new Refusal('invalid', `Row ${nameless + 2} of ${path} names no file.`, { next: 'Fill the column "file".' })
  const byFile = new Map(rows.map((row) => [row.file as string, row]))
  if (byFile.size === rows.length) return byFile
  const twice = rows.find((row, index) => rows.findIndex(({ file }) => file === row.file) < index)
  throw new Refusal('invalid', `${path} has two rows for ${twice?.file}.`, { next: 'Keep one of them.' })
}

export const fieldsOfRow = async (row: FieldRow, around: { store: Store; today: string }): Promise<FieldValues> => {
  const fields: FieldValues = {}
  for (const key of coreKeys) {
    const typed = row[key]
    if (typed) fields[key] = (await parseFieldValue(coreField(key), typed, around)) as never
  }
  refuseBackwards(fields)
  return fields
}
