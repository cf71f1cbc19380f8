// Prospects and single agreements: Quillon, Shirahama, Ferreira & Brito.

import { FERREIRA, QUILLON, SHIRAHAMA } from './companies.ts'
import type { Entry } from './entry.ts'
import { BRITISH_CARVE_OUTS, BRITISH_INTEREST, FIXED_FEES } from './wording.ts'

const sales = { owner: 'tom@lindenmoor.example', team: 'sales' } as const
const england = { law: 'England and Wales', courts: 'The courts of England and Wales' } as const
const shirahama = { side: 'boston', counterparty: SHIRAHAMA } as const

export const PROSPECT_ENTRIES: Entry[] = [
  {
    ...sales,
    file: 'quillon-nda.docx',
    title: 'Quillon Retail Group mutual non-disclosure agreement',
    status: 'executed',
    type: 'nda',
    restricted: true,
    expiration: '2028-05-10',
    terms: {
      ...england,
      side: 'berlin',
      counterparty: QUILLON,
      mutual: true,
      effective: '2026-05-11',
      until: '2028-05-10',
      years: 2,
      survivalYears: 5,
      purpose: 'the planning of home deliveries for all brands of the group',
      special: ['Neither party shall name the other as a customer, supplier or partner, or confirm that these talks take place.'],
      signedOn: { us: '2026-05-07', them: '2026-05-11' },
    },
  },
  {
    ...sales,
    file: 'quillon-msa.docx',
    title: 'Quillon Retail Group master services agreement, draft 3',
    status: 'in-negotiation',
    type: 'msa',
    expiration: '2028-12-31',
    value: 'GBP 610,000.00',
    terms: {
      ...england,
      side: 'berlin',
      counterparty: QUILLON,
      effective: '2027-01-01',
      term: {
        kind: 'automatic',
        initial: { count: 24, unit: 'month' },
        until: '2028-12-31',
        renewal: { count: 24, unit: 'month' },
        notice: { count: 180, unit: 'day', by: 'recorded post' },
      },
      paymentDays: 60,
      interest: BRITISH_INTEREST,
      increase: FIXED_FEES,
      uptime: '99.95 per cent',
      capMonths: 12,
      carveOuts: BRITISH_CARVE_OUTS,
      breachHours: 24,
      confidentialYears: 5,
      special: {
        heading: 'Exclusivity',
        clauses: [
          'Until 31 December 2027 Lindenmoor shall not offer the slot auction module to the three grocers named in the side letter of the same date.',
          'The restriction ends at once if the fees paid and payable under the Order Forms are below GBP 300,000.00 in any contract year.',
          'It does not cover modules other than the slot auction module, or contracts that Lindenmoor had signed before 1 January 2027.',
        ],
      },
    },
  },
  {
    ...sales,
    file: 'shirahama-nda.txt',
    title: 'Shirahama Koki mutual non-disclosure agreement',
    status: 'executed',
    owner: 'priya@lindenmoor.example',
    type: 'nda',
    expiration: '2028-08-19',
    terms: {
      ...shirahama,
      mutual: true,
      effective: '2025-08-20',
      years: 3,
      survivalYears: 3,
      purpose: 'a study on planning elevator maintenance in the Kansai region',
      law: 'Japan',
      courts: 'The Osaka and Tokyo District Courts',
      signedOn: { us: '2025-08-14', them: '2025-08-20' },
    },
  },
  {
    ...sales,
    file: 'shirahama-study-sow.docx',
    title: 'Shirahama Koki study on elevator maintenance, draft',
    status: 'draft',
    owner: 'priya@lindenmoor.example',
    type: 'sow',
    terms: {
      ...shirahama,
      title: 'Statement of Work: Study on elevator maintenance',
      weAre: 'provider',
      under: 'The mutual non-disclosure agreement between the parties dated August 20, 2025 applies.',
      purpose:
        'The Client maintains about 11,000 elevators in the Kansai region and wants to know what joint planning of inspection and repair would save.',
      scope: [
        'read twelve months of past visits;',
        'plan them anew under the rules of the Client;',
        'show the difference in travel and in late inspections.',
      ],
      deliverables: ['A report with the method, the figures by district, and the data from which they can be computed again.'],
      currency: 'USD',
      milestones: [
        { name: 'Data received and understood', due: 'week 4', fee: 1_600_000 },
        { name: 'First plan shown', due: 'week 10', fee: 2_400_000 },
        { name: 'Report accepted', due: 'week 16', fee: 2_400_000 },
      ],
      paymentDays: 30,
      acceptanceDays: 20,
      special: [
        'The report is written in English; the Client translates it at its own cost.',
        'Past visits are given without names of technicians.',
      ],
    },
  },
  {
    ...sales,
    file: 'ferreira-brito-nda.txt',
    title: 'Ferreira & Brito non-disclosure agreement',
    status: 'expired',
    type: 'nda',
    expiration: '2025-09-03',
    terms: {
      side: 'berlin',
      counterparty: FERREIRA,
      mutual: false,
      effective: '2023-09-04',
      years: 2,
      survivalYears: 3,
      purpose: 'the resale of route planning in Portugal',
      law: 'Portugal',
      courts: 'The courts of Porto',
      signedOn: { us: '2023-08-31', them: '2023-09-04' },
    },
  },
]
