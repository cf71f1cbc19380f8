// A table for Teams: side by side up to four columns, which a telephone still shows; more columns as a list of rows.
import type { CardElement, Column, TableRow } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { displayWidth } from '../display-width.ts'
import { execute } from './actions.ts'
import type { Element, TableRow as Row, TableCell } from './card-json.ts'
import { label } from './literal.ts'
import { joined, rich, run } from './text.ts'

type Table = Extract<CardElement, { type: 'table' }>

const mostColumns = 4

export const drawTable = ({ caption, columns, rows }: Table, nonce: string): Element[] => {
  const title = rich([run(label(caption), { weight: 'Bolder' })], { spacing: 'Medium' })
  if (rows.length === 0) return [title, rich([run('Nothing to list.', { isSubtle: true })], { spacing: 'Small' })]
  return columns.length > mostColumns
    ? [title, ...rows.map((row) => stacked(columns, row, nonce))]
    : [title, sideBySide(columns, rows, nonce)]
}

const sideBySide = (columns: readonly Column[], rows: readonly TableRow[], nonce: string): Element => ({
  type: 'Table',
  spacing: 'Small',
  columns: columns.map((column, index) => ({
    width: columnWidth([column.label, ...rows.map((row) => row.cells[index] ?? '')]),
    ...(column.align === 'right' && { horizontalCellContentAlignment: 'Right' as const }),
  })),
  firstRowAsHeader: true,
  gridStyle: 'default',
  rows: [headRow(columns), ...rows.map((row) => bodyRow(columns, row, nonce))],
})

/** Numbers get the room they need, so that none breaks at its hyphen; longer texts share the rest and wrap between words. */
const columnWidth = (texts: readonly string[]): number | string => {
  const longest = Math.max(...texts.map(displayWidth))
  return longest <= 8 ? `${longest * 9 + 18}px` : Math.min(24, Math.max(12, longest + 2))
}

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
