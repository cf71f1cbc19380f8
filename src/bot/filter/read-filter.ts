// A filter as people type it, `type:msa or (owner:me expires<90d)`, as a condition: the one grammar of searches, policies, digests and reports.
import { ratio } from 'fuzzball'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { fieldNamed, foldFieldName } from '../../contracts/fields.ts'
import { allOf, anyOf, type Condition, notOf } from '../../contracts/filter/condition.ts'
import { Refusal } from '../../contracts/refusal.ts'
import { nearest } from '../nearest.ts'
import type { Surroundings } from './operands.ts'
import { readTest } from './read-test.ts'
import { checkLength, type Syntax, syntaxOf } from './syntax.ts'
import { halfComparison, type PairToken, type Token, tokensOf, type WordToken } from './tokens.ts'

/** `pasted`: of what looked like a comparison but names no field, that it was read as words. */
export type ReadFilter = { condition: Condition; pasted: string[] }

/** Reads what was typed; a bad value, and a key that is nearly a field's, are refused with what is allowed. */
export const readFilter = async (typed: string, around: Surroundings): Promise<ReadFilter> => {
  checkLength(typed)
  const pasted: string[] = []
  const tokens = tokensOf(typed)
  refuseHalves(tokens, around.definitions)
  return { condition: await conditionOf(syntaxOf(tokens), around, pasted), pasted }
}

const conditionOf = async (syntax: Syntax, around: Surroundings, pasted: string[]): Promise<Condition> => {
  const each = (parts: readonly Syntax[]) => Promise.all(parts.map((part) => conditionOf(part, around, pasted)))
  if ('all' in syntax) return allOf(await each(syntax.all))
  if ('any' in syntax) return anyPart(await each(syntax.any))
  if ('not' in syntax) return notPart(await conditionOf(syntax.not, around, pasted))
  return syntax.type === 'word' ? wordsOf(syntax) : pairCondition(syntax, around, pasted)
}

/** `sla< 99.9` and `sla < 99.9`: half a comparison of a field, which nobody looks for as a word. */
const refuseHalves = (tokens: readonly Token[], definitions: readonly FieldDefinition[]): void =>
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    const [, beside = '', sign] = (isBareWord(token) && halfComparison.exec(token.text)) || []
    const key = beside || (isBareWord(before) ? before.text : '')
    if (sign === undefined || !fieldNamed(definitions, key)) return
    throw new Refusal('invalid', `"${key}${sign}" compares with nothing.`, {
      next: `A comparison has no spaces: ${key}${sign}value. Words to be found as they stand go in quotes.`,
    })
  })

const isBareWord = (token: Token | undefined): token is WordToken => token?.type === 'word' && !token.quoted

/** What asks for nothing, such as a dash alone, is left out. */
const asksNothing = (condition: Condition): boolean => 'all' in condition && condition.all.length === 0
const notPart = (condition: Condition): Condition => (asksNothing(condition) ? condition : notOf(condition))
const anyPart = (conditions: readonly Condition[]): Condition => {
  const asking = conditions.filter((one) => !asksNothing(one))
  return asking.length === 0 ? { all: [] } : anyOf(asking)
}

/** Dashes alone are punctuation, and nothing that anybody looks for. */
const wordsOf = ({ text }: Pick<WordToken, 'text'>): Condition => {
  const words = text.split(/\s+/).filter((word) => word !== '' && !/^-+$/.test(word))
  return words.length === 0 ? { all: [] } : { words }
}

/** One that is spelled like a field is a mistake to be told; any other was never meant as one: a name that holds a colon, as it was pasted. */
const pairCondition = async (pair: PairToken, around: Surroundings, pasted: string[]): Promise<Condition> => {
  const definition = fieldNamed(around.definitions, pair.key)
  if (definition) return readTest(definition, pair, around)
  if ((pair.comparison !== ':' && pair.comparison !== '=') || isNearlyField(pair.key, around.definitions))
    throw noField(pair, around.definitions)
  const near = nearlyFields(pair.key, around.definitions)[0]
  pasted.push(
    `"${writtenPair(pair)}" is read as words, because it names no field${near ? `; did you mean ${writtenPair({ ...pair, key: near })}?` : ''}`,
  )
  return wordsOf({ text: `${pair.key} ${pair.value}` })
}

/** Of 100: from here on a key is a field that was typed wrong. A short one may be anybody's word. */
const nearly = 75
const shortest = 5

const namesOf = ({ key, aliases }: FieldDefinition): string[] => [key, ...aliases]

const nearlyFields = (typed: string, definitions: readonly FieldDefinition[]): string[] =>
  definitions.flatMap(namesOf).filter((name) => ratio(foldFieldName(typed), name.toLowerCase()) >= nearly)

const isNearlyField = (typed: string, definitions: readonly FieldDefinition[]): boolean =>
  typed.length >= shortest && nearlyFields(typed, definitions).length > 0

const writtenPair = ({ key, comparison, value }: PairToken): string => `${key}${comparison}${value}`

const noField = ({ key, comparison, value }: PairToken, definitions: readonly FieldDefinition[]): Refusal => {
  const inUse = definitions.filter(({ retired }) => !retired)
  const [near] = nearest(key, inUse.flatMap(namesOf))
  const suggestion = near ? ` Did you mean ${near}${comparison}${value}?` : ''
  return new Refusal('invalid', `There is no field "${key}" to search by.${suggestion}`, {
    next: `Fields: ${inUse
      .slice(0, mostNamed)
      .map((definition) => definition.key)
      .join(', ')}${inUse.length > mostNamed ? `, and ${inUse.length - mostNamed} more: field list` : ''}`,
  })
}

const mostNamed = 12
