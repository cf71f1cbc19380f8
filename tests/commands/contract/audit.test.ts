// `audit` and `verify`: who did what and when, page by page; and whether anybody altered it in the database.
import type { Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/bot/answer.ts'
import { buttonsOf, expectAnswer, fileOf, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.ask('ana', 'set C-1 value="EUR 250k" source:"Order form p.3"')
  await office.ask('ana', 'note C-1 "They spoke of secrets"')
  await office.ask('ana', 'decide C-1 "Twelve months" clause:liability')
  await office.ask('ana', 'grant C-1 @bob level:write')
  await office.ask('bob', 'upload C-1', { files: [fileOf('MSA.txt', 'Terms.')] })
  await office.ask('bob', 'file C-1')
  await office.ask('ana', 'set C-1 owner=@bob confirm:yes')
  await office.ask('lena', 'set C-1 owner=@ana confirm:yes')
  await office.ask('ana', 'restrict C-1')
})
afterAll(() => office.close())

const rowsOf = ({ card }: Answer) =>
  card.elements.flatMap((element) => (element.type === 'table' ? element.rows.map(({ cells }) => cells) : []))

describe('audit', () => {
  it('lists each deed with who and when, the newest first, people by name and talk without its words', async () => {
    const answer = await office.ask('ana', 'audit C-1')
    expectAnswer('audit', answer)
    expect(JSON.stringify(answer.card)).not.toContain('secrets')
  })

  it('is whole for a record keeper, and counts only for an administrator', async () => {
    expect(rowsOf(await office.ask('kate', 'audit C-1'))).toHaveLength(10)
    expectAnswer('audit-counts', await office.ask('adam', 'audit C-1'))
  })

  it('says who may where somebody may not', async () => {
    expect((await office.ask('bob', 'audit C-1')).refusal).toMatchObject({
      kind: 'not-allowed',
      message: 'Only its owner ana, legal and record keepers may do this on C-1.',
    })
  })

  it('pages back to the first entry, each once', async () => {
    for (let number = 1; number <= 33; number += 1) await office.ask('ana', `note C-1 "Call ${number}"`)
    const seen: string[] = []
    let answer = await office.ask('ana', 'audit C-1')
    let pages = 1
    seen.push(...rowsOf(answer).map(([entry]) => entry ?? ''))
    while (buttonsOf(answer.card).some(({ label }) => label === 'Earlier')) {
      answer = await office.press('ana', answer, 'Earlier')
      seen.push(...rowsOf(answer).map(([entry]) => entry ?? ''))
      pages += 1
    }
    expect(pages).toBe(3)
    expect(seen).toEqual(Array.from({ length: 43 }, (_, index) => String(42 - index)))
  })
})

describe('verify', () => {
  it('tells how many entries are intact, and that signed anchors agree', async () => {
    await office.store.anchors.write('2026-11-24T11:00:00.000Z')
    expectAnswer('verify', await office.ask('ana', 'verify C-1'))
  })

  /** The entries as they lie in the database, where somebody could lay hands on them. */
  const stored = () => (office.store.tickerDatabase() as Db).collection('entries')

  it.each([
    ['a payload was altered', 2, { $set: { payload: '{"text":"something else"}' } }],
    ['an actor was altered', 3, { $set: { actor: 'P-999' } }],
    ['a time was altered', 4, { $set: { at: '2020-01-01T00:00:00.000Z' } }],
  ])('names the entry where %s', async (_title, seq, change) => {
    const kept = await stored().findOne({ contract: 'C-1', seq })
    if (!kept) throw new Error(`no entry ${seq}`)
    await stored().updateOne({ contract: 'C-1', seq }, change)
    const { card } = await office.ask('ana', 'verify C-1')
    await stored().replaceOne({ contract: 'C-1', seq }, kept)
    expect(card.summary).toMatch(new RegExp(`^C-1: the record is NOT intact. Entry ${seq} `))
    expect((await office.ask('ana', 'verify C-1')).card.summary).toContain('chain intact')
  })

  it('finds out that the last entries were cut off, by the anchors', async () => {
    const cut = await stored().findOne({ contract: 'C-1', seq: 42 })
    if (!cut) throw new Error('no last entry')
    await stored().deleteOne({ contract: 'C-1', seq: 42 })
    expect((await office.ask('ana', 'verify C-1')).card.summary).toMatch(
      /NOT intact. Entry 42 is gone: it was anchored at 2026-11-24T11:00/,
    )
    await stored().insertOne(cut)
  })
})
