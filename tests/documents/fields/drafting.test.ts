// More of the same, found by thinking of the ways in which lawyers say one thing: kept so that none is lost again.
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'
import { readValue } from './read-values.ts'

const opening =
  'This Agreement (the "Agreement") is entered into as of March 1, 2020 (the "Effective Date") by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n'
const length = (count: number, unit: string) => ({ count, unit })

describe('governingLaw', () => {
  it.each<[text: string, value: unknown]>([
    [
      'This Agreement shall be governed in all respects by the laws of the State of Nevada as such laws are applied to agreements between Nevada residents.',
      ['Nevada'],
    ],
    ['The construction, validity and performance of this Agreement shall be governed by the laws of Singapore.', ['Singapore']],
    [
      'This Agreement and all disputes arising hereunder shall be governed by, and interpreted in accordance with, the law of the Commonwealth of Massachusetts.',
      ['Massachusetts'],
    ],
    ['GOVERNING LAW. Delaware.', ['Delaware']],
    ['Governing Law: State of Washington', ['Washington']],
    ['16.1 Choice of Law. The parties choose the law of New Jersey.', ['New Jersey']],
    ['This Agreement is made under, and shall be construed according to, the laws of the State of Georgia.', ['Georgia']],
    [
      'This Agreement shall be deemed to have been made in the State of Utah and its validity shall be determined under the laws of such State.',
      ['Utah'],
    ],
    [
      'THIS AGREEMENT SHALL BE GOVERNED BY AND CONSTRUED IN ACCORDANCE WITH THE LAWS OF THE STATE OF NEW YORK WITHOUT REGARD TO PRINCIPLES OF CONFLICTS OF LAW.',
      ['New York'],
    ],
    [
      'The rights and obligations of the parties shall be governed by the laws, other than choice of law rules, of the State of Minnesota.',
      ['Minnesota'],
    ],
    ['This Agreement shall be subject to and governed by Israeli law, and the courts of Tel Aviv have jurisdiction.', ['Israel']],
    ['The Agreement is subject to Swiss law.', ['Switzerland']],
    ['All matters relating to this Agreement shall be governed by the substantive laws of Japan.', ['Japan']],
    ['This Agreement will be interpreted under Colorado law.', ['Colorado']],
    ['This Agreement shall be governed by and construed under the laws of Hong Kong SAR.', ['Hong Kong']],
    ['Applicable law: the laws of the Federal Republic of Germany.', ['Federal Republic of Germany']],
    ['This Agreement shall be construed and enforced pursuant to the laws and decisions of the State of Maryland.', ['Maryland']],
    ['The parties agree that the laws of the State of Wisconsin will apply to this Agreement.', ['Wisconsin']],
    ['This Agreement shall be governed by the laws of the State where the Premises are located.', undefined],
    ['This Agreement shall be governed by and interpreted according to the law of the country of Sweden.', ['Sweden']],
    ['This contract is a Texas contract and shall be governed by and interpreted in accordance with the laws thereof.', ['Texas']],
    ['This Agreement is entered into in, and shall be governed by the laws of, the State of Arizona.', ['Arizona']],
    [
      'The formation, construction, and performance of this Agreement shall be construed in accordance with the laws of Kansas.',
      ['Kansas'],
    ],
    ['This Agreement shall be governed by the laws of St. Louis, Missouri.', ['Missouri']],
    [
      'This agreement, and any dispute, shall be governed by the laws of the People\u2019s Republic of China (the "PRC").',
      ["People's Republic of China"],
    ],
    ['The laws of Bermuda shall govern.', ['Bermuda']],
  ])('%s', (text, value) => {
    expect(readValue(opening + text, 'governingLaw')).toEqual(value)
  })
})

