// Usage against limits: near from nine tenths on, over only above, told once when it is crossed.
import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import { obligationDraft } from '../../src/contracts/obligation-change.ts'
import { chain, type Draft } from '../../src/contracts/record/entry.ts'
import { emptyContract, foldContract } from '../../src/contracts/record/fold-contract.ts'
import { crossedBy, measuredUsage } from '../../src/contracts/usage.ts'
import { usageDrafts } from '../../src/contracts/usage-change.ts'

const act = { actor: 'P-1', source: 'typed', key: 'act-1' }
const recorded = (contract: Contract, drafts: readonly Draft[]): Contract =>
  drafts.reduce((state, draft) => foldContract(state, chain(state.id, state.head, draft, '2026-11-24T10:00:00.000Z')), contract)
const contractWith = (seats: number): Contract =>
  recorded(emptyContract('C-1'), [{ ...act, kind: 'field', key: 'f', payload: { field: 'seats', value: seats } }])
const used = (contract: Contract, value: number, on = '2026-11-24'): Contract =>
  recorded(contract, usageDrafts(contract, [{ field: 'seats', value, on }], act))

it.each([
  [0, 500, 'below'],
  [449, 500, 'below'],
  [450, 500, 'near'],
  [500, 500, 'near'],
  [501, 500, 'over'],
  [1, 0, 'over'],
  [0, 0, 'below'],
])('%i of %i is %s', (value, limit, nearness) => {
  expect(measuredUsage(used(contractWith(limit), value)).map((one) => one.nearness)).toEqual([nearness])
})

it('has no nearness where nothing is allowed or hangs on it', () => {
  expect(measuredUsage(used(emptyContract('C-1'), 480))).toEqual([])
})

it('counts the latest day, whenever it is recorded, and the same count of a day once', () => {
  const contract = used(used(contractWith(500), 480), 300, '2026-10-31')
  expect(contract.usage.seats).toMatchObject({ value: 480, on: '2026-11-24' })
  expect(usageDrafts(contract, [{ field: 'seats', value: 480, on: '2026-11-24' }], act)).toEqual([])
  expect(used(contract, 470).usage.seats?.value).toBe(470)
})

describe('what hangs on a limit', () => {
  const threshold = { field: 'seats', above: 600 }
  const terms = { owes: 'them', what: 'Pay for more seats', recurrence: 'once' as const, threshold }
  const contract = recorded(contractWith(500), [obligationDraft('O-1', terms, act)])

  it('is measured beside what the field allows, the fullest first', () => {
    expect(measuredUsage(used(contract, 550)).map(({ limit, nearness }) => [limit.most, nearness])).toEqual([
      [500, 'over'],
      [600, 'near'],
    ])
  })

  it('is told at the moment it is crossed, and not again', () => {
    const steps = [400, 460, 470, 550, 650, 640].map((value, index) => ({ value, on: `2026-11-0${index + 1}` }))
    let now = contract
    const told = steps.map(({ value, on }) => {
      const before = now
      now = used(now, value, on)
      return crossedBy(before, now).map(({ limit, nearness }) => `${limit.most} ${nearness}`)
    })
    expect(told).toEqual([[], ['500 near'], [], ['500 over', '600 near'], ['600 over'], []])
  })
})
