// A non-disclosure agreement, mutual or one-way.

import type { Agreement, Section } from './agreement.ts'
import { type Company, introduced, OUR_COMPANIES, type OurSide, signatures, styleOf } from './company.ts'
import { counted, longDate } from './words.ts'

export type DisclosureTerms = {
  side: OurSide
  counterparty: Company
  mutual: boolean
  effective: string
  until?: string
  years: number
  survivalYears: number
  purpose: string
  law: string
  courts: string
  special?: string[]
  signedOn?: { us: string; them: string }
}

/** A non-disclosure agreement of some years, with the time that its duties outlive it. */
export function nonDisclosure(terms: DisclosureTerms): Agreement {
  return {
    title: terms.mutual ? 'Mutual Non-Disclosure Agreement' : 'Non-Disclosure Agreement',
    subtitle: `${OUR_COMPANIES[terms.side].name} and ${terms.counterparty.name}`,
    opening: [
      `This agreement is made between ${introduced(OUR_COMPANIES[terms.side], 'Lindenmoor')} and ` +
        `${introduced(terms.counterparty, 'the Company')}.`,
      `The parties wish to talk about ${terms.purpose} (the "Purpose") and for that will show each other what is not public.`,
    ],
    sections: [information(terms), duties(), duration(terms), law(terms)],
    closing: 'Signed by the parties through the persons named below.',
    signatures: signatures(terms),
  }
}

function information({ mutual }: DisclosureTerms): Section {
  const who = mutual
    ? 'one party (the "Discloser") gives the other (the "Recipient")'
    : 'the Company (the "Discloser") gives Lindenmoor (the "Recipient")'
  return {
    heading: 'Confidential Information',
    clauses: [
      `"Confidential Information" means all information that ${who} for the Purpose, in any form, whether or not it is marked.`,
      {
        text: 'It does not include information that the Recipient can show:',
        items: [
          'was public when it was given, or became so without the Recipient’s fault;',
          'was already known to the Recipient, or came lawfully from a third party who was free to give it;',
          'was developed by the Recipient without use of it.',
        ],
      },
    ],
  }
}

function duties(): Section {
  return {
    heading: 'Duties of the Recipient',
    clauses: [
      'The Recipient shall use Confidential Information for the Purpose only and show it to those employees and advisers only who need it for ' +
        'the Purpose and are bound to secrecy.',
      'If a court or authority orders disclosure, the Recipient shall tell the Discloser first, where the law permits, and disclose no more ' +
        'than it must.',
      'On request the Recipient shall return or destroy Confidential Information within fifteen (15) days. Copies in routine backups may stay ' +
        'until they are overwritten and remain subject to this agreement.',
      'Nothing here grants a licence, or obliges a party to enter into any further agreement.',
    ],
  }
}

function duration(terms: DisclosureTerms): Section {
  const style = styleOf(terms.side)
  const until = terms.until ? `, up to and including ${longDate(terms.until, style)}` : ''
  return {
    heading: 'Duration',
    clauses: [
      `This agreement takes effect on ${longDate(terms.effective, style)} and lasts for ${counted(terms.years, 'year')}${until}.`,
      `The duties in section 2 last for ${counted(terms.survivalYears, 'year')} after it has ended; for trade secrets, as long as they are ` +
        'trade secrets.',
      ...(terms.special ?? []),
    ],
  }
}

function law(terms: DisclosureTerms): Section {
  return {
    heading: 'Law',
    clauses: [
      `This agreement is governed by the laws of ${terms.law}. ${terms.courts} have exclusive jurisdiction.`,
      'It may be changed only in writing, signed by both parties.',
    ],
  }
}
