// The shape of a value by its field's type: what was read is proposed only where a person could have typed it.
import { describe, expect, it } from 'vitest'
import { bundledFields } from '../../src/contracts/bundled-fields.ts'
import type { FieldValue } from '../../src/contracts/field-value.ts'
import { definitionOf } from '../../src/contracts/fields.ts'
import { fitsField } from '../../src/contracts/fits-field.ts'
import type { FieldValues as ReadValues } from '../../src/documents/fields/finding.ts'

const fits = (key: string, value: FieldValue) => fitsField(definitionOf(bundledFields, key), value)

describe('fits', () => {
  it.each<[string, FieldValue]>([
    ['agreementDate', '2026-03-01'],
    ['expirationDate', 'perpetual'],
    ['initialTerm', { count: 2, unit: 'year' }],
    ['governingLaw', ['England', 'Wales']],
    ['autoRenewal', false],
    ['slaUptimePercent', 99.9],
    ['liabilityCapMonetary', { minor: 50_000_000, currency: 'EUR' }],
    ['seats', 480],
    ['usageLimit', 'up to 10,000 API calls per month'],
    ['type', 'msa'],
  ])('%s: %j', (key, value) => expect(fits(key, value)).toBe(true))

  it.each<[string, FieldValue]>([
    ['agreementDate', 'perpetual'],
    ['agreementDate', '2026-02-30'],
    ['initialTerm', 'perpetual'],
    ['initialTerm', { minor: 1, currency: 'EUR' }],
    ['governingLaw', 'England'],
    ['governingLaw', []],
    ['autoRenewal', 'yes'],
    ['slaUptimePercent', 100.5],
    ['slaUptimePercent', Number.NaN],
    ['liabilityCapMonetary', 500_000],
    ['seats', '480'],
    ['usageLimit', ' '],
    ['type', 'treaty'],
  ])('not %s: %j', (key, value) => expect(fits(key, value)).toBe(false))
})

it('has a bundled field for everything that the rules read', () => {
  const read: Record<keyof ReadValues, true> = {
    ...{ documentName: true, agreementDate: true, effectiveDate: true, expirationDate: true, initialTerm: true, renewalTerm: true },
    ...{ noticePeriodToTerminateRenewal: true, governingLaw: true, autoRenewal: true, capOnLiability: true, paymentTerms: true },
    ...{ liabilityCapMonetary: true, slaUptimePercent: true, price: true, terminationForConvenience: true, terminationNotice: true },
    ...{ curePeriod: true, breachNotice: true, priceIncreasePercent: true, priceRestrictions: true, minimumCommitment: true },
    ...{ seats: true, usageLimit: true, slaCreditPercent: true },
  }
  const bundled = new Set(bundledFields.map(({ key }) => key))
  expect(Object.keys(read).filter((key) => !bundled.has(key))).toEqual([])
})
