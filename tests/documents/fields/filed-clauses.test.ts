// Governing law, payment terms and parties in the ways in which filed agreements write them.
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

const founding = 'Alder Works, Inc., a corporation organized under the laws of the State of Delaware, and Birch.\n\n'
const readValue = (text: string, wanted: string) => readFields(text).fields.find(({ key }) => key === wanted)?.value

describe('the governing law of a filed agreement', () => {
  it.each<[text: string, law: string[] | undefined]>([
    ['This Agreement shall be governed by the laws of the State of New York without regard to conflicts of law principles.', ['New York']],
    [
      'This Agreement shall be governed by and construed in accordance with the laws of the Province of Ontario and the federal laws of Canada applicable therein.',
      ['Ontario, Canada'],
    ],
    ['This Agreement is governed by English law.', ['England']],
    ["This Agreement shall be governed by the laws of the People's Republic of China.", ["People's Republic of China"]],
    ['This Agreement shall be governed by Israeli law.', ['Israel']],
    ['This Agreement shall be construed under Delaware law.', ['Delaware']],
    [
      'Any dispute arising from this Agreement shall be submitted to the Beijing Arbitration Commission and settled under the laws of China.',
      ['China'],
    ],
    [
      'The execution, validity, interpretation, performance of and resolution of disputes under this Agreement shall be governed by PRC laws.',
      ["People's Republic of China"],
    ],
    [
      'The formation, effect, execution, construction of and settlement of disputes hereunder shall be governed by the laws of the PRC.',
      ["People's Republic of China"],
    ],
    ['Section 12.5 Applicable Law. The law of the State of Illinois shall apply.', ['Illinois']],
    [
      'This Agreement is to be performed in accordance with, and shall be construed and enforced under, the internal laws of the State of California.',
      ['California'],
    ],
    ['All questions with respect to the construction of this Agreement shall be determined by Georgia law.', ['Georgia']],
    [
      'THE VALIDITY, INTERPRETATION AND PERFORMANCE OF THIS AGREEMENT SHALL BE CONTROLLED BY AND CONSTRUED UNDER THE LAWS OF THE STATE OF MICHIGAN.',
      ['Michigan'],
    ],
    ['The parties hereby agree that the laws of the State of Oregon, exclusive of its conflicts rules, shall govern.', ['Oregon']],
    ['This Agreement shall be governed by the laws of the Commonwealth of Virginia, U.S.A.', ['Virginia']],
    ['This Agreement shall be governed by and interpreted under the laws of the Hong Kong Special Administrative Region.', ['Hong Kong']],
    ['This Agreement shall be governed by the law in force in the State of Victoria.', ['Victoria, Australia']],
    ['This Agreement is governed by the laws in force in New South Wales, Australia.', ['New South Wales, Australia']],
    ['The governing law is the law of the Federal Republic of Germany.', ['Federal Republic of Germany']],
    [
      'German law shall apply to this Agreement to the exclusion of the UN Convention on Contracts for the International Sale of Goods.',
      ['Germany'],
    ],
    ['This contract is subject to the substantive law of Switzerland.', ['Switzerland']],
    ['This Agreement shall be interpreted in accordance with the laws of the Cayman Islands.', ['Cayman Islands']],
    ['This Agreement and the rights of the parties hereunder shall be governed by the laws of Bermuda.', ['Bermuda']],
    ['This Agreement shall be governed by and construed in accordance with the laws of the Republic of Korea.', ['Republic of Korea']],
    [
      'This Agreement is made in accordance with and shall be governed and construed under the laws of the State of Wisconsin.',
      ['Wisconsin'],
    ],
    [
      'Franchisee acknowledges that this Agreement is to be interpreted and construed under the laws of Florida, except to the extent governed by the United States Trademark Act of 1946.',
      ['Florida'],
    ],
    [
      'Except to the extent governed by the United States Trademark Act of 1946 (Lanham Act, 15 U.S.C. 1051), this Agreement shall be governed by the laws of the State of Texas.',
      ['Texas'],
    ],
    [
      'This Agreement shall be construed in accordance with the laws of the State of Indiana and the Investment Company Act of 1940.',
      ['Indiana'],
    ],
    [
      'To the extent that the applicable laws of the State of Massachusetts conflict with the applicable provisions of the 1940 Act, the latter shall control. This Agreement shall be governed by the laws of Massachusetts.',
      ['Massachusetts'],
    ],
    ['Jurisdiction. The courts of Ohio have exclusive jurisdiction, and Ohio law applies.', ['Ohio']],
    [
      'This Agreement will be governed by the laws of the state in which Company has its principal office, which is Colorado.',
      ['Colorado'],
    ],
    ['This Agreement shall be governed by the laws of the Netherlands.', ['Netherlands']],
    ['This Agreement shall be governed by the laws of Denmark, and the venue is Copenhagen.', ['Denmark']],
    ['This Agreement shall be governed by and construed in accordance with the Laws of Ireland.', ['Ireland']],
    ['The Agreement shall be governed by Japanese law.', ['Japan']],
    ['Applicable law: New York', ['New York']],
    ['APPLICABLE LAW. This Agreement, and all rights hereunder, shall be controlled by New York State law.', ['New York']],
    ['Interpretation: this Agreement is to be read under N.Y. law.', ['New York']],
    [
      'This Agreement has been made and delivered in Pittsburgh, Pennsylvania and shall be governed by Pennsylvania law without regard to its conflicts of law rules.',
      ['Pennsylvania'],
    ],
    ['The parties agree that Nevada law shall govern this Agreement and venue is in Clark County.', ['Nevada']],
    ['This Agreement shall be governed by the laws of England and Wales.', ['England', 'Wales']],
    ['This Agreement shall be governed by the laws of the Republic of Singapore.', ['Republic of Singapore']],
    [
      'This Agreement is deemed entered into in the State of Maryland, and shall be construed by and under the laws of such State.',
      ['Maryland'],
    ],
    ['Alder is a corporation organized under the laws of the State of Delaware.', undefined],
    ['Birch shall comply with the laws of the State of Texas.', undefined],
    ['Each party represents that it is duly organized under the laws of the State of Ohio, with its offices in Iowa.', undefined],
    ['This Agreement shall be governed by the laws of the State of [New Jersey].', ['New Jersey']],
    ['This Agreement shall be governed by the laws of Shanghai, China.', ['China']],
    ['This Agreement shall be governed by the laws of the District of Columbia.', ['District of Columbia']],
    ['This Agreement is governed by the laws of the Emirate of Dubai.', ['Dubai']],
    ['This Agreement shall be governed by the law of Scotland.', ['Scotland']],
    ['This Agreement shall be governed by Quebec law.', ['Quebec, Canada']],
    ['This Agreement shall be governed by the laws of Puerto Rico.', ['Puerto Rico']],
    ['This Agreement shall be governed by the laws of the Kingdom of Saudi Arabia.', ['Kingdom of Saudi Arabia']],
    ['This Agreement shall be governed by the Laws of Luxembourg (Grand Duchy).', ['Luxembourg']],
    [
      'The law of the place of arbitration, being Stockholm, Sweden, shall not apply; this Agreement is governed by the laws of Finland.',
      ['Finland'],
    ],
    [
      'Governing Law, Venue. This Agreement shall be governed in all respects by the substantive laws of the State of Washington.',
      ['Washington'],
    ],
    [
      'THIS AGREEMENT SHALL BE DEEMED TO BE A CONTRACT UNDER THE LAWS OF THE STATE OF CONNECTICUT AND FOR ALL PURPOSES SHALL BE CONSTRUED IN ACCORDANCE WITH SUCH LAWS.',
      ['Connecticut'],
    ],
    ['The interpretation of this agreement shall be governed by Californian law.', ['California']],
    ['The law of the State of Missouri will be applied in all disputes arising out of this Agreement.', ['Missouri']],
    ['This Agreement shall be governed by the laws of the State of Louisiana, the place of its making.', ['Louisiana']],
    ['Except as federal law may apply, the laws of Tennessee shall control this Agreement.', ['Tennessee']],
    [
      'This Agreement shall be governed by and construed in accordance with the laws of the State of\n\n12\n\nSource: ALDER WORKS, 10-K, 3/1/2010\n\nArizona, without regard to conflict of laws.',
      ['Arizona'],
    ],
    ['The validity of this Agreement and any of its terms shall be governed by the laws of India.', ['India']],
    ['This Agreement shall be governed by the laws of Taiwan, the Republic of China.', ['Taiwan']],
    ['This Agreement shall be governed by the laws of the Republic of China.', ['Republic of China']],
    ['This Agreement shall be governed by the laws of the State of Israel.', ['Israel']],
    ['This Agreement shall be governed by the laws of British Columbia.', ['British Columbia, Canada']],
    ['This Agreement shall be governed by the laws of the British Virgin Islands.', ['British Virgin Islands']],
  ])('of %j is %j', (text, law) => {
    expect(readValue(founding + text, 'governingLaw')).toEqual(law)
  })
})

