// Random families: a few documents that belong to each other in every way, with few days and few values, so that they meet often.
import fc from 'fast-check'
import { addToDay } from '../../src/contracts/calendar-date.ts'
import { ContractStatus, ContractType } from '../../src/contracts/contract.ts'
import type { Member } from '../../src/contracts/family.ts'
import { relations } from '../../src/contracts/family-link.ts'

export const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addToDay('2020-01-01', days, 'day'))

/** Few days, so that two documents often take effect on the same one. */
const someDay = fc.constantFrom('2021-01-01', '2022-06-15', '2023-01-31', '2024-02-29', '2025-03-01')
const months = fc.integer({ min: 1, max: 30 }).map((count) => ({ count, unit: 'month' as const }))
const mostly = fc.constantFrom('executed', 'executed', 'executed', ...ContractStatus.options)

const values = fc
  .record(
    {
      status: mostly,
      type: fc.constantFrom(...ContractType.options),
      effectiveDate: someDay,
      title: fc.constantFrom('A', 'B'),
      paymentTerms: fc.constantFrom({ count: 30, unit: 'day' as const }, { count: 45, unit: 'day' as const }),
      slaUptimePercent: fc.constantFrom(99.5, 99.9, 99.95),
      expirationDate: fc.constantFrom('2023-12-31', '2025-06-30', '2026-01-31'),
      initialTerm: months,
      renewalTerm: months,
      autoRenewal: fc.boolean(),
      noticePeriodToTerminateRenewal: fc.constantFrom({ count: 90, unit: 'day' as const }, { count: 3, unit: 'month' as const }),
    },
    { requiredKeys: [] },
  )
  .map((held) => held as Member['values'])

const parents = (count: number) =>
  fc.uniqueArray(
    fc.record({
      parent: fc.integer({ min: 1, max: count }).map((number) => `C-${number}`),
      relation: fc.constantFrom(...relations),
      order: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    }),
    { selector: ({ parent }) => parent, maxLength: 3 },
  )

/** Any graph at all, cycles too; at most one master each. */
export const members: fc.Arbitrary<Member[]> = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc.record({ values, links: parents(count) }).map(({ values: held, links }) => ({
        id: `C-${index + 1}`,
        values: held,
        links: links.filter((link, at) => link.relation !== 'under' || links.findIndex(({ relation }) => relation === 'under') === at),
      })),
    ),
  ),
)
