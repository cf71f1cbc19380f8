// Wordings of terms, dates, laws, payments and liability that a rule once stumbled over: kept so that none is lost again.
import { describe, expect, it } from 'vitest'
import type { FieldValues } from '../../../src/documents/fields/finding.ts'
import { readFields } from '../../../src/documents/fields/read-fields.ts'
import { readValue } from './read-values.ts'

const opening =
  'This Agreement (the "Agreement") is entered into as of March 15, 2004 (the "Effective Date") by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Supply LLC ("Birch").\n\n'

it.each<[key: keyof FieldValues, text: string, value: unknown]>([
  [
    'expirationDate',
    'Unless terminated sooner, this Agreement terminates automatically on the date that is seven (7) years after the Effective Date.',
    '2011-03-14',
  ],
  ['expirationDate', 'Unless extended by the parties, this Agreement shall lapse on the 30th day of September, 2006.', '2006-09-30'],
  [
    'governingLaw',
    'Its validity, performance and effect shall be determined in accordance with, the laws of Ohio. This Agreement binds heirs.',
    ['Ohio'],
  ],
  [
    'governingLaw',
    'Any dispute arising from this Agreement shall be settled by arbitration in Geneva. The arbitrators shall apply Swiss law.',
    ['Switzerland'],
  ],
  [
    'noticePeriodToTerminateRenewal',
    'The Initial Term is five years and shall roll over for consecutive terms of twelve months each unless notice of termination is served by either party at least one (1) year prior to the end of a term.',
    { count: 1, unit: 'year' },
  ],
  [
    'noticePeriodToTerminateRenewal',
    'This Agreement shall continue for three years and shall thereafter be renewed for successive terms of one year unless either party notifies the other, not more than one hundred twenty (120) days and not less than ninety (90) days prior to the expiration of the current term.',
    { count: 90, unit: 'day' },
  ],
  ['capOnLiability', "Birch's sole remedy for defective Products is replacement or refund of the purchase price.", true],
  [
    'capOnLiability',
    'No action, regardless of form, may be brought by either party more than two years after the cause of action has arisen.',
    true,
  ],
  [
    'capOnLiability',
    'For such a breach Birch shall take the liability and Alder may require Birch to bear any direct or indirect loss thus caused.',
    undefined,
  ],
  [
    'capOnLiability',
    'The arbitrators may award money damages and injunctive relief, provided that they shall not award punitive damages.',
    undefined,
  ],
  [
    'capOnLiability',
    'The Corporation does not have any liabilities, direct or indirect, contingent or otherwise, outside of the Public Record.',
    undefined,
  ],
  ['governingLaw', 'LAW. California law applies.', ['California']],
  ['governingLaw', 'Formation, validity and enforcement hereof are subject to Chinese laws.', ["People's Republic of China"]],
  [
    'governingLaw',
    'This Agreement shall be construed pursuant to and governed by the substantive laws of the Swiss Confederation.',
    ['Switzerland'],
  ],
  ['governingLaw', 'GOVERNING LAW AND DISPUTE RESOLUTION. Republic of Singapore.', ['Republic of Singapore']],
  ['capOnLiability', 'Alder disclaims all liability for any damages arising from use of the Products.', true],
  ['capOnLiability', 'The parties agree that consequential damages are excluded.', true],
  ['capOnLiability', 'Alder shall not be responsible for any lost revenue of Birch.', true],
  ['capOnLiability', 'Any claim must be made within one (1) year from the event or shall be waived.', true],
  ['capOnLiability', 'IN NO EVENT WILL EITHER PARTY BE LIABLE TO THE OTHER FOR DAMAGES OF ANY KIND.', true],
  ['capOnLiability', 'Birch shall be liable for all damages, including consequential damages, caused by its breach.', undefined],
  [
    'expirationDate',
    'The initial term of this Agreement shall begin on the Effective Date and extend for five (5) years (the "Initial Term").',
    '2009-03-14',
  ],
  [
    'renewalTerm',
    'The initial term of this Agreement shall begin on the Effective Date and extend for five (5) years. The term may be extended for two additional three-year periods by mutual written consent.',
    { count: 3, unit: 'year' },
  ],
  ['renewalTerm', 'Birch may extend the term by up to two periods of twelve months each.', { count: 12, unit: 'month' }],
])('%s: %s', (key, text, value) => {
  expect(readValue(opening + text, key)).toEqual(value)
})

