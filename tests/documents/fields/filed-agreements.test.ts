// Whole agreements in the manner of those that companies file: each field beside the others' dates, periods and laws.
import { expect, it } from 'vitest'
import type { FieldValues } from '../../../src/documents/fields/finding.ts'
import { readValues } from './read-values.ts'

/** `paymentTerms` by its days, `liabilityCapMonetary` by whether there is one; a field that is undefined must not be read. */
type Told = { [Key in keyof FieldValues]?: unknown }

const agreements: [text: string, told: Told][] = [
  [
    `EXHIBIT 10.28\n\n[*] = CERTAIN CONFIDENTIAL INFORMATION CONTAINED IN THIS DOCUMENT, MARKED BY BRACKETS, HAS BEEN OMITTED\n\nCO-BRANDING AGREEMENT\n\nThis Co-Branding Agreement ("Agreement") is entered into as of the 25th day of May, 1999 (the "Effective Date"), by and between Alder.com, Inc., a Delaware corporation, with its principal place of business at 1 Main Street, and Birch Corporation.\n\nRECITALS\n\nA. Alder has filed a registration statement on Form S-1 on April 9, 1999.\n\n11. TERM AND TERMINATION\n\n11.1 Term. The initial term of this Agreement is two (2) years following the Launch Date, unless terminated earlier. After the initial term this Agreement shall renew automatically for successive one (1) year terms, unless either party gives the other notice of non-renewal at least sixty (60) days prior to the end of the then-current term.\n\n13.4 This Agreement will be governed and construed in accordance with the laws of the State of California as applied to transactions taking place wholly within California between California residents.\n\nIN WITNESS WHEREOF, the parties have caused this Agreement to be executed.\n\nALDER.COM, INC.   BIRCH CORPORATION\n\nBy: /s/ J. Doe     By: /s/ R. Roe`,
    {
      agreementDate: '1999-05-25',
      effectiveDate: '1999-05-25',
      expirationDate: undefined,
      renewalTerm: { count: 1, unit: 'year' },
      noticePeriodToTerminateRenewal: { count: 60, unit: 'day' },
      governingLaw: ['California'],
      initialTerm: { count: 2, unit: 'year' },
    },
  ],
  [
    `EXHIBIT 10.6\n\nENDORSEMENT AGREEMENT\n\nTHIS AGREEMENT is made this 12 day of January, 2010 by and between ALDER GOLF, INC. ("Company") and JOHN Q. PRO ("Athlete").\n\n1. DEFINITIONS. "Contract Year" shall mean the consecutive twelve month period commencing January 1 of each calendar year of the Contract Period.\n\n2. CONTRACT PERIOD. The Contract Period shall be for three (3) Contract Years, commencing January 1, 2010 and terminating December 31, 2012, unless sooner terminated.\n\n3. OPTION. Company shall have the option to extend the Contract Period for two (2) additional Contract Years by notice on or before October 1, 2012.\n\n9. Payments shall be made within thirty (30) days after the end of each calendar quarter.\n\n14. This Agreement shall be governed by the laws of Georgia.\n`,
    { agreementDate: '2010-01-12', effectiveDate: '2010-01-01', expirationDate: '2012-12-31', governingLaw: ['Georgia'] },
  ],
  [
    `MAINTENANCE AGREEMENT\n\nThis agreement is made on the 1st of July 2008 between:\n\n(1) Alder Systems plc, whose registered office is at 1 Road, London ("the Supplier"); and\n\n(2) Birch Housing Association Limited ("the Customer").\n\n2. Commencement and Duration\n\n2.1 This Agreement shall come into force on 1 August 2008 (the "Commencement Date") and shall continue for an initial period of three years and thereafter until terminated by either party giving to the other not less than six months' written notice expiring on or at any time after the end of the initial period.\n\n7. The Customer shall pay the Charges within 30 days of the date of the Supplier's invoice.\n\n8. The Supplier's total liability in contract, tort or otherwise shall not exceed 125% of the Charges paid in the preceding 12 months.\n\n15. This Agreement is governed by English law.`,
    {
      agreementDate: '2008-07-01',
      effectiveDate: '2008-08-01',
      expirationDate: '2011-07-31',
      governingLaw: ['England'],
      paymentTerms: 30,
      capOnLiability: true,
      liabilityCapMonetary: true,
    },
  ],
  [
    `FRANCHISE AGREEMENT\n\nALDER SANDWICHES, INC.\n\nFRANCHISE AGREEMENT made and entered into this ____ day of ________, 20__, by and between ALDER SANDWICHES, INC., a Connecticut corporation ("Franchisor"), and ___________ ("Franchisee").\n\n2. TERM. The initial term of this Agreement shall be ten (10) years from the date this Agreement is executed by Franchisor.\n\n3. RENEWAL. Franchisee may renew the franchise for two additional terms of five (5) years each, if Franchisee gives written notice not less than six nor more than twelve months before the end of the term.\n\n18. GOVERNING LAW. Except for the United States Trademark Act of 1946 (Lanham Act), this Agreement shall be governed by the laws of the State of Connecticut.`,
    {
      agreementDate: undefined,
      effectiveDate: undefined,
      expirationDate: undefined,
      renewalTerm: { count: 5, unit: 'year' },
      governingLaw: ['Connecticut'],
      initialTerm: { count: 10, unit: 'year' },
    },
  ],
  [
    `October 4, 2011\n\nBirch Capital LLC\n500 Fifth Avenue\nNew York, NY\n\nRe: Engagement of Birch Capital LLC\n\nLadies and Gentlemen:\n\nThis letter confirms the engagement by Alder Mining Corp. (the "Company") of Birch Capital LLC ("Birch") as its exclusive placement agent.\n\n1. Term. The term of this engagement shall be six (6) months from the date hereof, and shall continue on a month-to-month basis thereafter until terminated on thirty days' notice.\n\n5. Fees. The Company shall pay Birch a retainer of $10,000 per month.\n\n9. This letter agreement shall be governed by the laws of the State of New York.\n\nVery truly yours,\n\nALDER MINING CORP.\n\nAccepted and agreed to as of October 6, 2011:\n\nBIRCH CAPITAL LLC`,
    { agreementDate: '2011-10-04', expirationDate: '2012-04-03', renewalTerm: { count: 1, unit: 'month' }, governingLaw: ['New York'] },
  ],
  [
    `DISTRIBUTION AND SUPPLY AGREEMENT\n\nEffective Date: March 31, 2015\n\nThis Distribution and Supply Agreement (this "Agreement") is made and entered into as of the Effective Date set forth above, by and between Alder Medical, Inc. and Birch Health K.K.\n\n1.14 "FDA" means the U.S. Food and Drug Administration.\n\n12.1 Term. Unless earlier terminated as provided in this Article 12, this Agreement shall commence on the Effective Date and continue until the fifth (5th) anniversary of the First Commercial Sale of the Product in Japan (the "Initial Term"), and shall thereafter automatically renew for consecutive two (2) year periods unless a Party gives written notice of its election not to renew at least twelve (12) months before the end of the then current term.\n\n16.3 Governing Law. This Agreement shall be governed by and interpreted in accordance with the laws of Delaware and the United States, without reference to conflict of laws principles.`,
    {
      agreementDate: '2015-03-31',
      effectiveDate: '2015-03-31',
      expirationDate: undefined,
      renewalTerm: { count: 2, unit: 'year' },
      noticePeriodToTerminateRenewal: { count: 12, unit: 'month' },
      governingLaw: ['Delaware'],
    },
  ],
  [
    'JOINT FILING AGREEMENT\n\nIn accordance with Rule 13d-1(k) under the Securities Exchange Act of 1934, as amended, the undersigned agree to the joint filing on behalf of each of them of a statement on Schedule 13G (including amendments thereto) with respect to the common stock of Fir Corp.\n\nIN WITNESS WHEREOF, the undersigned hereby execute this Agreement this 11th day of February, 2014.\n\nALDER FUND L.P.\nBy: /s/ J. Doe\n\nBIRCH ADVISORS LLC\nBy: /s/ R. Roe',
    { agreementDate: '2014-02-11', effectiveDate: undefined, expirationDate: undefined, governingLaw: undefined },
  ],
  [
    'SPONSORSHIP AGREEMENT\n\nThis Sponsorship Agreement is made as of 17 October 2016 by and between Alder Racing Team Ltd and Birch Energy S.A.\n\n1. Season means the FIA championship season.\n\n4. Term\n\nThis Agreement shall enter into force upon signature and shall expire automatically, without notice, on 31 December following the last race of the 2018 Season.\n\n6. Consideration. The Sponsor shall pay EUR 1,500,000 in three equal instalments on 1 February, 1 June and 1 October of each year.\n\n10. Law. Swiss law applies. Place of jurisdiction is Lausanne.',
    { agreementDate: '2016-10-17', effectiveDate: '2016-10-17', governingLaw: ['Switzerland'] },
  ],
  [
    `CONSULTING AGREEMENT\n\nCONSULTING AGREEMENT, dated as of November 15, 2005, between ALDER FOODS, INC., a New Jersey corporation (the "Company"), and JANE ROE (the "Consultant").\n\nWHEREAS, the Consultant has been employed pursuant to an Employment Agreement dated January 1, 2001, which expires on December 31, 2005;\n\n1. Engagement. The Company engages the Consultant for the period beginning January 1, 2006 and ending December 31, 2008 (the "Consulting Period").\n\n4. Non-Competition. For a period of two years after the Consulting Period ...\n\n8. This Agreement shall be construed in accordance with the laws of the State of New Jersey applicable to contracts made and to be performed therein.`,
    { agreementDate: '2005-11-15', effectiveDate: '2006-01-01', expirationDate: '2008-12-31', governingLaw: ['New Jersey'] },
  ],
  [
    `WEB SITE HOSTING AGREEMENT\n\nThis Web Site Hosting Agreement ("Agreement") is made between Alder Hosting, Inc. ("Host") and Birch Retail, Inc. ("Customer") effective on the date signed by the Customer.\n\n2. The term of this Agreement is one (1) year and it shall be renewed automatically for one (1) year unless a party notifies the other 30 days before expiration.\n\n5. Customer shall pay all invoices upon receipt.\n\n9. HOST'S LIABILITY SHALL IN NO EVENT EXCEED THE FEES PAID BY CUSTOMER DURING THE THREE MONTHS PRECEDING THE CLAIM.\n\n12. Laws of Utah.\n\nHOST: Alder Hosting, Inc.\n\nBy: /s/ J. Doe\nDate: 8/20/99\n\nCUSTOMER: Birch Retail, Inc.\n\nBy: /s/ R. Roe\nDate: 8/18/99`,
    {
      agreementDate: '1999-08-20',
      renewalTerm: { count: 1, unit: 'year' },
      noticePeriodToTerminateRenewal: { count: 30, unit: 'day' },
      capOnLiability: true,
      liabilityCapMonetary: true,
    },
  ],
  [
    `AMENDED AND RESTATED COOPERATION AGREEMENT\n\nThis AMENDED AND RESTATED COOPERATION AGREEMENT, dated and effective as of June 30, 2017 (this "Agreement"), amends and restates that certain Cooperation Agreement, dated October 3, 2014 (the "Original Agreement"), between Alder Pharma AG ("Alder") and Birch Inc. ("Birch").\n\n9.1 Unless terminated earlier, this Agreement shall expire upon expiration of the last Royalty Term.\n\n14.1 This Agreement shall be governed by the laws of the State of New York, USA, except that questions affecting patents shall be determined by the law of the country of grant.`,
    { agreementDate: '2017-06-30', effectiveDate: '2017-06-30', expirationDate: undefined, governingLaw: ['New York'] },
  ],
  [
    `TRANSPORTATION CONTRACT\n\nContract No. AB-1077\n\nThis Contract, entered into this twenty-ninth day of September, One Thousand Nine Hundred and Ninety-Seven, by and between ALDER PIPELINE COMPANY, hereinafter "Transporter", and BIRCH GAS COMPANY, hereinafter "Shipper".\n\nARTICLE IV TERM. This Contract shall become effective November 1, 1997, and shall remain in full force and effect through October 31, 2012 and year to year thereafter until cancelled by either party on one year's prior written notice.\n\nARTICLE V Shipper shall pay by the 25th day of each month for the preceding month.\n\nARTICLE IX This Contract shall be interpreted under the laws of the State of West Virginia.`,
    {
      agreementDate: '1997-09-29',
      effectiveDate: '1997-11-01',
      expirationDate: '2012-10-31',
      renewalTerm: { count: 1, unit: 'year' },
      governingLaw: ['West Virginia'],
    },
  ],
  [
    `INTELLECTUAL PROPERTY LICENSE AGREEMENT\n\nThis Intellectual Property License Agreement is made and entered into as of the Distribution Date, by and between Alder Parent, Inc. and Birch SpinCo, Inc.\n\n"Distribution Date" means October 1, 2013.\n\nThe license is perpetual. Section 8. This Agreement shall remain in effect in perpetuity unless terminated by mutual agreement.\n\nDelaware law governs.`,
    { agreementDate: '2013-10-01', expirationDate: 'perpetual', governingLaw: ['Delaware'] },
  ],
  [
    `OUTSOURCING AGREEMENT\n\nTHIS OUTSOURCING AGREEMENT is entered into effective as of 12:01 a.m., Central Standard Time, January 1, 2002 (the "Effective Date") by and between Alder Healthcare, a Tennessee corporation, and Birch Data Corp.\n\n3.1 Initial Term. The initial term of this Agreement shall begin at 12:01 a.m. on the Effective Date and, unless sooner terminated as provided herein, shall end at 11:59 p.m. on December 31, 2011.\n\n3.2 Extension. By giving notice to Birch no less than twelve (12) months prior to the expiration date, Alder shall have the right to extend the term for up to three (3) years.\n\n13.1 Limitation. Each party's liability shall be limited to direct damages not exceeding the charges paid in the 12 months prior to the event.\n\n21.11 This Agreement shall be governed by Tennessee law.`,
    {
      agreementDate: '2002-01-01',
      effectiveDate: '2002-01-01',
      expirationDate: '2011-12-31',
      governingLaw: ['Tennessee'],
      capOnLiability: true,
      liabilityCapMonetary: true,
    },
  ],
  [
    `MANUFACTURING AGREEMENT\n\nBETWEEN\n\nALDER DEVICES LTD.\n\nAND\n\nBIRCH ELECTRONICS INC.\n\nDATE: 09-MAR-2004\n\nThe parties agree as follows. The Agreement is effective from the Date above and shall continue for 24 calendar months; it renews for periods of 12 months unless 90 days' notice is given.\n\nPayment: net 30 days from date of invoice.\n\nThe law of the Province of Alberta applies.`,
    {
      agreementDate: '2004-03-09',
      effectiveDate: '2004-03-09',
      expirationDate: '2006-03-08',
      renewalTerm: { count: 12, unit: 'month' },
      noticePeriodToTerminateRenewal: { count: 90, unit: 'day' },
      paymentTerms: 30,
      governingLaw: ['Alberta, Canada'],
    },
  ],
  [
    `RESELLER AGREEMENT\n\nThis Reseller Agreement, including the exhibits (collectively the "Agreement"), is effective upon the date last signed below ("Effective Date").\n\nA. Term. This Agreement commences on the Effective Date and shall expire one year from the end of the month in which the Effective Date falls.\n\nExecuted by:\n\nAlder Networks, Inc.          Birch Value Added, LLC\nBy: /s/ J. Doe                By: /s/ R. Roe\nDate: April 20, 2006          Date: April 12, 2006`,
    { agreementDate: '2006-04-20', effectiveDate: '2006-04-20', expirationDate: undefined },
  ],
  [
    `AFFILIATE AGREEMENT\n\nTHIS AFFILIATE AGREEMENT (the "Agreement") is made as of July 1, 2014, by and among Alder Holdings LP, Fir Partners LLC and Birch Management, L.L.C.\n\nSection 2. Term. This Agreement shall be effective from the date hereof and shall continue in effect until the later of (a) the second anniversary of the date hereof and (b) the date on which Alder ceases to own at least 10% of the shares.\n\nSection 10. This Agreement and any claim arising hereunder shall be governed by the internal laws of the State of Delaware.`,
    { agreementDate: '2014-07-01', effectiveDate: '2014-07-01', expirationDate: undefined, governingLaw: ['Delaware'] },
  ],
  [
    'NON-COMPETITION AGREEMENT\n\nThis NON-COMPETITION AGREEMENT, dated as of this 28 day of February, 2003, is between Alder Bancorp and John Roe.\n\nFor a period of thirty-six (36) months following the Closing Date, Roe shall not compete.\n\nThis Agreement shall be governed by the laws of Indiana.',
    { agreementDate: '2003-02-28', governingLaw: ['Indiana'] },
  ],
  [
    'LICENSE AGREEMENT\n\nThis License Agreement is made by and between Alder University and Birch Biotech, Inc. and is effective this 3rd day of September, 2009.\n\n3.1 This Agreement is effective on the date written above and shall continue until the last to expire of the Licensed Patents.\n\n4.1 Licensee shall pay the royalties within 60 days after each December 31.\n\n7. ALDER SHALL NOT BE LIABLE FOR ANY INDIRECT DAMAGES.\n\n12. The laws of the State of Iowa.',
    { agreementDate: '2009-09-03', effectiveDate: '2009-09-03', expirationDate: undefined, capOnLiability: true },
  ],
  [
    'PROMISSORY SERVICES AGREEMENT\n\nDate of this Agreement: 1st April, 2012\n\nParties: Alder Limited (1) and Birch Limited (2)\n\nCommencement Date: 15th April, 2012\n\nMinimum Period: 5 years from the Commencement Date\n\nGoverning law: Northern Ireland\n\nPayment: 14 days from invoice',
    {
      agreementDate: '2012-04-01',
      effectiveDate: '2012-04-15',
      expirationDate: '2017-04-14',
      governingLaw: ['Northern Ireland'],
      paymentTerms: 14,
    },
  ],
]

const seen = (read: ReturnType<typeof readValues>, key: keyof FieldValues): unknown => {
  const value = read.get(key)
  if (key === 'paymentTerms') return (value as FieldValues['paymentTerms'] | undefined)?.days
  return key === 'liabilityCapMonetary' ? value !== undefined : value
}

it.each(agreements)('%s', (text, told) => {
  const read = readValues(text)
  const keys = Object.keys(told) as (keyof FieldValues)[]
  expect(Object.fromEntries(keys.map((key) => [key, seen(read, key)]))).toEqual(told)
})
