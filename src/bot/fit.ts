// Makes a card fit a platform: what must go goes whole and last things first, and the card says what went and how to see it.
import type { Button, Card, CardElement, SimpleElement } from './card.ts'

/** One thing that stays or goes as a whole: an element, or one entry of a list within it; `child` counts within a group. */
type Unit = { element: number; child: number; item: number; rank: number; noun: string | undefined }

/** The largest part of the card whose drawing fits. The notice alone always has to. */
export const fitCard = <Drawn>(card: Card, draw: (card: Card) => Drawn, fits: (drawn: Drawn) => boolean): Drawn => {
  const whole = draw(card)
  if (fits(whole)) return whole
  const units = card.elements.flatMap(unitsOf).sort((one, other) => one.rank - other.rank)
  let low = 0
  let high = units.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(draw(shorten(card, units, middle)))) low = middle
    else high = middle - 1
  }
  return draw(shorten(card, units, low))
}

/** What is said first, then the ways on, then what can be asked for again piece by piece. */
const ranks = {
  heading: 0,
  text: 0,
  context: 0,
  buttons: 1,
  form: 1,
  link: 1,
  file: 1,
  facts: 2,
  table: 2,
  quote: 2,
  image: 3,
  divider: 2,
} satisfies Record<SimpleElement['type'], number>

/** What is folded away is missed last. */
const foldedRank = 3

const nouns = {
  heading: 'heading',
  text: 'line',
  context: 'line',
  buttons: 'button',
  form: 'form',
  link: 'link',
  file: 'file',
  facts: 'fact',
  table: 'row',
  quote: 'quote',
  image: 'picture',
  divider: undefined,
} satisfies Record<SimpleElement['type'], string | undefined>

const unitsOf = (element: CardElement, index: number): Unit[] =>
  childrenOf(element).flatMap((child, place) =>
    Array.from({ length: itemsOf(child)?.length ?? 1 }, (_, item) => ({
      element: index,
      child: place,
      item,
      rank: element.type === 'group' && element.folded ? foldedRank : ranks[child.type],
      noun: nouns[child.type],
    })),
  )

const childrenOf = (element: CardElement): readonly SimpleElement[] => (element.type === 'group' ? element.elements : [element])

const itemsOf = (element: SimpleElement): readonly unknown[] | undefined => {
  if (element.type === 'facts') return element.facts
  if (element.type === 'table') return element.rows
  return element.type === 'buttons' ? element.buttons : undefined
}

const shorten = (card: Card, units: readonly Unit[], kept: number): Card => {
  const gone = units.slice(kept)
  const byPlace = Map.groupBy(units.slice(0, kept), placeOf)
  const firstGone = Math.min(...gone.map((unit) => unit.element))
  const elements = card.elements.flatMap((element, index): CardElement[] => {
    const children = childrenOf(element).flatMap((one, child) =>
      keepItems(one, byPlace.get(placeOf({ element: index, child }))?.length ?? 0),
    )
    const rest = element.type !== 'group' ? children : children.length > 0 ? [{ ...element, elements: children }] : []
    return index === firstGone ? [...rest, ...notice(gone, card.more)] : rest
  })
  return { ...card, elements }
}

const placeOf = ({ element, child }: Pick<Unit, 'element' | 'child'>): string => `${element}.${child}`

const keepItems = (element: SimpleElement, count: number): SimpleElement[] => {
  if (count === 0) return []
  if (element.type === 'facts') return [{ ...element, facts: element.facts.slice(0, count) }]
  if (element.type === 'table') return [{ ...element, rows: element.rows.slice(0, count) }]
  return element.type === 'buttons' ? [{ ...element, buttons: element.buttons.slice(0, count) }] : [element]
}

const notice = (gone: readonly Unit[], more: Button | undefined): SimpleElement[] => {
  const counts = new Map<string, number>()
  for (const { noun } of gone) if (noun) counts.set(noun, (counts.get(noun) ?? 0) + 1)
  if (counts.size === 0) return []
  const list = [...counts].map(([noun, count]) => `${count.toLocaleString('en')} more ${noun}${count === 1 ? '' : 's'}`).join(', ')
  const how = more ? '' : ' Ask for less at a time, or ask in the terminal, which shows everything.'
  return [{ type: 'context', text: `${list} did not fit here.${how}` }, ...(more ? [{ type: 'buttons' as const, buttons: [more] }] : [])]
}
