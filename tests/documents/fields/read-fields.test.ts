// Fields of sentences as people really draft them: what is read, and what is rather left out than guessed.
import { describe, expect, it } from 'vitest'
import { contractTypeOf } from '../../../src/documents/fields/contract-type.ts'
import type { FieldValues } from '../../../src/documents/fields/finding.ts'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

type Expected = { [Key in keyof FieldValues]?: FieldValues[Key] | undefined }

const opening =
  'This Master Services Agreement (the "Agreement") is entered into as of March 1, 2020 (the "Effective Date") by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n'

function valuesOf(text: string): Partial<FieldValues> {
  return Object.fromEntries(readFields(text).fields.map(({ key, value }) => [key, value]))
}

function expectFields(text: string, expected: Expected): void {
  const read = valuesOf(text)
  for (const [key, value] of Object.entries(expected)) expect({ [key]: read[key as keyof FieldValues] }).toEqual({ [key]: value })
}

describe('governing law', () => {
  it.each<[text: string, law: string[] | undefined]>([
    [
      'This Agreement shall be governed by the laws of the State of New York, without regard to its conflict of laws provisions.',
      ['New York'],
    ],
    ['This Agreement is governed by and construed in accordance with the laws of England and Wales.', ['England', 'Wales']],
    ['The parties agree that this Agreement shall be construed in accordance with English law.', ['England']],
    ['The laws of the State of Florida shall govern this Agreement, without reference to conflicts of law provisions.', ['Florida']],
    [
      'This Agreement is governed by the laws of Victoria, Australia and the parties submit to the courts of Victoria.',
      ['Victoria, Australia'],
    ],
    [
      'This Agreement shall be governed by the laws of the Province of Ontario and the federal laws of Canada applicable therein.',
      ['Ontario, Canada'],
    ],
    ['This contract shall be governed by the Laws of the Republic of South Africa.', ['Republic of South Africa']],
    ['The settlement of any disputes shall be governed by PRC Laws.', ["People's Republic of China"]],
    [
      'This Agreement has been made in the State of California and shall be governed by and construed in accordance with the laws thereof.',
      ['California'],
    ],
    [
      'This Agreement shall be governed by the internal laws (exclusive of the conflicts of law provisions) of the State of Illinois.',
      ['Illinois'],
    ],
    ['This Agreement shall be governed by the laws of the United States of America and of the State of Texas.', ['Texas']],
    ['This Agreement shall be governed by the State of Ohio.', ['Ohio']],
    ['This Agreement shall be governed by the substantive laws of Switzerland, excluding the United Nations Convention.', ['Switzerland']],
    ['This Agreement will be governed by German law.', ['Germany']],
    ['The validity of this Agreement shall be governed by the law of the Netherlands.', ['Netherlands']],
    ['This Agreement is governed by the laws of West Virginia.', ['West Virginia']],
    ['Alder is a corporation duly organized and validly existing under the laws of the State of Delaware.', undefined],
    ['Each party shall comply with all applicable laws of the United States on export.', undefined],
    ['The steering committee is governed by its own rules.', undefined],
  ])('%s', (text, law) => {
    expectFields(text, { governingLaw: law })
  })
})

