// Text elements. A TextBlock reads markdown, a run of a RichTextBlock does not: so words of others only go into runs.
import type { Link } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { linkLeftOut, safeLink } from '../safe-link.ts'
import type { Element, RichTextBlock, TextRun } from './card-json.ts'
import { label, literal } from './literal.ts'

/** A run of text that is literal already. */
export const run = (text: string, look: Omit<TextRun, 'type' | 'text'> = {}): TextRun => ({ type: 'TextRun', text, ...look })

export const rich = (inlines: TextRun[], look: Omit<RichTextBlock, 'type' | 'inlines'> = {}): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines,
  ...look,
})

// Letters, digits and marks that no markdown reader knows, and not at the start what begins a list.
const plainWords = /^(?![-+•]|\d+[.)])[\p{L}\p{M}\p{N} ,;:'"()/%?!.·–—-]+$/u

/** A TextBlock is announced as a heading by screen readers; where markdown could see something in it, a run has to do. */
export const heading = (text: string): Element => {
  const shown = label(text)
  return plainWords.test(shown)
    ? { type: 'TextBlock', text: shown, style: 'heading', size: 'Large', weight: 'Bolder', wrap: true }
    : rich([run(shown, { size: 'Large', weight: 'Bolder' })])
}

export const linkRun = (link: Link): TextRun => {
  const safe = safeLink(link)
  return safe
    ? run(literal(safe.label), { color: 'Accent', selectAction: { type: 'Action.OpenUrl', url: safe.url } })
    : run(label(linkLeftOut(link)))
}

/** Parts of a line of small print, those that say something. */
export const joined = (parts: readonly string[]): string =>
  parts
    .map((part) => oneLine(part, ''))
    .filter(Boolean)
    .join(' · ')
