// `person` commands and `whoami`: what the company knows of its people, changed by administrators only, each change in the record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEntry } from '../../../src/contracts/record/open-entry.ts'
import { buttonsOf, expectAnswer, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const changes = async () => (await office.store.record.entries('COMPANY')).flatMap((entry) => openEntry(entry) ?? [])

describe('person set', () => {
  it('sets roles, team, manager, hours and zone, and records who set them and when', async () => {
    const before = (await changes()).length
    const line = 'person set @bob role:approver,record-keeper team:Finance manager:@lena hours:"09:00-17:30" zone:Europe/Berlin'
    expectAnswer('person', await office.ask('adam', line))
    const [change, ...others] = (await changes()).slice(before)
    expect(others).toEqual([])
    expect(change?.entry).toMatchObject({ actor: office.adam.id, source: 'typed', at: '2026-11-24T10:00:00.000Z' })
    expect(change?.payload).toEqual({
      person: office.bob.id,
      change: {
        roles: ['approver', 'record-keeper'],
        team: 'finance',
        manager: office.lena.id,
        hours: '09:00-17:30',
        zone: 'Europe/Berlin',
      },
    })
  })

  it('takes things back, and what was taken back is gone at once', async () => {
    await office.ask('adam', 'person set bob@home.example role:none team:none manager:none')
    expect(await office.read('ana', 'person show @bob')).toMatch(/Roles: +none/)
    await office.ask('adam', 'person set @bob active:no')
    expect((await office.ask('bob', 'find acme')).refusal?.message).toBe('Your account is deactivated here.')
    await office.ask('adam', 'person set @bob active:yes')
    expect((await office.ask('bob', 'find acme')).refusal).toBeUndefined()
  })

  it.each([
    ['a role that is none', 'person set @bob role:boss', /There is no role "boss"/, /legal, approver, record-keeper, administrator/],
    ['a zone that is none', 'person set @bob zone:Berlin', /"zone" must be a time zone such as Europe\/Berlin, not "Berlin"/, /Usage/],
    ['hours that are none', 'person set @bob hours:nine-to-five', /"hours" must be hours such as 09:00-17:30/, /Usage/],
    ['hours of no day', 'person set @bob hours:"25:00-99:99"', /"hours" must be hours such as 09:00-17:30/, /Usage/],
    ['an e-mail that is none', 'person set @bob email:bob', /"email" must be an e-mail address such as lee@acme.example/, /Usage/],
    ["somebody else's e-mail", 'person set @bob email:ana@home.example', /ana@home.example is the e-mail address of ana/, /person show/],
    ['a manager who is nobody', 'person set @bob manager:@zed', /Nobody here is called/, /person list/],
    ['themselves as manager', 'person set @bob manager:@bob', /own manager/, /./],
    ['yes and no', 'person set @bob active:maybe', /"active" must be yes or no, not "maybe"/, /Usage/],
    ['nothing to set', 'person set @bob', /What shall be set for bob\?/, /person set @bob role:approver/],
    ['nobody', 'person set @zed role:legal', /Nobody here is called/, /person list/],
    ['nobody named', 'person set', /person/, /Usage: person set/],
    ['an unknown word', 'person set @bob rank:7', /no "rank:"/, /Usage/],
  ])('refuses %s and records nothing', async (_title, line, message, next) => {
    const before = (await changes()).length
    const { refusal } = await office.ask('adam', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
    expect(await changes()).toHaveLength(before)
  })

  it.each(['ana', 'lena', 'kate'])('is not for %s', async (name) => {
    const { refusal } = await office.ask(name, 'person set @bob role:administrator')
    expect(refusal).toMatchObject({ kind: 'not-allowed', message: 'Only administrators may use person set.' })
  })

  it('asks which one is meant where two have the name; the choice carries the whole line', async () => {
    await office.store.people.ensure({ email: 'kim.lee@home.example', name: 'Kim Lee', standing: 'member' })
    await office.store.people.ensure({ email: 'kim.park@home.example', name: 'Kim Park', standing: 'member' })
    const answer = await office.ask('adam', 'person set @kim role:legal hours:"08:00-16:00"')
    expect(answer.refusal?.kind).toBe('ambiguous')
    const changed = await office.press('adam', answer, 'Kim Park (kim.park@home.example)')
    expect(changed.refusal?.message).toBeUndefined()
    expect(await office.store.people.ofEmail('kim.park@home.example')).toMatchObject({ roles: ['legal'], hours: '08:00-16:00' })
    expect(await office.store.people.ofEmail('kim.lee@home.example')).toMatchObject({ roles: [] })
  })
})

describe('who is who', () => {
  it.each(['whoami', 'person show ana@home.example', 'person show @ana', 'person show ana'])('%s', async (line) => {
    const answer = await office.ask('ana', line)
    expect(answer.card.summary).toBe('ana, member, team cs, roles: none')
  })

  it('tells an outsider who they are, inside the shared conversation only', async () => {
    expect((await office.ask('olga', 'whoami')).card.summary).toBe('This is not available to you.')
  })

  it('lists everybody by page', async () => {
    for (let number = 1; number <= 20; number += 1)
      await office.store.people.ensure({ email: `p${number}@home.example`, name: `Person ${number}`, standing: 'member' })
    const first = await office.ask('ana', 'person list')
    expect(first.card.summary).toBe('29 people')
    const second = await office.press('ana', first, 'More')
    const names = [first, second].flatMap(({ card }) =>
      card.elements.flatMap((element) => (element.type === 'table' ? element.rows.map(({ cells }) => cells[1]) : [])),
    )
    expect(new Set(names).size).toBe(29)
    expect(buttonsOf(second.card).some(({ label }) => label === 'More')).toBe(false)
    expect((await office.ask('ana', 'person list after:nowhere')).refusal?.message).toMatch(/"after" must be the place that More gives/)
  })
})
