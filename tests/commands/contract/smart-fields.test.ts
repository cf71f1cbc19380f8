// Smart fields of a contract: set in one line, shown with where they came from, marked where they differ from standard, never overwritten unseen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../src/contracts/field-value.ts'
import { buttonsOf, expectAnswer, inThread, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const { store, lena } = office
  const standard = (key: string, value: FieldValue) =>
    store.fields.change({ key, version: 1, change: { standard: value }, by: lena.id, source: 'test' })
  await standard('slaUptimePercent', 99.9)
  await standard('noticePeriodToTerminateRenewal', { count: 90, unit: 'day' })
})
afterAll(() => office.close())

const held = async () => {
  const { fields } = await office.store.contracts.get(office.ana, office.acme)
  return Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value]))
}

describe('set', () => {
  it('takes several values in one line, each in its usual writing, and says what differs from standard', async () => {
    const line =
      'set C-1 sla.uptime="99,95 %" seats=480 notice="ninety (90) days" cap="EUR 1.5m" law="Germany; England" renews=yes source:"MSA p.3"'
    expectAnswer('set-fields', await office.ask('ana', line))
    expect(await held()).toMatchObject({
      slaUptimePercent: 99.95,
      seats: 480,
      noticePeriodToTerminateRenewal: { count: 90, unit: 'day' },
      liabilityCapMonetary: { minor: 150_000_000, currency: 'EUR' },
      governingLaw: ['Germany', 'England'],
      autoRenewal: true,
    })
  })

  it('sets nothing at all where one of the values is bad', async () => {
    const before = await held()
    const { refusal } = await office.ask('ana', 'set C-1 usageLimit="10 GB" payment="soon" confirm:yes')
    expect(refusal?.message).toBe('Payment terms can\'t be "soon".')
    expect(await held()).toEqual(before)
  })

  it('takes the standard value by its name, and unsets by none after asking, with the old value kept in the record', async () => {
    await office.ask('ana', 'set C-1 sla=standard confirm:yes')
    expect((await held()).slaUptimePercent).toBe(99.9)
    const asked = await office.ask('ana', 'set C-1 seats=none')
    expect(asked.card.summary).toContain('Seats: 480 seats → nothing')
    expect((await held()).seats).toBe(480)
    await office.press('ana', asked, 'Confirm')
    expect(await held()).not.toHaveProperty('seats')
    const entries = await office.entries(office.acme, 'field')
    expect(entries.at(-1)?.payload).toEqual({ field: 'seats', value: null, previous: 480 })
    expect((await office.ask('ana', 'set C-1 seats=none')).card.summary).toBe('Nothing to change: C-1 says so already.')
    await office.ask('ana', 'set C-1 sla=99.95 seats=480')
    await office.ask('ana', 'set C-1 sla=99.95 seats=480 confirm:yes')
  })

  it('has no end where the contract is perpetual, and every card says so', async () => {
    await office.ask('ana', 'set C-1 effective=2026-01-01 expires=perpetual')
    expect((await held()).expirationDate).toBe('perpetual')
    expect((await office.ask('ana', 'show C-1')).card.summary).toContain('no end')
    expect((await office.ask('ana', 'find acme')).card.summary).toMatch(/no end|perpetual/)
    expect(await office.read('ana', 'show C-1')).toMatch(/Expires: +perpetual/)
  })
})

describe('find', () => {
  it('no longer finds a contract by a value that was taken away', async () => {
    const found = async (line: string) => (await office.ask('ana', line)).card.summary
    const { id } = await office.contract({ title: 'Another', counterparty: 'Zebra Ltd' }, office.ana)
    expect(await found('find zebra')).toContain(id)
    await office.ask('ana', `set ${id} counterparty=none confirm:yes`)
    expect(await found('find zebra')).toBe('Nothing found.')
    expect(await found('find another')).toContain(id)
  })

  it('knows that a contract without an end ends in no range of days, and after every day', async () => {
    const found = async (line: string) => (await office.ask('ana', line)).card.summary
    expect(await found('find acme expires<90d')).toBe('Nothing found.')
    expect(await found('find acme expires:2020..2090')).toBe('Nothing found.')
    expect(await found('find acme expires>2090-01-01')).toContain('C-1')
    expect(await found('find acme sla!=standard')).toContain('C-1')
    expect(await found('find acme notice=standard')).toContain('C-1')
  })
})

