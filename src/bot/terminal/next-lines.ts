// What can be typed next: buttons and forms as command lines.
import type { Button, Input } from '../card.ts'
import { neutral, oneLine } from '../display-text.ts'
import { wrapText } from '../wrap-text.ts'

/** One line when the commands speak for themselves, else a line for each with what it is for and what it would ask. */
export const buttonLines = (buttons: readonly Button[], width: number): string[] => {
  if (buttons.length === 0) return []
  if (buttons.every(speaksForItself))
    return packed(
      buttons.map((button) => oneLine(button.command)),
      width,
    )
  return [
    'Next:',
    ...buttons.map(({ label, command, confirm }) => `  ${oneLine(label)}: ${oneLine(command)}${confirm ? ` (${oneLine(confirm)})` : ''}`),
  ]
}

const speaksForItself = ({ label, command, confirm }: Button): boolean =>
  !confirm &&
  oneLine(label)
    .split(' ')
    .every((word) => command.toLowerCase().includes(word.toLowerCase()))

/** `Next: show C-142 · talk C-142`, broken between commands only, so that each can be copied. */
const packed = (commands: readonly string[], width: number): string[] => {
  const lines: string[] = []
  let current = 'Next: '
  for (const [index, command] of commands.entries()) {
    const piece = index === 0 ? command : ` · ${command}`
    if (index > 0 && current.length + piece.length > width) {
      lines.push(current)
      current = `      ${command}`
    } else current += piece
  }
  return [...lines, current]
}

export const formLines = (inputs: readonly Input[], submit: Button, width: number): string[] => [
  ...inputLines(inputs, width),
  `${oneLine(submit.label)}: ${[oneLine(submit.command), ...inputs.map(blank)].join(' ')}`,
]

export const inputLines = (inputs: readonly Input[], width: number): string[] =>
  inputs.flatMap((input) => wrapText(`${input.name}: ${explain(input)}`, width - 2).map((line) => `  ${line}`))

const explain = (input: Input): string => {
  const kind = input.type === 'choice' ? `, one of ${input.choices.map(({ label, value }) => choiceWords(label, value)).join('; ')}` : ''
  const now = input.value === undefined ? '' : `, now ${neutral(input.value)}`
  return `${oneLine(input.label)}${kind}${now}${input.required ? ', required' : ''}`
}

const choiceWords = (label: string, value: string): string =>
  oneLine(label) === oneLine(value) ? oneLine(value) : `${oneLine(value)} (${oneLine(label)})`

const blanks: Record<Input['type'], string> = { text: '"..."', choice: '...', date: '2027-12-31', contract: 'C-...' }

const blank = (input: Input): string => `${input.name}:${blanks[input.type]}`
