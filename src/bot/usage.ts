// Usage and help lines, derived from what a command declares.
import type { z } from 'zod'
import { choicesOf, formOf, isYesNo } from './argument-types.ts'
import type { AnyCommand } from './command.ts'

/** What people type to reach it: verbs of contracts, and verbs of no noun, stand alone. */
export const shortName = ({ name }: AnyCommand): string => name.replace(/^contract /, '')

/** Filled in by our own buttons, so nobody needs to know them. */
const ofButtons = new Set(['after', 'before', 'confirm', 'was'])

/** `show <contract> [on:<day>]` */
export const usageOf = (command: AnyCommand): string => {
  const { contract, positional = [], args } = command
  const about = { required: command.named ? '<contract>' : '[contract]', optional: '[contract]', none: '' }[contract]
  const named = Object.keys(args.shape).filter((key) => !positional.includes(key) && !ofButtons.has(key))
  const parts = [
    shortName(command),
    about,
    ...positional.map((key) => optional(schemaOf(command, key), placeholder(command, key, '<', '>'))),
    ...named.map((key) => usageOfNamed(command, key)),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

const usageOfNamed = (command: AnyCommand, key: string): string => {
  const schema = schemaOf(command, key)
  if (key === 'pairs') return '[field:value ...]'
  if (command.lastWords?.includes(key)) return `[${key}]`
  return optional(schema, isYesNo(schema) ? `--${key}` : `${key}:${placeholder(command, key, '<', '>')}`)
}

const placeholder = (command: AnyCommand, key: string, open: string, close: string): string => {
  const schema = schemaOf(command, key)
  const choices = choicesOf(schema)
  return choices.length > 0 ? choices.join('|') : `${open}${formOf(schema)?.placeholder ?? key}${close}`
}

const optional = (schema: z.ZodType, words: string): string => (schema.isOptional() ? `[${words.replace(/^<(.*)>$/, '$1')}]` : words)

export const schemaOf = (command: AnyCommand, key: string): z.ZodType => command.args.shape[key] as z.ZodType

/** What a refusal says next: how it is typed, and a line that works. */
export const usageHint = (command: AnyCommand): string => `Usage: ${usageOf(command)}. For example: ${command.examples[0]}`
