// `contract new`: a contract begins, owned by whoever began it, with what was said of it and nothing invented.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAnswer, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const full = 'contract new "Beta MSA" counterparty:"Beta GmbH" parties:"Beta GmbH; Home Inc." type:msa expires:2027-12-31 value:"EUR 250k"'

describe('contract new', () => {
  it('records the fields, who began it, when, and through which door; the owner has a team, so the contract has it', async () => {
    const answer = await office.ask('ana', full)
    expectAnswer('new', answer)
    const [created] = await office.entries('C-2', 'created')
    expect(created).toMatchObject({ seq: 0, actor: office.ana.id, source: 'typed', at: '2026-11-24T10:00:00.000Z' })
    expect(created?.payload.fields).toEqual({
      title: 'Beta MSA',
      counterparty: 'Beta GmbH',
      parties: ['Beta GmbH', 'Home Inc.'],
      type: 'msa',
      status: 'draft',
      team: 'cs',
      owner: office.ana.id,
      expirationDate: '2027-12-31',
      value: { currency: 'EUR', minor: 25_000_000 },
    })
  })

  it('is one contract however often the same act is delivered', async () => {
    const twice = await Promise.all([1, 2].map(() => office.ask('ana', 'contract new "Only once"', { id: 'twice' })))
    expect(twice[0]?.card).toEqual(twice[1]?.card)
    expect((await office.ask('ana', 'find "only once"')).card.summary).toMatch(/^1 contract:/)
  })

  it('may begin restricted, and then exists for those concerned only', async () => {
    await office.ask('bob', 'contract new "Project Heron" restricted:yes')
    expect((await office.ask('ana', 'find heron')).card.summary).toBe('Nothing found.')
    expect((await office.ask('lena', 'find heron')).card.summary).toMatch(/^1 contract:/)
  })

  it.each([
    ['contract new', /needs "title"|title/i, /Usage: new <title>/],
    ['contract new "X" type:lease', /Type can't be "lease"/, /msa, sow/],
    ['contract new "X" status:signed', /Status can't be "signed"/, /draft, in-negotiation/],
    ['contract new "X" effective:2027-01-01 expires:2026-12-31', /can't expire \(2026-12-31\) before/, /Check the two dates/],
    ['contract new "X" value:lots', /lots/, /./],
    ['contract new "X" expires:2027-02-30', /no 30 February 2027/, /./],
    ['contract new "X" restricted:perhaps', /"restricted" must be yes or no, not "perhaps"/, /Usage/],
    ['contract new "X" owner:bob', /begins a contract owns it/, /owner=@kim/],
    ['contract new "X" type:nda seats:12', /of type NDA; Seats is a field of MSA/, /field set seats for:\+nda/],
    ['contract new ""', /Title|title/, /./],
    [`contract new "${'x'.repeat(301)}"`, /301 characters/, /./],
  ])('refuses %s', async (line, message, next) => {
    const { refusal } = await office.ask('ana', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
    expect((await office.ask('ana', 'find "X"')).card.summary).toBe('Nothing found.')
  })
})
