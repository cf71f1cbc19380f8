// The terms and renewals of agreements in the ways in which filed ones write them.
import { describe, expect, it } from 'vitest'
import { readValues } from './read-values.ts'

const opening =
  'This Agreement (the "Agreement") is entered into as of March 1, 2020 (the "Effective Date") by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n'
const initial = 'The initial term of this Agreement is three (3) years from the Effective Date. '
const length = (count: number, unit: string) => ({ count, unit })
type Length = ReturnType<typeof length> | 'any' | undefined

describe('the end of a filed agreement', () => {
  it.each<[text: string, end: string | undefined]>([
    ['This Agreement shall have an initial term of five (5) years from the Effective Date.', '2025-02-28'],
    ['This Agreement will remain in force for a period of 36 months following the Effective Date.', '2023-02-28'],
    ['This Agreement shall expire on the fifth anniversary of the Effective Date.', '2025-02-28'],
    ['This Agreement shall remain in effect through and including December 31, 2025.', '2025-12-31'],
    [
      'This Agreement shall continue in full force and effect until terminated by either party upon thirty (30) days written notice.',
      'perpetual',
    ],
    ['This Agreement shall continue in full force and effect unless terminated as provided herein.', 'perpetual'],
    [
      'TERM. Unless sooner terminated as provided herein, the term of this Agreement shall be ten (10) years commencing on the date hereof.',
      '2030-02-28',
    ],
    [
      'The Term of this Agreement will be for a period of three years, commencing on the Effective Date, and shall thereafter automatically renew for successive one-year periods.',
      '2023-02-28',
    ],
    ['The Initial Term begins on the Effective Date and ends three (3) years later.', '2023-02-28'],
    ['The term of this Agreement begins on the Effective Date and ends at the close of business on December 31, 2024.', '2024-12-31'],
    ['This Agreement becomes effective on the date hereof and shall expire three years thereafter.', '2023-02-28'],
    ['Term and Renewal. The original term shall be twenty-four months from the Effective Date.', '2022-02-28'],
    [
      '9.1 Term. This Agreement commences on the Effective Date and continues for two (2) years, unless terminated earlier in accordance with this Section.',
      '2022-02-28',
    ],
    [
      'Unless earlier terminated in accordance with the terms hereof, this Agreement will terminate on the third anniversary of the date hereof.',
      '2023-02-28',
    ],
    ['The term of this Agreement shall be from March 1, 2020 to February 28, 2022, both dates inclusive.', '2022-02-28'],
    ['The term of the license shall be perpetual.', 'perpetual'],
    ['This Agreement shall be effective as of the Effective Date and shall remain in effect perpetually.', 'perpetual'],
    ['This Agreement shall have a term of one hundred and twenty (120) days from the Effective Date.', '2020-06-28'],
    ['The term of this Agreement shall be eighteen months.', '2021-08-31'],
    ['Duration: This agreement will be for one year from the date of signature.', '2021-02-28'],
    ['This Contract is valid for 3 years, from March 1, 2020 to February 28, 2023.', '2023-02-28'],
    ['The validity period of this Agreement is five years starting from the date of execution.', '2025-02-28'],
    [
      'This Agreement shall come into force on the date of its signature and shall remain valid for a period of 5 (five) years.',
      '2025-02-28',
    ],
    ['This Agreement shall begin on the Effective Date and shall continue through the end of the 2022 calendar year.', '2022-12-31'],
    [
      'The Contract Period shall commence on April 1, 2020 and shall terminate on March 31, 2023, unless sooner terminated or extended.',
      '2023-03-31',
    ],
    [
      'The term of this Endorsement Agreement shall commence May 1, 2020 and terminate April 30, 2022 (the "Contract Period").',
      '2022-04-30',
    ],
    ['"Term" means the period commencing on the Effective Date and ending on the fourth (4th) anniversary thereof.', '2024-02-29'],
    ['"Expiration Date" means June 30, 2026.', '2026-06-30'],
    ['Expiration Date: June 30, 2026', '2026-06-30'],
    ['The initial term of this Franchise Agreement is fifteen (15) years from the Effective Date.', '2035-02-28'],
    [
      'This Agreement shall commence on the Effective Date and continue until the later of the expiration of the last Valid Claim or ten years from first commercial sale.',
      undefined,
    ],
    ['This Agreement shall commence on the Effective Date and shall continue until the completion of the Project.', undefined],
    ['The term of this Agreement shall commence on the Effective Date and shall continue for so long as Birch owns any shares.', undefined],
    ['This Agreement shall continue for a period of five (5) years after the First Commercial Sale of the Product.', undefined],
    ['The term shall be three (3) years from the Launch Date. "Launch Date" means July 1, 2020.', '2023-06-30'],
    [
      'Either party may terminate this Agreement upon sixty (60) days notice. The confidentiality obligations shall survive for five (5) years.',
      undefined,
    ],
    ['The warranty period shall be twelve (12) months from delivery.', undefined],
    ['The Maintenance Term shall begin on the Effective Date and run for one year.', '2021-02-28'],
    ['This Agreement shall be for a term of twenty (20) years, expiring February 29, 2040.', '2040-02-29'],
    ['Term: 3 years', '2023-02-28'],
    ['Term of Agreement: March 1, 2020 - February 28, 2023', '2023-02-28'],
    ['TERM: Twelve months from the Effective Date', '2021-02-28'],
    ['Initial Term: Thirty-six (36) months', '2023-02-28'],
    ['This Agreement shall remain in effect for as long as the parties continue to do business together.', undefined],
    [
      'This Agreement is effective on the Effective Date and will end on the date which is two (2) years after the Effective Date.',
      '2022-02-28',
    ],
    [
      'The Term of this Agreement commences on the Effective Date and, unless terminated earlier, will expire at midnight on the day preceding the third anniversary of the Effective Date.',
      '2023-02-28',
    ],
    ['The agreement shall run for two consecutive years beginning April 1, 2020.', '2022-03-31'],
    [
      'The term of this Agreement will begin on the Effective Date and will continue for an initial period of four (4) years, unless earlier terminated.',
      '2024-02-29',
    ],
    [
      'Subject to earlier termination, this Agreement will be in effect for the period beginning on the Effective Date and ending five (5) years from such date.',
      '2025-02-28',
    ],
    ['The period of this Agreement shall be three (3) years from and after the Effective Date.', '2023-02-28'],
    ['This Agreement shall, unless renewed, expire one (1) year from the Effective Date.', '2021-02-28'],
    ['The parties agree that this Agreement shall terminate automatically on December 31, 2021.', '2021-12-31'],
    [
      'This Agreement shall terminate on the earlier of (a) December 31, 2021 or (b) the date on which all Services are completed.',
      '2021-12-31',
    ],
    ['This Agreement will continue in effect indefinitely until terminated by either party.', 'perpetual'],
    ['This Agreement is of indefinite duration.', 'perpetual'],
    ['This Agreement has no fixed term and may be terminated by either party on 90 days notice.', 'perpetual'],
    [
      'This Agreement is effective on the Effective Date and shall remain in effect until terminated pursuant to this Section 7.',
      'perpetual',
    ],
    [
      'The term of this Agreement shall commence on the Effective Date and shall continue until terminated in accordance with Section 10.',
      'perpetual',
    ],
    ['The term of this Agreement shall be for the life of the patents.', undefined],
    [
      'Unless terminated earlier under this Article, this Agreement shall continue in effect for a period of two years from its effective date and from year to year thereafter provided such continuance is approved annually by the Trustees.',
      '2022-02-28',
    ],
    ['The appointment hereunder shall be for a period of three (3) years commencing with the Effective Date.', '2023-02-28'],
    ['The engagement shall be for a six month period beginning on the Effective Date.', '2020-08-31'],
    [
      'Consultant will provide the services for a term of twelve (12) months beginning on March 15, 2020 (the "Consulting Period").',
      '2021-03-14',
    ],
    ['The Joint Venture shall continue for a term of thirty (30) years from the Effective Date.', '2050-02-28'],
    ['This Agreement shall extend for a period of three (3) years beginning on the Effective Date.', '2023-02-28'],
    ['The term of this Agreement shall be coterminous with the Master Agreement.', undefined],
    ['The noncompetition covenant shall remain in effect for a period of five (5) years following the Closing Date.', undefined],
    [
      'This Agreement shall be effective as of the Effective Date and shall terminate at 11:59 p.m. Eastern Time on June 30, 2024.',
      '2024-06-30',
    ],
    [
      'This Agreement shall commence on the Effective Date and continue until the end of the fifth Contract Year. "Contract Year" means each twelve-month period beginning on the Effective Date or its anniversary.',
      '2025-02-28',
    ],
    [
      'Unless earlier terminated, the term of this Agreement and the licenses granted herein shall (i) with respect to the Marks, be for the Trademark Term, and (ii) with respect to the Patents, be in perpetuity.',
      'perpetual',
    ],
    [
      '"Trademark License Term" means the period commencing on the Effective Date and ending twenty-four (24) months thereafter.',
      undefined,
    ],
    [
      'The Term will be 3 years from Effective Date with an automatic 2 year term extensions unless otherwise advised by one of the Parties.',
      '2023-02-28',
    ],
    ['The Agreement shall have a duration of 5 years as of its Effective Date.', '2025-02-28'],
    ['This Agreement shall take effect from the date of signing by both Parties and be valid for ten years.', '2030-02-28'],
    [
      'This Agreement shall become effective upon execution by the Parties and shall remain in full force and effect for twenty years, unless terminated in advance.',
      '2040-02-29',
    ],
  ])('of %j is %j', (text, end) => {
    expect(readValues(opening + text).get('expirationDate')).toBe(end)
  })
})