describe('expirationDate', () => {
  it.each<[text: string, value: unknown]>([
    [
      'This Agreement shall be effective as of the Effective Date and shall continue in full force and effect for a period of two (2) years thereafter.',
      '2022-02-28',
    ],
    ['The term of this Agreement shall be for three years beginning on the Effective Date.', '2023-02-28'],
    ['Unless earlier terminated, this Agreement shall expire on the fifth anniversary of the Effective Date.', '2025-02-28'],
    ['Unless terminated earlier as provided herein, this Agreement shall expire three (3) years after the Effective Date.', '2023-02-28'],
    ['TERM. The initial term hereof is one year, commencing on the date hereof.', '2021-02-28'],
    ['The Agreement shall have a term of 5 years from the Effective Date.', '2025-02-28'],
    ['This Agreement will terminate on December 31, 2022 unless renewed.', '2022-12-31'],
    ['The term of this Agreement will be from April 1, 2020 through March 31, 2023.', '2023-03-31'],
    ['The Term of this Agreement is from April 1, 2020 to March 31, 2023.', '2023-03-31'],
    ['This Agreement shall have an initial term expiring on June 30, 2021.', '2021-06-30'],
    ['"Term" means the period commencing on the Effective Date and ending on the date which is two (2) years thereafter.', '2022-02-28'],
    ['Term: 24 months', '2022-02-28'],
    [
      'This Agreement shall commence on the Effective Date and, unless sooner terminated, shall remain in force for an initial period of four (4) years.',
      '2024-02-29',
    ],
    ['The Initial Term shall end on the last day of the month of August 2021.', '2021-08-31'],
    [
      'This Agreement shall remain in full force and effect until terminated by either party upon ninety (90) days written notice.',
      'perpetual',
    ],
    ['This Agreement shall continue indefinitely until terminated as provided herein.', 'perpetual'],
    ['This Agreement shall be in effect until terminated by mutual consent.', 'perpetual'],
    ['The license granted hereunder is perpetual.', undefined],
    ['This Agreement shall be effective for one (1) year from the date of signature.', '2021-02-28'],
    ['The duration of this contract is of 36 months, starting from its signature.', '2023-02-28'],
    ['The contract period shall be 5 years, from 1 March 2020 to 28 February 2025.', '2025-02-28'],
    ['This Agreement shall begin on the Effective Date and end at midnight on February 28, 2024.', '2024-02-28'],
    ['This Agreement shall be for a term commencing on the Effective Date and ending December 31, 2025.', '2025-12-31'],
    ['The term of this Agreement commences on the Effective Date and continues through and including June 30, 2023.', '2023-06-30'],
    [
      'This Agreement shall be effective upon the Effective Date and shall continue in effect until the close of business on June 30, 2024.',
      '2024-06-30',
    ],
    ['This Agreement is effective until December 31, 2021.', '2021-12-31'],
    ['The Agreement shall commence on the Effective Date and shall terminate five (5) years from such date.', '2025-02-28'],
    ['The term of this Agreement shall be twelve (12) consecutive months.', '2021-02-28'],
    ['The expiration date of this Agreement is May 31, 2022.', '2022-05-31'],
    ['This Agreement shall have a term of ten (10) years (the "Initial Term"), commencing as of the Effective Date.', '2030-02-28'],
    ['This Agreement shall commence upon execution and shall continue for an initial period of one (1) year.', '2021-02-28'],
    ['Subject to earlier termination, the term shall run for a period of seven (7) years after the Effective Date.', '2027-02-28'],
    ['The term of this Agreement shall continue for so long as Alder owns the shares.', undefined],
    ['The Agreement will have a duration of three (3) years from the Effective Date.', '2023-02-28'],
  ])('%s', (text, value) => {
    expect(readValue(opening + text, 'expirationDate')).toEqual(value)
  })
})

describe('renewalTerm', () => {
  it.each<[text: string, value: unknown]>([
    ['This Agreement may be renewed for additional one (1) year periods upon mutual agreement.', length(1, 'year')],
    [
      'Upon expiration of the initial term, this Agreement shall be automatically extended for additional terms of one (1) year each.',
      length(1, 'year'),
    ],
    ['The term shall be automatically renewed from year to year unless either party gives sixty days notice.', length(1, 'year')],
    ['Thereafter, the Agreement shall continue on a year-to-year basis until terminated.', length(1, 'year')],
    ['Alder shall have the option to extend the Term for two additional periods of five (5) years each.', length(5, 'year')],
    ['This Agreement shall be renewed for consecutive twelve (12) month periods unless terminated by notice.', length(12, 'month')],
    ['The Agreement will renew for subsequent six-month terms unless cancelled in writing.', length(6, 'month')],
    [
      'The initial term is three years and it shall thereafter renew for successive terms of 3 years unless either party notifies the other.',
      length(3, 'year'),
    ],
    ['Following the Initial Term, this Agreement shall automatically renew for further periods of two years.', length(2, 'year')],
    ['This Agreement will automatically renew on an annual basis.', length(1, 'year')],
    ['The Agreement shall be deemed renewed for another year unless either party objects.', length(1, 'year')],
    [
      'At the end of the initial term the Agreement shall automatically roll over for successive periods of ninety (90) days.',
      length(90, 'day'),
    ],
    [
      'Licensee may renew this Agreement for up to three (3) successive renewal terms of one (1) year each by written notice given ninety (90) days prior to expiration.',
      length(1, 'year'),
    ],
    ['The Initial Term may be extended for one additional five-year term.', length(5, 'year')],
  ])('%s', (text, value) => {
    expect(readValue(opening + text, 'renewalTerm')).toEqual(value)
  })
})

