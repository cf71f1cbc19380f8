// `set`: a field with who, when and from where; a value that is there is never replaced without being asked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttonsOf, expectAnswer, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const set = async () => (await office.entries(office.acme, 'field')).map(({ payload }) => payload)

describe('set', () => {
  it('records a first value at once, with its source, and shows where it came from', async () => {
    const answer = await office.ask('ana', 'set C-1 value="EUR 250k" source:"Order form p.3"')
    expectAnswer('set', answer)
    const [entry] = await office.entries(office.acme, 'field')
    expect(entry).toMatchObject({ actor: office.ana.id, source: 'typed', at: '2026-11-24T10:00:00.000Z' })
    expect(entry?.key).toMatch(/^field:value:act-\d+$/)
    expect(entry?.payload).toEqual({ field: 'value', value: { currency: 'EUR', minor: 25_000_000 }, source: 'Order form p.3' })
    expect(await office.read('bob', 'show C-1')).toContain('set by ana, 24 Nov 2026, Order form p.3')
  })

  it('asks before it replaces a value, and records nothing until Confirm is pressed', async () => {
    const asked = await office.ask('ana', 'set C-1 value="EUR 300k" source:"Amendment 1"')
    expectAnswer('set-confirm', asked)
    expect(await set()).toHaveLength(1)
    const confirmed = await office.press('ana', asked, 'Confirm')
    expect(confirmed.refusal).toBeUndefined()
    expect((await set()).at(-1)).toEqual({
      field: 'value',
      value: { currency: 'EUR', minor: 30_000_000 },
      previous: { currency: 'EUR', minor: 25_000_000 },
      source: 'Amendment 1',
    })
  })

  it('takes a source afterwards for a value that is held already, and tells what stays', async () => {
    await office.ask('ana', 'set C-1 seats=480')
    const answer = await office.ask('ana', 'set C-1 seats=480 payment="45 days" source:"Order form p.2"')
    expect(answer.card.elements).toContainEqual({
      type: 'facts',
      facts: [
        { label: 'Payment terms', value: 'nothing → 45 days' },
        { label: 'Seats', value: '480 seats', note: 'as before' },
      ],
    })
    expect((await set()).slice(-2).map(({ field, source }) => [field, source])).toEqual([
      ['paymentTerms', 'Order form p.2'],
      ['seats', 'Order form p.2'],
    ])
    const before = (await set()).length
    expect((await office.ask('ana', 'set C-1 seats=480 source:"Order form p.2"')).card.summary).toBe(
      'Nothing to change: C-1 says so already.',
    )
    expect(await set()).toHaveLength(before)
  })

  it('asks first where a day in figures can be read in two ways, and says how the other is written', async () => {
    const { id } = await office.contract({ title: 'Two days' }, office.ana)
    const asked = await office.ask('ana', `set ${id} effective=03/04/2027`)
    expect(asked.card.summary).toContain('"03/04/2027" is read as 3 Apr 2027. If 4 Mar 2027 is meant: effective=2027-03-04')
    expect((await office.store.contracts.state(id))?.fields.effectiveDate).toBeUndefined()
    await office.press('ana', asked, 'Confirm')
    expect((await office.store.contracts.state(id))?.fields.effectiveDate?.value).toBe('2027-04-03')
    const short = await office.ask('ana', `set ${(await office.contract({ title: 'No year' }, office.ana)).id} effective=03/04 agreed=3/4`)
    expect(short.card.summary).toContain('"03/04" is read as 3 Apr 2027. If 4 Mar 2027 is meant: effective=2027-03-04')
    expect(short.card.summary).toContain('"3/4" is read as 3 Apr 2026. If 4 Mar 2026 is meant: agreed=2026-03-04')
    for (const [index, day] of ['13/04/2027', '04/04/2027', '3.4.2027', '2027-04-03'].entries()) {
      const other = await office.contract({ title: `Plain day ${index}` }, office.ana)
      expect((await office.ask('ana', `set ${other.id} effective=${day}`)).card.summary, day).not.toContain('Nothing is recorded yet')
    }
  })

  it('may be left as it is', async () => {
    const asked = await office.ask('ana', 'set C-1 title="Other"')
    const left = await office.press('ana', asked, 'Leave it')
    expect(left.card.summary).toContain('C-1 Acme MSA')
  })

  it('sets several fields in one line, each an entry', async () => {
    const before = (await set()).length
    await office.ask('ana', 'set C-1 effective=2026-01-01 expires="31 Dec 2027" type=MSA parties="Acme Ltd; Home Inc."')
    expect((await set()).slice(before).map(({ field, value }) => [field, value])).toEqual([
      ['effectiveDate', '2026-01-01'],
      ['expirationDate', '2027-12-31'],
      ['type', 'msa'],
      ['parties', ['Acme Ltd', 'Home Inc.']],
    ])
  })

  it('is one entry however often the same act is delivered, with the same answer', async () => {
    const before = (await set()).length
    const line = 'set C-1 expires=2028-12-31 confirm:yes'
    const first = await office.ask('ana', line, { id: 'the-same' })
    const again = await office.ask('ana', line, { id: 'the-same' })
    expect(again.card).toEqual(first.card)
    expect(await set()).toHaveLength(before + 1)
    expect((await office.ask('ana', line)).card.summary).toBe('Nothing to change: C-1 says so already.')
    expect(await set()).toHaveLength(before + 1)
  })

  it('offers with one press what was meant where a value of several words has no quotes', async () => {
    const asked = await office.ask('ana', 'set C-1 expires=31 Jan 2029 source:"Amendment 1"')
    expect(asked.refusal?.next).toBe('A value of several words goes in quotes: expires="31 Jan 2029"')
    const meant = await office.press('ana', asked, 'expires="31 Jan 2029"')
    expect(meant.card.summary).toMatch(/^Nothing is recorded yet\. Confirm for C-1: Expires: .* → 31 Jan 2029$/)
  })

  it('hands a contract over by its owner or legal only', async () => {
    await office.ask('ana', 'grant C-1 @bob level:write')
    const refused = await office.ask('bob', 'set C-1 owner=@bob confirm:yes')
    expect(refused.refusal).toMatchObject({ kind: 'not-allowed', message: expect.stringContaining('Only the owner and legal') })
    await office.ask('lena', 'set C-1 owner=bob confirm:yes')
    expect(await office.read('ana', 'show C-1')).toMatch(/Owner: +bob/)
    await office.ask('bob', 'set C-1 owner=ana confirm:yes')
  })

  it.each([
    ['set C-1', /Which field shall be set/, /For example: set/],
    ['set C-1 status=signed', /Status can't be "signed"/, /draft, in-negotiation, executed/],
    ['set C-1 color=blue', /no field "color" to set/, /field list.*field add "color"/],
    ['set C-1 status=exeucted', /Status can't be "exeucted"\. Did you mean executed\?/, /draft, in-negotiation, executed/],
    ['set C-1 sla.uptme=99.9', /no field "sla.uptme" to set\. Did you mean slauptime\?$/, /field list/],
    ['set C-1 exclusivty=yes', /Did you mean exclusivity/, /field list/],
    ['set C-1 expires<90d', /"expires<" sets nothing/, /expires=/],
    ['set C-1 sla=99.9 uptime=99.95', /SLA uptime is given twice/, /once/],
    ['set C-1 title=none', /Every contract has a title/, /title=/],
    ['set C-1 owner=none', /Every contract has an owner/, /owner=/],
    ['set C-1 seats=standard', /Seats has no standard value/, /field set seats standard:/],
    ['set C-1 sla=101', /SLA uptime can't be 101 %/, /at least 0 % and at most 100 %/],
    ['set C-1 sla=99.95 seats=many', /Seats can't be "many"/, /480/],
    [
      'set C-1 confidentiality=3y dataLocation=EU type=sla confirm:yes',
      /C-1 is of type SLA; Confidentiality term is a field of NDA, MSA/,
      /field set confidentialityTerm for:\+sla/,
    ],
    ['set C-1 expires=sometime', /sometime/, /./],
    ['set C-1 expires=2025-01-01 confirm:yes', /before it takes effect/, /./],
    ['set C-1 value=12', /12|currency/i, /./],
    ['set C-1 owner=zzyzx', /Nobody here is called "zzyzx"/, /person list/],
    ['set C-1 parties=""', /Parties can't be empty/, /parties="/],
    ['set C-1 title=" " confirm:yes', /Title can't be empty/, /title="/],
    ['set C-99 status=draft', /no contract C-99 that you can see/, /find/],
    ['set status=draft', /needs a contract/, /Usage: set/],
  ])('refuses %s and records nothing', async (line, message, next) => {
    const before = (await set()).length
    const { refusal } = await office.ask('ana', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
    expect(await set()).toHaveLength(before)
  })

  it('tells a reader who may write, and whom to ask', async () => {
    await office.ask('ana', 'grant C-1 @bob level:none')
    const { refusal, card } = await office.ask('bob', 'set C-1 status=executed')
    expect(refusal).toMatchObject({
      kind: 'not-allowed',
      next: 'Ask ana (ana@home.example) to type: grant C-1 bob@home.example level:write',
    })
    expect(buttonsOf(card)).toEqual([])
  })
})
