// The closing sections of a master agreement.

import type { Section } from './agreement.ts'
import type { MasterTerms } from './master-agreement.ts'

/** Sections 14 to 18: force majeure, assignment, notices, law, general. */
export function closingSections(terms: MasterTerms): Section[] {
  return [forceMajeure(), assignment(), notices(terms), governingLaw(terms), general(terms)]
}

function forceMajeure(): Section {
  return {
    heading: 'Force majeure',
    clauses: [
      'Neither party is in breach for a delay caused by an event beyond its reasonable control, provided that it tells the other promptly and ' +
        'does what it can to limit the effect. The failure of a subcontractor is such an event only if the subcontractor itself was so prevented.',
      'If the event lasts longer than sixty (60) days, either party may terminate the Order Form concerned.',
    ],
  }
}

function assignment(): Section {
  return {
    heading: 'Assignment',
    clauses: [
      'Neither party may assign this Agreement without the other’s written consent, which may not be withheld without good reason, except to ' +
        'an affiliate or to the buyer of substantially all of the business concerned.',
    ],
  }
}

function notices(terms: MasterTerms): Section {
  return {
    heading: 'Notices',
    clauses: [
      `Notices to the Customer go to ${terms.counterparty.address}, for the attention of ${terms.counterparty.signer}.`,
      'Notices to Lindenmoor go to its address above, for the attention of Legal, with a copy to notices@lindenmoor.example. Day-to-day ' +
        'messages may be sent by e-mail; a notice of breach or termination may not be sent by e-mail alone.',
    ],
  }
}

function governingLaw(terms: MasterTerms): Section {
  return {
    heading: 'Governing law and jurisdiction',
    clauses: [
      `This Agreement is governed by the laws of ${terms.law}. The United Nations Convention on Contracts for the International Sale of Goods ` +
        'does not apply.',
      `${terms.courts} have exclusive jurisdiction. Before going to court the parties shall let one executive of each side try for twenty (20) ` +
        'Business Days to settle the matter.',
    ],
  }
}

function general(terms: MasterTerms): Section {
  const ref = terms.side === 'boston' ? 'Section' : 'clause'
  return {
    heading: 'General',
    clauses: [
      'This Agreement and its Order Forms are the whole agreement between the parties on their subject. The Customer’s purchasing terms do not ' +
        'apply, even if they are printed on a purchase order.',
      'A change is valid only if it is in writing and signed by both parties.',
      'If the documents contradict each other, an amendment prevails over this Agreement, and this Agreement over an Order Form, unless the ' +
        `Order Form names the ${ref} that it departs from.`,
      'If a provision is invalid, the rest stays in force.',
    ],
  }
}
