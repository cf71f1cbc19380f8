// The families of the sample: they name agreements that are there, in an order in which they can be imported, and the texts bear them out.
import { describe, expect, it } from 'vitest'
import { sampleFamilies } from '../../src/cli/sample-families.ts'
import type { ContractType, FieldValues } from '../../src/contracts/contract.ts'
import { familyOf, type Member } from '../../src/contracts/family.ts'
import { noticeDeadline, termOn } from '../../src/contracts/terms.ts'
import { list, textOf } from './sample.ts'

const rows = list('contracts.csv')
const links = await sampleFamilies()
const place = (file: string) => rows.findIndex((row) => row.file === file)

describe('families.csv', () => {
  it.each(links)('$file $relation $parent, which is there before it', ({ file, parent }) => {
    expect(place(parent)).toBeGreaterThanOrEqual(0)
    expect(place(file)).toBeGreaterThan(place(parent))
    expect(rows[place(file)]?.counterparty).toBe(rows[place(parent)]?.counterparty)
  })

  it('leaves out no amendment, and gives nothing two masters', () => {
    const amendments = rows.filter(({ type }) => type === 'amendment').map(({ file }) => file)
    expect([...new Set(links.filter(({ relation }) => relation === 'amends').map(({ file }) => file))].sort()).toEqual(amendments.sort())
    const under = links.filter(({ relation }) => relation === 'under').map(({ file }) => file)
    expect(new Set(under).size).toBe(under.length)
  })

  it.each(links.filter(({ relation }) => relation === 'amends'))(
    '$file says that it amends an agreement like $parent',
    async ({ file, parent }) => {
      const named: Partial<Record<ContractType, RegExp>> = {
        msa: /Master (?:Services|Subscription) Agreement/,
        dpa: /Data Processing Agreement/,
        sla: /Service Level Agreement/,
        'order-form': /Order Form/,
      }
      expect(await textOf(file)).toMatch(named[rows[place(parent)]?.type as ContractType] as RegExp)
    },
  )
})

it('Montclar has until 30 November 2026, because its second amendment made the notice longer', () => {
  const months = (count: number) => ({ count, unit: 'month' as const })
  const valuesFor = (file: string): FieldValues => {
    const { status, type, effectiveDate, expirationDate } = rows[place(file)] ?? {}
    return { status, type, effectiveDate, ...(expirationDate && { expirationDate }) } as FieldValues
  }
  const terms: Record<string, FieldValues> = {
    'montclar-msa.pdf': { autoRenewal: true, renewalTerm: months(24), noticePeriodToTerminateRenewal: months(3) },
    'montclar-amendment-2.docx': { renewalTerm: months(12), noticePeriodToTerminateRenewal: months(6) },
  }
  const members = Object.entries(terms).map(
    ([file, values], index): Member => ({
      id: `C-${index + 1}`,
      values: { ...valuesFor(file), ...values },
      links: index === 0 ? [] : [{ parent: 'C-1', relation: 'amends', order: undefined }],
    }),
  )
  const deadline = (day: string) => termOn(familyOf(members), 'C-1', noticeDeadline, day)?.claims[0]?.value
  expect(deadline('2025-09-30')).toBe('2027-02-28')
  expect(deadline('2026-11-24')).toBe('2026-11-30')
  expect(deadline('2027-06-01')).toBe('2027-11-30')
})
