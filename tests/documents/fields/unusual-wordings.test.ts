// Wordings that few agreements have and some do: each was read wrong once.
import { describe, expect, it } from 'vitest'
import type { FieldValues } from '../../../src/documents/fields/finding.ts'
import { readValue } from './read-values.ts'

const opening =
  'This Promotion Agreement (the "Agreement") is entered into as of March 15, 2004 (the "Effective Date") by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Supply LLC ("Birch").\n\n'

it.each<[key: keyof FieldValues, text: string, value: unknown]>([
  [
    'expirationDate',
    'The Term will commence on the Effective Date and expire on the last day of the thirty-sixth (36th) full calendar month thereafter.',
    '2007-03-31',
  ],
  ['expirationDate', 'This Agreement will expire one (1) year after the date on which it is signed by both parties.', '2005-03-14'],
  ['governingLaw', 'The law of the Hong Kong Special Administrative Region applies to this contract.', ['Hong Kong']],
  [
    'governingLaw',
    'All questions concerning this Agreement will be resolved under the internal law, and not the law of conflicts, of the State of Minnesota.',
    ['Minnesota'],
  ],
  ['governingLaw', 'Parties hereto agree that Israeli law shall exclusively apply hereto.', ['Israel']],
  ['capOnLiability', "Alder's entire remedy for breach of this warranty shall be replacement of the Product.", true],
  ['capOnLiability', 'The maximum amount recoverable from Birch under this Agreement is the Purchase Price.', true],
  ['capOnLiability', 'In no event shall the aggregate of all claims exceed the fees received by Birch during the preceding year.', true],
  [
    'noticePeriodToTerminateRenewal',
    'The term will be extended automatically by additional twelve-month periods if no notice is served at least 3 months ahead of its end.',
    { count: 3, unit: 'month' },
  ],
  ['expirationDate', 'The period of this Agreement is 2 years and 6 months from the Effective Date.', '2006-09-14'],
  [
    'expirationDate',
    'The term of this Agreement shall be seven years, beginning on the first day of the calendar month next following the Effective Date.',
    '2011-03-31',
  ],
  [
    'expirationDate',
    'This agreement terminates at midnight, Pacific time, on the 31st of December, 2004, unless extended by written amendment.',
    '2004-12-31',
  ],
  [
    'expirationDate',
    'This Agreement shall be binding for three (3) years following its execution, and for successive one-year periods thereafter unless cancelled.',
    '2007-03-14',
  ],
  ['governingLaw', 'The proper law of this contract shall be the law of Scotland.', ['Scotland']],
  ['capOnLiability', 'Alder shall in no way be answerable for indirect losses of Birch.', true],
  ['capOnLiability', 'Under no theory of law may either party claim special damages from the other.', true],
  ['capOnLiability', "Birch's obligation is limited to repair or replacement of defective units.", true],
  ['capOnLiability', 'Loss of profit and consequential loss shall not be recoverable.', true],
  ['capOnLiability', 'Damages under this Agreement shall be limited to direct damages.', true],
  [
    'noticePeriodToTerminateRenewal',
    'Following the Initial Term the Agreement renews for successive one-year periods unless a party opts out by notice delivered not later than the 60th day before the period ends.',
    { count: 60, unit: 'day' },
  ],
  [
    'noticePeriodToTerminateRenewal',
    'This Agreement renews automatically for one-year terms. Either party may terminate for breach on thirty (30) days notice.',
    undefined,
  ],
  [
    'expirationDate',
    'The Agreement shall have a term of five (5) years, unless terminated by either party giving not less than six (6) months written notice, such notice not to be given before the end of the fourth year.',
    '2009-03-14',
  ],
  [
    'expirationDate',
    'In the event of expiration of this Agreement on its stated expiration date of May 31, 2011, the parties shall negotiate a renewal.',
    '2011-05-31',
  ],
  ['expirationDate', 'Notwithstanding any other provision, this Agreement shall terminate no later than March 15, 2009.', '2009-03-15'],
  [
    'capOnLiability',
    'Under no circumstances will the Adviser be liable for any error of judgment or mistake of law, except for bad faith.',
    true,
  ],
  ['capOnLiability', 'The warranty set forth above is exclusive, and the remedies are limited to repair or replacement.', true],
  [
    'renewalTerm',
    'This Agreement shall be renewed automatically for like periods unless cancelled. The initial period is two (2) years.',
    { count: 2, unit: 'year' },
  ],
  [
    'governingLaw',
    'Except to the extent governed by the United States Trademark Act of 1946 (Lanham Act, 15 U.S.C. Sections 1051 et seq.), it shall be interpreted under the laws of the State of Georgia.',
    ['Georgia'],
  ],
  [
    'expirationDate',
    'Birch signed a Mutual NDA on January 12, 2003, the term of which ends on January 12, 2006. This Agreement shall continue for two years from the Effective Date.',
    '2006-03-14',
  ],
  [
    'expirationDate',
    'This Agreement shall remain in force and effect until 9:00 a.m. Central Clock Time October 31, 2017 ("Primary Term") and year to year thereafter unless terminated by either party upon one (1) year\'s prior written notice.',
    '2017-10-31',
  ],
  ['expirationDate', 'The agency period is two years, from April 1, 2018 to March 31, 2020.', '2020-03-31'],
])('%s: %s', (key, text, value) => {
  expect(readValue(opening + text, key)).toEqual(value)
})

