// Forms as they are handed around: notes to whoever fills them in, marks of emphasis, blanks and tables tell no value.
import { describe, expect, it } from 'vitest'
import type { FieldValues } from '../../../src/documents/fields/finding.ts'
import { readFields } from '../../../src/documents/fields/read-fields.ts'
import { readValue } from './read-values.ts'

const opening =
  'This Agreement (the "Agreement") is entered into as of March 15, 2004 (the "Effective Date") by and between Alder Works, Inc. ("Alder") and Birch Supply LLC ("Birch").\n\n'

describe('emphasis of Markdown', () => {
  it.each<[key: keyof FieldValues, text: string, value: unknown]>([
    ['initialTerm', 'The initial term of this Agreement is **36 months** from the Effective Date.', { count: 36, unit: 'month' }],
    ['governingLaw', '__Governing Law__: the laws of the State of **Ohio** govern this Agreement.', ['Ohio']],
    ['agreementDate', 'Alder and Birch each sign below.', '2004-03-15'],
  ])('is no part of a %s', (key, text, value) => {
    expect(readValue(opening.replace('March 15, 2004', '**March 15, 2004**') + text, key)).toEqual(value)
  })

  it('leaves the sentence as it is written, at its place', () => {
    const text = `${opening}The initial term of this Agreement is **36 months** from the Effective Date.`
    const field = readFields(text).fields.find(({ key }) => key === 'initialTerm')
    expect(field?.sentence).toBe('The initial term of this Agreement is **36 months** from the Effective Date.')
    expect(text.slice(field?.start, field?.end)).toBe(field?.sentence)
  })

  it('does not take what was struck out for emphasis', () => {
    const text = `${opening}The term of this Agreement is [**] years, at a fee of [***] and [**] each, and ends on [**]. Ohio law governs this Agreement.`
    expect(readValue(text, 'initialTerm')).toBeUndefined()
    expect(readValue(text, 'governingLaw')).toEqual(['Ohio'])
  })
})

describe('notes to whoever fills in a form', () => {
  const renewal = 'This Agreement renews automatically for successive terms of one year unless either party gives 30 days notice.'
  it.each<[key: keyof FieldValues, text: string]>([
    ['autoRenewal', `<!-- Note: ${renewal} -->`],
    ['autoRenewal', `[For example: {period} [ ] ${renewal}]`],
    ['autoRenewal', 'The first option preserves automatic renewal of the Agreement and defines the notice of non-renewal.'],
    ['paymentTerms', 'Payment: [Fill in payment schedule, e.g., within 30 days from receipt of invoice, 60 days before event]'],
  ])('tell no %s: %s', (key, text) => {
    expect(readValue(opening + text, key)).toBeUndefined()
  })

  it('end where their bracket closes', () => {
    expect(readValue(`${opening}[Note: one year [or two] is usual.] ${renewal}`, 'autoRenewal')).toBe(true)
  })

  it('take nothing with them where a bracket stays open', () => {
    expect(readValue(`${opening}[Note: ${renewal}`, 'autoRenewal')).toBe(true)
  })
})

describe('what hangs on a place that is blank', () => {
  it.each([
    'This Agreement starts on the Effective Date and continues until the End Date, unless earlier terminated as provided below.',
    'This Agreement will start on the Effective Date and, unless terminated earlier, will continue through the Pilot Period.',
    'This Agreement will start on the Effective Date and continue until 12 months have elapsed since the end of the latest SOW Term.',
    'During the term of this Agreement and for a period of one (1) year thereafter, Alder will not solicit the personnel of Birch.',
  ])('has no end: %s', (text) => {
    expect(readValue(opening + text, 'expirationDate')).toBeUndefined()
    expect(readValue(opening + text, 'initialTerm')).toBeUndefined()
  })
})

describe('tables and labels', () => {
  it('end an agreement by a label', () => {
    const text = `${opening}AGREEMENT PERIOD\n\nEffective Date: January 1, 2019\n\nTermination Date: December 31, 2023\n\nPAYMENT TERMS`
    expect(readValue(text, 'expirationDate')).toBe('2023-12-31')
  })

  it('do not date an agreement by a row of prices', () => {
    const text = `SUPPLY AGREEMENT\n\nAlder Works, Inc. and Birch Supply LLC agree:\n\nBase price\n\n1.3.2019 - 31.12.2019: 80 $/t\n\n${'More words of no date at all. '.repeat(40)}\n\nIN WITNESS WHEREOF the parties sign.\n\nALDER BIRCH DATE OF: Birch Supply LLC January 10, 2020 Date: December 11, 2018\n\n/s/ A. Alder /s/ B. Birch`
    expect(readValue(text, 'agreementDate')).toBe('2020-01-10')
  })

  it('take a cap for no price', () => {
    expect(readValue(`${opening}The General Cap Amount is $1,000 for all claims.`, 'price')).toBeUndefined()
  })

  it('name an effective date without its space', () => {
    const text =
      'This Agreement is entered into on April 15 , 2010 ("EffectiveDate") by Alder Works, Inc. and Birch Supply LLC. It replaces the Confidentiality Agreement between them, which was effective July 17, 2009.'
    expect(readValue(text, 'effectiveDate')).toBe('2010-04-15')
  })

  it('choose no law by what is not governed', () => {
    const text = `${opening}Where the transfer is not governed by an adequacy decision of the United Kingdom, Alder signs the clauses.`
    expect(readValue(text, 'governingLaw')).toBeUndefined()
  })
})
