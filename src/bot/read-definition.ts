// A field definition as people type it: what `field add` and `field set` shall change, read by the type of the field.
import { z } from 'zod'
import { ContractType } from '../contracts/contract.ts'
import { changed, type DefinitionChange } from '../contracts/definition-change.ts'
import { type FieldDefinition, fieldTypes } from '../contracts/field-definition.ts'
import { foldFieldName, isFieldOf } from '../contracts/fields.ts'
import { canonicalJson, type Json } from '../contracts/record/canonical-json.ts'
import { Refusal } from '../contracts/refusal.ts'
import { type FieldSurroundings, parseFieldValue } from './field-values.ts'
import { nearest } from './nearest.ts'
import { readNumber, readPercent } from './parse-number.ts'

/** The arguments that both commands take, as they are typed. */
export const definitionArguments = {
  label: z.string().trim().min(1).max(60).optional(),
  choices: z.string().max(3000).optional(),
  unit: z.string().max(30).optional(),
  least: z.string().max(40).optional(),
  most: z.string().max(40).optional(),
  standard: z.string().max(3000).optional(),
  for: z.string().max(200).optional(),
  audience: z.enum(['internal', 'shared']).optional(),
  aliases: z.string().max(400).optional(),
}
export type DefinitionArguments = Partial<Record<keyof typeof definitionArguments, string | undefined>>

export const FieldTypeArgument = z.enum(fieldTypes)

/** Only what differs from the definition as it is; `none` takes an attribute away. The standard is read last, by all the rest. */
export const readDefinitionChange = async (
  typed: DefinitionArguments,
  definition: FieldDefinition,
  around: FieldSurroundings,
): Promise<DefinitionChange> => {
  const { label, choices, unit, audience, aliases } = typed
  const change: DefinitionChange = {
    ...(label !== undefined && { label }),
    ...(choices !== undefined && { choices: orNull(choices, readList(choices, definition.choices ?? [], toChoice)) }),
    ...(unit !== undefined && { unit: isNone(unit) ? null : unit }),
    ...readLimits(typed, definition),
    ...(typed.for !== undefined && { contractTypes: readTypes(typed.for, definition) }),
    ...(audience !== undefined && { audience: audience as 'internal' | 'shared' }),
    ...(aliases !== undefined && { aliases: isNone(aliases) ? [] : readList(aliases, definition.aliases, foldFieldName) }),
  }
  if (typed.standard !== undefined) {
    const { standard: _former, ...rest } = changed(definition, change)
    change.standard = isNone(typed.standard) ? null : await parseFieldValue(rest, typed.standard, around)
  }
  return newsOf(definition, change)
}

const newsOf = (definition: FieldDefinition, change: DefinitionChange): DefinitionChange => {
  const spelled = (value: unknown) => canonicalJson((value ?? null) as Json)
  const entries = Object.entries(change).filter(
    ([attribute, value]) => spelled(value) !== spelled(definition[attribute as keyof FieldDefinition]),
  )
  return Object.fromEntries(entries)
}

const isNone = (typed: string): boolean => typed.trim().toLowerCase() === 'none'
const orNull = (typed: string, list: string[]): string[] | null => (isNone(typed) || list.length === 0 ? null : list)

/** In kebab-case, as choices are kept: `Asia Pacific` is `asia-pacific`. */
const toChoice = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const mostItems = 100

/** `eu, us` is the whole list; `+apac -us` changes it. */
const readList = (typed: string, current: readonly string[], read: (item: string) => string): string[] => {
  const items = typed
    .split(/[,;]|\s+(?=[+-])/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  const signed = items.filter((item) => /^[+-]/.test(item))
  if (signed.length > 0 && signed.length < items.length)
    throw new Refusal('invalid', `"${typed}" is half a list and half a change of one.`, {
      next: 'Write the whole list, or each with + or -.',
    })
  const removed = new Set(signed.filter((item) => item.startsWith('-')).map((item) => read(item.slice(1))))
  const added = items.filter((item) => !item.startsWith('-')).map((item) => read(item.replace(/^\+/, '')))
  const kept = signed.length > 0 ? current.filter((item) => !removed.has(item)) : []
  const list = [...new Set([...kept, ...added])].filter((item) => item !== '')
  if (list.length <= mostItems) return list
  throw new Refusal('invalid', `${list.length} are too many; at most ${mostItems} fit.`, {
    next: 'Let the field hold text instead: type:text',
  })
}

const readTypes = (typed: string, definition: FieldDefinition): ContractType[] => {
  if (/^(all|any|every|everything)$/i.test(typed.trim())) return []
  const everyType = definition.contractTypes.length === 0 ? ContractType.options : definition.contractTypes
  const types = readList(typed, everyType, readType) as ContractType[]
  if (types.length > 0) return types.length === ContractType.options.length ? [] : types
  throw new Refusal('invalid', `${definition.label} would be a field of no contract.`, {
    next: `To put it away: field retire ${definition.key}`,
  })
}

const readType = (typed: string): string => {
  const type = ContractType.options.find((one) => foldFieldName(one) === foldFieldName(typed))
  if (type) return type
  const [near] = nearest(typed, ContractType.options)
  throw new Refusal('invalid', `There is no contract type "${typed}".${near ? ` Did you mean ${near}?` : ''}`, {
    next: `Types: ${ContractType.options.join(', ')}, or all`,
  })
}

const readLimits = (typed: DefinitionArguments, { type, unit }: FieldDefinition): Pick<DefinitionChange, 'least' | 'most'> => {
  const limit = (name: 'least' | 'most') => {
    const given = typed[name]
    if (given === undefined) return {}
    if (isNone(given)) return { [name]: null }
    const value = type === 'percent' ? readPercent(given) : readNumber(given, unit)
    if (value !== undefined) return { [name]: value }
    throw new Refusal('invalid', `"${name}" can't be "${given}".`, { next: `Write a number: ${name}:10, or ${name}:none` })
  }
  return { ...limit('least'), ...limit('most') }
}

/** Fields of a contract type, or those whose names hold every word. */
export const fieldsMatching = (
  definitions: readonly FieldDefinition[],
  words: string,
  type: ContractType | undefined,
): FieldDefinition[] => {
  const wanted = words.split(/\s+/).map(foldFieldName)
  return definitions.filter((definition) => {
    const names = [definition.key, definition.label, definition.type, ...definition.aliases].map(foldFieldName)
    return isFieldOf(definition, type) && wanted.every((word) => names.some((name) => name.includes(word)))
  })
}
