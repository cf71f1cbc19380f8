// Société Montclar: food distribution in Lyon. An amendment moved the notice, another the service level.

import { MONTCLAR as counterparty } from './companies.ts'
import type { Entry } from './entry.ts'
import { EUROPEAN_CARVE_OUTS, EUROPEAN_INTEREST, INDEXED_INCREASE, STANDARD_CREDITS, STANDARD_RESPONSES } from './wording.ts'

const MASTER = '2023-06-01'
const END = '2027-05-31'
const signedOn = { us: '2023-05-22', them: '2023-05-24' }
const facts = { owner: 'nadia@lindenmoor.example', team: 'customer-success', status: 'executed' } as const
const sides = { side: 'berlin', counterparty } as const
const amends = 'Master Services Agreement between the parties dated 1 June 2023'

export const MONTCLAR_ENTRIES: Entry[] = [
  {
    ...facts,
    file: 'montclar-pilot-sow.docx',
    title: 'Société Montclar pilot, Vénissieux warehouse',
    type: 'sow',
    status: 'expired',
    expiration: '2023-05-31',
    terms: {
      ...sides,
      title: 'Statement of Work: Pilot at the Vénissieux warehouse',
      weAre: 'provider',
      dates: { effective: '2023-02-01', until: '2023-05-31' },
      under: 'Lindenmoor’s standard terms of subscription, edition of November 2022, apply in addition.',
      purpose: 'The Client wants to find out whether its evening tours can be planned in under ten minutes with the Provider’s service.',
      scope: [
        'set up the service for forty tours a day;',
        'train six planners on site in two days;',
        'compare planned and driven kilometres for eight weeks.',
      ],
      deliverables: ['A working configuration, two training days, and a report of at most ten pages with the figures of each week.'],
      currency: 'EUR',
      milestones: [
        { name: 'Configuration accepted', due: '28 February 2023', fee: 600_000 },
        { name: 'Training held', due: '15 March 2023', fee: 400_000 },
        { name: 'Final report', due: '31 May 2023', fee: 800_000 },
      ],
      paymentDays: 30,
      acceptanceDays: 10,
      special: ['If the Client subscribes to the service by 30 June 2023, half of the pilot fee is set off against its first invoice.'],
      signedOn: { us: '2023-01-19', them: '2023-01-23' },
    },
  },
  {
    ...facts,
    file: 'montclar-msa.pdf',
    title: 'Société Montclar master services agreement',
    type: 'msa',
    expiration: END,
    terms: {
      ...sides,
      effective: MASTER,
      term: {
        kind: 'automatic',
        initial: { count: 48, unit: 'month' },
        until: END,
        renewal: { count: 24, unit: 'month' },
        notice: { count: 3, unit: 'month', by: 'registered letter with acknowledgement of receipt' },
      },
      paymentDays: 45,
      interest: EUROPEAN_INTEREST,
      increase: INDEXED_INCREASE,
      uptime: '99.9 per cent',
      capMonths: 12,
      carveOuts: EUROPEAN_CARVE_OUTS,
      breachHours: 48,
      confidentialYears: 5,
      law: 'France',
      courts: 'The commercial courts of Lyon',
      signedOn,
    },
  },
  {
    ...facts,
    file: 'montclar-order-form.docx',
    title: 'Société Montclar order form, 320 drivers',
    type: 'order-form',
    expiration: END,
    terms: {
      ...sides,
      number: 'LM-2023-019',
      effective: MASTER,
      master: MASTER,
      term: { kind: 'fixed', initial: { count: 48, unit: 'month' }, until: END },
      currency: 'EUR',
      lines: [
        { item: 'Dispatch platform, four warehouses', quantity: 1, price: 190_000, months: 48 },
        { item: 'Driver licence', quantity: 320, price: 1_750, months: 48 },
      ],
      billing: 'quarterly in advance',
      paymentDays: 45,
      special: ['Half of the fee of the pilot at Vénissieux, EUR 9,000.00, is set off against the first invoice.'],
      signedOn,
    },
  },
  {
    ...facts,
    file: 'montclar-sla.docx',
    title: 'Société Montclar service level agreement',
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
    file: 'montclar-amendment-1.docx',
    title: 'Société Montclar amendment 1, service level 99.95',
    type: 'amendment',
    states: { slaUptimePercent: '99.95 per cent', slaCreditPercent: 'twenty-five per cent' },
    terms: {
      ...sides,
      title: 'Amendment 1',
      effective: '2024-11-01',
      amends: `${amends} and the Service Level Agreement of the same date`,
      background: [
        'On 17 and 18 September 2024 the Service was unavailable for five hours and forty minutes in all, at the hour when evening tours leave.',
        'The parties wish to raise the Service Level and the credits from the month in which this amendment takes effect.',
      ],
      changes: [
        'In clause 1.1 of the Service Level Agreement "99.9 per cent" is replaced by "99.95 per cent".',
        {
          text: 'The credits of its section 2 are replaced by:',
          items: ['below 99.95 per cent: 5 % of the monthly fee;', 'below 99.5 per cent: 10 %;', 'below 99.0 per cent: 25 %.'],
        },
        'In clause 2.2 of the Service Level Agreement "twenty per cent" is replaced by "twenty-five per cent".',
        'Maintenance is not announced for the time from 17:00 to 22:00 in Lyon.',
      ],
      signedOn: { us: '2024-10-24', them: '2024-10-28' },
    },
  },
  {
    ...facts,
    file: 'montclar-amendment-2.docx',
    title: 'Société Montclar amendment 2, notice of six months',
    type: 'amendment',
    states: { renewalTerm: '12 months', noticePeriodToTerminateRenewal: '6 months' },
    terms: {
      ...sides,
      title: 'Amendment 2',
      effective: '2025-10-01',
      amends: `${amends}, as changed by Amendment 1`,
      background: [
        'The Customer’s buying rules allow no renewal of more than a year. Lindenmoor has asked for more time to plan in exchange.',
      ],
      changes: [
        'In clause 5.2 the Renewal Term is twelve (12) months in place of twenty-four (24).',
        'In clause 5.2 notice of non-renewal must be given not less than six (6) months before the last day of the Initial Term or of the Renewal Term then running.',
        'Clause 5.3 stays: notice is sent by registered letter with acknowledgement of receipt, and the day of receipt counts.',
      ],
      signedOn: { us: '2025-09-17', them: '2025-09-22' },
    },
  },
]
