// Who the parties are, in openings, letters, forms and signatures.
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

const filler = 'The parties agree on many things that matter little here. '.repeat(60)

describe('the names of the parties', () => {
  it.each<[text: string, names: string[]]>([
    [
      'This Agreement is made by and between Alder Works, Inc., a Delaware corporation with its principal place of business at 1 Road, Austin, Texas 78701 ("Alder") and Birch Mills, LLC, a Nevada limited liability company ("Birch").',
      ['Alder Works, Inc.', 'Birch Mills, LLC'],
    ],
    [
      'THIS AGREEMENT IS MADE BY AND BETWEEN ALDER WORKS, INC., A DELAWARE CORPORATION ("ALDER"), AND BIRCH MILLS, LLC, A NEVADA LIMITED LIABILITY COMPANY ("BIRCH").',
      ['ALDER WORKS, INC.', 'BIRCH MILLS, LLC'],
    ],
    [
      'This Agreement provides the terms under which Alder Works, Inc., a Nevada corporation having an address at 1 Road, Margate, FL 33063 ("Alder"), authorizes Birch Response, Inc., a Pennsylvania corporation ("Reseller") to resell licenses.',
      ['Alder Works, Inc.', 'Birch Response, Inc.'],
    ],
    [
      'May 1, 2010\n\nBirch Mills, Inc.\n1 Road\nAustin, TX 78701\n\nLadies and Gentlemen:\n\nAlder Works, Inc., a Missouri corporation (the "Company"), proposes to engage Birch Mills, Inc. ("Birch" or the "Agent") as its exclusive agent.',
      ['Alder Works, Inc.', 'Birch Mills, Inc.'],
    ],
    [
      'THIS AGREEMENT is entered into between:\n\nALDER WORKS INC., a corporation incorporated under the laws of Ontario\n\n(hereinafter referred to as "Alder")\n\n- and -\n\nBIRCH MILLS LTD., a corporation incorporated under the laws of Alberta\n\n(hereinafter referred to as "Birch")',
      ['ALDER WORKS INC.', 'BIRCH MILLS LTD.'],
    ],
    [
      'This Agreement is between\n\nAlder Pharma AG\nAlter Platz 2\n6370 Stans\nSwitzerland\n("Licensor")\n\nand\n\nBirch Laboratórios S.A.\nAvenida Alta 3465\nSão Paulo\nBrazil\n("Licensee")',
      ['Alder Pharma AG', 'Birch Laboratórios S.A.'],
    ],
    [
      'FRANCHISE AGREEMENT\n\nTHIS FRANCHISE AGREEMENT (the "Agreement") is made and entered into this 1st day of May, 2010, by and between ALDER FRANCHISING LLC, a Delaware limited liability company whose principal business address is 1 Road ("Franchisor", "we", "us" or "our"), and Birch Foods Inc. ("Franchisee", "you" or "your").',
      ['ALDER FRANCHISING LLC', 'Birch Foods Inc.'],
    ],
    [
      'This Consulting Agreement is entered into between Alder Corp. (the "Company") and Dr. Jane Q. Public (the "Consultant").',
      ['Alder Corp.', 'Dr. Jane Q. Public'],
    ],
    [
      'This Endorsement Agreement is entered into by and between Alder Sports, Inc. ("Company") and John Doe, an individual ("Athlete").',
      ['Alder Sports, Inc.', 'John Doe'],
    ],
    [
      'This Agreement is by and between Alder Corporation, on behalf of itself and its Affiliates ("Alder"), and Birch Corporation ("Birch").',
      ['Alder Corporation', 'Birch Corporation'],
    ],
    [
      'This AGREEMENT is made and entered into as of May 1, 2010, among Alder Energy Partners, L.P., a Delaware limited partnership (the "Partnership"), Alder Energy GP, LLC, a Delaware limited liability company and the general partner of the Partnership (the "General Partner"), and Birch Operating Company, a Texas corporation (the "Operator").',
      ['Alder Energy Partners, L.P.', 'Alder Energy GP, LLC', 'Birch Operating Company'],
    ],
    [
      'This Trademark License Agreement is made by and between ALDER HOLDINGS INC. (hereinafter "Licensor"), a corporation of the State of Delaware, and BIRCH COMPANY (hereinafter "Licensee"), a corporation of the State of Ohio.',
      ['ALDER HOLDINGS INC.', 'BIRCH COMPANY'],
    ],
    [
      'This Hosting Agreement is between Alder Web Services ("Alder") located at 1 Road and the customer Birch.com, Inc. ("Customer").',
      ['Alder Web Services', 'Birch.com, Inc.'],
    ],
    [
      'This Agreement is made by and between The Trustees of Alder University, a Massachusetts charitable corporation ("Alder") and Birch Therapeutics, Inc. ("Licensee").',
      ['The Trustees of Alder University', 'Birch Therapeutics, Inc.'],
    ],
    [
      'This Agreement is made between ALDER S.p.A., with registered office in Milan, Italy, represented by Mr. A. Rossi ("Alder") and BIRCH S.à r.l., a company organized under the laws of Luxembourg ("Birch").',
      ['ALDER S.p.A.', 'BIRCH S.à r.l.'],
    ],
    [
      'This Agreement is made by and among Alder, Inc. ("Alder"), Birch, Inc. ("Birch") and, solely for purposes of Section 5, Cedar, Inc. ("Cedar").',
      ['Alder, Inc.', 'Birch, Inc.', 'Cedar, Inc.'],
    ],
    [
      'This Agreement is made by and between Alder Co., Ltd. (Party A) and Birch Technology (Shenzhen) Co., Ltd. (Party B).',
      ['Alder Co., Ltd.', 'Birch Technology (Shenzhen) Co., Ltd.'],
    ],
    [
      'Party A: Alder Technology (Beijing) Co., Ltd.\n\nAddress: 1 Road, Beijing\n\nParty B: Birch Media Co., Ltd.\n\nAddress: 2 Road, Shanghai\n\nThe parties agree.',
      ['Alder Technology (Beijing) Co., Ltd.', 'Birch Media Co., Ltd.'],
    ],
    [
      'This Agreement ("Agreement") is entered into as of May 1, 2010 by Alder Networks, Inc., a Delaware corporation, with offices at 1 Road ("Alder"), and Birch Networks, Inc., a California corporation, with offices at 2 Road ("Birch").',
      ['Alder Networks, Inc.', 'Birch Networks, Inc.'],
    ],
    [
      'This Agreement is entered into between Alder Bank National Association ("Bank") and Birch & Co., a partnership ("Birch").',
      ['Alder Bank National Association', 'Birch & Co.'],
    ],
    [
      'AGREEMENT made this 1st day of May, 2010, between ALDER FUNDS TRUST, a Massachusetts business trust (the "Trust"), and BIRCH DISTRIBUTORS, INC., a Maryland corporation (the "Distributor").',
      ['ALDER FUNDS TRUST', 'BIRCH DISTRIBUTORS, INC.'],
    ],
    [
      'This Agreement is made by and between Alder Games LLC d/b/a Alder Play ("Alder") and Birch LLC.',
      ['Alder Games LLC d/b/a Alder Play', 'Birch LLC'],
    ],
    [
      'This Agreement is entered into by and between the following parties: Alder, Inc., a Delaware corporation ("Alder"); and Birch, Inc., a Delaware corporation ("Birch").',
      ['Alder, Inc.', 'Birch, Inc.'],
    ],
    [
      'This Agreement, dated May 1, 2010, is entered into by and between ALDER, INC. (“Alder”), and BIRCH, INC. (“Birch”), each a “Party”.',
      ['ALDER, INC.', 'BIRCH, INC.'],
    ],
    [
      'This Amendment is made to the Agreement between Alder Works, Inc. ("Alder") and Birch Mills LLC ("Birch") dated May 1, 2009.',
      ['Alder Works, Inc.', 'Birch Mills LLC'],
    ],
    [
      'This Agreement is between the City of Alder, a municipal corporation ("City"), and Birch Transit, Inc. ("Contractor").',
      ['City of Alder', 'Birch Transit, Inc.'],
    ],
    [
      'This Co-Branding Agreement is made and entered into by and between ALDER.COM, INC., with offices at 1 Road ("ALDER") and BIRCH ONLINE SERVICES, INC. ("BIRCH").',
      ['ALDER.COM, INC.', 'BIRCH ONLINE SERVICES, INC.'],
    ],
    ['This agreement is between eAlder, Inc. ("eAlder") and iBirch Corporation ("iBirch").', ['eAlder, Inc.', 'iBirch Corporation']],
    [
      'This Agreement is between Alder plc (company number 123456) whose registered office is at 1 Road ("Alder") and Birch Limited (registered in England under number 654321) ("Birch").',
      ['Alder plc', 'Birch Limited'],
    ],
    [
      'This Agreement is made between ALDER WORKS, INC., acting through its Widgets Division ("Alder") and BIRCH MILLS, INC. and CEDAR MILLS, INC. (together, "Birch").',
      ['ALDER WORKS, INC.', 'BIRCH MILLS, INC.', 'CEDAR MILLS, INC.'],
    ],
    [
      'This License Agreement is made by and between Alder Medical Center, an Ohio non-profit corporation, doing business as Alder Clinic ("Clinic"), and Birch Inc. ("Birch").',
      ['Alder Medical Center d/b/a Alder Clinic', 'Birch Inc.'],
    ],
    ['This Agreement is between Alder Works Inc ("Alder") and Birch Mills Inc ("Birch")', ['Alder Works Inc', 'Birch Mills Inc']],
    [
      'RESELLER AGREEMENT\n\nThis Reseller Agreement is entered into by and between\n\n1. Alder Software GmbH, Main Street 1, 10115 Berlin\n\nand\n\n2. Birch Software B.V., Low Street 2, Amsterdam',
      ['Alder Software GmbH', 'Birch Software B.V.'],
    ],
    [
      'THIS AGREEMENT IS MADE BETWEEN ALDER WORKS LIMITED, HAVING ITS REGISTERED OFFICE AT 1 ROAD, LONDON ("ALDER") AND BIRCH MILLS PTY LTD A COMPANY REGISTERED IN AUSTRALIA ("BIRCH").',
      ['ALDER WORKS LIMITED', 'BIRCH MILLS PTY LTD'],
    ],
    [
      'THIS AGREEMENT IS MADE BY AND AMONG ALL ALDER, INC., AN OHIO NON-PROFIT CORPORATION ("ALDER"), AND BIRCH, L.P., A TEXAS LIMITED PARTNERSHIP ("BIRCH").',
      ['ALL ALDER, INC.', 'BIRCH, L.P.'],
    ],
  ])('%s', (text, names) => {
    expect(readFields(`${text}\n\n${filler}\n\n`).parties.map(({ name }) => name)).toEqual(names)
  })
})