describe('agreement and effective date', () => {
  it.each<[text: string, agreed: string | undefined, effective: string | undefined]>([
    [
      'THIS AGREEMENT is made by and between Alder Corp. ("Alder") and Birch LLC ("Birch") this 7th day of September, 1999.',
      '1999-09-07',
      undefined,
    ],
    [
      'This Supply Agreement is entered into as of June 30, 2009 (the "Effective Date") by and between Alder Inc. and Birch LLC.',
      '2009-06-30',
      '2009-06-30',
    ],
    ['THIS AGREEMENT, dated as of October 24, 2005, is between Alder, Inc. and Birch Corp.', '2005-10-24', undefined],
    ['This agreement is made effective Oct. 11, 1996 by and between Alder, Inc. ("A") and Birch, Inc. ("B").', '1996-10-11', '1996-10-11'],
    [
      'This Agreement is made on the 2nd day of May, 2011 between Alder, Inc. and Birch, Inc. This Agreement shall commence on 1 June 2011.',
      '2011-05-02',
      '2011-06-01',
    ],
    [
      'This Agreement is entered into as of May 2, 2011 by Alder, Inc. and Birch, Inc. The term of this Agreement shall commence on the date hereof.',
      '2011-05-02',
      '2011-05-02',
    ],
    [
      'This Agreement is dated May 2, 2011 between Alder, Inc. and Birch, Inc. "Effective Date" means July 1, 2011.',
      '2011-05-02',
      '2011-07-01',
    ],
    ['This Agreement is made as of this ____ day of March, 2018 by and between Alder, Inc. and Birch, Inc.', undefined, undefined],
    ['This Agreement is made as of [***], 2018 by and between Alder, Inc. and Birch, Inc.', undefined, undefined],
    ['The parties are bound by the Loan Agreement dated as of March 1, 1996 among other lenders.', undefined, undefined],
    ['DISTRIBUTION AGREEMENT\n\nMay 21, 2015\n\nAlder, Inc. sells to Birch, Inc. what it makes.', '2015-05-21', undefined],
    [
      `${'The parties agree to file jointly. '.repeat(20)}IN WITNESS WHEREOF, the undersigned hereby execute this Agreement as of July 6, 2020.`,
      '2020-07-06',
      undefined,
    ],
    ['Dieser Vertrag. This Agreement is made on 31.12.2020 by and between Alder GmbH and Birch AG.', '2020-12-31', undefined],
  ])('%s', (text, agreementDate, effectiveDate) => {
    expectFields(text, { agreementDate, effectiveDate })
  })

  it('takes the last of the signatures where the opening has no date', () => {
    const text = `This Agreement is between Alder, Inc. and Birch, Inc. ${'They agree on much. '.repeat(30)}\n\nAlder, Inc.\nBy: /s/ Ann Lee\nDate: August 7, 2018\n\nBirch, Inc.\nBy: /s/ Bo May\nDate: August 9, 2018\n`
    expectFields(text, { agreementDate: '2018-08-09' })
  })
})

describe('the term and its end', () => {
  it.each<[text: string, end: string | undefined]>([
    ['The term of this Agreement shall commence on the Effective Date and continue for a period of three (3) years.', '2023-02-28'],
    ['The initial term of this Agreement shall be five (5) years from the date of execution.', '2025-02-28'],
    ['This Agreement shall remain in effect until one (1) year subsequent to the Effective Date.', '2021-02-28'],
    ['This Agreement shall continue until the twentieth (20th) anniversary of the Effective Date.', '2040-02-29'],
    ['The Term shall commence on the date of this Agreement and shall end as of December 31, 2024.', '2024-12-31'],
    ['The term (the "Term") shall commence on November 1, 2020 and end on October 31, 2021.', '2021-10-31'],
    ['The initial term shall continue up to and including 28 February 2022.', '2022-02-28'],
    ['This Agreement is for a term of ten (10) years.', '2030-02-28'],
    ['This Agreement continues in effect for an initial term of twelve (12) months from July 1, 2020.', '2021-06-30'],
    ['The term of this Agreement shall begin on January 31, 2021 and continue for one (1) month.', '2021-02-27'],
    ['Period: this Agreement is valid for an indefinite term.', 'perpetual'],
    ['The term of this Agreement shall commence as of the Effective Date and shall continue in perpetuity.', 'perpetual'],
    [
      'This Agreement shall commence on the Effective Date and shall continue until it is terminated in accordance with Section 15.',
      'perpetual',
    ],
    ['The term of this Agreement will begin on the Effective Date and remain in effect for [***].', undefined],
    [
      'The term of this Agreement shall be ten (10) years which shall commence on the date upon which the last sample is delivered.',
      undefined,
    ],
    ['Either party may terminate this Agreement upon thirty (30) days prior written notice.', undefined],
    ['The obligations of confidentiality survive for five (5) years after termination.', undefined],
    ['Invoices are payable within thirty (30) days.', undefined],
  ])('%s', (text, expirationDate) => {
    expectFields(opening + text, { expirationDate })
  })

  it('gives the length of the term beside its end', () => {
    expectFields(`${opening}The term of this Agreement is thirty-six (36) months from the Effective Date.`, {
      initialTerm: { count: 36, unit: 'month' },
    })
  })

  it('gives no end when nobody knows the beginning, but the length', () => {
    const text = 'The term of this Agreement shall be eighteen (18) months.'
    expectFields(text, { expirationDate: undefined, initialTerm: { count: 18, unit: 'month' } })
  })
})

