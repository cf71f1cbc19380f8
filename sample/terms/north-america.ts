// The American family Brookhollow, and Caddo Ridge with its scanned paper.

import { BROOKHOLLOW, CADDO } from './companies.ts'
import type { Entry } from './entry.ts'
import { AMERICAN_CARVE_OUTS, AMERICAN_INCREASE, AMERICAN_INTEREST, STANDARD_RESPONSES } from './wording.ts'

const executed = { owner: 'ben@lindenmoor.example', team: 'customer-success', status: 'executed' } as const
const brookhollow = { side: 'boston', counterparty: BROOKHOLLOW, signedOn: { us: '2025-01-08', them: '2025-01-10' } } as const
const caddo = { side: 'boston', counterparty: CADDO, signedOn: { us: '2024-09-24', them: '2024-09-26' } } as const
const risk = { interest: AMERICAN_INTEREST, carveOuts: AMERICAN_CARVE_OUTS, confidentialYears: 3, increase: AMERICAN_INCREASE } as const
const delaware = { law: 'the State of Delaware', courts: 'The state and federal courts in Wilmington, Delaware' } as const

export const NORTH_AMERICA_ENTRIES: Entry[] = [
  {
    ...executed,
    file: 'brookhollow-msa.docx',
    title: 'Brookhollow Medical Supply master subscription agreement',
    type: 'msa',
    expiration: '2028-01-14',
    terms: {
      ...brookhollow,
      ...risk,
      ...delaware,
      effective: '2025-01-15',
      term: {
        kind: 'automatic',
        initial: { count: 36, unit: 'month' },
        renewal: { count: 12, unit: 'month' },
        notice: { count: 45, unit: 'day', by: 'certified mail, return receipt requested' },
      },
      paymentDays: 45,
      uptime: '99.95 percent',
      capMonths: 12,
      breachHours: 36,
    },
  },
  {
    ...executed,
    file: 'brookhollow-order-form.docx',
    title: 'Brookhollow Medical Supply order form, 410 drivers',
    type: 'order-form',
    expiration: '2028-01-14',
    terms: {
      ...brookhollow,
      number: 'LI-2025-002',
      effective: '2025-01-15',
      master: '2025-01-15',
      term: { kind: 'fixed', initial: { count: 36, unit: 'month' }, until: '2028-01-14' },
      currency: 'USD',
      lines: [
        { item: 'Dispatch platform', quantity: 1, price: 240_000, months: 36 },
        { item: 'Driver license', quantity: 410, price: 1_900, months: 36 },
      ],
      billing: 'yearly in advance',
      paymentDays: 45,
      special: ['The quantity may be lowered to no fewer than 350 drivers from January 15, 2027, by notice before December 15, 2026.'],
    },
  },
  {
    ...executed,
    file: 'brookhollow-dpa.docx',
    title: 'Brookhollow Medical Supply data processing agreement',
    type: 'dpa',
    terms: {
      ...brookhollow,
      weAre: 'processor',
      effective: '2025-01-15',
      master: '2025-01-15',
      breachHours: 36,
      objectionDays: 30,
      auditDays: 30,
      subjects: 'drivers and dispatchers of the Controller; persons who receive medical supplies at home',
      categories: 'names, delivery addresses, telephone numbers, delivery windows; no diagnosis and no prescription',
      subprocessors: [['Lindenmoor Systems GmbH', 'Berlin', 'development and second-line support']],
      special: [
        'The Controller shall not enter protected health information into free-text fields. The Processor shall warn about such fields on screen.',
      ],
    },
  },
  {
    ...executed,
    file: 'brookhollow-sla.pdf',
    title: 'Brookhollow Medical Supply service level agreement',
    type: 'sla',
    terms: {
      ...brookhollow,
      effective: '2025-01-15',
      master: '2025-01-15',
      uptime: '99.95 percent',
      credits: [
        ['99.95 %', '5 %'],
        ['99.5 %', '10 %'],
        ['99.0 %', '15 %'],
      ],
      maximumCredit: 'fifteen percent',
      responses: STANDARD_RESPONSES,
      claimDays: 20,
      leave:
        'If the Service Level is missed in four months of any twelve, the Customer may terminate the Order Form with sixty (60) days’ notice.',
    },
  },
  {
    ...executed,
    file: 'caddo-ridge-nda-signed.pdf',
    title: 'Caddo Ridge Utilities non-disclosure agreement, signed scan',
    type: 'nda',
    scan: true,
    expiration: '2027-08-11',
    terms: {
      ...caddo,
      ...delaware,
      mutual: true,
      effective: '2024-08-12',
      years: 3,
      survivalYears: 2,
      purpose: 'crew planning after storms',
      signedOn: { us: '2024-08-09', them: '2024-08-12' },
    },
  },
  {
    ...executed,
    file: 'caddo-ridge-msa.docx',
    title: 'Caddo Ridge Utilities master subscription agreement',
    type: 'msa',
    expiration: '2027-09-30',
    terms: {
      ...caddo,
      ...risk,
      effective: '2024-10-01',
      term: {
        kind: 'mutual',
        initial: { count: 36, unit: 'month' },
        until: '2027-09-30',
        notice: { count: 120, unit: 'day', by: 'certified mail or courier' },
      },
      paymentDays: 30,
      uptime: '99.9 percent',
      capMonths: 12,
      breachHours: 72,
      law: 'the State of Texas',
      courts: 'The state and federal courts in Gregg County, Texas',
    },
  },
  {
    ...executed,
    file: 'caddo-ridge-order-form.docx',
    title: 'Caddo Ridge Utilities order form, by work order',
    owner: 'priya@lindenmoor.example',
    team: 'sales',
    type: 'order-form',
    expiration: '2027-09-30',
    terms: {
      ...caddo,
      number: 'LI-2024-031',
      effective: '2024-10-01',
      master: '2024-10-01',
      term: { kind: 'fixed', initial: { count: 36, unit: 'month' } },
      currency: 'USD',
      lines: [
        { item: 'Dispatch platform', quantity: 1, price: 120_000, months: 36 },
        { item: 'Work orders included each month', quantity: 5_000, price: 48, months: 36 },
      ],
      billing: 'quarterly in advance',
      paymentDays: 30,
      overage:
        'Work orders above 15,000 in a calendar quarter are charged at USD 0.62 each. A single month above 5,000 is not charged by itself.',
    },
  },
]
