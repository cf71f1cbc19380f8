// Buttons for Slack: the value is the saved command line, the action id says what a press does with it.
import type { ActionsBlock, Button as SlackButton } from '@slack/types'
import { z } from 'zod'
import type { Button, Input } from '../card.ts'
import { neutral, oneLine } from '../display-text.ts'
import { longestCommand, savedCommand } from '../saved-command.ts'
import { limits, plain } from './limits.ts'

/** `command:n` sends the command, `form:n` opens the form of the command; n tells the buttons of one block apart. */
export const button = (pressed: Button, index = 0): SlackButton => ({
  type: 'button',
  action_id: `command:${index}`,
  text: plain(oneLine(pressed.label), limits.buttonText),
  value: savedCommand(pressed.command),
  ...(pressed.style && { style: pressed.style }),
  ...(pressed.confirm !== undefined && { confirm: confirmation(pressed) }),
})

const confirmation = (pressed: Button) => ({
  title: plain(oneLine(pressed.label), limits.confirmTitle),
  text: plain(neutral(pressed.confirm ?? '').trim() || 'Are you sure?', limits.confirmText),
  confirm: plain(oneLine(pressed.label), limits.confirmButton),
  deny: plain('Cancel', limits.confirmButton),
})

export const actions = (buttons: readonly Button[]): ActionsBlock[] =>
  Array.from({ length: Math.ceil(buttons.length / limits.actions) }, (_, block) => ({
    type: 'actions',
    elements: buttons.slice(block * limits.actions, (block + 1) * limits.actions).map((each, index) => button(each, index)),
  }))

/**
 * The button behind which a form opens carries the whole form, because a message takes no inputs. One that is too long for that sends the
 * command as it is, and the refusal says what is to be typed.
 */
export const formButton = (submit: Button, inputs: readonly Input[]): SlackButton => {
  const value = JSON.stringify({ command: submit.command, submit: submit.label, inputs })
  return value.length > longestCommand ? button(submit) : { ...button(submit), action_id: 'form:0', value }
}

const Form = z.object({
  command: z.string(),
  submit: z.string(),
  inputs: z.array(z.custom<Input>((input) => typeof input === 'object' && input !== null)),
})

/** The form behind such a button; undefined when it is none of ours. */
export const formIn = (value: string | null | undefined): z.infer<typeof Form> | undefined => {
  try {
    return Form.parse(JSON.parse(value ?? ''))
  } catch {
    return undefined
  }
}
