// Splitting of contracts that are written in many ways: numbers and headings of their clauses.
import { describe, expect, it } from 'vitest'
import { splitClauses } from '../../../src/documents/clauses/split.ts'
import { flatten } from '../../../src/documents/fields/flat-text.ts'

type Part = [number: string | null, heading: string | null, words: string]

const parts = (text: string): Part[] => {
  const view = flatten(text)
  return splitClauses(view).map(({ number, heading, start, end }) => [number, heading, view.flat.slice(start, end)])
}
const first = (text: string) => parts(text).map(([number, heading, words]) => [number, heading, words.split(' ').slice(0, 3).join(' ')])

describe('clauses', () => {
  it('of articles whose titles stand on lines of their own', () => {
    const text =
      'ARTICLE IV\n\nGOVERNING LAW\n\n4.1 This Agreement is governed by the laws of Ohio.\n\n4.2 Venue. The courts of Ohio decide.\n\nARTICLE V: TERM\n\nSection 5.1 Initial Term. The term lasts two years.\n\nSection 5.2. Renewal. It renews for one year.\n\n§ 6 Insurance. Each party is insured.'
    expect(first(text)).toEqual([
      ['4.1', null, '4.1 This Agreement'],
      ['4.2', 'Venue', '4.2 Venue. The'],
      ['5.1', 'Initial Term', 'Section 5.1 Initial'],
      ['5.2', 'Renewal', 'Section 5.2. Renewal.'],
      ['6', 'Insurance', '§ 6 Insurance.'],
    ])
  })

  it('under headings without numbers', () => {
    const text =
      'CONFIDENTIALITY\n\nEach party keeps secrets.\n\nLIMITATION OF LIABILITY\n\nIN NO EVENT SHALL EITHER PARTY BE LIABLE FOR LOST PROFITS.\n\nAssignment\n\nNeither party may assign this.\n\nMiscellaneous Provisions:\n\nThis is the entire agreement.'
    expect(first(text)).toEqual([
      [null, 'CONFIDENTIALITY', 'Each party keeps'],
      [null, 'LIMITATION OF LIABILITY', 'IN NO EVENT'],
      [null, 'Assignment', 'Neither party may'],
      [null, 'Miscellaneous Provisions', 'This is the'],
    ])
  })

  it('of a list with letters, roman numbers and brackets on single lines', () => {
    const text =
      '1) Term. This lasts one year.\na) Invoices are sent monthly.\nb) Late amounts bear interest.\ni. The rate is compounded.\n(iii) Third roman item.\n(1) First item in brackets.\n(a) A letter in brackets.\n(B) The last.'
    expect(first(text).map(([number]) => number)).toEqual(['1)', 'a)', 'b)', 'i', '(iii)', '(1)', '(a)'])
  })

  it('whose headings run into the sentence, inside a line too', () => {
    expect(
      first('1.0 DEFINITIONS. Words have meanings. 1.1 "Fees" means what is payable.\n2.0 SERVICES Provider renders services with care.'),
    ).toEqual([
      ['1.0', 'DEFINITIONS', '1.0 DEFINITIONS. Words'],
      ['1.1', null, '1.1 "Fees" means'],
      ['2.0', 'SERVICES', '2.0 SERVICES Provider'],
    ])
  })

  it('of exhibits and schedules', () => {
    expect(
      first('2. Scope. Work is done.\n\nExhibit A\n\nFees\n\nThe fee is due.\n\nSCHEDULE 2 - SERVICE LEVELS\n\nIt is available.'),
    ).toEqual([
      ['2', 'Scope', '2. Scope. Work'],
      ['A', 'Fees', 'The fee is'],
      ['2', 'SERVICE LEVELS', 'It is available.'],
    ])
  })

  it('leave the number of a section behind where an unnumbered heading stands', () => {
    expect(first('7.2 Notices. They are in writing.\n\nGENERAL\n\nNothing more is agreed.').at(-1)).toEqual([
      null,
      'GENERAL',
      'Nothing more is',
    ])
  })

  it.each([
    '1 January 2020 is the day on which the service starts.',
    'Mr. Smith shall represent the company in all meetings.',
    '30 days after the notice the agreement ends.',
    'A party may not assign this agreement to anybody.',
    'I agree to the terms that are stated above here.',
    '99.9% of each month the service is available.',
  ])('have no number in %j', (text) => {
    expect(first(text).map(([number]) => number)).toEqual([null])
  })

  it('are not cut at a number that begins a wrapped line', () => {
    const text =
      'The parties agree that the amounts which are stated in\n5.2 Schedule of the order form and those that are named in Section\n(b) Fees are payable within thirty days after an invoice was received\nby the paying party, unless they are disputed by it in good faith.'
    expect(parts(text)).toHaveLength(1)
  })

  it('take numbers that a file keeps apart', () => {
    const text = 'Term\nThe term lasts two years.\nLaw. The law of Ohio governs.'
    const numbers = [
      { number: '1.', start: 0 },
      { number: 'Section 1.1', start: 5 },
      { number: '(a)', start: text.indexOf('Law') },
    ]
    expect(splitClauses(flatten(text), numbers).map(({ number, heading }) => [number, heading])).toEqual([
      ['1.1', null],
      ['(a)', 'Law'],
    ])
  })

  it('cover every paragraph of a long text in order', () => {
    const text = Array.from({ length: 300 }, (_, index) => `${index + 1}. Clause ${index}. The parties do thing ${index}.`).join('\n\n')
    expect(parts(text)).toHaveLength(300)
    expect(parts(text).at(-1)?.[0]).toBe('300')
  })
})
