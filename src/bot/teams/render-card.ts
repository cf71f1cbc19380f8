// A card as an Adaptive Card 1.5 for Teams: literal text, buttons that send commands, at most 28 kB.
import type { Card, CardElement, Fact, Input, SimpleElement, Tone } from '../card.ts'
import { neutral } from '../display-text.ts'
import { displayWidth } from '../display-width.ts'
import { showSize } from '../file-size.ts'
import { fitCard } from '../fit.ts'
import { action, actionSets, buttonsInARow } from './actions.ts'
import type { Action, AdaptiveCard, ContainerStyle, Element, Spacing } from './card-json.ts'
import { drawGroup } from './draw-group.ts'
import { drawTable } from './draw-table.ts'
import { formInputs, formSubmit } from './form.ts'
import { label, literal, title, words } from './literal.ts'
import { heading, joined, linkRun, rich, run } from './text.ts'

export type { AdaptiveCard } from './card-json.ts'

/** Bytes of JSON; Teams drops larger cards. https://learn.microsoft.com/answers/questions/2152702 */
const largest = 28_000

/**
 * `nonce` makes one press of one card's button one act, however often it is delivered. `width` is `full` unless told:
 * the playground warns beneath every card that it does not know it.
 */
export type RenderOptions = { nonce: string; width?: 'full' | 'default' }

export const renderCard = (card: Card, options: RenderOptions): AdaptiveCard =>
  fitCard(
    card,
    (part) => draw(part, options),
    (drawn) => Buffer.byteLength(JSON.stringify(drawn)) <= largest,
  )

const draw = (card: Card, { nonce, width = 'full' }: RenderOptions): AdaptiveCard => {
  const { parts, actions } = withBar(card.elements, nonce)
  const body = afterDividers(parts, nonce)
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: title(card.summary, 1000),
    ...(width === 'full' && { msteams: { width: 'Full' as const } }),
    body: body.length > 0 ? body : [rich([run(label(card.summary))])],
    ...(actions.length > 0 && { actions }),
  }
}

/** What stands in the body: elements, and the inputs of a form whose submit button stands in the bar. */
type SimplePart = SimpleElement | { type: 'inputs'; inputs: Input[] }
type Part = CardElement | SimplePart

/** The buttons that end a card become its bar of actions, the submit button of a form right before them included. */
const withBar = (all: readonly CardElement[], nonce: string): { parts: readonly Part[]; actions: Action[] } => {
  const last = all.at(-1)
  const buttons = last?.type === 'buttons' ? last.buttons : []
  const rest = last?.type === 'buttons' ? all.slice(0, -1) : all
  const form = rest.at(-1)
  const submit = form?.type === 'form' ? [formSubmit(form.submit, nonce)] : []
  const actions = [...submit, ...buttons.map((button) => action(button, nonce))]
  if (actions.length > buttonsInARow) return { parts: all, actions: [] }
  return { parts: form?.type === 'form' ? [...rest.slice(0, -1), { type: 'inputs', inputs: form.inputs }] : rest, actions }
}

/** A divider is a line above the element that follows it. */
const afterDividers = (parts: readonly Part[], nonce: string): Element[] =>
  parts.flatMap((element, index) => {
    const [first, ...rest] =
      element.type === 'group' ? drawGroup(element, afterDividers(element.elements, nonce), `group-${index}`) : drawElement(element, nonce)
    if (!first) return []
    if (parts[index - 1]?.type !== 'divider') return [first, ...rest]
    return [{ ...first, separator: true as const, spacing: 'Medium' as const }, ...rest]
  })

const drawElement = (element: SimplePart, nonce: string): Element[] => {
  switch (element.type) {
    case 'heading':
      return [heading(element.text)]
    case 'text':
      return [element.tone ? toned(element.text, element.tone) : rich([run(words(element.text))])]
    case 'context':
      return [smallPrint(element.text, 'Small')]
    case 'facts':
      return factRows(element.facts)
    case 'table':
      return drawTable(element, nonce)
    case 'quote':
      return [quote(element)]
    case 'image':
      // It lies in Slack.
      return []
    case 'link':
      return [rich([linkRun(element.link)])]
    case 'file':
      return [file(element)]
    case 'divider':
      return []
    case 'buttons':
      return actionSets(element.buttons, nonce)
    case 'form':
      return [...formInputs(element.inputs), { type: 'ActionSet', actions: [formSubmit(element.submit, nonce)] }]
    case 'inputs':
      return formInputs(element.inputs)
  }
  return element satisfies never
}

const tones: Record<Tone, { style: ContainerStyle; sign: string }> = {
  good: { style: 'good', sign: '✓' },
  warning: { style: 'warning', sign: '⚠' },
  bad: { style: 'attention', sign: '✗' },
}

const toned = (text: string, tone: Tone): Element => ({
  type: 'Container',
  style: tones[tone].style,
  items: [rich([run(`${tones[tone].sign} `, { weight: 'Bolder' }), run(words(text))])],
})

const factRows = (facts: readonly Fact[]): Element[] => {
  const width = `${Math.min(130, 16 + 9 * Math.max(0, ...facts.map((fact) => displayWidth(fact.label))))}px`
  return facts.map(({ label: name, value, note }, index) => ({
    type: 'ColumnSet',
    spacing: index === 0 ? 'Medium' : 'Small',
    columns: [
      { type: 'Column', width, items: [rich([run(label(name), { weight: 'Bolder' })])] },
      { type: 'Column', width: 'stretch', items: [rich([run(words(value))]), ...(note ? [smallPrint(note, 'None')] : [])] },
    ],
  }))
}

const smallPrint = (text: string, spacing: Spacing): Element => rich([run(words(text), { size: 'Small', isSubtle: true })], { spacing })

type Quote = Extract<SimpleElement, { type: 'quote' }>

const quote = (quoted: Quote): Element => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Small',
  items: [quoteHead(quoted), rich([run(words(quoted.text))], { spacing: 'Small' })],
})

const quoteHead = ({ author, at, marks, link }: Quote): Element => {
  const when = joined([at, ...(marks ?? [])])
  return rich([
    run(label(author, 'Somebody'), { weight: 'Bolder' }),
    ...(when ? [run(literal(`  ${neutral(when)}`), { size: 'Small', isSubtle: true })] : []),
    ...(link ? [run('  ', { size: 'Small' }), { ...linkRun(link), size: 'Small' as const }] : []),
  ])
}

const file = ({ name, size, url }: Extract<CardElement, { type: 'file' }>): Element =>
  rich([
    url === undefined ? run(label(name), { weight: 'Bolder' }) : linkRun({ label: name, url }),
    run(` (${showSize(size)})`, { isSubtle: true }),
  ])
