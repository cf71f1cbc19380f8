// When terms end: stated, counted from a day or its name, without an end, or hanging on an event that no text dates.
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

const opening =
  'This Agreement (the "Agreement") is entered into as of March 1, 2020 (the "Effective Date") by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n'

type Row = [text: string, end: string | undefined]
const endOf = (text: string): unknown => readFields(text).fields.find(({ key }) => key === 'expirationDate')?.value

describe('the end of a term', () => {
  it.each<Row>([
    [
      'The Initial Term ends on 31 January 2027. The parties wish to go on.\n\n2.1 In clause 5.1 the Initial Term is extended by twelve (12) months, up to and including 31 January 2028.',
      '2028-01-31',
    ],
    ['The Term expires on May 31, 2024. The Term is hereby extended until May 31, 2026.', '2026-05-31'],
    [
      'This Agreement shall commence on the Effective Date and, unless terminated earlier in accordance with Article 9, shall continue for an initial term of five (5) years (the "Initial Term").',
      '2025-02-28',
    ],
    [
      'The term of this Agreement shall begin on the Effective Date and end at 12:01 a.m. on the fifth anniversary of the Effective Date.',
      '2025-02-28',
    ],
    ['This Agreement shall remain in effect through December 31, 2024, unless terminated earlier.', '2024-12-31'],
    ['The Contract Period shall be from 3/1/2020 through 12/31/2022.', '2022-12-31'],
    [
      'The initial term of this Agreement shall be for the period commencing on the date hereof and ending on March 31, 2025.',
      '2025-03-31',
    ],
    ['The initial term of the franchise is ten (10) years from the date of this Agreement.', '2030-02-28'],
    ['The term of this Agreement shall be for a period of three (3) Contract Years.', '2023-02-28'],
    ['This Agreement shall terminate one (1) year from the date hereof.', '2021-02-28'],
    ['This Agreement begins on the Effective Date and ends on 31st December 2022.', '2022-12-31'],
    ['This Agreement shall be valid until the end of calendar year 2022.', '2022-12-31'],
    [
      'The Term shall continue until the third (3rd) anniversary of the Effective Date, unless earlier terminated pursuant to Section 8.',
      '2023-02-28',
    ],
    ['The term of this Agreement is sixty (60) months following the Effective Date.', '2025-02-28'],
    ['Term: Two (2) years from date of signing.', '2022-02-28'],
    ['The Term shall be the period from the Effective Date to the third anniversary thereof.', '2023-02-28'],
    ['This Agreement is for a twenty-four (24) month term beginning on the Effective Date.', '2022-02-28'],
    ['The term of the Agreement is one year, i.e., until February 28, 2021.', '2021-02-28'],
    ['This Agreement shall have an initial term of 3 years commencing on April 15, 2020.', '2023-04-14'],
    ['The Sponsorship Term shall commence on June 1, 2020 and shall expire on May 31, 2023.', '2023-05-31'],
    ['This Agreement shall be in full force and effect from the date hereof until December 31, 2025 (the "Term").', '2025-12-31'],
    [
      'Subject to Section 12, this Agreement will continue for a period of two (2) years after the Effective Date (the "Initial Term") and will automatically renew for successive one (1) year terms.',
      '2022-02-28',
    ],
    [
      'Unless terminated as provided below, the term of this Agreement shall extend from the Effective Date through June 30, 2023.',
      '2023-06-30',
    ],
    [
      '9. TERM AND TERMINATION\n\n9.1 Term. The term of this Agreement shall commence upon the Effective Date and continue for twelve (12) months thereafter.',
      '2021-02-28',
    ],
    ['TERM\n\nThe Agreement shall be for a term of four (4) years.', '2024-02-29'],
    [
      'This Agreement shall take effect on the Effective Date and shall remain in effect for an initial term ending on December 31, 2022.',
      '2022-12-31',
    ],
    [
      'This Agreement shall commence on the date first written above and shall continue for a term of one hundred twenty (120) months.',
      '2030-02-28',
    ],
    [
      'This Agreement shall be effective on the date first above written and shall terminate on the second anniversary of such date.',
      '2022-02-28',
    ],
    ['The term of this Agreement will commence on the Effective Date and will expire two years from the Effective Date.', '2022-02-28'],
    ['This Agreement shall have a term commencing on the Effective Date and expiring thirty-six (36) months thereafter.', '2023-02-28'],
    ["The Consultant's engagement shall commence on March 1, 2020 and shall continue until February 28, 2023.", '2023-02-28'],
    ['Executive is hired for a term of two years.', '2022-02-28'],
    ['"Expiration Date" means December 31, 2024.', '2024-12-31'],
    ['"Term" shall mean the five (5) year period commencing on the Effective Date.', '2025-02-28'],
    ['"Initial Term" has the meaning of the period of 24 months from the Effective Date.', '2022-02-28'],
    ['The parties agree that the term shall be extended and this Agreement shall now expire on December 31, 2027.', '2027-12-31'],
    ['Section 3 of the Original Agreement is amended so that the Term shall be extended to December 31, 2027.', '2027-12-31'],
    ['The Term is hereby extended until December 31, 2027.', '2027-12-31'],
    ['This Agreement will last for a period of 18 months from the Effective Date.', '2021-08-31'],
    ["This Agreement is made for an indefinite period and may be terminated by either party upon six months' notice.", 'perpetual'],
    ['This Agreement shall continue in effect until terminated in accordance with Section 5.', 'perpetual'],
    ['This Agreement shall remain in full force and effect unless and until terminated pursuant to this Section.', 'perpetual'],
    ['The term of this Agreement shall be perpetual unless terminated in accordance with this Section.', 'perpetual'],
    ['This Agreement shall terminate on the earlier of (i) December 31, 2022 or (ii) completion of the Services.', '2022-12-31'],
    ['The Agreement shall be effective upon signing and shall be in effect for the two year period thereafter.', '2022-02-28'],
    ['The term ("Term") of this Agreement shall be five (5) years, unless sooner terminated as provided.', '2025-02-28'],
    [
      'This Agreement is effective as of the Effective Date and shall continue through the fourth anniversary of the Effective Date.',
      '2024-02-29',
    ],
    [
      'The term of this Agreement shall be a period of ten (10) years from the Effective Date, subject to Sections 12 and 13.',
      '2030-02-28',
    ],
    ['The agreement is valid for 1 year since the signing date.', '2021-02-28'],
    ['This contract shall come into force on the date of signature and is valid for a period of three years.', '2023-02-28'],
    ['Validity: from 1 March 2020 till 28 February 2022', '2022-02-28'],
    ['The Term shall be for a minimum of five (5) years commencing on the Effective Date.', '2025-02-28'],
    [
      "This Agreement shall continue in force for an initial period expiring on 31 March 2023 and thereafter until terminated by either party on six months' notice.",
      '2023-03-31',
    ],
    ['This Agreement will be for a term of one year and will be renewed automatically for one year terms.', '2021-02-28'],
    [
      'This Agreement will become effective as of the date first written above and, unless sooner terminated, shall continue in effect for two years from its effective date and thereafter from year to year.',
      '2022-02-28',
    ],
    ['The term of this lease shall be for 5 years, beginning April 1, 2020 and ending March 31, 2025.', '2025-03-31'],
    ['Term of Agreement: April 1, 2020 - March 31, 2023', '2023-03-31'],
    ['Expiration Date: March 31, 2023', '2023-03-31'],
    [
      'The initial term of this Agreement (the "Initial Term") shall be for the twelve (12) month period following the Effective Date.',
      '2021-02-28',
    ],
    [
      'Unless otherwise terminated by operation of law or by acts of the parties, this License Agreement shall be in effect for five years.',
      '2025-02-28',
    ],
    [
      'This Agreement shall continue until February 28, 2023, and thereafter shall be automatically renewed for one year periods.',
      '2023-02-28',
    ],
    ['The original term of this Agreement is for seven (7) years from the Effective Date hereof.', '2027-02-28'],
    ['This Agreement, unless earlier terminated, shall run until the date that is three (3) years from the Effective Date.', '2023-02-28'],
    [
      "This Agreement shall be effective as of the Effective Date and shall remain in effect until terminated by either party upon at least sixty (60) days' prior written notice to the other party.",
      'perpetual',
    ],
    [
      'This Agreement shall be effective as of the date hereof and shall continue until terminated as provided in this Section. Either party may terminate this Agreement at any time.',
      'perpetual',
    ],
    [
      'The term of this Agreement shall commence on the Effective Date and shall continue unless and until terminated in accordance with this Agreement.',
      'perpetual',
    ],
    ['This Agreement shall continue in force until such time as it is terminated by either party.', 'perpetual'],
    ['This Agreement shall remain in effect until canceled by either party in writing.', 'perpetual'],
    ['This Agreement is of unlimited duration.', 'perpetual'],
    ['This Agreement is concluded for an unlimited period of time.', 'perpetual'],
    ['This Agreement shall have an indefinite term.', 'perpetual'],
    ['The term of this Agreement is indefinite.', 'perpetual'],
    ['The term of this Agreement shall be in perpetuity.', 'perpetual'],
    ['This Agreement and the licenses granted herein shall be perpetual, subject to termination under Section 6.', 'perpetual'],
    ['This Agreement shall be perpetual.', 'perpetual'],
    ['The licenses granted under this Agreement shall continue in perpetuity unless terminated.', 'perpetual'],
    ['Term. Unless terminated earlier pursuant to Section 8, this Agreement shall continue in perpetuity.', 'perpetual'],
    ['This Agreement becomes effective upon signature and will remain in force until either party terminates it.', 'perpetual'],
    [
      'This Agreement shall continue in full force and effect until such time as one of the parties terminates it by giving ninety (90) days written notice.',
      'perpetual',
    ],
    ['This Agreement will continue in effect until the parties mutually agree to terminate it.', 'perpetual'],
    [
      'The Agreement shall remain in effect until terminated pursuant to Section 12 hereof, which allows termination upon breach.',
      'perpetual',
    ],
    ['This Agreement shall continue indefinitely, unless terminated for cause.', 'perpetual'],
    [
      "This Agreement shall be in effect from the date hereof and shall continue thereafter until terminated by either party at any time, with or without cause, upon thirty (30) days' notice.",
      'perpetual',
    ],
    ['This Agreement has no fixed term and shall continue until terminated.', 'perpetual'],
    [
      'This Agreement shall not terminate except as provided in Section 4 and shall otherwise continue in effect indefinitely.',
      'perpetual',
    ],
    ['This Agreement shall stay in force until terminated in accordance with the terms of this Agreement.', 'perpetual'],
    [
      '2.1 Term. The term of this Agreement (the "Term") shall commence on the Effective Date and shall remain in full force and effect until terminated in accordance with Section 2.2.',
      'perpetual',
    ],
    ['The term of this Agreement shall begin on the Effective Date and shall end upon termination as provided in Article 7.', 'perpetual'],
    ['This Agreement shall be binding upon execution and continue until it is terminated as herein provided.', 'perpetual'],
    [
      'This agreement will be in force on the Effective Date and shall remain in effect until the expiration or termination of all Order Forms.',
      'perpetual',
    ],
    [
      'This Agreement shall begin on the Effective Date and shall continue until all Statements of Work have expired or been terminated.',
      'perpetual',
    ],
    [
      'This Agreement shall continue in effect for an indefinite period until terminated by one of the parties with a notice of six months.',
      'perpetual',
    ],
    [
      'The Agreement shall come into effect upon the Effective Date and shall continue in effect, unless terminated sooner under the terms of this Agreement.',
      'perpetual',
    ],
    ['This Agreement shall be continuous until terminated.', 'perpetual'],
    ['Unless terminated in accordance with the provisions of this Section, this Agreement shall remain in effect.', 'perpetual'],
    ['This Agreement shall continue in full force and effect until dissolved by mutual consent.', 'perpetual'],
    ['The Term shall be perpetual.', 'perpetual'],
    [
      '12. TERM AND TERMINATION\n\n12.1 This Agreement shall take effect on the Effective Date.\n\n12.2 It shall continue in force for a period of five (5) years, unless terminated under Clause 12.3.',
      '2025-02-28',
    ],
    [
      'TERM: This Agreement shall be for an initial term of one (1) year, and shall automatically renew for successive one (1) year terms.\n\nWarranty. Alder warrants the Products for three (3) years.',
      '2021-02-28',
    ],
    [
      'The Software license is granted for a period of ten years.\n\n8. Term. The term of this Agreement shall be for three (3) years after the Effective Date.',
      '2023-02-28',
    ],
    [
      '7. Non-Competition. During the term of this Agreement and for a period of two (2) years thereafter, Birch shall not compete.\n\n8. Term. This Agreement shall remain in effect until terminated by either party on 30 days notice.',
      'perpetual',
    ],
    [
      '7. Confidentiality. The obligations shall continue for five (5) years after the termination of this Agreement.\n\n8. Term. This Agreement shall continue in force for a term of two (2) years from the Effective Date.',
      '2022-02-28',
    ],
    [
      '8. Term of Agreement. The Agreement is effective from the date of execution and will remain in force for a period of 4 years. Thereafter the Agreement will be renewed for a further 2 years.',
      '2024-02-29',
    ],
    [
      '3. Term. (a) The Term shall commence on the Effective Date and end on the date that is seven (7) years after the Effective Date.',
      '2027-02-28',
    ],
    [
      '3.1 Term. Unless sooner terminated as set forth herein, the term of this Agreement (the "Term") shall be for a period commencing as of the Effective Date and expiring upon the tenth (10th) anniversary of the Effective Date.',
      '2030-02-28',
    ],
    [
      'Term. The Term of this Agreement shall consist of three (3) consecutive Contract Years beginning on the Effective Date.',
      '2023-02-28',
    ],
    ['"Contract Year" means each twelve month period. The Term shall be three (3) Contract Years.', '2023-02-28'],
    ['Franchisor grants Franchisee the right for a term of twenty (20) years from the date of this Agreement.', '2040-02-29'],
    ['This Agreement shall terminate automatically on June 30, 2025 unless extended by mutual agreement.', '2025-06-30'],
    ['Term of Sponsorship: June 1, 2020 through May 31, 2023', '2023-05-31'],
    ['Contract Term: 36 months', '2023-02-28'],
    ['Initial Term: Three (3) years from the Effective Date.', '2023-02-28'],
    [
      'The Services Agreement dated January 1, 2015 between the parties expired on December 31, 2019. The term of this Agreement shall be one year from the Effective Date.',
      '2021-02-28',
    ],
    [
      'WHEREAS, the Prior Agreement terminates on December 31, 2020.\n\nTerm. This Agreement shall be effective for three years from the Effective Date.',
      '2023-02-28',
    ],
    ["The Term of Executive's employment shall be for three years commencing on the Effective Date.", '2023-02-28'],
    [
      'This Agreement shall become effective on the Effective Date and shall continue for two (2) years and from year to year thereafter so long as approved by the Board.',
      '2022-02-28',
    ],
    ['The term of this Agreement shall be until the earlier of (a) December 31, 2025 or (b) the sale of all Units.', '2025-12-31'],
    ['This Agreement shall remain in effect for a period of ninety (90) days from the Effective Date.', '2020-05-29'],
    ['The term of this Agreement shall be six (6) months.', '2020-08-31'],
    ['This Agreement shall be in effect for the period of January 1, 2021 to December 31, 2021.', '2021-12-31'],
    [
      'The term commences on the date hereof and continues until January 31, 2022; provided that Alder may extend the term to January 31, 2023.',
      '2022-01-31',
    ],
    ['Either party may terminate this Agreement after December 31, 2022 upon notice. The initial term is five (5) years.', '2025-02-28'],
  ])('%s', (text, end) => {
    expect(endOf(opening + text)).toBe(end)
  })

  it.each<Row>([
    [
      'This Agreement is entered into as of March 1, 2020 by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n1.1 "Commencement Date" means June 1, 2020.\n\n9. TERM. The term of this Agreement shall be five years from the Commencement Date.',
      '2025-05-31',
    ],
    [
      'This Agreement is entered into as of March 1, 2020 by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n1.1 "Launch Date" shall mean July 1, 2020.\n\n9. The initial term of this Agreement shall begin on the Launch Date and continue for two (2) years.',
      '2022-06-30',
    ],
    [
      'This Agreement is entered into as of March 1, 2020 by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n9. Term. The term of this Agreement shall commence on April 1, 2020 (the "Start Date"). Unless sooner terminated, it shall continue for a period of three (3) years from the Start Date.',
      '2023-03-31',
    ],
  ])('is counted from the day that a name means: %s', (text, end) => {
    expect(endOf(text)).toBe(end)
  })

  it.each<[text: string]>([
    ['The initial term of this Agreement shall be three (3) years from the Launch Date.'],
    ['This Agreement shall continue until the expiration of the last to expire of the Licensed Patents.'],
    ['The term of this Agreement shall continue, on a country-by-country basis, until the expiration of the Royalty Term.'],
    ['The confidentiality obligations shall survive for a period of five (5) years following the termination of this Agreement.'],
    ['Alder warrants the Products for a period of one (1) year from delivery.'],
    ['Any dispute shall be commenced within two (2) years after the cause of action arose.'],
    ['Neither party shall solicit employees during the term and for a period of two (2) years thereafter.'],
    ['Alder shall maintain the records for a period of three (3) years.'],
    ['This Agreement shall be effective for so long as the Management Agreement is in effect.'],
    ['The initial term shall be [***] years from the Effective Date.'],
    ['This Agreement shall be for a term of [*] years.'],
    ['The term of this Agreement shall commence on the Commercial Operation Date and continue for twenty (20) years.'],
    ['The Initial Term of this Agreement will be five years from the date of the first commercial sale of the Product.'],
    ["This Agreement may be terminated at any time on sixty (60) days' written notice."],
    [
      'The Term of this Agreement shall commence on the Effective Date and shall end on the last day of the 36th full calendar month thereafter.',
    ],
    ['Alder grants Birch a perpetual, irrevocable, royalty-free license to the Software.'],
    ['The confidentiality obligations continue indefinitely after termination.'],
    ['The provisions of Section 9 shall survive indefinitely.'],
    ['Birch shall maintain insurance in effect until termination of this Agreement.'],
    ['Each Statement of Work shall remain in effect until completed.'],
    ['This Agreement shall continue until the Closing of the merger or until terminated.'],
    ['This Agreement shall remain in effect for the term of the Supply Agreement unless terminated earlier.'],
    ['This Agreement shall continue until completion of the Services unless earlier terminated.'],
    ['The trademark license shall continue for so long as Birch sells the Products.'],
    ['The parties shall perform until terminated.'],
    ['The guarantee shall remain in full force and effect until the obligations are paid in full.'],
    ['All other terms of the Agreement shall remain in full force and effect unless modified.'],
    ['Except as amended hereby, the Agreement shall remain in full force and effect.'],
    ['Any invalid provision shall not affect the others, which remain in full force and effect unless terminated.'],
    [
      'The term of this Agreement begins on the Effective Date and, unless previously terminated, will expire on the twentieth anniversary of the date the Restaurant opens for business.',
    ],
    ['The initial term of this Agreement shall expire ten (10) years from the date that the Store first opens for business.'],
    ['This Agreement will begin on the Effective Date and will end on the date five years after the first commercial sale.'],
    ['The term of this Agreement shall run concurrently with the term of the Master Agreement.'],
    ['This Agreement shall terminate upon the termination of the Management Agreement.'],
    ['The lease for the Premises expires on June 30, 2029.'],
    ['The exclusivity period shall expire on June 30, 2021.'],
    ["Alder's option shall expire on June 30, 2021."],
    ['Insurance shall be maintained until June 30, 2021.'],
    ['The warranty period is two (2) years from acceptance.'],
  ])('is not made up: %s', (text) => {
    expect(endOf(opening + text)).toBeUndefined()
  })
})