describe('the payment terms of a filed agreement', () => {
  it.each<[text: string, days: number | null | undefined, from: string | undefined]>([
    ['Payment terms are net thirty (30) days from the date of invoice.', 30, 'invoice_date'],
    ['Payment terms shall be net 30 days.', 30, 'unspecified'],
    ['All invoices are due and payable within forty-five (45) days of receipt.', 45, 'invoice_receipt'],
    ['Customer shall pay all undisputed amounts within thirty (30) days after receipt of the invoice.', 30, 'invoice_receipt'],
    ['Distributor shall pay for the Products within sixty (60) days after the date of the invoice.', 60, 'invoice_date'],
    ['Licensee shall pay the royalties within thirty (30) days after the end of each calendar quarter.', 30, 'period_end'],
    [
      'Royalty payments shall be made within 45 days following the close of each calendar quarter, together with a statement.',
      45,
      'period_end',
    ],
    ['Payment is due 30 days from shipment of the Products.', 30, 'delivery'],
    ['Buyer shall pay Seller within 10 business days of delivery of the Goods.', 10, 'delivery'],
    ['Company will remit payment within fifteen (15) days of the end of each month.', 15, 'period_end'],
    ['Invoices shall be payable net 60 from the invoice date.', 60, 'invoice_date'],
    ['Each invoice shall be paid within thirty days of its date.', 30, 'invoice_date'],
    ['Alder will invoice Birch monthly in arrears. Birch will pay each invoice within 30 days of the invoice date.', 30, 'invoice_date'],
    ['Alder shall submit an invoice and Birch shall pay the same within thirty (30) days from receipt thereof.', 30, 'invoice_receipt'],
    ['Birch shall pay within thirty (30) days of receiving a statement of the amounts due.', 30, 'statement_receipt'],
    ['Fees are due within thirty (30) days of the Effective Date.', 30, 'effective_date'],
    ["The terms of payment are thirty (30) days after the date of Alder's invoice.", 30, 'invoice_date'],
    ['Payment terms: Net 45 days from invoice receipt.', 45, 'invoice_receipt'],
    ['Invoices will be paid on a net thirty (30) day basis.', 30, 'unspecified'],
    [
      'Amounts owed shall be paid no later than thirty (30) days following the end of the calendar month in which the sales occurred.',
      30,
      'period_end',
    ],
    [
      'Payment shall be made by wire transfer within five (5) Business Days following receipt of an invoice therefor.',
      5,
      'invoice_receipt',
    ],
    ['If Birch disputes an invoice, it shall notify Alder within ten (10) days of receipt.', undefined, undefined],
    ['Either party may terminate if a payment is not made within thirty (30) days after written notice of breach.', undefined, undefined],
    ['Alder may audit the books of Birch upon fifteen (15) days notice.', undefined, undefined],
    ['Late payments bear interest at 1.5% per month if more than 30 days overdue.', undefined, undefined],
    ['Terms: 2% 10, net 30 days from date of invoice.', 30, 'invoice_date'],
    ['Birch shall pay invoices within [***] days of receipt.', null, 'invoice_receipt'],
    ['The purchase price shall be paid in full within sixty (60) days of the bill of lading date.', 60, 'delivery'],
    ['Within thirty (30) days of receipt of a proper invoice, Birch shall pay Alder the fees.', 30, 'invoice_receipt'],
    ['Within 30 days after the end of each calendar month, Alder shall pay Birch the commissions earned in that month.', 30, 'period_end'],
    ["All sums shall be paid in U.S. dollars within 30 days after Birch receives Alder's invoice.", 30, 'invoice_receipt'],
    [
      'Birch agrees to pay the invoiced amount not later than twenty (20) days after the date on which the invoice is received.',
      20,
      'invoice_receipt',
    ],
    ['Birch shall pay each invoice submitted by Alder within thirty (30) days after the date thereof.', 30, 'invoice_date'],
    ['Payment is due thirty (30) days from the date the invoice is issued.', 30, 'invoice_date'],
  ])('of %j are %j days from %j', (text, days, from) => {
    expect(readValue(`This is an agreement between A and B.\n\n${text}`, 'paymentTerms')).toEqual(
      from === undefined ? undefined : expect.objectContaining({ present: true, days, from }),
    )
  })
})

