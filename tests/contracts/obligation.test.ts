// Obligations: due days counted from the first, each answered once, whoever is faster and in whatever order it is recorded.
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import { isOpen, nextDue, type ObligationTerms, type ProposedObligation, type Recurrence } from '../../src/contracts/obligation.ts'
import {
  confirmedObligationDrafts,
  dismissedObligationDrafts,
  doneDrafts,
  droppedDrafts,
  obligationDraft,
  obligationIn,
  proposedObligationDrafts,
} from '../../src/contracts/obligation-change.ts'
import { chain, type Draft } from '../../src/contracts/record/entry.ts'
import { emptyContract, foldContract } from '../../src/contracts/record/fold-contract.ts'

const act = { actor: 'P-1', source: 'typed' }
const recorded = (contract: Contract, drafts: readonly Draft[]): Contract =>
  drafts.reduce((state, draft) => foldContract(state, chain(state.id, state.head, draft, '2026-11-24T10:00:00.000Z')), contract)
const contractOwing = (terms: Partial<ObligationTerms>): Contract => {
  const all = { owes: 'us', what: 'Send the report', recurrence: 'once' as const, ...terms }
  return recorded(emptyContract('C-1'), [obligationDraft('O-1', all, { ...act, key: 'act-1' })])
}
const first = (contract: Contract) => obligationIn(contract, 'O-1')
/** By the button, which names the day that is due. */
const done = (contract: Contract, on: string): Contract =>
  recorded(contract, doneDrafts(contract, 'O-1', { on, due: nextDue(first(contract)) }, act))

describe('the next due day', () => {
  it.each<[Recurrence, string, number, string | undefined]>([
    ['once', '2026-12-31', 0, '2026-12-31'],
    ['once', '2026-12-31', 1, undefined],
    ['weekly', '2026-12-31', 0, '2026-12-31'],
    ['weekly', '2026-12-31', 2, '2027-01-14'],
    ['monthly', '2026-12-31', 1, '2027-01-31'],
    ['monthly', '2026-12-31', 2, '2027-02-28'],
    ['monthly', '2026-12-31', 3, '2027-03-31'],
    ['quarterly', '2026-11-30', 1, '2027-02-28'],
    ['quarterly', '2026-11-30', 2, '2027-05-30'],
    ['yearly', '2024-02-29', 1, '2025-02-28'],
    ['yearly', '2024-02-29', 4, '2028-02-29'],
  ])('%s from %s, done %i times, is %s', (recurrence, dueOn, times, expected) => {
    let contract = contractOwing({ recurrence, dueOn })
    for (let time = 0; time < times; time += 1) contract = done(contract, '2026-11-24')
    expect(nextDue(first(contract))).toBe(expected)
    expect(isOpen(first(contract))).toBe(expected !== undefined)
  })

  it('is none where no day is named, and it stays open until it is done', () => {
    const contract = contractOwing({ due: 'within 24 hours of a breach' })
    expect([nextDue(first(contract)), isOpen(first(contract))]).toEqual([undefined, true])
    expect(isOpen(first(done(contract, '2026-11-24')))).toBe(false)
  })

  it('is none when it was dropped, with the reason', () => {
    const contract = contractOwing({ recurrence: 'yearly', dueOn: '2027-01-31' })
    const dropped = recorded(contract, droppedDrafts(contract, 'O-1', 'waived', act))
    expect([nextDue(first(dropped)), isOpen(first(dropped)), first(dropped).dropped]).toEqual([undefined, false, 'waived'])
    expect(droppedDrafts(dropped, 'O-1', 'again', act)).toEqual([])
    expect(doneDrafts(dropped, 'O-1', { on: '2026-11-24' }, act)).toEqual([])
  })

  it('never drifts: the n-th day is what a calendar counts from the first', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const recurrence = fc.constantFrom<Recurrence>('weekly', 'monthly', 'quarterly', 'yearly')
    fc.assert(
      fc.property(day, recurrence, fc.nat({ max: 14 }), (dueOn, how, times) => {
        let contract = contractOwing({ recurrence: how, dueOn })
        for (let time = 0; time < times; time += 1) contract = done(contract, dueOn)
        const oracle = {
          weekly: { weeks: times },
          monthly: { months: times },
          quarterly: { months: 3 * times },
          yearly: { years: times },
          once: {},
        }[how]
        expect(nextDue(first(contract))).toBe(DateTime.fromISO(dueOn, { zone: 'utc' }).plus(oracle).toISODate())
      }),
      { numRuns: 60 },
    )
  })
})

it('answers a due day once, under a key of its own', () => {
  const contract = contractOwing({ recurrence: 'monthly', dueOn: '2026-11-30' })
  const [mine, theirs] = [
    doneDrafts(contract, 'O-1', { on: '2026-11-24' }, act),
    doneDrafts(contract, 'O-1', { on: '2026-11-23' }, { ...act, actor: 'P-2' }),
  ]
  expect(mine[0]?.key).toBe('obligation-done:O-1:2026-11-30')
  expect(theirs[0]?.key).toBe(mine[0]?.key)
})

describe('what was read', () => {
  const read = (what: string): ProposedObligation => ({
    ...{ owes: 'Customer', what, recurrence: 'monthly', due: 'by the 15th of each month', clause: '4.2', sure: true, page: 2 },
    ...{ sentence: `Customer shall ${what}.`, start: 5, end: 40 },
  })
  const paper = { ...act, document: 'abc', name: 'msa.pdf', reader: 'rules' }
  const waiting = recorded(emptyContract('C-1'), proposedObligationDrafts([read('report usage'), read('pay')], paper))

  it('waits and is not owed', () => {
    expect(waiting.obligations).toEqual([])
    expect(waiting.waitingObligations.map(({ id, what }) => [id, what])).toEqual([
      ['0.1', 'report usage'],
      ['0.2', 'pay'],
    ])
  })

  it('is owed once it is confirmed, with its sentence', () => {
    const [one] = waiting.waitingObligations
    if (!one) throw new Error('nothing waits')
    const after = recorded(waiting, confirmedObligationDrafts(waiting, one, 'O-7', act))
    expect(after.obligations).toMatchObject([
      {
        id: 'O-7',
        owes: 'Customer',
        what: 'report usage',
        clause: '4.2',
        evidence: { document: 'abc', name: 'msa.pdf', page: 2, sentence: 'Customer shall report usage.' },
      },
    ])
    expect(after.waitingObligations.map(({ what }) => what)).toEqual(['pay'])
    expect(confirmedObligationDrafts(after, one, 'O-8', act)).toEqual([])
  })

  it('is gone when it is turned down', () => {
    const after = recorded(waiting, dismissedObligationDrafts(waiting, ['0.1', '9.9'], act))
    expect([after.obligations, after.waitingObligations.map(({ what }) => what)]).toEqual([[], ['pay']])
    expect(dismissedObligationDrafts(after, ['0.1'], act)).toEqual([])
  })

  it('is taken over by a later version of the document that says it word for word', () => {
    const later = recorded(waiting, proposedObligationDrafts([read('pay'), read('insure')], { ...paper, document: 'def' }))
    expect(later.waitingObligations.map(({ id, what }) => [id, what])).toEqual([
      ['0.1', 'report usage'],
      ['1.1', 'pay'],
      ['1.2', 'insure'],
    ])
  })
})
