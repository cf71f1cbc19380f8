// A session in the terminal: line after line, where a number presses that button of the last answer, so that a review goes by one key each.
import type { Answer } from '../answer.ts'
import type { Button, Card } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { wrapText } from '../wrap-text.ts'

/** The buttons of a card in reading order. */
const buttonsOf = ({ elements }: Card): Button[] => elements.flatMap((element) => (element.type === 'buttons' ? element.buttons : []))

const pressed = (typed: string, last: Card | undefined): { button: Button | undefined; words: string } => {
  const [, number = '', words = ''] = /^(\d{1,3})(?:\s+(.+))?$/.exec(typed.trim()) ?? []
  return { button: last && number !== '' ? buttonsOf(last)[Number(number) - 1] : undefined, words }
}

/** The line that was meant: a number is the command of that button, and words behind it are added to it; all else is as typed. */
export const lineMeant = (typed: string, last: Card | undefined): string => {
  const { button, words } = pressed(typed, last)
  return button ? [button.command, words].filter(Boolean).join(' ') : typed
}

/** `1 Confirm · 2 Change · 3 Skip`; empty where nothing can be pressed. */
export const keyLine = (card: Card, width: number): string =>
  wrapText(
    buttonsOf(card)
      .map(({ label }, index) => `${index + 1} ${oneLine(label)}`)
      .join(' · '),
    width,
  ).join('\n')

export type SessionOptions = {
  lines: AsyncIterable<string>
  /** Asks one line, shows the answer, and gives it back. */
  ask(line: string): Promise<Pick<Answer, 'card' | 'refusal'>>
  write(text: string): void
  width: number
}

/**
 * Until the lines end, or one says `exit`. A button that asks before it acts is pressed twice; a pressed one that is refused, with no way
 * on of its own, leaves the keys of its card.
 */
export const runSession = async ({ lines, ask, write, width }: SessionOptions): Promise<void> => {
  let last: Card | undefined
  let questioned = ''
  for await (const typed of lines) {
    const line = typed.trim()
    if (/^(exit|quit)$/i.test(line)) return
    if (line === '') continue
    const { button } = pressed(typed, last)
    const question = button?.confirm
    if (question !== undefined && questioned !== line) {
      write(`${oneLine(question)} Type ${line} again to go on, anything else to leave it.\n`)
      questioned = line
      continue
    }
    questioned = ''
    const { card, refusal } = await ask(lineMeant(typed, last))
    last = button && refusal && buttonsOf(card).length === 0 ? last : card
    const keys = last === undefined ? '' : keyLine(last, width)
    write(keys === '' ? '' : `\nKeys: ${keys}\n`)
  }
}
