// Rows as CSV whose cells any spreadsheet shows as text: nothing that somebody wrote is ever calculated.
import { stringify } from 'csv-stringify/sync'

/** A sign that begins a formula, in its full-width form too, behind what a spreadsheet skips; or a sign that it skips, at the start. */
const formula = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|\p{Cc})/u

const asText = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** CSV with a line of heads; an absent cell is empty. */
export const writeCsv = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<NoInfer<Column>, string | undefined>>[],
): string => stringify([columns, ...rows.map((row) => columns.map((column) => asText(row[column] ?? '')))])
