// A CSV file of the operator's: its rows by the names of their columns, or a refusal that says what is wrong with it.
import { readFile } from 'node:fs/promises'
import { type CsvRow, parseCsv } from '../bot/parse-csv.ts'
import { Refusal } from '../contracts/refusal.ts'

export type { CsvRow }

/** The names that are offered, and what else is understood. */
export type Columns = { known: readonly string[]; isKnown?: (column: string) => boolean }

/** @throws Refusal for a file that can't be read, is no CSV, or has a column that means nothing, so that nothing is lost in silence */
export const readCsv = async (path: string, { known, isKnown = (column) => known.includes(column) }: Columns): Promise<CsvRow[]> => {
  const rows = parseCsv(path, await textOf(path))
  const unknown = Object.keys(rows[0] ?? {}).filter((column) => !isKnown(column))
  if (unknown.length === 0) return rows
  throw new Refusal('invalid', `${path}: the columns ${unknown.join(', ')} mean nothing here.`, { next: `Columns: ${known.join(', ')}` })
}

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Refusal('not-found', code === 'ENOENT' ? `There is no file ${path}.` : `${path} can't be read (${code}).`, {
      next: 'Give the path of a CSV file.',
    })
  }
}
