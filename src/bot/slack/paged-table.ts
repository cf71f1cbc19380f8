// A table as Slack draws it itself: with pages, sorting and a filter; below it what its rows open.
// https://docs.slack.dev/reference/block-kit/blocks/data-table-block
import type { ActionsBlock, DataTableBlock, KnownBlock } from '@slack/types'
import type { Button, CardElement, TableRow } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { savedCommand } from '../saved-command.ts'
import { actions } from './buttons.ts'
import { limits, plain } from './limits.ts'
import { words } from './rich-text.ts'

type Table = Extract<CardElement, { type: 'table' }>
type Cell = DataTableBlock['rows'][number][number]

/** Rows on one page; ten are seen without scrolling. */
const pageSize = 10
/** So many rows are opened by buttons, more by a menu. */
const mostButtons = 5

/** Undefined where Slack could not draw it: no rows, too many columns, or commands too long for its menu. */
export const pagedTable = ({ caption, columns, rows }: Table): KnownBlock[] | undefined => {
  const opening = rows.filter((row) => row.command !== undefined)
  if (rows.length === 0 || columns.length > limits.tableColumns || !canBeOpened(opening)) return undefined
  const numeric = columns.map(({ align }, index) => align === 'right' && isNumeric(rows.map(({ cells }) => cells[index] ?? '')))
  const heads = columns.map(({ label }): Cell => ({ type: 'raw_text', text: words(oneLine(label)) }))
  const cellsOf = ({ cells }: TableRow) => columns.map((_, index) => cell(cells[index] ?? '', numeric[index] ?? false))
  const table: DataTableBlock = {
    type: 'data_table',
    caption: words(oneLine(caption)),
    page_size: pageSize,
    rows: [heads, ...rows.map(cellsOf)],
  }
  return [table, ...openers(opening)]
}

const canBeOpened = (rows: readonly TableRow[]): boolean =>
  rows.length <= mostButtons || rows.every(({ command = '' }) => savedCommand(command).length <= limits.option)

const cell = (text: string, isNumber: boolean): Cell => {
  const shown = words(oneLine(text, '–'))
  const number = isNumber ? numberIn(text) : undefined
  return number === undefined ? { type: 'raw_text', text: shown } : { type: 'raw_number', value: number.value, text: shown }
}

const amount = /^(\p{Lu}{3} )?(-?\d[\d,]*(?:\.\d+)?)( ?%)?$/u

const numberIn = (text: string): { value: number; of: string } | undefined => {
  const found = amount.exec(text.trim())
  return found ? { value: Number(found[2]?.replaceAll(',', '')), of: `${found[1] ?? ''}${found[3]?.trim() ?? ''}` } : undefined
}

/** Sorted as numbers only where all are amounts of one thing: euros do not compare with dollars. */
const isNumeric = (cells: readonly string[]): boolean => {
  const numbers = cells.map(numberIn)
  return numbers.every((number) => number !== undefined && number.of === numbers[0]?.of)
}

const labelOf = ({ cells }: TableRow): string => oneLine(cells[0] ?? '', 'Open')

const openers = (rows: readonly TableRow[]): ActionsBlock[] => {
  const pressed = rows.map((row): Button => ({ label: labelOf(row), command: row.command ?? '' }))
  if (rows.length <= mostButtons) return actions(pressed)
  return Array.from({ length: Math.ceil(rows.length / limits.options) }, (_, menu) => ({
    type: 'actions',
    elements: [menuOf(rows.slice(menu * limits.options, (menu + 1) * limits.options))],
  }))
}

const menuOf = (rows: readonly TableRow[]): ActionsBlock['elements'][number] => ({
  type: 'static_select',
  action_id: 'command:0',
  placeholder: plain('Open …', limits.option),
  options: rows.map((row) => ({
    text: plain([labelOf(row), ...row.cells.slice(1, 2).map((second) => oneLine(second, '–'))].join(' · '), limits.option),
    value: savedCommand(row.command ?? ''),
  })),
})
