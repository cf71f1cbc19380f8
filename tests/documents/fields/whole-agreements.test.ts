// The three dates of whole agreements: their own, the one from which they work, the one on which they end, among those of other things.
import { expect, it } from 'vitest'
import { readValues } from './read-values.ts'

const between =
  'between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Supply LLC, an Ohio limited liability company ("Birch")'
/** Lengths of time that are not the agreement's. */
const others =
  '\n\n3. Confidentiality. Each party shall keep the Confidential Information of the other in confidence for a period of three (3) years after disclosure, and shall return it within thirty (30) days of a request.\n\n4. Insurance. Birch shall maintain insurance of $1,000,000 per occurrence during the term of this Agreement and for one year thereafter.\n\n5. Warranty. Alder warrants the Products for a period of twelve (12) months from delivery.\n\n'
const signatures =
  '\n\nIN WITNESS WHEREOF, the parties hereto have caused this Agreement to be executed by their duly authorized officers.\n\nALDER WORKS, INC.\n\nBy: /s/ John Doe\n\nBIRCH SUPPLY LLC\n\nBy: /s/ Jane Roe\n'

type Case = [text: string, agreed: string | undefined, effective: string | undefined, expires: string | undefined]

it.each<Case>([
  [
    'Exhibit 99.1\n\nJOINT FILING AGREEMENT\n\nPursuant to Rule 13d-1(k)(1) under the Securities Exchange Act of 1934, the undersigned hereby agree that the Statement on Schedule 13G dated February 13, 2015 with respect to the Common Stock of Alder Corp. is filed on behalf of each of us.\n\nDate: February 14, 2015\n\nOAK CAPITAL LLC\n\nBy: /s/ John Doe\nName: John Doe\nTitle: Managing Member\n\nELM FUND LP\n\nBy: /s/ John Doe',
    '2015-02-14',
    undefined,
    undefined,
  ],
  [
    'JOINT FILING AGREEMENT\n\nThe undersigned agree to the joint filing of a Schedule 13D (including any amendments) with respect to the shares of Alder Corp. This Agreement may be executed in any number of counterparts.\n\nIN WITNESS WHEREOF, the undersigned have caused this Joint Filing Agreement to be executed as of the 12th day of May, 2016.\n\nOAK CAPITAL LLC\nBy: /s/ John Doe',
    '2016-05-12',
    undefined,
    undefined,
  ],
  [
    'EXHIBIT 1\n\nJOINT FILING AGREEMENT\n\nIn accordance with Rule 13d-1(k)(1)(iii), the persons named below agree to the joint filing on behalf of each of them of a statement on Schedule 13G.\n\nDated: 2/14/2020\n\nOAK CAPITAL LLC\n\nBy: /s/ John Doe\n\nELM FUND LP\nBy: /s/ Jane Roe',
    '2020-02-14',
    undefined,
    undefined,
  ],
  [
    `AMENDMENT NO. 3 TO HOSTING AGREEMENT\n\nThis Amendment No. 3 (this "Amendment") is entered into as of July 1, 2009 (the "Amendment Effective Date") between Alder Works, Inc. and Birch LLC and amends that certain Hosting Agreement dated January 5, 2007 (the "Agreement").\n\n1. Term. Section 9.1 is amended to extend the Term of the Agreement until December 31, 2012.\n\n2. Except as amended, the Agreement remains in full force and effect.\n\nIN WITNESS WHEREOF, the parties have executed this Amendment.\n\nBy: /s/ A  Date: 7/2/2009\nBy: /s/ B  Date: 7/3/2009`,
    '2009-07-01',
    '2009-07-01',
    '2012-12-31',
  ],
  [
    `SOFTWARE LICENSE AND MAINTENANCE AGREEMENT\n\nEffective Date: 10/01/2011\n\nThis Agreement is between Alder Works, Inc., with offices at 1 Road ("Alder") and Birch LLC ("Licensee").\n\n12. Term. This Agreement commences on the Effective Date and continues for 36 months.\n\nAccepted and agreed:\n\nALDER WORKS, INC.\nBy: /s/ John Doe\nDate: 9/28/2011\n\nBIRCH LLC\nBy: /s/ Jane Roe\nDate: 9/30/2011`,
    '2011-09-30',
    '2011-10-01',
    '2014-09-30',
  ],
  [
    `CONSULTING AGREEMENT\n\nThis Consulting Agreement (the "Agreement") is made and entered into by and between Alder Works, Inc. (the "Company") and John Smith ("Consultant"), effective on the date executed by the Company below (the "Effective Date").\n\n2. Term. The term of this Agreement shall be one year from the Effective Date.\n\nCONSULTANT\n/s/ John Smith\nDate: March 3, 2008\n\nALDER WORKS, INC.\nBy: /s/ Jane Roe\nDate: March 5, 2008`,
    '2008-03-05',
    '2008-03-05',
    '2009-03-04',
  ],
  [
    `STRATEGIC ALLIANCE AGREEMENT\n\nBY AND BETWEEN\n\nALDER WORKS, INC.\n\nAND\n\nBIRCH LLC\n\nJANUARY 15, 2003\n\nTABLE OF CONTENTS\n1. Definitions ..... 1\n2. Term ....... 4\n\nSTRATEGIC ALLIANCE AGREEMENT\n\nThis Strategic Alliance Agreement is made by and between Alder Works, Inc. ("Alder") and Birch LLC ("Birch").\n\n2. Term. This Agreement shall remain in effect for three (3) years from the date hereof and from year to year thereafter.`,
    '2003-01-15',
    undefined,
    '2006-01-14',
  ],
  [
    `RESELLER AGREEMENT\n\nThis Reseller Agreement is entered into on the date signed by the last party to sign (the "Effective Date") between Alder Works, Inc. ("Alder") and the reseller identified below.\n\n9. Term: one (1) year from the Effective Date, renewing automatically for one year terms.\n\nReseller: Birch LLC\nSignature: /s/ Jane Roe\nDate signed: 06/15/2012\n\nAlder Works, Inc.\nSignature: /s/ John Doe\nDate signed: 06/20/2012`,
    '2012-06-20',
    '2012-06-20',
    '2013-06-19',
  ],
  [
    `EXHIBIT 10.31\n\nTRANSPORTATION SERVICES AGREEMENT\n\nThis Transportation Services Agreement is dated as of the ____ day of June, 2013, by and between Alder Pipeline LP and Birch Refining LLC, to be effective as of July 1, 2013 (the "Effective Date").\n\nArticle 2 Term. The initial term shall commence on the Effective Date and shall continue for ten (10) years.`,
    undefined,
    '2013-07-01',
    '2023-06-30',
  ],
  [
    `FRANCHISE AGREEMENT\n\nTHIS FRANCHISE AGREEMENT (the "Agreement") is made and entered into on the date set forth on the Summary Page attached hereto between Alder Works, Inc. and the Franchisee named there.\n\nSUMMARY PAGE\n\nEffective Date: September 1, 2010\nFranchisee: Birch LLC\n\n3. TERM. Except as otherwise provided, the term of the franchise shall be twenty (20) years commencing on the Effective Date.`,
    '2010-09-01',
    '2010-09-01',
    '2030-08-31',
  ],
  [
    'SPONSORSHIP AGREEMENT\n\nThis agreement dated this 22nd day of May, 2014 is made between Alder Racing, Inc. and Birch LLC.\n\n1. Term: This agreement covers the 2014 and 2015 race seasons and ends on December 31, 2015.\n\n2. Fee: Sponsor shall pay $50,000 by June 1, 2014.',
    '2014-05-22',
    undefined,
    '2015-12-31',
  ],
  [
    `OUTSOURCING AGREEMENT\n\nThis Outsourcing Agreement, dated as of November 1, 2006 (the "Signing Date"), is entered into between Alder Bank and Birch Services Corp.\n\n"Effective Date" means January 1, 2007.\n\n"Initial Term" has the meaning set forth in Section 3.1.\n\n3.1 Initial Term. The initial term of this Agreement will commence upon the Effective Date and will continue until 11:59 p.m. (Eastern Time) on the day immediately preceding the seventh anniversary of the Effective Date.`,
    '2006-11-01',
    '2007-01-01',
    '2013-12-31',
  ],
  [
    `MANUFACTURING AGREEMENT\n\nThis Manufacturing Agreement is made this 3rd day of February, 1998 ("Effective Date") between Alder Works, Inc. and Birch LLC.\n\n14. TERM AND TERMINATION\n\n14.1 This Agreement shall become effective on the date first above written and, unless sooner terminated under any of the provisions of this Article, shall remain in full force and effect for an initial term of five (5) years; provided, however, that Birch may extend for two years.`,
    '1998-02-03',
    '1998-02-03',
    '2003-02-02',
  ],
  [
    'MARKETING AGREEMENT\n\nThis Agreement is entered into this 1st day of March 2001.\n\nBETWEEN: Alder Works, Inc.\nAND: Birch LLC\n\n8. The term of this Agreement shall be for the life of the patents.\n',
    '2001-03-01',
    undefined,
    undefined,
  ],
  [
    `CO-BRANDING AGREEMENT\n\nThis Co-Branding Agreement is made as of August 1, 1999 between Alder.com, Inc. and Birch LLC.\n\n6. Term. The term of this Agreement will begin on the Launch Date and will end two years after the Launch Date. "Launch Date" means the date on which the Co-Branded Site is first available to the public.`,
    '1999-08-01',
    undefined,
    undefined,
  ],
  [
    'SUPPLY CONTRACT\n\nContract No.: 2009-15\nSigning Date: Oct. 10, 2009\nSigning Place: Shenzhen\n\nParty A: Alder Co., Ltd.\nParty B: Birch Co., Ltd.\n\n10. This contract is valid from Oct. 10, 2009 to Oct. 9, 2011 and takes effect upon signature and stamp by both parties.',
    '2009-10-10',
    '2009-10-10',
    '2011-10-09',
  ],
  [
    `AMENDED AND RESTATED SUPPLY AGREEMENT\n\nThis Amended and Restated Supply Agreement, dated as of March 1, 2010 (the "Restatement Date"), amends and restates in its entirety the Supply Agreement dated June 1, 2005 (the "Original Agreement") ${between}.${others}9. Term. This Agreement shall continue until December 31, 2015.${signatures}`,
    '2010-03-01',
    undefined,
    '2015-12-31',
  ],
  [
    `LICENSE AGREEMENT\n\nThis License Agreement ("Agreement") is made ${between}, as of the date of the last signature below.\n\nWHEREAS, the parties entered into a letter of intent dated April 2, 2011;${others}9. Term. Three years from the Effective Date. "Effective Date" shall mean the date of the last signature below.\n\nALDER WORKS, INC.\nBy: /s/ John Doe\nDate: May 3, 2011\n\nBIRCH SUPPLY LLC\nBy: /s/ Jane Roe\nDate: May 6, 2011`,
    '2011-05-06',
    '2011-05-06',
    '2014-05-05',
  ],
  [
    `DEVELOPMENT AGREEMENT\n\nThis Development Agreement is made and entered into as of this 21st day of June, 1999 (the "Effective Date") ${between}.${others}9.1 The term of this Agreement shall be for the longer of five years from the Effective Date or the expiration of the last Patent.${signatures}`,
    '1999-06-21',
    '1999-06-21',
    undefined,
  ],
  [
    `SERVICES AGREEMENT\n\nTHIS SERVICES AGREEMENT is made as of the 1st day of January, 2002 ${between}.${others}9. The initial term of this Agreement shall commence on the first day of the month following the date hereof and shall continue for a period of 24 months.${signatures}`,
    '2002-01-01',
    '2002-02-01',
    '2004-01-31',
  ],
  [
    `DISTRIBUTOR AGREEMENT\n\nThis Distributor Agreement, dated as of September 30, 1998, ${between}.${others}9. Term. This Agreement shall be effective as of October 1, 1998 and shall have an initial term ending on September 30, 2001, and thereafter shall be automatically renewed for successive periods of one (1) year.${signatures}`,
    '1998-09-30',
    '1998-10-01',
    '2001-09-30',
  ],
  [
    `AGENCY AGREEMENT\n\nThis Agency Agreement is made on 4 July 2003 ${between}.${others}9. Duration\n\n9.1 This Agreement shall come into force on 1 August 2003 and shall continue for an initial period of two years and thereafter until terminated by either party giving not less than six months' written notice.${signatures}`,
    '2003-07-04',
    '2003-08-01',
    '2005-07-31',
  ],
  [
    `HOSTING AGREEMENT\n\nThis Agreement is made ${between} and is dated December 18, 2000.\n\nTHIS AGREEMENT is subject to the Master Agreement dated as of January 1, 1999.${others}9. Term. Unless terminated, this Agreement shall expire thirty-six (36) months from the Service Commencement Date, which shall be January 15, 2001.${signatures}`,
    '2000-12-18',
    undefined,
    '2004-01-14',
  ],
  [
    `ENDORSEMENT AGREEMENT\n\nThis Agreement is made and entered into effective as of the 1st day of November, 2007, by and ${between}.\n\n1. Definitions. As used herein, "Contract Period" shall mean that period of time commencing on November 1, 2007 and concluding October 31, 2010 unless terminated sooner.${others}${signatures}`,
    '2007-11-01',
    '2007-11-01',
    '2010-10-31',
  ],
  [
    `STRATEGIC ALLIANCE AGREEMENT\n\nThis Strategic Alliance Agreement ("Agreement") is entered into November 5, 2018 ("Effective Date") by and ${between}.${others}7. This Agreement is effective as of the Effective Date and will remain in effect for one (1) year, and will automatically renew for additional one (1) year terms unless either party gives notice of termination at least 60 days before the expiration of the then current term.${signatures}`,
    '2018-11-05',
    '2018-11-05',
    '2019-11-04',
  ],
  [
    `COOPERATION AGREEMENT\n\nThis Cooperation Agreement is made and entered into in Beijing on this 12th day of March in the year 2012 by and ${between}.${others}9. The term of cooperation shall be five years, commencing from April 1, 2012 to March 31, 2017.${signatures}`,
    '2012-03-12',
    '2012-04-01',
    '2017-03-31',
  ],
  [
    `MAINTENANCE AGREEMENT\n\nMade this 8th day of April, 1997, by and ${between}.${others}9. This Agreement shall become effective upon the date of execution hereof and shall continue in effect for a period of one (1) year and from year to year thereafter, subject to the right of either party to terminate on 90 days' notice.${signatures}`,
    '1997-04-08',
    '1997-04-08',
    '1998-04-07',
  ],
  [
    `JOINT VENTURE AGREEMENT\n\nTHIS JOINT VENTURE AGREEMENT (the "Agreement") made and entered into this 15 day of November 2007 (the "Execution Date") ${between}.${others}9. Term. The Venture shall continue until dissolved by agreement of the parties.${signatures}`,
    '2007-11-15',
    undefined,
    'perpetual',
  ],
  [
    `RESELLER AGREEMENT\n\nThis Agreement (the "Agreement") ${between} is effective as of the later of the two signature dates below ("Effective Date").${others}9. Term. This Agreement shall be in effect for two (2) years from the Effective Date.\n\nAlder Works, Inc.\n\nBy: /s/ John Doe\nTitle: VP\nDate: 3/12/14\n\nBirch Supply LLC\n\nBy: /s/ Jane Roe\nTitle: CEO\nDate: 3/10/14`,
    '2014-03-12',
    '2014-03-12',
    '2016-03-11',
  ],
  [
    `LICENSE AGREEMENT\n\nDATED 5 AUGUST 2009\n\nALDER WORKS LIMITED\n\nand\n\nBIRCH SUPPLY LIMITED\n\nTHIS AGREEMENT is made on 5 August 2009 between (1) ALDER WORKS LIMITED and (2) BIRCH SUPPLY LIMITED.${others}9. This Agreement shall commence on the date of this Agreement and, unless terminated earlier, shall terminate automatically on 31 December 2019 without notice.${signatures}`,
    '2009-08-05',
    '2009-08-05',
    '2019-12-31',
  ],
  [
    `FRANCHISE AGREEMENT\n\nTHIS AGREEMENT, made as of the 2nd day of May, 2011 (the "Effective Date"), by and ${between}.${others}2. TERM. The initial term of this Agreement shall commence on the Effective Date and expire ten (10) years from the date on which the Restaurant opens for business.${signatures}`,
    '2011-05-02',
    '2011-05-02',
    undefined,
  ],
  [
    `IP LICENSE AGREEMENT\n\nThis Intellectual Property License Agreement is made effective as of the Distribution Date, by and ${between}.\n\nWHEREAS, the parties have entered into a Separation Agreement dated as of July 12, 2015;${others}9. This Agreement is perpetual unless terminated under Section 10.${signatures}`,
    undefined,
    undefined,
    'perpetual',
  ],
  [
    `PROMOTION AGREEMENT\n\nThis Promotion Agreement is entered into as of February 1, 2000 (the "Effective Date") by and ${between}.${others}9. Term. The term begins on the Effective Date and continues for one year after the Launch Date. The "Launch Date" is March 15, 2000.${signatures}`,
    '2000-02-01',
    '2000-02-01',
    '2001-03-14',
  ],
  [
    `CONTENT AGREEMENT\n\nThis Content Agreement (the "Agreement") is dated as of 31 March 2000 by and ${between}.${others}9. Term. The term of this Agreement shall commence on the Effective Date and shall end on the first anniversary of the Effective Date. Effective Date: April 10, 2000.${signatures}`,
    '2000-03-31',
    '2000-04-10',
    '2001-04-09',
  ],
  [
    `OUTSOURCING AGREEMENT\n\nThis Agreement is entered into as of 10/14/2005 by and ${between}.${others}9. Initial term: November 1, 2005 to October 31, 2010.${signatures}`,
    '2005-10-14',
    '2005-11-01',
    '2010-10-31',
  ],
  [
    `NON-COMPETITION AGREEMENT\n\nThis Non-Competition Agreement is executed effective this 5th day of December 2013 by John Smith in favor of Alder Works, Inc.\n\n2. Restrictive covenant. For a period of three (3) years following the Closing Date, Mr. Smith shall not compete.${others}${signatures}`,
    '2013-12-05',
    '2013-12-05',
    undefined,
  ],
  [
    `FORM OF LICENSE AGREEMENT\n\nThis License Agreement (this "Agreement") is made and entered into as of [__________], 2013 by and between Alder Holdings, Inc. and Birch SpinCo, Inc.\n\nWHEREAS, Alder and Birch have entered into a Separation and Distribution Agreement dated as of June 24, 2013;\n\n5. Term. This Agreement shall continue until the tenth anniversary of the Distribution Date.`,
    undefined,
    undefined,
    undefined,
  ],
  [
    'EXHIBIT B\n\nMAINTENANCE AND SUPPORT TERMS\n\nThese Maintenance and Support Terms are attached to and made part of the Software License Agreement between Alder Software, Inc. and Birch Bank dated August 2, 2004.\n\n1. Term. Maintenance is provided for one year from acceptance and renews annually.',
    undefined,
    undefined,
    undefined,
  ],
  [
    `CONFIDENTIAL TREATMENT REQUESTED\n\nCOLLABORATION AGREEMENT\n\nThis Collaboration Agreement is entered into by and between Alder Bio Inc., a Delaware corporation, and Birch AG, a Swiss corporation.\n\n1.4 "Alder Patents" means U.S. Patent No. 6,123,456 issued on March 3, 2001.\n\n1.9 "Prior Agreement" means the Confidentiality Agreement between the Parties dated November 12, 2002.\n\nIN WITNESS WHEREOF, the Parties have executed this Agreement through their representatives.\n\nALDER BIO INC.  By: /s/ X\nBIRCH AG  By: /s/ Y`,
    undefined,
    undefined,
    undefined,
  ],
  [
    `AMENDMENT TO DISTRIBUTION AGREEMENT\n\nThis Amendment (the "Amendment") to the Distribution Agreement dated as of the 1st day of May, 2001 (the "Agreement") is entered into by and between Alder Works, Inc. and Birch LLC, effective as of September 15, 2003.\n\n1. Section 4 is replaced.\n`,
    '2003-09-15',
    '2003-09-15',
    undefined,
  ],
  [
    `Source: ALDER WORKS INC, 10-Q, 11/14/2007\n\nENDORSEMENT AGREEMENT\n\nThis Endorsement Agreement ("Agreement") is made between Alder Works, Inc. and Jane Athlete.\n\n3. Term: November 1, 2007 through October 31, 2009.\n\nSource: ALDER WORKS INC, 10-Q, 11/14/2007`,
    undefined,
    '2007-11-01',
    '2009-10-31',
  ],
  [
    `COOPERATION AGREEMENT\n\nParty A: Alder Culture Co., Ltd.\nParty B: Birch Network Technology Co., Ltd.\n\nIn accordance with the Contract Law of the People's Republic of China effective October 1, 1999, the parties agree:\n\n3. The term of this agreement is from January 1, 2018 to December 31, 2019.\n\nParty A (seal): Alder Culture Co., Ltd.\nDate: December 20, 2017\n\nParty B (seal): Birch Network Technology Co., Ltd.\nDate: December 22, 2017`,
    '2017-12-22',
    '2018-01-01',
    '2019-12-31',
  ],
  [
    `AGENCY AGREEMENT\n\nAugust 5, 2014\n\nBirch Pharmaceuticals Inc.\n151 Steeles Avenue\n\nAttention: Rob Harris, President\n\nDear Sirs:\n\nAlder Securities Ltd. (the "Agent") understands that Birch Pharmaceuticals Inc. proposes to issue units. The Offering Memorandum dated July 1, 2014 describes them.\n\nThe closing shall occur on August 20, 2014.`,
    '2014-08-05',
    undefined,
    undefined,
  ],
  [
    `SUPPLY AGREEMENT\n\nTHIS SUPPLY AGREEMENT (the "Agreement") is made as of the Effective Date by and between Alder Co. and Birch Co.\n\n"Effective Date" means February 18, 2018.\n\n"Term" has the meaning in Section 15.1.\n\n15.1 The term of this Agreement commences on the Effective Date and, unless earlier terminated, continues until the date that is five (5) years after the date of first commercial delivery.`,
    '2018-02-18',
    '2018-02-18',
    undefined,
  ],
  [
    'JOINT VENTURE AGREEMENT\n\nTHIS AGREEMENT is made the day of 20 June 2011\n\nBETWEEN\n\nAlder Sdn Bhd and Birch Ltd\n\nWHEREAS the parties signed a memorandum of understanding on 4 January 2011.',
    '2011-06-20',
    undefined,
    undefined,
  ],
  [
    `PROMOTION AND DISTRIBUTION AGREEMENT\n\nThis Promotion and Distribution Agreement, including all exhibits ("Agreement") dated 1 October 2011 ("Effective Date") is between Alder Ireland Limited and Birch Holdings, Inc.\n\n14.1 Term. The term of this Agreement shall begin on the Effective Date and shall end on 30 November 2013 unless terminated earlier.`,
    '2011-10-01',
    '2011-10-01',
    '2013-11-30',
  ],
  [
    `OEM AGREEMENT\n\nAgreement No. 4999-77\n\nThis Agreement is dated as of 5/3/99 between Alder Business Machines Corporation and Birch Disk Corp.\n\n1.6 "Effective Date": the date of execution by the last party.\n\n2. Term. From the Effective Date until December 31, 2002.\n\nAccepted and agreed to:\nALDER\nBy: /s/ X\nDate: 5/11/99\nBIRCH\nBy: /s/ Y\nDate: 5/7/99`,
    '1999-05-03',
    '1999-05-11',
    '2002-12-31',
  ],
  [
    'NON-COMPETE AND CONSULTING AGREEMENT\n\nThis Agreement is made and entered into this 31st day of May, 2002, to be effective upon the Closing (as defined in the Stock Purchase Agreement of even date), by and between Alder, Inc. and John Smith.\n\n2. For a period of five (5) years from the Closing Date, Smith shall not compete.',
    '2002-05-31',
    undefined,
    undefined,
  ],
  [
    `CONTENT LICENSE AGREEMENT\n\nThis Content License Agreement is entered into as of the latest date on the signature page (the "Effective Date").\n\n6. Term. The initial term shall be from the Effective Date to the second anniversary.\n\nSigned:\nAlder Media, Inc.\n/s/ John Doe  02/15/2000\n\nBirch Online, Inc.\n/s/ Jane Roe  02/22/2000`,
    '2000-02-22',
    '2000-02-22',
    '2002-02-21',
  ],
  [
    `INTELLECTUAL PROPERTY AGREEMENT\n\nTHIS INTELLECTUAL PROPERTY AGREEMENT, dated as of December 31, 2018 (this "Agreement"), is entered into by and among Alder Flooring, Inc., a Delaware corporation ("Seller"), and Birch Holding, Inc. ("Buyer").\n\nWHEREAS, Seller and Buyer are parties to a Stock Purchase Agreement, dated as of November 14, 2018.\n\n6.1 Term. The term of the licenses is perpetual. This Agreement commences as of the Closing and continues in perpetuity.`,
    '2018-12-31',
    undefined,
    'perpetual',
  ],
])('%s', (text, agreed, effective, expires) => {
  const read = readValues(text)
  expect([read.get('agreementDate'), read.get('effectiveDate'), read.get('expirationDate')]).toEqual([agreed, effective, expires])
})
