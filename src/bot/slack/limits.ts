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
  /** Of a header or a container. */
  header: 150,
  /** Containers in a message, and blocks in each of them. */
  containers: 10,
  containerBlocks: 10,
  altText: 2000,
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

/** Whether Slack draws something itself, or takes it as text. */
type Way = 'drawn' | 'text'

/**
 * Where blocks are shown. `tables` have pages and sorting where they are drawn, `groups` fold, `pictures` are those of the `workspace`,
 * which Slack shows there.
 */
export type Surface = { blocks: number; total: number; tables: Way; groups: Way; pictures: Way; workspace?: string }

const inText = { tables: 'text', groups: 'text', pictures: 'text' } as const

export const surfaces = {
  message: { blocks: limits.blocks, total: limits.total, tables: 'drawn', groups: 'drawn', pictures: 'drawn' },
  /** For whoever takes none of it, and where nothing tells that it was refused. */
  plainMessage: { blocks: limits.blocks, total: limits.total, ...inText },
  /** Modals and App Home take no tables. */
  view: { blocks: limits.viewBlocks, total: limits.viewTotal, ...inText },
} as const satisfies Record<string, Surface>

export type SlackMessage = {
  /** For notifications, screen readers and search; escaped. */
  text: string
  blocks: KnownBlock[]
}

export const fitsSlack =
  (surface: Surface) =>
  ({ text, blocks }: SlackMessage): boolean =>
    withInner(blocks).length <= surface.blocks && text.length + JSON.stringify(blocks).length <= surface.total && tablesFit(blocks)

/** Those within containers too: what Slack counts is not documented. */
const withInner = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.flatMap((block): KnownBlock[] => (block.type === 'container' ? [block, ...block.child_blocks] : [block]))

/** Whether there is any of that in the message, as Slack draws it. */
export const drawnIn = (blocks: readonly KnownBlock[], extra: 'tables' | 'groups' | 'pictures'): boolean =>
  withInner(blocks).some((block) => {
    if (extra === 'pictures') return block.type === 'image'
    return block.type === (extra === 'tables' ? 'data_table' : 'container')
  })

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