describe('noticePeriodToTerminateRenewal', () => {
  it.each<[text: string, value: unknown]>([
    [
      'This Agreement shall automatically renew for one year terms unless either party notifies the other in writing not later than sixty (60) days before expiration of its intention not to renew.',
      length(60, 'day'),
    ],
    [
      'The Agreement shall automatically renew for one (1) year unless terminated by either party by giving written notice three (3) months prior to the end of the term.',
      length(3, 'month'),
    ],
    [
      "Unless either party gives at least one hundred twenty (120) days' prior written notice of non-renewal, this Agreement will automatically renew for one year.",
      length(120, 'day'),
    ],
    [
      'This Agreement automatically renews for one (1) year periods. Either party may elect not to renew by providing notice at least 30 days before the end of the term.',
      length(30, 'day'),
    ],
    [
      'It shall be automatically renewed for successive one year terms unless a party delivers notice of termination within ninety (90) days of the expiration of the term.',
      length(90, 'day'),
    ],
    [
      'The term shall automatically renew for successive one year periods unless cancelled by either party in writing with a minimum of 60 days notice.',
      length(60, 'day'),
    ],
  ])('%s', (text, value) => {
    expect(readValue(opening + text, 'noticePeriodToTerminateRenewal')).toEqual(value)
  })
})

describe('autoRenewal', () => {
  it.each<[text: string, value: unknown]>([
    ['Unless notice is given, the Agreement shall be extended automatically for one year.', true],
    ['The Agreement shall be renewed each year unless either party gives notice.', true],
    ['This Agreement is renewable at the option of Alder for one year.', false],
    ['The Agreement will continue thereafter from month to month until terminated on thirty days notice.', true],
    ['The parties may renew this Agreement for one (1) year by written agreement.', false],
    ['The agreement shall self-renew for one year periods.', true],
  ])('%s', (text, value) => {
    expect(readValue(opening + text, 'autoRenewal')).toEqual(value)
  })
})

describe('capOnLiability', () => {
  it.each<[text: string, value: unknown]>([
    ['EXCEPT FOR BREACH OF CONFIDENTIALITY, NEITHER PARTY SHALL BE LIABLE FOR SPECIAL OR CONSEQUENTIAL DAMAGES.', true],
    ['The maximum liability of Alder for any claim is the amount paid for the products.', true],
    ["Alder's sole obligation and Birch's exclusive remedy is the replacement of the defective product.", true],
    ['Under no circumstances will Alder be responsible for lost profits or other indirect losses.', true],
    ["IN NO CASE SHALL ALDER'S LIABILITY EXCEED THE FEES.", true],
    ['Alder disclaims any liability for incidental damages.', true],
    ['Neither party shall have any liability to the other for loss of anticipated profits by reason of termination.', true],
    ['The Trustee shall not be liable for any act or omission except for willful misconduct or gross negligence.', true],
    ['Alder shall be liable for all taxes.', undefined],
    ['Neither party shall be liable for delays caused by acts of God.', undefined],
    ['Alder hereby waives any right to punitive damages.', true],
    ['Damages shall be limited to actual direct damages.', true],
  ])('%s', (text, value) => {
    expect(readValue(opening + text, 'capOnLiability')).toEqual(value)
  })
})

const between = ' by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").'
const filler = ' The parties agree on many things that matter little here.'.repeat(60)

