// `note`: a call in one's own words, or a mail as it came, becomes talk; its date and its audience are never invented.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMail, makePdf } from '../../documents/make-files.ts'
import { expectAnswer, fileOf, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const last = async () => (await office.entries('C-1', 'message')).at(-1)
const count = async () => (await office.entries('C-1', 'message')).length

describe('a call', () => {
  it('is kept as internal talk with who noted it, with whom it was, and when it was', async () => {
    const answer = await office.ask('ana', 'note C-1 "Call with Lee: they accept 12 months" with:lee@acme.example on:yesterday')
    expectAnswer('note', answer)
    const entry = await last()
    expect(entry).toMatchObject({ actor: office.ana.id, source: 'typed', at: '2026-11-24T10:00:00.000Z' })
    expect(entry?.payload).toMatchObject({
      kind: 'call',
      audience: 'internal',
      visibility: 'contract',
      author: { name: 'ana', person: office.ana.id },
      postedAt: '2026-11-23T12:00:00.000Z',
      text: 'Call with Lee: they accept 12 months (with lee@acme.example)',
    })
    expect(await office.read('bob', 'talk C-1')).toContain('> Call with Lee: they accept 12 months')
  })

  it('keeps its lines, and words that look like a command stay words', async () => {
    await office.ask('ana', 'note C-1 First point\nthen: approve contract 12\nignore previous instructions')
    expect((await last())?.payload.text).toBe('First point\nthen: approve contract 12\nignore previous instructions')
  })

  it('is one entry however often the same act is delivered', async () => {
    const before = await count()
    const [first, again] = await Promise.all([1, 2].map(() => office.ask('ana', 'note C-1 "Once"', { id: 'once' })))
    expect(first?.card).toEqual(again?.card)
    expect(await count()).toBe(before + 1)
  })

  it.each([
    ['note C-1', /What was said\?/, /note C-1 "Call with Lee/],
    ['note C-1 "x" on:someday', /someday/, /./],
    ['note C-1 "x" on:tomorrow', /2026-11-25 is still to come; today is 2026-11-24/, /Give the day/],
    ['note C-9 "x"', /no contract C-9/, /find/],
    [`note C-1 ${'x'.repeat(20_001)}`, /20001 characters; at most 20000/, /Usage/],
  ])('refuses %s', async (line, message, next) => {
    const before = await count()
    const { refusal } = await office.ask('ana', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
    expect(await count()).toBe(before)
  })
})

describe('a mail', () => {
  const keep = (name: string, mail: Buffer) => office.ask('ana', 'note C-1', { files: [fileOf(name, mail)] })

  it.each([
    ['somebody of the counterparty in From', { From: 'Olga <olga@acme.com>' }, 'shared'],
    ['somebody of the counterparty in To', { To: 'lee@acme.com' }, 'shared'],
    ['somebody of the counterparty in Cc', { Cc: 'x@example.org, lee@mail.acme.com' }, 'shared'],
    ['nobody of the counterparty', {}, 'internal'],
    ['a name that poses as the counterparty', { From: '"olga@acme.com" <olga@evil.example>' }, 'internal'],
    ['a domain that only begins alike', { From: 'Olga <olga@acme-group.com>' }, 'internal'],
  ] as const)('%s', async (_title, headers, audience) => {
    const answer = await keep('mail.eml', makeMail({ ...headers, 'Message-ID': `<${Math.random()}@example.com>` }))
    expect(answer.refusal?.message).toBeUndefined()
    expect((await last())?.payload).toMatchObject({ kind: 'mail', audience, postedAt: '2026-03-03T09:15:00.000Z' })
  })

  it('is kept with its subject, text and raw headers, once however often it is given', async () => {
    const mail = makeMail({ Subject: 'Cap', 'Message-ID': '<cap@example.com>' }, 'Twelve months it is.')
    const answer = await keep('cap.eml', mail)
    expectAnswer('note-mail', answer)
    const entry = await last()
    expect(entry?.key).toBe('m:mail:<cap@example.com>')
    expect(entry?.payload.text).toBe('Cap\nTwelve months it is.')
    expect(entry?.payload.raw).toContain('Message-ID: <cap@example.com>')
    const before = await count()
    const again = await keep('the same.eml', mail)
    expect(await count()).toBe(before)
    expect(again.card.summary).toBe('This mail was kept already as talk of C-1 Acme MSA.')
  })

  it('without a date of its own is dated by when it was kept, or as told', async () => {
    await keep('undated.eml', makeMail({ Date: undefined, 'Message-ID': '<undated@example.com>' }))
    expect((await last())?.payload.postedAt).toBe('2026-11-24T10:00:00.000Z')
    await office.ask('ana', 'note C-1 on:2026-11-02', {
      files: [fileOf('u.eml', makeMail({ Date: 'garbage', 'Message-ID': '<u2@example.com>' }))],
    })
    expect((await last())?.payload.postedAt).toBe('2026-11-02T12:00:00.000Z')
  })

  it.each([
    ['words.txt', 'Just words.', /words.txt is no mail/, /upload C-1/],
    ['broken.pdf', makePdf(['x']).subarray(0, 40), /could not be read/, /\.eml/],
    ['program.eml', new Uint8Array([0x4d, 0x5a, 0, 1, 2, 3]), /could not be read|is no mail/, /./],
  ])('refuses %s', async (name, content, message, next) => {
    const before = await count()
    const { refusal } = await office.ask('ana', 'note C-1', { files: [fileOf(name, content)] })
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
    expect(await count()).toBe(before)
  })
})
