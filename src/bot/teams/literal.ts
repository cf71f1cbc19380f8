// Text that an Adaptive Card shows as it stands: no date function, no mention, no markdown.
import { clamp, clampSaying, neutral, oneLine } from '../display-text.ts'

export const longestText = 3000

/**
 * Renderers fill in {{DATE(...)}} wherever text is shown, and Teams looks for <at> in what it may announce:
 * a space inside keeps both from being recognised. Markdown is kept out by where text goes (text.ts).
 */
export const literal = (text: string): string => text.replace(/\{(?=\{)/g, '{ ').replace(/<(?=\/?at\b)/gi, '< ')

/** What somebody wrote, with its line ends; cut with a remark where it is longer than a card should carry. */
export const words = (text: string): string => literal(clampSaying(neutral(text), longestText)) || '(no text)'

/** A label, a name, a cell: one line. */
export const label = (text: string, whenEmpty?: string): string => words(oneLine(text, whenEmpty))

/** The title of a button or choice, and whatever else Teams cuts without a word. */
export const title = (text: string, limit: number): string => literal(clamp(oneLine(text), limit))
