// What Lindenmoor buys: data centres from Corvane, penetration tests from Brennick & Hale.

import { BRENNICK, CORVANE } from './companies.ts'
import type { Entry } from './entry.ts'

const corvane = { side: 'berlin', counterparty: CORVANE, signedOn: { us: '2023-12-11', them: '2023-12-14' } } as const

export const SUPPLIER_ENTRIES: Entry[] = [
  {
    file: 'corvane-hosting.pdf',
    title: 'Corvane Hosting services agreement',
    owner: 'marek@lindenmoor.example',
    team: 'product',
    status: 'executed',
    type: 'hosting',
    expiration: '2026-12-31',
    value: 'EUR 311,904.00',
    terms: {
      ...corvane,
      effective: '2024-01-01',
      term: {
        kind: 'automatic',
        initial: { count: 36, unit: 'month' },
        until: '2026-12-31',
        renewal: { count: 24, unit: 'month' },
        notice: { count: 30, unit: 'day', by: 'registered post' },
      },
      currency: 'EUR',
      monthlyFee: 866_400,
      increase: 'The charge may be raised at the beginning of a Renewal Term by up to six per cent.',
      paymentDays: 30,
      availability: '99.99 per cent',
      capMonths: 6,
      exitMonths: 6,
      law: 'Ireland',
      courts: 'The courts of Dublin',
    },
  },
  {
    file: 'corvane-dpa.docx',
    title: 'Corvane Hosting data processing agreement',
    owner: 'sofia@lindenmoor.example',
    team: 'security',
    status: 'executed',
    type: 'dpa',
    terms: {
      ...corvane,
      weAre: 'controller',
      effective: '2024-01-01',
      master: '2024-01-01',
      breachHours: 24,
      objectionDays: 60,
      auditDays: 10,
      subjects: 'those whose data the Controller’s customers keep in its service',
      categories: 'whatever those customers enter; the Processor has no access except by order of the Controller',
      subprocessors: [['none', '', '']],
    },
  },
  {
    file: 'brennick-hale-sow.txt',
    title: 'Brennick & Hale penetration tests 2026',
    owner: 'sofia@lindenmoor.example',
    team: 'security',
    status: 'executed',
    type: 'sow',
    restricted: true,
    expiration: '2027-02-01',
    terms: {
      side: 'berlin',
      counterparty: BRENNICK,
      title: 'Statement of Work: Penetration tests',
      weAre: 'client',
      dates: { effective: '2026-02-02', until: '2027-02-01' },
      under: 'The terms of engagement of Brennick & Hale LLP, edition of October 2025, apply in addition.',
      purpose: 'The Client has its service tested by an independent firm each year and shows a summary to its customers.',
      scope: [
        'test the web and mobile applications and the programming interface in two rounds;',
        'report a critical finding by telephone on the same day;',
        'test again what was mended.',
      ],
      deliverables: ['A full report for the Client alone, and a summary of two pages that the Client may show to others.'],
      currency: 'GBP',
      milestones: [
        { name: 'First round and report', due: '30 April 2026', fee: 1_650_000 },
        { name: 'Second round and report', due: '30 October 2026', fee: 1_650_000 },
        { name: 'Repeat tests', due: '29 January 2027', fee: 550_000 },
      ],
      paymentDays: 30,
      acceptanceDays: 15,
      special: [
        'Findings are shown to nobody but the persons named by the Client’s head of security. Tests run from the addresses announced before.',
      ],
      signedOn: { us: '2026-01-22', them: '2026-01-26' },
    },
  },
]
