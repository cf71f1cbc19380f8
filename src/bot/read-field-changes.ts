// What `set` shall set: typed pairs turned into values of the contract's fields, or refused before anything is recorded.
import { type Contract, type ContractType, field } from '../contracts/contract.ts'
import type { FieldChange } from '../contracts/field-change.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import { fieldNamed, isFieldOf, showChoice } from '../contracts/fields.ts'
import { Refusal } from '../contracts/refusal.ts'
import { type FieldSurroundings, parseFieldValue } from './field-values.ts'
import { nearest } from './nearest.ts'
import type { Pair } from './pair.ts'

type Around = FieldSurroundings & {
  definitions: readonly FieldDefinition[]
  /** The contract as it is; undefined for one that is only about to begin. */
  contract: Contract | undefined
}

/** One change a pair, in the order they were typed. `none` unsets a field, `standard` is the standard value. */
export const readFieldChanges = async (pairs: readonly Pair[], around: Around): Promise<FieldChange[]> => {
  const named = pairs.map((pair) => ({ pair, definition: fieldMeant(pair, around.definitions) }))
  const twice = named.find(({ definition }, index) => named.findIndex((one) => one.definition === definition) < index)
  if (twice) throw new Refusal('invalid', `${twice.definition.label} is given twice.`, { next: 'Give it once.' })
  const changes: FieldChange[] = []
  for (const { pair, definition } of named) changes.push({ field: definition.key, value: await readValue(definition, pair.value, around) })
  const set = changes.find(({ field }) => field === 'type')?.value
  const type = typeof set === 'string' ? set : around.contract && field(around.contract, 'type')
  named.forEach(({ definition }, index) => {
    if (changes[index]?.value !== null) refuseForeign(definition, type as ContractType | undefined, around.contract)
  })
  return changes
}

/** @throws Refusal for a name that no field has, for a retired field, and for a comparison that sets nothing */
export const fieldMeant = (
  { key, comparison }: Pick<Pair, 'key' | 'comparison'>,
  definitions: readonly FieldDefinition[],
): FieldDefinition => {
  const definition = fieldNamed(definitions, key)
  if (!definition) throw noField(key, definitions)
  if (comparison !== '=' && comparison !== ':')
    throw new Refusal('invalid', `"${key}${comparison}" sets nothing.`, { next: `Write ${key}=... with one value.` })
  if (!definition.retired) return definition
  throw new Refusal('invalid', `The field ${definition.label} is retired: what was set stays, nothing new is set.`, {
    next: `Legal may bring it back: field restore ${definition.key}`,
  })
}

const noField = (key: string, definitions: readonly FieldDefinition[]): Refusal => {
  const inUse = definitions.filter(({ retired }) => !retired)
  const names = inUse.flatMap((one) => [one.key, ...one.aliases])
  // One name a field, the most alike: the others would be the same suggestion again.
  const near = nearest(key, names, names.length)
    .filter((name, index, all) => all.findIndex((one) => fieldNamed(inUse, one) === fieldNamed(inUse, name)) === index)
    .slice(0, 3)
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
  return new Refusal('invalid', `There is no field "${key}" to set.${meant}`, {
    next: `See them all: field list. Legal adds one: field add "${key}" type:text`,
  })
}

const readValue = async (definition: FieldDefinition, typed: string, around: FieldSurroundings): Promise<FieldValue | null> => {
  const word = typed.trim().toLowerCase()
  if (word === 'none') return unset(definition)
  if (word !== 'standard') return parseFieldValue(definition, typed, around)
  if (definition.standard !== undefined) return definition.standard
  throw new Refusal('invalid', `${definition.label} has no standard value.`, {
    next: `Legal may give it one: field set ${definition.key} standard:...`,
  })
}

/** Without these nobody could find or keep a contract. */
const needed = new Set(['title', 'owner', 'status'])

const unset = ({ key, label }: FieldDefinition): null => {
  if (!needed.has(key)) return null
  throw new Refusal(
    'invalid',
    `Every contract has ${key === 'owner' ? 'an' : 'a'} ${label.toLowerCase()}; it can be changed, not taken away.`,
    {
      next: `Give another: ${key}="..."`,
    },
  )
}

const refuseForeign = (definition: FieldDefinition, type: ContractType | undefined, contract: Contract | undefined): void => {
  if (isFieldOf(definition, type)) return
  const types = definition.contractTypes.map(showChoice).join(', ')
  throw new Refusal(
    'invalid',
    `${contract?.id ?? 'This contract'} is of type ${showChoice(type ?? '')}; ${definition.label} is a field of ${types}.`,
    {
      next: `If it belongs there, legal adds the type: field set ${definition.key} for:+${type}`,
    },
  )
}
