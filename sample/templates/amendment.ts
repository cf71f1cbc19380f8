// An amendment: what it amends, the new words clause by clause, and that the rest stays.

import type { Agreement, Clause, Comment } from './agreement.ts'
import { type Company, introduced, OUR_COMPANIES, type OurSide, signatures, styleOf } from './company.ts'
import { longDate } from './words.ts'

export type AmendmentTerms = {
  side: OurSide
  counterparty: Company
  title: string
  effective: string
  amends: string
  background: string[]
  changes: Clause[]
  comments?: Comment[]
  changedAt?: string
  signedOn?: { us: string; them: string }
}

/** An amendment, signed or as a draft with tracked changes. */
export function amendment(terms: AmendmentTerms): Agreement {
  const american = terms.side === 'boston'
  return {
    title: terms.title,
    subtitle: `${OUR_COMPANIES[terms.side].name} and ${terms.counterparty.name}`,
    opening: [
      `This amendment is made between ${introduced(OUR_COMPANIES[terms.side], 'Lindenmoor')} and ` +
        `${introduced(terms.counterparty, 'the Customer')}. It changes the ${terms.amends} (the "Agreement") and takes effect on ` +
        `${longDate(terms.effective, styleOf(terms.side))}.`,
    ],
    sections: [
      { heading: 'Background', clauses: terms.background },
      { heading: 'Changes', clauses: terms.changes },
      {
        heading: 'What stays',
        clauses: [
          'All other terms of the Agreement stay in force. Where this amendment and the Agreement contradict each other, this amendment prevails.',
          `${american ? 'This amendment may be signed in counterparts and electronically.' : 'Words defined in the Agreement have the same meaning here.'}`,
        ],
      },
    ],
    closing: 'Signed by the parties through the persons named below.',
    signatures: signatures(terms),
    ...(terms.comments && { comments: terms.comments }),
    ...(terms.changedAt && { changedAt: terms.changedAt }),
  }
}
