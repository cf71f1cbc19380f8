// A service level agreement: availability, response, credits.

import type { Agreement, Section } from './agreement.ts'
import { type Company, introduced, OUR_COMPANIES, type OurSide, signatures, styleOf } from './company.ts'
import { counted, longDate } from './words.ts'

export type LevelTerms = {
  side: OurSide
  counterparty: Company
  effective: string
  master: string
  uptime: string
  /** Rows of the credit table: availability below, credit on the monthly fee. */
  credits: [below: string, credit: string][]
  maximumCredit: string
  responses: [severity: string, meaning: string, response: string, restore: string][]
  claimDays: number
  leave: string
  signedOn?: { us: string; them: string }
}

/** A service level agreement under a master agreement, which it lasts as long as. */
export function serviceLevels(terms: LevelTerms): Agreement {
  const style = styleOf(terms.side)
  return {
    title: 'Service Level Agreement',
    subtitle: `${OUR_COMPANIES[terms.side].name} and ${terms.counterparty.name}`,
    opening: [
      `This agreement between ${introduced(OUR_COMPANIES[terms.side], 'Lindenmoor')} and ${introduced(terms.counterparty, 'the Customer')} ` +
        `supplements their master agreement dated ${longDate(terms.master, style)}. It takes effect on ` +
        `${longDate(terms.effective, style)} and lasts as long as the master agreement.`,
    ],
    sections: [availability(terms), credits(terms), incidents(terms), remedies(terms)],
    closing: 'Signed by the parties through the persons named below.',
    signatures: signatures(terms),
  }
}

function availability({ uptime }: LevelTerms): Section {
  return {
    heading: 'Availability',
    clauses: [
      `The Service is available for at least ${uptime} of each calendar month (the "Service Level"), measured once a minute from two places ` +
        'outside the network that hosts it.',
      {
        text: 'Not counted as unavailable are:',
        items: [
          'maintenance announced at least five (5) days before, between 22:00 and 05:00, up to four (4) hours a month;',
          'faults of the Customer’s own network or devices;',
          'suspensions that the master agreement permits, and force majeure.',
        ],
      },
      'Lindenmoor publishes the figure for each month by the tenth day of the next.',
    ],
  }
}

function credits({ credits: rows, maximumCredit, claimDays }: LevelTerms): Section {
  return {
    heading: 'Service credits',
    clauses: [
      'If the Service Level is missed, the Customer receives a credit on the fee of that month, as the table below states.',
      `Credits in one month never exceed ${maximumCredit} of its fee. They are set off against the next invoice.`,
      `The Customer claims a credit within ${counted(claimDays, 'day')} after the figure was published.`,
    ],
    table: { header: ['Availability below', 'Credit on the monthly fee'], rows },
  }
}

function incidents({ responses }: LevelTerms): Section {
  return {
    heading: 'Incidents',
    clauses: ['Incidents are answered and worked on as follows, counted from the report:'],
    table: { header: ['Severity', 'Meaning', 'First response', 'Target to restore'], rows: responses },
  }
}

function remedies({ leave }: LevelTerms): Section {
  return {
    heading: 'Remedies',
    clauses: [
      'Credits are a price adjustment. They are the Customer’s sole remedy for a missed Service Level, except as the next clause says.',
      leave,
    ],
  }
}
