// A master agreement for the service, on our paper: who, what, how long, what it costs.

import type { Agreement, Section } from './agreement.ts'
import { type Company, introduced, OUR_COMPANIES, type OurSide, signatures, styleOf } from './company.ts'
import { closingSections } from './master-general.ts'
import { riskSections } from './master-risk.ts'
import { type Term, termClauses } from './term.ts'
import { counted, longDate, type Style } from './words.ts'

export type MasterTerms = {
  side: OurSide
  counterparty: Company
  effective: string
  term: Term
  paymentDays: number
  interest: string
  increase: string
  uptime: string
  capMonths: number
  carveOuts: string[]
  capNote?: string
  breachHours: number
  confidentialYears: number
  law: string
  courts: string
  special?: Section
  signedOn?: { us: string; them: string }
}

/** The whole master agreement, sections 1 to 18 and special terms where they were agreed. */
export function masterAgreement(terms: MasterTerms): Agreement {
  const style = styleOf(terms.side)
  const american = terms.side === 'boston'
  return {
    title: american ? 'Master Subscription Agreement' : 'Master Services Agreement',
    subtitle: `${OUR_COMPANIES[terms.side].name} and ${terms.counterparty.name}`,
    opening: [
      `This agreement (the "Agreement") is made between ${introduced(OUR_COMPANIES[terms.side], 'Lindenmoor')} and ` +
        `${introduced(terms.counterparty, 'the Customer')}. It takes effect on ${longDate(terms.effective, style)}.`,
      'Lindenmoor provides a hosted service for planning field crews and delivery slots. The Customer wishes to use it in its business on ' +
        'the terms below. Each Order Form that refers to this Agreement forms one contract with it.',
    ],
    sections: [
      ...serviceSections(terms, style),
      ...riskSections(terms),
      ...closingSections(terms),
      ...(terms.special ? [terms.special] : []),
    ],
    closing: 'Signed by the parties through the persons named below, who confirm that they may do so.',
    signatures: signatures(terms),
  }
}

function serviceSections(terms: MasterTerms, style: Style): Section[] {
  return [
    definitions(terms),
    service(),
    acceptableUse(),
    fees(terms),
    {
      heading: 'Term and renewal',
      clauses: [
        ...termClauses({ effective: terms.effective, subject: 'This Agreement', style, term: terms.term }),
        'An Order Form keeps this Agreement in force for as long as the Order Form itself runs.',
      ],
    },
    termination(terms),
    support(terms),
  ]
}

function definitions(terms: MasterTerms): Section {
  return {
    heading: 'Definitions',
    clauses: [
      '"Service" means Lindenmoor Dispatch, the hosted planning service described in the Order Form, with its mobile application and ' +
        'programming interface.',
      '"Order Form" means an order signed by both parties that names the modules, quantities, price and subscription term.',
      '"Authorized Person" means an employee or contractor of the Customer or of its affiliates to whom the Customer has given access.',
      '"Customer Content" means everything that Authorized Persons enter into the Service or that the Service receives on their behalf.',
      `"Business Day" means a day other than a Saturday, a Sunday or a public holiday in ${terms.side === 'boston' ? 'Boston' : 'Berlin'}.`,
    ],
  }
}

function service(): Section {
  return {
    heading: 'The Service',
    clauses: [
      'Lindenmoor shall provide the Service throughout the term with the skill and care to be expected of an experienced provider.',
      'Lindenmoor may improve the Service at any time. A change that takes away a function which the Customer uses needs six (6) months’ notice.',
      'The Customer may use the Service for its own business and that of its affiliates. The right is not exclusive and cannot be transferred ' +
        'except together with this Agreement.',
    ],
  }
}

function acceptableUse(): Section {
  return {
    heading: 'Acceptable use',
    clauses: [
      {
        text: 'The Customer shall not, and shall not let anyone:',
        items: [
          'resell the Service or offer it to third parties as a bureau;',
          'probe or test the security of the Service other than by a test agreed in writing at least ten (10) Business Days before;',
          'use the Service to store special categories of personal data, unless an Order Form says otherwise.',
        ],
      },
      'Lindenmoor may suspend the access of an Authorized Person who endangers the Service, and shall say why without delay.',
    ],
  }
}

function fees(terms: MasterTerms): Section {
  return {
    heading: 'Fees and payment',
    clauses: [
      'The Customer shall pay the fees stated in each Order Form. Fees are stated without value added tax or sales tax, which is added where due.',
      `Invoices are payable within ${counted(terms.paymentDays, 'day')} of the date of the invoice.`,
      `An amount not paid when due bears interest at ${terms.interest}. Lindenmoor may suspend the Service only if an undisputed amount is ` +
        'still unpaid thirty (30) days after a written reminder.',
      terms.increase,
      'The Customer may dispute an invoice in good faith by a reasoned notice within twenty (20) days; the undisputed part stays payable.',
    ],
  }
}

function termination(terms: MasterTerms): Section {
  return {
    heading: 'Termination',
    clauses: [
      'Either party may terminate this Agreement at once by written notice if the other commits a material breach and does not cure it within ' +
        'thirty (30) days of being asked to, or becomes insolvent.',
      'On termination Lindenmoor shall keep the Customer Content ready for export in a common format for thirty (30) days and then delete it, ' +
        'within a further sixty (60) days, from its backups.',
      `Fees paid in advance for the time after a termination for Lindenmoor’s breach are refunded pro rata. ${
        terms.side === 'boston' ? 'Sections' : 'Clauses'
      } 8, 10, 12 and 17 survive.`,
    ],
  }
}

function support(terms: MasterTerms): Section {
  return {
    heading: 'Support and service levels',
    clauses: [
      `Lindenmoor shall keep the Service available for ${terms.uptime} of each calendar month, maintenance announced five (5) days before ` +
        'left out, up to four (4) hours a month.',
      'Support answers on Business Days from 08:00 to 18:00; critical incidents are taken at any hour.',
      'Where the parties have signed a service level agreement, its service credits apply and it prevails over this section.',
    ],
  }
}
