// A table for a terminal: aligned columns, or one field under another when it is too narrow for that.
import type { CardElement, TableRow } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { alignTable } from '../text-table.ts'
import { wrapText } from '../wrap-text.ts'
import type { Paint } from './paint.ts'

type Table = Extract<CardElement, { type: 'table' }>

export const drawTable = (table: Table, width: number, paint: Paint): string[] => {
  const title = wrapText(oneLine(table.caption), width).map(paint.heading)
  if (table.rows.length === 0) return [...title, 'Nothing to list.']
  const { columns, rows, opening } = withCommands(table)
  const lines =
    alignTable(columns, rows, width) ?? rows.flatMap((row, index) => [...(index === 0 ? [] : ['']), ...record(columns, row, width)])
  return [...title, ...lines, ...opening]
}

/** How to open a row: said once when every command is the same verb before the first cell, else a column of its own. */
const withCommands = ({ columns, rows }: Table) => {
  const cells = rows.map((row) => row.cells)
  const opened = rows.find((row) => row.command !== undefined)
  if (!opened?.command) return { columns, rows: cells, opening: [] }
  const verb = verbOf(opened)
  if (verb !== undefined && rows.every((row) => verbOf(row) === verb)) {
    const example = oneLine(opened.command)
    return { columns, rows: cells, opening: [`To open one: ${example}`] }
  }
  const commands = rows.map((row) => [...columns.map((_, index) => row.cells[index] ?? ''), row.command ?? ''])
  return { columns: [...columns, { label: 'To open' }], rows: commands, opening: [] }
}

const verbOf = ({ cells, command }: TableRow): string | undefined => {
  const first = cells[0] ?? ''
  return first !== '' && command?.endsWith(` ${first}`) ? command.slice(0, -first.length) : undefined
}

const record = (columns: Table['columns'], row: readonly string[], width: number): string[] =>
  columns.flatMap((column, index) => wrapText(`${oneLine(column.label)}: ${oneLine(row[index] ?? '', '-')}`, width))
