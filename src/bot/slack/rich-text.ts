// Rich text: Slack's own tree of runs, in which text is only ever text.
import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextText } from '@slack/types'
import { clampSaying, neutral } from '../display-text.ts'
import { limits } from './limits.ts'

export type Style = { bold?: boolean; italic?: boolean }

/** A run of text; nothing when there is no text, because Slack refuses an empty run. */
export const run = (text: string, style?: Style): RichTextText[] => (text === '' ? [] : [{ type: 'text', text, ...(style && { style }) }])

/** What somebody wrote, with its line ends, at most as long as a section may be. */
export const words = (text: string): string => clampSaying(neutral(text), limits.section) || '(no text)'

export const richText = (...elements: RichTextBlockElement[]): RichTextBlock => ({ type: 'rich_text', elements })

export const line = (...runs: RichTextElement[]): RichTextBlockElement => ({ type: 'rich_text_section', elements: runs })
