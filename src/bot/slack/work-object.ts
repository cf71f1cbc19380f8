// A contract as a Work Object: in a link's preview what all may see, in the pane at the side what the one who opened it may see.
// https://docs.slack.dev/messaging/work-objects-implementation
import type { EntityActionButton, EntityCustomField, EntityMetadata } from '@slack/types'
import type { Button, Card, CardElement, Fact } from '../card.ts'
import { clampSaying, neutral, oneLine } from '../display-text.ts'
import { safeLink } from '../safe-link.ts'
import { savedCommand } from '../saved-command.ts'
import { limits } from './limits.ts'

export type Shown = {
  number: string
  title: string
  /** Where the contract is, the same for everybody. */
  url: string
  /** As it stands in the message, where it does. */
  posted?: string | undefined
}

/** Slack shows so many actions, the first of them as buttons, the others in a menu. */
const mostPrimary = 2
const mostOverflow = 5

/** The card's facts, words and small print as fields, its buttons and links as actions; what is asked before acting, or shares, stays in chat. */
export const entityOf = ({ number, title, url, posted }: Shown, card: Card): EntityMetadata => {
  const fields = card.elements.flatMap(fieldsOf).map((field, index) => ({ ...field, key: `field-${index}` }))
  const actions = card.elements.flatMap(actionsOf).map((action, index) => ({ ...action, action_id: `command:${index}` }))
  const [primary, overflow] = [actions.slice(0, mostPrimary), actions.slice(mostPrimary, mostPrimary + mostOverflow)]
  return {
    entity_type: 'slack#/entities/item',
    url,
    ...(posted !== undefined && { app_unfurl_url: posted }),
    external_ref: { id: number, type: 'contract' },
    entity_payload: {
      attributes: { title: { text: oneLine(title) }, display_type: 'Contract', display_id: number, product_name: 'Throughline' },
      custom_fields: fields,
      display_order: fields.map(({ key }) => key),
      ...(primary.length > 0 && { actions: { primary_actions: primary, ...(overflow.length > 0 && { overflow_actions: overflow }) } }),
    },
  }
}

type Field = Omit<EntityCustomField, 'key'>

const field = (label: string, value: string): Field => {
  const shown = clampSaying(neutral(value).trim(), limits.section) || '–'
  return { label: oneLine(label), type: 'string', value: shown, ...(shown.length > 80 && { long: true }) }
}

const fieldsOf = (element: CardElement): Field[] => {
  if (element.type === 'group') return element.elements.flatMap(fieldsOf)
  if (element.type === 'facts') return element.facts.map(factField)
  return element.type === 'context' || element.type === 'text' ? [field('Also', element.text)] : []
}

const factField = ({ label, value, note }: Fact): Field => field(label, note === undefined ? value : `${value} (${note})`)

type Action = Omit<EntityActionButton, 'action_id'>

const actionsOf = (element: CardElement): Action[] => {
  if (element.type === 'group') return element.elements.flatMap(actionsOf)
  if (element.type === 'buttons') return element.buttons.filter(({ confirm }) => confirm === undefined).map(commandAction)
  const link = element.type === 'link' ? safeLink(element.link) : undefined
  return link ? [{ text: link.label, url: link.url }] : []
}

const commandAction = ({ label, command }: Button): Action => ({ text: oneLine(label), value: savedCommand(command) })
