// What Slack accepts in one message, in characters unless said otherwise.
// https://docs.slack.dev/reference/block-kit/blocks; the total is undocumented, measured near 13,200 (bolt-js issue 2509).
import type { KnownBlock, PlainTextElement } from '@slack/types'
import { clamp } from '../display-text.ts'
import { escapedLength } from './escape.ts'

export const limits = {
  /** Blocks in a message. */
  blocks: 50,
  /** The JSON of all blocks together with the fallback text. */
  total: 13_000,
  /** Blocks in a modal or in App Home, which together take 250 KB. */
  viewBlocks: 100,
  viewTotal: 100_000,
  fallback: 3000,
  section: 3000,
  header: 150,
  context: 2000,
  /** Buttons in one actions block. */
  actions: 25,
  buttonText: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** Label and value of one option of a menu, and how many of them. */
  option: 75,
  options: 100,
  tableColumns: 20,
  /** With the heads. */
  tableRows: 101,
  /** Of all cells of all tables in a message. */
  tableText: 10_000,
} as const

/** Where blocks are shown. `tables`: whether Slack draws them itself there, with pages and sorting, or takes them as text. */
export type Surface = { blocks: number; total: number; tables: 'drawn' | 'text' }

export const surfaces = {
  message: { blocks: limits.blocks, total: limits.total, tables: 'drawn' },
  /** For a workspace that refused a table. */
  plainMessage: { blocks: limits.blocks, total: limits.total, tables: 'text' },
  /** Modals and App Home take no tables. */
  view: { blocks: limits.viewBlocks, total: limits.viewTotal, tables: 'text' },
} as const satisfies Record<string, Surface>

export type SlackMessage = {
  /** For notifications, screen readers and search; escaped. */
  text: string
  blocks: KnownBlock[]
}

export const fitsSlack =
  (surface: Surface) =>
  ({ text, blocks }: SlackMessage): boolean =>
    blocks.length <= surface.blocks && text.length + JSON.stringify(blocks).length <= surface.total && tablesFit(blocks)

const tablesFit = (blocks: readonly KnownBlock[]): boolean => {
  const tables = blocks.flatMap((block) => (block.type === 'data_table' ? [block.rows] : []))
  const cells = tables.flat(2).map((cell) => ('text' in cell ? cell.text.length : 0))
  return tables.every((rows) => rows.length <= limits.tableRows) && cells.reduce((sum, length) => sum + length, 0) <= limits.tableText
}

/** A text object that Slack never reads markup or emoji codes from. `text` is neutral and not empty. */
export const plain = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: clamp(text, limit, escapedLength),
  emoji: false,
})
