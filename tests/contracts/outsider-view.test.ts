// What the other side may see of a contract is an allow-list: whatever else it holds, canaries included, is not in it.
import { expect, test } from 'vitest'
import { bundledFields } from '../../src/contracts/bundled-fields.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { outsiderView } from '../../src/contracts/outsider-view.ts'
import { emptyContract } from '../../src/contracts/record/fold-contract.ts'

const held = <Value>(value: Value) => ({ value, by: 'canary-person', at: '2026-11-24T10:00:00.000Z', source: 'canary-source', seq: 1 })

const full: Contract = {
  ...emptyContract('C-1'),
  createdAt: '2026-11-24T10:00:00.000Z',
  restricted: true,
  fields: {
    title: held('Acme MSA'),
    counterparty: held('Acme Ltd'),
    parties: held(['Lindenmoor', 'Acme Ltd']),
    owner: held('canary-owner'),
    team: held('canary-team'),
    type: held('msa' as const),
    status: held('executed' as const),
    effectiveDate: held('2026-01-01'),
    expirationDate: held('2026-12-31'),
    value: held({ minor: 777_777, currency: 'EUR' }),
  },
  grants: [{ person: 'canary-grant', level: 'read', by: 'canary', at: '' }],
  documents: [
    {
      sha256: 'canary',
      name: 'canary',
      size: 1,
      type: 'docx',
      by: 'canary',
      at: '',
      seq: 1,
      executedOn: undefined,
      warnings: ['canary'],
      hasText: true,
    },
  ],
  threads: [{ thread: 'canary', conversationName: 'canary', by: 'canary', at: '', active: true, seq: 1 }],
  decisions: [
    { id: 'D-1', text: 'canary', clause: 'canary', cites: ['canary'], by: 'canary', at: '', thread: 'canary', key: 'decision:a', seq: 1 },
  ],
  approvers: ['canary-approver'],
  talkCount: 41,
}

test('number, title, parties, status and dates, and nothing else', () => {
  const view = outsiderView(full)
  expect(Object.keys(view.fields)).toEqual(['title', 'parties', 'status', 'effectiveDate', 'expirationDate', 'counterparty'])
  expect([view.id, view.fields.title?.value, view.fields.expirationDate?.value]).toEqual(['C-1', 'Acme MSA', '2026-12-31'])
  for (const kept of ['canary', '777', '41', 'msa']) expect(JSON.stringify(view).replace('Acme MSA', '')).not.toContain(kept)
})

test('a contract of which nothing is known shows nothing', () => {
  expect(outsiderView(emptyContract('C-2'))).toEqual(emptyContract('C-2'))
})

test('beside them what legal marked as shared, as long as the field is in use, and never who set it or from which page', () => {
  const evidence = { document: 'canary', name: 'canary', page: 1, sentence: 'canary', start: 0, end: 1 }
  const contract: Contract = { ...full, fields: { ...full.fields, seats: { ...held(480), evidence }, slaUptimePercent: held(99.95) } }
  const marked = (key: string, change: object) => bundledFields.map((one) => (one.key === key ? { ...one, ...change } : one))
  expect(outsiderView(contract, bundledFields).fields).not.toHaveProperty('seats')
  const shared = outsiderView(contract, marked('seats', { audience: 'shared' }))
  expect(shared.fields.seats?.value).toBe(480)
  expect(shared.fields).not.toHaveProperty('slaUptimePercent')
  expect(JSON.stringify(shared)).not.toContain('canary')
  expect(outsiderView(contract, marked('seats', { audience: 'shared', retired: true })).fields).not.toHaveProperty('seats')
})
