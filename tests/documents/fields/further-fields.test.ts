// Fields beyond dates and terms: names, rights to terminate, notice of breaches, increases, usage, credits; nothing where nothing is said.
import { describe, expect, it } from 'vitest'
import type { FieldValues } from '../../../src/documents/fields/finding.ts'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

type Key = keyof FieldValues
const readValue = (key: Key, text: string) => readFields(text).fields.find((field) => field.key === key)?.value

const days = (count: number) => ({ count, unit: 'day' })
const table = (key: Key, found: readonly [text: string, value: unknown][], nothing: readonly string[]) =>
  describe(key, () => {
    it.each(found)('is read from %j', (text, value) => {
      expect(readValue(key, text)).toEqual(value)
    })
    it.each(nothing)('is not in %j', (text) => {
      expect(readValue(key, text)).toBeUndefined()
    })
  })

table(
  'documentName',
  [
    ['EXHIBIT 10.6\n\nDISTRIBUTOR AGREEMENT\n\nThis agreement is made on March 1, 2020.', 'DISTRIBUTOR AGREEMENT'],
    ['Alder Works, Inc.\n\nMaster Services Agreement\n\nbetween Alder and Birch', 'Master Services Agreement'],
    ['EXECUTION COPY SOFTWARE LICENSE AGREEMENT THIS SOFTWARE LICENSE AGREEMENT is made', 'SOFTWARE LICENSE AGREEMENT'],
    ['Amendment No. 2 to the Distribution Agreement\n\nThis amendment changes the price.', 'Amendment No. 2 to the Distribution Agreement'],
    ['Amendment 2\n\nAlder and Birch\n\nThis amendment changes the price.', 'Amendment 2'],
    ['Amendment 1 to the Data Processing Agreement\n\nAlder and Birch', 'Amendment 1 to the Data Processing Agreement'],
    ['Order Form AB-2024-011\n\nAlder and Birch\n\nIt is placed under the Agreement.', 'Order Form AB-2024-011'],
    ['Master Services Agreement 2024 was a good year.', 'Master Services Agreement'],
    ['Sales, Marketing, Distribution, and Supply Agreement\n\nWHEREAS Alder sells', 'Sales, Marketing, Distribution, and Supply Agreement'],
    ['STATEMENT OF WORK\n\nThe work is described here.', 'STATEMENT OF WORK'],
    ['This Consulting Agreement (the "Agreement") is made by Alder.', 'Consulting Agreement'],
  ],
  ['The parties agree as follows. They meet monthly.', '', 'This agreement is made by Alder.', 'Entire Agreement. Nothing else is agreed.'],
)

table(
  'terminationForConvenience',
  [
    ['Either party may terminate this Agreement for any reason or no reason upon thirty (30) days prior written notice.', true],
    ['Customer may terminate this Agreement for convenience at any time by giving sixty days notice.', true],
    ['This Agreement may be canceled at any time without cause, by either party upon ninety (90) days written notice.', true],
    ['Licensor has the right to terminate this License in its sole discretion.', true],
    ['This Agreement may be terminated by Alder upon thirty (30) days prior written notice to Birch.', true],
    ['Either party may terminate this Agreement: (a) for material breach; (b) for convenience on three months notice.', true],
  ],
  [
    'Either party may terminate this Agreement if the other party breaches it and fails to cure within thirty days.',
    'Upon termination of this Agreement for any reason each party shall return the property of the other.',
    'Company may terminate this Agreement immediately in the event of the insolvency of Distributor.',
    'This Agreement terminates on December 31, 2027.',
    'After termination the Company may, in its sole discretion, repurchase the stock.',
    'Employee may be dismissed for any reason.',
  ],
)

table(
  'terminationNotice',
  [
    ['Either party may terminate this Agreement for convenience upon ninety (90) days prior written notice.', days(90)],
    ['Alder may terminate this Agreement at any time by giving three months notice in writing.', { count: 3, unit: 'month' }],
    ['The Agreement may be terminated by either party without cause on not less than 60 days written notice.', days(60)],
    ['Customer can cancel the Services at any time with ten (10) business days notice.', { count: 10, unit: 'business_day' }],
  ],
  [
    'Either party may terminate this Agreement for convenience at any time.',
    'Either party may terminate for breach that is not cured within thirty days of notice.',
    'Alder gives thirty days notice of each visit.',
  ],
)

table(
  'curePeriod',
  [
    [
      'Either party may terminate if the other materially breaches and fails to cure such breach within thirty (30) days of notice.',
      days(30),
    ],
    [
      'Licensor may terminate this Agreement where a default is not remedied within 10 business days after written notice.',
      { count: 10, unit: 'business_day' },
    ],
    [
      'If a party defaults and does not rectify the default within a period of two weeks, this Agreement may be terminated.',
      { count: 2, unit: 'week' },
    ],
  ],
  [
    'Either party may terminate this Agreement upon a material breach by the other.',
    'The repair shall be completed within thirty days.',
    'A breach may be cured within thirty days.',
  ],
)

