// Forms for Teams: inputs stand in the card itself, and the submit button sends them beside the command.
import type { Input as Asked, Button } from '../card.ts'
import { execute } from './actions.ts'
import type { Execute, Input } from './card-json.ts'
import { label, title } from './literal.ts'

const longestChoice = 100

/** What the button itself sends: an input of that name would overwrite it. */
const taken = new Set(['command', 'nonce'])

export const formInputs = (inputs: readonly Asked[]): Input[] => inputs.map(input)

/** The button that sends what was filled in. */
export const formSubmit = (submit: Button, nonce: string): Execute => execute(submit, nonce, 'all')

const input = (asked: Asked): Input => {
  switch (asked.type) {
    case 'text':
      return {
        type: 'Input.Text',
        ...askedFor(asked),
        ...(asked.multiline && { isMultiline: true as const }),
        ...(asked.placeholder !== undefined && { placeholder: label(asked.placeholder, ' ') }),
      }
    case 'choice':
      return { type: 'Input.ChoiceSet', ...askedFor(asked), style: 'compact', choices: asked.choices.map(choice) }
    case 'date':
      return { type: 'Input.Date', ...askedFor(asked) }
    case 'contract':
      return {
        type: 'Input.ChoiceSet',
        ...askedFor(asked),
        style: 'filtered',
        placeholder: 'Type part of a name or number',
        choices: asked.value === undefined ? [] : [choice({ label: asked.value, value: asked.value })],
        'choices.data': { type: 'Data.Query', dataset: 'contracts' },
      }
  }
  return asked satisfies never
}

const askedFor = (asked: Asked) => {
  if (taken.has(asked.name)) throw new Error(`An input may not be called ${asked.name}: the button sends that itself.`)
  const shown = label(asked.label)
  return {
    id: asked.name,
    label: shown,
    ...(asked.required && { isRequired: true as const, errorMessage: `Please fill in: ${shown}` }),
    ...(asked.value !== undefined && { value: asked.value }),
  }
}

const choice = (offered: { label: string; value: string }) => ({ title: title(offered.label, longestChoice), value: offered.value })
