// The CSV of an import: one row a file, its fields parsed as if they had been typed.
import { parseFieldValue } from '../bot/field-values.ts'
import { type FieldKey, type FieldValues, fieldKeys } from '../contracts/contract.ts'
import { refuseBackwards } from '../contracts/field-change.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import { readCsv } from './read-csv.ts'

export type FieldRow = Partial<Record<FieldKey | 'file' | 'restricted' | 'executedOn', string>>

const columns = ['file', 'restricted', 'executedOn', ...fieldKeys]

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

export const fieldsOfRow = async (row: FieldRow, around: { store: Store; today: string }): Promise<Partial<FieldValues>> => {
  const fields: Partial<FieldValues> = {}
  for (const key of fieldKeys) {
    const typed = row[key]
    if (typed) Object.assign(fields, { [key]: await parseFieldValue(key, typed, around) })
  }
  refuseBackwards(fields)
  return fields
}
