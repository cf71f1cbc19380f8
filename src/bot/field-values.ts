// Values of fields as people type them, turned into what the record keeps by the field's definition, or refused with what is allowed.
import type { FieldDefinition, FieldType } from '../contracts/field-definition.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import { foldFieldName, perpetual, showChoice, showFieldValue } from '../contracts/fields.ts'
import { parseMoney } from '../contracts/money.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import { parseDay } from './dates.ts'
import { nearest } from './nearest.ts'
import { readDuration, readNumber, readPercent } from './parse-number.ts'
import { personNamed } from './person-named.ts'

export type FieldSurroundings = { store: Store; today: string }

/** The value that was meant; a bad one is refused with what is allowed, and nothing is recorded. */
export const parseFieldValue = async (definition: FieldDefinition, typed: string, around: FieldSurroundings): Promise<FieldValue> => {
  const text = typed.trim()
  if (text === '') throw new Refusal('invalid', `${definition.label} can't be empty.`, { next: `Give the words: ${definition.key}="..."` })
  return parsers[definition.type](definition, text, around)
}

type Parser = (definition: FieldDefinition, typed: string, around: FieldSurroundings) => FieldValue | Promise<FieldValue>

const mostLetters = 300
const mostClauseLetters = 20_000

const lineOfText = ({ key, label }: FieldDefinition, typed: string, most = mostLetters): string => {
  if (typed.length > most)
    throw new Refusal('invalid', `${label} is ${typed.length} characters long; at most ${most} fit.`, { next: 'Give fewer words.' })
  return key === 'team' ? typed.toLowerCase() : typed
}

const parseChoice = ({ label, choices = [] }: FieldDefinition, typed: string): string => {
  const value = choices.find((choice) => foldFieldName(choice) === foldFieldName(typed))
  if (value !== undefined) return value
  const [near] = nearest(typed, choices)
  throw new Refusal('invalid', `${label} can't be "${typed}".${near ? ` Did you mean ${near}?` : ''}`, {
    next: `It is one of: ${choices.join(', ')}`,
  })
}

/** A semicolon separates; where there is none a comma does, but not in names of companies, which have them. */
const parseSeveral = (definition: FieldDefinition, typed: string): string[] => {
  const separator = typed.includes(';') || definition.key === 'parties' ? ';' : ','
  const named = typed
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
  if (named.length === 0)
    throw new Refusal('invalid', `${definition.label} can't be empty.`, { next: `Give the words: ${definition.key}="..."` })
  const choose = (one: string) => (definition.choices ? parseChoice(definition, one) : lineOfText(definition, one))
  return [...new Set(named.map(choose))]
}

const withinLimits = (definition: FieldDefinition, value: number): number => {
  const { label, least, most } = definition
  if (value >= (least ?? value) && value <= (most ?? value)) return value
  const show = (limit: number) => showFieldValue(definition, limit, String)
  const [low, high] = [least !== undefined && `at least ${show(least)}`, most !== undefined && `at most ${show(most)}`]
  throw new Refusal('invalid', `${label} can't be ${show(value)}.`, { next: `It is ${[low, high].filter(Boolean).join(' and ')}.` })
}

const examples: Partial<Record<FieldType, string>> = {
  number: '480, 1,200 or 10k',
  percent: '99.95, 99,95 % or 99.95 percent',
  duration: '90 days, 30 business days, 24h, 3 months or 1 year',
  'yes-no': 'yes or no',
}

/** Tries one reading; a text that is none is refused with writings that work. */
const orRefuse = <Value>({ label, type, unit }: FieldDefinition, typed: string, value: Value | undefined): Value => {
  if (value !== undefined) return value
  const counted = type === 'number' && unit !== undefined ? `, in ${unit}` : ''
  throw new Refusal('invalid', `${label} can't be "${typed}".`, { next: `Write it like this: ${examples[type]}${counted}.` })
}

const yesNo: Record<string, boolean> = { yes: true, y: true, true: true, no: false, n: false, false: false }
const endless = new Set([perpetual, 'evergreen', 'never', 'noend', 'indefinite'])
/** These have been; of the others a day without a year is the next one. */
const past = new Set(['agreementDate'])

/** Which year is meant of a day without one. */
export const leanOf = ({ key }: Pick<FieldDefinition, 'key'>): 'past' | 'future' => (past.has(key) ? 'past' : 'future')

const parseDate = ({ key, label }: FieldDefinition, typed: string, { today }: FieldSurroundings): string => {
  if (!endless.has(foldFieldName(typed))) return parseDay(typed, today, leanOf({ key }))
  if (key === 'expirationDate') return perpetual
  throw new Refusal('invalid', `${label} is a day; only Expires may be ${perpetual}.`, { next: 'Name one day: 2026-12-31, 31 Dec.' })
}

const parsers: Record<FieldType, Parser> = {
  text: (definition, typed) => lineOfText(definition, typed),
  clause: (definition, typed) => lineOfText(definition, typed, mostClauseLetters),
  choice: parseChoice,
  several: parseSeveral,
  number: (definition, typed) => withinLimits(definition, orRefuse(definition, typed, readNumber(typed, definition.unit))),
  percent: (definition, typed) => withinLimits(definition, orRefuse(definition, typed, readPercent(typed))),
  money: (_definition, typed) => parseMoney(typed),
  duration: (definition, typed) => orRefuse(definition, typed, readDuration(typed, definition.unit)),
  date: parseDate,
  person: async (_definition, typed, { store }) => (await personNamed(store, typed)).id,
  'yes-no': (definition, typed) => orRefuse(definition, typed, yesNo[typed.toLowerCase()]),
}

/** What a field may hold, in words: for lists and for refusals. */
export const allowedWords = (definition: FieldDefinition): string => {
  const { type, unit, choices, least, most } = definition
  const show = (limit: number) => showFieldValue(definition, limit, String)
  const [from, to] = [least === undefined ? '' : show(least), most === undefined ? '' : show(most)]
  const limits = from && to ? `, ${from} to ${to}` : from ? `, at least ${from}` : to ? `, at most ${to}` : ''
  const kind = { choice: 'one of', several: choices ? 'any of' : 'several', 'yes-no': 'yes or no', clause: 'clause text' } as Partial<
    Record<FieldType, string>
  >
  const words = `${kind[type] ?? type}${choices ? ` ${choices.map(showChoice).join(', ')}` : ''}${limits}`
  return unit !== undefined && type === 'number' && limits === '' ? `${words} of ${unit}` : words
}
