// Fields: which one a typed word means, which contracts have it, how a value reads, and that the bundled ones fit together.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledFields } from '../../src/contracts/bundled-fields.ts'
import { clauseTypes } from '../../src/contracts/clause-type.ts'
import { ContractType, coreKeys } from '../../src/contracts/contract.ts'
import { bundled, coreField, coreFields } from '../../src/contracts/core-fields.ts'
import { keyOfLabel, refuseBadDefinition, refuseCoreChange } from '../../src/contracts/definition-rules.ts'
import { FieldDefinition, fieldTypes } from '../../src/contracts/field-definition.ts'
import type { FieldValue } from '../../src/contracts/field-value.ts'
import { definitionOf, fieldNamed, foldFieldName, isFieldOf, showFieldValue } from '../../src/contracts/fields.ts'

const named = (typed: string) => fieldNamed(bundledFields, typed)?.key

describe('the bundled fields', () => {
  it.each(bundledFields.map((definition) => [definition.key, definition] as const))(
    '%s is a definition that could have been typed',
    (_key, definition) => {
      expect(FieldDefinition.parse(definition)).toEqual(definition)
      expect(() => refuseBadDefinition(definition, bundledFields)).not.toThrow()
      expect(definition).not.toHaveProperty('standard')
      for (const name of [definition.key, definition.label, ...definition.aliases]) expect(named(name)).toBe(definition.key)
    },
  )

  it('have the core fields among them, in their order and for every contract', () => {
    expect(bundledFields.slice(0, coreKeys.length)).toEqual(coreFields)
    expect(coreFields.map(({ key }) => key)).toEqual([...coreKeys])
    for (const type of ContractType.options) for (const core of coreFields) expect(isFieldOf(core, type)).toBe(true)
  })

  it('show the other side what rule P8 allows and no more', () => {
    const shared = bundledFields.filter(({ audience }) => audience === 'shared').map(({ key }) => key)
    expect(shared).toEqual(['title', 'parties', 'status', 'effectiveDate', 'expirationDate'])
  })

  it('have a field for every category of CUAD', () => {
    const keys = clauseTypes.map((clause) => clause.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()))
    expect(keys.filter((key) => named(key) !== key)).toEqual([])
  })

  it.each([
    ['msa', ['slaUptimePercent', 'seats', 'liabilityCapMonetary', 'breachNotice'], ['acceptancePeriod']],
    ['sow', ['acceptancePeriod', 'paymentTerms'], ['confidentialityTerm', 'subprocessorNotice']],
    ['order-form', ['seats', 'price', 'minimumCommitment', 'usageLimit'], ['acceptancePeriod']],
    ['nda', ['confidentialityTerm', 'governingLaw', 'nonCompete'], ['seats', 'slaUptimePercent', 'price']],
    ['dpa', ['breachNotice', 'subprocessorNotice', 'dataLocation', 'auditRights'], ['seats', 'price']],
    ['sla', ['slaUptimePercent', 'slaCreditPercent'], ['seats', 'dataLocation']],
    ['amendment', ['slaUptimePercent', 'confidentialityTerm', 'subprocessorNotice', 'acceptancePeriod', 'seats'], []],
  ] as const)('of an %s', (type, has, hasNot) => {
    const keys = bundledFields.filter((definition) => isFieldOf(definition, type)).map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining([...has]))
    for (const key of hasNot) expect(keys).not.toContain(key)
  })
})

describe('a typed word', () => {
  it.each([
    ['sla.uptime', 'slaUptimePercent'],
    ['SLA_Uptime', 'slaUptimePercent'],
    ['notice-period', 'noticePeriodToTerminateRenewal'],
    ['Governing law', 'governingLaw'],
    ['expires', 'expirationDate'],
    ['mfn', 'mostFavoredNation'],
    ['renews', 'autoRenewal'],
    ['cap', 'liabilityCapMonetary'],
    ['capOnLiability', 'capOnLiability'],
    ['nonsense', undefined],
    ['', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
  ])('%s', (typed, key) => {
    expect(named(typed)).toBe(key)
  })

  it('is folded the same however often, and never by anything but its letters', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(foldFieldName(foldFieldName(typed))).toBe(foldFieldName(typed))
      }),
    )
  })

  it('means a field in use before a retired one, a key before a short name, a short name before a label', () => {
    const one = bundled('one', 'Two', 'text', { aliases: ['four'] })
    const two = bundled('two', 'Three', 'text')
    const four = bundled('four', 'Five', 'text', { retired: true })
    expect(fieldNamed([one, two, four], 'two')?.key).toBe('two')
    expect(fieldNamed([four, one], 'four')?.key).toBe('one')
    expect(fieldNamed([one, two, four], 'five')?.key).toBe('four')
  })
})

describe('a value is shown', () => {
  it.each<[string, FieldValue, string]>([
    ['slaUptimePercent', 99.95, '99.95 %'],
    ['seats', 1, '1 seat'],
    ['seats', 12_000, '12,000 seats'],
    ['breachNotice', { count: 1, unit: 'business_day' }, '1 business day'],
    ['breachNotice', { count: 72, unit: 'hour' }, '72 hours'],
    ['price', { minor: 120_050, currency: 'EUR' }, 'EUR 1,200.50'],
    ['governingLaw', ['Germany', 'England'], 'Germany; England'],
    ['autoRenewal', false, 'no'],
    ['expirationDate', 'perpetual', 'perpetual'],
    ['expirationDate', '2026-12-31', '31 Dec 2026'],
    ['type', 'order-form', 'order form'],
    ['type', 'dpa', 'DPA'],
    ['owner', 'P-7', 'person P-7'],
    ['neverDefined', 'as-it-is', 'as-it-is'],
    ['neverDefined', { count: 2, unit: 'week' }, '2 weeks'],
    ['effectiveDate', 'no day at all', 'no day at all'],
  ])('%s %j: %s', (key, value, words) => {
    expect(showFieldValue(definitionOf(bundledFields, key), value, (id) => `person ${id}`)).toBe(words)
  })

  it('whatever its type, even where the record holds another kind of value', () => {
    const any = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }))
    fc.assert(
      fc.property(fc.constantFrom(...fieldTypes), any, (type, value) => {
        expect(typeof showFieldValue(bundled('field', 'Field', type), value, String)).toBe('string')
      }),
    )
  })
})

describe('the rules of definitions', () => {
  it.each([
    ['Data residency', 'dataResidency'],
    ['SLA uptime', 'slaUptime'],
    ['Größe in m²', 'grosseInM2'],
    ["Customer's own", 'customersOwn'],
    ['2nd notice', undefined],
    ['納期', undefined],
    ['x', undefined],
    ['', undefined],
    ['a'.repeat(60), undefined],
  ])('the key of "%s"', (label, key) => {
    expect(keyOfLabel(label)).toBe(key)
  })

  it.each(coreKeys.map((key) => [key] as const))('leave %s what it is', (key) => {
    const definition = coreField(key)
    expect(() => refuseCoreChange(definition, { label: 'Other', aliases: [], standard: null })).not.toThrow()
    for (const change of [
      { type: 'text' },
      { choices: ['a'] },
      { contractTypes: ['msa'] },
      { audience: 'shared' },
      { retired: true },
      { least: 1 },
    ] as const)
      expect(() => refuseCoreChange(definition, change as never)).toThrow(/a field of every contract/)
  })
})
