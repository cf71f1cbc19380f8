// A card as part of a page: all text escaped, commands as they are typed in chat, because a page has no buttons that act.
import type { Button, Card, CardElement, Fact, Input, Link, TableRow } from '../bot/card.ts'
import { neutral, oneLine } from '../bot/display-text.ts'
import { showSize } from '../bot/file-size.ts'
import { linkLeftOut, safeLink } from '../bot/safe-link.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** What people wrote, its line ends kept by the style of the page. */
const words = (text: string): string => escapeHtml(neutral(text).trim())
const line = (text: string, whenEmpty = ''): string => escapeHtml(oneLine(text, whenEmpty))

/** HTML of what the card shows, and what can be typed in chat from there. */
export const cardPage = (card: Card): { body: string; commands: Button[] } => ({
  body: card.elements.map(drawElement).join('\n'),
  commands: card.elements.flatMap(commandsOf),
})

const drawElement = (element: CardElement): string => {
  switch (element.type) {
    case 'heading':
      return `<h1>${line(element.text)}</h1>`
    case 'text':
      return `<p${element.tone ? ` class="${element.tone}"` : ''}>${words(element.text)}</p>`
    case 'context':
      return `<p class="quiet">${words(element.text)}</p>`
    case 'facts':
      return element.facts.length === 0 ? '' : `<dl>${element.facts.map(drawFact).join('')}</dl>`
    case 'table':
      return drawTable(element)
    case 'quote':
      return drawQuote(element)
    case 'group':
      return drawGroup(element)
    case 'link':
      return `<p>${drawLink(element.link)}</p>`
    case 'file':
      return `<p>${element.url === undefined ? line(element.name) : drawLink({ label: element.name, url: element.url })} (${showSize(element.size)})</p>`
    case 'divider':
      return '<hr>'
    case 'image':
    case 'buttons':
    case 'form':
      return ''
  }
  return element satisfies never
}

const drawGroup = ({ title, elements, folded }: Extract<CardElement, { type: 'group' }>): string => {
  if (elements.length === 0) return ''
  const inner = elements.map(drawElement).join('\n')
  return folded ? `<details><summary>${line(title)}</summary>${inner}</details>` : `<section><h2>${line(title)}</h2>${inner}</section>`
}

const drawFact = ({ label, value, note }: Fact): string =>
  `<div><dt>${line(label)}</dt><dd>${words(value)}${note === undefined ? '' : `<small>${words(note)}</small>`}</dd></div>`

const drawTable = ({ caption, columns, rows }: Extract<CardElement, { type: 'table' }>): string => {
  const side = (index: number) => (columns[index]?.align === 'right' ? ' class="right"' : '')
  const heads = columns.map(({ label }, index) => `<th scope="col"${side(index)}>${line(label)}</th>`).join('')
  const row = ({ cells }: TableRow) =>
    `<tr>${columns.map((_, index) => `<td${side(index)}>${line(cells[index] ?? '', '–')}</td>`).join('')}</tr>`
  const body = rows.length === 0 ? `<tr><td colspan="${columns.length}">Nothing to list.</td></tr>` : rows.map(row).join('')
  return `<div class="wide"><table><caption>${line(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`
}

const drawQuote = ({ author, at, marks, link, text }: Extract<CardElement, { type: 'quote' }>): string => {
  const details = [at, ...(marks ?? [])].map((part) => line(part)).filter(Boolean)
  const head = [`<strong>${line(author, 'Somebody')}</strong>`, ...details, ...(link ? [drawLink(link)] : [])].join(' · ')
  return `<figure><figcaption>${head}</figcaption><blockquote>${words(text)}</blockquote></figure>`
}

const drawLink = (link: Link): string => {
  const safe = safeLink(link)
  return safe ? `<a href="${escapeHtml(safe.url)}" rel="noreferrer">${line(safe.label)}</a>` : line(linkLeftOut(link))
}

const commandsOf = (element: CardElement): Button[] => {
  if (element.type === 'group') return element.elements.flatMap(commandsOf)
  if (element.type === 'buttons') return element.buttons
  return element.type === 'form' ? [typed(element.submit, element.inputs)] : []
}

/** A form as one would type it: `note C-142 text:…`. */
const typed = (submit: Button, inputs: readonly Input[]): Button => ({
  ...submit,
  command: [submit.command, ...inputs.map(({ name }) => `${name}:…`)].join(' '),
})
