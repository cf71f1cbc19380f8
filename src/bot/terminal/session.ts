// A session in the terminal: line after line, where a number presses that button of the last answer, so that a review goes by one key each.
import type { Button, Card } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { wrapText } from '../wrap-text.ts'

/** The buttons of a card in reading order. */
const buttonsOf = ({ elements }: Card): Button[] => elements.flatMap((element) => (element.type === 'buttons' ? element.buttons : []))

/** The line that was meant: a number is the command of that button, and words behind it are added to it; all else is as typed. */
export const lineMeant = (typed: string, last: Card | undefined): string => {
  const [, number = '', words = ''] = /^(\d{1,3})(?:\s+(.+))?$/.exec(typed.trim()) ?? []
  const button = last && buttonsOf(last)[Number(number) - 1]
  return number !== '' && button ? [button.command, words].filter(Boolean).join(' ') : typed
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
  /** Asks one line, shows the answer, and gives its card back. */
  ask(line: string): Promise<Card>
  write(text: string): void
  width: number
}

/** Until the lines end, or one says `exit`. */
export const runSession = async ({ lines, ask, write, width }: SessionOptions): Promise<void> => {
  let last: Card | undefined
  for await (const typed of lines) {
    if (/^\s*(exit|quit)\s*$/i.test(typed)) return
    if (typed.trim() === '') continue
    last = await ask(lineMeant(typed, last))
    const keys = keyLine(last, width)
    write(keys === '' ? '' : `\nKeys: ${keys}\n`)
  }
}
