// Clause types that are told by their wording alone.
import { describe, expect, it } from 'vitest'
import { readClauses } from '../../../src/documents/clauses/read-clauses.ts'
import { type RuleType, ruleTypes, ruleTypesOf } from '../../../src/documents/clauses/rule-types.ts'

const told: [RuleType, string][] = [
  ['no-solicit-of-employees', 'During the Term neither party shall solicit or hire any employees of the other party.'],
  ['no-solicit-of-employees', 'Agency will not, directly or indirectly, recruit the personnel of Client for one year.'],
  [
    'competitive-restriction-exception',
    'Nothing in this Section shall prevent Holder from owning stock of a company that competes with the Business.',
  ],
  ['non-disparagement', 'Sponsor shall not make any disparaging or derogatory remark about the Team.'],
  ['rofr-rofo-rofn', 'Licensee shall have a right of first refusal with respect to any sale of the Patents.'],
  ['rofr-rofo-rofn', 'Alder grants Birch a right of first negotiation for the new territory.'],
  ['change-of-control', 'Licensor may terminate this Agreement upon a change of control of Licensee.'],
  ['change-of-control', 'A sale of all or substantially all assets requires the written consent of Owner.'],
  ['volume-restriction', 'Customer may not exceed 500 users of the Platform without a further order.'],
  ['ip-ownership-assignment', 'Contractor hereby assigns to Company all right, title and interest in the Inventions.'],
  ['ip-ownership-assignment', 'The Deliverables shall be a work made for hire.'],
  ['joint-ip-ownership', 'Improvements made by both parties are owned jointly by the parties in equal shares.'],
  ['license-grant', 'Licensor hereby grants to Licensee a license to use the Marks in the Territory.'],
  ['non-transferable-license', 'The license is personal, limited and non-transferable.'],
  ['affiliate-license-licensee', 'Alder grants to Licensee and its Affiliates a right to use the Software.'],
  ['irrevocable-or-perpetual-license', 'Birch receives a perpetual, royalty-free licence under the Patents.'],
  ['source-code-escrow', 'Vendor shall place the source code of the Software in escrow with an agent.'],
  ['post-termination-services', 'Following expiration Distributor may sell off its remaining stock during a sell-off period of 90 days.'],
  ['covenant-not-to-sue', 'Licensee shall not contest the validity of the Marks or of any registration.'],
  ['covenant-not-to-sue', 'Each party covenants not to sue the other for acts before the Effective Date.'],
]

describe('clauses told by rules', () => {
  it.each(told)('%s: %s', (type, text) => {
    expect(ruleTypesOf(text)).toContain(type)
    expect(readClauses(text).map(({ clauseType }) => clauseType)).toContain(type)
  })

  it('have a test for each type', () => {
    expect(new Set(told.map(([type]) => type))).toEqual(new Set(ruleTypes))
  })

  it.each([
    'Nothing in this Agreement shall be construed to grant a license under any patent.',
    'Supplier shall employ qualified staff and pay them in time.',
    'The employees of Client shall cooperate with Agency in all matters.',
    'Payment is made by wire transfer within thirty days.',
    'The parties shall discuss the transition at their next meeting.',
    'The price of 500 units is fixed for the Term.',
    'The escrow agent shall release the purchase price at closing.',
    '',
  ])('are not seen in %j', (text) => {
    expect(ruleTypesOf(text)).toEqual([])
  })
})
