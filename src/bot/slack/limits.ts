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
} as const

export type SlackMessage = {
  /** For notifications, screen readers and search; escaped. */
  text: string
  blocks: KnownBlock[]
}

export const fitsSlack = ({ text, blocks }: SlackMessage): boolean =>
  blocks.length <= limits.blocks && text.length + JSON.stringify(blocks).length <= limits.total

/** A text object that Slack never reads markup or emoji codes from. `text` is neutral and not empty. */
export const plain = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: clamp(text, limit, escapedLength),
  emoji: false,
})
