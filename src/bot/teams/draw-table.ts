// A table for Teams: side by side where a telephone still shows it, else a list of rows.
import type { CardElement, Column, TableRow } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { execute } from './actions.ts'
import type { Element, TableRow as Row, TableCell } from './card-json.ts'
import { label } from './literal.ts'
import { columnWidth, hasRoom, textsByColumn } from './table-widths.ts'
import { joined, rich, run } from './text.ts'

type Table = Extract<CardElement, { type: 'table' }>

export const drawTable = ({ caption, columns, rows }: Table, nonce: string): Element[] => {
  const title = rich([run(label(caption), { weight: 'Bolder' })], { spacing: 'Medium' })
  if (rows.length === 0) return [title, rich([run('Nothing to list.', { isSubtle: true })], { spacing: 'Small' })]
  return hasRoom(columns, rows) ? [title, sideBySide(columns, rows, nonce)] : [title, ...rows.map((row) => stacked(columns, row, nonce))]
}

const sideBySide = (columns: readonly Column[], rows: readonly TableRow[], nonce: string): Element => ({
  type: 'Table',
  spacing: 'Small',
  columns: textsByColumn(columns, rows).map((texts, index) => ({
    width: columnWidth(texts),
    ...(columns[index]?.align === 'right' && { horizontalCellContentAlignment: 'Right' as const }),
  })),
  firstRowAsHeader: true,
  gridStyle: 'default',
  rows: [headRow(columns), ...rows.map((row) => bodyRow(columns, row, nonce))],
})

const headRow = (columns: readonly Column[]): Row => ({
  type: 'TableRow',
  cells: columns.map((column) => cell(column, [run(label(column.label, ' '), { weight: 'Bolder' })])),
})

const bodyRow = (columns: readonly Column[], row: TableRow, nonce: string): Row => ({
  type: 'TableRow',
  cells: columns.map((column, index) => {
    const opens = index === 0 && row.command !== undefined
    const drawn = cell(column, [run(label(row.cells[index] ?? '', '–'), opens ? { color: 'Accent' } : {})])
    return opens ? { ...drawn, selectAction: open(row, nonce) } : drawn
  }),
})

const cell = (column: Column, runs: Parameters<typeof rich>[0]): TableCell => ({
  type: 'TableCell',
  items: [rich(runs, column.align === 'right' ? { horizontalAlignment: 'Right' } : {})],
})

const open = (row: TableRow, nonce: string) =>
  execute({ label: `Open ${oneLine(row.cells[0] ?? '', '')}`, command: row.command ?? '' }, nonce)

const stacked = (columns: readonly Column[], row: TableRow, nonce: string): Element => {
  const opens = row.command !== undefined
  const rest = columns.slice(1).map((column, index) => `${oneLine(column.label)}: ${oneLine(row.cells[index + 1] ?? '', '–')}`)
  return {
    type: 'Container',
    separator: true,
    spacing: 'Small',
    items: [
      rich([run(label(row.cells[0] ?? '', '–'), { weight: 'Bolder', ...(opens && { color: 'Accent' as const }) })]),
      rich([run(label(joined(rest), '–'))], { spacing: 'None' }),
    ],
    ...(opens && { selectAction: open(row, nonce) }),
  }
}