it('reads a limit whose list stands in paragraphs of its own', () => {
  const text =
    'Neither party shall be held liable to the other for:\n\n(a) its lawful acts; and\n\n(b) Liability for loss of profits or consequential damages.'
  expect(readValue(opening + text, 'capOnLiability')).toBe(true)
})

it('reads a limit that is stated as an amount', () => {
  const text = 'Except for indemnification obligations, the maximum liability of Alder is five million dollars ($5,000,000).'
  expect(readValue(opening + text, 'liabilityCapMonetary')).toMatchObject({ basis: 'fixed', amount: '5000000' })
})

it('reads a limit in another currency', () => {
  const text = 'The limit of liability for each incident shall be two million pounds (GBP 2,000,000).'
  expect(readValue(opening + text, 'liabilityCapMonetary')).toMatchObject({ basis: 'fixed', currency: 'GBP' })
})

it.each<[text: string, days: number, from: string]>([
  ["Fees shall be remitted within ten (10) business days of Birch's receipt of an undisputed invoice.", 10, 'invoice_receipt'],
  ['Invoices shall be paid in full in U.S. dollars within twenty (20) business days following receipt thereof.', 20, 'invoice_receipt'],
  [
    'Within forty-five (45) days following the end of each calendar quarter, Alder will send Birch a check for the fees earned.',
    45,
    'period_end',
  ],
  ['Alder shall pay the commission by the 15th day of the month following the month in which the payment was received.', 15, 'period_end'],
  ['Birch shall pay the fees monthly by the tenth (10th) day of the following month.', 10, 'period_end'],
  ['Payment shall be made within thirty (30) days after the date of arrival of the Products at the port.', 30, 'delivery'],
  ['Alder shall pay the commissions to Birch no later than the thirtieth (30th) day following the end of each month.', 30, 'period_end'],
  ['Birch shall pay by wire transfer thirty (30) days after bill of lading date.', 30, 'delivery'],
])('counts the days of payment: %s', (text, days, from) => {
  expect(readValue(opening + text, 'paymentTerms')).toMatchObject({ days, from })
})

describe('dates of an opening with abbreviations and times of day', () => {
  it.each<[opening: string, agreed: string | undefined, effective: string | undefined]>([
    [
      'This Agreement is made and entered into effective as of 12:01 a.m. on January 1, 2004 (the "Effective Time") by Alder Works, Inc. and Birch Supply LLC.',
      '2004-01-01',
      '2004-01-01',
    ],
    [
      'This Agreement is entered into between Alder Works, Inc. and Birch Supply LLC on March 15, 2004 and takes effect from May 1, 2004.',
      '2004-03-15',
      '2004-05-01',
    ],
    [
      'Supplier | Alder Works, Inc.\nDistributor | Birch Supply LLC\nEffective Date | 1 October 2003\nTerm | From the Effective Date to 30 September 2005',
      undefined,
      '2003-10-01',
    ],
    ['This Agreement is made between Alder Holdings plc and Birch Technical Services Limited on 28 March 2011.', '2011-03-28', undefined],
    [
      'This Contract is made as of the 5th day of February, 2010, by Alder Freight Inc. and Birch Foods Inc.\n\nThe term of this Contract shall be one year commencing on the date shown above.',
      '2010-02-05',
      '2010-02-05',
    ],
  ])('%s', (text, agreed, effective) => {
    expect([readValue(text, 'agreementDate'), readValue(text, 'effectiveDate')]).toEqual([agreed, effective])
  })
})

describe('parties', () => {
  const names = (text: string) => readFields(text).parties.map(({ name }) => name)

  it('are read from a numbered list below their heading', () => {
    const text =
      'SUPPLY AGREEMENT\n\nParties\n\n(1) ALDER WORKS LIMITED (company number 123456); and\n(2) BIRCH SUPPLY LIMITED (company number 55555)\n\nBackground\n\nA. The Supplier makes things.'
    expect(names(text)).toEqual(['ALDER WORKS LIMITED', 'BIRCH SUPPLY LIMITED'])
  })

  it('keep both of their legal forms behind a label', () => {
    const text = 'CONTRACT\n\nBuyer: Fir Trading Co., Ltd.\nAddress: Shanghai\n\nSeller: Hemlock Industries Pte Ltd\nAddress: Singapore'
    expect(names(text)).toEqual(['Fir Trading Co., Ltd.', 'Hemlock Industries Pte Ltd'])
  })
})
