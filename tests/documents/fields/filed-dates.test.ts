// The dates of agreements in the ways in which filed ones write them: numbers, words, blanks filled in, signatures, references.
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

const parties =
  'by and between Alder Works, Inc., a Delaware corporation with offices at 1 Road ("Alder"), and Birch Mills Limited ("Birch")'
const filler = 'The parties agree on many things that matter little here. '.repeat(80)

/** "any" where lawyers themselves may read it either way. */
const meets = (value: unknown, wanted: string | undefined): boolean => wanted === 'any' || value === wanted

describe('the dates of a filed agreement', () => {
  it.each<[text: string, agreed: string | undefined, effective: string | undefined]>([
    [
      `EXHIBIT 10.2\n\nDISTRIBUTOR AGREEMENT\n\nThis Agreement is made and entered into this 5th day of March, 2001 ${parties}.`,
      '2001-03-05',
      undefined,
    ],
    [`THIS AGREEMENT is made as of the 1st day of May 1999 (the "Effective Date") ${parties}.`, '1999-05-01', '1999-05-01'],
    [`AGREEMENT dated 12/31/99 ${parties}.`, '1999-12-31', undefined],
    [`SERVICES AGREEMENT\n\nDated: March __, 2000\n\n${parties}.`, undefined, undefined],
    [
      `This Agreement is effective as of the date last signed below (the "Effective Date") ${parties}.\n\n${filler}\n\nIN WITNESS WHEREOF, the parties hereto have executed this Agreement.\n\nALDER WORKS, INC.\nBy: /s/ Ann Lee\nName: Ann Lee\nDate: 3/4/2002\n\nBIRCH MILLS LIMITED\nBy: /s/ Bo May\nName: Bo May\nDate: 3/9/2002`,
      '2002-03-09',
      '2002-03-09',
    ],
    [
      `This Agreement shall be effective as of the later of the dates on which it is signed by the parties ${parties}.\n\n${filler}\n\nAlder Works, Inc.\n\nBy: /s/ Ann Lee\nName: Ann Lee\nTitle: CEO\nDate: March 4, 2002\n\nBirch Mills Limited\n\nBy: /s/ Bo May\nName: Bo May\nTitle: CFO\nDate: March 9, 2002`,
      '2002-03-09',
      '2002-03-09',
    ],
    [
      `SPONSORSHIP AGREEMENT\n\nbetween\n\nALDER WORKS, INC.\n\nand\n\nBIRCH MILLS LIMITED\n\nDated as of September 30, 2003\n\nTABLE OF CONTENTS\n\nThis Sponsorship Agreement is ${parties}.`,
      '2003-09-30',
      undefined,
    ],
    [
      `LICENSE AGREEMENT\n\nThis License Agreement ("Agreement") is made and effective the 14th of October, 2005 ${parties}.`,
      '2005-10-14',
      '2005-10-14',
    ],
    [`THIS AGREEMENT entered into on the twenty-second day of November, Two Thousand and Six (2006), ${parties}.`, '2006-11-22', undefined],
    [`This Agreement ("Agreement") is entered into as of August 1st 2007 ("Effective Date") ${parties}.`, '2007-08-01', '2007-08-01'],
    [`This Reseller Agreement is made as of this 4 day of Jan., 2001 ${parties}.`, '2001-01-04', undefined],
    [`This Agreement is made and entered into as of 10 February 1998 ${parties}.`, '1998-02-10', undefined],
    [
      `This HOSTING AGREEMENT is entered into as of the Effective Date set forth below ${parties}.\n\nEffective Date: April 7, 2000\n\n${filler}\n\n`,
      '2000-04-07',
      '2000-04-07',
    ],
    [
      `CO-BRANDING AGREEMENT\n\nThis Co-Branding Agreement (the "Agreement"), is made effective as of December 1, 1999 (the "Effective Date") ${parties}.`,
      '1999-12-01',
      '1999-12-01',
    ],
    [
      'This Agreement is made on 3rd April 2009\n\nBETWEEN\n\n(1) ALDER WORKS LIMITED (company number 0123) whose registered office is at 1 Road; and\n\n(2) BIRCH MILLS PLC',
      '2009-04-03',
      undefined,
    ],
    ['DATED 3rd April 2009\n\nALDER WORKS LIMITED\n\nand\n\nBIRCH MILLS PLC\n\nSUPPLY AGREEMENT', '2009-04-03', undefined],
    ['Dated the 3rd day of April 2009\n\nALDER WORKS LIMITED\n\nand\n\nBIRCH MILLS PLC\n\nAGENCY AGREEMENT', '2009-04-03', undefined],
    [
      'MAINTENANCE AGREEMENT\n\nContract No. 1234\n\nContract Date: July 8, 2010\n\nCustomer: Birch Mills Limited\n\nThis agreement is between Alder Works, Inc. and Customer.',
      '2010-07-08',
      undefined,
    ],
    [
      `This agreement ("Agreement") is entered into ${parties} and commences upon execution.\n\n${filler}\n\nIN WITNESS WHEREOF, the parties hereto have executed this Agreement as of the date set forth below.\n\nAlder Works, Inc.\n\nBy: /s/ Ann Lee\n\nDate: 1/15/2008\n\nBirch Mills Limited\n\nBy: /s/ Bo May\n\nDate: 1/18/2008`,
      '2008-01-18',
      '2008-01-18',
    ],
    [
      `This Agreement is made and entered into as of June 15,\n\n2\n\nSource: ALDER WORKS, 10-Q, 8/14/2004\n\n2004 (the "Effective Date"), ${parties}.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [`This Agreement is entered into as of 06/15/2004 (the "Effective Date") ${parties}.`, '2004-06-15', '2004-06-15'],
    [
      `This Agreement, dated as of June 15, 2004, but effective for all purposes as of January 1, 2004 (the "Effective Date"), is ${parties}.`,
      '2004-06-15',
      '2004-01-01',
    ],
    [`This Agreement is entered into June 15, 2004 to be effective July 1, 2004 ${parties}.`, '2004-06-15', '2004-07-01'],
    [`This Joint Venture Agreement is made on June 15th, 2004 in Hong Kong ${parties}.`, '2004-06-15', undefined],
    [
      'This Agreement was signed on June 15, 2004 in Beijing by the following parties: Party A: Alder (Beijing) Co., Ltd. Address: 1 Road. Party B: Birch (Shanghai) Co., Ltd. Address: 2 Road.',
      '2004-06-15',
      undefined,
    ],
    [
      `AMENDMENT NO. 2\n\nEffective June 15, 2004, the Distributor Agreement dated March 1, 2001 ${parties} is amended as follows.`,
      'any',
      '2004-06-15',
    ],
    [
      `This Agreement made and entered into in duplicate this 15th day of June, 2004, at New York, N.Y., ${parties}.`,
      '2004-06-15',
      undefined,
    ],
    [
      `FRANCHISE AGREEMENT\n\nDate of Agreement: June 15, 2004\nFranchisee: Birch\n\nThis Franchise Agreement is made ${parties}.`,
      '2004-06-15',
      undefined,
    ],
    [
      `This AGREEMENT is dated and effective as of the 15th day of June, 2004 (the "Effective Date") and is entered into ${parties}.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made ${parties}. The effective date of this Agreement shall be June 15, 2004.\n\n${filler}\n\n`,
      'any',
      '2004-06-15',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. Term. This Agreement shall commence on July 1, 2004 and continue for a period of three (3) years.`,
      '2004-06-15',
      '2004-07-01',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. Term. The term of this Agreement shall begin on the date first above written and shall continue for a period of three (3) years.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. Term. This Agreement shall become effective on the date first set forth above and shall continue for three (3) years.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. Term. This Agreement takes effect when signed by both parties.\n\n${filler}\n\n`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. Term. The Agreement is effective upon signing and shall continue for three years.\n\n${filler}\n\n`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. The term hereof shall commence as of the day and year first above written and expire three years later.\n\n${filler}\n\n`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. This Agreement shall become effective retroactively to May 1, 2004.\n\n${filler}\n\n`,
      '2004-06-15',
      '2004-05-01',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. Each increase in price shall become effective on July 1, 2005. Sublicenses begin on August 1, 2005.\n\n${filler}\n\n`,
      '2004-06-15',
      undefined,
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. "Effective Date" means July 1, 2004.\n\n${filler}\n\n`,
      '2004-06-15',
      '2004-07-01',
    ],
    [
      `This Agreement is made June 15, 2004 ${parties}.\n\n1. The "Effective Date" of this Agreement is the date on which it has been signed by both parties.\n\n${filler}\n\nBy: /s/ Ann Lee\nDate: June 15, 2004\n`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `ENDORSEMENT AGREEMENT\n\nThis Endorsement Agreement (the "Agreement") is entered into on this date, June 15, 2004, ${parties}.`,
      '2004-06-15',
      undefined,
    ],
    [
      `This Agreement (hereinafter the "Agreement") is executed and delivered this the 15th day of June, 2004, ${parties}.`,
      '2004-06-15',
      undefined,
    ],
    [
      `THIS CONSULTING AGREEMENT ("Agreement") is made and entered into by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch"), this 15th day of June, 2004.`,
      '2004-06-15',
      undefined,
    ],
    [
      `THIS CONSULTING AGREEMENT is made between Alder Works, Inc. ("Alder"), and Birch Mills Limited ("Birch"), and is effective as of June 15, 2004.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `TRANSPORTATION AGREEMENT\n\nThis Agreement is by and between Alder Works, Inc. ("Alder") and Birch Mills Limited ("Birch").\n\n${filler}\n\nSigned, sealed and delivered this 15th day of June, 2004.\n\nAlder Works, Inc.\n\nBy: /s/ Ann Lee`,
      '2004-06-15',
      undefined,
    ],
    [
      `TRANSPORTATION AGREEMENT\n\nThis Agreement is by and between Alder Works, Inc. ("Alder") and Birch Mills Limited ("Birch").\n\n${filler}\n\nIN WITNESS WHEREOF, the parties hereto have executed this Agreement the 15th day of June, 2004.\n\nAlder Works, Inc.\n\nBy: /s/ Ann Lee`,
      '2004-06-15',
      undefined,
    ],
    [
      `TRANSPORTATION AGREEMENT\n\nThis Agreement is by and between Alder Works, Inc. ("Alder") and Birch Mills Limited ("Birch").\n\n${filler}\n\nIN WITNESS WHEREOF, the parties hereto have executed this Agreement on the dates indicated below.\n\nAlder Works, Inc.\n\nSignature: /s/ Ann Lee\nPrint Name: Ann Lee\nDate Signed: 6-15-2004\n\nBirch Mills Limited\n\nSignature: /s/ Bo May\nPrint Name: Bo May\nDate Signed: 6-12-04`,
      '2004-06-15',
      undefined,
    ],
    [
      `TRANSPORTATION AGREEMENT\n\nThis Agreement is by and between Alder Works, Inc. ("Alder") and Birch Mills Limited ("Birch").\n\n${filler}\n\nACCEPTED AND AGREED:\n\nAlder Works, Inc. Birch Mills Limited\n\nBy: /s/ Ann Lee By: /s/ Bo May\n\nTitle: CEO Title: CFO\n\nDate: 15 June 2004 Date: 14 June 2004`,
      '2004-06-15',
      undefined,
    ],
    [`This Agreement is entered into as of 12-23-2004 (the "Effective Date") ${parties}.`, '2004-12-23', '2004-12-23'],
    [`This Agreement is entered into as of 12-23-04, 2004 (the "Effective Date") ${parties}.`, '2004-12-23', '2004-12-23'],
    [`This Agreement is entered into on 2004-12-23 (the "Effective Date") ${parties}.`, '2004-12-23', '2004-12-23'],
    [`This Agreement is entered into as of the 23rd December, 2004 (the "Commencement Date") ${parties}.`, '2004-12-23', '2004-12-23'],
    [`This Agreement is entered into as of Dec. 23, 2004 (the "Signing Date") ${parties}.`, '2004-12-23', undefined],
    [`This Agreement is made as of the ____ day of December, 2004 ${parties}.\n\n${filler}\n\n`, undefined, undefined],
    [
      `This Agreement is made as of December ___, 2004 ${parties}.\n\n${filler}\n\nIN WITNESS WHEREOF, the parties hereto have executed this Agreement as of the date first above written.\n\nBy: /s/ Ann Lee`,
      undefined,
      undefined,
    ],
    [`This Agreement is made as of ________, 2004 ${parties}.\n\n${filler}\n\n`, undefined, undefined],
    [
      `NETWORK AGREEMENT\n\nThis Network Agreement ("Agreement") dated as of 23 December, 2004 and effective from 1 January, 2005 ${parties}.`,
      '2004-12-23',
      '2005-01-01',
    ],
    [
      `STRATEGIC ALLIANCE AGREEMENT\n\nThis Strategic Alliance Agreement ("Agreement") is made and entered into as of November 6, 2016 ${parties}. Alder and Birch entered into that certain Agreement dated May 1, 2010 (the "Original Agreement").`,
      '2016-11-06',
      undefined,
    ],
    [
      `AMENDED AND RESTATED SUPPLY AGREEMENT\n\nThis Amended and Restated Supply Agreement is entered into as of November 6, 2016 (the "Restatement Date") and amends and restates that certain Supply Agreement dated as of May 1, 2010 ${parties}.`,
      '2016-11-06',
      undefined,
    ],
    [
      'Execution Version\n\nJOINT FILING AGREEMENT\n\nThe undersigned hereby agree that the statement on Schedule 13D is filed jointly.\n\nDate: February 14, 2018\n\nALDER FUND L.P.\n\nBy: /s/ Ann Lee',
      '2018-02-14',
      undefined,
    ],
    [
      'JOINT FILING AGREEMENT\n\nIn accordance with Rule 13d-1(k) under the Securities Exchange Act of 1934, the parties agree.\n\nDated: February 14, 2018\n\nALDER FUND L.P.\n\nBy: /s/ Ann Lee',
      '2018-02-14',
      undefined,
    ],
    [
      `INTELLECTUAL PROPERTY AGREEMENT\n\nTHIS INTELLECTUAL PROPERTY AGREEMENT (this "Agreement"), dated as of December 31, 2018 (the "Effective Date"), is ${parties}.`,
      '2018-12-31',
      '2018-12-31',
    ],
    [`THIS PROMOTION AGREEMENT is made as of this 31 day of December 2018 ("Effective Date"), ${parties}.`, '2018-12-31', '2018-12-31'],
    [`Effective Date: 31 December 2018\n\nAFFILIATE AGREEMENT\n\nThis Affiliate Agreement is ${parties}.`, '2018-12-31', '2018-12-31'],
    [
      `AFFILIATE AGREEMENT\n\nThis agreement is entered into by Alder Works, Inc. and Birch Mills Limited.\n\nThis Agreement is effective as of the date Alder signs below.\n\n${filler}\n\nAlder Works, Inc.\nBy: /s/ Ann Lee\nName: Ann Lee\nDate: 31-Dec-2018`,
      '2018-12-31',
      '2018-12-31',
    ],
    [
      `AFFILIATE AGREEMENT\n\nThis Agreement ${parties} shall become effective upon its execution by both parties ("Effective Date").\n\n${filler}\n\nAlder Works, Inc.\nBy: /s/ Ann Lee\nName: Ann Lee\nDate: Dec 31, 2018`,
      '2018-12-31',
      '2018-12-31',
    ],
    [
      `OUTSOURCING AGREEMENT\n\nThis Agreement is made the 31st day of December 2018 ${parties}.\n\nThe Services shall commence on January 15, 2019 (the "Commencement Date").`,
      '2018-12-31',
      'any',
    ],
    [`This Agreement is made and entered into this ___31st____ day of __December____, 2018, ${parties}.`, '2018-12-31', undefined],
    [`THIS AGREEMENT is made this 31st day of December, in the year of our Lord 2018, ${parties}.`, '2018-12-31', undefined],
    [`This Agreement is made this day of December 31, 2018, ${parties}.`, '2018-12-31', undefined],
    [`This agreement made as of this 31st of December, 2018, ${parties}.`, '2018-12-31', undefined],
    [
      `This Development Agreement ("Agreement") is made ${parties} and shall be effective as of December 31, 2018.`,
      '2018-12-31',
      '2018-12-31',
    ],
    [
      `This Agreement, made as of the last date written on the signature page hereof (the "Effective Date"), ${parties}.\n\n${filler}\n\nAlder Works, Inc.\nBy: /s/ Ann Lee\nDate: 12/30/2018\n\nBirch Mills\nBy: /s/ Bo May\nDate: 12/31/2018`,
      '2018-12-31',
      '2018-12-31',
    ],
    [`This Agreement is made this 31 December, 2018 (hereinafter, "the Effective Date") ${parties}.`, '2018-12-31', '2018-12-31'],
    [
      `REMARKETING AGREEMENT\n\nREMARKETING AGREEMENT, dated as of December 31, 2018 (this "Agreement"), ${parties}.`,
      '2018-12-31',
      undefined,
    ],
    [
      'Alder Works, Inc.\n1 Road\nAustin, Texas\n\nDecember 31, 2018\n\nBirch Mills Limited\n2 Road\n\nRe: Marketing Agreement\n\nGentlemen:\n\nThis letter sets forth the agreement between us.',
      '2018-12-31',
      undefined,
    ],
    [
      `Exhibit 10.1\n\n[Certain confidential information, as of January 5, 2019, has been excluded.]\n\nMANUFACTURING AGREEMENT\n\nThis Manufacturing Agreement is made effective as of 31 Dec 2018 ("Effective Date") ${parties}.`,
      '2018-12-31',
      '2018-12-31',
    ],
    [
      `MANUFACTURING AGREEMENT\n\nThis Agreement ${parties} is made and is effective as of the date of last signature hereto (the "Effective Date").\n\n${filler}\n\nIN WITNESS WHEREOF, the parties hereto have executed this Agreement.\n\nAlder Works, Inc. Birch Mills Limited\n\nBy: /s/ Ann Lee By: /s/ Bo May\n\nDate: Date:\n\n12-29-2018 12-31-18`,
      '2018-12-31',
      '2018-12-31',
    ],
    [
      `SPONSORSHIP AGREEMENT\n\nThis Agreement is entered into ${parties}.\n\nTerm. The term of this Agreement begins on the date of the last signature below.\n\n${filler}\n\nAlder Works, Inc.\nSigned: /s/ Ann Lee\nDated: Dec. 30, 2018\n\nBirch Mills\nSigned: /s/ Bo May\nDated: Dec. 31, 2018`,
      '2018-12-31',
      '2018-12-31',
    ],
    [
      `DISTRIBUTOR AGREEMENT\n\nAgreement Number: N1 Effective Date: March 1, 1996 Term: 1 Year\n\nAlder Works, Inc. ("Alder") and Birch Mills Limited ("Birch") agree as follows.\n\nBy: /s/ Ann Lee\nTitle: CEO\nDate: October 16, 1996\n\nBy: /s/ Bo May\nTitle: CFO\nDate: November 5, 1996\n\nTERMS\n\n${filler}\n\n\n\n${filler}\n\n\n\n${filler}\n\n`,
      '1996-11-05',
      '1996-03-01',
    ],
    [
      `ORDER\n\nThis Agreement is made between Alder Works, Inc. and Birch Mills Limited.\n\nAccepted by: Ann Lee\nSignature: /s/ Ann Lee\nDate: 10/16/1996\n\nAccepted by: Bo May\nSignature: /s/ Bo May\nDate: 11/15/1996\n\nSTANDARD TERMS\n\n${filler}\n\n\n\n${filler}\n\n\n\n${filler}\n\n`,
      '1996-11-15',
      undefined,
    ],
    [
      `SERVICE AGREEMENT\n\nThis Agreement is between Alder Works, Inc. and Birch Mills Limited.\n\nAlder\nBy: Ann Lee\nDated: October 16, 1996\n\nBirch\nBy: Bo May\nDated: October 18, 1996\n\nTERMS AND CONDITIONS\n\n${filler}\n\n\n\n${filler}\n\n\n\n${filler}\n\n`,
      '1996-10-18',
      undefined,
    ],
    [
      `SUPPLY AGREEMENT\n\nThis Agreement is between Alder Works, Inc. and Birch Mills Limited.\n\n${filler}\n\n\n\n${filler}\n\n\n\n${filler}\n\nAlder Works, Inc. Birch Mills Limited\n\nS/ Ann Lee S/ Bo May\n\nAnn Lee, CEO Bo May, President\n\nDate: Date: 3-29-2016 3-31-16`,
      '2016-03-31',
      undefined,
    ],
    [
      `SUPPLY AGREEMENT\n\nThis Agreement is between Alder Works, Inc. and Birch Mills Limited.\n\n${filler}\n\n\n\n${filler}\n\n\n\n${filler}\n\nExecuted on the date last written below.\n\nALDER WORKS, INC.\n\nBy: Ann Lee\n\nDATE: 29-Mar-2016\n\nBIRCH MILLS LIMITED\n\nBy: Bo May\n\nDATE: 31-Mar-2016`,
      '2016-03-31',
      undefined,
    ],
  ])('of %j', (text, agreed, effective) => {
    const { fields } = readFields(text)
    const found = (key: string) => fields.find((field) => field.key === key)?.value
    expect([found('agreementDate'), meets(found('effectiveDate'), effective)]).toEqual([
      agreed === 'any' ? found('agreementDate') : agreed,
      true,
    ])
  })
})

const dated =
  'This Agreement is entered into as of March 1, 2020 by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited ("Birch").\n\n'

describe('the effective date of a filed agreement that is dated March 1, 2020', () => {
  it.each<[text: string, effective: string | undefined]>([
    ['This Agreement shall commence on April 1, 2020 (the "Commencement Date") and continue for two years.', '2020-04-01'],
    ['This Agreement is effective April 1, 2020.', '2020-04-01'],
    ['The effective date of this Agreement is April 1, 2020.', '2020-04-01'],
    ['This Agreement will go into effect on April 1, 2020.', '2020-04-01'],
    ['This Agreement shall be deemed effective as of April 1, 2020.', '2020-04-01'],
    ['The parties intend this Agreement to be effective as of April 1, 2020 notwithstanding its date of execution.', '2020-04-01'],
    ['Notwithstanding the date of execution, this Agreement shall be effective from April 1, 2020.', '2020-04-01'],
    ['The term shall run from April 1, 2020 to March 31, 2022.', '2020-04-01'],
    ['Term: April 1, 2020 - March 31, 2022', '2020-04-01'],
    ['The term of this Agreement is for the period April 1, 2020 through March 31, 2022.', '2020-04-01'],
    ['"Commencement Date" means April 1, 2020.', '2020-04-01'],
    ['Commencement Date: April 1, 2020', '2020-04-01'],
    ['Start Date: April 1, 2020', '2020-04-01'],
    ['The Contract Period shall commence on April 1, 2020.', '2020-04-01'],
    ['The initial term of this Agreement begins April 1, 2020 and ends March 31, 2022.', '2020-04-01'],
    ['The rates in Schedule A are effective April 1, 2020.', undefined],
    ['The First Amendment was effective April 1, 2018.', undefined],
    ['Birch shall begin delivery on April 1, 2020.', undefined],
    ['The Registration Statement became effective on April 1, 2019.', undefined],
    ['The prior agreement, effective as of April 1, 2015, is terminated.', undefined],
    ['The plan shall take effect on January 1, 2021 for all employees.', undefined],
    ['This Agreement shall become effective as of the date first written above.', '2020-03-01'],
    ['This Agreement shall be effective as of the date hereof.', '2020-03-01'],
    ['The term of this Agreement commences on the date of this Agreement.', '2020-03-01'],
    ['This Agreement shall enter into force on the date of its signature by both parties.', '2020-03-01'],
    ['This Agreement shall take effect upon signature and stamping by both Parties.', '2020-03-01'],
    ['This Agreement becomes effective as of the day it is signed by the parties.', '2020-03-01'],
    ['This Agreement comes into effect after being signed and sealed by both parties.', '2020-03-01'],
    ['The amendment of any provision shall be effective only if in writing. Notice is effective upon receipt.', undefined],
    ['No waiver shall be effective unless signed by the party.', undefined],
    ['Termination shall be effective on the date of the notice. This Agreement may be terminated effective immediately.', undefined],
    ['An assignment of this Agreement shall be effective on the date signed by the assignee.', undefined],
    ['Any change to this Agreement is effective when signed by both parties.', undefined],
  ])('by %j is %j', (text, effective) => {
    const { fields } = readFields(dated + text)
    expect(fields.find(({ key }) => key === 'effectiveDate')?.value).toBe(effective)
  })
})
