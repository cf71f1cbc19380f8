// A table in characters of one width: columns aligned, long cells wrapped inside their column.
import type { Column } from './card.ts'
import { oneLine } from './display-text.ts'
import { displayWidth, padTo } from './display-width.ts'
import { wrapText } from './wrap-text.ts'

const gap = 2
const narrowest = 10

/** The lines of the table, heads first, or undefined when its columns cannot stand side by side in `width` columns. */
export const alignTable = (columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] | undefined => {
  const heads = columns.map((column) => oneLine(column.label, ''))
  const cells = rows.map((row) => columns.map((_, index) => oneLine(row[index] ?? '', '')))
  const widths = columnWidths([heads, ...cells], columns.length, width)
  if (!widths) return undefined
  const rule = widths.map((columnWidth) => '-'.repeat(columnWidth)).join(' '.repeat(gap))
  return [...rowLines(heads, columns, widths), rule, ...cells.flatMap((row) => rowLines(row, columns, widths))]
}

const columnWidths = (rows: readonly (readonly string[])[], count: number, width: number): number[] | undefined => {
  const widths = Array.from({ length: count }, (_, index) =>
    Math.min(width, Math.max(1, ...rows.map((row) => displayWidth(row[index] ?? '')))),
  )
  const total = () => widths.reduce((sum, each) => sum + each, gap * (count - 1))
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= narrowest) return undefined
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

const rowLines = (row: readonly string[], columns: readonly Column[], widths: readonly number[]): string[] => {
  const wrapped = row.map((cell, index) => wrapText(cell, widths[index] ?? 1))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => padTo(lines[line] ?? '', widths[index] ?? 1, columns[index]?.align))
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}