table(
  'breachNotice',
  [
    ['Processor shall notify Controller of a personal data breach within 72 hours after becoming aware of it.', days(3)],
    ['Provider will inform Customer within twenty-four (24) hours of becoming aware of any Security Incident.', days(1)],
    [
      'Business Associate shall report any breach of unsecured protected health information no later than five (5) business days after discovery.',
      { count: 5, unit: 'business_day' },
    ],
    ['In case of unauthorized access to Customer Data, Vendor shall give notice within two days.', days(2)],
    ['Supplier shall notify Buyer of a data breach without undue delay and in any event not later than 48 hours.', days(2)],
  ],
  [
    'Processor shall notify Controller of a personal data breach without undue delay.',
    'Provider keeps records of each security incident for five years.',
    'Breach of this Agreement shall be cured within thirty days after notice.',
    'Vendor tells Buyer of a data breach within 36 hours.',
  ],
)

table(
  'priceIncreasePercent',
  [
    ['Supplier may increase the fees once a year by no more than five percent (5%).', 5],
    ['Fees for a renewal term shall not increase by more than 3% over the prior year.', 3],
    ['Any annual increase of the subscription price is limited to 4.5%.', 4.5],
    ['The rates will be adjusted on each anniversary by up to seven percent.', 7],
    ['Prices may be raised by 10% upon sixty days notice.', 10],
  ],
  [
    'The price shall be adjusted according to the Consumer Price Index.',
    'Royalties increase to 8% of Net Sales when prices fall.',
    'A discount of 10% applies where orders increase.',
    'If the rates increase by more than 10%, the parties shall meet.',
    'Interest of 2% a month is charged on late fees, which increase.',
    'The fees increase by 3% or 5%, up to 10%, as agreed.',
  ],
)

table(
  'priceRestrictions',
  [
    ['Fees may be adjusted each year by the change in the consumer price index.', true],
    ['The prices shall remain fixed and shall not be increased during the Initial Term.', true],
    ['Supplier may increase the fees by no more than 5% a year.', true],
  ],
  ['The price is $500.', 'Sales increased by a third.', 'Supplier may increase its prices at its own choice.'],
)

table(
  'minimumCommitment',
  [
    ['Customer commits to spend at least $1,000,000 on the Services in each year.', { amount: '1000000', currency: 'USD' }],
    ['Licensee shall pay a minimum annual royalty of EUR 250,000.', { amount: '250000', currency: 'EUR' }],
    ['The guaranteed minimum for each season is US$ 400,000.', { amount: '400000', currency: 'USD' }],
    ['Distributor shall purchase products of not less than $75,000 in each quarter.', { amount: '75000', currency: 'USD' }],
  ],
  [
    'Insurance with a minimum of $1,000,000 per occurrence is kept.',
    'Distributor shall purchase at least 500 units a year.',
    'The fee is $500.',
    'The company keeps a minimum net worth of $5,000,000.',
  ],
)

table(
  'seats',
  [
    ['Customer may use the Software for up to 250 named users.', 250],
    ['The subscription includes fifty (50) seats.', 50],
    ['Number of users: 1,200, with access to all modules.', 1200],
    ['Licensee is granted twenty-five (25) concurrent user licenses to access the Platform.', 25],
  ],
  [
    'Users shall keep their passwords secret.',
    'The hall has 500 seats.',
    'Party B provides copies of 2 driver licenses that permit transport.',
    'Users may access the 24 modules.',
  ],
)

table(
  'usageLimit',
  [
    ['The plan includes up to 10,000 API calls per month and support.', 'up to 10,000 API calls per month'],
    ['Customer may store no more than 500 GB on the Platform.', 'no more than 500 GB'],
    ['Usage shall not exceed 1,000 transactions per day.', 'not exceed 1,000 transactions per day'],
    ['The license is limited to three (3) servers.', 'limited to three (3) servers'],
  ],
  ['The liability is limited to $500.', 'Up to three persons attend the meeting.', 'Customer may use the Platform without limits.'],
)

table(
  'slaCreditPercent',
  [
    ['If uptime falls below 99.9%, Customer receives a service credit of 10% of the monthly fee.', 10],
    ['An Availability Credit means an amount equal to five percent (5%) of the monthly charges for each outage.', 5],
    ['For missed service levels Provider grants a credit equal to 2.5 % of the fees.', 2.5],
  ],
  ['The price is reduced by a credit of 10% for early payment.', 'Service credits are not refundable.', 'Uptime is 99.9%.'],
)

it('says where each value stands', () => {
  const text = 'Alder pays Birch.\n\nEither party may terminate this Agreement for convenience upon ninety (90) days notice. They meet.'
  const field = readFields(text, [{ number: 7, start: 0, end: text.length }]).fields.find(({ key }) => key === 'terminationNotice')
  expect(field).toMatchObject({
    page: 7,
    sure: true,
    sentence: 'Either party may terminate this Agreement for convenience upon ninety (90) days notice.',
  })
})