describe('renewal and notice', () => {
  const notice = (count: number, unit: 'day' | 'month' | 'business_day' = 'day') => ({ count, unit })
  it.each<[text: string, expected: Expected]>([
    [
      'This Agreement shall automatically renew for successive one (1) year terms unless either party gives notice of non-renewal at least ninety (90) days before the end of the then-current term.',
      { autoRenewal: true, renewalTerm: { count: 1, unit: 'year' }, noticePeriodToTerminateRenewal: notice(90) },
    ],
    [
      'Thereafter this Agreement shall renew for additional two (2) year terms unless a party provides notice of non-renewal no less than 6 months prior to the expiration of the initial term.',
      { autoRenewal: true, renewalTerm: { count: 2, unit: 'year' }, noticePeriodToTerminateRenewal: notice(6, 'month') },
    ],
    [
      'The Initial Term shall automatically renew for one-month periods thereafter unless either party provides 30-days advance notice of termination.',
      { autoRenewal: true, renewalTerm: { count: 1, unit: 'month' }, noticePeriodToTerminateRenewal: notice(30) },
    ],
    [
      'This agreement shall renew automatically each year thereafter, unless either party serves written notice of its intention not to renew at least 90 days prior to the expiration of the then current term.',
      { autoRenewal: true, renewalTerm: { count: 1, unit: 'year' }, noticePeriodToTerminateRenewal: notice(90) },
    ],
    [
      'At the end of the Initial Term this Agreement renews for successive periods of twelve (12) months, unless either party gives the other notice of non-renewal not less than forty-five (45) days before the end of the term.',
      { autoRenewal: true, renewalTerm: { count: 12, unit: 'month' }, noticePeriodToTerminateRenewal: notice(45) },
    ],
    [
      'This Agreement will be automatically extended for one (1) year periods. A six (6) months notice must be given by either party of its intention to terminate.',
      { autoRenewal: true, renewalTerm: { count: 1, unit: 'year' }, noticePeriodToTerminateRenewal: notice(6, 'month') },
    ],
    [
      'Customer may, at its option, renew this Agreement for two (2) additional terms of one (1) year each.',
      { autoRenewal: false, noticePeriodToTerminateRenewal: undefined },
    ],
    [
      'The term of this Agreement may be extended for an additional two year period with the written consent of both parties.',
      { autoRenewal: false, renewalTerm: { count: 2, unit: 'year' } },
    ],
    ['This Agreement shall not automatically renew for another one (1) year term.', { autoRenewal: false }],
    ['The Supplier shall renew its insurance policies each year.', { autoRenewal: undefined, renewalTerm: undefined }],
    [
      'Either party may terminate this Agreement on sixty (60) days prior written notice.',
      { autoRenewal: undefined, noticePeriodToTerminateRenewal: undefined },
    ],
    ['The time for delivery shall be extended by ten (10) days.', { renewalTerm: undefined, autoRenewal: undefined }],
  ])('%s', (text, expected) => {
    expectFields(opening + text, expected)
  })
})

