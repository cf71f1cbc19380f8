// The CSV of an import: one row a file, its fields parsed as if they had been typed.
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { parseFieldValue } from '../bot/field-values.ts'
import { type FieldKey, type FieldValues, fieldKeys } from '../contracts/contract.ts'
import { refuseBackwards } from '../contracts/field-change.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'

export type FieldRow = Partial<Record<FieldKey | 'file' | 'restricted' | 'executedOn', string>>

const columns = new Set<string>(['file', 'restricted', 'executedOn', ...fieldKeys])

/** Rows by file name. A column that means nothing is refused, so that no field is lost in silence. */
export const readFieldRows = async (path: string): Promise<Map<string, FieldRow>> => {
  const rows = parse(await readFile(path, 'utf8'), { columns: true, bom: true, skip_empty_lines: true, trim: true }) as FieldRow[]
  const unknown = Object.keys(rows[0] ?? {}).filter((column) => !columns.has(column))
  if (unknown.length > 0) {
    throw new Refusal('invalid', `The columns ${unknown.join(', ')} mean nothing here.`, { next: `Columns: ${[...columns].join(', ')}` })
  }
  const nameless = rows.findIndex((row) => !row.file)
  if (nameless >= 0) throw new Refusal('invalid', `Row ${nameless + 2} names no file.`, { next: 'Fill the column "file".' })
  return new Map(rows.map((row) => [row.file as string, row]))
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