/** "any" where lawyers themselves may read it either way. */
const meets = (found: unknown, wanted: string | undefined): boolean => wanted === 'any' || found === wanted

describe('a filed agreement with other dates and periods about its term', () => {
  it.each<[text: string, end: string | undefined, start: string | undefined]>([
    [
      '4.1 Term. Subject to earlier termination under Section 4.2, the term of this Agreement shall commence on the Effective Date and shall continue for a period of seven (7) years (the "Initial Term").\n\n4.2 Survival. The obligations of confidentiality shall survive for a period of three (3) years after the expiration of this Agreement.',
      '2027-02-28',
      '2020-03-01',
    ],
    [
      '"Launch Date" means the date on which the Site is first made available to the public.\n\nThe term of this Agreement will begin on the Effective Date and will end on the second anniversary of the Launch Date.',
      undefined,
      '2020-03-01',
    ],
    [
      'Unless sooner terminated, this Agreement shall continue until the expiration of the last-to-expire Licensed Patent. Warranty claims must be made within one (1) year.',
      undefined,
      '2020-03-01',
    ],
    [
      'This Agreement shall become effective on the date first above written and, unless terminated earlier as provided herein, shall remain in effect until December 31, 2024; provided, however, that the license shall continue for ninety (90) days thereafter.',
      '2024-12-31',
      '2020-03-01',
    ],
    [
      'CONTRACT PERIOD. The "Contract Period" shall mean that period of time commencing on January 1, 2020 and concluding December 31, 2022, unless terminated sooner.',
      '2022-12-31',
      'any',
    ],
    [
      '12. TERM\n\nThe term of this Agreement ("Term") shall be the period beginning on the Effective Date and ending on the last day of the calendar month in which the fifth anniversary of the Effective Date falls.',
      'any',
      '2020-03-01',
    ],
    [
      'Birch shall keep insurance for two (2) years after the end of this Agreement. Alder may inspect the premises every six (6) months.',
      undefined,
      '2020-03-01',
    ],
    [
      'Section 8. Term. This Agreement shall be in effect for a term of three (3) years from the Effective Date and shall thereafter be renewed for one (1) year terms.\n\nSection 9. Each Statement of Work shall have a term of one (1) year from its date.',
      '2023-02-28',
      '2020-03-01',
    ],
    [
      'The exclusivity period shall be two (2) years from the Effective Date. This Agreement shall remain in effect for five (5) years from the Effective Date.',
      '2025-02-28',
      '2020-03-01',
    ],
    [
      'The term of each Order is 12 months. The Agreement continues until terminated by either party on ninety (90) days written notice.',
      'perpetual',
      '2020-03-01',
    ],
    ['Term. The Agreement begins on the Effective Date. The Agreement ends on May 31, 2022.', '2022-05-31', '2020-03-01'],
    [
      '10.1 Term\n\nThis Agreement shall be effective for four years from the Effective Date (the "Term"), unless terminated pursuant to Section 10.2.\n\n10.2 Termination\n\nEither party may terminate on one hundred eighty (180) days notice.',
      '2024-02-29',
      '2020-03-01',
    ],
    [
      '9. TERM OF AGREEMENT. The term of this Agreement shall commence upon the date of execution and shall continue until December 31, 2021 and from year to year thereafter.',
      '2021-12-31',
      '2020-03-01',
    ],
    [
      'The lease of the equipment expires on June 30, 2021. The parties have entered into a Supply Agreement that expires December 31, 2025.',
      undefined,
      '2020-03-01',
    ],
    [
      'TERM. This Agreement has a term of thirty-six (36) months ("Initial Term") which begins on the first day of the month following the Effective Date.',
      'any',
      '2020-03-01',
    ],
    [
      'XII. DURATION\n\nA. The agreement enters into force on the day of its signing and is concluded for a period of ten (10) years.',
      '2030-02-28',
      '2020-03-01',
    ],
    [
      'Term of Franchise. This Agreement will be in effect upon its acceptance and execution by Franchisor and shall have a term of ten (10) years from the Effective Date.',
      '2030-02-28',
      '2020-03-01',
    ],
    [
      'The Agent is appointed for an initial period of two (2) years from the date hereof, and thereafter until terminated by either party giving three months notice.',
      '2022-02-28',
      '2020-03-01',
    ],
    [
      'This Agreement shall terminate on the date five (5) years from the date of this Agreement, provided that Section 6 shall survive.',
      '2025-02-28',
      '2020-03-01',
    ],
    ['Period of Performance: March 1, 2020 through February 28, 2023.', '2023-02-28', 'any'],
    ['The services will be performed from April 1, 2020 through September 30, 2020 (the "Term").', '2020-09-30', 'any'],
    [
      'The outside date for delivery is June 1, 2020. This Agreement shall be null and void if the Closing has not occurred by July 1, 2020.',
      undefined,
      '2020-03-01',
    ],
    [
      'During the period from the Effective Date until the third anniversary of the Effective Date (the "Non-Compete Period"), Seller shall not compete.',
      'any',
      '2020-03-01',
    ],
    [
      'This Agreement will be effective from the Effective Date until March 31, 2023 or until the quantity is delivered, whichever is later.',
      '2023-03-31',
      '2020-03-01',
    ],
    [
      'Subject to Section 11, this Agreement shall be for a term commencing on the Effective Date and expiring on the tenth (10th) anniversary of the Effective Date.',
      '2030-02-28',
      '2020-03-01',
    ],
    [
      'Unless earlier terminated pursuant to Section 9.2, the term of this Agreement shall extend until the fourth anniversary of the date of this Agreement.',
      '2024-02-29',
      '2020-03-01',
    ],
  ])('of %j ends on %j', (text, end, start) => {
    const values = readValues(opening + text)
    const [foundEnd, foundStart] = [values.get('expirationDate'), values.get('effectiveDate')]
    expect([end === 'any' ? 'any' : foundEnd, meets(foundStart, start)]).toEqual([end, true])
  })
})

