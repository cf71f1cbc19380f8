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
  [
    `Exhibit 10.12\n\nSTRATEGIC ALLIANCE AGREEMENT\n\nThis STRATEGIC ALLIANCE AGREEMENT (this "Agreement") is made effective as of the latest date of signature below (the "Effective Date") and is entered into between Alder Robotics Corp. and Birch Automation GmbH.\n\n1. Purpose. The parties signed a Letter of Intent dated March 2, 2012.\n\n7. Term. This Agreement will be in effect for three (3) years from the Effective Date ("Initial Term"). It may be renewed for additional one (1) year periods upon mutual written agreement of the parties.\n\n9. Confidentiality obligations survive for five (5) years.\n\n12. This Agreement shall be governed by German law, excluding the CISG.\n\nAlder Robotics Corp.\n\n/s/ J. Doe\nPresident\nJune 14, 2012\n\nBirch Automation GmbH\n\n/s/ R. Roe\nGeschäftsführer\nJune 21, 2012`,
    {
      agreementDate: '2012-06-21',
      effectiveDate: '2012-06-21',
      expirationDate: '2015-06-20',
      renewalTerm: { count: 1, unit: 'year' },
      autoRenewal: false,
      governingLaw: ['Germany'],
    },
  ],
  [
    `EXCLUSIVE TECHNICAL CONSULTATION AND SERVICE AGREEMENT\n\nThis Exclusive Technical Consultation and Service Agreement (hereinafter referred to as this "Agreement") is made and entered into by and between the following parties on the 8th day of May, 2018 in Beijing, the People's Republic of China ("China" or "PRC").\n\nParty A: Alder (Beijing) Technology Co., Ltd.\nAddress: Room 501, Chaoyang District\n\nParty B: Birch Culture Media Co., Ltd.\nAddress: Room 201, Haidian District\n\n5. Effectiveness and Term\n\n5.1 This Agreement is executed on the date first above written and shall take effect as of such date. The term of this Agreement is ten (10) years, unless earlier terminated as set forth herein.\n\n5.2 The term of this Agreement shall be extended automatically for another ten (10) years upon expiry unless Party A gives written notice of non-renewal thirty (30) days prior thereto.\n\n8. The execution, effectiveness, construction, performance, amendment and termination of this Agreement and the resolution of disputes hereunder shall be governed by the laws of China. Disputes shall be submitted to CIETAC in Beijing.`,
    {
      agreementDate: '2018-05-08',
      effectiveDate: '2018-05-08',
      expirationDate: '2028-05-07',
      renewalTerm: { count: 10, unit: 'year' },
      autoRenewal: true,
      noticePeriodToTerminateRenewal: { count: 30, unit: 'day' },
    },
  ],
  [
    `AGENCY AGREEMENT\n\nAGREEMENT entered into in the City of Montreal, Province of Quebec, on the first day of December, nineteen hundred and ninety-six\n\nBETWEEN: ALDER TEXTILES INC., a body corporate, hereinafter called the "Principal"\n\nAND: BIRCH SALES LTD., hereinafter called the "Agent"\n\n3. This agreement is for a period of two years, to be computed from January 1, 1997, and shall be renewed by tacit renewal from year to year unless one party gives the other, at least ninety days before the expiry, a written notice to the contrary by registered mail.\n\n6. The Principal shall pay commissions on the 20th day of each month for the preceding month.\n\n11. This agreement shall be construed in accordance with the laws of the Province of Quebec.`,
    {
      agreementDate: '1996-12-01',
      expirationDate: '1998-12-31',
      renewalTerm: { count: 1, unit: 'year' },
      autoRenewal: true,
      noticePeriodToTerminateRenewal: { count: 90, unit: 'day' },
      governingLaw: ['Quebec, Canada'],
    },
  ],
  [
    `PROMOTION AGREEMENT\n\nPROMOTION AGREEMENT (the "Agreement"), dated this 6th day of August 1998, by and between ALDER RECORDS, INC. ("Alder"), with offices at 10 Sunset Blvd., and BIRCH.COM, INC. ("Birch").\n\n1. Term. The term of the Agreement (the "Term") shall commence on the date hereof and shall continue until the date one (1) year after the date the Site is launched (which launch shall be no later than October 15, 1998).\n\n4. Birch will pay Alder $150,000, of which $50,000 is due upon execution and the rest in monthly installments.\n\n10. Neither party will be liable for lost profits, or special, indirect, incidental or consequential damages.\n\n13. The Agreement shall be subject to the laws of the State of New York applicable to agreements made and to be wholly performed therein.`,
    {
      agreementDate: '1998-08-06',
      effectiveDate: '1998-08-06',
      expirationDate: undefined,
      capOnLiability: true,
      governingLaw: ['New York'],
    },
  ],
  [
    `AMENDMENT NO. 1 TO SERVICE AGREEMENT\n\nThis Amendment No. 1 ("Amendment") is entered into as of September 28, 2010, to the Service Agreement (the "Agreement") dated December 1, 2006, between Alder Funds Trust and Birch Administrators, LLC.\n\nWHEREAS, the initial term of the Agreement expires on November 30, 2010; and\n\n1. Section 8 is amended to read: "This Agreement shall continue in effect until November 30, 2013 and shall thereafter be renewed for successive one-year periods unless either party gives ninety (90) days' notice prior to the end of the then-current period."\n\n2. Except as amended, the Agreement continues in full force and effect.\n\n3. This Amendment shall be governed by Ohio law.`,
    {
      agreementDate: '2010-09-28',
      expirationDate: '2013-11-30',
      renewalTerm: { count: 1, unit: 'year' },
      noticePeriodToTerminateRenewal: { count: 90, unit: 'day' },
      governingLaw: ['Ohio'],
    },
  ],
  [
    `DEVELOPMENT AND LICENSE AGREEMENT\n\nThis Development and License Agreement (the "Agreement") is entered into this 22 day of December, 2000 (the "Effective Date"), by and between Alder Semiconductor, Inc. ("Alder") and Birch Systems, Inc. ("Birch").\n\n8.1 Term. This Agreement shall commence on the Effective Date and continue in full force and effect for a period of five (5) years thereafter, unless earlier terminated under Section 8.2 (the "Term"). The Term may be extended for additional twelve (12) month periods by mutual agreement in writing at least thirty (30) days prior to the end of the Term.\n\n9.2 EXCEPT FOR BREACH OF SECTION 6, IN NO EVENT SHALL EITHER PARTY'S AGGREGATE LIABILITY EXCEED FIVE HUNDRED THOUSAND DOLLARS ($500,000).\n\n5.3 Birch shall pay each invoice within forty-five (45) days of its date.\n\n12.2 Choice of Law. California law governs this Agreement; the parties exclude its conflicts rules.`,
    {
      agreementDate: '2000-12-22',
      effectiveDate: '2000-12-22',
      expirationDate: '2005-12-21',
      renewalTerm: { count: 12, unit: 'month' },
      autoRenewal: false,
      liabilityCapMonetary: true,
      paymentTerms: 45,
      governingLaw: ['California'],
    },
  ],
  [
    `JOINT VENTURE AGREEMENT\n\nThis Joint Venture Agreement is made on the 30th day of November in the year 2007\n\nAMONG:\n\nALDER RESOURCES LTD., having an office at Suite 800, Vancouver, British Columbia ("Alder")\n\nAND:\n\nBIRCH EXPLORATION INC. ("Birch")\n\nWHEREAS by an option agreement dated May 15, 2005 (the "Option Agreement") Birch acquired a 60% interest;\n\n15. Unless earlier terminated by agreement of all parties or as a result of one party owning all interests, the Joint Venture and this Agreement shall remain in full force and effect for so long as any part of the Property is held in accordance with this Agreement.\n\n20. This Agreement shall be governed by and interpreted in accordance with the laws of British Columbia and the laws of Canada applicable therein.`,
    { agreementDate: '2007-11-30', expirationDate: undefined, governingLaw: ['British Columbia, Canada'] },
  ],
  [
    'SUPPLY CONTRACT\n\nContract No: W-2019-04\n\nDate: Mar. 16th 2019\n\nThe Buyer: Alder Trading (HK) Limited\n\nThe Seller: Birch Industrial Co., Ltd.\n\nThe Contract is made by and between the Buyer and the Seller.\n\n1. Term of contract: This contract is valid for one year from the signing date, and shall be extended automatically year by year if there is no objection from either party 2 months before the expiry.\n\n2. Payment: T/T within 60 days after B/L date.\n\n10. Applicable law: the contract shall be governed by the laws of Hong Kong.',
    {
      agreementDate: '2019-03-16',
      effectiveDate: undefined,
      expirationDate: '2020-03-15',
      renewalTerm: { count: 1, unit: 'year' },
      autoRenewal: true,
      noticePeriodToTerminateRenewal: { count: 2, unit: 'month' },
      paymentTerms: 60,
      governingLaw: ['Hong Kong'],
    },
  ],
  [
    `IP LICENSE AGREEMENT\n\nExecution Version\n\nINTELLECTUAL PROPERTY LICENSE AGREEMENT, dated as of April 1, 2016 (the "Effective Date"), between ALDER COMPANY, a Delaware corporation, and BIRCH CORPORATION, a Pennsylvania corporation.\n\n2.1 Licensor grants a non-exclusive, perpetual, irrevocable license.\n\n6.1 Term. The term of this Agreement shall commence on the Effective Date and shall continue, on a patent-by-patent basis, until the expiration of the last Valid Claim.\n\n6.2 Each party may terminate upon sixty (60) days' notice of a material breach.\n\n9.8 This Agreement shall be governed by, and construed in accordance with, the Laws of the Commonwealth of Pennsylvania, regardless of the Laws that might otherwise govern under applicable principles of conflicts of Laws.`,
    { agreementDate: '2016-04-01', effectiveDate: '2016-04-01', expirationDate: undefined, governingLaw: ['Pennsylvania'] },
  ],
  [
    `SPONSORSHIP AND MARKETING AGREEMENT\n\nThis agreement ("Agreement") is by and between the Alder Foundation ("Foundation") and Birch Beverages, Inc. ("Sponsor") and is dated for reference February 9, 2011.\n\nTERM: Sponsor's rights begin on March 1, 2011 and expire on February 28, 2014.\n\nRENEWAL: Sponsor has a right of first negotiation during the sixty (60) days before the end of the Term.\n\nFEE: $75,000 per year payable on March 15 of each year.\n\nJURISDICTION: This Agreement is governed by Colorado law and venue lies in Denver.\n\nAGREED:\nAlder Foundation: /s/ J. Doe, 2/10/11\nBirch Beverages, Inc.: /s/ R. Roe, 2/14/11`,
    { agreementDate: '2011-02-09', effectiveDate: '2011-03-01', expirationDate: '2014-02-28', governingLaw: ['Colorado'] },
  ],
  [
    `TRANSITION SERVICES AGREEMENT\n\nTRANSITION SERVICES AGREEMENT (this "Agreement"), dated as of the 1st day of February 2013, by and between Alder International, Inc. and Birch Group Inc.\n\nARTICLE III. Term. (a) The term of this Agreement shall begin on the Distribution Date and, unless terminated earlier pursuant to Article VI, shall end on the second anniversary of the Distribution Date. "Distribution Date" shall mean February 28, 2013.\n\n4.1 Invoices are due and payable within 60 days of receipt.\n\n7.1 In no event shall either Party be liable for any special or punitive damages. 7.2 The liability of Provider shall be limited to the total amount of fees actually received.\n\n9.5 This Agreement shall be governed by the Laws of the State of New York without regard to principles of conflicts of law.`,
    {
      agreementDate: '2013-02-01',
      expirationDate: '2015-02-27',
      paymentTerms: 60,
      capOnLiability: true,
      liabilityCapMonetary: true,
      governingLaw: ['New York'],
    },
  ],
  [
    `CO-MARKETING AGREEMENT\n\nThis Co-Marketing Agreement (the "Agreement"), is made as of this 10th day of Nov., 2003 ("Effective Date") by and between Alder Health, Inc. and Birch Diagnostics, Inc.\n\n2.1 The initial term will be twelve (12) months from the date of this Agreement. Thereafter the Agreement will be automatically extended for additional terms of twelve (12) months, subject to either party's right to terminate on ninety (90) days prior written notice at any time after the initial term.\n\n8. Each party limits its liability to actual damages.\n\n10. The interpretation and construction of this Agreement will be governed by the laws of the State of Minnesota.`,
    {
      agreementDate: '2003-11-10',
      effectiveDate: '2003-11-10',
      expirationDate: '2004-11-09',
      renewalTerm: { count: 12, unit: 'month' },
      autoRenewal: true,
      governingLaw: ['Minnesota'],
    },
  ],
  [
    `UNDERWRITING AND REMARKETING AGREEMENT\n\nRemarketing Agreement, dated March 24, 2009, among Alder Power Corporation, a Virginia corporation (the "Company"), Birch Securities LLC (the "Remarketing Agent") and Fir Trust Company, N.A., as Purchase Contract Agent.\n\nSection 9. This Agreement shall terminate on the earlier of the Purchase Contract Settlement Date and the date of a Successful Remarketing.\n\nSection 14. THIS AGREEMENT SHALL BE GOVERNED BY AND CONSTRUED IN ACCORDANCE WITH THE LAWS OF THE STATE OF NEW YORK.`,
    { agreementDate: '2009-03-24', expirationDate: undefined, governingLaw: ['New York'] },
  ],
  [
    `VALUE ADDED RESELLER AGREEMENT\n\nAgreement Number: VAR-00912\nEffective Date: 6-15-2001\n\nThis Agreement is between Alder Software Company ("Alder") and the Reseller named below.\n\nReseller: Birch Solutions, Inc.\n\n10. TERM. This Agreement has a term of one year from its Effective Date and is renewable by Alder for successive one-year terms.\n\n11. Alder may terminate without cause on sixty (60) days' written notice.\n\n6. Payment is due net thirty (30) days from invoice date. Amounts past due bear interest after 10 days.\n\n14. The laws of the State of Georgia, USA, govern this Agreement.`,
    {
      agreementDate: '2001-06-15',
      effectiveDate: '2001-06-15',
      expirationDate: '2002-06-14',
      renewalTerm: { count: 1, unit: 'year' },
      autoRenewal: false,
      paymentTerms: 30,
      governingLaw: ['Georgia'],
    },
  ],
  [
    `LICENCE AGREEMENT\n\nTHIS LICENCE is dated 12 June 2015\n\nPARTIES\n\n(1) ALDER BRANDS LIMITED incorporated and registered in England and Wales with company number 123 ("Licensor")\n\n(2) BIRCH LEISURE PTY LTD (ACN 555) ("Licensee")\n\nAGREED TERMS\n\n1.1 Definitions: "Term" means the period from 1 July 2015 to 30 June 2020 inclusive.\n\n9.1 Unless terminated earlier in accordance with its terms, this licence shall continue for the Term and then expire automatically without notice.\n\n17.1 This licence and any dispute shall be governed by the law of New South Wales, Australia.`,
    {
      agreementDate: '2015-06-12',
      effectiveDate: '2015-07-01',
      expirationDate: '2020-06-30',
      governingLaw: ['New South Wales, Australia'],
    },
  ],
  [
    'SETTLEMENT AND COEXISTENCE AGREEMENT\n\nThis Settlement and Coexistence Agreement is entered into by and between Alder Apparel, LLC and Birch Fashions, Inc. as of the date of execution by the last party to sign.\n\n1. The lawsuit was filed on January 5, 2014 and the trial is set for October 1, 2015.\n\n6. This Agreement shall have no expiration and continues as long as either party uses its mark.\n\n9. It shall be governed by the laws of the State of Illinois.\n\nDated: April 2, 2015   ALDER APPAREL, LLC   By: /s/ J. Doe\n\nDated: April 7, 2015   BIRCH FASHIONS, INC.   By: /s/ R. Roe',
    { agreementDate: '2015-04-07', governingLaw: ['Illinois'] },
  ],
  [
    `MASTER SERVICES AGREEMENT\n\nPREAMBLE: This Master Services Agreement is effective beginning on 1-Oct-2014 ("Effective Date") between Alder Cloud Ltd. and Birch Insurance plc.\n\nClause 3. Term: 36 months beginning on the Effective Date and then rolling monthly until 3 months' notice is given by either side.\n\nClause 7. Fees are invoiced monthly in advance, payable 30 days EOM.\n\nClause 12. Total liability: the greater of GBP 1,000,000 and 100% of the fees in the contract year.\n\nClause 20. Law: England and Wales.`,
    { agreementDate: '2014-10-01', effectiveDate: '2014-10-01', expirationDate: '2017-09-30', governingLaw: ['England', 'Wales'] },
  ],
  [
    `COLLABORATION AGREEMENT\n\nThis Collaboration Agreement ("Agreement") is entered into as of the 15th day of the month of July of the year 2019 (the "Execution Date") by Alder Therapeutics, Inc. and Birch Pharma K.K., and shall become effective on the HSR Clearance Date.\n\n13.1 The Agreement will, unless earlier terminated, remain in effect until no further payments are due.\n\n16.1 New York law governs.`,
    { agreementDate: '2019-07-15', effectiveDate: undefined, expirationDate: undefined, governingLaw: ['New York'] },
  ],
  [
    `DEALER AGREEMENT\n\nThis Dealer Agreement is entered into on the date last written below (the "Date of Agreement") between Alder Tractor Corporation ("Manufacturer") and the undersigned dealer ("Dealer").\n\n30. DURATION OF AGREEMENT\n\nUnless earlier terminated, this Agreement shall continue in effect until December 31, 2005, and from year to year thereafter.\n\n31. Governing Law. This Agreement is governed by, and shall be construed under, Wisconsin law.\n\nDealer: Birch Implements, Inc.\nBy: /s/ R. Roe   Date: March 1, 2003\n\nAccepted at Racine, Wisconsin on March 18, 2003\nALDER TRACTOR CORPORATION`,
    { agreementDate: '2003-03-18', expirationDate: '2005-12-31', renewalTerm: { count: 1, unit: 'year' }, governingLaw: ['Wisconsin'] },
  ],
  [
    `Exhibit 10.41\n\nINTERACTIVE MARKETING AGREEMENT\n\nThis Interactive Marketing Agreement (the "Agreement"), effective as of August 31, 1999 (the "Effective Date"), is made and entered into by and between Alder Online, Inc. ("AOI"), a Delaware corporation, and Birch Loans, Inc. ("MP").\n\n6.1 Term. Unless earlier terminated as set forth herein, the initial term of this Agreement shall be three (3) years from the Effective Date (the "Initial Term").\n\n6.2 Continued Links. Upon the expiration of the Initial Term, AOI shall have the right to promote MP for successive one year terms (each a "Renewal Term").\n\n5.1 Payments. MP shall pay AOI $21,000,000 as follows: (a) $3,000,000 on the Effective Date; (b) $2,000,000 on each November 30.\n\nXII. LIABILITY. UNDER NO CIRCUMSTANCES SHALL EITHER PARTY BE LIABLE TO THE OTHER PARTY FOR INDIRECT DAMAGES. NEITHER PARTY SHALL BE LIABLE FOR MORE THAN THE AGGREGATE AMOUNTS PAYABLE TO SUCH PARTY IN THE YEAR IN WHICH THE EVENT OCCURS.\n\nThis Agreement shall be interpreted, construed and enforced in all respects in accordance with the laws of the Commonwealth of Virginia except for its conflicts of laws principles.`,
    {
      agreementDate: '1999-08-31',
      effectiveDate: '1999-08-31',
      expirationDate: '2002-08-30',
      renewalTerm: { count: 1, unit: 'year' },
      capOnLiability: true,
      governingLaw: ['Virginia'],
    },
  ],
  [
    `SOFTWARE ESCROW AND SUPPORT CONTRACT\n\nBETWEEN Alder Software SARL AND Birch SA\n\nThis contract takes effect on the date of its signature by the parties, and is concluded for a fixed period of five years. It can not be tacitly renewed.\n\nArticle 9. Price. Invoices are payable at 45 days end of month.\n\nArticle 14. Alder's liability is limited, all causes combined, to the sums paid by Birch over the last twelve months.\n\nArticle 20. Applicable law: French law. Competent courts: Paris.\n\nMade in Lyon, on 14 March 2013, in two originals.`,
    {
      agreementDate: '2013-03-14',
      effectiveDate: '2013-03-14',
      expirationDate: '2018-03-13',
      autoRenewal: false,
      capOnLiability: true,
      liabilityCapMonetary: true,
      paymentTerms: 45,
      governingLaw: ['France'],
    },
  ],
  [
    `PILOT PROGRAM AGREEMENT\n\nThis Pilot Program Agreement (this "Agreement") dated December 11, 2020 (the "Signing Date") is by and between Alder Mobility, LLC and the City of Birchwood, a municipal corporation.\n\n3. Term: The pilot program shall begin on January 4, 2021 and last for one hundred eighty (180) days (the "Pilot Term"), and may be extended by written agreement for one additional period of ninety (90) days.\n\n8. Alder shall carry commercial general liability insurance with limits of $1,000,000.\n\n14. This Agreement shall be governed by Texas law and venue shall be in Travis County.`,
    {
      agreementDate: '2020-12-11',
      effectiveDate: '2021-01-04',
      expirationDate: '2021-07-02',
      renewalTerm: { count: 90, unit: 'day' },
      governingLaw: ['Texas'],
      capOnLiability: undefined,
    },
  ],
  [
    `STOCKHOLDERS' NON-COMPETE\n\nIn consideration of the purchase of shares under the Share Purchase Agreement dated as of even date herewith, the undersigned, Jane Roe, agrees with Alder Corp. as of May 31, 2001 that for three years from the date hereof she will not compete.\n\nThis agreement is to be governed by the laws of the State of Kansas.\n`,
    { agreementDate: '2001-05-31', governingLaw: ['Kansas'] },
  ],
  [
    `SERVICES AGREEMENT BETWEEN\nALDER GAMES LTD\nAND\nBIRCH STUDIOS INC.\n\nThis Agreement is made the 2nd day of April Two Thousand and Four BETWEEN Alder Games Ltd of 1 Mill Lane ("Alder") of the one part AND Birch Studios Inc. of the other part.\n\nCommencement: upon signature. Termination: either party may terminate at any time on giving three months' notice in writing. There is no minimum term.\n\nAlder shall pay Birch's invoices within 28 days.\n\nThe proper law of this Agreement is the law of England.`,
    { agreementDate: '2004-04-02', paymentTerms: 28, governingLaw: ['England'] },
  ],
  [
    'ADVERTISING INSERTION ORDER\n\nIO Date: 4/9/2018\nAdvertiser: Birch Shoes, Inc.\nPublisher: Alder Media LLC\nCampaign Start: 5/1/2018\nCampaign End: 7/31/2018\nTerms: Net 60\n\nThis Insertion Order is subject to the IAB Standard Terms Version 3.0. Governing law: New York.',
    { agreementDate: '2018-04-09', paymentTerms: 60, governingLaw: ['New York'] },
  ],
  [
    `RESEARCH AND LICENSE AGREEMENT\n\nThis Agreement (the "Agreement") is made and is effective as of the date of the last signature to this Agreement (the "Effective Date") between The Alder Foundation for Medical Research and Birch Oncology, Inc.\n\n2.4 The Research Term shall be two (2) years from the Effective Date.\n\n11.1 Unless earlier terminated, this Agreement shall be in full force and effect from the Effective Date until the later of the expiration of the last Patent or twenty (20) years from the Effective Date.\n\n13. Law of the Commonwealth of Massachusetts.\n\nTHE ALDER FOUNDATION          BIRCH ONCOLOGY, INC.\nBy: /s/ J. Doe                By: /s/ R. Roe\nDate: 10/2/07                 Date: 9/28/07`,
    { agreementDate: '2007-10-02', effectiveDate: '2007-10-02', expirationDate: undefined },
  ],
  [
    'THIS AGREEMENT is made effective as of the 1 September 2002 (Effective Date), by and between ALDER AUDIO CORP, with offices at Toronto, Ontario, and BIRCH SOUND INC, of Los Angeles.\n\nSection 3. This Agreement shall continue in force for a term of twelve (12) months from the Effective Date unless terminated earlier and shall be renewed for additional successive 12 months terms unless at least 60 days before the end of any such term one of the parties sends a notice of its intention not to renew.\n\nSection 7. The Manufacturer shall invoice upon shipment. Payment: 30 days from the date of shipment.\n\nSection 16. Governed by California law, and any action shall be brought in Los Angeles.',
    {
      agreementDate: '2002-09-01',
      effectiveDate: '2002-09-01',
      expirationDate: '2003-08-31',
      renewalTerm: { count: 12, unit: 'month' },
      noticePeriodToTerminateRenewal: { count: 60, unit: 'day' },
      paymentTerms: 30,
      governingLaw: ['California'],
    },
  ],
  [
    `POWER PURCHASE AND SERVICES CONTRACT\n\nThis Contract is made as of 28-Feb-2008.\n\n2.1 The Contract shall have a duration of fifteen (15) years counted from the Commercial Operation Date, extendable for five years at Buyer's option exercised eighteen months before the end.\n\n2.2 The Contract comes into effect on the date on which all Conditions Precedent are satisfied.\n\n25. Laws of the Republic of the Philippines shall govern.`,
    {
      agreementDate: '2008-02-28',
      effectiveDate: undefined,
      expirationDate: undefined,
      initialTerm: { count: 15, unit: 'year' },
      renewalTerm: { count: 5, unit: 'year' },
      autoRenewal: false,
    },
  ],
  [
    'MASTER FRANCHISE AGREEMENT\n\nBY AND BETWEEN\n\nALDER COFFEE INTERNATIONAL, INC.\n\nAND\n\nBIRCH FOODS LTD.\n\nDATED: JUNE 1, 2009\n\nTHIS MASTER FRANCHISE AGREEMENT is made and entered into by and between Alder Coffee International, Inc. and Birch Foods Ltd.\n\n4.1 The term of this Agreement shall commence as of the date first set forth above and expire on the tenth (10th) anniversary of such date.\n\n4.2 Master Franchisee shall have the right to renew for one (1) additional period of ten (10) years.\n\n22.1 Texas law.',
    {
      agreementDate: '2009-06-01',
      effectiveDate: '2009-06-01',
      expirationDate: '2019-05-31',
      renewalTerm: { count: 10, unit: 'year' },
      autoRenewal: false,
    },
  ],
  [
    'EQUIPMENT MAINTENANCE SCHEDULE\n\nSchedule No. 3 dated January 10, 2006 to Master Maintenance Agreement dated July 1, 2003 between Alder Imaging, Inc. and Birch Hospital.\n\nCoverage Period: February 1, 2006 through January 31, 2009\n\nThis Schedule renews for like one-year periods if not cancelled 45 days before the end of the Coverage Period.\n\nPayment terms: Net 30 days.',
    {
      agreementDate: '2006-01-10',
      effectiveDate: '2006-02-01',
      expirationDate: '2009-01-31',
      renewalTerm: { count: 1, unit: 'year' },
      noticePeriodToTerminateRenewal: { count: 45, unit: 'day' },
      paymentTerms: 30,
    },
  ],
  [
    `MARKETING AFFILIATE AGREEMENT\n\nBetween:\n\nAlder Capital Corp. (the "Company")\n\nand\n\nMr. John Roe (the "Affiliate")\n\nmade as of September 5th, 2014.\n\nThe Affiliate's appointment is for one year and shall be automatically extended on the same terms for a further year on each anniversary unless either gives sixty days' written notice.\n\nAll commissions are payable by the 15th of the following month.\n\nThis Agreement is subject to Nevada law.`,
    {
      agreementDate: '2014-09-05',
      renewalTerm: { count: 1, unit: 'year' },
      autoRenewal: true,
      noticePeriodToTerminateRenewal: { count: 60, unit: 'day' },
      paymentTerms: 15,
      governingLaw: ['Nevada'],
    },
  ],
  [
    `CONTENT DISTRIBUTION AGREEMENT\n\nThis Content Distribution Agreement ("Agreement") is made and entered into effective as of March 14, 2017 by and between Alder Digital Ltd and Birch TV Inc.\n\nTerm: the earlier of (i) 31 March 2022, and (ii) termination in accordance with Section 10.\n\nAssignment: none without consent.\n\nLIMITATION: neither party's maximum liability shall exceed the total minimum guarantee.\n\nApplicable Law and Jurisdiction: State of California; courts of Los Angeles County.`,
    {
      agreementDate: '2017-03-14',
      effectiveDate: '2017-03-14',
      expirationDate: '2022-03-31',
      capOnLiability: true,
      governingLaw: ['California'],
    },
  ],
  [
    `Exhibit 10.18\n\nMARKETING AND DISTRIBUTION AGREEMENT\n\nTHIS MARKETING AND DISTRIBUTION AGREEMENT ("Agreement") is made and entered into as of this 14th day of May, 2003, by and between ALDER PHARMACEUTICALS, INC., a Nevada corporation having its principal office at 12 Elm Street, Reno, Nevada (hereinafter called "Company"), and BIRCH HEALTHCARE, LTD., a Texas limited partnership (hereinafter called "Distributor").\n\nWITNESSETH:\n\nWHEREAS, Company owns U.S. Patent No. 5,888,888 issued on March 30, 1999;\n\n3. Term and Termination. (a) This Agreement shall be in effect for a term of five (5) years from its date, and shall thereafter be automatically extended for additional periods of one (1) year each, unless either party gives written notice to the other of its intention not to extend at least one hundred eighty (180) days before the end of the then current period.\n\n(b) Either party may terminate this Agreement upon sixty (60) days written notice of a material breach.\n\n5. Payment for all Products shall be made within forty-five (45) days of the date of Company's invoice.\n\n11. Notwithstanding anything to the contrary, Company's liability shall be limited to replacement of defective Product.\n\n14. This Agreement shall be governed by, construed and enforced in accordance with the laws of the State of Texas.`,
    {
      agreementDate: '2003-05-14',
      expirationDate: '2008-05-13',
      renewalTerm: { count: 1, unit: 'year' },
      autoRenewal: true,
      noticePeriodToTerminateRenewal: { count: 180, unit: 'day' },
      paymentTerms: 45,
      capOnLiability: true,
      governingLaw: ['Texas'],
    },
  ],
  [
    `CONTENT LICENSE AND SERVICES AGREEMENT\n\nThis CONTENT LICENSE AND SERVICES AGREEMENT (this "Agreement") is entered into as of June 10, 2004 (the "Effective Date") by and between Alder Wireless, Inc. ("Alder"), a Delaware corporation, and Birch Records LLC ("Birch").\n\n10.1. Term. The term of this Agreement shall commence on the Effective Date and, unless earlier terminated in accordance with this Section 10, shall continue for a period of one (1) year (the "Initial Term"). Following the Initial Term, this Agreement shall renew automatically for successive six (6) month periods unless a party notifies the other party of its intent not to renew at least thirty (30) days prior to the expiration of the Initial Term or any renewal.\n\n6.2 Within thirty (30) days after the end of each calendar month, Alder shall deliver a statement and pay the amounts due.\n\n12. EXCEPT FOR LIABILITY UNDER SECTION 11, NEITHER PARTY'S LIABILITY SHALL EXCEED THE TOTAL AMOUNT PAID OR PAYABLE BY ALDER IN THE 12 MONTHS PRECEDING THE CLAIM.\n\n14.7 Governing Law. The rights and obligations of the parties shall be governed by California law as it applies to a contract made and performed in such state.`,
    {
      agreementDate: '2004-06-10',
      effectiveDate: '2004-06-10',
      expirationDate: '2005-06-09',
      renewalTerm: { count: 6, unit: 'month' },
      noticePeriodToTerminateRenewal: { count: 30, unit: 'day' },
      paymentTerms: 30,
      capOnLiability: true,
      liabilityCapMonetary: true,
      governingLaw: ['California'],
    },
  ],
  [
    `NON-COMPETITION AGREEMENT AND RIGHT OF FIRST OFFER\n\nThis Non-Competition Agreement and Right of First Offer Agreement (the "Agreement") is entered into between Alder Partners, L.P. and Birch Energy Corp. on March 9, 2001 (the "Effective Date").\n\n2.1 During the period commencing with the Effective Date and ending with the date on which Birch ceases to own 20% of the units (the "Exclusivity Period"), Birch shall not own any Competing Business.\n\n7. The laws of the State of Oklahoma shall govern this Agreement without regard to conflicts of law.`,
    { agreementDate: '2001-03-09', effectiveDate: '2001-03-09', expirationDate: undefined, governingLaw: ['Oklahoma'] },
  ],
  [
    `SPONSORSHIP AGREEMENT\n\nThis agreement (the "Agreement") is made on December 21, 1999 by and between Alder Sports, Inc., 5 Park Ave., and Birch.com, Inc.\n\n1. Term. The term of this Agreement begins on the date hereof and ends on December 31, 2000 unless sooner terminated.\n\n2. Renewal Option. Birch shall have the option, exercisable by written notice on or before October 1, 2000, to renew this Agreement for one additional year.\n\n3. Fee. $1,000,000 payable in four equal installments on January 15, April 15, July 15 and October 15, 2000.\n\n12. This Agreement is to be governed by and interpreted in accordance with the laws of the State of New York.`,
    {
      agreementDate: '1999-12-21',
      effectiveDate: '1999-12-21',
      expirationDate: '2000-12-31',
      renewalTerm: { count: 1, unit: 'year' },
      autoRenewal: false,
      governingLaw: ['New York'],
    },
  ],
  [
    `MASTER SUPPLY AGREEMENT\n\nThis Master Supply Agreement (the "Agreement") is entered into by and between Alder Fiber Corporation, with an office at 1 Fiber Way, Hickory, North Carolina ("Supplier"), and Birch Networks Corporation ("Buyer"), effective as of the 1st day of January, 2009 ("Effective Date").\n\n2. Period. This Agreement shall be valid from the Effective Date through December 31, 2011 and may be extended by mutual written agreement.\n\n7. Terms of payment are net sixty (60) days from receipt of a correct invoice.\n\n20. Liability: In no event will either party be liable for consequential damages.\n\n25. The construction, validity and performance of this Agreement shall be governed by the substantive law of the State of North Carolina.`,
    {
      agreementDate: '2009-01-01',
      effectiveDate: '2009-01-01',
      expirationDate: '2011-12-31',
      autoRenewal: false,
      paymentTerms: 60,
      capOnLiability: true,
      governingLaw: ['North Carolina'],
    },
  ],
  [
    `OPERATION AND MAINTENANCE AGREEMENT\n\nBetween\n\nALDER GENERATION, LLC\n\nand\n\nBIRCH OPERATING SERVICES COMPANY\n\nDated as of November 30, 2010\n\nTABLE OF CONTENTS ARTICLE 1 DEFINITIONS 1 ARTICLE 2 SERVICES 4\n\nThis OPERATION AND MAINTENANCE AGREEMENT (this "Agreement") is made and entered into as of the date set forth on the cover page (the "Effective Date").\n\n11.1 Term. This Agreement shall be effective on the Effective Date and shall continue for a term of six (6) years from the Commercial Operation Date (the "Initial Term"), and shall automatically renew for successive periods of two years each unless terminated by either party on not less than twelve (12) months' notice prior to the end of any term.\n\n14.2 The total aggregate liability of Operator shall not exceed, in any calendar year, one hundred percent of the Operating Fee for such year.\n\n18.1 THIS AGREEMENT SHALL BE GOVERNED BY THE LAWS OF THE STATE OF NEW JERSEY.`,
    {
      agreementDate: '2010-11-30',
      effectiveDate: '2010-11-30',
      expirationDate: undefined,
      renewalTerm: { count: 2, unit: 'year' },
      noticePeriodToTerminateRenewal: { count: 12, unit: 'month' },
      capOnLiability: true,
      liabilityCapMonetary: true,
      governingLaw: ['New Jersey'],
    },
  ],
  [
    `CONSULTING AGREEMENT\n\nThis Consulting Agreement (this "Agreement") is dated and effective as of March 1, 2012 by and between Alder Holdings, Inc. and Jane Q. Roe.\n\n1. Consultancy. The Company retains Consultant commencing on the date hereof and continuing until February 28, 2013, unless extended by the parties or earlier terminated as provided herein (the "Consulting Period").\n\n2. Consultant will be paid $15,000 per month, payable on the last business day of each month.\n\n9. This Agreement shall be governed by the laws of the Commonwealth of Virginia, exclusive of its choice of law rules.`,
    { agreementDate: '2012-03-01', effectiveDate: '2012-03-01', expirationDate: '2013-02-28', governingLaw: ['Virginia'] },
  ],
  [
    `SERVICE AGREEMENT\n\nAGREEMENT made as of January 2, 1998, between ALDER INSURANCE COMPANY, a Connecticut corporation, and BIRCH DISTRIBUTORS, INC., a Massachusetts corporation.\n\n8. This Agreement may be terminated by either party on sixty (60) days' written notice. Unless so terminated, this Agreement shall continue in effect from year to year.\n\n5. Birch shall pay the service fee within 30 days after the close of each calendar quarter.\n\n10. This Agreement shall be interpreted in accordance with the laws of the Commonwealth of Massachusetts.`,
    { agreementDate: '1998-01-02', paymentTerms: 30, governingLaw: ['Massachusetts'] },
  ],
  [
    `LICENSE, DEVELOPMENT AND COMMERCIALIZATION AGREEMENT\n\nby and between\n\nALDER BIOSCIENCES, INC.\n\nand\n\nBIRCH PHARMA CO., LTD.\n\nNovember 20, 2017\n\nThis License, Development and Commercialization Agreement (the "Agreement") is entered into as of November 20, 2017 (the "Effective Date").\n\n12.1 Term. The term of this Agreement shall commence upon the Effective Date and, unless earlier terminated, continue on a Region-by-Region basis until the expiration of the Royalty Term.\n\n7.5 Payments. Birch shall pay each invoice within forty-five (45) days after receipt thereof.\n\n10.6 NEITHER PARTY SHALL BE LIABLE FOR SPECIAL, INCIDENTAL, CONSEQUENTIAL OR PUNITIVE DAMAGES.\n\n15.1 This Agreement shall be governed by and construed under the laws of Hong Kong, without giving effect to conflict of laws.`,
    {
      agreementDate: '2017-11-20',
      effectiveDate: '2017-11-20',
      expirationDate: undefined,
      paymentTerms: 45,
      capOnLiability: true,
      governingLaw: ['Hong Kong'],
    },
  ],
  [
    `AMENDMENT NO. 5 TO THE OUTSOURCING AGREEMENT\n\nThis Amendment No. 5 (this "Amendment") is made this 8th day of October, 2008 by and between Alder Airlines, Inc. and Birch Systems LLC, and amends the Outsourcing Agreement effective January 31, 2006 (the "Agreement").\n\nThe parties agree to extend the Term of the Agreement from January 31, 2011 until January 31, 2014.\n\nThis Amendment shall be effective as of November 1, 2008.\n\nAll other terms remain in full force and effect. Texas law governs.`,
    { agreementDate: '2008-10-08', effectiveDate: '2008-11-01', expirationDate: '2014-01-31', governingLaw: ['Texas'] },
  ],
  [
    `WEBSITE DEVELOPMENT AND HOSTING AGREEMENT\n\nThis Agreement ("Agreement") is entered into this 23rd day of July 2007, by and between Alder Web Design ("Developer") and Birch Gold, Inc. ("Client").\n\nTERM: The hosting services begin on the launch of the site and continue for twelve months. Thereafter hosting continues month to month until cancelled by either party on 30 days notice.\n\nPAYMENT: 50% upon signing, 50% upon completion; hosting invoices due within 10 days.\n\nLIMIT OF LIABILITY: Developer's liability shall be limited to the amount paid by Client.\n\nThis Agreement shall be governed by the laws of Nevada.`,
    {
      agreementDate: '2007-07-23',
      expirationDate: undefined,
      renewalTerm: { count: 1, unit: 'month' },
      paymentTerms: 10,
      capOnLiability: true,
      liabilityCapMonetary: true,
      governingLaw: ['Nevada'],
    },
  ],
]

const seen = (read: ReturnType<typeof readValues>, key: keyof FieldValues): unknown => {
  const value = read.get(key)
  if (key === 'paymentTerms') return (value as FieldValues['paymentTerms'] | undefined)?.days
  if (key === 'autoRenewal') return value === true
  return key === 'liabilityCapMonetary' ? value !== undefined : value
}

it.each(agreements)('%s', (text, told) => {
  const read = readValues(text)
  const keys = Object.keys(told) as (keyof FieldValues)[]
  expect(Object.fromEntries(keys.map((key) => [key, seen(read, key)]))).toEqual(told)
})
