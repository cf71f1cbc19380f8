// Proposals: nothing that was read counts before a person says so, whoever is faster, in whatever order it is settled.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import type { FieldValue } from '../../src/contracts/field-value.ts'
import {
  confirmDrafts,
  dismissDrafts,
  inReviewOrder,
  type Proposal,
  type ProposedValue,
  proposedDrafts,
  reviewRank,
  waitingProposal,
} from '../../src/contracts/proposal.ts'
import { chain, type Draft } from '../../src/contracts/record/entry.ts'
import { emptyContract, foldContract } from '../../src/contracts/record/fold-contract.ts'

const act = { actor: 'P-1', source: 'typed' }
const paper = { document: 'abc', name: 'msa.docx', reader: 'rules', ...act }

const read = (field: string, value: FieldValue, sure = true): ProposedValue => ({
  ...{ field, value, sure, page: 3, sentence: `It says ${JSON.stringify(value)}.`, start: 10, end: 20 },
})

const recorded = (contract: Contract, drafts: readonly Draft[]): Contract =>
  drafts.reduce((state, draft) => foldContract(state, chain(state.id, state.head, draft, '2026-11-24T10:00:00.000Z')), contract)

const contractWith = (...values: ProposedValue[]): Contract => {
  const empty = emptyContract('C-1')
  return recorded(empty, proposedDrafts(empty, values, paper))
}

describe('what a reader found', () => {
  it('waits, each value under its own number with its sentence, and is no value', () => {
    const contract = contractWith(read('slaUptimePercent', 99.9), read('autoRenewal', true, false))
    expect(contract.fields).toEqual({})
    expect(contract.proposals.map(({ id }) => id)).toEqual(['0.1', '0.2'])
    expect(contract.proposals[0]).toMatchObject({
      ...{ field: 'slaUptimePercent', value: 99.9, sure: true, reader: 'rules' },
      evidence: { document: 'abc', name: 'msa.docx', page: 3, sentence: 'It says 99.9.', start: 10, end: 20 },
    })
  })

  it('is not proposed where the contract says so already', () => {
    const before = contractWith(read('slaUptimePercent', 99.9))
    const held = recorded(before, confirmDrafts(before, [{ proposal: before.proposals[0] as Proposal }], act))
    expect(proposedDrafts(held, [read('slaUptimePercent', 99.9)], { ...paper, document: 'def' })).toEqual([])
    const [draft] = proposedDrafts(held, [read('slaUptimePercent', 99.95)], { ...paper, document: 'def' })
    expect(draft?.key).toBe('proposed:def:rules')
  })
})

describe('a later document', () => {
  it('takes over what it says alike, and stands beside what it says otherwise', () => {
    const before = contractWith(read('slaUptimePercent', 99.9), read('autoRenewal', true))
    const again = [read('slaUptimePercent', 99.9), read('autoRenewal', false)]
    const after = recorded(before, proposedDrafts(before, again, { ...paper, document: 'def' }))
    expect(after.proposals.map(({ id, field, value }) => [id, field, value])).toEqual([
      ['0.2', 'autoRenewal', true],
      ['1.1', 'slaUptimePercent', 99.9],
      ['1.2', 'autoRenewal', false],
    ])
  })
})

describe('settling', () => {
  const contract = contractWith(read('slaUptimePercent', 99.9), read('autoRenewal', true), read('expirationDate', '2027-12-31'))
  const [uptime, renewal, expiry] = contract.proposals as [Proposal, Proposal, Proposal]

  it('makes a confirmed value the value, with its sentence as evidence and its document as source', () => {
    const after = recorded(contract, confirmDrafts(contract, [{ proposal: uptime }], act))
    expect(after.fields.slaUptimePercent).toMatchObject({ value: 99.9, by: 'P-1', source: 'msa.docx, page 3', evidence: uptime.evidence })
    expect(after.proposals.map(({ field }) => field)).toEqual(['autoRenewal', 'expirationDate'])
  })

  it('keeps the sentence where a person corrects the value', () => {
    const after = recorded(contract, confirmDrafts(contract, [{ proposal: expiry, value: '2028-01-31' }], act))
    expect(after.fields.expirationDate).toMatchObject({ value: '2028-01-31', evidence: expiry.evidence })
  })

  it('turns down without setting anything', () => {
    const after = recorded(contract, dismissDrafts(contract, [uptime, expiry], act))
    expect(after.fields).toEqual({})
    expect(after.proposals.map(({ field }) => field)).toEqual(['autoRenewal'])
  })

  it('records nothing of what somebody settled meanwhile, and tells that it waits no more', () => {
    const after = recorded(contract, dismissDrafts(contract, [renewal], act))
    expect(confirmDrafts(after, [{ proposal: renewal }], act)).toEqual([])
    expect(dismissDrafts(after, [renewal], act)).toEqual([])
    expect(() => waitingProposal(after, renewal.id)).toThrow(/settled it/)
  })

  it('needs no confirming where the same value was set by hand; another value leaves it waiting', () => {
    const set = (value: FieldValue): Draft => ({
      kind: 'field',
      key: `field:slaUptimePercent:${value}`,
      ...act,
      payload: { field: 'slaUptimePercent', value },
    })
    expect(recorded(contract, [set(99.9)]).proposals).toHaveLength(2)
    expect(recorded(contract, [set(99.5)]).proposals).toHaveLength(3)
  })
})

