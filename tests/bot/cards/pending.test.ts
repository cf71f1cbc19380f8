// What waits in a contract, as `show` tells it.
import { expect, it } from 'vitest'
import { pendingButtons, pendingLines } from '../../../src/bot/cards/pending.ts'
import { bundledFields } from '../../../src/contracts/bundled-fields.ts'
import { emptyContract } from '../../../src/contracts/record/fold-contract.ts'

const words = { definitions: bundledFields }
const empty = emptyContract('C-142')
const evidence = { document: 'abc', name: 'msa.docx', page: null, sentence: 'x', start: 0, end: 1 }
const by = { by: 'P-1', at: '2026-11-24T10:00:00.000Z', seq: 1 }
const proposal = { id: '1.1', field: 'seats', value: 5, sure: true, evidence, reader: 'rules', at: by.at, seq: 1 }
const owed = {
  ...by,
  id: 'O-1',
  owes: 'us',
  what: 'Send it',
  recurrence: 'once' as const,
  dueOn: '2027-01-31',
  done: [],
  dropped: undefined,
}
const linesOf = (contract: typeof empty) => pendingLines(contract, words).map((element) => (element.type === 'context' ? element.text : ''))

it('is nothing where nothing waits', () => {
  expect(linesOf(empty)).toEqual([])
  expect(pendingButtons(empty)).toEqual([])
})

it('names what was read, what is owed next, and what is near its limit, each with its button', () => {
  const contract = {
    ...empty,
    fields: { seats: { value: 500, source: undefined, ...by } },
    proposals: [proposal],
    obligations: [owed, { ...owed, id: 'O-2', dueOn: '2026-12-31' }, { ...owed, id: 'O-3', dropped: 'waived', dueOn: '2026-01-01' }],
    usage: { seats: { value: 501, on: '2026-11-24', source: undefined, by: 'P-1', at: by.at } },
  }
  expect(linesOf(contract)).toEqual([
    'Read from documents and not confirmed yet: 1 value.',
    '2 obligations open, the next by 31 Dec 2026.',
    'Seats: 501 of 500 used, above the limit.',
  ])
  expect(pendingButtons(contract).map(({ command }) => command)).toEqual(['review C-142', 'obligation list C-142'])
})
