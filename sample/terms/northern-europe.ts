// Fjellheim, Hästholm and Van der Meulen.

import { FJELLHEIM, HASTHOLM, MEULEN } from './companies.ts'
import type { Entry } from './entry.ts'
import { EUROPEAN_CARVE_OUTS, EUROPEAN_INTEREST, FIXED_FEES, INDEXED_INCREASE } from './wording.ts'

const executed = { owner: 'ana@lindenmoor.example', team: 'customer-success', status: 'executed' } as const
const fjellheim = { side: 'berlin', counterparty: FJELLHEIM, signedOn: { us: '2025-03-17', them: '2025-03-20' } } as const
const meulen = { side: 'berlin', counterparty: MEULEN, signedOn: { us: '2024-06-17', them: '2024-06-19' } } as const
const hastholm = { side: 'berlin', counterparty: HASTHOLM } as const
const risk = { interest: EUROPEAN_INTEREST, carveOuts: EUROPEAN_CARVE_OUTS, capMonths: 12, breachHours: 48, confidentialYears: 3 } as const

export const NORTHERN_EUROPE_ENTRIES: Entry[] = [
  {
    ...executed,
    file: 'fjellheim-msa.pdf',
    title: 'Fjellheim Varme master services agreement',
    type: 'msa',
    expiration: '2027-03-31',
    terms: {
      ...fjellheim,
      ...risk,
      effective: '2025-04-01',
      term: {
        kind: 'automatic',
        initial: { count: 24, unit: 'month' },
        until: '2027-03-31',
        renewal: { count: 12, unit: 'month' },
        notice: { count: 90, unit: 'day', by: 'recorded post' },
      },
      paymentDays: 30,
      increase: INDEXED_INCREASE,
      uptime: '99.5 per cent',
      law: 'Norway',
      courts: 'The courts of Oslo',
    },
  },
  {
    ...executed,
    file: 'fjellheim-order-form.docx',
    title: 'Fjellheim Varme order form, 75 technicians',
    type: 'order-form',
    expiration: '2027-03-31',
    terms: {
      ...fjellheim,
      number: 'LM-2025-021',
      effective: '2025-04-01',
      master: '2025-04-01',
      term: { kind: 'fixed', initial: { count: 24, unit: 'month' } },
      currency: 'EUR',
      lines: [{ item: 'Technician licence', quantity: 75, price: 2_600, months: 24 }],
      billing: 'quarterly in advance',
      paymentDays: 30,
    },
  },
  {
    ...executed,
    file: 'hastholm-pilot-sow.docx',
    title: 'Hästholm Fastigheter pilot, caretakers in Göteborg',
    type: 'sow',
    expiration: '2026-12-31',
    terms: {
      ...hastholm,
      title: 'Statement of Work: Pilot with the caretakers of Göteborg',
      weAre: 'provider',
      dates: { effective: '2026-09-01', until: '2026-12-31' },
      under: 'Lindenmoor’s standard terms of subscription, edition of January 2026, apply in addition.',
      purpose:
        'The Client looks after 3,400 flats and wants its caretakers to see their visits for the day, with keys and access, on one screen.',
      scope: [
        'set up the service for thirty-five caretakers;',
        'read visits from the Client’s property system every fifteen minutes;',
        'answer questions on working days in Swedish or English.',
      ],
      deliverables: ['The working service from 15 September 2026, and a comparison of missed visits before and after.'],
      currency: 'EUR',
      milestones: [
        { name: 'Start', due: '15 September 2026', fee: 480_000 },
        { name: 'Half-time review', due: '30 October 2026', fee: 500_000 },
        { name: 'Final comparison', due: '31 December 2026', fee: 500_000 },
      ],
      paymentDays: 30,
      acceptanceDays: 10,
      special: [
        'The Client says by 15 December 2026 whether it will subscribe from 1 January 2027. If it says nothing, access ends with the pilot.',
        'If it subscribes, the price per caretaker is at most EUR 19.00 a month for two years.',
      ],
      signedOn: { us: '2026-08-20', them: '2026-08-24' },
    },
  },
  {
    ...executed,
    file: 'hastholm-msa-draft.md',
    title: 'Hästholm Fastigheter master services agreement, draft',
    type: 'msa',
    status: 'draft',
    expiration: '2028-12-31',
    terms: {
      ...hastholm,
      ...risk,
      effective: '2027-01-01',
      term: {
        kind: 'automatic',
        initial: { count: 24, unit: 'month' },
        renewal: { count: 12, unit: 'month' },
        notice: { count: 3, unit: 'month', by: 'registered mail' },
      },
      paymentDays: 30,
      increase: FIXED_FEES,
      uptime: '99.9 per cent',
      law: 'Sweden',
      courts: 'The courts of Göteborg',
    },
  },
  {
    ...executed,
    file: 'van-der-meulen-msa.docx',
    title: 'Van der Meulen Installaties master services agreement',
    type: 'msa',
    expiration: '2027-06-30',
    terms: {
      ...meulen,
      ...risk,
      effective: '2024-07-01',
      term: {
        kind: 'automatic',
        initial: { count: 36, unit: 'month' },
        until: '2027-06-30',
        renewal: { count: 12, unit: 'month' },
        notice: { count: 3, unit: 'month', by: 'registered post' },
      },
      paymentDays: 30,
      increase: 'Lindenmoor may raise the fees once a year with effect from 1 July, by notice given before 1 May and stating its reasons.',
      uptime: '99.9 per cent',
      law: 'the Netherlands',
      courts: 'The courts of Utrecht',
    },
  },
  {
    ...executed,
    file: 'van-der-meulen-order-form.docx',
    title: 'Van der Meulen Installaties order form, 130 technicians',
    type: 'order-form',
    expiration: '2027-06-30',
    terms: {
      ...meulen,
      number: 'LM-2024-052',
      effective: '2024-07-01',
      master: '2024-07-01',
      term: { kind: 'fixed', initial: { count: 36, unit: 'month' }, until: '2027-06-30' },
      currency: 'EUR',
      lines: [{ item: 'Technician licence', quantity: 130, price: 2_250, months: 36 }],
      billing: 'half-yearly in advance',
      paymentDays: 30,
    },
  },
  {
    ...executed,
    file: 'van-der-meulen-amendment-1.docx',
    title: 'Van der Meulen Installaties amendment 1, price from July 2026',
    type: 'amendment',
    states: { price: 'EUR 23.40', priceIncreasePercent: '3 %' },
    terms: {
      ...meulen,
      title: 'Amendment 1',
      effective: '2026-07-01',
      amends: 'Master Services Agreement between the parties dated 1 July 2024 and Order Form LM-2024-052',
      background: [
        'By notice of 21 April 2026 Lindenmoor raised the fees by seven per cent. The Customer objected. The parties have agreed as follows.',
      ],
      changes: [
        'From 1 July 2026 the price of a technician licence is EUR 23.40 a month in place of EUR 22.50, an increase of four per cent.',
        'Clause 4.4 is replaced by: "Lindenmoor may raise the fees once a year with effect from 1 July, by notice given before 1 April, by no more than three per cent."',
        'The Customer waives the right to terminate Order Form LM-2024-052 before 30 June 2027 because of the increase.',
      ],
      signedOn: { us: '2026-06-15', them: '2026-06-16' },
    },
  },
]
