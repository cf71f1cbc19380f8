// Which command a line names: noun and verb, a verb alone, or nothing that we know.
import { Refusal } from '../contracts/refusal.ts'
import type { AnyCommand } from './command.ts'
import { nearest } from './nearest.ts'
import type { Parsed } from './parse.ts'
import { shortName } from './usage.ts'
import { writeLine } from './write-line.ts'

export type Named = { command: AnyCommand; parsed: Parsed }

const halves = (name: string): { noun: string | undefined; verb: string } => {
  const [first = '', second] = name.split(' ')
  return second === undefined ? { noun: undefined, verb: first } : { noun: first, verb: second }
}

export const nounsOf = (commands: readonly AnyCommand[]): string[] => [
  ...new Set(commands.filter((command) => !command.hidden).flatMap(({ name }) => halves(name).noun ?? [])),
]

/** `contract show`, `show`, `/show`, `contract talk ...`; a noun alone asks for help on it. Undefined: no such command. */
export const findCommand = (commands: readonly AnyCommand[], parsed: Parsed): Named | undefined => {
  const [first = '', second = ''] = parsed.words.slice(0, 2).map((word) => (word.quoted ? '' : word.text.toLowerCase().replace(/^\//, '')))
  const called = (name: string) => commands.find((command) => command.name === name)
  const rest = (count: number): Parsed => ({ ...parsed, words: parsed.words.slice(count) })
  const both = called(`${first} ${second}`)
  if (both) return withLastWord({ command: both, parsed: rest(2) })
  const alone = called(first) ?? called(`contract ${first}`) ?? onlyOneWith(commands, first)
  if (alone) return withLastWord({ command: alone, parsed: rest(1) })
  if (first === 'contract' && second !== '') return findCommand(commands, rest(1))
  const help = called('help')
  return help && nounsOf(commands).includes(first) && parsed.words.length === 1 ? { command: help, parsed } : undefined
}

/** `show C-142 family` is `show C-142 --family`; in quotes it is the name of a contract. */
const withLastWord = ({ command, parsed }: Named): Named => {
  const last = parsed.words.at(-1)
  const asked = command.lastWords?.find((word) => last?.text.toLowerCase() === word)
  if (!asked || last?.quoted) return { command, parsed }
  return { command, parsed: { ...parsed, words: parsed.words.slice(0, -1), flags: [...parsed.flags, asked] } }
}

const onlyOneWith = (commands: readonly AnyCommand[], verb: string): AnyCommand | undefined => {
  const having = commands.filter(({ name }) => halves(name).verb === verb)
  return having.length === 1 ? having[0] : undefined
}

/** An unknown verb, or one that several nouns have: the nearest ones as choices, each the same line with that verb. */
export const unknownCommand = (commands: readonly AnyCommand[], parsed: Parsed): Refusal => {
  const open = commands.filter((command) => !command.hidden)
  const typed = parsed.words[0]?.text
  if (typed === undefined) return verbMissing()
  const ofNouns = open.filter(({ name }) => halves(name).verb === typed.toLowerCase()).map(shortName)
  const near = ofNouns.length > 0 ? ofNouns : nearest(typed, open.map(shortName), 3)
  const best = open.find((command) => shortName(command) === near[0])
  const line = (name: string) => writeLine({ ...parsed, words: [...asWords(name), ...parsed.words.slice(1)] })
  return new Refusal('invalid', `I don't know "${typed.slice(0, 60)}".${best ? ` Did you mean "${near[0]}"?` : ''}`, {
    next: best ? `For example: ${best.examples[0]}` : 'See what there is: help',
    choices: near.length > 0 ? near.map((name) => ({ label: line(name), command: line(name) })) : [{ label: 'Help', command: 'help' }],
  })
}

const verbMissing = (): Refusal =>
  new Refusal('invalid', 'A line begins with what to do.', {
    next: 'For example: find type:msa',
    choices: [{ label: 'Help', command: 'help' }],
  })

export const asWords = (name: string): Parsed['words'] => name.split(' ').map((text) => ({ text, quoted: false }))
