// A contract at a glance: what the fold of its record says now.
import { z } from 'zod'
import type { Evidence } from './evidence.ts'
import type { FamilyLink } from './family-link.ts'
import type { FieldValue } from './field-value.ts'
import type { Money } from './money.ts'
import type { Obligation, WaitingObligation } from './obligation.ts'
import type { Proposal } from './proposal.ts'
import type { Usage } from './usage.ts'

export const ContractId = z.string().regex(/^C-[1-9][0-9]{0,8}$/)
/** `C-142` */
export type ContractId = string

export const ContractType = z.enum(['msa', 'sow', 'order-form', 'nda', 'dpa', 'sla', 'amendment', 'other'])
export type ContractType = z.infer<typeof ContractType>

export const ContractStatus = z.enum(['draft', 'in-negotiation', 'executed', 'expired', 'terminated'])
export type ContractStatus = z.infer<typeof ContractStatus>

/** What the fields hold that every contract has; a calendar date is an ISO day, a person a person id. */
export type CoreValues = {
  title: string
  counterparty: string
  parties: string[]
  owner: string
  team: string
  type: ContractType
  status: ContractStatus
  effectiveDate: string
  expirationDate: string
  value: Money
}
export type CoreKey = keyof CoreValues
export const coreKeys = [
  'title',
  'counterparty',
  'parties',
  'owner',
  'team',
  'type',
  'status',
  'effectiveDate',
  'expirationDate',
  'value',
] as const satisfies readonly CoreKey[]
export const isCoreKey = (key: string): key is CoreKey => (coreKeys as readonly string[]).includes(key)

/** A core field's key, or that of a definition. */
export type FieldKey = string
/** Core fields, and under any other key what its definition says. */
export interface FieldValues extends Partial<CoreValues> {
  [key: FieldKey]: FieldValue
}

/** A value with where it came from: who set it, when, from which source, by which entry; `evidence` when it was read in a document. */
export type Sourced<Value> = { value: Value; by: string; at: string; source: string | undefined; seq: number; evidence?: Evidence }
type CoreFields = { [Key in CoreKey]?: Sourced<CoreValues[Key]> }
/** What is set, and nothing else: a field that was unset is gone from here, and stays in the record. */
export interface ContractFields extends CoreFields {
  [key: FieldKey]: Sourced<FieldValue>
}

export type Grant = { person: string; level: 'read' | 'write'; by: string; at: string }

export type DocumentVersion = {
  /** sha256 of the bytes, which is also the name of the stored original. */
  sha256: string
  name: string
  size: number
  type: string
  by: string
  at: string
  seq: number
  /** The day it was signed, when it was uploaded as the executed document. */
  executedOn: string | undefined
  /** What the reader said for people: tracked changes, a page without text, or why it could not be read. */
  warnings: string[]
  /** False when no text could be read from it. */
  hasText: boolean
}

export type LinkedThread = { thread: string; conversationName: string; by: string; at: string; active: boolean; seq: number }

export type Decision = {
  /** `D-9`, counted over the whole company. */
  id: string
  text: string
  clause: string | undefined
  /** Message ids of the talk that it follows from. */
  cites: string[]
  by: string
  at: string
  thread: string | undefined
  /** Of its entry: the act that recorded it. */
  key: string
  seq: number
}

export type Contract = {
  id: ContractId
  createdAt: string
  fields: ContractFields
  restricted: boolean
  grants: Grant[]
  documents: DocumentVersion[]
  /** Values read from documents that wait for a person, oldest first. */
  proposals: Proposal[]
  obligations: Obligation[]
  /** Commitments read from documents that wait for a person. */
  waitingObligations: WaitingObligation[]
  /** How much of what it allows is used, by field. */
  usage: Record<string, Usage>
  threads: LinkedThread[]
  /** What it belongs to. */
  family: FamilyLink[]
  decisions: Decision[]
  /** People who ever decided in an approval round of it: they may read it when it is restricted. */
  approvers: string[]
  /** How much talk the record holds: messages, calls, mails. */
  talkCount: number
  /** The last entry that this state has folded. */
  head: { seq: number; hash: string }
}

/** A core field's value. */
export const field = <Key extends CoreKey>(contract: Contract, key: Key): CoreValues[Key] | undefined => {
  const held: CoreFields = contract.fields
  return held[key]?.value
}

/** The values alone, by their keys. */
export const valuesOf = (contract: Contract): FieldValues =>
  Object.fromEntries(Object.entries(contract.fields).map(([key, held]) => [key, held.value]))

export const titleOf = (contract: Contract): string => field(contract, 'title') ?? contract.id
