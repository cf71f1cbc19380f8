// What belongs together: a box with its title; one that is folded away has a button that shows it, and then one that hides it.
import type { CardElement } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { titled } from './actions.ts'
import type { ActionSet, Element } from './card-json.ts'
import { label } from './literal.ts'
import { rich, run } from './text.ts'

type Group = Extract<CardElement, { type: 'group' }>

/** `id` tells the groups of one card apart; `items` is what stands in it. */
export const drawGroup = ({ title, folded }: Group, items: Element[], id: string): Element[] => {
  if (items.length === 0) return []
  const name = rich([run(label(title), { weight: 'Bolder' })])
  const box: Element = { type: 'Container', style: 'emphasis', spacing: 'Medium', items: [name, ...items] }
  if (!folded) return [box]
  const parts = [`${id}-show`, `${id}-hide`, id] as const
  const [show, hide] = parts
  return [
    toggle(show, `Show ${oneLine(title)}`, parts),
    { ...toggle(hide, `Hide ${oneLine(title)}`, parts), isVisible: false },
    { ...box, id, isVisible: false },
  ]
}

const toggle = (id: string, title: string, parts: readonly string[]): ActionSet => ({
  type: 'ActionSet',
  id,
  spacing: 'Medium',
  actions: [{ type: 'Action.ToggleVisibility', ...titled(title), targetElements: [...parts] }],
})
