// Changing a field definition: checked against the rules, its consequences told and confirmed before, appended only to the version that was seen.
import { changed, type DefinitionChange } from '../contracts/definition-change.ts'
import { isAllowed, refuseBadDefinition, refuseCoreChange } from '../contracts/definition-rules.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import { showFieldValue } from '../contracts/fields.ts'
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { HeldValues } from '../store/field-store.ts'
import type { Card } from './card.ts'
import { confirmDefinitionCard, definitionChangedCard } from './cards/field-definition.ts'
import type { App } from './command.ts'
import { counted } from './counted.ts'
import { peopleIn } from './field-words.ts'
import { namesOf } from './names.ts'

export type Change = {
  before: FieldDefinition
  change: DefinitionChange
  definitions: readonly FieldDefinition[]
  person: Person
  source: string
  /** The whole line, which Confirm sends again. */
  line: string
  confirmed: boolean
}

/** The answer after the change, or the question before it. */
export const changeDefinition = async (app: App, asked: Change): Promise<Card> => {
  const { before, change, definitions, person, source, line } = asked
  refuseCoreChange(before, change)
  const after = changed(before, change)
  refuseBadDefinition(after, definitions)
  const standards = [before.standard, after.standard].map((value) => ({ field: before.key, value }))
  const nameOf = await namesOf(app.store, peopleIn([before], standards))
  if (Object.keys(change).length === 0) return definitionChangedCard(before, before, change, nameOf)
  const consequences = asked.confirmed ? [] : consequencesOf(before, after, await app.store.fields.held(person, before.key))
  if (consequences.length > 0) return confirmDefinitionCard(before, change, { consequences, line, nameOf })
  const { key, version } = after
  const made = await app.store.fields.change({ key, version, change, by: person.id, source })
  return definitionChangedCard(before, made, change, nameOf)
}

/** @throws Refusal for a form or a Confirm that was open while somebody else changed the field */
export const refuseOldVersion = ({ key, label, version }: FieldDefinition, was: number | undefined): void => {
  if (was === undefined || was === version) return
  throw new Refusal('conflict', `${label} was changed meanwhile: it is at version ${version}, you saw version ${was}.`, {
    next: 'Nothing was recorded. Look at it and change it again.',
    choices: [{ label: 'Show it', command: `field show ${key}` }],
  })
}

const consequencesOf = (before: FieldDefinition, after: FieldDefinition, held: HeldValues): string[] => {
  const outside = held.values.filter(({ value }) => isAllowed(before, value) && !isAllowed(after, value))
  const words = outside.map(
    ({ value, contracts }) => `${counted(contracts, 'contract')} ${hold(contracts)} ${shown(before, value)}: ${kept(contracts)}.`,
  )
  const isOpened = before.audience === 'internal' && after.audience === 'shared' && !after.retired
  const isRetired = !before.retired && after.retired && held.contracts > 0
  return [
    ...words,
    ...(isOpened ? [`The other side will see it from now on: ${counted(held.contracts, 'contract')} ${hold(held.contracts)} it.`] : []),
    ...(isRetired ? [`${counted(held.contracts, 'contract')} ${hold(held.contracts)} it: ${kept(held.contracts)}.`] : []),
  ]
}

const hold = (contracts: number): string => (contracts === 1 ? 'holds' : 'hold')
const kept = (contracts: number): string => `${contracts === 1 ? 'it keeps' : 'they keep'} the value, and it can't be set again`
const shown = (definition: FieldDefinition, value: FieldValue): string => showFieldValue(definition, value, String)
