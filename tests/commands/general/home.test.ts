// `home`: what waits for one person, in the order in which they have to act, and nothing of anybody else.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import { buttonsOf, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const wordsOf = (shown: Card): string => JSON.stringify(shown).replaceAll('\\"', '"')
const home = async (name: string, line = 'home') => (await office.ask(name, line)).card
const due = (day: string, notice?: number) => ({
  expirationDate: day,
  status: 'executed' as const,
  ...(notice !== undefined && { autoRenewal: true, noticePeriodToTerminateRenewal: { count: notice, unit: 'day' as const } }),
})

describe('home', () => {
  it('tells who has nothing yet what to do', async () => {
    const words = wordsOf(await home('bob'))
    for (const part of [
      'Nothing waits for you.',
      'upload C-142',
      'You own no contract yet.',
      'contract new',
      'None yet.',
      '@Throughline link',
    ])
      expect(words).toContain(part)
    expect(words).not.toContain(`show ${office.acme}`)
  })

  it('stands renewals in the order of the last day for notice, and says its arithmetic', async () => {
    await office.contract({ title: 'Ends first', ...due('2027-01-10') }, office.bob)
    await office.contract({ title: 'Notice first', ...due('2027-02-28', 90) }, office.bob)
    await office.contract({ title: 'Much later', ...due('2028-02-28', 90) }, office.bob)
    const words = wordsOf(await home('bob'))
    expect(words.indexOf('Notice first')).toBeLessThan(words.indexOf('Ends first'))
    expect(words).toContain('30 Nov 2026 (28 Feb 2027 - 90 days)')
    expect(words).toContain('no notice known')
    expect(words).not.toContain('Much later')
    expect(words).toContain('2 contracts of yours ask for a decision within 90 days.')
  })

  it('counts what has no room, and shows it when asked', async () => {
    for (let index = 0; index < 10; index += 1)
      await office.contract({ title: `Order form ${index}`, ...due(`2027-02-0${(index % 9) + 1}`) }, office.bob)
    const first = await home('bob')
    const [more] = buttonsOf(first).filter(({ label }) => label === '2 more')
    expect(more?.command).toBe('home --all')
    const rows = (shown: typeof first) => shown.elements.flatMap((element) => (element.type === 'table' ? element.rows : []))
    expect(rows(first)).toHaveLength(10)
    expect(rows(await home('bob', more?.command))).toHaveLength(12)
  })

  it('names contracts whose end nobody knows, with how to say it', async () => {
    const { id } = await office.contract({ title: 'Without an end', status: 'executed' }, office.bob)
    expect(wordsOf(await home('bob'))).toContain(`no deadline can be watched: ${id}. Record it: set ${id} expires=2027-12-31`)
  })

  it("takes an end that somebody else's amendment moved", async () => {
    const { id } = await office.contract({ title: 'Moved master', ...due('2026-12-05') }, office.bob)
    expect(wordsOf(await home('bob'))).toContain('Moved master')
    const moved = { title: 'Amendment 1', type: 'amendment' as const, effectiveDate: '2026-06-01', ...due('2029-12-05') }
    const amendment = await office.contract(moved, office.lena)
    expect((await office.ask('lena', `family add ${amendment.id} to:${id} as:amends`)).refusal).toBeUndefined()
    expect(wordsOf(await home('bob'))).not.toContain('Moved master')
  })

  it('is for colleagues alone', async () => {
    for (const name of ['olga', 'gus']) expect(wordsOf(await home(name))).toContain('not available to you')
    await office.store.people.change(office.adam.id, { active: false }, 'throughline', 'test')
    expect((await office.ask('adam', 'home')).refusal?.kind).toBe('not-allowed')
  })
})