describe('liability', () => {
  const fees = (basis: string) => ({ present: true as const, basis, amount: null })
  it.each<[text: string, expected: Expected]>([
    [
      'In no event shall either party be liable for any indirect, incidental, special or consequential damages.',
      { capOnLiability: true, liabilityCapMonetary: undefined },
    ],
    [
      "Each party's total liability under this Agreement shall not exceed the fees paid in the twelve (12) months preceding the claim.",
      { capOnLiability: true, liabilityCapMonetary: fees('fees_prior_12_months') },
    ],
    [
      'The aggregate liability of Alder shall not exceed $5m.',
      { capOnLiability: true, liabilityCapMonetary: { present: true, basis: 'fixed', amount: '5000000', currency: 'USD' } },
    ],
    [
      'Liability is limited to EUR 250,000 for each claim.',
      { capOnLiability: true, liabilityCapMonetary: { present: true, basis: 'fixed', amount: '250000', currency: 'EUR' } },
    ],
    [
      'Our liability shall in no event exceed an amount equivalent to the amounts received by us hereunder.',
      { capOnLiability: true, liabilityCapMonetary: fees('fees') },
    ],
    [
      'The liability of the seller shall not exceed the purchase price of the goods.',
      { capOnLiability: true, liabilityCapMonetary: fees('purchase_price') },
    ],
    ['Neither party shall be liable for any loss of profit or loss of business.', { capOnLiability: true }],
    ['Alder Works is a limited liability company. Costs include, but are not limited to, travel.', { capOnLiability: undefined }],
    [
      'Supplier shall maintain liability insurance with limits of not less than $1,000,000 per occurrence.',
      { capOnLiability: undefined, liabilityCapMonetary: undefined },
    ],
    ['Birch shall indemnify and hold harmless Alder against all liabilities and expenses.', { capOnLiability: undefined }],
  ])('%s', (text, expected) => {
    expectFields(text, expected)
  })
})

describe('payment terms', () => {
  const terms = (
    days: number | null,
    from: FieldValues['paymentTerms']['from'],
    dayKind: 'calendar' | 'business' | null = 'calendar',
    redacted = false,
  ) => ({
    paymentTerms: { present: true as const, days, from, dayKind, redacted },
  })
  it.each<[text: string, expected: Expected]>([
    ['Customer shall pay each invoice within thirty (30) days of receipt of the invoice.', terms(30, 'invoice_receipt')],
    ['Payment is due net thirty (30) days of receipt of invoice.', terms(30, 'invoice_receipt')],
    ['Invoices are payable within forty-five (45) days of the date of the invoice.', terms(45, 'invoice_date')],
    ['Buyer shall pay within sixty (60) days following the invoice date.', terms(60, 'invoice_date')],
    ['All orders are sold on a Net 30 day basis.', terms(30, 'unspecified')],
    ['Such payments shall be made within thirty (30) days of the end of each calendar quarter.', terms(30, 'period_end')],
    ['Buyer shall pay within three (3) Business Days after the date of the invoice.', terms(3, 'invoice_date', 'business')],
    [
      'Buyer shall pay each such invoice in full within [* * *] calendar days from the date of invoice.',
      terms(null, 'invoice_date', null, true),
    ],
    ['Distributor shall pay within thirty (30) days of delivery of the Products.', terms(30, 'delivery')],
    [
      'Either party may terminate if the other fails to pay and does not cure within thirty (30) days after notice.',
      { paymentTerms: undefined },
    ],
    ['The warranty runs for ninety (90) days.', { paymentTerms: undefined }],
  ])('%s', (text, expected) => {
    expectFields(text, expected)
  })
})

