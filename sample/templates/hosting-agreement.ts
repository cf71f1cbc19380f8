// A hosting agreement on the other side's paper: here Lindenmoor is the one who buys.

import type { Agreement } from './agreement.ts'
import { type Company, introduced, OUR_COMPANIES, type OurSide, signatures, styleOf } from './company.ts'
import { type Term, termClauses } from './term.ts'
import { counted, money } from './words.ts'

export type HostingTerms = {
  side: OurSide
  counterparty: Company
  effective: string
  term: Term
  currency: string
  monthlyFee: number
  increase: string
  paymentDays: number
  availability: string
  capMonths: number
  exitMonths: number
  law: string
  courts: string
  signedOn?: { us: string; them: string }
}

/** The supplier's hosting agreement. */
export function hostingAgreement(terms: HostingTerms): Agreement {
  return {
    title: 'Hosting Services Agreement',
    subtitle: `${terms.counterparty.name} and ${OUR_COMPANIES[terms.side].name}`,
    opening: [
      `This agreement (the "Agreement") is made between ${introduced(terms.counterparty, 'the Supplier')} and ${introduced(OUR_COMPANIES[terms.side], 'the Client')}.`,
      'The Supplier operates data centres in Dublin and Frankfurt. The Client runs its planning service on machines that it rents there.',
    ],
    sections: [
      {
        heading: 'Services',
        clauses: [
          'The Supplier provides the reserved capacity in Schedule 1, power, cooling, network and remote hands at both sites.',
          'Capacity may be raised with ten (10) days’ notice at the prices of Schedule 1. It may be lowered by up to ten per cent once a year.',
          'The Client answers for what it installs; the Supplier has no access to it except on request.',
        ],
      },
      { heading: 'Duration', clauses: termClauses({ ...terms, subject: 'This Agreement', style: styleOf(terms.side) }) },
      charges(terms),
      {
        heading: 'Availability',
        clauses: [
          `Power and network at each site are available for ${terms.availability} of each month. For each full hour below that level the Client is ` +
            'credited one day of the charges for the site concerned.',
          'If a site is unavailable for more than twelve (12) hours in any ninety (90) days, the Client may leave that site with thirty (30) ' +
            'days’ notice.',
        ],
      },
      liability(terms),
      {
        heading: 'Exit',
        clauses: [
          `On request the Supplier continues the services after the end for up to ${counted(terms.exitMonths, 'month')} at the prices then in ` +
            'force, and lets the Client remove its data and equipment during that time.',
        ],
      },
      { heading: 'Law', clauses: [`This Agreement is governed by the laws of ${terms.law}. ${terms.courts} have exclusive jurisdiction.`] },
    ],
    annexes: [schedule(terms)],
    closing: 'Executed by the duly authorised representatives of the parties.',
    signatures: signatures(terms),
  }
}

function charges(terms: HostingTerms): Agreement['sections'][number] {
  return {
    heading: 'Charges',
    clauses: [
      `The charge for the reserved capacity is ${money(terms.currency, terms.monthlyFee)} a month, invoiced monthly in advance and payable within ` +
        `${counted(terms.paymentDays, 'day')} of receipt of the invoice.`,
      terms.increase,
      'Power is charged as metered, at the Supplier’s cost and without a margin.',
    ],
  }
}

function liability(terms: HostingTerms): Agreement['sections'][number] {
  return {
    heading: 'Liability',
    clauses: [
      'Neither party is liable to the other for loss of profit or of data, save that the Supplier pays for the restoration of data from the last ' +
        'backup if the loss was its fault.',
      `The liability of each party in any twelve months is limited to the charges for ${counted(terms.capMonths, 'month')}.`,
      'No limit applies to death or personal injury, fraud, or wilful misconduct.',
    ],
  }
}

function schedule(terms: HostingTerms): NonNullable<Agreement['annexes']>[number] {
  return {
    title: 'Schedule 1: Reserved capacity',
    paragraphs: ['Prices are monthly and without value added tax.'],
    table: {
      header: ['Site', 'Reserved', 'Unit price'],
      rows: [
        ['Dublin', '6 racks, 40 kW', money(terms.currency, 72_500)],
        ['Frankfurt', '6 racks, 40 kW', money(terms.currency, 71_900)],
        ['Between the sites', '2 x 10 Gbit/s', 'included'],
      ],
    },
  }
}
