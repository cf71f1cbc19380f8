// A card: what we answer, as plain data; each platform draws it in its own dialect, with its own limits and escaping.
import type { ConversationId } from '../contracts/talk.ts'

/** All text is literal: no markup is ever read from it, so a title can neither mention nor disguise a link. */
export type CardElement =
  | SimpleElement
  /** What belongs together; `folded`: out of the way until somebody opens it, where that can be done. The title reads on after "Show". */
  | { type: 'group'; title: string; elements: SimpleElement[]; folded?: boolean }

export type SimpleElement =
  | { type: 'heading'; text: string }
  | { type: 'text'; text: string; tone?: Tone }
  /** Small and grey: where it comes from, when, how it was understood. */
  | { type: 'context'; text: string }
  | { type: 'facts'; facts: Fact[] }
  | { type: 'table'; caption: string; columns: Column[]; rows: TableRow[] }
  /** Words that somebody wrote: never ours, always attributed. `at` in words, in the reader's time zone; `marks` like "edited". */
  | { type: 'quote'; author: string; at: string; text: string; marks?: string[]; link?: Link }
  /**
   * A picture that lies where it was shared, in `conversation`, as `file` of that platform; `alt` says what is to be seen. Shown on that
   * platform alone: what stands beside it names the file, and elsewhere that is all.
   */
  | { type: 'image'; conversation: ConversationId; file: string; alt: string }
  | { type: 'link'; link: Link }
  /** A file that the reader may fetch; the platform makes the link or the download. */
  | { type: 'file'; sha256: string; name: string; size: number; url?: string }
  | { type: 'divider' }
  | { type: 'buttons'; buttons: Button[] }
  | { type: 'form'; inputs: Input[]; submit: Button }

export type Tone = 'good' | 'warning' | 'bad'
export type Link = { label: string; url: string }
export type Fact = { label: string; value: string; note?: string }
export type Column = { label: string; align?: 'left' | 'right' }
/** Cells are text; `command` makes the first cell open something. */
export type TableRow = { cells: string[]; command?: string }

/** A saved command line: a click is parsed and authorized exactly like typing. */
export type Button = {
  label: string
  command: string
  style?: 'primary' | 'danger'
  /** Asked before the command is sent. */
  confirm?: string
}

export type Input =
  | { type: 'text'; name: string; label: string; value?: string; placeholder?: string; multiline?: boolean; required?: boolean }
  | { type: 'choice'; name: string; label: string; choices: { label: string; value: string }[]; value?: string; required?: boolean }
  | { type: 'date'; name: string; label: string; value?: string; required?: boolean }
  /** A contract picked by typing part of its name, where the platform can search as one types. */
  | { type: 'contract'; name: string; label: string; value?: string; required?: boolean }

export type Card = {
  /** One sentence that says the same without the card: notification, screen reader, log line. */
  summary: string
  elements: CardElement[]
  /** Where the rest is to be seen when a platform has no room for all of it. */
  more?: Button
}

export const card = (summary: string, ...elements: (CardElement | CardElement[] | undefined | false)[]): Card => ({
  summary,
  elements: elements.flatMap((element) => element || []),
})

export const heading = (text: string): SimpleElement => ({ type: 'heading', text })
export const text = (words: string, tone?: Tone): SimpleElement => ({ type: 'text', text: words, ...(tone && { tone }) })
export const context = (words: string): SimpleElement => ({ type: 'context', text: words })
export const buttons = (...list: Button[]): SimpleElement => ({ type: 'buttons', buttons: list })

/** Folded away until somebody asks to see it. */
export const folded = (title: string, ...elements: SimpleElement[]): CardElement => ({ type: 'group', title, elements, folded: true })
