// How wide the columns of a table are, and whether they fit beside each other at all.
import type { Column, TableRow } from '../card.ts'
import { displayWidth } from '../display-width.ts'

// Pixels, as the Teams renderer draws: a character, the padding of a cell, and what a telephone has for a table.
const character = 9
const padding = 18
const telephone = 320
const mostColumns = 4

/** Short columns keep their width; the others share the rest by what their longest word needs, then by their length. */
export const columnWidth = (texts: readonly string[]): number | string => {
  const longest = widest(texts)
  return longest <= 8 ? `${longest * character + padding}px` : 2 * needed(texts) + 2 * Math.min(30, longest)
}

/** So that a word breaks in the middle only if it is longer than a dozen letters. */
const needed = (texts: readonly string[]): number =>
  Math.min(12, widest(texts.flatMap((text) => text.split(/[\s-]/)))) * character + padding

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0)

/** What stands in each column, its head included. */
export const textsByColumn = (columns: readonly Column[], rows: readonly TableRow[]): string[][] =>
  columns.map((column, index) => [column.label, ...rows.map((row) => row.cells[index] ?? '')])

/** May the columns stand side by side? */
export const hasRoom = (columns: readonly Column[], rows: readonly TableRow[]): boolean =>
  columns.length <= mostColumns && textsByColumn(columns, rows).reduce((sum, texts) => sum + needed(texts), 0) <= telephone
