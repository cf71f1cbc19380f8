// The definition of a field: what it is called, what it may hold, what is standard, and which contracts have it.
import { z } from 'zod'
import { ContractType } from './contract.ts'
import { FieldValue } from './field-value.ts'

/** `clause` is the words of a clause; `several` are any of the choices, or free words where there are none. */
export const fieldTypes = [
  'text',
  'choice',
  'several',
  'number',
  'percent',
  'money',
  'duration',
  'date',
  'person',
  'clause',
  'yes-no',
] as const
export const FieldType = z.enum(fieldTypes)
export type FieldType = z.infer<typeof FieldType>

export const FieldDefinition = z.strictObject({
  /** camelCase, CUAD's name where CUAD has one: `governingLaw`. It never changes. */
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/),
  label: z.string().min(1).max(60),
  type: FieldType,
  /** What a number counts: "seats". */
  unit: z.string().max(30).optional(),
  /** What a choice may be, in kebab-case. */
  choices: z.array(z.string()).optional(),
  /** Limits of a number or a percentage, both included. */
  least: z.number().optional(),
  most: z.number().optional(),
  /** What the company agrees to without asking anyone; `field!=standard` finds what differs. */
  standard: FieldValue.optional(),
  /** Empty: contracts of every type. */
  contractTypes: z.array(ContractType),
  /** Whether the other side may see it (rule P8). */
  audience: z.enum(['internal', 'shared']),
  /** Short words that people type for it, folded: lower case, no dashes or dots. */
  aliases: z.array(z.string()),
  /** 0 as bundled; each change by a person adds one. */
  version: z.int().nonnegative(),
  /** No longer offered or read; values that were set stay. */
  retired: z.boolean(),
})
export type FieldDefinition = z.infer<typeof FieldDefinition>
