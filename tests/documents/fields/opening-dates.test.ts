// The agreement date and the effective date among the other dates of an opening, a recital, a signature.
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'
import { readValues } from './read-values.ts'

const parties =
  'by and between Alder Works, Inc., a Delaware corporation with offices at 1 Road ("Alder"), and Birch Mills Limited ("Birch").'
const filler = `\n\n${'The parties agree on many things that matter little here. '.repeat(80)}\n\n`

describe('the dates of an agreement', () => {
  it.each<[text: string, agreed: string | undefined, effective: string | undefined]>([
    [
      `DISTRIBUTION AGREEMENT\n\nThis Distribution Agreement (the "Agreement") is made and entered into as of this 15th day of June, 2004 (the "Effective Date") ${parties}`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `Exhibit 10.1\n\nSUPPLY AGREEMENT\n\nThis Supply Agreement, effective as of June 15, 2004 ("Effective Date"), is ${parties}`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made as of the last date of signature below (the "Effective Date") ${parties}${filler}IN WITNESS WHEREOF, the parties have executed this Agreement.\n\nALDER WORKS, INC.\n\nBy: /s/ Ann Lee\nName: Ann Lee\nTitle: CEO\nDate: June 10, 2004\n\nBIRCH MILLS LIMITED\n\nBy: /s/ Bo May\nName: Bo May\nTitle: President\nDate: June 15, 2004`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `THIS AGREEMENT dated this 15 day of June 2004\n\nBETWEEN:\n\nALDER WORKS LTD. (the "Licensor")\n\nAND:\n\nBIRCH MILLS LTD. (the "Licensee")`,
      '2004-06-15',
      undefined,
    ],
    [`THIS AGREEMENT made the 15th day of June, A.D. 2004, ${parties}`, '2004-06-15', undefined],
    [`AGREEMENT dated for reference June 15, 2004 ${parties}`, '2004-06-15', undefined],
    [`This Agreement is entered into on the fifteenth day of June in the year two thousand four ${parties}`, '2004-06-15', undefined],
    [`This Agreement is made this Fifteenth (15th) day of June, 2004 ${parties}`, '2004-06-15', undefined],
    [
      `THIS AGREEMENT (hereinafter "Agreement"), entered into this 15th day of June, nineteen hundred ninety-nine, ${parties}`,
      '1999-06-15',
      undefined,
    ],
    [
      `MASTER SERVICES AGREEMENT\n\nEffective Date: June 15, 2004\n\nThis Master Services Agreement is entered into ${parties}`,
      '2004-06-15',
      '2004-06-15',
    ],
    ['MASTER SERVICES AGREEMENT\n\nDate: 15 June 2004\n\nParties: (1) Alder Ltd (2) Birch Ltd', '2004-06-15', undefined],
    [`This Agreement is entered into as of June __, 2004 ${parties}`, undefined, undefined],
    [
      `This Agreement is entered into as of __________ ___, 2004 ${parties}${filler}Filed under the Act of January 1, 1990.`,
      undefined,
      undefined,
    ],
    [`This Agreement is made as of [*], 2004 ${parties}`, undefined, undefined],
    [
      `This Agreement is entered into by and between Alder, Inc. ("Alder") and Birch, Inc. ("Birch") as of the date of the last signature below.${filler}Agreed:\n\nAlder, Inc.\n\nBy: /s/ A. Lee\n\nDate: 6/15/2004\n\nBirch, Inc.\n\nBy: /s/ B. May\n\nDate: 6/12/2004`,
      '2004-06-15',
      undefined,
    ],
    [
      `This Amendment No. 1 (this "Amendment"), dated as of June 15, 2004, to that certain Supply Agreement, dated as of March 1, 2001, is ${parties}`,
      '2004-06-15',
      undefined,
    ],
    [
      `This First Amendment to the Supply Agreement dated March 1, 2001 (the "Supply Agreement") is made and entered into as of June 15, 2004 ${parties}`,
      '2004-06-15',
      undefined,
    ],
    [
      `SECOND AMENDMENT TO SUPPLY AGREEMENT\n\nThis Second Amendment to Supply Agreement (this "Second Amendment") is made ${parties} WHEREAS, the parties entered into a Supply Agreement effective March 1, 2001.${filler}IN WITNESS WHEREOF, the parties have caused this Second Amendment to be executed as of the 15th day of June, 2004.`,
      '2004-06-15',
      undefined,
    ],
    [
      `Order Form 7\n\nThis order form is made ${parties} It is placed under the Master Services Agreement between the parties dated 1 March 2001 (the "Master Agreement").${filler}Signed: Ann Lee\nName: Ann Lee\nTitle: CEO\nDate: 15 June 2004`,
      '2004-06-15',
      undefined,
    ],
    [
      `STATEMENT OF WORK\n\nIssued pursuant to the Framework Agreement dated as of March 1, 2001 ${parties} This Statement of Work is dated June 15, 2004.`,
      '2004-06-15',
      undefined,
    ],
    [`Order Form 7\n\nThe confidentiality agreement between the parties dated 1 March 2001 applies.${filler}`, undefined, undefined],
    ['This Agreement between the parties dated June 15, 2004 sets forth their understanding.', '2004-06-15', undefined],
    [
      `This Agreement is entered into and effective as of the date signed by Alder below.${filler}Signed: /s/ Ann Lee\nDate signed: June 15, 2004`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `June 15, 2004\n\nBirch Mills Limited\n1 Road\nLondon\n\nDear Mr. May:\n\nThis letter agreement (the "Agreement") confirms our understanding regarding the engagement of Birch by Alder Works, Inc.`,
      '2004-06-15',
      undefined,
    ],
    [
      'VIA FACSIMILE\n\nJune 15, 2004\n\nAlder Works, Inc.\n\nRe: Consulting Agreement\n\nGentlemen: Reference is made to the Agreement dated March 1, 2001.',
      '2004-06-15',
      undefined,
    ],
    [
      `Execution Copy\n\nCO-BRANDING AGREEMENT\n\nbetween\n\nALDER WORKS, INC.\n\nand\n\nBIRCH MILLS LIMITED\n\ndated as of\n\nJune 15, 2004\n\nTABLE OF CONTENTS\n\n1. Definitions 2\n\nThis CO-BRANDING AGREEMENT is entered into ${parties}`,
      '2004-06-15',
      undefined,
    ],
    [
      `This Agreement (this "Agreement"), dated as of June 15, 2004 (the "Execution Date"), is ${parties}${filler}"Effective Date" means July 1, 2004.`,
      '2004-06-15',
      '2004-07-01',
    ],
    [
      `This Agreement is entered into as of June 15, 2004 ${parties}${filler}This Agreement shall become effective as of the date first above written and continue for two years.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is entered into as of June 15, 2004 ${parties}${filler}The term of this Agreement shall commence on the date hereof and continue for two years.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is entered into as of June 15, 2004 ${parties}${filler}The term shall commence on July 1, 2004 and end on June 30, 2005.`,
      '2004-06-15',
      '2004-07-01',
    ],
    [`This Agreement is made on 15/06/2004 ${parties}`, '2004-06-15', undefined],
    [`This Agreement is made on 06/15/04 ${parties}`, '2004-06-15', undefined],
    ['This agreement is signed on June 15, 2004 in Beijing, China by Alder Co., Ltd. and Birch Co., Ltd.', '2004-06-15', undefined],
    ['Contract No: 123\n\nSigning Date: 2004.6.15\n\nParty A: Alder Co., Ltd.\n\nParty B: Birch Co., Ltd.', '2004-06-15', undefined],
    [`This Agreement is entered into this 15th June 2004 (hereinafter "Effective Date") ${parties}`, '2004-06-15', '2004-06-15'],
    [
      `STRATEGIC ALLIANCE AGREEMENT\n\nThis Agreement is entered into as of the 15th day of June 2004 (the "Agreement Date") and is effective as of July 1, 2004 (the "Effective Date") ${parties}`,
      '2004-06-15',
      '2004-07-01',
    ],
    [`This Agreement, made as of June 15, 2004 and effective as of July 1, 2004, is ${parties}`, '2004-06-15', '2004-07-01'],
    [
      `This Agreement is made and entered into as of the Effective Date ${parties}${filler}"Effective Date" means the date of last signature.\n\nIN WITNESS WHEREOF\n\nBy: /s/ A\nDate: June 14, 2004\nBy: /s/ B\nDate: June 15, 2004`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made this 15th day of June, 2004, ${parties} WHEREAS, Alder filed a registration statement on May 1, 2003; and WHEREAS the parties entered into a letter of intent dated May 2, 2004.`,
      '2004-06-15',
      undefined,
    ],
    ['AGREEMENT\n\nBetween Alder, Inc. and Birch, Inc.\n\nAs of June 15, 2004', '2004-06-15', undefined],
    [
      `This Agreement is by and between Alder, Inc. ("Alder") and Birch, Inc. ("Birch") and is entered into on the 15 of June, 2004.`,
      '2004-06-15',
      undefined,
    ],
    [`This Agreement is entered into as of the 15th day of June , 2004, ${parties}`, '2004-06-15', undefined],
    [`This Agreement is entered into as of June 15,2004 ${parties}`, '2004-06-15', undefined],
    [`This Agreement is entered into as of June 15th, 2004 ${parties}`, '2004-06-15', undefined],
    [`This Agreement is entered into as of 15-Jun-2004 ${parties}`, '2004-06-15', undefined],
    [`This Agreement is entered into as of 15-Jun-04 ${parties}`, '2004-06-15', undefined],
    [`This Agreement is entered into as of Tuesday, June 15, 2004 ${parties}`, '2004-06-15', undefined],
    [
      `This Agreement is entered into as of June 15, 2004 ("Effective Date") ${parties}${filler}IN WITNESS WHEREOF.\n\nBy: /s/ A\nDate: June 20, 2004\nBy: /s/ B\nDate: June 21, 2004`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement will be effective on the date on which it is signed by Alder (the "Effective Date") ${parties}${filler}By: /s/ A\nDate: June 15, 2004`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `[Execution Version]\n\nAGREEMENT dated as of June 15, 2004 (this "Agreement") among ALDER WORKS, INC., BIRCH LLC and CEDAR L.P.`,
      '2004-06-15',
      undefined,
    ],
    [`This Agreement is entered into effective the 15th day of June, 2004 ${parties}`, '2004-06-15', '2004-06-15'],
    [`This Agreement shall be effective as of June 15, 2004 ${parties}`, '2004-06-15', '2004-06-15'],
    [`The Agreement comes into force on June 15, 2004. ${parties}`, undefined, '2004-06-15'],
    [
      `This Agreement is made as of June 15, 2004 ${parties}${filler}This Agreement shall be effective upon execution by both parties.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made as of June 15, 2004 ${parties}${filler}This Agreement is effective on the date of its execution.`,
      '2004-06-15',
      '2004-06-15',
    ],
    [
      `This Agreement is made as of June 15, 2004 ${parties}${filler}Notices are effective upon receipt. Termination shall be effective on the date specified in the notice.`,
      '2004-06-15',
      undefined,
    ],
    [
      `This Agreement is made as of June 15, 2004 ${parties}${filler}The price increase effective January 1, 2005 shall be 3%.`,
      '2004-06-15',
      undefined,
    ],
    [
      `This Agreement is made as of June 15, 2004 ${parties}${filler}"Effective Date" shall have the meaning set forth in the preamble.`,
      '2004-06-15',
      undefined,
    ],
    [
      `SOURCE: ALDER WORKS, INC., 10-Q, 8/14/2004\n\nThis Agreement is made as of the 15th day of June in the year 2004 ${parties}`,
      '2004-06-15',
      undefined,
    ],
    [
      `THIS AGREEMENT (the "Agreement") is made effective as of the 15 th day of June, 2004 (the "Effective Date"), ${parties}`,
      '2004-06-15',
      '2004-06-15',
    ],
    ['Dated 15 June 2004\n\n(1) ALDER PLC\n\n(2) BIRCH LIMITED\n\nSERVICES AGREEMENT', '2004-06-15', undefined],
    ['THIS AGREEMENT is dated the 15th day of June 2004 and made BETWEEN: ALDER PLC and BIRCH LIMITED', '2004-06-15', undefined],
    [`THIS AGREEMENT ENTERED INTO AS OF JUNE 15, 2004. ${parties}`, '2004-06-15', undefined],
    [
      `This Agreement (the "Agreement") ${parties} The Agreement is dated as of June 15, 2004 for convenience of reference and is effective as of June 1, 2004.`,
      '2004-06-15',
      '2004-06-01',
    ],
    [`This Agreement is made ${parties}\n\nWHEREAS, on May 1, 2003 Alder acquired the Patents; and`, undefined, undefined],
    [
      `This Agreement is made ${parties}\n\nWHEREAS, Alder and Birch entered into a Merger Agreement dated as of May 1, 2003; and`,
      undefined,
      undefined,
    ],
    [
      `EXHIBIT 10.5\n\nAs filed with the Securities and Exchange Commission on May 1, 2003\n\nCONFIDENTIAL TREATMENT REQUESTED\n\nSUPPLY AGREEMENT\n\nThis Agreement is made ${parties}`,
      undefined,
      undefined,
    ],
    [
      `SUPPLY AGREEMENT\n\nThis Agreement is made ${parties} "Patents" means U.S. Patent No. 6,123,456 filed May 1, 2003.`,
      undefined,
      undefined,
    ],
    [`FRANCHISE AGREEMENT\n\nForm 05/01/2003\n\nTHIS AGREEMENT is made this ____ day of ________, 20__ ${parties}`, undefined, undefined],
    [
      `This Agreement is effective as of the Closing Date under the Merger Agreement dated as of May 1, 2003 ${parties}`,
      undefined,
      undefined,
    ],
    [
      `This Agreement is made ${parties}${filler}The Products listed in the price list dated May 1, 2003 are included.`,
      undefined,
      undefined,
    ],
    [
      `This Agreement is made ${parties}${filler}Alder's audited financial statements as of December 31, 2003 fairly present its position.`,
      undefined,
      undefined,
    ],
    [`This Agreement is made ${parties}${filler}My commission expires May 1, 2003. Notary Public`, undefined, undefined],
    [`AMENDMENT NO. 2\n\nThis Amendment No. 2 amends the Supply Agreement, dated May 1, 2003, ${parties}`, undefined, undefined],
    [
      `This Amendment is entered into as of June 1, 2004 ${parties} It amends the Supply Agreement effective as of May 1, 2003.`,
      '2004-06-01',
      undefined,
    ],
    [
      `This Amendment is effective as of June 1, 2004 and amends the Supply Agreement dated May 1, 2003 ${parties}`,
      '2004-06-01',
      '2004-06-01',
    ],
    [
      `This Agreement is made as of June 1, 2004 ${parties}${filler}The insurance policy shall be effective January 1, 2005.`,
      '2004-06-01',
      undefined,
    ],
    [
      `This Agreement is made as of June 1, 2004 ${parties}${filler}Construction shall commence on January 1, 2005.`,
      '2004-06-01',
      undefined,
    ],
    [
      `This Agreement is made as of June 1, 2004 ${parties}${filler}Payments shall begin on January 1, 2005 and continue monthly.`,
      '2004-06-01',
      undefined,
    ],
    [
      `This Agreement is made as of June 1, 2004 ${parties}${filler}Each Contract Year begins on January 1, 2005 and ends on December 31.`,
      '2004-06-01',
      undefined,
    ],
    [
      `This Agreement is made as of June 1, 2004 ${parties}${filler}The first calendar quarter commences January 1, 2005.`,
      '2004-06-01',
      undefined,
    ],
    [
      `This Agreement is made as of June 1, 2004 ${parties}${filler}The Original Agreement became effective on January 1, 2001.`,
      '2004-06-01',
      undefined,
    ],
    [
      `This Agreement is made as of June 1, 2004 ${parties}${filler}Termination shall be effective as of January 1, 2005.`,
      '2004-06-01',
      undefined,
    ],
  ])('%s', (text, agreed, effective) => {
    const read = readValues(text + filler)
    expect([read.get('agreementDate'), read.get('effectiveDate')]).toEqual([agreed, effective])
  })
})

