// A card as Block Kit: text only ever in plain text and rich text, so nothing that somebody wrote is read as markup.
import type { KnownBlock, RichTextElement } from '@slack/types'
import type { Card, CardElement, Fact, Link, SimpleElement, Tone } from '../card.ts'
import { clamp, clampSaying, neutral, oneLine } from '../display-text.ts'
import { showSize } from '../file-size.ts'
import { fitCard } from '../fit.ts'
import { linkLeftOut, safeLink } from '../safe-link.ts'
import { actions, formButton } from './buttons.ts'
import { drawGroup } from './draw-group.ts'
import { drawTable } from './draw-table.ts'
import { escapedLength, escapeText } from './escape.ts'
import { fitsSlack, limits, plain, type SlackMessage, type Surface, surfaces } from './limits.ts'
import { line, richText, run, words } from './rich-text.ts'

export type { SlackMessage } from './limits.ts'

/** The message for chat.postMessage and its kin, or a view, within every limit of Slack; what had no room is counted on it. */
export const renderCard = (card: Card, surface: Surface = surfaces.message): SlackMessage =>
  fitCard(card, (part) => draw(part, surface), fitsSlack(surface))

const draw = (card: Card, surface: Surface): SlackMessage => {
  const summary = clamp(oneLine(card.summary), limits.fallback, escapedLength)
  const groups = card.elements.filter((element) => element.type === 'group')
  const unfolded = new Set<CardElement>(groups.slice(limits.containers))
  const blocks = card.elements.flatMap((element) => drawElement(element, unfolded.has(element) ? { ...surface, groups: 'text' } : surface))
  return { text: escapeText(summary), blocks: blocks.length > 0 ? blocks : [richText(line(...run(summary)))] }
}

const drawElement = (element: CardElement, surface: Surface): KnownBlock[] =>
  element.type === 'group' ? drawGroup(element, { surface, draw: drawSimple, heading }) : drawSimple(element, surface)

const drawSimple = (element: SimpleElement, surface: Surface): KnownBlock[] => {
  switch (element.type) {
    case 'heading':
      return heading(oneLine(element.text))
    case 'text':
      return [richText(line(...run(element.tone ? `${signs[element.tone]} ` : ''), ...run(words(element.text))))]
    case 'context':
      return [{ type: 'context', elements: [plain(contextWords(element.text), limits.context)] }]
    case 'facts':
      return element.facts.length === 0 ? [] : [richText(line(...element.facts.flatMap(factRuns)))]
    case 'table':
      return drawTable(element, surface.tables)
    case 'quote':
      return quote(element)
    case 'image':
      return image(element, surface)
    case 'link':
      return [richText(line(...linkRuns(element.link)))]
    case 'file':
      return [richText(line(...fileRuns(element)))]
    case 'divider':
      return [{ type: 'divider' }]
    case 'buttons':
      return actions(element.buttons)
    case 'form':
      // A message takes no inputs: the button opens them.
      return [{ type: 'actions', elements: [formButton(element.submit, element.inputs)] }]
  }
  return element satisfies never
}

const signs: Record<Tone, string> = { good: '✓', warning: '⚠', bad: '✗' }

const heading = (text: string): KnownBlock[] =>
  escapedLength(text) <= limits.header
    ? [{ type: 'header', text: plain(text, limits.header) }]
    : [richText(line(...run(words(text), { bold: true })))]

const contextWords = (text: string): string => clampSaying(neutral(text).trim(), limits.context, escapedLength) || '–'

const factRuns = ({ label, value, note }: Fact, index: number): RichTextElement[] => [
  ...run(`${index === 0 ? '' : '\n'}${words(oneLine(label))}: `, { bold: true }),
  ...run(words(value)),
  ...(note ? run(`\n${words(note)}`, { italic: true }) : []),
]

type Quote = Extract<SimpleElement, { type: 'quote' }>

const quote = ({ author, at, marks, link, text }: Quote): KnownBlock[] => {
  const details = [oneLine(at, ''), ...(marks ?? []).map((mark) => oneLine(mark))].filter(Boolean)
  const runs = [
    ...run(words(oneLine(author, 'Somebody')), { bold: true }),
    ...(details.length > 0 ? run(words(details.map((detail) => ` · ${detail}`).join(''))) : []),
    ...(link ? [...run(' · '), ...linkRuns(link)] : []),
  ]
  return [richText(line(...runs), { type: 'rich_text_quote', elements: run(words(text)) })]
}

type Image = Extract<SimpleElement, { type: 'image' }>

/** Slack shows a file of its own only if the bot may read it, and only pictures of the workspace that the message goes to. */
const image = ({ conversation, file, alt }: Image, { pictures, workspace }: Surface): KnownBlock[] => {
  const isHere = pictures === 'drawn' && workspace !== undefined && conversation.startsWith(`slack:${workspace}:`)
  if (!isHere) return []
  return [{ type: 'image', slack_file: { id: file }, alt_text: clamp(oneLine(alt, 'Picture'), limits.altText, escapedLength) }]
}

const linkRuns = (link: Link): RichTextElement[] => {
  const safe = safeLink(link)
  return safe ? [{ type: 'link', url: safe.url, text: words(safe.label) }] : run(words(linkLeftOut(link)))
}

const fileRuns = ({ name, size, url }: Extract<CardElement, { type: 'file' }>): RichTextElement[] => [
  ...(url === undefined ? run(words(oneLine(name)), { bold: true }) : linkRuns({ label: name, url })),
  ...run(` (${showSize(size)})`),
]