describe('the dates of an opening', () => {
  it.each<[text: string, agreed: string | undefined, effective: string | undefined]>([
    [
      `This Agreement ("Agreement") is effective as of the 1st day of July, 2014 (the "Effective Date")${between}`,
      '2014-07-01',
      '2014-07-01',
    ],
    [`THIS AGREEMENT ("Agreement") made and effective this 1st day of July, 2014,${between}`, '2014-07-01', '2014-07-01'],
    ['AGREEMENT made as of July 1, 2014 between Alder Inc. and Birch LLC.', '2014-07-01', undefined],
    [
      'This Amendment No. 2 (this "Amendment") to the Supply Agreement dated as of March 3, 2010 is entered into as of July 1, 2014' +
        between,
      '2014-07-01',
      undefined,
    ],
    [
      'FIRST AMENDMENT TO LICENSE AGREEMENT\n\nThis First Amendment, dated July 1, 2014, amends the License Agreement dated March 3, 2010' +
        between,
      '2014-07-01',
      undefined,
    ],
    [
      `This Agreement is entered into on July 1, 2014, to be effective as of August 1, 2014 (the "Effective Date"),${between}`,
      '2014-07-01',
      '2014-08-01',
    ],
    [`This Agreement is dated July 1, 2014 and is effective from August 1, 2014${between}`, '2014-07-01', '2014-08-01'],
    [
      'This Agreement dated as of July 1, 2014 (the "Agreement Date")' +
        between +
        ' This Agreement shall become effective on August 1, 2014.',
      '2014-07-01',
      '2014-08-01',
    ],
    [
      'Alder Works, Inc.\n1 High Street\n\nJuly 1, 2014\n\nDear Sirs: This letter agreement sets forth the terms between Alder and Birch.',
      '2014-07-01',
      undefined,
    ],
    ['Contract Date: July 1, 2014. Buyer: Alder Inc. Seller: Birch LLC.', '2014-07-01', undefined],
    [`This agreement, entered into this first day of July, 2014,${between}`, '2014-07-01', undefined],
    [`THIS AGREEMENT is made the 1st day of July 2014${between}`, '2014-07-01', undefined],
    [`This AGREEMENT, made and entered into as of this 1st day of July, Two Thousand and Fourteen,${between}`, '2014-07-01', undefined],
    [`This Agreement has been executed as of July 1, 2014${between}`, '2014-07-01', undefined],
    [
      'This Agreement (the "Agreement") is by and between Alder, Inc. ("Alder") and Birch, Inc. ("Birch"), and is dated as of July 1, 2014.',
      '2014-07-01',
      undefined,
    ],
    [
      'This Agreement is entered into between Alder, Inc., with offices at 1 Road, and Birch, Inc., with offices at 2 Road, effective July 1, 2014 ("Effective Date").',
      '2014-07-01',
      '2014-07-01',
    ],
    [
      'This Agreement is made as of the Effective Date' +
        between +
        ' IN WITNESS WHEREOF, the parties have caused this Agreement to be executed as of July 1, 2014.',
      '2014-07-01',
      undefined,
    ],
    [
      'This Agreement is made' +
        between +
        ' IN WITNESS WHEREOF, the parties hereto have executed this Agreement on the day and year first above written. Dated July 1, 2014.',
      '2014-07-01',
      undefined,
    ],
    [
      `This Agreement is made as of 1 July 2014${between} WHEREAS the parties entered into a Loan Agreement dated June 1, 2010.`,
      '2014-07-01',
      undefined,
    ],
    [`This Agreement is entered into July 1, 2014${between} The Agreement will take effect upon signature.`, '2014-07-01', '2014-07-01'],
    [
      `This Agreement is entered into July 1, 2014${between} The Effective Date of this Agreement is July 15, 2014.`,
      '2014-07-01',
      '2014-07-15',
    ],
    [
      `This Agreement is entered into July 1, 2014${between} "Effective Date" shall mean the date first written above.`,
      '2014-07-01',
      '2014-07-01',
    ],
    [
      `This Agreement is entered into July 1, 2014${between} This Agreement shall be effective when signed by both parties.`,
      '2014-07-01',
      '2014-07-01',
    ],
    [
      `This Agreement is entered into July 1, 2014${between} The term begins on September 1, 2014 and ends on August 31, 2015.`,
      '2014-07-01',
      '2014-09-01',
    ],
  ])('%s', (text, agreed, effective) => {
    expect([readValue(text + filler, 'agreementDate'), readValue(text + filler, 'effectiveDate')]).toEqual([agreed, effective])
  })
})

