// Modals: a form made of a card's inputs, a card as it is shown in one, and the view that says that something is on its way.
// https://docs.slack.dev/reference/views/modal-views
import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import { z } from 'zod'
import type { Card, Input } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { plain, surfaces } from './limits.ts'
import { renderCard } from './render-card.ts'

export const limits = { title: 24, button: 24, label: 2000, placeholder: 150, option: 75, options: 100, text: 3000, error: 300 } as const

/** What a modal is about; it travels in the view. `command` empty: the line that is typed is what is asked. */
export const About = z.object({
  command: z.string(),
  title: z.string(),
  submit: z.string(),
  channel: z.string().optional(),
  root: z.string().optional(),
  message: z.string().optional(),
})
export type About = z.infer<typeof About>

export const aboutIn = (metadata: string | null | undefined): About | undefined => {
  try {
    return About.parse(JSON.parse(metadata ?? ''))
  } catch {
    return undefined
  }
}

/** `labels`: what a contract that is chosen already is called. `above`: said above the inputs. */
export type Form = { inputs: readonly Input[]; values?: Record<string, string>; labels?: Record<string, string>; above?: Card }

export const formView = (about: About, { inputs, values = {}, labels = {}, above }: Form): ModalView => ({
  ...frame(about),
  callback_id: 'form',
  submit: plain(oneLine(about.submit), limits.button),
  blocks: [
    ...(above ? renderCard(above, surfaces.view).blocks : []),
    ...inputs.map((input) => inputBlock(input, values[input.name] ?? input.value, labels)),
  ],
})

const frame = (about: About) => ({
  type: 'modal' as const,
  title: plain(oneLine(about.title), limits.title),
  close: plain('Close', limits.button),
  private_metadata: JSON.stringify(about),
})

export const cardView = (about: About, shown: Card): ModalView => ({
  ...frame(about),
  callback_id: 'shown',
  blocks: renderCard(shown, surfaces.view).blocks,
})

/** Opened at once, because the way to open one is closed after three seconds. */
export const waitingView = (about: About, words: string): ModalView => ({
  ...frame(about),
  callback_id: 'waiting',
  blocks: [{ type: 'section', text: plain(words, limits.text) }],
})

const inputBlock = (input: Input, value: string | undefined, labels: Record<string, string>): KnownBlock => ({
  type: 'input',
  block_id: input.name,
  label: plain(oneLine(input.label), limits.label),
  optional: input.required !== true,
  element: elementOf(input, value || undefined, labels[input.name]),
})

const elementOf = (
  input: Input,
  value: string | undefined,
  label: string | undefined,
): Extract<KnownBlock, { type: 'input' }>['element'] => {
  switch (input.type) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: limits.text,
        ...(input.multiline && { multiline: true }),
        ...(input.placeholder && { placeholder: plain(oneLine(input.placeholder), limits.placeholder) }),
        ...(value !== undefined && { initial_value: value.slice(0, limits.text) }),
      }
    case 'date':
      return { type: 'datepicker', action_id: 'value', ...(value !== undefined && { initial_date: value }) }
    case 'choice': {
      const options = input.choices.slice(0, limits.options).map((choice) => option(choice.label, choice.value))
      const initial = options.find((one) => one.value === value)
      return { type: 'static_select', action_id: 'value', options, ...(initial && { initial_option: initial }) }
    }
    case 'contract':
      return {
        type: 'external_select',
        action_id: 'contract',
        min_query_length: 1,
        placeholder: plain('Type part of a name or number', limits.placeholder),
        ...(value !== undefined && { initial_option: option(label ?? value, value) }),
      }
  }
  return input satisfies never
}

export const option = (label: string, value: string): PlainTextOption => ({
  text: plain(oneLine(label), limits.option),
  value: value.slice(0, limits.option),
})

const Chosen = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
})
export const State = z.looseObject({ values: z.record(z.string(), z.record(z.string(), Chosen)) })
type State = z.infer<typeof State>

/** What was filled in, by the names of the inputs. */
export const filledIn = ({ values }: State): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, elements]) => {
      const [one] = Object.values(elements)
      return [name, one?.value ?? one?.selected_date ?? one?.selected_option?.value ?? '']
    }),
  )

const InputBlock = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  label: z.looseObject({ text: z.string() }).optional(),
  element: z.looseObject({ type: z.string() }),
})

/** What the inputs of a view are called, by their names. */
export const labelsIn = (blocks: readonly unknown[]): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      const { data: input } = InputBlock.safeParse(block)
      return input?.label ? [[input.block_id, input.label.text]] : []
    }),
  )

/** The same form with everything that was filled in, and what was wrong above it. */
export const formAgain = (about: About, blocks: readonly unknown[], state: State, above: Card): ModalView => ({
  ...frame(about),
  callback_id: 'form',
  submit: plain(oneLine(about.submit), limits.button),
  blocks: [...renderCard(above, surfaces.view).blocks, ...blocks.flatMap((block) => refilled(block, state))],
})

const refilled = (block: unknown, { values }: State): KnownBlock[] => {
  const input = InputBlock.safeParse(block)
  if (!input.success) return []
  const [chosen] = Object.values(values[input.data.block_id] ?? {})
  const initial = {
    ...(chosen?.value && { initial_value: chosen.value }),
    ...(chosen?.selected_date && { initial_date: chosen.selected_date }),
    ...(chosen?.selected_option && { initial_option: chosen.selected_option }),
  }
  // What stood there at first may have been taken out by hand.
  const { initial_value, initial_date, initial_option, ...bare } = input.data.element
  return [{ ...input.data, element: { ...bare, ...initial } } as unknown as KnownBlock]
}