const dated = `This Agreement is made as of June 15, 2004 ${parties}${filler}`

describe('the effective date', () => {
  it.each<[text: string, effective: string | undefined]>([
    [`${dated}The term of this Agreement shall be from July 1, 2004 through June 30, 2006.`, '2004-07-01'],
    [`${dated}The Term is from July 1, 2004 to June 30, 2006.`, '2004-07-01'],
    [`This Agreement is made as of June 15, 2004 (hereinafter referred to as the "Effective Date") ${parties}`, '2004-06-15'],
    [`This Agreement is made as of June 15, 2004 (which date shall be referred to as the "Effective Date") ${parties}`, '2004-06-15'],
    [`This Agreement is made as of June 15, 2004, the "Effective Date", ${parties}`, '2004-06-15'],
    [`This Agreement is made as of June 15, 2004 (such date, the "Effective Date") ${parties}`, '2004-06-15'],
    [`This Agreement is made as of June 15, 2004 ("the Commencement Date") ${parties}`, '2004-06-15'],
    [`${dated}This Agreement is entered into and is effective as of the date first set forth above.`, '2004-06-15'],
    [`${dated}"Effective Date" means the date first written above.`, '2004-06-15'],
    [`${dated}The "Effective Date" is the date of this Agreement.`, '2004-06-15'],
    [`${dated}This Agreement shall take effect on July 1, 2004.`, '2004-07-01'],
    [`${dated}This Agreement comes into effect as from July 1, 2004.`, '2004-07-01'],
    [`${dated}The Agreement shall be deemed effective July 1, 2004.`, '2004-07-01'],
    [`${dated}The effective date of this Agreement is 1 July 2004.`, '2004-07-01'],
    [`${dated}This Agreement will commence on the date of signature by both parties.`, '2004-06-15'],
    [`${dated}This Agreement is binding and shall become effective immediately upon its execution.`, '2004-06-15'],
    [`${dated}Amendment effective date: July 1, 2004`, '2004-07-01'],
    [`${dated}This Amendment shall be effective on July 1, 2004.`, '2004-07-01'],
    [`${dated}Birch shall begin deliveries on July 1, 2004.`, undefined],
    [`${dated}Beginning on July 1, 2004, Alder shall pay a monthly fee.`, undefined],
    [`${dated}The lease commences on July 1, 2004 between landlord and Alder under the Lease.`, undefined],
    [`${dated}Commencing July 1, 2004, Birch will provide the reports.`, undefined],
  ])('%s', (text, effective) => {
    expect(readFields(text + filler).fields.find(({ key }) => key === 'effectiveDate')?.value).toBe(effective)
  })
})
