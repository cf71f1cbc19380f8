// `talk`: what was said, now, as it stood once, in every version, page by page, and never what the asker was not part of.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/bot/answer.ts'
import { channel } from '../../setup/company.ts'
import { buttonsOf, expectAnswer, inThread, message, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  office.chat.setHistory({
    messages: [
      message('1', 'olga', '2026-11-20T09:00:00.000Z', 'We need a cap on liability of 6 months.'),
      message('2', 'ana', '2026-11-20T09:05:00.000Z', 'Our standard is 12 months.'),
    ],
  })
  await office.ask('ana', 'link C-1', inThread)
  await office.hear(
    { type: 'message', message: message('3', 'olga', '2026-11-23T10:00:00.000Z', 'Could you do 9 months?') },
    { type: 'edited', id: '3', text: 'We accept 12 months.', editedAt: '2026-11-23T11:00:00.000Z' },
    { type: 'reaction', id: '3', emoji: '👍', by: 'teams:home:ana', at: '2026-11-23T11:05:00.000Z', added: true },
    { type: 'message', message: message('4', 'ana', '2026-11-23T12:00:00.000Z', 'Please forget this one.') },
    { type: 'deleted', id: '4', deletedAt: '2026-11-23T13:00:00.000Z' },
  )
  await office.ask('ana', 'note C-1 "Call with Olga: they sign on Friday" with:olga@acme.example on:yesterday')
})
afterAll(() => office.close())

const quotes = ({ card }: Answer) => card.elements.flatMap((element) => (element.type === 'quote' ? [element.text] : []))

describe('talk', () => {
  it('reads in order, with what became of each message', async () => {
    expectAnswer('talk', await office.ask('bob', 'talk C-1'))
  })

  it('shows every version when asked', async () => {
    expectAnswer('talk-history', await office.ask('bob', 'talk C-1 --history'))
  })

  it.each([
    ['a day, as it stood at its end', 'talk C-1 on:2026-11-20', ['We need a cap on liability of 6 months.', 'Our standard is 12 months.']],
    ['an instant between a message and its edit', 'talk C-1 on:"2026-11-23 11:30"', ['6 months', '12 months', 'Could you do 9 months?']],
    ['words', 'talk C-1 cap liability', ['We need a cap on liability of 6 months.']],
    ['words of an edit', 'talk C-1 accept 12', ['We accept 12 months.']],
    ['words that were said then and not yet', 'talk C-1 accept on:2026-11-22', []],
    ['a day before all', 'talk C-1 on:2026-11-01', []],
  ])('%s: %s', async (_title, line, expected) => {
    const answer = await office.ask('bob', line)
    expect(answer.refusal?.message).toBeUndefined()
    expect(quotes(answer)).toEqual(expected.map((part) => expect.stringContaining(part)))
  })

  it('needs no number in the linked thread', async () => {
    expect(quotes(await office.ask('bob', 'talk', inThread))).toHaveLength(5)
  })

  it('says how to get talk where there is none, and all of it where no word fits', async () => {
    await office.contract({ title: 'Quiet' }, office.bob)
    expect(await office.read('bob', 'talk C-2')).toContain('Nothing is kept yet. Link a thread: type "link C-2" in it')
    expect(await office.read('bob', 'talk C-1 on:2026-11-01')).toContain('Nothing had been said then. As it is now: talk C-1')
    expect(await office.read('bob', 'talk C-1 giraffe')).toContain('Nothing said uses these words. All of it: talk C-1')
  })

  it('offers nobody what only others may do', async () => {
    const colleague = await office.read('adam', 'talk C-2')
    expect(colleague).toContain('Nothing is kept yet. Who may change C-2 can link a thread to it: its owner, legal.')
    expect(colleague).not.toMatch(/type "link|note C-2/)
    for (const [line, hint] of [
      ['why C-2', 'decide "'],
      ['obligation list C-2', 'obligation add C-2'],
      ['usage list C-2', 'usage set C-2'],
    ] as const) {
      expect(await office.read('bob', line), line).toContain(hint)
      expect(await office.read('adam', line), line).not.toContain(hint)
    }
  })

  it.each([
    ['talk C-1 on:someday', /someday/],
    ['talk C-1 after:nowhere', /does not go on from there/],
    ['talk C-77', /no contract C-77 that you can see/],
    ['talk', /needs a contract/],
  ])('refuses %s', async (line, message) => {
    const { refusal } = await office.ask('bob', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(/./)
  })

  it('pages by its button, each message once, also with words and with every version', async () => {
    const many = Array.from({ length: 33 }, (_, index) =>
      message(`p${index}`, 'ana', new Date(Date.UTC(2026, 10, 24, 8, index)).toISOString(), `Zebra point ${index}`),
    )
    await office.hear(...many.map((one) => ({ type: 'message' as const, message: one })))
    for (const [line, pages] of [
      ['talk C-1 zebra', 3],
      ['talk C-1 zebra --history', 4],
      ['talk C-1', 3],
    ] as const) {
      const seen: string[] = []
      let answer = await office.ask('bob', line)
      let count = 1
      seen.push(...quotes(answer))
      while (buttonsOf(answer.card).some(({ label }) => label === 'Later messages')) {
        answer = await office.press('bob', answer, 'Later messages')
        seen.push(...quotes(answer))
        count += 1
      }
      expect(count, line).toBe(pages)
      expect(new Set(seen).size, line).toBe(seen.length)
      expect(seen.filter((text) => text.startsWith('Zebra'))).toHaveLength(33)
    }
  })

  it('holds back what was said in a private conversation the asker is not in, as a count and its days', async () => {
    await office.store.record.append('C-1', () => [
      {
        kind: 'message',
        key: 'm:private',
        actor: office.ana.id,
        source: 'test',
        payload: {
          message: 'teams:home:private|m|1',
          thread: 'teams:home:private|-',
          author: { name: 'ana' },
          postedAt: '2026-11-21T10:00:00.000Z',
          audience: 'internal',
          visibility: 'members',
          kind: 'message',
          text: 'Between us: we would go to 18 months.',
          files: [],
          backfilled: false,
        },
      },
    ])
    const answer = await office.read('bob', 'talk C-1 on:2026-11-22')
    expect(answer).not.toContain('18 months')
    expect(answer).toContain('1 message in a private conversation you are not in (21 Nov 2026)')
  })

  it('shows the other side its own shared conversation and nothing else', async () => {
    const there = { conversation: channel, ...inThread }
    expect((await office.ask('gus', 'talk C-1')).refusal?.message).toBe('This is not available to you.')
    const answer = await office.ask('olga', 'talk', there)
    expect(JSON.stringify(answer.card)).not.toContain('18 months')
    expect(JSON.stringify(answer.card)).not.toContain('sign on Friday')
  })
})
