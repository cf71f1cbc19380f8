// What was read of an uploaded agreement, waiting to be confirmed: some of it whole with its sentence, the rest as a list.
import { proposalsCard } from '../../../src/bot/cards/proposals.ts'
import { modelAwayCard, modelReadCard } from '../../../src/bot/cards/model-reading.ts'
import { obligationsCard } from '../../../src/bot/cards/obligations.ts'
import { bundledFields } from '../../../src/contracts/bundled-fields.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import type { FieldValue } from '../../../src/contracts/field-value.ts'
import type { Proposal } from '../../../src/contracts/proposal.ts'
import { emptyContract } from '../../../src/contracts/record/fold-contract.ts'

const sourced = { by: 'P-1', at: '2026-11-02T09:00:00.000Z', source: 'msa.docx', seq: 3 }
const document = { document: 'a'.repeat(64), name: 'penhallow-amendment-1.pdf' }

const proposal = (index: number, field: string, value: FieldValue, sentence: string, sure = true): Proposal => ({
  ...{ id: `12.${index}`, field, value, sure, reader: 'rules', at: '2026-11-24T10:00:00.000Z', seq: 12 },
  evidence: { ...document, page: index, sentence, start: 0, end: sentence.length },
})

const contract: Contract = {
  ...emptyContract('C-142'),
  fields: { title: { value: 'Penhallow Freight MSA', ...sourced }, expirationDate: { value: '2027-01-31', ...sourced }, counterparty: { value: 'Penhallow Freight Ltd', ...sourced } },
  proposals: [
    proposal(1, 'expirationDate', '2028-01-31', 'The Term is extended so that it ends on 31 January 2028.'),
    proposal(2, 'liabilityCapMonetary', { minor: 50_000_000, currency: 'GBP' }, 'The total liability of each party shall not exceed £500,000 <in any year>.', false),
    proposal(3, 'noticePeriodToTerminateRenewal', { count: 6, unit: 'month' }, 'Either party may give not less than six months’ notice & no more.'),
    proposal(4, 'slaUptimePercent', 99.95, 'The Service shall be available 99.95% of each calendar month.'),
    proposal(5, 'paymentTerms', { count: 45, unit: 'day' }, 'Invoices are payable within 45 days of receipt.'),
    proposal(6, 'autoRenewal', true, 'Thereafter it renews automatically for successive terms of one year.'),
    proposal(7, 'governingLaw', ['England', 'Wales'], 'This Agreement is governed by the law of England and Wales.', false),
  ],
  obligations: [
    {
      ...{ id: 'O-12', owes: 'us', what: 'Send the audit report', recurrence: 'yearly', dueOn: '2027-01-31', clause: 'audit-rights' },
      ...{ by: 'P-1', at: sourced.at, seq: 4, done: [], dropped: undefined },
    },
    {
      ...{ id: 'O-9', owes: 'us', what: 'Name a contact for security', recurrence: 'once', dueOn: '2026-11-10' },
      ...{ by: 'P-1', at: sourced.at, seq: 5, done: [{ due: '2026-11-10', on: '2026-11-09', by: 'P-1' }], dropped: undefined },
    },
    {
      ...{ id: 'O-10', owes: 'them', what: 'Return the <old> badges', recurrence: 'once', dueOn: '2026-11-20' },
      ...{ by: 'P-1', at: sourced.at, seq: 6, done: [], dropped: 'Waived in amendment 2' },
    },
  ],
  waitingObligations: [
    {
      ...{ id: '12.1', owes: 'them', what: 'Report the number of depots', recurrence: 'quarterly', due: 'within 10 days after each quarter' },
      ...{ clause: '4.2', sure: false, page: 3, sentence: 'The Customer shall report the number of its depots within 10 days after the end of each quarter.', start: 0, end: 90 },
      ...{ ...document, seq: 12 },
    },
  ],
}

export const proposals = proposalsCard(contract, { definitions: bundledFields }, 'Recorded in C-142: Agreement date 1 Nov 2026.')
const read = { name: document.name, model: 'llama-3.3 <70b>' }
export const modelRead = modelReadCard(contract, { ...read, count: 2, partly: 120_000 })
export const modelAway = modelAwayCard(contract, { ...read, reason: 'it answered with 500' })
export const obligations = obligationsCard(contract, '2026-11-24')
