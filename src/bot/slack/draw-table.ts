// A table for Slack: drawn by Slack itself where that can be; as text, rows that open something become sections with a button, all others
// characters of one width.
import type { KnownBlock } from '@slack/types'
import type { CardElement, Column, TableRow } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { alignTable } from '../text-table.ts'
import { button } from './buttons.ts'
import { limits, plain, type Surface } from './limits.ts'
import { pagedTable } from './paged-table.ts'
import { line, richText, run, words } from './rich-text.ts'

type Table = Extract<CardElement, { type: 'table' }>

/** Columns that Slack shows side by side on a desktop before it wraps. */
const width = 84

export const drawTable = (table: Table, tables: Surface['tables']): KnownBlock[] => {
  const { caption, rows } = table
  const title = richText(line(...run(words(oneLine(caption)), { bold: true }), ...(rows.length === 0 ? run('\nNothing to list.') : [])))
  return [title, ...((tables === 'drawn' ? pagedTable(table) : undefined) ?? writtenTable(table))]
}

const writtenTable = ({ columns, rows }: Table): KnownBlock[] => {
  if (rows.some((row) => row.command !== undefined)) return rows.map((row) => rowSection(columns, row))
  const cells = rows.map((row) => row.cells)
  const aligned = rows.length === 0 ? [] : (alignTable(columns, cells, width) ?? cells.map((row) => `${rowText(columns, row)}\n`))
  return pages(aligned).map((text) => richText({ type: 'rich_text_preformatted', elements: run(text) }))
}

const rowSection = (columns: readonly Column[], row: TableRow): KnownBlock => ({
  type: 'section',
  text: plain(rowText(columns, row.cells), limits.section),
  ...(row.command !== undefined && { accessory: button({ label: oneLine(row.cells[0] ?? '', 'Open'), command: row.command }) }),
})

/** The first two cells speak for themselves, the others need the name of their column. */
const rowText = (columns: readonly Column[], cells: readonly string[]): string => {
  const [first = '', second = ''] = cells.map((cell) => oneLine(cell, '–'))
  const rest = columns.slice(2).map((column, index) => `${oneLine(column.label)}: ${oneLine(cells[index + 2] ?? '', '–')}`)
  return [[first, second].filter(Boolean).join(' · '), rest.join(' · ')].filter(Boolean).join('\n')
}

/** Whole lines, together at most as long as one block of text may be. */
const pages = (lines: readonly string[]): string[] => {
  const texts: string[] = []
  for (const next of lines.map(words)) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + next.length <= limits.section) texts[texts.length - 1] = `${last}\n${next}`
    else texts.push(next)
  }
  return texts
}
