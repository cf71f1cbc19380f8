// A contract at a glance: what the fold of its record says now.
import { z } from 'zod'
import type { Money } from './money.ts'

export const ContractId = z.string().regex(/^C-[1-9][0-9]{0,8}$/)
/** `C-142` */
export type ContractId = string

export const ContractType = z.enum(['msa', 'sow', 'order-form', 'nda', 'dpa', 'sla', 'amendment', 'other'])
export type ContractType = z.infer<typeof ContractType>

export const ContractStatus = z.enum(['draft', 'in-negotiation', 'executed', 'expired', 'terminated'])
export type ContractStatus = z.infer<typeof ContractStatus>

/** What each field holds; a calendar date is an ISO day, a person a person id. */
export type FieldValues = {
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
export type FieldKey = keyof FieldValues
export const fieldKeys = [
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
] as const satisfies readonly FieldKey[]

/** A value with where it came from: who set it, when, from which source, by which entry. */
export type Sourced<Value> = { value: Value; by: string; at: string; source: string | undefined; seq: number }
export type ContractFields = { [Key in FieldKey]?: Sourced<FieldValues[Key]> }

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
  threads: LinkedThread[]
  decisions: Decision[]
  /** People who ever decided in an approval round of it: they may read it when it is restricted. */
  approvers: string[]
  /** How much talk the record holds: messages, calls, mails. */
  talkCount: number
  /** The last entry that this state has folded. */
  head: { seq: number; hash: string }
}

export const field = <Key extends FieldKey>(contract: Contract, key: Key): FieldValues[Key] | undefined => contract.fields[key]?.value

export const titleOf = (contract: Contract): string => field(contract, 'title') ?? contract.id
