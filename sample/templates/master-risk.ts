// The sections of a master agreement that share out the risk.

import type { Section } from './agreement.ts'
import type { MasterTerms } from './master-agreement.ts'
import { counted } from './words.ts'

/** Sections 8 to 13: confidentiality, data, rights, warranties, liability, indemnities. */
export function riskSections(terms: MasterTerms): Section[] {
  return [confidentiality(terms), dataProtection(terms), rights(), warranties(), liability(terms), indemnities(terms)]
}

function confidentiality(terms: MasterTerms): Section {
  return {
    heading: 'Confidentiality',
    clauses: [
      'Each party shall keep secret what it learns of the other’s business that is marked confidential or is plainly so, and use it only for ' +
        'this Agreement.',
      'This does not cover what is public without breach, was known before, was received lawfully from a third party, or was developed ' +
        'independently.',
      `The duty lasts for the term and for ${counted(terms.confidentialYears, 'year')} after it.`,
    ],
  }
}

function dataProtection(terms: MasterTerms): Section {
  const law = terms.side === 'boston' ? 'applicable privacy law' : 'Regulation (EU) 2016/679 or, where it applies, the UK GDPR'
  return {
    heading: 'Data protection',
    clauses: [
      `Lindenmoor processes personal data in the Customer Content on the Customer’s instructions only and in accordance with ${law}. Where the ` +
        'parties have signed a data processing agreement, it prevails over this section.',
      'Lindenmoor shall notify the Customer of a personal data breach without undue delay and in any event within ' +
        `${counted(terms.breachHours, 'hour')} of becoming aware of it.`,
      'Lindenmoor keeps the Customer Content in data centres in the ' +
        `${terms.side === 'boston' ? 'United States' : 'European Union'} and encrypts it in transit and at rest.`,
    ],
  }
}

function rights(): Section {
  return {
    heading: 'Intellectual property',
    clauses: [
      'Lindenmoor keeps all rights in the Service. The Customer keeps all rights in the Customer Content.',
      'Lindenmoor may use suggestions that the Customer makes about the Service without payment, provided that the Customer is not named.',
    ],
  }
}

function warranties(): Section {
  return {
    heading: 'Warranties',
    clauses: [
      'Lindenmoor warrants that the Service will perform in all material respects as its documentation says. If it does not, Lindenmoor shall ' +
        'correct it; failing that within sixty (60) days, the Customer may terminate the Order Form concerned and have its prepaid fees back.',
      'Each party warrants that it has the power to enter into this Agreement. No other warranty is given, so far as the law permits.',
    ],
  }
}

function liability(terms: MasterTerms): Section {
  const ref = terms.side === 'boston' ? 'Section' : 'clause'
  return {
    heading: 'Limitation of liability',
    clauses: [
      'Neither party is liable for loss of profit, loss of business or any indirect or consequential loss.',
      'The total liability of each party arising out of or in connection with this Agreement, in contract, tort or otherwise, is limited in ' +
        `each contract year to the fees paid and payable for the ${counted(terms.capMonths, 'month')} before the event that gave rise to ` +
        'the claim.',
      {
        text: `Nothing in this ${ref} 12 limits liability for:`,
        items: [...terms.carveOuts.map((each) => `${each};`), 'anything for which liability cannot be limited by law.'],
      },
      ...(terms.capNote ? [terms.capNote] : []),
    ],
  }
}

function indemnities(terms: MasterTerms): Section {
  const ref = terms.side === 'boston' ? 'Section' : 'clause'
  return {
    heading: 'Indemnities',
    clauses: [
      'Lindenmoor shall defend the Customer against a claim by a third party that the Service infringes its intellectual property rights, and ' +
        'pay what is finally awarded or settled.',
      'The Customer shall do the same for a claim that the Customer Content infringes the rights of a third party.',
      'The party claiming shall give notice promptly, leave the defence to the other, and help at the other’s expense. These indemnities are ' +
        `subject to ${ref} 12.2.`,
    ],
  }
}
