// The definitions of fields, as the floors above see their store.
import type { DefinitionChange, DefinitionVersion } from '../contracts/definition-change.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import type { Person } from '../contracts/identity.ts'

/** `version` is the one that the change makes: one more than the version that it was decided on. */
export type ChangedDefinition = { key: string; version: number; change: DefinitionChange; by: string; source: string }

/** Contracts that hold a field, and how many of them hold which value. */
export type HeldValues = { contracts: number; values: readonly { value: FieldValue; contracts: number }[] }

export type FieldStore = {
  /** Every definition, retired ones too: what the program brings, then what the company added. One indexed read, however many there are. */
  list(): Promise<readonly FieldDefinition[]>
  /** The field that a typed word means: key, short name or label in any case, dots and dashes ignored. */
  named(typed: string): Promise<FieldDefinition | undefined>
  /** What each version changed, by whom and when, oldest first. */
  versions(key: string): Promise<readonly DefinitionVersion[]>
  /** Recorded in the company's own chain. Refuses as a conflict when somebody else made that version. */
  change(change: ChangedDefinition): Promise<FieldDefinition>
  /** Who holds it, among the contracts that this person may see; the value that most hold comes first. */
  held(person: Person, key: string): Promise<HeldValues>
}
