// What of a reading is offered: fields that contracts of the type have, in their shape, and no value that the contract has already.
import { describe, expect, it } from 'vitest'
import { bundledFields } from '../../src/contracts/bundled-fields.ts'
import type { Contract, ContractType } from '../../src/contracts/contract.ts'
import { bundled } from '../../src/contracts/core-fields.ts'
import type { FieldValue } from '../../src/contracts/field-value.ts'
import { fieldsToRead, offeredValues, typeOfReading } from '../../src/contracts/offered-values.ts'

const definitions = [
  ...bundledFields,
  bundled('costCentre', 'Cost centre', 'text', { contractTypes: ['order-form'] }),
  bundled('oldOne', 'Old one', 'text', { retired: true }),
]
const contractWith = (fields: Record<string, FieldValue>): Contract =>
  ({ fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }])) }) as unknown as Contract
const read = (values: Record<string, FieldValue>) =>
  Object.entries(values).map(([field, value]) => ({ field, value, sure: true, page: null, sentence: 's', start: 0, end: 1 }))
const offered = (held: Record<string, FieldValue>, values: Record<string, FieldValue>, ofDocument: ContractType) =>
  offeredValues(contractWith(held), read(values), { definitions, ofDocument }).map(({ field }) => field)

const all = {
  slaUptimePercent: 99.9,
  governingLaw: ['France'],
  subprocessorNotice: { count: 30, unit: 'day' as const },
  costCentre: '4711',
  oldOne: 'x',
}

describe('what is offered', () => {
  it.each<[held: Record<string, FieldValue>, ofDocument: ContractType, fields: string[]]>([
    [{ type: 'nda' }, 'sla', ['governingLaw']],
    [{ type: 'dpa' }, 'msa', ['governingLaw', 'subprocessorNotice']],
    [{ type: 'order-form' }, 'nda', ['slaUptimePercent', 'governingLaw', 'costCentre']],
    [{ type: 'amendment' }, 'nda', ['slaUptimePercent', 'governingLaw', 'subprocessorNotice']],
    [{ type: 'other' }, 'order-form', ['slaUptimePercent', 'governingLaw', 'subprocessorNotice']],
    [{}, 'nda', ['governingLaw']],
    [{}, 'order-form', ['slaUptimePercent', 'governingLaw', 'costCentre']],
    [{}, 'other', ['slaUptimePercent', 'governingLaw', 'subprocessorNotice', 'costCentre']],
  ])('of a contract with %j, from a document that is %s: %j', (held, ofDocument, fields) => {
    expect(offered(held, all, ofDocument)).toEqual(fields)
  })

  it('is nothing that the contract says already, in whatever unit, and all that says otherwise', () => {
    const held = { breachNotice: { count: 48, unit: 'hour' as const }, governingLaw: ['France'], autoRenewal: true }
    const same = { breachNotice: { count: 2, unit: 'day' as const }, governingLaw: ['France'], autoRenewal: true }
    expect(offered(held, same, 'msa')).toEqual([])
    const other = { breachNotice: { count: 3, unit: 'day' as const }, governingLaw: ['Spain'], autoRenewal: false }
    expect(offered(held, other, 'msa')).toEqual(['breachNotice', 'governingLaw', 'autoRenewal'])
  })

  it('has the shape of its field', () => {
    expect(offered({}, { slaUptimePercent: '99.9', seats: -1 }, 'msa')).toEqual([])
  })
})

it('reads by the type of the contract before that of the document, and knows none where neither says one', () => {
  expect(typeOfReading(contractWith({ type: 'nda' }), 'msa')).toBe('nda')
  expect(typeOfReading(contractWith({}), 'msa')).toBe('msa')
  expect(typeOfReading(contractWith({}), 'other')).toBeUndefined()
  expect(fieldsToRead(definitions, 'nda').map(({ key }) => key)).not.toContain('costCentre')
})
