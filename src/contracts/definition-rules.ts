// What a field definition may be: names that nobody else has, limits that fit its type, and core fields that stay what they are.
import { wordsOf } from './company-name.ts'
import { isCoreKey } from './contract.ts'
import type { DefinitionChange } from './definition-change.ts'
import type { FieldDefinition, FieldType } from './field-definition.ts'
import type { FieldValue } from './field-value.ts'
import { foldFieldName } from './fields.ts'
import { Refusal } from './refusal.ts'

const invalid = (message: string, next: string): Refusal => new Refusal('invalid', message, { next })

/** Words that commands take for something else, so that no field can be reached by them. */
const reserved = new Set(
  'after all audience before confirm contract csv for format from key none on or owner reason reminders share sort source standard was words xlsx'
    .split(' ')
    .filter((word) => !isCoreKey(word)),
)

/** What is said of every contract by the program itself can be called otherwise, and have a standard; nothing else. */
const changeableInCore = new Set<keyof DefinitionChange>(['label', 'aliases', 'standard'])

export const refuseCoreChange = ({ key, label }: FieldDefinition, change: DefinitionChange): void => {
  const [fixed] = (Object.keys(change) as (keyof DefinitionChange)[]).filter((attribute) => !changeableInCore.has(attribute))
  if (!isCoreKey(key) || fixed === undefined) return
  throw invalid(
    `${label} is a field of every contract: its ${attributeNames[fixed]} can't be changed.`,
    'Its label, aliases and standard can.',
  )
}

export const attributeNames: Record<keyof DefinitionChange, string> = {
  label: 'label',
  type: 'type',
  unit: 'unit',
  choices: 'choices',
  least: 'least value',
  most: 'most value',
  standard: 'standard value',
  contractTypes: 'contract types',
  audience: 'audience',
  aliases: 'aliases',
  retired: 'state',
}

/** @throws Refusal for a definition that could not be typed, read or held to */
export const refuseBadDefinition = (definition: FieldDefinition, all: readonly FieldDefinition[]): void => {
  refuseTakenNames(
    definition,
    all.filter(({ key }) => key !== definition.key),
  )
  refuseUnfit(definition, 'choices', ['choice', 'several'])
  refuseUnfit(definition, 'unit', ['number', 'duration'])
  refuseUnfit(definition, 'least', ['number', 'percent'])
  refuseUnfit(definition, 'most', ['number', 'percent'])
  const { type, choices, least, most, unit, standard } = definition
  if (type === 'choice' && (choices ?? []).length === 0) throw invalid('A choice needs its choices.', 'Name them: choices:"eu,us"')
  if (type === 'duration' && unit !== undefined && !durationWords.has(unit))
    throw invalid(`A duration is not counted in ${unit}.`, `One of: ${[...durationWords].join(', ')}`)
  if (least !== undefined && most !== undefined && least > most)
    throw invalid(`The least value (${least}) is above the most (${most}).`, 'Turn the two round.')
  if (standard !== undefined && !isAllowed(definition, standard))
    throw invalid(
      `The standard of ${definition.label} would not be allowed any more.`,
      'Give another one as well: standard:..., or standard:none',
    )
}

const durationWords = new Set(['hours', 'days', 'weeks', 'months', 'years'])

const refuseUnfit = (definition: FieldDefinition, attribute: 'choices' | 'unit' | 'least' | 'most', types: readonly FieldType[]): void => {
  if (definition[attribute] === undefined || types.includes(definition.type)) return
  throw invalid(`A field of type ${definition.type} has no ${attributeNames[attribute]}.`, `Only of type ${types.join(' or ')}.`)
}

/** Whether a value is one of the choices and within the limits. */
export const isAllowed = ({ choices, least, most }: FieldDefinition, value: FieldValue): boolean => {
  if (typeof value === 'number') return value >= (least ?? value) && value <= (most ?? value)
  const words = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  return choices === undefined || words.every((word) => choices.includes(word))
}

const namesOf = ({ key, label, aliases }: FieldDefinition): string[] => [key, label, ...aliases].map(foldFieldName)

const refuseTakenNames = (definition: FieldDefinition, others: readonly FieldDefinition[]): void => {
  for (const name of namesOf(definition)) {
    const other = others.find((one) => namesOf(one).includes(name))
    if (other)
      throw invalid(
        `"${name}" is a name of the field ${other.label} (${other.key}).`,
        `See it: field show ${other.key}. Or choose another name.`,
      )
    if (reserved.has(name) && !isCoreKey(definition.key))
      throw invalid(`"${name}" means something else in commands.`, 'Choose another name.')
  }
}

/** `Data residency` is `dataResidency`. Undefined where no letters are left that a key may have. */
export const keyOfLabel = (label: string): string | undefined => {
  const words = wordsOf(label)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
  const key = words.map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join('')
  return /^[a-z][a-zA-Z0-9]{1,39}$/.test(key) ? key : undefined
}