describe('the renewal of a filed agreement', () => {
  it.each<[text: string, term: Length, isAutomatic: boolean | 'any', notice: Length]>([
    [
      'The Term shall automatically renew for additional one-year terms unless either party gives notice at least sixty (60) days prior to the expiration of the then current term.',
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    ['This Agreement may be renewed for two additional terms of one year each by mutual agreement.', length(1, 'year'), false, undefined],
    [
      'This Agreement is evergreen and shall continue from year to year unless either party gives notice of non-renewal no later than six months before the end of the current year.',
      length(1, 'year'),
      true,
      length(6, 'month'),
    ],
    [
      'The Term will be 3 years from Effective Date with an automatic 2 year term extension unless otherwise advised by one of the Parties.',
      length(2, 'year'),
      true,
      undefined,
    ],
    ['The Term will be 3 years, with automatic two year extensions.', length(2, 'year'), true, undefined],
    [
      'Upon the expiry of the Initial Term this Agreement shall automatically renew for successive terms of the same duration, unless either party gives written notice of its desire not to renew not less than ninety (90) days prior to the date of expiration.',
      length(3, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'Upon expiration of the Initial Term, this Agreement will automatically be renewed for successive terms equal in length to the Initial Term unless either party notifies the other in writing within thirty (30) days of the end of the term.',
      length(3, 'year'),
      true,
      length(30, 'day'),
    ],
    [
      'This Agreement shall renew automatically for like periods unless cancelled by either party in writing ninety days before its end.',
      length(3, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'Thereafter, it shall automatically renew for additional three (3) year periods, unless terminated by either party by giving written notice of non-renewal no less than 120 prior to the applicable expiry date.',
      length(3, 'year'),
      true,
      length(120, 'day'),
    ],
    [
      'The Agreement shall be automatically extended for a further period of twelve (12) months unless either Party gives the other written notice to the contrary three (3) months prior to its expiry.',
      length(12, 'month'),
      true,
      length(3, 'month'),
    ],
    [
      'The agreement is tacitly renewed for periods of one year unless terminated by registered letter with a notice of three months before the end of each period.',
      length(1, 'year'),
      true,
      length(3, 'month'),
    ],
    [
      'At the end of the term the agreement will roll over for successive 12-month terms unless notice is given 45 days prior.',
      length(12, 'month'),
      true,
      length(45, 'day'),
    ],
    [
      'Licensee shall have the option to renew this Agreement for an additional five (5) year term upon written notice to Licensor not later than 180 days before the end of the Term.',
      length(5, 'year'),
      false,
      'any',
    ],
    [
      'Franchisee may, at its option, renew the franchise for two (2) additional consecutive terms of ten (10) years each, provided that Franchisee gives notice not less than six months prior to the end of the initial term.',
      length(10, 'year'),
      false,
      'any',
    ],
    [
      'This Agreement shall not automatically renew. The parties may agree in writing to extend the Term for one additional year.',
      'any',
      false,
      undefined,
    ],
    [
      'If neither party gives notice of termination at least 90 days before the end of the initial term or any renewal term, this Agreement shall be extended for another year.',
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'Unless either party notifies the other of its intention not to renew at least one hundred eighty (180) days before the end of the then-current term, this Agreement will renew for a further term of two (2) years.',
      length(2, 'year'),
      true,
      length(180, 'day'),
    ],
    [
      "Thereafter this Agreement shall continue on a month-to-month basis until terminated by either party on thirty (30) days' notice.",
      length(1, 'month'),
      true,
      length(30, 'day'),
    ],
    [
      'After the initial term, this Agreement shall continue in effect for successive one-year periods until terminated by either party on at least 60 days written notice prior to the end of any such period.',
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    [
      'The initial term shall be extended automatically for consecutive annual periods in the absence of written notice to terminate received at least four (4) months before the end of the period.',
      length(1, 'year'),
      true,
      length(4, 'month'),
    ],
    [
      'This Agreement shall be deemed renewed for successive periods of one (1) year each, unless either party shall have given the other ninety (90) days prior written notice of its election not to renew.',
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'Following the Initial Term, this Agreement shall renew on each anniversary of the Effective Date for an additional year unless one party notifies the other of termination at least thirty days prior to such anniversary.',
      length(1, 'year'),
      true,
      length(30, 'day'),
    ],
    [
      'The Agreement will be renewed annually unless terminated by either party with 60 days notice before the anniversary date.',
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    [
      'This Agreement shall continue in effect for two years and from year to year thereafter provided such continuance is approved at least annually by the Trustees. It may be terminated without penalty on sixty (60) days written notice.',
      'any',
      false,
      undefined,
    ],
    ['This Agreement may be extended upon mutual written consent of the parties for successive one year periods.', 'any', false, undefined],
    [
      'The parties may extend this Agreement by written agreement signed no later than 60 days before the Expiration Date.',
      undefined,
      'any',
      undefined,
    ],
    ['The Term shall be automatically extended by one (1) day for each day of Force Majeure.', 'any', 'any', undefined],
    [
      'Each Order will automatically renew for one year unless cancelled 30 days before its end. This Agreement expires with the last Order.',
      undefined,
      'any',
      'any',
    ],
    [
      'This Agreement shall automatically renew itself for periods of one (1) year unless, not less than sixty (60) days nor more than ninety (90) days prior to expiration, either party delivers notice of its intent not to renew.',
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    [
      'The term shall self-renew for one-year terms, unless and until a party provides notice of non-renewal at least thirty (30) business days prior to the end of the term.',
      length(1, 'year'),
      true,
      length(30, 'business_day'),
    ],
    [
      'Company may extend the Term for an additional two (2) years by giving Athlete written notice on or before December 31, 2022.',
      length(2, 'year'),
      false,
      undefined,
    ],
    [
      'The term of this Agreement will automatically extend for a period of one year from the Expiration Date (the "Extension Term") if the Agent has met its minimum sales.',
      length(1, 'year'),
      true,
      undefined,
    ],
    [
      "This Agreement shall renew for additional successive terms of one (1) year, subject to either party's right to elect not to renew by written notice given not fewer than ninety (90) days before the end of the then current term.",
      length(1, 'year'),
      true,
      length(90, 'day'),
    ],
    [
      'Upon expiration of the initial term, and each renewal term thereafter, this Agreement will renew for one year terms, unless sixty days prior written notice is given.',
      length(1, 'year'),
      true,
      length(60, 'day'),
    ],
    [
      'Unless written notice of non-renewal is received by the other party at least 30 days before the anniversary date, this Agreement renews automatically each year.',
      length(1, 'year'),
      true,
      length(30, 'day'),
    ],
    [
      'On expiry of this period the Agreement shall be prolonged by one year at a time if it is not terminated by one of the parties at six months notice.',
      length(1, 'year'),
      true,
      length(6, 'month'),
    ],
    [
      'At the expiration of the Initial Term, this Agreement shall automatically continue for an additional twelve month term absent notice by either party at least 2 months prior to the expiration.',
      length(12, 'month'),
      true,
      length(2, 'month'),
    ],
    ['Renewal: automatic, one (1) year terms; 60 days notice of non-renewal.', length(1, 'year'), true, length(60, 'day')],
    ['Renewal Term: Automatic renewal for successive periods of one year', length(1, 'year'), true, undefined],
    [
      'The Company shall extend time for payment by 30 days. Insurance policies shall be automatically renewed every year.',
      undefined,
      false,
      undefined,
    ],
  ])('by %j', (text, term, isAutomatic, notice) => {
    const values = readValues(opening + initial + text)
    const [foundTerm, foundNotice] = [values.get('renewalTerm'), values.get('noticePeriodToTerminateRenewal')]
    const isFoundAutomatic = values.get('autoRenewal') === true
    expect([
      term === 'any' ? 'any' : foundTerm,
      isAutomatic === 'any' ? 'any' : isFoundAutomatic,
      notice === 'any' ? 'any' : foundNotice,
    ]).toEqual([term, isAutomatic, notice])
  })
})
