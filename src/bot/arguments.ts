// Arguments: the words, pairs, flags and form fields of one command, bound to the names it declares and checked by its schema.
import { Refusal } from '../contracts/refusal.ts'
import { issueSentence } from './argument-issue.ts'
import { choicesOf, formOf, isList, isYesNo } from './argument-types.ts'
import type { AnyCommand } from './command.ts'
import { nearest } from './nearest.ts'
import type { Pair } from './pair.ts'
import { type Parsed, placeOf, type Word } from './parse.ts'
import { schemaOf, shortName, usageHint, usageOf } from './usage.ts'

export type Bound = {
  command: AnyCommand
  /** What is left when the verb and the contract are taken away. */
  parsed: Parsed
  /** What a form filled in, which counts where the words say nothing. */
  fields: Record<string, string>
  today: string
  /** The whole line with other words, for buttons. */
  again: (parsed: Parsed) => string
}

/** The arguments as the command's `run` takes them; refuses with one sentence for each argument that is wrong. */
export const bindArguments = (bound: Bound): Record<string, unknown> => {
  const typed = typedArguments(bound)
  const given = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, readValue(bound, key, value)]))
  const result = bound.command.args.safeParse(given)
  if (result.success) return result.data
  const missing = result.error.issues.map(({ path }) => String(path[0])).filter((key) => typed[key] === undefined)
  if (missing.length > 0) throw missingRefusal(bound.command, missing)
  const sentences = result.error.issues.map((issue) => issueSentence(issue, typed[String(issue.path[0])]))
  throw new Refusal('invalid', [...new Set(sentences)].join(' '), { next: usageHint(bound.command) })
}

type Typed = Record<string, string | string[] | Pair[] | undefined>

const typedArguments = (bound: Bound): Typed => {
  const typed: Typed = positionalArguments(bound)
  const { shape } = bound.command.args
  const others: Pair[] = []
  for (const pair of [...bound.parsed.pairs, ...bound.parsed.flags.map(asPair)]) {
    const key = keyNamed(bound.command, pair.key)
    if (key === undefined && 'pairs' in shape) others.push(pair)
    else if (key === undefined) throw unknownKey(bound, pair)
    else typed[key] = together(bound.command, key, typed[key], pair)
  }
  for (const [name, value] of Object.entries(bound.fields)) {
    const key = keyNamed(bound.command, name)
    if (key !== undefined && typed[key] === undefined && value.trim() !== '')
      typed[key] = isList(schemaOf(bound.command, key)) ? [value] : value
  }
  return others.length > 0 ? { ...typed, pairs: others } : typed
}

const asPair = (flag: string): Pair => ({ key: flag, comparison: ':', value: 'yes' })

/** The last positional takes all the words that are left, as one text. */
const positionalArguments = (bound: Bound): Typed => {
  const { command, parsed } = bound
  const { words } = parsed
  const { positional = [] } = command
  const typed: Typed = {}
  positional.forEach((key, index) => {
    const taken = index === positional.length - 1 ? words.slice(index) : words.slice(index, index + 1)
    if (taken.length > 0) typed[key] = joinWords(taken)
  })
  const [extra] = positional.length === 0 ? words : []
  if (extra) throw uselessWord(bound, extra)
  return typed
}

/** `value=EUR 250k`: what stands behind a value without quotes was probably meant to belong to it. */
const uselessWord = ({ command, parsed, again }: Bound, extra: Word): Refusal => {
  const place = placeOf(extra) ?? 0
  const pair = parsed.pairs.findLast((one) => (placeOf(one) ?? Infinity) < place)
  const message = `${shortName(command)} has no use for "${extra.text}".`
  if (!pair) return new Refusal('invalid', message, { next: usageHint(command) })
  const next = parsed.pairs[parsed.pairs.indexOf(pair) + 1]
  const until = next ? (placeOf(next) ?? place) : Infinity
  const belongs = (word: Word) => word === extra || ((placeOf(word) ?? 0) > place && (placeOf(word) ?? 0) < until)
  const value = [pair.value, joinWords(parsed.words.filter(belongs))].join(' ')
  const meant = { ...pair, value }
  const corrected = {
    ...parsed,
    words: parsed.words.filter((word) => !belongs(word)),
    pairs: parsed.pairs.map((one) => (one === pair ? meant : one)),
  }
  const written = `${pair.key}${pair.comparison}"${value}"`
  return new Refusal('invalid', message, {
    next: `A value of several words goes in quotes: ${written}`,
    choices: [{ label: written, command: again(corrected) }],
  })
}

/** Words as one text; the lines of a note stay lines. */
export const joinWords = (words: readonly Word[]): string =>
  words.map((word, index) => (index === 0 ? '' : word.newLine ? '\n' : ' ') + word.text).join('')

/** `expiration-date`, `expirationdate` and `expirationDate` are one name. */
const keyNamed = (command: AnyCommand, typed: string): string | undefined =>
  Object.keys(command.args.shape).find((key) => key !== 'pairs' && fold(key) === fold(typed))
const fold = (key: string): string => key.toLowerCase().replace(/[-_]/g, '')

const together = (command: AnyCommand, key: string, before: Typed[string], { comparison, value }: Pair): string | string[] => {
  if (comparison !== ':' && comparison !== '=') {
    throw new Refusal('invalid', `"${key}" takes one value: write ${key}:${value}, not ${key}${comparison}${value}.`, {
      next: usageHint(command),
    })
  }
  if (isList(schemaOf(command, key))) return [...((before as string[] | undefined) ?? []), value]
  if (before !== undefined) throw new Refusal('invalid', `"${key}" is given twice: "${before}" and "${value}".`, { next: 'Give it once.' })
  return value
}

const readValue = ({ command, today }: Bound, key: string, value: Typed[string]): unknown => {
  const schema = schemaOf(command, key)
  if (typeof value !== 'string') return value
  if (isYesNo(schema)) return value.toLowerCase()
  const choices = choicesOf(schema)
  if (choices.length > 0) return choices.find((choice) => fold(choice) === fold(value)) ?? value
  return formOf(schema)?.read(value, { today }) ?? value
}

const unknownKey = ({ command, parsed, again }: Bound, pair: Pair): Refusal => {
  const keys = Object.keys(command.args.shape).filter((key) => key !== 'pairs')
  const [near] = nearest(pair.key, keys)
  const corrected = { ...parsed, pairs: parsed.pairs.map((one) => (one === pair && near ? { ...one, key: near } : one)) }
  const isFlag = parsed.flags.includes(pair.key)
  const typed = isFlag ? `--${pair.key}` : `${pair.key}${pair.comparison}`
  return new Refusal('invalid', `${shortName(command)} has no "${typed}".${near ? ` Did you mean "${near}:"?` : ''}`, {
    next: `${usageHint(command)} Words that belong to a text go in quotes.`,
    choices: near && !isFlag ? [{ label: `${near}:${pair.value}`, command: again(corrected) }] : [],
  })
}

const missingRefusal = (command: AnyCommand, missing: string[]): Refusal =>
  new Refusal('invalid', `${shortName(command)} needs ${missing.map((key) => `<${key}>`).join(' and ')}.`, {
    next: `Usage: ${usageOf(command)}. For example: ${command.examples[0]}`,
  })