describe('the parties of an opening', () => {
  it.each<[text: string, names: string[]]>([
    [
      'THIS AGREEMENT is by and between Alder Foundation for the Arts, a nonprofit ("Foundation"), and drugstore.com, inc., a Delaware corporation ("DSC").',
      ['Alder Foundation for the Arts', 'drugstore.com, inc.'],
    ],
    [
      'This Agreement, dated May 1, 2010, is between The Board of Regents of the University of Alder ("University") and Birch Pte. Ltd., a Singapore company ("Birch").',
      ['The Board of Regents of the University of Alder', 'Birch Pte. Ltd.'],
    ],
    [
      'This Agreement is made between: (1) ALDER PLC, a company incorporated in England whose registered office is at 1 Road (the "Seller"); and (2) BIRCH N.V., a company incorporated in the Netherlands (the "Buyer").',
      ['ALDER PLC', 'BIRCH N.V.'],
    ],
    [
      'This Agreement is entered into by Alder, Inc., a Nevada corporation ("Alder") and Birch Co., Ltd. ("Birch") as of May 1, 2010.',
      ['Alder, Inc.', 'Birch Co., Ltd.'],
    ],
    [
      'THIS AGREEMENT is made as of May 1, 2010 between John A. Smith, an individual residing in Texas ("Consultant"), and Alder 2 Go, Inc. ("Company").',
      ['John A. Smith', 'Alder 2 Go, Inc.'],
    ],
    [
      'This Agreement is made BETWEEN: ALDER LIMITED (hereinafter called the "Licensor") OF THE FIRST PART - and - BIRCH S.p.A. (hereinafter called the "Licensee") OF THE SECOND PART',
      ['ALDER LIMITED', 'BIRCH S.p.A.'],
    ],
    [
      'AGREEMENT made May 1, 2010 by and between Alder Bank, N.A. (together with its affiliates, "Bank") and Birch & Sons ("Birch").',
      ['Alder Bank, N.A.', 'Birch & Sons'],
    ],
    [
      'This License Agreement is entered into between Alder AG, Main Street 1, Zug, Switzerland ("Licensor"), and Birch Laboratorios S.A., Rua 2, Sao Paulo ("Licensee").',
      ['Alder AG', 'Birch Laboratorios S.A.'],
    ],
    [
      'This Agreement is made and entered into by and among Alder Inc., Birch LLC and Cedar L.P. as of May 1, 2010.',
      ['Alder Inc.', 'Birch LLC', 'Cedar L.P.'],
    ],
    [
      'This Agreement is by and between Alder Inc. and its affiliates (collectively, "Alder") and Birch Holdings LLC, for itself and its subsidiaries ("Birch").',
      ['Alder Inc.', 'Birch Holdings LLC'],
    ],
    [
      'This agreement is between Alder Communications, Inc. (f/k/a Elder, Inc.), a Delaware corporation, with its principal place of business at 1 Road, and Birch Media, Inc., a New York corporation, with offices at 2 Road.',
      ['Alder Communications, Inc.', 'Birch Media, Inc.'],
    ],
    [
      'Under this Agreement ("Agreement") between International Alder Machines Corporation ("IAM") and Birch, Inc. ("Customer"), IAM will provide hosting.',
      ['International Alder Machines Corporation', 'Birch, Inc.'],
    ],
    [
      'This Agreement is made on May 1, 2010 between Alder, Inc. ("we" or "us") and Birch Travel GmbH & Co. KG ("you").',
      ['Alder, Inc.', 'Birch Travel GmbH & Co. KG'],
    ],
    [
      'THIS JOINT VENTURE AGREEMENT is made by and between Alder Mining Ltd of 1 Road, Perth ("Alder") and Birch Resources Pty Ltd ACN 123 of 2 Road, Perth ("Birch").',
      ['Alder Mining Ltd', 'Birch Resources Pty Ltd'],
    ],
    [
      'PARTIES:\n\nAlder Works Inc. ("Alder")\n\nand\n\nBirch Mills LLC ("Birch")\n\nThis agreement is made on May 1, 2010.',
      ['Alder Works Inc.', 'Birch Mills LLC'],
    ],
    [
      'Customer: Alder Works Inc.\nProvider: Birch Mills LLC\nThis order form is subject to the Master Agreement.',
      ['Alder Works Inc.', 'Birch Mills LLC'],
    ],
    [
      'Dear Sirs: This letter agreement confirms the terms between Alder Works Inc. ("we") and you.\n\nVery truly yours,\n\nALDER WORKS INC.\n\nBy: /s/ A. B.\n\nAccepted and agreed:\n\nBIRCH MILLS LLC\n\nBy: /s/ C. D.',
      ['Alder Works Inc.', 'BIRCH MILLS LLC'],
    ],
  ])('%s', (text, names) => {
    expect(readFields(`${text}\n\n${filler}`).parties.map(({ name }) => name)).toEqual(names)
  })
})