describe('the parties of a filed agreement', () => {
  it.each<[text: string, names: string[]]>([
    [
      'THIS AGREEMENT is made the 1st day of May, 2010 BETWEEN: (1) ALDER WORKS LIMITED, a company incorporated in England (registered no. 123) whose registered office is at 1 Road, London ("Alder"); and (2) BIRCH MILLS PLC, whose registered office is at 2 Road ("Birch").',
      ['ALDER WORKS LIMITED', 'BIRCH MILLS PLC'],
    ],
    [
      'Effective Date: March 1, 1996 Term: 1 Year\n\nAlder Micro, a corporation organized under the laws of the State of California, having a place of business located at 1 Road, Santa Ana, California, USA, ("Distributor") and BIRCH, Inc. ("BIRCH"), a wholly owned subsidiary of Cedar Networks, Inc., organized under the laws of the State of Delaware, having a place of business at 2 Road, USA, agree that the following terms apply.',
      ['Alder Micro', 'BIRCH, Inc.'],
    ],
    [
      'This Agreement is made between Alder Works ("Alder"), a sole proprietorship, and Birch Mills ("Birch").',
      ['Alder Works', 'Birch Mills'],
    ],
    [
      'DISTRIBUTION AGREEMENT\n\nbetween\n\nAlder Pharma Co. LTD ("ALDER"), a Saudi company with offices at 1 Road, Riyadh, and BIRCH BIOPHARMA, INC ("BIRCH"), a Delaware corporation.',
      ['Alder Pharma Co. LTD', 'BIRCH BIOPHARMA, INC'],
    ],
    [
      'This Agreement is entered into by and between Birch Biopharma, Inc., a corporation organized and existing under the laws of the State of Delaware, U.S.A., with its offices at 1 Road (hereinafter "BIRCH") and Alder Products Co. LTD, a company of Saudi Arabia, with its offices at 2 Road (hereinafter "ALDER").',
      ['Birch Biopharma, Inc.', 'Alder Products Co. LTD'],
    ],
    [
      'THIS SPONSORSHIP AGREEMENT is made by and between American Alder Media ("AAM"), a Delaware company, and Shun Birch Commerce & Trading Ltd ("SB" or "Sponsor").',
      ['American Alder Media', 'Shun Birch Commerce & Trading Ltd'],
    ],
    [
      'This Endorsement Agreement is made by and between Alder Golf Company, whose address is 1 Road, Carlsbad, California ("Alder"), and Golf Birch, LLC, f/s/o John Doe ("Golfer").',
      ['Alder Golf Company', 'Golf Birch, LLC'],
    ],
    [
      'This agreement is made by and among ALDER WORKS, INC., a Delaware corporation ("Alder"), BIRCH MILLS, LLC, a Nevada limited liability company ("Birch"), CEDAR HOLDINGS, L.P., a Texas limited partnership ("Cedar") and DOGWOOD TRUST ("Dogwood").',
      ['ALDER WORKS, INC.', 'BIRCH MILLS, LLC', 'CEDAR HOLDINGS, L.P.', 'DOGWOOD TRUST'],
    ],
    [
      'AGREEMENT made by and between The University of Birch, an Iowa public university ("University"), and Alder Therapeutics, Inc. ("Alder").',
      ['The University of Birch', 'Alder Therapeutics, Inc.'],
    ],
    [
      'This Agreement is made between PPG Alder Trading (Shanghai) Co Ltd, Address: 1 Road, Shanghai (hereinafter "Alder") and Birch Paint Repair, Address: 2 Road, Guangzhou (hereinafter "DISTRIBUTOR").',
      ['PPG Alder Trading (Shanghai) Co Ltd', 'Birch Paint Repair'],
    ],
    [
      'This Agreement is entered into between:\n\nALDER WORKS INC.\n\nAddress: 1 Road\n\n(hereinafter called "Alder")\n\nand\n\nBIRCH MEDIA\n\nAddress: 2 Road\n\n(hereinafter called "DISTRIBUTOR")',
      ['ALDER WORKS INC.', 'BIRCH MEDIA'],
    ],
    [
      'This Consulting Agreement is by and between Alder Inc. (the "Company") and Jane Q. Public ("Consultant").',
      ['Alder Inc.', 'Jane Q. Public'],
    ],
    ['This Consulting Agreement is by and between Alder Inc. and Mr. John Roe, residing at 1 Road.', ['Alder Inc.', 'Mr. John Roe']],
    [
      'This Agreement is made by ALDER BANK, N.A., a national banking association ("Bank"), and BIRCH SERVICES CORP. ("Servicer").',
      ['ALDER BANK, N.A.', 'BIRCH SERVICES CORP.'],
    ],
    [
      'This Agreement is entered into between Alder.com, Inc., a Delaware corporation, with its principal offices at 1 Road ("Alder.com") and birch.com, Inc. ("birch").',
      ['Alder.com, Inc.', 'birch.com, Inc.'],
    ],
    [
      'This Outsourcing Agreement ("Agreement") is between ALDER SYSTEMS CORPORATION, with offices at 1 Road, and BIRCH HEALTH NETWORK, with offices at 2 Road.',
      ['ALDER SYSTEMS CORPORATION', 'BIRCH HEALTH NETWORK'],
    ],
    [
      'This Hosting Agreement is made by Alder Internet Services, a division of Alder, Inc. ("Alder") and Birch Bank of Georgia ("Customer").',
      ['Alder Internet Services', 'Birch Bank of Georgia'],
    ],
    [
      'This Agreement is made as of May 1, 2010 by and between Alder S.p.A., an Italian company ("Alder"), and Birch S.r.l. ("Birch").',
      ['Alder S.p.A.', 'Birch S.r.l.'],
    ],
    [
      'This Agreement is made by and between ALDER B.V., a private company with limited liability (besloten vennootschap) ("Alder") and BIRCH A/S ("Birch").',
      ['ALDER B.V.', 'BIRCH A/S'],
    ],
    [
      'This Trademark License Agreement, is between Alder & Co., L.L.C. ("Licensor"), and The Birch Company, Inc. ("Licensee").',
      ['Alder & Co., L.L.C.', 'The Birch Company, Inc.'],
    ],
    [
      'Party A: Alder (Beijing) Technology Co., Ltd.\n\nAddress: 1 Road\n\nParty B: Birch Network (Shanghai) Co., Ltd.\n\nAddress: 2 Road\n\nThe parties agree.',
      ['Alder (Beijing) Technology Co., Ltd.', 'Birch Network (Shanghai) Co., Ltd.'],
    ],
    [
      'This Agreement (this "Agreement") is entered into by and between Alder Works, Inc. ("Alder"), for itself and on behalf of its affiliates, and Birch Mills Limited, and its subsidiaries (collectively, "Birch").',
      ['Alder Works, Inc.', 'Birch Mills Limited'],
    ],
    [
      'JOINT VENTURE AGREEMENT\n\nThis Agreement is made on May 1, 2010 between Alder Group Berhad, a company incorporated in Malaysia of 1 Jalan ("Alder") of the one part and Birch Holdings Sdn. Bhd. ("Birch") of the other part.',
      ['Alder Group Berhad', 'Birch Holdings Sdn. Bhd.'],
    ],
    [
      'This Non-Compete Agreement is entered into by and between Alder Acquisition Corp., a Delaware corporation ("Buyer"), and John P. Roe ("Seller").',
      ['Alder Acquisition Corp.', 'John P. Roe'],
    ],
    [
      'This Agreement is made between ALDER TRUST, a Massachusetts business trust (the "Trust"), and BIRCH ADVISERS LLC (the "Adviser").',
      ['ALDER TRUST', 'BIRCH ADVISERS LLC'],
    ],
    [
      'THIS AGREEMENT is between: Alder Works Pty Ltd ACN 123 456 789 of 1 Road Sydney (Alder); and Birch Pty Ltd ABN 12 345 678 901 of 2 Road (Birch).',
      ['Alder Works Pty Ltd', 'Birch Pty Ltd'],
    ],
    [
      'THIS FRANCHISE AGREEMENT (the "Agreement") is entered into by ALDER CORPORATION ("Franchisor"), a Florida corporation, and BIRCH FOODS POLSKA SP. Z O.O. ("Franchisee").',
      ['ALDER CORPORATION', 'BIRCH FOODS POLSKA SP. Z O.O.'],
    ],
  ])('of %j', (text, names) => {
    const rest = '\n\nThe parties agree on many things. Each party shall act in good faith.'
    expect(readFields(text + rest).parties.map(({ name }) => name)).toEqual(names)
  })
})
