// Buttons for Teams: each sends its saved command line; one that asks first opens a small card with the question.
import type { Button } from '../card.ts'
import { savedCommand } from '../saved-command.ts'
import type { Action, ActionSet, Execute } from './card-json.ts'
import { label, title, words } from './literal.ts'
import { rich, run } from './text.ts'

/** Teams shows six buttons side by side and hides the rest; the JavaScript renderer five. */
export const buttonsInARow = 5
/** Longer titles run out of a narrow card, so they end in an ellipsis and tell the rest when pointed at. */
export const longestTitle = 42

export const titled = (text: string) => {
  const whole = label(text)
  const shown = title(text, longestTitle)
  return { title: shown, ...(shown !== whole && { tooltip: whole }) }
}

const styles = { primary: 'positive', danger: 'destructive' } as const

/** Sends the command, with the inputs of the card only if `inputs` says so. */
export const execute = (button: Button, nonce: string, inputs: 'all' | 'none' = 'none'): Execute => ({
  type: 'Action.Execute',
  ...titled(button.label),
  verb: 'command',
  data: { command: savedCommand(button.command), nonce },
  ...(button.style && { style: styles[button.style] }),
  ...(inputs === 'none' && { associatedInputs: 'none' as const }),
})

export const action = (button: Button, nonce: string): Action =>
  button.confirm === undefined
    ? execute(button, nonce)
    : {
        type: 'Action.ShowCard',
        ...titled(button.label),
        ...(button.style && { style: styles[button.style] }),
        card: {
          type: 'AdaptiveCard',
          version: '1.5',
          body: [rich([run(words(button.confirm))])],
          actions: [execute({ ...button, label: `Yes, ${button.label}` }, nonce)],
        },
      }

export const actionSets = (buttons: readonly Button[], nonce: string): ActionSet[] =>
  Array.from({ length: Math.ceil(buttons.length / buttonsInARow) }, (_, row) => ({
    type: 'ActionSet',
    ...(row > 0 && { spacing: 'Small' as const }),
    actions: buttons.slice(row * buttonsInARow, (row + 1) * buttonsInARow).map((button) => action(button, nonce)),
  }))
