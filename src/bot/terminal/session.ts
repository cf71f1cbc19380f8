// A session in the terminal: line after line, where a number presses that key of the last answer, so that a review goes by one key each.
import type { Answer } from '../answer.ts'
import type { Card } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { writePair } from '../write-line.ts'
import { type Key, keyLines, keysOf } from './keys.ts'

type Pressed = { number: number; key: Key | undefined; words: string }

const pressed = (typed: string, last: Card | undefined): Pressed | undefined => {
  const [, number, words = ''] = /^(\d{1,3})(?:\s+(.+))?$/.exec(typed.trim()) ?? []
  return last === undefined || number === undefined ? undefined : { number: Number(number), key: keysOf(last)[Number(number) - 1], words }
}

/** The line that was meant: a number is the command of that key, and words behind it are added to it; all else is as typed. */
export const lineMeant = (typed: string, last: Card | undefined): string => {
  const { key, words } = pressed(typed, last) ?? { key: undefined, words: '' }
  if (!key) return typed
  if (!key.input) return [key.command, words].filter(Boolean).join(' ')
  return `${key.command} ${writePair({ key: key.input.name, comparison: ':', value: words })}`
}

/** What is said instead of asking, where a number presses nothing by itself. */
const unpressed = ({ number, key, words }: Pressed, last: Card): string | undefined => {
  if (key?.input && words === '') return `Write it behind the number: ${number} ${oneLine(key.input.value ?? '...')}`
  if (key) return undefined
  const { length } = keysOf(last)
  return length === 0
    ? `There is no key ${number}: the last answer has none.`
    : `There is no key ${number}: the last answer has ${length === 1 ? '1' : `1 to ${length}`}.`
}

export type SessionOptions = {
  lines: AsyncIterable<string>
  /** Asks one line, shows the answer with its keys, and gives it back. */
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
    const press = pressed(line, last)
    const instead = press && last && (unpressed(press, last) ?? questionOf(press, questioned, line))
    questioned = ''
    if (instead !== undefined) {
      if (press?.key?.confirm !== undefined) questioned = line
      write(`${instead}\n`)
      continue
    }
    const { card, refusal } = await ask(lineMeant(line, last))
    const isKept = press?.key && refusal && keysOf(card).length === 0
    write(isKept && last ? `\nAs before: ${keyLines(keysOf(last), 1, width).join('\n')}\n` : '')
    last = isKept ? last : card
  }
}

const questionOf = ({ key }: Pressed, questioned: string, line: string): string | undefined =>
  key?.confirm === undefined || questioned === line
    ? undefined
    : `${oneLine(key.confirm)} Type ${line} again to go on, anything else to leave it.`
