// The draft that Penhallow Freight sent back: tracked changes by both sides, with comments.

import { PENHALLOW as counterparty } from './companies.ts'
import type { Entry } from './entry.ts'

export const PENHALLOW_RENEWAL: Entry = {
  file: 'penhallow-amendment-2-draft.docx',
  title: 'Penhallow Freight amendment 2, extension to January 2028',
  type: 'amendment',
  owner: 'ana@lindenmoor.example',
  team: 'customer-success',
  status: 'in-negotiation',
  expiration: '2028-01-31',
  terms: {
    side: 'berlin',
    counterparty,
    title: 'Amendment 2',
    effective: '2027-02-01',
    amends: 'Master Services Agreement between the parties dated 1 February 2024, as changed by Amendment 1',
    background: [
      'The Initial Term ends on 31 January 2027. The parties wish to go on for a further year.',
      'The Customer runs three depots on the Service and [[ins:Rhys Tremayne|expects to open]][[del:Rhys Tremayne|will open]] a fourth, in Plymouth, in 2027.',
    ],
    changes: [
      'In clause 5.1 the Initial Term is extended by twelve (12) months, up to and including 31 January 2028.',
      'In clause 5.2 the period of notice is [[del:Kim Sørensen|sixty (60)]][[ins:Kim Sørensen|ninety (90)]] days.',
      {
        text: 'From 1 February 2027 the monthly price of a driver licence under both Order Forms is:',
        items: [
          'GBP 21.84 for Bristol and Exeter;',
          'GBP [[del:Rhys Tremayne|20.28]][[ins:Rhys Tremayne|19.50]] for Swansea[[ins:Rhys Tremayne|, as in Order Form LM-2025-047]].',
        ],
      },
      'In clause 12.2 the words "eighteen (18) months" are [[del:Rhys Tremayne|left as they are]][[ins:Rhys Tremayne|replaced by]] ' +
        '[[open:0]][[ins:Rhys Tremayne|"twenty-four (24) months"]][[close:0]].',
      '[[open:1]]Clause 12.4[[close:1]] (retailers’ slot penalties) [[del:Rhys Tremayne|stays as it is]][[ins:Rhys Tremayne|does not apply to a penalty ' +
        'caused by an unavailability of more than four (4) hours]].',
    ],
    comments: [
      {
        author: 'Rhys Tremayne',
        at: '2026-11-12T10:41:00Z',
        text: 'Our insurers ask for two years of fees on every system that the depots cannot run without. I need this one.',
      },
      {
        author: 'Kim Sørensen',
        at: '2026-11-12T11:10:00Z',
        text: 'The 18 months and clause 12.4 were given together, against the three-year term. We cannot move one without the other.',
      },
    ],
    changedAt: '2026-11-12T10:38:00Z',
  },
}
