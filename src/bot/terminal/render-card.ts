// A card as text for a terminal, a script or a screen reader: complete, in reading order, with the commands to type next.
import type { Card, CardElement, Fact, Link, SimpleElement, Tone } from '../card.ts'
import { neutral, oneLine } from '../display-text.ts'
import { displayWidth, padTo } from '../display-width.ts'
import { showSize } from '../file-size.ts'
import { linkLeftOut, safeLink } from '../safe-link.ts'
import { wrapText } from '../wrap-text.ts'
import { drawTable } from './draw-table.ts'
import { formKeys, type Key, keyLines } from './keys.ts'
import { buttonLines, formLines, inputLines } from './next-lines.ts'
import { type Paint, painter } from './paint.ts'

/**
 * `width` in columns, 80 unless told; `colour` writes ANSI codes, off unless asked for. `keys` numbers the buttons, for a session in which
 * the number presses them; without it they are commands to type.
 */
export type RenderOptions = { width?: number; colour?: boolean; keys?: boolean }

/** `keys`: how many have been numbered. */
type Drawing = { width: number; paint: Paint; keys: { count: number } | undefined }

/** The whole card, without a line end after it. Nothing is left out: a terminal has no limit. */
export const renderCard = (card: Card, options: RenderOptions = {}): string => {
  const drawing = {
    width: Math.max(20, options.width ?? 80),
    paint: painter(options.colour ?? false),
    keys: options.keys ? { count: 0 } : undefined,
  }
  const lines = drawAll(card.elements, drawing)
  return (lines.length > 0 ? lines : wrapText(oneLine(card.summary), drawing.width)).join('\n')
}

const drawAll = (elements: readonly CardElement[], drawing: Drawing): string[] =>
  elements.flatMap((element, index) => {
    const lines = element.type === 'group' ? groupLines(element, drawing) : drawElement(element, drawing)
    const apart = index > 0 && lines.length > 0 && !isClose(element, elements[index - 1])
    return apart ? ['', ...lines] : lines
  })

/** Nothing folds in a terminal: all of it is shown, set in under its title. */
const groupLines = ({ title, elements }: Extract<CardElement, { type: 'group' }>, { width, paint, keys }: Drawing): string[] => {
  const lines = drawAll(elements, { width: width - 2, paint, keys })
  return lines.length === 0
    ? []
    : [...wrapText(oneLine(title), width).map(paint.heading), ...lines.map((line) => (line ? `  ${line}` : line))]
}

/** Small print belongs to what stands above it, lines under a heading to the heading, lists of one kind together. */
const isClose = (element: CardElement, before: CardElement | undefined): boolean =>
  (element.type === 'context' && before?.type !== 'group') ||
  before?.type === 'heading' ||
  (element.type === before?.type && ['text', 'link', 'file'].includes(element.type))

const drawElement = (element: SimpleElement, { width, paint, keys }: Drawing): string[] => {
  switch (element.type) {
    case 'heading':
      return wrapText(oneLine(element.text), width).map(paint.heading)
    case 'text':
      return wrapText(`${element.tone ? toneWords[element.tone] : ''}${neutral(element.text)}`, width).map(paint.tone(element.tone))
    case 'context':
      return wrapText(neutral(element.text), width).map(paint.quiet)
    case 'facts':
      return factLines(element.facts, width, paint)
    case 'table':
      return drawTable(element, width, paint)
    case 'quote':
      return quoteLines(element, width, paint)
    case 'image':
      return []
    case 'link':
      return linkLines(element.link)
    case 'file':
      return fileLines(element)
    case 'divider':
      return ['---']
    case 'buttons':
      return keys ? numbered(element.buttons, keys, width) : buttonLines(element.buttons, width)
    case 'form':
      return keys && formKeys(element.inputs, element.submit).length > 0
        ? [...inputLines(element.inputs, width), ...numbered(formKeys(element.inputs, element.submit), keys, width)]
        : formLines(element.inputs, element.submit, width)
  }
  return element satisfies never
}

const numbered = (pressable: readonly Key[], keys: { count: number }, width: number): string[] => {
  const first = keys.count + 1
  keys.count += pressable.length
  return pressable.length === 0 ? [] : keyLines(pressable, first, width)
}

const toneWords: Record<Tone, string> = { good: 'OK: ', warning: 'Warning: ', bad: 'Problem: ' }

const factLines = (facts: readonly Fact[], width: number, paint: Paint): string[] => {
  const labels = facts.map((fact) => `${oneLine(fact.label)}:`)
  const indent = Math.min(Math.max(0, ...labels.map(displayWidth)) + 2, Math.floor(width / 2))
  const room = width - indent
  return facts.flatMap(({ value, note }, index) => {
    const beside = displayWidth(labels[index] ?? '') < indent
    const lines = [...wrapText(neutral(value), room), ...(note ? wrapText(`(${neutral(note)})`, room).map(paint.quiet) : [])]
    const first = beside ? `${paint.heading(padTo(labels[index] ?? '', indent))}${lines[0]}` : ''
    const rest = lines.slice(beside ? 1 : 0).map((line) => `${' '.repeat(indent)}${line}`)
    return [...(beside ? [first] : wrapText(labels[index] ?? '', width).map(paint.heading)), ...rest]
  })
}

/** Each line of it is marked, so that quoted words can never pass for ours. */
const quoteLines = ({ author, at, marks, link, text }: Extract<CardElement, { type: 'quote' }>, width: number, paint: Paint): string[] => {
  const remarks = (marks ?? []).map((mark) => oneLine(mark)).join(', ')
  const head = [oneLine(author, 'Somebody'), oneLine(at, '')].filter(Boolean).join(', ')
  return [
    ...wrapText(`${head}${remarks ? ` (${remarks})` : ''}:`, width).map(paint.heading),
    ...wrapText(neutral(text) || '(no text)', width - 2).map((line) => `> ${line}`),
    ...(link ? linkLines(link).map((line) => paint.quiet(line)) : []),
  ]
}

const linkLines = (link: Link): string[] => {
  const safe = safeLink(link)
  if (!safe) return [linkLeftOut(link)]
  return [safe.label === safe.url ? safe.url : `${safe.label}: ${safe.url}`]
}

const fileLines = ({ name, size, url }: Extract<CardElement, { type: 'file' }>): string[] => [
  `File: ${oneLine(name)} (${showSize(size)})`,
  ...(url === undefined ? [] : linkLines({ label: 'Fetch it', url })),
]
