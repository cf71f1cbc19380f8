// The parties of openings as people draft them, and of signatures where there is no opening.
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

type Row = [text: string, parties: [name: string, ...aliases: string[]][]]

const partiesOf = (text: string): [string, ...string[]][] => readFields(text).parties.map(({ name, aliases }) => [name, ...aliases])

describe('parties of the opening', () => {
  it.each<Row>([
    [
      'This Agreement is made by and between Alder Works, Inc., a Delaware corporation ("Alder"), and Birch Mills Limited, a company registered in England ("Birch").',
      [
        ['Alder Works, Inc.', 'Alder'],
        ['Birch Mills Limited', 'Birch'],
      ],
    ],
    [
      'THIS AGREEMENT is entered into as of May 1, 2020 by and among ALDER WORKS, L.P., a Texas limited partnership (the "Owner"), BIRCH OIL, LLC ("Operator") and Cedar Trust Company, N.A. (the "Agent").',
      [
        ['ALDER WORKS, L.P.', 'Owner'],
        ['BIRCH OIL, LLC', 'Operator'],
        ['Cedar Trust Company, N.A.', 'Agent'],
      ],
    ],
    [
      'This Agreement dated May 1, 2020 is between Alder Corporation located at 15 Queen Street East, Cambridge, and Birch Corporation located at 100 Oak Boulevard, Suite 297.',
      [['Alder Corporation'], ['Birch Corporation']],
    ],
    [
      'This Agreement is made between Alder (USA) Inc. (hereinafter referred to as "ALD") and Birch Research and Engineering Company (hereinafter referred to as "BRE").',
      [
        ['Alder (USA) Inc.', 'ALD'],
        ['Birch Research and Engineering Company', 'BRE'],
      ],
    ],
    [
      'This Agreement is made this 5th day of May, 2020 between 1. Alder Data Corp., a Delaware corporation ("Alder"), having an address at 380 Pleasant Street AND 2. Birch Science Limited ("Birch"), whose registered office is in Oxford.',
      [
        ['Alder Data Corp.', 'Alder'],
        ['Birch Science Limited', 'Birch'],
      ],
    ],
    [
      'This Agreement is made and entered into by and between The University of Alder ("University") and Birch GmbH ("Company", "Licensee") (each a "Party" and together the "Parties"). WHEREAS, Cedar Inc. knows.',
      [
        ['The University of Alder', 'University'],
        ['Birch GmbH', 'Company', 'Licensee'],
      ],
    ],
    [
      'This Agreement is made on 1 May 2020 between ALDER PREPARATIONS INC. of 2nd Floor, High Street (\u2018the Manufacturer\u2019) of one part and BIRCH HOLDING LIMITED of 4 Low Road (\u2018the Customer\u2019) of the other part.',
      [
        ['ALDER PREPARATIONS INC.', 'the Manufacturer'],
        ['BIRCH HOLDING LIMITED', 'the Customer'],
      ],
    ],
    [
      'Road Agreement\n\nParty A (Shipper): Alder Express Co., Ltd. Address: 1 Road, Shanghai\n\nParty B (Carrier): Birch Logistics Ltd. Address: 2 Street, Tonglu\n\nDue to the need for transport they agree.',
      [
        ['Alder Express Co., Ltd.', 'Party A'],
        ['Birch Logistics Ltd.', 'Party B'],
      ],
    ],
    [
      'This Agreement is entered into by and between Alder Holdings, Inc. d/b/a Alder USA ("Alder") and Birch, Inc. ("Birch").',
      [
        ['Alder Holdings, Inc. d/b/a Alder USA', 'Alder'],
        ['Birch, Inc.', 'Birch'],
      ],
    ],
  ])('%s', (text, parties) => {
    expect(partiesOf(text)).toEqual(parties)
  })
})

describe('parties of the signatures', () => {
  it('are those above "By:", not the firms that sign for them', () => {
    const text = `JOINT FILING\n\n${'The undersigned agree to one filing. '.repeat(12)}\n\nIN WITNESS WHEREOF, the undersigned hereby execute this as of May 4, 2020.\n\nALDER FUND IV, L.P.\n\nBy: Alder GP Ltd., its general partner\n\nBy: /s/ Ann Lee\n\nName: Ann Lee\n\nTitle: Director\n\nBIRCH HOLDING LLC\n\nBy: /s/ Bo May\n`
    expect(partiesOf(text).map(([name]) => name)).toEqual(['ALDER FUND IV, L.P.', 'BIRCH HOLDING LLC'])
  })
})

describe('no parties', () => {
  it.each([
    'The relationship between the parties is that of independent contractors.',
    'A conflict between this Agreement and a schedule is decided for this Agreement.',
    'Between May and June nothing is due.',
  ])('%s', (text) => {
    expect(partiesOf(text)).toEqual([])
  })
})
