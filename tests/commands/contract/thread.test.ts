// `link`, `unlink` and `widen`: a thread belongs to a contract by its members only, and everybody in it is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '../../setup/company.ts'
import { expectAnswer, inThread, message, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  office.chat.setHistory({
    messages: [message('1', 'olga', '2026-03-03T09:00:00.000Z', 'First.'), message('2', 'ana', '2026-03-04T09:00:00.000Z', 'Second.')],
  })
})
afterAll(() => office.close())

describe('a thread', () => {
  it('is linked with its older replies, said once to the asker and once in the thread', async () => {
    const answer = await office.ask('ana', 'link C-1', inThread)
    expectAnswer('link', answer)
    const [linked] = await office.entries('C-1', 'linked')
    expect(linked).toMatchObject({
      actor: office.ana.id,
      source: 'mention',
      payload: { thread: inThread.thread, conversationName: channel.name, visibility: 'contract' },
    })
    const [members] = await office.entries('C-1', 'membership')
    expect(members?.payload.outsiders).toEqual(['teams:home:gus', 'teams:home:olga'])
    expect((await office.entries('C-1', 'message')).map(({ payload }) => [payload.text, payload.backfilled, payload.audience])).toEqual([
      ['First.', true, 'internal'],
      ['Second.', true, 'internal'],
    ])
    const [note, ...others] = await office.store.outbox.claim('test', 10)
    expect(others).toEqual([])
    expect(JSON.stringify(note?.outgoing)).toContain('Linked to C-1 Acme MSA by ana.')
    expect(JSON.stringify(note?.outgoing)).toContain('unlink C-1')
  })

  it('is linked already the second time, which adds nothing', async () => {
    const before = (await office.store.record.entries('C-1')).length
    expect((await office.ask('ana', 'link C-1', inThread)).card.summary).toBe('This thread is linked to C-1 Acme MSA already.')
    expect(await office.store.record.entries('C-1')).toHaveLength(before)
  })

  it('may belong to two contracts, and then a line without a number asks which', async () => {
    await office.contract({ title: 'Acme SOW', counterparty: 'Acme Ltd' }, office.ana)
    await office.ask('ana', 'link C-2', inThread)
    const asked = await office.ask('ana', 'show', inThread)
    expect(asked.refusal).toMatchObject({ kind: 'ambiguous', message: 'This thread is linked to 2 contracts. Which one?' })
    expect((await office.press('ana', asked, 'C-2 Acme SOW (Acme Ltd)')).card.summary).toMatch(/^C-2 /)
    await office.hear({ type: 'message', message: message('3', 'olga', '2026-11-24T09:00:00.000Z', 'Heard by both.') })
    for (const contract of ['C-1', 'C-2']) expect((await office.entries(contract, 'message')).at(-1)?.payload.text).toBe('Heard by both.')
  })

  it('is let go for all to see; what was said stays, what is said is no longer kept', async () => {
    const answer = await office.ask('ana', 'unlink C-2', inThread)
    expect(answer.audience).toBe('thread')
    expectAnswer('unlink', answer)
    await office.hear({ type: 'message', message: message('4', 'olga', '2026-11-24T09:30:00.000Z', 'After it.') })
    expect((await office.entries('C-2', 'message')).map(({ payload }) => payload.text)).toEqual(['First.', 'Second.', 'Heard by both.'])
    expect((await office.entries('C-1', 'message')).at(-1)?.payload.text).toBe('After it.')
    expect((await office.ask('ana', 'unlink C-2', inThread)).refusal).toMatchObject({ kind: 'conflict', next: 'Link it: link C-2' })
  })

  it('of a private conversation is opened and closed by a member, and the thread is told', async () => {
    const answer = await office.ask('ana', 'widen C-1', inThread)
    expect(answer).toMatchObject({ audience: 'thread' })
    expect(answer.card.summary).toBe('ana opened this conversation: everyone who may read C-1 may read what is saved of it.')
    await office.ask('ana', 'widen C-1 narrow:yes', inThread)
    expect((await office.entries('C-1', 'visibility')).map(({ payload }) => payload)).toEqual([
      { conversation: channel.id, visibility: 'contract' },
      { conversation: channel.id, visibility: 'members' },
    ])
  })

  it.each([
    ['link C-1 outside of a thread', 'ana', 'link C-1', {}, /Which thread\?/, /Link to contract/],
    ['unlink outside of a thread', 'ana', 'unlink C-1', {}, /Which thread\?/, /./],
    ['link without a contract', 'ana', 'link', inThread, /link needs a contract/, /Usage: link/],
    ['link by a reader', 'bob', 'link C-1', inThread, /C-1 may be changed by/, /grant C-1/],
  ])('refuses %s', async (_title, name, line, more, words, next) => {
    const { refusal } = await office.ask(name, line, more)
    expect(refusal?.message).toMatch(words)
    expect(refusal?.next).toMatch(next)
  })

  it('is not linked by somebody who is not in it', async () => {
    const members = office.chat.members.splice(0, 1)
    const { refusal } = await office.ask('ana', 'link C-2', inThread)
    office.chat.members.unshift(...members)
    expect(refusal?.kind).toBe('not-allowed')
    expect((await office.ask('ana', 'link C-2', inThread)).refusal).toBeUndefined()
  })
})
