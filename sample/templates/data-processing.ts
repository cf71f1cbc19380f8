// A data processing agreement that belongs to a master agreement.

import type { Agreement, Section } from './agreement.ts'
import { type Company, introduced, OUR_COMPANIES, type OurSide, signatures, styleOf } from './company.ts'
import { counted, longDate } from './words.ts'

export type ProcessingTerms = {
  side: OurSide
  counterparty: Company
  /** "processor" where we process for the counterparty. */
  weAre: 'processor' | 'controller'
  effective: string
  master: string
  breachHours: number
  objectionDays: number
  auditDays: number
  subjects: string
  categories: string
  subprocessors: [name: string, place: string, task: string][]
  special?: string[]
  signedOn?: { us: string; them: string }
}

/** A data processing agreement with its two annexes. */
export function dataProcessing(terms: ProcessingTerms): Agreement {
  const [us, them] = terms.weAre === 'processor' ? ['the Processor', 'the Controller'] : ['the Controller', 'the Processor']
  const style = styleOf(terms.side)
  return {
    title: 'Data Processing Agreement',
    subtitle: `${OUR_COMPANIES[terms.side].name} and ${terms.counterparty.name}`,
    opening: [
      `This agreement is made between ${introduced(OUR_COMPANIES[terms.side], us ?? '')} and ${introduced(terms.counterparty, them ?? '')}.`,
      `It supplements the agreement between the same parties dated ${longDate(terms.master, style)} (the "Main Agreement"), takes effect on ` +
        `${longDate(terms.effective, style)} and runs for as long as the Processor holds personal data under the Main Agreement.`,
    ],
    sections: [instructions(terms), security(terms), incidents(terms), others(terms), audits(terms), ending(terms)],
    annexes: annexes(terms),
    closing: 'Signed by the parties through the persons named below.',
    signatures: signatures(terms),
  }
}

function instructions(terms: ProcessingTerms): Section {
  const law = terms.side === 'boston' ? 'the privacy laws that apply to the Controller' : 'Article 28 of Regulation (EU) 2016/679'
  return {
    heading: 'Instructions',
    clauses: [
      `The Processor processes personal data only on documented instructions of the Controller and in accordance with ${law}. The Main Agreement and ` +
        'the Controller’s settings in the service are its instructions.',
      'The Processor shall say so at once if it believes that an instruction breaks the law, and may wait until it is confirmed.',
    ],
  }
}

function security(terms: ProcessingTerms): Section {
  return {
    heading: 'Security',
    clauses: [
      'The Processor keeps the technical and organizational measures of its security statement, which it may improve but not weaken: access by ' +
        'named persons with a second factor, encryption in transit and at rest, daily backups in a second location, and a yearly penetration test.',
      'Everyone who has access is bound to secrecy in writing.',
      ...(terms.special ?? []),
    ],
  }
}

function incidents({ breachHours }: ProcessingTerms): Section {
  return {
    heading: 'Personal data breach',
    clauses: [
      'The Processor shall notify the Controller of a personal data breach without undue delay and at the latest within ' +
        `${counted(breachHours, 'hour')} after becoming aware of it.`,
      {
        text: 'The notice says, as far as known at that time and completed as more is learned:',
        items: [
          'what happened, and when;',
          'which persons and records are concerned, and how many;',
          'what the Processor has done and proposes to do;',
          'whom to call, at any hour.',
        ],
      },
    ],
  }
}

function others({ objectionDays }: ProcessingTerms): Section {
  return {
    heading: 'Subprocessors',
    clauses: [
      'The Controller agrees to the subprocessors in Annex 2. The Processor binds each of them to the same duties and answers for them.',
      `The Processor announces a new subprocessor ${counted(objectionDays, 'day')} before it begins. If the Controller objects for a good ` +
        'reason and no other way is found, it may terminate the part of the service concerned.',
    ],
  }
}

function audits({ auditDays }: ProcessingTerms): Section {
  return {
    heading: 'Audits',
    clauses: [
      'The Processor shall show on request that it keeps this agreement, in the first place by a current report of an independent auditor.',
      `Where that is not enough, the Controller may audit on site once a year, with ${counted(auditDays, 'day')}’ notice and during business ` +
        'hours. Each side bears its own costs.',
    ],
  }
}

function ending(terms: ProcessingTerms): Section {
  return {
    heading: 'Return, deletion and liability',
    clauses: [
      'When the Main Agreement ends the Processor returns the personal data in a common format and deletes its copies within ninety (90) days.',
      'The limits of liability of the Main Agreement apply to this agreement as well.',
      `If the two contradict each other on personal data, this agreement prevails${terms.side === 'boston' ? '' : '; Annexes 1 and 2 are part of it'}.`,
    ],
  }
}

function annexes(terms: ProcessingTerms): Agreement['annexes'] & object {
  return [
    {
      title: 'Annex 1: The processing',
      paragraphs: [`Persons concerned: ${terms.subjects}.`, `Kinds of data: ${terms.categories}.`, 'Duration: that of the Main Agreement.'],
    },
    {
      title: 'Annex 2: Subprocessors',
      paragraphs: ['On the day of signature:'],
      table: { header: ['Name', 'Place', 'Task'], rows: terms.subprocessors },
    },
  ]
}
