// The fields that every contract has, as definitions, so that one table serves them and all others.
import { ContractStatus, ContractType, type CoreKey } from './contract.ts'
import type { FieldDefinition, FieldType } from './field-definition.ts'

type Extra = Partial<Omit<FieldDefinition, 'key' | 'label' | 'type'>>

/** A definition as the program brings it: for contracts of every type, internal, under no short name, unless it says so. */
export const bundled = (key: string, label: string, type: FieldType, extra: Extra = {}): FieldDefinition => ({
  ...{ key, label, type, contractTypes: [], audience: 'internal', aliases: [], version: 0, retired: false },
  ...extra,
})

/** What the other side may see follows rule P8: title, parties, status, dates. */
const shared = { audience: 'shared' } as const

const definitions: Record<CoreKey, FieldDefinition> = {
  title: bundled('title', 'Title', 'text', { ...shared, aliases: ['name'] }),
  counterparty: bundled('counterparty', 'Counterparty', 'text'),
  parties: bundled('parties', 'Parties', 'several', { ...shared, aliases: ['party'] }),
  owner: bundled('owner', 'Owner', 'person'),
  team: bundled('team', 'Team', 'text'),
  type: bundled('type', 'Type', 'choice', { choices: ContractType.options }),
  status: bundled('status', 'Status', 'choice', { ...shared, choices: ContractStatus.options }),
  effectiveDate: bundled('effectiveDate', 'Effective', 'date', { ...shared, aliases: ['effective', 'starts', 'start'] }),
  expirationDate: bundled('expirationDate', 'Expires', 'date', {
    ...shared,
    aliases: ['expires', 'expiration', 'expiry', 'ends', 'enddate'],
  }),
  value: bundled('value', 'Value', 'money', { aliases: ['amount'] }),
}

export const coreFields: readonly FieldDefinition[] = Object.values(definitions)

export const coreField = (key: CoreKey): FieldDefinition => definitions[key]