describe('service levels and prices', () => {
  it.each<[text: string, expected: Expected]>([
    ['Provider warrants that the Service will have 99.9% uptime in each calendar month.', { slaUptimePercent: { values: [99.9] } }],
    ['The Service is available for at least 99.95 percent of each calendar month.', { slaUptimePercent: { values: [99.95] } }],
    ['The site shall be available 97% of the time during any 30 day period.', { slaUptimePercent: { values: [97] } }],
    ['The parties share 95% of the revenue of each month.', { slaUptimePercent: undefined }],
    [
      'Customer shall pay a license fee of $230,500 due and payable as follows.',
      { price: { amount: '230500', currency: 'USD', unit: 'one-off' } },
    ],
    ['The subscription fee is EUR 1,200.50 per month.', { price: { amount: '1200.50', currency: 'EUR', unit: 'month' } }],
    ['The liability insurance shall be of $1,000,000.', { price: undefined }],
  ])('%s', (text, expected) => {
    expectFields(text, expected)
  })
})

describe('evidence', () => {
  const text = `${opening}4.2 Invoices are payable within thirty (30)\ndays of receipt of the invoice. The rest is silence.\n\n17. This Agreement is governed by the laws of the State of Ohio.`

  it('is the sentence as it stands in the text', () => {
    for (const { sentence, start, end } of readFields(text).fields) expect(text.slice(start, end)).toBe(sentence)
    const payment = readFields(text).fields.find(({ key }) => key === 'paymentTerms')
    expect(payment?.sentence).toContain('within thirty (30)\ndays of receipt')
    expect(payment?.sentence).not.toContain('silence')
  })

  it('names the page', () => {
    const middle = text.indexOf('17. ')
    const pages = [
      { number: 1, start: 0, end: middle },
      { number: 2, start: middle, end: text.length },
    ]
    const byKey = Object.fromEntries(readFields(text, pages).fields.map(({ key, page }) => [key, page]))
    expect(byKey).toMatchObject({ paymentTerms: 1, governingLaw: 2 })
    expect(readFields(text).fields.every(({ page }) => page === null)).toBe(true)
  })

  it('goes across a page with its number and footer', () => {
    const broken = `${opening}This Agreement shall be governed by the laws of the State of\n\n12\n\nSource: ALDER WORKS, 8-K, 1/20/2009\n\nNew York, without more.`
    expectFields(broken, { governingLaw: ['New York'] })
  })
})

it('reads nothing out of nothing', () => {
  for (const text of ['', ' \n\n ', 'Lorem ipsum dolor sit amet.', '\u0000\u0001', '\ud800'])
    expect(readFields(text)).toEqual({ parties: [], fields: [] })
})

describe('the kind of agreement', () => {
  it.each([
    ['Amendment 1\nto the Data Processing Agreement between Alder and Birch', 'amendment'],
    ['DATA PROCESSING ADDENDUM\n\nThis addendum is made by and between', 'dpa'],
    ['Mutual Non-Disclosure Agreement', 'nda'],
    ['ORDER FORM LM-2025-004\nAlder Inc.', 'order-form'],
    ['Statement of Work: Pilot', 'sow'],
    ['Service Level Agreement', 'sla'],
    ['MASTER SUBSCRIPTION AGREEMENT between Alder and Birch', 'msa'],
    ['Cloud Services Agreement', 'msa'],
    ['EXCLUSIVE DISTRIBUTOR AGREEMENT made between', 'other'],
    ['This Sponsorship Agreement is made between A and B. It has service levels and an order form.', 'other'],
    ['', 'other'],
  ])('%j is %s', (text, type) => {
    expect(contractTypeOf(text)).toBe(type)
  })
})

describe('an amendment', () => {
  it('does not take the date of what it changes for its own', () => {
    const text =
      'Amendment 1\n\nThis amendment is made between Alder GmbH ("Alder") and Birch Ltd ("Birch"). It changes the Master Agreement between the parties dated 1 February 2024 and takes effect on 1 July 2025.\n\nFor Alder\nSigned: A. Lee\nDate: 18 June 2025\n\nFor Birch\nSigned: B. May\nDate: 20 June 2025\n'
    expectFields(text, { agreementDate: '2025-06-20', effectiveDate: '2025-07-01' })
  })
})
