// `decide` and `why`: what was agreed, the very messages it follows from, and the reason found again years later.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageId } from '../../../src/contracts/talk.ts'
import { channel } from '../../setup/company.ts'
import { expectAnswer, inThread, message, type Office, openOffice } from '../office.ts'

let office: Office
const idOf = (id: string) => messageId(channel.id, id)

beforeAll(async () => {
  office = await openOffice()
  office.chat.setHistory({
    messages: [
      message('1', 'olga', '2026-11-20T09:00:00.000Z', 'The liability cap must be six months of fees.'),
      message('2', 'ana', '2026-11-20T09:05:00.000Z', 'Our cap on liability is twelve months of fees.'),
      message('3', 'olga', '2026-11-20T09:10:00.000Z', 'By the way, who signs?'),
      message('4', 'ana', '2026-11-20T09:12:00.000Z', '@Throughline show'),
      message('5', 'olga', '2026-11-20T09:15:00.000Z', 'Agreed.'),
    ],
  })
  await office.ask('ana', 'link C-1', inThread)
})
afterAll(() => office.close())

const last = async () => (await office.entries('C-1', 'decision')).at(-1)

describe('decide', () => {
  it('cites the messages that use its words, and the assent after them', async () => {
    const answer = await office.ask('ana', 'decide "Cap on liability: twelve months of fees" clause:liability', inThread)
    expectAnswer('decide', answer)
    const entry = await last()
    expect(entry).toMatchObject({ actor: office.ana.id, source: 'mention', at: '2026-11-24T10:00:00.000Z' })
    expect(entry?.payload).toEqual({
      decision: 'D-1',
      text: 'Cap on liability: twelve months of fees',
      clause: 'cap-on-liability',
      cites: [idOf('1'), idOf('2'), idOf('5')],
      thread: inThread.thread,
    })
  })

  it.each([
    ['the last two, not our own commands', 'decide "We sign next week" cites:2', {}, ['3', '5']],
    ['none', 'decide "We sign next week" cites:0', {}, []],
    ['the one it was marked on', 'decide "Six months were asked"', { message: idOf('1'), door: 'shortcut' }, ['1']],
    ['those that are named', 'decide "Both said it"', { cites: [idOf('2'), idOf('1')] }, ['2', '1']],
    ['the assent alone where no word fits', 'decide "Payment net 45"', {}, ['5']],
  ] as const)('cites %s', async (_title, line, more, ids) => {
    await office.ask('ana', line, { ...inThread, ...more })
    expect((await last())?.payload.cites.toSorted()).toEqual(ids.map(idOf).toSorted())
  })

  it('cites nothing outside of a thread, and needs no clause', async () => {
    await office.ask('lena', 'decide C-1 "Governed by the law of Ireland" clause:law')
    expect((await last())?.payload).toMatchObject({ clause: 'governing-law', cites: [] })
    await office.ask('lena', 'decide C-1 "No clause at all"')
    expect((await last())?.payload).not.toHaveProperty('clause')
  })

  it('is one decision with one number however often the same act is delivered', async () => {
    const before = (await office.entries('C-1', 'decision')).length
    const answers = await Promise.all([1, 2, 3].map(() => office.ask('ana', 'decide "Once" cites:0', { ...inThread, id: 'one-act' })))
    expect(new Set(answers.map(({ card }) => JSON.stringify(card))).size).toBe(1)
    expect(await office.entries('C-1', 'decision')).toHaveLength(before + 1)
  })

  it.each([
    ['decide C-1', /decide needs <text>/, /Usage: decide/],
    ['decide C-1 "x" cites:21', /"cites" must be at most 20, not "21"/, /Usage/],
    ['decide C-1 "x" cites:some', /"cites" must be/, /Usage/],
    [`decide C-1 "${'x'.repeat(2001)}"`, /2001 characters; at most 2000/, /Usage/],
    ['decide "x"', /needs a contract/, /Usage/],
  ])('refuses %s', async (line, message, next) => {
    const { refusal } = await office.ask('ana', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
  })
})

describe('why', () => {
  it('quotes the decision and the messages that it cites, who and when, in the order they were said', async () => {
    expectAnswer('why', await office.ask('bob', 'why C-1 liability'))
    expectAnswer('why-nothing', await office.ask('bob', 'why C-1 insurance'))
  })

  it.each([
    ['why C-1 D-1', ['Cap on liability: twelve months of fees']],
    ['why C-1 cap-on-liability', ['Cap on liability: twelve months of fees']],
    ['why C-1 law', ['Governed by the law of Ireland']],
    ['why C-1 ireland governed', ['Governed by the law of Ireland']],
  ])('%s', async (line, texts) => {
    const { card } = await office.ask('bob', line)
    const told = card.elements.flatMap((element) => (element.type === 'text' ? [element.text] : []))
    expect(told).toEqual(texts)
  })

  it('tells all decisions, the newest first, and works in the thread without a number', async () => {
    const { card } = await office.ask('bob', 'why', inThread)
    const told = card.elements.flatMap((element) => (element.type === 'text' ? [element.text] : []))
    expect(told[0]).toBe('Once')
    expect(told).toHaveLength((await office.entries('C-1', 'decision')).length)
  })

  it('shows the words as they stand after an edit, and says that they were edited or deleted', async () => {
    await office.hear(
      { type: 'edited', id: '2', text: 'Our cap on liability is twelve months of fees paid.', editedAt: '2026-11-24T09:00:00.000Z' },
      { type: 'deleted', id: '1', deletedAt: '2026-11-24T09:01:00.000Z' },
    )
    const answer = await office.read('bob', 'why C-1 liability')
    expect(answer).toMatch(/edited/)
    expect(answer).toMatch(/deleted there on 24 Nov 2026/)
    expect(answer).toContain('twelve months of fees paid')
  })

  it('holds back cited words of a private conversation, and says how many', async () => {
    const members = office.chat.members.filter(({ name }) => name === 'ana')
    await office.store.conversations.keep('teams:home:private', { name: 'Between us', visibility: 'members', members })
    await office.store.record.append('C-1', () => [
      {
        kind: 'message',
        key: 'm:private',
        actor: office.ana.id,
        source: 'test',
        payload: {
          ...{
            message: 'teams:home:private|m|1',
            thread: 'teams:home:private|-',
            author: { name: 'ana' },
            postedAt: '2026-11-21T10:00:00.000Z',
          },
          ...{
            audience: 'internal',
            visibility: 'members',
            kind: 'message',
            text: 'We could live with nine.',
            files: [],
            backfilled: false,
          },
        },
      },
    ])
    await office.ask('ana', 'decide C-1 "Ten months are fine" clause:insurance', { cites: ['teams:home:private|m|1', idOf('5')] })
    const told = await office.read('bob', 'why C-1 insurance')
    expect(told).not.toContain('nine')
    expect(told).toContain('Agreed.')
    expect(told).toContain('1 cited message is in a private conversation you are not in.')
  })
})
