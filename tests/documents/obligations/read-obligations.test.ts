// Obligations read from sentences as contracts write them, and none where nobody owes anything that can be kept in mind.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProposedObligation } from '../../../src/contracts/obligation.ts'
import { readObligations } from '../../../src/documents/obligations/read-obligations.ts'

type Expected = Partial<ProposedObligation>

const one = (text: string): Expected | undefined => readObligations(text)[0]

describe('an obligation', () => {
  it.each<[text: string, expected: Expected]>([
    [
      'Supplier shall pay each undisputed invoice within thirty (30) days after receipt of the invoice.',
      {
        owes: 'Supplier',
        what: 'pay each undisputed invoice',
        due: 'within thirty (30) days after receipt of the invoice',
        recurrence: 'once',
        sure: true,
      },
    ],
    [
      'The Licensee will submit a written royalty report to Licensor on or before the 15th day of each month.',
      {
        owes: 'Licensee',
        what: 'submit a written royalty report to Licensor',
        due: 'on or before the 15th day of each month',
        recurrence: 'monthly',
        sure: true,
      },
    ],
    [
      'Provider must deliver the final report to Customer on or before March 1, 2027.',
      { owes: 'Provider', what: 'deliver the final report to Customer', dueOn: '2027-03-01', recurrence: 'once', sure: true },
    ],
    [
      'Franchisee shall furnish audited financial statements annually.',
      { owes: 'Franchisee', what: 'furnish audited financial statements annually', recurrence: 'yearly', sure: true },
    ],
    [
      'Contractor agrees to maintain commercial general liability insurance of at least $1,000,000 per occurrence.',
      {
        owes: 'Contractor',
        what: 'maintain commercial general liability insurance of at least $1,000,000 per occurrence',
        recurrence: 'once',
        sure: false,
      },
    ],
    [
      'Processor shall delete all Personal Data of Controller within 30 days of termination.',
      { owes: 'Processor', what: 'delete all Personal Data of Controller', due: 'within 30 days of termination' },
    ],
    [
      'Distributor shall purchase a minimum of 500 units of the Product each quarter.',
      { owes: 'Distributor', what: 'purchase a minimum of 500 units of the Product each quarter', recurrence: 'quarterly' },
    ],
    [
      'Within ten (10) business days after the end of each calendar quarter, Company shall send a statement of account to Agent.',
      {
        owes: 'Company',
        what: 'send a statement of account to Agent',
        due: 'Within ten (10) business days after the end of each calendar quarter',
        recurrence: 'quarterly',
        sure: false,
      },
    ],
    [
      'If a security incident occurs, Provider shall notify Customer within 24 hours of becoming aware of it.',
      { owes: 'Provider', what: 'notify Customer', due: 'within 24 hours of becoming aware of it', sure: false },
    ],
    [
      'Each party shall give the other party notice of a change of its address at least fifteen days before the change.',
      {
        owes: 'Each party',
        what: 'give the other party notice of a change of its address',
        due: 'at least fifteen days before the change',
      },
    ],
    [
      '4.2 Reports. Consultant shall provide a written progress report to Client weekly.',
      { owes: 'Consultant', what: 'provide a written progress report to Client weekly', recurrence: 'weekly', clause: '4.2' },
    ],
    [
      'Vendor is required to return all materials of Customer no later than five days following expiration.',
      { owes: 'Vendor', what: 'return all materials of Customer', due: 'no later than five days following expiration' },
    ],
    [
      'Provider shall meet an uptime of 99.9% in each month of the Term.',
      { owes: 'Provider', what: 'meet an uptime of 99.9% in each month of the Term', recurrence: 'monthly' },
    ],
    [
      'Licensee shall retain its books of account for at least three (3) years after each sale; Licensor may inspect them.',
      { owes: 'Licensee', what: 'retain its books of account', due: 'at least three (3) years after each sale' },
    ],
  ])('is read from %j', (text, expected) => {
    expect(one(text)).toMatchObject(expected)
  })

  it('is owed by a party under the name that the contract gives it', () => {
    const text =
      'This Agreement is made by and between Alder Works, Inc. ("Alder") and Birch Mills Limited ("Birch").\n\n3. Payment. Birch shall pay Alder the monthly fee within ten days after each month.'
    expect(one(text)).toMatchObject({ owes: 'Birch', clause: '3', recurrence: 'monthly', what: 'pay Alder the monthly fee' })
  })

  it.each([
    'Supplier shall not disclose the price to anybody within five years.',
    'Supplier may deliver the goods within thirty days.',
    'This Agreement shall be governed by the laws of Ohio.',
    'Notices shall be given in writing within five days of the event.',
    'Supplier shall cooperate with Customer in good faith.',
    'Customer shall be liable for all damages within thirty days.',
    'The goods shall be delivered within thirty days.',
    'Nobody shall pay anything within thirty days.',
    'Customer paid the fee within thirty days.',
    'Supplier shall deliver the goods to Customer with care.',
    'Supplier shall pay.',
    '',
  ])('is not seen in %j', (text) => {
    expect(readObligations(text)).toEqual([])
  })

  it('is told once where a text repeats it', () => {
    const sentence = 'Supplier shall send a report to Customer each month. '
    expect(readObligations(sentence.repeat(3))).toHaveLength(1)
  })

  it('stands where its sentence stands, on its page, under the number that a file keeps apart', () => {
    const text = 'Reports\nSupplier shall send a report to Customer each month.\nThe end.'
    const start = text.indexOf('Supplier')
    const pages = [
      { number: 1, start: 0, end: start },
      { number: 2, start, end: text.length },
    ]
    const [found] = readObligations(text, pages, [{ number: '2.1', start }])
    expect(found).toMatchObject({ page: 2, clause: '2.1', start, sentence: 'Supplier shall send a report to Customer each month.' })
    expect(text.slice(found?.start, found?.end)).toBe(found?.sentence)
  })
})

it('obligations of any text fit the record, and stand in the text', () => {
  const words = fc.constantFrom(
    'Supplier shall pay ',
    'within thirty (30) days ',
    'each month',
    '. ',
    'If ',
    'The Customer ',
    'will deliver a report ',
    'on or before March 1, 2027',
    'unless agreed ',
    '\n\n',
    '1.2 ',
    '; ',
    'insurance ',
    '99.9% ',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 50 }), (parts) => {
      const text = parts.join('')
      for (const found of readObligations(text)) {
        expect(ProposedObligation.parse(found)).toEqual(found)
        expect(text.slice(found.start, found.end)).toBe(found.sentence)
      }
    }),
    { numRuns: 300 },
  )
})

const timeOf = (text: string): number => {
  const start = performance.now()
  readObligations(text)
  return performance.now() - start
}

it.each([
  'Supplier shall pay within ',
  'Within thirty days, ',
  'If the other party shall ',
  'each month and ',
  'Each party shall give notice. ',
  'a, b, c: ',
])('a line of 1 MB of %j takes about four times as long as one of 250 kB', (piece) => {
  const line = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  timeOf(line(50_000))
  const quarter = Math.min(timeOf(line(250_000)), timeOf(line(250_000)))
  expect(timeOf(line(1_000_000))).toBeLessThan(Math.max(10 * quarter, 1_500))
})