it.each<[key: keyof FieldValues, text: string, value: unknown]>([
  [
    'agreementDate',
    'SUPPLY AGREEMENT\n\nby and between Alder Works, Inc. and Birch Supply LLC\n\nEffective April 1, 2006 (the "Effective Date"), Alder Works, Inc. and Birch Supply LLC agree as follows:',
    '2006-04-01',
  ],
  [
    'agreementDate',
    'SUPPLY AGREEMENT\n\nby and between Alder Works, Inc. and Birch Supply LLC\n\nTHIS AGREEMENT, entered into this _____ day of __________, 2005, between Alder Works, Inc. and Birch Supply LLC. The Prospectus is dated May 3, 2005.',
    undefined,
  ],
  [
    'agreementDate',
    'SUPPLY AGREEMENT\n\nby and between Alder Works, Inc. and Birch Supply LLC\n\nAlder Works, Inc. and Birch Supply LLC, intending to be legally bound this 12th day of June, 2002, agree as follows:',
    '2002-06-12',
  ],
  [
    'effectiveDate',
    'SUPPLY AGREEMENT\n\nby and between Alder Works, Inc. and Birch Supply LLC\n\nThis Agreement is made January 5, 2010 (the "Signing Date"), between Alder Works, Inc. and Birch Supply LLC. It shall become effective on the first day of the month following the Signing Date.',
    '2010-02-01',
  ],
  [
    'effectiveDate',
    'SUPPLY AGREEMENT\n\nby and between Alder Works, Inc. and Birch Supply LLC\n\nThis Agreement dated January 5, 2010 between Alder Works, Inc. and Birch Supply LLC. The price increase is effective July 1, 2010. Employees of Birch hired effective May 1, 2010 are excluded.',
    undefined,
  ],
  [
    'agreementDate',
    'SERVICES AGREEMENT\n\nAlder Works, Inc. ("Alder") and Birch Supply LLC ("Birch") enter into this Services Agreement on August 4, 2015.',
    '2015-08-04',
  ],
  [
    'agreementDate',
    'SERVICES AGREEMENT\n\nAGREEMENT NO. 55\nENTERED INTO: 12/01/2010\nPARTIES: Alder Works, Inc.; Birch Supply LLC',
    '2010-12-01',
  ],
  [
    'agreementDate',
    'TRANSPORTATION SERVICES AGREEMENT\n\nbetween\n\nALDER PIPELINE LLC\n\nand\n\nBIRCH REFINING COMPANY\n\nEffective as of November 12, 2014\n\nTABLE OF CONTENTS',
    '2014-11-12',
  ],
  [
    'agreementDate',
    'AGREEMENT\n\nThis Agreement, effective the 1st day of March, 2004, is made the 20th day of February, 2004, by and between Alder Corp. and Birch Co.',
    '2004-02-20',
  ],
  [
    'effectiveDate',
    'AGREEMENT\n\nThis Agreement is entered into on May 1, 2010 between Alder Corp. and Birch Co. This Agreement shall have effect from the date of its signature.',
    '2010-05-01',
  ],
  [
    'agreementDate',
    'AGENCY AGREEMENT\n\nThis Agreement is made by and between Alder Life Insurance Company and Birch Marketing, Inc. The promissory note of Birch dated October 5, 1998 is so secured.\n\nSIGNED in duplicate this 18th day of December, 1998.',
    '1998-12-18',
  ],
])('%s of its own opening: %s', (key, text, value) => {
  expect(readValue(text, key)).toEqual(value)
})

it.each<[text: string, days: number]>([
  ['Terms of payment: 2% ten days, net forty-five.', 45],
  ['Birch shall remit undisputed amounts no later than the thirtieth day after the invoice date.', 30],
  ['Alder shall, within ten (10) days after the end of each month, pay Birch the commissions due.', 10],
  ['Birch shall pay each commission by the twentieth day of the month following receipt.', 20],
  ['Fees are billed monthly, and shall be paid within thirty (30) days after the date of the bill.', 30],
  ['Birch will pay residuals on or before the twenty-fifth (25th) day of each month for the month before.', 25],
])('counts the days of payment: %s', (text, days) => {
  expect(readValue(opening + text, 'paymentTerms')).toMatchObject({ days })
})

it.each([
  "Alder's liability on any claim shall in no case exceed the price allocable to the Product which gives rise to the claim.",
  "A party's maximum liability is the total amount paid by Birch during the three months before the claim arose.",
  'In no event shall the aggregate of all claims against Birch exceed the fees received by Birch during the preceding twelve months.',
  'Birch will not be liable for more than US$500,000 in the aggregate, whatever the cause.',
])('finds an amount that caps liability: %s', (text) => {
  expect(readValue(opening + text, 'liabilityCapMonetary')).toMatchObject({ present: true })
})

describe('lengths of two units and of halves', () => {
  it.each<[length: string, end: string]>([
    ['2 years and 6 months', '2006-09-14'],
    ['two and one-half (2 1/2) years', '2006-09-14'],
    ['two and a half years', '2006-09-14'],
    ['1.5 years', '2005-09-14'],
    ['one (1) year and three (3) months', '2005-06-14'],
  ])('%s', (length, end) => {
    expect(readValue(`${opening}The term of this Agreement shall be for a period of ${length}.`, 'expirationDate')).toBe(end)
  })
})
