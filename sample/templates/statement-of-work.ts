// A statement of work: scope, deliverables, milestones, acceptance.

import type { Agreement, Section } from './agreement.ts'
import { type Company, introduced, OUR_COMPANIES, type OurSide, signatures, styleOf } from './company.ts'
import { counted, longDate, money } from './words.ts'

/** `fee` in minor units. */
export type Milestone = { name: string; due: string; fee: number }

export type WorkTerms = {
  side: OurSide
  counterparty: Company
  title: string
  /** "provider" where the counterparty works for us. */
  weAre: 'provider' | 'client'
  dates?: { effective: string; until: string }
  under: string
  purpose: string
  scope: string[]
  deliverables: string[]
  currency: string
  milestones: Milestone[]
  paymentDays: number
  acceptanceDays: number
  special: string[]
  signedOn?: { us: string; them: string }
}

/** The sum of the milestones in minor units. */
export function workTotal(milestones: Milestone[]): number {
  return milestones.reduce((sum, milestone) => sum + milestone.fee, 0)
}

/** A statement of work; without dates it says that they are still to be agreed. */
export function statementOfWork(terms: WorkTerms): Agreement {
  const [us, them] = terms.weAre === 'provider' ? ['the Provider', 'the Client'] : ['the Client', 'the Provider']
  return {
    title: terms.title,
    subtitle: `${OUR_COMPANIES[terms.side].name} and ${terms.counterparty.name}`,
    opening: [
      `This statement of work is agreed between ${introduced(OUR_COMPANIES[terms.side], us ?? '')} and ` +
        `${introduced(terms.counterparty, them ?? '')}. ${terms.under}`,
      terms.purpose,
    ],
    sections: [
      { heading: 'Scope', clauses: [{ text: 'The Provider shall:', items: terms.scope }] },
      { heading: 'Deliverables', clauses: terms.deliverables },
      period(terms),
      milestones(terms),
      acceptance(terms),
      { heading: 'Special terms', clauses: terms.special },
    ],
    closing: 'Agreed by the persons named below.',
    signatures: signatures(terms),
  }
}

function period({ dates, side }: WorkTerms): Section {
  const style = styleOf(side)
  const clause = dates
    ? `The work begins on ${longDate(dates.effective, style)} and ends on ${longDate(dates.until, style)}. It is not extended by silence.`
    : 'The work begins on [date to be agreed] and ends four (4) months after that day. The milestones below are counted from its beginning.'
  return { heading: 'Period', clauses: [clause, 'Each party names one person who answers questions within two (2) Business Days.'] }
}

function milestones({ milestones: rows, currency, paymentDays }: WorkTerms): Section {
  return {
    heading: 'Milestones and fees',
    clauses: [
      'The fee is fixed and falls due by milestone as below. Travel is charged at cost if approved before.',
      `Invoices are payable within ${counted(paymentDays, 'day')} of the date of the invoice.`,
    ],
    table: {
      header: ['Milestone', 'Due', 'Fee'],
      rows: [...rows.map(({ name, due, fee }) => [name, due, money(currency, fee)]), ['Total', '', money(currency, workTotal(rows))]],
    },
  }
}

function acceptance({ acceptanceDays }: WorkTerms): Section {
  return {
    heading: 'Acceptance and changes',
    clauses: [
      `The Client shall accept a deliverable or say in writing what is missing within ${counted(acceptanceDays, 'day')}. Silence is acceptance.`,
      'A change of scope is agreed in writing with its effect on fee and dates before work on it begins.',
    ],
  }
}
