// Whose account a member is, and the one codec of ids.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKeyOf, addressOf, conversationIdOf, idOfAccountKey, placeOf, rootOf, threadIdOf } from '../../../src/bot/teams/ids.ts'
import { emailOf, memberOf, standingOf } from '../../../src/bot/teams/members.ts'
import { conversationOf } from '../../../src/contracts/talk.ts'
import { ana, guest, tenant } from './fake-connector.ts'

const member = (change: object) => ({ ...blank, ...ana, ...change })
const blank = {
  email: undefined,
  userPrincipalName: undefined,
  aadObjectId: undefined,
  objectId: undefined,
  tenantId: undefined,
  userRole: undefined,
  name: undefined,
}

describe('standing', () => {
  const standings: [string, object, string][] = [
    ['one of ours', {}, 'member'],
    ['one of ours as the older interface names them', { aadObjectId: undefined, objectId: 'aad-ana', tenantId: undefined }, 'member'],
    ['a guest by role', { userRole: 'guest' }, 'outsider'],
    ['a guest by the name of their account', { userPrincipalName: guest.userPrincipalName }, 'outsider'],
    ['somebody of a shared channel, at home elsewhere', { tenantId: 'elsewhere' }, 'outsider'],
    ['somebody who did not sign in', { userRole: 'anonymous' }, 'outsider'],
    ['an account without an id in Entra', { aadObjectId: undefined }, 'outsider'],
  ]
  it.each(standings)('of %s', (_, change, standing) => {
    expect(standingOf(member(change), tenant)).toBe(standing)
  })
})

describe('e-mail', () => {
  it.each([
    [{ email: 'Ana@Ours.example' }, 'ana@ours.example'],
    [{ email: undefined, userPrincipalName: 'ana@ours.example' }, 'ana@ours.example'],
    [{ email: undefined, userPrincipalName: guest.userPrincipalName }, undefined],
    [{ email: undefined }, undefined],
    [{ email: 'not an address' }, undefined],
  ])('of %j is %s', (change, email) => {
    expect(emailOf(member(change))).toBe(email)
  })

  it('goes with name, account and standing into the list of members', () => {
    expect(memberOf('teams', tenant, { ...blank, ...guest })).toEqual({
      account: `teams:${tenant}:aad-rhys`,
      name: 'Rhys Tremayne',
      email: 'rhys@penhallow.example',
      standing: 'outsider',
      company: undefined,
    })
  })
})

describe('ids', () => {
  const id = fc.stringMatching(/^[\w:@.;=-]{1,40}$/).filter((text) => !text.startsWith(';'))

  it('of a thread give back its parts', () => {
    fc.assert(
      fc.property(id.map((text) => text.replaceAll(';', '')).filter(Boolean), fc.stringMatching(/^\d{1,13}$/), (conversation, root) => {
        const thread = threadIdOf('teams', tenant, `${conversation};messageid=${root}`)
        expect(placeOf(thread)).toEqual({ tenant, conversation, root })
        expect(addressOf(placeOf(thread))).toBe(`${conversation};messageid=${root}`)
        expect(conversationOf(thread)).toBe(conversationIdOf('teams', tenant, conversation))
      }),
    )
  })

  it('of a conversation without threads write to itself', () => {
    const thread = threadIdOf('playground', 't', '19:x@thread.v2')
    expect(rootOf('19:x@thread.v2')).toBe('-')
    expect(addressOf(placeOf(thread))).toBe('19:x@thread.v2')
  })

  it('of an account give back what Entra calls it', () => {
    expect(idOfAccountKey(accountKeyOf('teams', tenant, '29:odd:id'))).toBe('29:odd:id')
  })

  it.each(['slack:T1:C1', 'teams', '', 'teams:t'])('that are not ours are refused: %s', (text) => {
    expect(() => placeOf(text)).toThrow(/not a conversation of Teams/)
  })
})