describe('the order of review', () => {
  it.each<[FieldValue, boolean, number]>([
    ['2027-12-31', false, 0],
    [{ minor: 500_000_00, currency: 'EUR' }, false, 0],
    ['2027-12-31', true, 1],
    [{ minor: 1, currency: 'EUR' }, true, 1],
    [99.9, false, 2],
    [{ count: 90, unit: 'day' }, false, 2],
    ['perpetual', false, 2],
    [true, true, 3],
    [['England'], true, 3],
  ])('%j, sure: %s, has rank %i', (value, sure, rank) => {
    expect(reviewRank({ value, sure })).toBe(rank)
  })
})

const values = fc.array(
  fc.record({
    field: fc.constantFrom('slaUptimePercent', 'expirationDate', 'value', 'autoRenewal', 'seats'),
    value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.constantFrom('2027-12-31', '2028-01-31')),
    sure: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
)
const verdict = fc.constantFrom('confirm', 'change', 'dismiss', 'leave')

describe('for any reading and any verdicts', () => {
  it('each value is settled once, whatever the order, and only what a person said becomes a value', () => {
    fc.assert(
      fc.property(values, fc.array(verdict, { minLength: 12, maxLength: 12 }), fc.infiniteStream(fc.nat()), (found, verdicts, order) => {
        const start = contractWith(...found.map(({ field, value, sure }) => read(field, value, sure)))
        const said = start.proposals.map((proposal, index) => ({
          proposal,
          verdict: verdicts[index] ?? 'leave',
          place: order.next().value as number,
        }))
        let contract = start
        for (const one of [...said, ...said].sort((a, b) => a.place - b.place)) contract = settled(contract, one)
        const allowed = new Set(
          said.flatMap((one) =>
            one.verdict === 'confirm'
              ? [JSON.stringify([one.proposal.field, one.proposal.value])]
              : one.verdict === 'change'
                ? [JSON.stringify([one.proposal.field, 'changed'])]
                : [],
          ),
        )
        for (const [field, sourced] of Object.entries(contract.fields)) expect(allowed).toContain(JSON.stringify([field, sourced?.value]))
        for (const one of said) if (one.verdict !== 'leave') expect(contract.proposals).not.toContainEqual(one.proposal)
        expect(contract.head.seq - start.head.seq).toBeLessThanOrEqual(said.filter((one) => one.verdict !== 'leave').length)
      }),
    )
  })

  it('the most urgent come first and none is left out', () => {
    fc.assert(
      fc.property(values, (found) => {
        const { proposals } = contractWith(...found.map(({ field, value, sure }) => read(field, value, sure)))
        const ordered = inReviewOrder(proposals)
        expect(ordered.map(reviewRank)).toEqual(proposals.map(reviewRank).sort())
        expect(new Set(ordered)).toEqual(new Set(proposals))
      }),
    )
  })
})

const settled = (contract: Contract, { proposal, verdict }: { proposal: Proposal; verdict: string }): Contract => {
  if (verdict === 'leave') return contract
  if (verdict === 'dismiss') return recorded(contract, dismissDrafts(contract, [proposal], act))
  return recorded(contract, confirmDrafts(contract, [{ proposal, ...(verdict === 'change' && { value: 'changed' }) }], act))
}
