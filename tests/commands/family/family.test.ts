// Families by the front door: put together, shown as a tree, and what is in force today and on other days, for each who asks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttonsOf, expectAnswer, type Office, openOffice } from '../office.ts'

let office: Office

/** What is read, on one line. */
const read = async (name: string, line: string): Promise<string> => (await office.read(name, line)).replace(/\s+/g, ' ')

const executed = { status: 'executed', counterparty: 'Acme Ltd', team: 'cs' } as const
const days = (count: number) => ({ count, unit: 'day' as const })
const months = (count: number) => ({ count, unit: 'month' as const })

/** C-2 the master, C-3 and C-4 amendments, C-5 an order form, C-6 an annex, C-7 a draft, C-8 somebody else's and hidden. */
beforeAll(async () => {
  office = await openOffice()
  const { ana, bob, contract } = office
  const term = { initialTerm: months(36), autoRenewal: true, renewalTerm: months(12), noticePeriodToTerminateRenewal: days(60) }
  await contract(
    {
      ...executed,
      title: 'Acme master',
      type: 'msa',
      effectiveDate: '2024-02-01',
      paymentTerms: days(30),
      slaUptimePercent: 99.9,
      ...term,
    },
    ana,
  )
  await contract({ ...executed, title: 'Amendment 1', type: 'amendment', effectiveDate: '2025-07-01', paymentTerms: days(45) }, ana)
  await contract({ ...executed, title: 'Amendment 2', type: 'amendment', effectiveDate: '2025-03-01', slaUptimePercent: 99.95 }, ana)
  await contract({ ...executed, title: 'Order form 1', type: 'order-form', effectiveDate: '2025-09-01', expirationDate: '2027-01-31' }, ana)
  await contract(
    { ...executed, title: 'Data processing', type: 'dpa', effectiveDate: '2024-02-01', breachNotice: { count: 48, unit: 'hour' } },
    ana,
  )
  await contract(
    {
      title: 'Amendment 3',
      counterparty: 'Acme Ltd',
      type: 'amendment',
      status: 'draft',
      effectiveDate: '2027-02-01',
      paymentTerms: days(60),
    },
    ana,
  )
  await contract({ ...executed, title: 'Side letter', type: 'amendment', effectiveDate: '2026-01-01', slaUptimePercent: 99 }, ana, true)
  await contract({ title: 'Borrowed', counterparty: 'Beta AG', status: 'executed', type: 'amendment', effectiveDate: '2026-01-01' }, bob)
  // Recorded in another order than that in which they take effect.
  for (const line of ['C-3 to:C-2', 'C-4 to:C-2 as:amends', 'C-5 to:"Acme master" as:under', 'C-6 to:C-2', 'C-7 to:C-2', 'C-8 to:C-2']) {
    const { refusal } = await office.ask('ana', `family add ${line}`)
    expect(refusal?.message).toBeUndefined()
  }
})
afterAll(() => office.close())

describe('show history', () => {
  it('tells one field over time: which paper of the family says what from which day on', async () => {
    expectAnswer('show-history', await office.ask('ana', 'show C-2 history:payment'))
    const sla = await read('bob', 'show C-2 history:sla')
    expect(sla).toMatch(/first 99\.9 % it says so itself/)
    expect(sla).toMatch(/1 Mar 2025 99\.95 % \(today\) C-4 Amendment 2 changed it on 1 Mar 2025 from 99\.9 %/)
  })

  it('goes on with what renews by itself, and with what is to take effect later', async () => {
    const deadline = await read('ana', 'show C-2 history:deadline')
    expect(deadline).toMatch(/first 2 Dec 2026 \(today\)/)
    expect(deadline).toContain('1 Feb 2027 2 Dec 2027')
    expect(deadline).toContain('1 Feb 2028 2 Dec 2028')
    expect(deadline).not.toContain('2 Dec 2029')
    expect(deadline).toContain('C-7 Amendment 3 changes nothing: it is a draft, effective 1 Feb 2027')
  })

  it('holds back what the asker may not see, and says where nobody says anything', async () => {
    expect(await read('ana', 'show C-2 history:sla')).toContain('1 Jan 2026 99 % (today) C-8 Side letter')
    expect(await read('bob', 'show C-2 history:sla')).not.toContain('Side letter')
    expect(await read('bob', 'show C-2 history:price')).toContain('Nobody says anything about it.')
  })

  it('refuses what is no field, with the nearest', async () => {
    const { refusal } = await office.ask('ana', 'show C-2 history:uptme')
    expect(refusal?.message).toBe('There is no field "uptme".')
    expect(refusal?.choices?.[0]).toEqual({ label: 'SLA uptime', command: 'show C-2 history:slaUptimePercent' })
  })
})

