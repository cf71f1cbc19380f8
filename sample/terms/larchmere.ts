// Larchmere Home Services of Hamilton, Ontario, which left before its term was over.

import { LARCHMERE as counterparty } from './companies.ts'
import type { Entry } from './entry.ts'
import { AMERICAN_CARVE_OUTS, AMERICAN_INCREASE, AMERICAN_INTEREST } from './wording.ts'

const executed = { owner: 'ben@lindenmoor.example', team: 'customer-success', status: 'executed' } as const
const left = { ...executed, status: 'terminated' } as const
const larchmere = { side: 'boston', counterparty, signedOn: { us: '2023-04-20', them: '2023-04-25' } } as const
const risk = { interest: AMERICAN_INTEREST, carveOuts: AMERICAN_CARVE_OUTS, confidentialYears: 3, increase: AMERICAN_INCREASE } as const

export const LARCHMERE_ENTRIES: Entry[] = [
  {
    ...left,
    file: 'larchmere-msa.docx',
    title: 'Larchmere Home Services master subscription agreement',
    type: 'msa',
    expiration: '2026-04-30',
    terms: {
      ...larchmere,
      ...risk,
      effective: '2023-05-01',
      term: {
        kind: 'automatic',
        initial: { count: 36, unit: 'month' },
        until: '2026-04-30',
        renewal: { count: 12, unit: 'month' },
        notice: { count: 60, unit: 'day', by: 'registered mail' },
      },
      paymentDays: 30,
      uptime: '99.5 percent',
      capMonths: 6,
      breachHours: 72,
      law: 'the Province of Ontario',
      courts: 'The courts of Ontario',
    },
  },
  {
    ...left,
    file: 'larchmere-order-form.docx',
    title: 'Larchmere Home Services order form, 85 technicians',
    type: 'order-form',
    expiration: '2026-04-30',
    terms: {
      ...larchmere,
      number: 'LI-2023-008',
      effective: '2023-05-01',
      master: '2023-05-01',
      term: { kind: 'fixed', initial: { count: 36, unit: 'month' }, until: '2026-04-30' },
      currency: 'USD',
      lines: [{ item: 'Technician license', quantity: 85, price: 2_700, months: 36 }],
      billing: 'quarterly in advance',
      paymentDays: 30,
    },
  },
  {
    ...executed,
    file: 'larchmere-termination.docx',
    title: 'Larchmere Home Services termination agreement',
    type: 'amendment',
    states: { confidentialityTerm: '3 years', expirationDate: '2026-01-31' },
    terms: {
      ...larchmere,
      title: 'Termination Agreement',
      effective: '2026-01-31',
      amends: 'Master Subscription Agreement between the parties dated May 1, 2023 and Order Form LI-2023-008',
      background: ['The Customer has sold its field operations and no longer needs the Service.'],
      changes: [
        'The Agreement and the Order Form end on January 31, 2026 in place of April 30, 2026.',
        'One half of the fees for February 1 to April 30, 2026 is waived; the other half, USD 3,442.50, is due on signature.',
        'Lindenmoor keeps the Customer Content ready for export until March 31, 2026 and then deletes it.',
        'Section 8 (Confidentiality) goes on for three years. Each party releases the other from all further claims.',
      ],
      signedOn: { us: '2026-01-14', them: '2026-01-16' },
    },
  },
]
