// Grünhagen (terminable to the end of a quarter), and Kowalczyk (monthly from the 31st).

import { GRUNHAGEN, KOWALCZYK } from './companies.ts'
import type { Entry } from './entry.ts'
import { EUROPEAN_CARVE_OUTS, EUROPEAN_INTEREST, HOSTING_SUBPROCESSORS, INDEXED_INCREASE } from './wording.ts'

const MASTER = '2024-04-01'
const signedOn = { us: '2024-03-18', them: '2024-03-21' }
const executed = { team: 'customer-success', status: 'executed' } as const
const grunhagen = { side: 'berlin', counterparty: GRUNHAGEN } as const
const kowalczyk = { side: 'berlin', counterparty: KOWALCZYK } as const

export const CENTRAL_EUROPE_ENTRIES: Entry[] = [
  {
    ...executed,
    file: 'grunhagen-msa.docx',
    title: 'Grünhagen Netze master services agreement',
    owner: 'nadia@lindenmoor.example',
    type: 'msa',
    terms: {
      ...grunhagen,
      effective: MASTER,
      term: {
        kind: 'quarterly',
        notFirstBefore: '2025-03-31',
        notice: { count: 90, unit: 'day', by: 'registered mail (Einschreiben mit Rückschein)' },
      },
      paymentDays: 14,
      interest: 'nine percentage points above the base rate under section 247 of the German Civil Code',
      increase: INDEXED_INCREASE,
      uptime: '99.9 per cent',
      capMonths: 12,
      carveOuts: [...EUROPEAN_CARVE_OUTS, 'claims under the German Product Liability Act'],
      breachHours: 48,
      confidentialYears: 5,
      law: 'the Federal Republic of Germany',
      courts: 'The courts of Berlin',
      signedOn,
    },
  },
  {
    ...executed,
    file: 'grunhagen-order-form.pdf',
    title: 'Grünhagen Netze order form, field crews and meters',
    owner: 'nadia@lindenmoor.example',
    type: 'order-form',
    expiration: '2027-12-31',
    terms: {
      ...grunhagen,
      number: 'LM-2024-088',
      effective: '2025-01-01',
      master: MASTER,
      term: { kind: 'fixed', initial: { count: 36, unit: 'month' }, until: '2027-12-31' },
      currency: 'EUR',
      lines: [
        { item: 'Technician licence', quantity: 240, price: 2_400, months: 36 },
        { item: 'Meter exchange module', quantity: 1, price: 90_000, months: 36 },
        { item: 'Set-up and connection to the network register', quantity: 1, price: 1_250_000, months: 'once' },
      ],
      billing: 'monthly in arrears',
      paymentDays: 14,
      special: ['A termination of the Master Agreement under its clause 5.2 does not end this Order Form before 31 December 2027.'],
      signedOn: { us: '2024-11-28', them: '2024-12-03' },
    },
  },
  {
    ...executed,
    file: 'grunhagen-dpa.docx',
    title: 'Grünhagen Netze data processing agreement',
    owner: 'nadia@lindenmoor.example',
    type: 'dpa',
    terms: {
      ...grunhagen,
      weAre: 'processor',
      effective: MASTER,
      master: MASTER,
      breachHours: 48,
      objectionDays: 45,
      auditDays: 20,
      subjects: 'technicians and planners of the Controller; owners and tenants of metered premises',
      categories: 'names, addresses, telephone numbers, meter numbers and readings, appointments, photographs of meters',
      subprocessors: HOSTING_SUBPROCESSORS,
      special: ['Support from outside the European Union has no access to the Controller’s environment.'],
      signedOn,
    },
  },
  {
    ...executed,
    file: 'grunhagen-amendment-1.docx',
    title: 'Grünhagen Netze amendment 1, breach notice in 24 hours',
    owner: 'nadia@lindenmoor.example',
    type: 'amendment',
    states: { breachNotice: '24 hours' },
    terms: {
      ...grunhagen,
      title: 'Amendment 1 to the Data Processing Agreement',
      effective: '2026-04-01',
      amends: 'Data Processing Agreement between the parties dated 1 April 2024',
      background: [
        'The Controller operates critical infrastructure and must give an early warning to its authority within twenty-four hours of a significant incident.',
        'A first notice from the Processor may therefore be short, but it must come early.',
      ],
      changes: [
        'In clause 3.1 "forty-eight (48) hours" is replaced by "twenty-four (24) hours".',
        'The first notice need only say what is known. The full notice of clause 3.2 follows within seventy-two (72) hours of becoming aware.',
        'The Controller names a telephone number that is answered at any hour. The time runs from the first attempt to reach it.',
        'The Controller bears the costs of an on-site audit under clause 5.2 unless the audit finds a material breach.',
      ],
      signedOn: { us: '2026-03-19', them: '2026-03-24' },
    },
  },
  {
    ...executed,
    file: 'kowalczyk-nda.txt',
    title: 'Kowalczyk Logistyka mutual non-disclosure agreement',
    owner: 'tom@lindenmoor.example',
    team: 'sales',
    type: 'nda',
    expiration: '2027-11-17',
    terms: {
      ...kowalczyk,
      mutual: true,
      effective: '2024-11-18',
      years: 3,
      survivalYears: 2,
      purpose: 'a trial of route planning in Lower Silesia',
      law: 'Poland',
      courts: 'The courts of Wrocław',
      signedOn: { us: '2024-11-14', them: '2024-11-18' },
    },
  },
  {
    ...executed,
    file: 'kowalczyk-order-form.txt',
    title: 'Kowalczyk Logistyka order form, month to month',
    owner: 'ana@lindenmoor.example',
    type: 'order-form',
    terms: {
      ...kowalczyk,
      number: 'LM-2025-004',
      effective: '2025-01-31',
      term: {
        kind: 'monthly',
        notice: { count: 15, unit: 'day', by: 'e-mail to notices@lindenmoor.example or to the Customer’s invoice address' },
      },
      currency: 'EUR',
      lines: [
        { item: 'Dispatch platform, one depot', quantity: 1, price: 29_000, months: 1 },
        { item: 'Driver licence', quantity: 22, price: 1_800, months: 1 },
      ],
      billing: 'monthly in advance',
      paymentDays: 14,
      special: [`An amount not paid when due bears interest at ${EUROPEAN_INTEREST}.`],
      signedOn: { us: '2025-01-24', them: '2025-01-27' },
    },
  },
]
