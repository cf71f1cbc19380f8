// What has to be decided soon: by the last day for notice, by the end where no notice is known, and nothing that is over.
import { describe, expect, it } from 'vitest'
import type { Contract, FieldValues } from '../../src/contracts/contract.ts'
import { emptyContract } from '../../src/contracts/record/fold-contract.ts'
import { renewalsWithin } from '../../src/contracts/renewals.ts'

const today = '2026-11-24'
const held = (value: unknown) => ({ value, by: 'P-1', at: '2026-01-01T00:00:00Z', source: undefined, seq: 0 })
const contract = (id: string, values: Partial<FieldValues>, more: Partial<Contract> = {}): Contract => ({
  ...emptyContract(id),
  fields: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, held(value)])) as Contract['fields'],
  ...more,
})
const notice = (count: number, unit: 'day' | 'month' = 'day') => ({ autoRenewal: true, noticePeriodToTerminateRenewal: { count, unit } })
const shown = (contracts: Contract[], bearing: Contract[] = [], days = 90) =>
  renewalsWithin(contracts, bearing, today, days).soon.map(({ contract: { id }, due, ends, notice: told }) => [id, due, ends, told?.day])

describe('renewals', () => {
  it('stand in the order of the last day for notice, not of the end', () => {
    const contracts = [
      contract('C-1', { expirationDate: '2026-12-20' }),
      contract('C-2', { expirationDate: '2027-02-28', ...notice(90) }),
      contract('C-3', { expirationDate: '2027-03-31', ...notice(2, 'month') }),
    ]
    expect(shown(contracts)).toEqual([
      ['C-2', '2026-11-30', '2027-02-28', '2026-11-30'],
      ['C-1', '2026-12-20', '2026-12-20', undefined],
      ['C-3', '2027-01-31', '2027-03-31', '2027-01-31'],
    ])
    expect(renewalsWithin(contracts, [], today, 90).soon[0]?.notice?.because).toBe('28 Feb 2027 - 90 days = 30 Nov 2026, a Monday')
  })

  it.each<[string, Partial<FieldValues>, string | undefined]>([
    ['ends on the last day that is looked at', { expirationDate: '2027-02-22' }, '2027-02-22'],
    ['ends a day later', { expirationDate: '2027-02-23' }, undefined],
    ['ends today', { expirationDate: today }, today],
    ['ended yesterday', { expirationDate: '2026-11-23' }, undefined],
    ['ends later, with notice by today', { expirationDate: '2027-02-22', ...notice(90) }, today],
    ['ends soon, and notice has passed', { expirationDate: '2027-01-31', ...notice(90) }, '2027-01-31'],
    ['is over', { expirationDate: '2026-12-01', status: 'terminated' }, undefined],
    ['is a draft', { expirationDate: '2026-12-01', status: 'draft' }, undefined],
    ['has no end', { expirationDate: 'perpetual' }, undefined],
  ])('one that %s', (_case, values, due) => {
    expect(shown([contract('C-1', values)]).map(([, day]) => day)).toEqual(due === undefined ? [] : [due])
  })

  it('an end that an amendment moved is the end', () => {
    const master = contract('C-1', { expirationDate: '2026-12-01', status: 'executed' })
    const family = [{ parent: 'C-1', relation: 'amends' as const, order: undefined, by: 'P-1', at: '2026-01-01T00:00:00Z', seq: 1 }]
    const moved = { status: 'executed' as const, effectiveDate: '2026-06-01', expirationDate: '2027-12-01' }
    const amendment = contract('C-2', moved, { family: family as unknown as Contract['family'] })
    expect(shown([master]).map(([id]) => id)).toEqual(['C-1'])
    expect(shown([master], [amendment]).map(([id]) => id)).toEqual([])
  })

  it('tells which are in force without a known end', () => {
    const contracts = [contract('C-1', {}), contract('C-2', { status: 'draft' }), contract('C-3', { expirationDate: 'perpetual' })]
    expect(renewalsWithin(contracts, [], today, 90).withoutEnd.map(({ id }) => id)).toEqual(['C-1'])
  })

  it('asks for no end of what ends with another paper, or never, by its family', () => {
    const link = (relation: 'amends' | 'under') =>
      ({
        family: [{ parent: 'C-1', relation, order: undefined, by: 'P-1', at: '2026-01-01T00:00:00Z', seq: 1 }],
      }) as unknown as Partial<Contract>
    const contracts = [
      contract('C-1', { status: 'executed', type: 'msa', expirationDate: 'perpetual' }),
      contract('C-2', { status: 'executed', type: 'amendment' }, link('amends')),
      contract('C-3', { status: 'executed', type: 'dpa' }, link('under')),
    ]
    expect(renewalsWithin(contracts, [], today, 90)).toEqual({ soon: [], withoutEnd: [], contradicted: [] })
  })

  it('tells where papers contradict each other about the end, instead of asking for one', () => {
    const family = (seq: number) =>
      [{ parent: 'C-1', relation: 'amends', order: undefined, by: 'P-1', at: '2026-01-01T00:00:00Z', seq }] as unknown as Contract['family']
    const from = { status: 'executed' as const, effectiveDate: '2026-06-01' }
    const amendments = [
      contract('C-2', { ...from, expirationDate: '2027-12-01' }, { family: family(1) }),
      contract('C-3', { ...from, expirationDate: '2028-12-01' }, { family: family(2) }),
    ]
    const found = renewalsWithin([contract('C-1', { status: 'executed', expirationDate: '2026-12-01' })], amendments, today, 90)
    expect(found.contradicted.map(({ id }) => id)).toEqual(['C-1'])
    expect([found.soon, found.withoutEnd]).toEqual([[], []])
  })
})
