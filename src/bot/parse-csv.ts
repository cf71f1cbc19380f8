// A table as CSV: its rows by the names of their columns, or a refusal that says what is wrong with it.
import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '../contracts/refusal.ts'

export type CsvRow = Readonly<Record<string, string>>

/** `name` is what the refusal calls it; cells are separated by commas unless told. @throws Refusal for what is no CSV */
export const parseCsv = (name: string, text: string, delimiter = ','): CsvRow[] => {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, delimiter }) as CsvRow[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal('invalid', `${name} is no CSV that can be read: ${error.message}.`, {
      next: 'Quote cells that hold commas or quotes.',
    })
  }
}