describe('show family', () => {
  it('shows what belongs to what, and field by field which paper rules', async () => {
    expectAnswer('family', await office.ask('bob', 'show C-2 family'))
  })

  it.each(['show C-2 family', 'show c2 Family', 'show "Acme master" family', 'show Acme master family', 'show C-2 --family'])(
    '%s',
    async (line) => {
      expect((await office.ask('bob', line)).card.summary).toMatch(/^Family of C-2 Acme master: /)
    },
  )

  it('of an order form tells what it takes from its master', async () => {
    const shown = await read('bob', 'show C-5 family')
    expect(shown).toMatch(/Payment terms: 45 days \(C-3 Amendment 1/)
    expect(shown).toMatch(/Expires: 31 Jan 2027 Payment/)
  })

  it('of a contract that is alone says how to put another one to it', async () => {
    const { card } = await office.ask('bob', 'show C-1 family')
    expect(card.summary).toBe('Family of C-1 Acme MSA: it belongs to no other contract that you can see, and none to it.')
  })
})

describe('what is in force', () => {
  it('today, on the contract at a glance', async () => {
    expectAnswer('show-in-force', await office.ask('bob', 'show C-2'))
  })

  it('on a past day', async () => {
    expectAnswer('show-on', await office.ask('bob', 'show C-2 on:2025-06-30'))
  })

  it.each([
    ['2025-02-28', /Payment terms: 30 days/, /SLA uptime: 99.9 %/],
    ['2025-03-01', /Payment terms: 30 days/, /SLA uptime: 99.95 % \(C-4 Amendment 2 changed it on 1 Mar 2025 from 99.9 %/],
    ['2025-06-30', /Payment terms: 30 days/, /SLA uptime: 99.95 %/],
    ['2025-07-01', /Payment terms: 45 days \(C-3 Amendment 1 changed it on 1 Jul 2025 from 30 days/, /SLA uptime: 99.95 %/],
    [
      '2027-02-01',
      /Expires: 31 Jan 2028 \(36 months from 1 Feb 2024, renewed once\)/,
      /Notice deadline: 2 Dec 2027 \(31 Jan 2028 - 60 days = 2 Dec 2027, a Thursday/,
    ],
  ])('on %s', async (day, first, second) => {
    const shown = await read('bob', `show C-2 on:${day}`)
    expect(shown).toMatch(first)
    expect(shown).toMatch(second)
  })

  it('is what each may see: who may not see a side letter reads what rules without it', async () => {
    expect(await read('ana', 'show C-2')).toMatch(/SLA uptime: 99 %/)
    expect(await read('bob', 'show C-2')).toMatch(/SLA uptime: 99.95 %/)
  })

  it('says what contradicts what, and how to settle it', async () => {
    const { ana, contract } = office
    await contract({ ...executed, title: 'Amendment 4', type: 'amendment', effectiveDate: '2025-07-01', paymentTerms: days(50) }, ana)
    await office.ask('ana', 'family add C-10 to:C-2')
    const shown = await read('bob', 'show C-2')
    expect(shown).toMatch(/Payment terms: C-3 Amendment 1 says 45 days; C-10 Amendment 4 says 50 days\. They contradict/)
    expect(shown).not.toMatch(/Payment terms: \d/)
    expect(shown).toContain('family add C-10 to:C-2 order:2')
    await office.ask('ana', 'family add C-3 to:C-2 order:1')
    await office.ask('ana', 'family add C-10 to:C-2 order:2')
    expect(await read('bob', 'show C-2')).toMatch(/Payment terms: 50 days/)
    await office.ask('ana', 'family remove C-10')
    expect(await read('bob', 'show C-2')).toMatch(/Payment terms: 45 days/)
  })

  it('a correction of one paper is within its own record: the last word about its field holds', async () => {
    await office.ask('ana', 'set C-4 sla=99.97 source:"Amendment 2, p. 1" confirm:yes')
    expect(await read('bob', 'show C-2')).toMatch(/SLA uptime: 99.97 % \(C-4 Amendment 2 changed it on 1 Mar 2025 from 99.9 %/)
    await office.ask('ana', 'set C-4 sla=99.95 confirm:yes')
  })
})

describe('family add and remove', () => {
  it.each([
    ['family add C-2 to:C-2', 'invalid', "C-2 can't belong to itself."],
    ['family add C-2 to:C-3 as:amends', 'conflict', "C-3 belongs to C-2, so C-2 can't belong to C-3 as well."],
    ['family add C-1 to:C-2', 'ambiguous', "How C-1 belongs to it can't be told from its type."],
    ['family add C-1 to:C-400', 'not-found', 'There is no contract C-400 that you can see.'],
    ['family add C-1 to:nothing', 'not-found', 'No contract that you can see is called "nothing".'],
    ['family add C-3', 'invalid', 'family add needs <to>.'],
    ['family add C-3 to:C-2 as:amend', 'invalid', '"as" must be one of amends, under, renews, not "amend". Did you mean amends?'],
    ['family add C-3 to:C-2 order:0', 'invalid', '"order" must be at least 1, not "0".'],
    ['family remove C-1', 'not-found', 'C-1 does not belong to any contract that you can see.'],
    ['family remove C-3 from:C-5', 'not-found', 'C-3 does not belong to C-5.'],
    ['family ad C-3 to:C-2', 'invalid', undefined],
  ])('refuses %s with the next step', async (line, kind, message) => {
    const { refusal } = await office.ask('ana', line)
    expect(refusal).toMatchObject({ kind, ...(message !== undefined && { message }) })
    expect(refusal?.next).toMatch(/./)
  })

  it('offers a pick list for a name that fits several, and each choice works', async () => {
    await office.contract({ title: 'Frame one', counterparty: 'Gamma AG', status: 'executed', team: 'cs' }, office.ana)
    await office.contract({ title: 'Frame two', counterparty: 'Gamma AG', status: 'executed', team: 'cs' }, office.ana)
    await office.contract({ title: 'Gamma order', counterparty: 'Gamma AG', status: 'executed', type: 'sow' }, office.ana)
    const named = await office.ask('ana', 'family add C-13 to:frame')
    expect(named.refusal).toMatchObject({ kind: 'ambiguous' })
    const done = await office.press('ana', named, 'C-12 Frame two (Gamma AG)')
    expect(done.card.summary).toBe('C-13 Gamma order stands under C-12 Frame two.')
  })

  it('gives a contract one master: a new one takes the place of the former', async () => {
    await office.ask('ana', 'family add C-13 to:C-11 as:under')
    expect((await office.store.contracts.state('C-13'))?.family.map(({ parent }) => parent)).toEqual(['C-11'])
    expect((await office.entries('C-13', 'family')).map(({ payload }) => payload)).toEqual([
      { parent: 'C-12', relation: 'under' },
      { parent: 'C-12', relation: null },
      { parent: 'C-11', relation: 'under' },
    ])
  })

  it('asks which one to leave where there are several, and records nothing twice', async () => {
    await office.ask('ana', 'family add C-13 to:C-2 as:renews')
    const several = await office.ask('ana', 'family remove C-13')
    expect(several.refusal?.message).toBe('C-13 belongs to 2 contracts.')
    const removed = await office.press('ana', several, 'C-2 Acme master')
    expect(removed.card.summary).toBe('C-13 Gamma order no longer belongs to C-2 Acme master.')
    const before = (await office.entries('C-13', 'family')).length
    await office.ask('ana', 'family add C-13 to:C-11 as:under')
    expect(await office.entries('C-13', 'family')).toHaveLength(before)
  })

  it('says when it changes nothing yet', async () => {
    const shown = await read('ana', 'family add C-7 to:C-2 order:3')
    expect(shown).toContain('C-7 Amendment 3 amends C-2 Acme master, order 3.')
    expect(shown).toContain('It changes nothing: it is a draft, effective 1 Feb 2027. It counts once it is signed: set C-7 status=executed')
  })

  it('is told in the audit without the number of the other contract, which its reader may not be able to see', async () => {
    const shown = await read('lena', 'audit C-3')
    expect(shown).toContain('put it into a family of contracts (amends)')
    expect(shown).not.toContain('C-2')
  })
})

describe('who may', () => {
  it('change terms: who may write both, because an amendment changes what it amends', async () => {
    const { refusal } = await office.ask('bob', 'family add C-9 to:C-2 as:amends')
    expect(refusal).toMatchObject({ kind: 'not-allowed' })
    expect(refusal?.message).toContain('C-2 may be changed by its owner ana')
    expect((await office.ask('bob', 'family add C-3 to:C-9 as:amends')).refusal).toMatchObject({ kind: 'not-allowed' })
    const order = await office.contract({ title: 'Bob order', counterparty: 'Acme Ltd', type: 'order-form' }, office.bob)
    expect((await office.ask('bob', `family add ${order.id} to:C-2 as:under`)).refusal).toBeUndefined()
    await office.ask('bob', `family remove ${order.id}`)
  })

  it('not tell a hidden paper from one that was never there', async () => {
    const missing = await office.ask('bob', 'family add C-9 to:C-499')
    const hidden = await office.ask('bob', 'family add C-9 to:C-8')
    expect(hidden.refusal?.message).toBe(missing.refusal?.message?.replace('C-499', 'C-8'))
    for (const line of ['show C-2', 'show C-2 family', 'show C-2 on:2026-06-01', 'show C-5 family']) {
      const shown = await read('bob', line)
      expect(shown).not.toMatch(/C-8|Side letter|99 %/)
    }
    expect(await read('bob', 'find sla:99 acme')).toMatch(/^Nothing found/)
  })

  it('and nothing is reached through a hidden paper', async () => {
    const inner = await office.contract(
      { ...executed, title: 'To the letter', type: 'amendment', effectiveDate: '2026-02-01', slaUptimePercent: 98 },
      office.ana,
    )
    await office.ask('ana', `family add ${inner.id} to:C-8 as:amends`)
    expect(await read('ana', 'show C-2')).toMatch(/SLA uptime: 98 %/)
    expect(await read('bob', 'show C-2')).toMatch(/SLA uptime: 99.95 %/)
    await office.ask('ana', `family remove ${inner.id}`)
  })

  it('is answered from what the record says, after everything was made afresh', async () => {
    const before = await read('bob', 'show C-2 family')
    await office.store.record.rebuild(() => undefined)
    expect(await read('bob', 'show C-2 family')).toBe(before)
  })
})

it('every choice of a refusal is a line that is understood', async () => {
  const { card } = await office.ask('ana', 'family add C-1 to:C-2')
  const choices = buttonsOf(card).map(({ command }) => command)
  expect(choices).toEqual(['family add C-1 to:C-2 as:amends', 'family add C-1 to:C-2 as:under', 'family add C-1 to:C-2 as:renews'])
})

describe('a paper that changes another one', () => {
  it('says so at a glance, with the way to the whole family', async () => {
    const answer = await office.ask('ana', 'show C-3')
    expect(await read('ana', 'show C-3')).toContain('Family: amends C-2 Acme master')
    expect(buttonsOf(answer.card).map(({ label }) => label)).toContain('Family')
  })

  it('tells nothing of one that its reader may not see', async () => {
    const { id } = await office.contract({ title: 'Rider', type: 'amendment', status: 'draft', counterparty: 'Acme Ltd' }, office.ana)
    await office.ask('ana', `family add ${id} to:C-8 as:amends`)
    expect(await read('ana', `show ${id}`)).toContain('amends C-8 Side letter')
    const answer = await office.ask('bob', `show ${id}`)
    expect(JSON.stringify(answer.card)).not.toMatch(/C-8|Side letter|amends/)
    expect(buttonsOf(answer.card).map(({ label }) => label)).not.toContain('Family')
  })
})

// Last, so that the numbers in the answers above stay.
describe('a contract that is over', () => {
  it('on a day behind its end says so', async () => {
    const { id } = await office.contract(
      { title: 'Over', effectiveDate: '2024-01-01', expirationDate: '2024-12-31', status: 'executed' },
      office.ana,
    )
    expect(await read('bob', `show ${id} on:2025-03-01`)).toContain('It was over on that day: it ended on 31 Dec 2024.')
    expect(await read('bob', `show ${id} on:2024-12-31`)).not.toContain('was over')
  })

  it('and a draft that amends one says what it needs', async () => {
    const master = await office.contract({ title: 'Ibis master', effectiveDate: '2024-01-01', status: 'executed' }, office.ana)
    const draft = await office.contract({ title: 'Ibis amendment', type: 'amendment', status: 'draft' }, office.ana)
    const shown = (id: string) => read('ana', `show ${id}`)
    const needs = `It counts once it is signed and the day on which it takes effect is known: set ${draft.id} status=executed effective=2027-02-01`
    expect(await read('ana', `family add ${draft.id} to:${master.id}`)).toContain(`It changes nothing: it is a draft. ${needs}`)
    expect(await shown(draft.id)).toContain(`It changes nothing: it is a draft. ${needs}`)
    expect(await shown(master.id)).toContain(`${draft.id} Ibis amendment changes nothing: it is a draft. ${needs}`)
    await office.ask('ana', `set ${draft.id} effective=2024-03-01`)
    expect(await shown(draft.id)).toContain(`It counts once it is signed: set ${draft.id} status=executed`)
    await office.ask('ana', `set ${draft.id} status=executed confirm:yes`)
    for (const id of [draft.id, master.id]) expect(await shown(id)).not.toMatch(/changes nothing|It counts once/)
  })
})
