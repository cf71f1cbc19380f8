// `grant` and `restrict`: a contract opened to a colleague or hidden from all others, each step in the record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttonsOf, expectAnswer, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

describe('grant', () => {
  it('names a colleague to read, then to write, then no longer; each is an entry', async () => {
    expectAnswer('grant', await office.ask('ana', 'grant C-1 @bob level:write'))
    const [granted] = await office.entries('C-1', 'granted')
    expect(granted).toMatchObject({ actor: office.ana.id, source: 'typed', payload: { person: office.bob.id, level: 'write' } })
    expect((await office.ask('bob', 'note C-1 "May I?"')).refusal).toBeUndefined()
    await office.ask('lena', 'grant C-1 bob@home.example')
    expect((await office.ask('bob', 'note C-1 "And now?"')).refusal?.kind).toBe('not-allowed')
    expect((await office.ask('ana', 'grant C-1 bob level:none')).card.summary).toBe('bob is no longer named on C-1 Acme MSA.')
    expect((await office.entries('C-1', 'revoked')).map(({ payload }) => payload.person)).toEqual([office.bob.id])
  })

  it('is one entry however often the same act is delivered', async () => {
    const before = (await office.entries('C-1', 'granted')).length
    await Promise.all([1, 2].map(() => office.ask('ana', 'grant C-1 @bob', { id: 'same' })))
    expect(await office.entries('C-1', 'granted')).toHaveLength(before + 1)
  })

  it.each([
    ['an outsider', 'grant C-1 @olga', /olga is not of this company: a grant is for colleagues/, /shared in a conversation/],
    ['a guest', 'grant C-1 @gus', /gus is not of this company/, /./],
    ['nobody', 'grant C-1 @zed', /Nobody here is called "@zed"|Nobody here is called "zed"/, /person list/],
    ['no person', 'grant C-1', /"?person"?/, /Usage: grant/],
    ['another level', 'grant C-1 @bob level:admin', /"level" must be one of read, write, none, not "admin"/, /Usage/],
  ])('refuses %s', async (_title, line, message, next) => {
    const before = (await office.entries('C-1', 'granted')).length
    const { refusal } = await office.ask('ana', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
    expect(await office.entries('C-1', 'granted')).toHaveLength(before)
  })

  it('asks which one is meant where two have the name, and each choice works', async () => {
    await office.store.people.ensure({ email: 'kim.lee@home.example', name: 'Kim Lee', standing: 'member' })
    await office.store.people.ensure({ email: 'kim.park@home.example', name: 'Kim Park', standing: 'member' })
    const answer = await office.ask('ana', 'grant C-1 @kim level:write')
    expect(answer.refusal?.kind).toBe('ambiguous')
    expect(buttonsOf(answer.card).map(({ label }) => label)).toEqual(['Kim Lee (kim.lee@home.example)', 'Kim Park (kim.park@home.example)'])
    const picked = await office.press('ana', answer, 'Kim Park (kim.park@home.example)')
    expect(picked.card.summary).toBe('Kim Park may read and write C-1 Acme MSA.')
  })

  it('is not for readers, who are told whom to ask', async () => {
    const { refusal } = await office.ask('bob', 'grant C-1 @bob level:write')
    expect(refusal).toMatchObject({ kind: 'not-allowed', next: 'Ask ana (ana@home.example) to do it.' })
  })
})

describe('restrict', () => {
  it('hides the contract from who is not concerned and opens it again, said once', async () => {
    await office.ask('ana', 'grant C-1 @bob level:none')
    expectAnswer('restrict', await office.ask('ana', 'restrict C-1'))
    await office.ask('ana', 'restrict C-1')
    expect((await office.entries('C-1', 'restricted')).map(({ payload, actor }) => [payload.restricted, actor])).toEqual([
      [true, office.ana.id],
    ])
    expect((await office.ask('bob', 'show C-1')).refusal?.message).toBe('There is no contract C-1 that you can see.')
    expect((await office.ask('lena', 'show C-1')).refusal).toBeUndefined()
    expect((await office.ask('ana', 'restrict C-1 off')).card.summary).toBe('C-1 Acme MSA is open to every member.')
    expect((await office.ask('bob', 'show C-1')).refusal).toBeUndefined()
  })

  it('refuses another state, and people who may not', async () => {
    expect((await office.ask('ana', 'restrict C-1 maybe')).refusal?.message).toBe('"state" must be one of on, off, not "maybe".')
    expect((await office.ask('bob', 'restrict C-1')).refusal?.kind).toBe('not-allowed')
  })
})
