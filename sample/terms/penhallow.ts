// Penhallow Freight: the family that the first run tells about.

import { PENHALLOW as counterparty } from './companies.ts'
import type { Entry } from './entry.ts'
import { BRITISH_CARVE_OUTS, BRITISH_INTEREST, FIXED_FEES, HOSTING_SUBPROCESSORS, STANDARD_CREDITS, STANDARD_RESPONSES } from './wording.ts'

const MASTER = '2024-02-01'
const END = '2027-01-31'
const signedOn = { us: '2024-01-25', them: '2024-01-29' }
const facts = { owner: 'ana@lindenmoor.example', team: 'customer-success', status: 'executed' } as const
const sides = { side: 'berlin', counterparty } as const

export const PENHALLOW_ENTRIES: Entry[] = [
  {
    ...facts,
    file: 'penhallow-msa.docx',
    title: 'Penhallow Freight master services agreement',
    type: 'msa',
    expiration: END,
    terms: {
      ...sides,
      effective: MASTER,
      term: {
        kind: 'automatic',
        initial: { count: 36, unit: 'month' },
        until: END,
        renewal: { count: 12, unit: 'month' },
        notice: { count: 60, unit: 'day', by: 'recorded post or courier' },
      },
      paymentDays: 30,
      interest: BRITISH_INTEREST,
      increase: FIXED_FEES,
      uptime: '99.9 per cent',
      capMonths: 18,
      carveOuts: BRITISH_CARVE_OUTS,
      capNote:
        'Penalties that a retailer charges the Customer for a missed or late delivery slot are indirect loss within clause 12.1 and cannot be ' +
        'recovered, even if they could be foreseen.',
      breachHours: 48,
      confidentialYears: 3,
      law: 'England and Wales',
      courts: 'The courts of England and Wales',
      signedOn,
    },
  },
  {
    ...facts,
    file: 'penhallow-order-form-1.docx',
    title: 'Penhallow Freight order form 1, Bristol and Exeter depots',
    type: 'order-form',
    expiration: END,
    terms: {
      ...sides,
      number: 'LM-2024-011',
      effective: MASTER,
      master: MASTER,
      term: { kind: 'fixed', initial: { count: 36, unit: 'month' }, until: END },
      currency: 'GBP',
      lines: [
        { item: 'Dispatch platform, two depots', quantity: 1, price: 150_000, months: 36 },
        { item: 'Driver licence', quantity: 180, price: 2_100, months: 36 },
      ],
      billing: 'yearly in advance',
      paymentDays: 30,
      signedOn,
    },
  },
  {
    ...facts,
    file: 'penhallow-order-form-2.pdf',
    title: 'Penhallow Freight order form 2, Swansea depot',
    type: 'order-form',
    expiration: END,
    terms: {
      ...sides,
      number: 'LM-2025-047',
      effective: '2025-09-01',
      master: MASTER,
      term: { kind: 'fixed', initial: { count: 17, unit: 'month' }, until: END },
      currency: 'GBP',
      lines: [{ item: 'Driver licence, Swansea', quantity: 60, price: 1_950, months: 17 }],
      billing: 'yearly in advance',
      paymentDays: 45,
      special: [
        'The payment term follows Amendment 1 to the Master Agreement.',
        'The term ends together with that of Order Form LM-2024-011.',
      ],
      signedOn: { us: '2025-08-19', them: '2025-08-21' },
    },
  },
  {
    ...facts,
    file: 'penhallow-dpa.docx',
    title: 'Penhallow Freight data processing agreement',
    type: 'dpa',
    terms: {
      ...sides,
      weAre: 'processor',
      effective: MASTER,
      master: MASTER,
      breachHours: 48,
      objectionDays: 30,
      auditDays: 30,
      subjects: 'drivers and planners of the Controller; recipients of deliveries',
      categories: 'names, telephone numbers, delivery addresses, shift times, positions of vehicles during a shift',
      subprocessors: HOSTING_SUBPROCESSORS,
      signedOn,
    },
  },
  {
    ...facts,
    file: 'penhallow-sla.pdf',
    title: 'Penhallow Freight service level agreement',
    type: 'sla',
    terms: {
      ...sides,
      effective: MASTER,
      master: MASTER,
      uptime: '99.9 per cent',
      credits: STANDARD_CREDITS,
      maximumCredit: 'twenty per cent',
      responses: STANDARD_RESPONSES,
      claimDays: 30,
      leave:
        'If availability is below 98.0 per cent in three months of any twelve, the Customer may terminate the Order Form with thirty (30) days’ notice.',
      signedOn,
    },
  },
  {
    ...facts,
    file: 'penhallow-amendment-1.docx',
    title: 'Penhallow Freight amendment 1, payment in 45 days',
    type: 'amendment',
    states: { paymentTerms: '45 days' },
    terms: {
      ...sides,
      title: 'Amendment 1',
      effective: '2025-07-01',
      amends: 'Master Services Agreement between the parties dated 1 February 2024',
      background: [
        'The Customer’s group pays its suppliers in two runs a month, forty-five days after the invoice.',
        'In return for the longer payment term the Customer has agreed to pay by direct debit.',
      ],
      changes: [
        'Clause 4.2 is replaced by: "Invoices are payable within forty-five (45) days of the date of the invoice, by direct debit."',
        'A direct debit that is returned makes the amount payable within ten (10) days. After two returns within twelve months the term of thirty (30) days applies again.',
        'Invoices issued before this amendment takes effect stay payable as they were.',
      ],
      signedOn: { us: '2025-06-18', them: '2025-06-20' },
    },
  },
]
