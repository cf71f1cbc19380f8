// The fold of a contract: what its entries add up to, one after the other.
import { expect, test } from 'vitest'
import type { Contract } from '../../../src/contracts/contract.ts'
import type { Draft, Entry } from '../../../src/contracts/record/entry.ts'
import { emptyContract, foldContract } from '../../../src/contracts/record/fold-contract.ts'
import { foldWidened } from '../../../src/contracts/record/fold-widened.ts'
import { chainOf } from './make-chain.ts'

const act = { actor: 'P-1', source: 'test' }
let keys = 0
const draft = (kind: string, payload: object): Draft => {
  keys += 1
  return { ...act, kind, key: String(keys), payload } as Draft
}
const fold = (entries: readonly Entry[]): Contract => entries.reduce(foldContract, emptyContract('C-1'))
const folded = (...drafts: Draft[]) => fold(chainOf('C-1', drafts))
const created = draft('created', { fields: { title: 'Acme', owner: 'P-1' }, restricted: true })
const thread = (of: string) => ({ thread: of, conversationName: 'general', visibility: 'contract' })
const document = (sha256: string) => ({ sha256, name: `${sha256}.txt`, size: 1, type: 'txt', warnings: [], hasText: true })

test.each<[string, Draft[], object]>([
  ['nothing', [], { createdAt: '', fields: {}, head: { seq: -1 } }],
  ['begun', [created], { restricted: true, fields: { title: { value: 'Acme', by: 'P-1', seq: 0 } }, head: { seq: 0 } }],
  [
    'a field set twice',
    [created, draft('field', { field: 'title', value: 'B' }), draft('field', { field: 'title', value: 'C', source: 'terms.pdf' })],
    { fields: { title: { value: 'C', seq: 2, source: 'terms.pdf' }, owner: { value: 'P-1' } } },
  ],
  ['opened', [created, draft('restricted', { restricted: false })], { restricted: false }],
  [
    'granted twice, revoked once',
    [
      draft('granted', { person: 'P-2', level: 'read' }),
      draft('granted', { person: 'P-2', level: 'write' }),
      draft('granted', { person: 'P-3', level: 'read' }),
      draft('revoked', { person: 'P-3' }),
    ],
    { grants: [{ person: 'P-2', level: 'write', by: 'P-1' }] },
  ],
  [
    'documents in the order of their upload',
    [draft('document', document('a')), draft('document', { ...document('b'), executedOn: '2026-01-01' })],
    {
      documents: [
        { sha256: 'a', seq: 0 },
        { sha256: 'b', executedOn: '2026-01-01', seq: 1 },
      ],
    },
  ],
  [
    'linked, unlinked, linked again',
    [draft('linked', thread('t')), draft('unlinked', { thread: 't' }), draft('linked', thread('t'))],
    { threads: [{ thread: 't', active: true, seq: 2 }] },
  ],
  [
    'unlinked',
    [draft('linked', thread('t')), draft('linked', thread('s')), draft('unlinked', { thread: 't' })],
    {
      threads: [
        { thread: 't', active: false },
        { thread: 's', active: true },
      ],
    },
  ],
  [
    'decided',
    [draft('decision', { decision: 'D-1', text: 'cap', cites: ['m'] })],
    { decisions: [{ id: 'D-1', text: 'cap', cites: ['m'], by: 'P-1', seq: 0 }] },
  ],
])('%s', (_, drafts, state) => {
  expect(folded(...drafts)).toMatchObject(state)
})

test('an entry whose payload was erased, and one of a kind that a newer program wrote, move the head only', () => {
  const entries = chainOf('C-1', [created, draft('decision', { decision: 'D-1', text: 'x', cites: [] }), draft('of_tomorrow', { a: 1 })])
  const erased = entries.map((entry) => (entry.seq === 1 ? { ...entry, payload: undefined, salt: undefined } : entry))
  expect(fold(erased)).toMatchObject({ decisions: [], fields: { title: { value: 'Acme' } }, head: { seq: 2, hash: entries[2]?.hash } })
})

test('conversations opened to the readers of the contract, and closed again', () => {
  const opening = (conversation: string, visibility: string) => draft('visibility', { conversation, visibility })
  const drafts = [opening('b', 'contract'), created, opening('a', 'contract'), opening('b', 'contract'), opening('a', 'members')]
  const states = chainOf('C-1', drafts).map((_, index, all) => all.slice(0, index + 1).reduce<readonly string[]>(foldWidened, []))
  expect(states).toEqual([['b'], ['b'], ['a', 'b'], ['a', 'b'], ['b']])
})
