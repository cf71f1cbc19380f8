// Clauses of a contract: their places, numbers, headings and types.
import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../../src/documents/clauses/features.ts'
import { type Model, typesOf } from '../../../src/documents/clauses/model.ts'
import { readClauses } from '../../../src/documents/clauses/read-clauses.ts'
import { type Sample, trainModel } from '../../../src/documents/clauses/train.ts'
import { decodeModel, encodeModel, storedModel } from '../../../src/documents/clauses/weights.ts'

const contract = `MASTER AGREEMENT

1. Services. Alder shall render the services that each order describes, with care and on time.

2. Term

2.1 The term of this Agreement shall commence on the Effective Date and shall continue for three (3) years.

2.2 Renewal. This Agreement shall automatically renew for successive one (1) year terms.

(a) Orders end with this Agreement unless the parties agree otherwise in writing for a single order.

ARTICLE IV Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of Ohio.

5. Assignment. Neither party may assign this Agreement without the prior written consent of the other party.
`

describe('clauses', () => {
  const clauses = readClauses(contract)
  const starting = (words: string) => clauses.find(({ start }) => contract.startsWith(words, start))

  it.each<[words: string, number: string | null, heading: string | null]>([
    ['1. Services', '1', 'Services'],
    ['2.1 The term', '2.1', null],
    ['2.2 Renewal', '2.2', 'Renewal'],
    ['(a) Orders', '(a)', null],
    ['ARTICLE IV', 'IV', 'Governing Law'],
    ['5. Assignment', '5', 'Assignment'],
  ])('%j has number %j and heading %j', (words, number, heading) => {
    expect(starting(words)).toMatchObject({ number, heading })
  })

  it.each([
    ['2.1 The term', 'expiration-date'],
    ['2.2 Renewal', 'renewal-term'],
    ['ARTICLE IV', 'governing-law'],
    ['5. Assignment', 'anti-assignment'],
    ['1. Services', null],
  ])('%j is of type %j', (words, clauseType) => {
    expect(starting(words)?.clauseType).toBe(clauseType)
  })

  it('leaves a heading that stands alone to what follows it', () => {
    expect(starting('2. Term')).toBeUndefined()
  })

  it('stand in the text in order, without white space around', () => {
    for (const [index, { start, end }] of clauses.entries()) {
      expect(contract.slice(start, end)).toBe(contract.slice(start, end).trim())
      expect(start).toBeGreaterThanOrEqual(clauses[index - 1]?.start ?? 0)
    }
  })

  it('names the sentence of each thing that a clause does, and the clause itself by what it does as a whole', () => {
    const sentences: [string, string][] = [
      ['The initial term of this Agreement shall begin on the Effective Date and end on December 31, 2030.', 'expiration-date'],
      ['Thereafter this Agreement shall automatically renew for successive terms of one (1) year each.', 'renewal-term'],
      [
        'Customer may terminate this Agreement at any time, without cause, upon sixty (60) days written notice.',
        'termination-for-convenience',
      ],
    ]
    const text = `7. Term. ${sentences.map(([words]) => words).join(' ')}`
    const [whole, ...parts] = readClauses(text)
    expect(whole).toMatchObject({ number: '7', clauseType: null, start: 0, end: text.length })
    expect(parts.every(({ number }) => number === '7')).toBe(true)
    for (const [words, type] of sentences) {
      const at = text.indexOf(words)
      const told = parts.filter(({ start, end }) => start <= at && end >= at + words.length)
      expect(told.map(({ clauseType }) => clauseType)).toEqual([type])
    }
  })

  it('gives a clause of several sentences that do one thing its type as a whole', () => {
    const text =
      '8. Insurance. Contractor shall maintain commercial general liability insurance. Such policies shall name Owner as an additional insured. Contractor shall deliver certificates of insurance before the work begins.'
    expect(readClauses(text)).toMatchObject([{ clauseType: 'insurance', start: 0, end: text.length }])
  })

  it('finds numbers inside a line', () => {
    const line =
      'Terms of sale. 3.1 Price. The price is agreed in each order. 3.2 Audit. Alder may inspect the books and records of Birch once a year.'
    expect(
      readClauses(line)
        .slice(1)
        .map(({ number, heading }) => [number, heading]),
    ).toEqual([
      ['3.1', 'Price'],
      ['3.2', 'Audit'],
    ])
  })

  it.each(['', ' \n ', '1.', '\u0000', '((((('])('reads %j without an error', (text) => {
    expect(readClauses(text).every(({ clauseType }) => clauseType === null)).toBe(true)
  })
})

describe('clause types', () => {
  it.each([
    ['This Agreement is governed by the laws of England and Wales.', 'governing-law'],
    [
      'Neither party may assign or transfer this Agreement, in whole or in part, without the prior written consent of the other party.',
      'anti-assignment',
    ],
    [
      'In no event shall either party be liable for any indirect, incidental, special or consequential damages, or for lost profits.',
      'cap-on-liability',
    ],
    [
      'Supplier shall maintain commercial general liability insurance with limits of not less than $1,000,000 per occurrence and name Buyer as additional insured.',
      'insurance',
    ],
    ['Licensor may, upon ten days notice, audit the books and records of Licensee to verify the royalties due.', 'audit-rights'],
    [
      'Either party may terminate this Agreement at any time for convenience, without cause, upon sixty (60) days written notice.',
      'termination-for-convenience',
    ],
    ['Distributor shall pay to Company a royalty of five percent (5%) of Net Sales.', 'revenue-profit-sharing'],
    ['Company appoints Distributor as its exclusive distributor of the Products in the Territory.', 'exclusivity'],
  ])('%s', (text, type) => {
    expect(typesOf(storedModel(), text)[0]?.type).toBe(type)
  })

  it.each([
    ['Seller shall pay 5% of Net Sales within thirty (30) days.', 'Seller shall pay [***]% of Net Sales within 45 days.'],
    ['The term ends on January 3, 2030.', 'The term ends on June 30, 2031.'],
  ])('%j is to the model what %j is: which number it is tells nothing', (one, other) => {
    expect(featuresOf(one)).toEqual(featuresOf(other))
  })

  it.each([
    'This Agreement may be executed in counterparts, each of which is an original.',
    'Headings are for reference only and do not affect interpretation.',
    'Alder',
  ])('nothing for %j', (text) => {
    expect(typesOf(storedModel(), text)).toEqual([])
  })
})

describe('the model', () => {
  const samples: Sample[] = Array.from({ length: 40 }, (_, index) => ({
    ...(index % 2 === 0
      ? { text: `The laws of place ${index} govern this agreement.`, types: ['governing-law'] }
      : { text: `Goods are delivered on pallet ${index} by truck.`, types: [] }),
    from: `contract ${index % 10}`,
    weight: 1,
  }))
  const model = trainModel(samples)
  const told = (from: Model) => samples.map(({ text }) => typesOf(from, text).map(({ type }) => type))

  it('learns what its samples say', () => {
    expect(told(model)).toEqual(samples.map(({ types }) => types))
  })

  it('is the same for the same samples', () => {
    expect(Buffer.compare(Buffer.from(encodeModel(trainModel(samples))), Buffer.from(encodeModel(model)))).toBe(0)
  })

  it('tells the same after it was stored', () => {
    expect(told(decodeModel(encodeModel(model)))).toEqual(told(model))
  })

  it('is stored in less than a megabyte', () => {
    expect(encodeModel(storedModel()).length).toBeLessThan(1_000_000)
  })

  it('refuses a file that was cut', () => {
    expect(() => decodeModel(encodeModel(model).subarray(0, 1000))).toThrow(/install/)
  })
})