describe('a Confirm that comes late', () => {
  it('is a conflict that says what it is now, and nothing is recorded', async () => {
    const asked = await office.ask('ana', 'set C-1 price="EUR 10"')
    expect(asked.refusal).toBeUndefined()
    const question = await office.ask('ana', 'set C-1 price="EUR 20"')
    await office.ask('lena', 'set C-1 price="EUR 15" confirm:yes')
    const before = (await office.entries(office.acme, 'field')).length
    const late = await office.press('ana', question, 'Confirm')
    expect(late.refusal).toMatchObject({
      kind: 'conflict',
      message: 'Price of C-1 was changed meanwhile by lena: it is now EUR 15.',
      next: 'Nothing was recorded. Look at it, then set it again.',
    })
    expect(await office.entries(office.acme, 'field')).toHaveLength(before)
    const again = await office.press('ana', late, 'Set it all the same')
    expect(again.card.summary).toContain('Price: EUR 15 → EUR 20')
    await office.press('ana', again, 'Confirm')
    expect((await held()).price).toEqual({ minor: 2000, currency: 'EUR' })
  })

  it('is a conflict too where the value is gone, or went away and came back', async () => {
    const question = await office.ask('ana', 'set C-1 price="EUR 30"')
    await office.ask('lena', 'set C-1 price=none confirm:yes')
    expect((await office.press('ana', question, 'Confirm')).refusal?.message).toContain('it is now nothing')
    await office.ask('lena', 'set C-1 price="EUR 20"')
    expect((await office.press('ana', question, 'Confirm')).refusal?.kind).toBe('conflict')
  })

  it('is none where another field changed, or where it was pressed twice', async () => {
    const question = await office.ask('ana', 'set C-1 price="EUR 40"')
    await office.ask('lena', 'set C-1 usageLimit="10 GB a day"')
    expect((await office.press('ana', question, 'Confirm')).refusal).toBeUndefined()
    const twice = await office.ask('ana', 'set C-1 price="EUR 50"')
    const [one, other] = await Promise.all([office.press('ana', twice, 'Confirm'), office.press('ana', twice, 'Confirm')])
    expect([one, other].filter(({ refusal }) => refusal === undefined).length).toBeGreaterThan(0)
    expect((await held()).price).toEqual({ minor: 5000, currency: 'EUR' })
  })

  it('lets of two who set a field for the first time at once one win, and tells the other', async () => {
    const answers = await Promise.all(['EUR 1', 'EUR 2'].map((amount) => office.ask('ana', `set C-1 commitment="${amount}"`)))
    const entries = (await office.entries(office.acme, 'field')).filter(({ payload }) => payload.field === 'minimumCommitment')
    const refused = answers.filter(({ refusal }) => refusal?.kind === 'conflict')
    expect(entries.length + refused.length + answers.filter(({ card }) => card.summary.startsWith('Nothing is recorded')).length).toBe(2)
    expect(entries).toHaveLength(1)
    await office.ask('ana', 'set C-1 commitment="EUR 3" confirm:yes')
  })
})

describe('show', () => {
  it('has what differs from standard first, in words, and counts what it leaves out', async () => {
    const more = 'exclusivity=no insurance=yes audit=yes mfn=no ip=yes escrow=no assignment=yes uncapped=no nonCompete=no'
    await office.ask('ana', `set C-1 ${more} source:"MSA p.9"`)
    await office.ask('ana', 'set C-1 notice="60 days" source:"Amendment 2 p.3" confirm:yes')
    const answer = await office.ask('bob', 'show C-1')
    expectAnswer('show-fields', answer)
    expect(answer.card.summary).toContain('Notice to stop renewal 60 days, SLA uptime 99.95 %')
    const all = await office.press('bob', answer, 'All fields')
    expect(buttonsOf(all.card).map(({ label }) => label)).not.toContain('All fields')
    expectAnswer('show-fields-all', all)
  })

  it('shows the sentence that a value was confirmed from', async () => {
    const evidence = {
      document: 'a'.repeat(64),
      name: 'dpa.docx',
      page: 4,
      sentence: 'Processor notifies within 24 hours.',
      start: 10,
      end: 45,
    }
    await office.store.record.append(office.acme, () => [
      {
        kind: 'field',
        key: 'field:breachNotice:proposal:1',
        actor: office.ana.id,
        source: 'typed',
        payload: { field: 'breachNotice', value: { count: 24, unit: 'hour' }, source: 'dpa.docx, page 4', evidence },
      },
    ])
    const shown = (await office.read('bob', 'show C-1 --all')).replace(/\s+/g, ' ')
    expect(shown).toContain('24 hours (set by ana, 24 Nov 2026, dpa.docx, page 4: "Processor notifies within 24 hours.")')
  })

  it('shows the other side what legal marked as shared, and nothing else of it', async () => {
    await office.ask('ana', 'link C-1', inThread)
    const before = await office.read('olga', 'show C-1', inThread)
    for (const hidden of ['SLA', '99.95', 'Seats', 'Price', 'EUR', 'standard']) expect(before).not.toContain(hidden)
    await office.store.fields.change({
      key: 'slaUptimePercent',
      version: 2,
      change: { audience: 'shared' },
      by: office.lena.id,
      source: 'test',
    })
    const after = await office.read('olga', 'show C-1', inThread)
    expect(after).toMatch(/SLA uptime: +99.95 %/)
    for (const hidden of ['standard', 'Seats', 'EUR', 'ana']) expect(after).not.toContain(hidden)
  })
})

describe('audit', () => {
  it('tells in words what was set, unset and from where', async () => {
    const audit = (await office.read('ana', 'audit C-1')).replace(/[ \n]+/g, ' ')
    expect(audit).toContain('set Notice to stop renewal: 90 days → 60 days (Amendment 2 p.3)')
    expect(audit).toContain('set Exclusivity: nothing → no (MSA p.9)')
    const all = [audit, await office.read('ana', 'audit C-1 before:20')].join(' ').replace(/[ \n]+/g, ' ')
    expect(all).toContain('set Seats: 480 seats → nothing')
  })
})
