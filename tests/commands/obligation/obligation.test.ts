// `obligation`: what is owed is recorded, listed by day, done, dropped, by those who may.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProposedObligation } from '../../../src/contracts/obligation.ts'
import { proposedObligationDrafts } from '../../../src/contracts/obligation-change.ts'
import { buttonsOf, expectAnswer, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.ask('ana', 'obligation add C-1 "Send the audit report" owes:us due:2027-01-31 every:year clause:audit-rights')
  await office.ask('ana', 'obligation add C-1 "Pay the set-up fee" owes:them due:2026-11-10')
})
afterAll(() => office.close())

const state = async () => {
  const contract = await office.store.contracts.state('C-1')
  if (!contract) throw new Error('C-1 is gone')
  return contract
}

describe('what is owed', () => {
  it('is shown by contract, with who, when, how often and where it says so', async () => {
    expectAnswer('obligations', await office.ask('bob', 'obligation list C-1'))
  })

  it('is listed over all contracts by its next day, overdue first', async () => {
    expectAnswer('obligations-due', await office.ask('bob', 'obligation list'))
    expect((await office.ask('bob', 'obligation list within:7d')).card.summary).toMatch(/^1 obligation due/)
  })

  it('is refused without who owes it, with a bad day, and with a limit that is not counted', async () => {
    expect((await office.ask('ana', 'obligation add C-1 "Something"')).refusal?.message).toMatch(/needs <owes>/)
    expect((await office.ask('ana', 'obligation add C-1 "Something" owes:us due:someday')).refusal?.kind).toBe('invalid')
    expect((await office.ask('ana', 'obligation add C-1 "Something" owes:us when:"title>5"')).refusal?.next).toMatch(/seats/)
  })
})

describe('doing', () => {
  it('is done once, moves what comes again to its next day, and is recorded with its day', async () => {
    expect((await office.ask('ana', 'obligation done O-1 on:2026-11-20')).card.summary).toMatch(/^O-1 is done\./)
    expect((await state()).obligations[0]?.done).toEqual([{ due: '2027-01-31', on: '2026-11-20', by: office.ana.id }])
    expect((await office.ask('ana', 'obligation done o2')).card.summary).toMatch(/^O-2 is done\./)
    expect((await office.ask('ana', 'obligation done O-2')).card.summary).toMatch(/done already/)
    expect(await office.entries('C-1', 'obligation_done')).toHaveLength(2)
    expect((await office.ask('ana', 'obligation done O-1 on:2027-11-20')).refusal?.message).toMatch(/still to come/)
  })

  it('answers one day when two press the same button, and the next day by the next button', async () => {
    const { id } = await office.contract({ title: 'Reports' }, office.ana)
    const card = await office.ask('ana', `obligation add ${id} "Report" owes:us due:2026-11-30 every:month`)
    const label = buttonsOf(card.card).find((button) => button.label.startsWith('Done'))?.label ?? ''
    const first = await office.press('ana', card, label)
    expect((await office.press('lena', card, label)).card.summary).toMatch(/was done already/)
    const days = async () => (await office.store.contracts.state(id))?.obligations[0]?.done.map(({ due }) => due)
    expect(await days()).toEqual(['2026-11-30'])
    await office.press('ana', first, label)
    expect(await days()).toEqual(['2026-11-30', '2026-12-30'])
    await office.ask('ana', `obligation drop ${label.slice(5)} reason:"Only tried"`)
  })

  it('asks why before it drops one', async () => {
    expectAnswer('obligation-drop', await office.ask('ana', 'obligation drop O-1'))
    await office.ask('ana', 'obligation drop O-1', { fields: { reason: 'Waived in amendment 2' } })
    expect((await state()).obligations[0]?.dropped).toBe('Waived in amendment 2')
    const { elements } = (await office.ask('ana', 'obligation list C-1')).card
    const [closed] = elements.filter((element) => element.type === 'group')
    expect(closed).toMatchObject({ title: '2 done or dropped', folded: true })
    expect(closed?.elements).toMatchObject([{ type: 'facts', facts: [{ note: 'dropped: Waived in amendment 2' }, { note: 'done' }] }])
  })

  it('is for those who may write; others are told whom to ask, and what they may not see does not exist', async () => {
    expect((await office.ask('bob', 'obligation done O-1')).refusal?.kind).toBe('not-allowed')
    const hidden = await office.contract({ title: 'Hidden' }, office.ana, true)
    await office.ask('ana', `obligation add ${hidden.id} "Keep it secret" owes:us due:2026-12-01`)
    const [owed] = (await office.store.contracts.state(hidden.id))?.obligations ?? []
    const unseen = await office.ask('bob', `obligation done ${owed?.id}`)
    const none = await office.ask('bob', 'obligation done O-999')
    expect(unseen.refusal?.message.replace(owed?.id ?? '', 'O-999')).toBe(none.refusal?.message)
    expect((await office.ask('bob', 'obligation list')).card.summary).toMatch(/^0 obligations/)
    expect((await office.ask('ana', 'obligation list')).card.summary).toMatch(/^1 obligation /)
  })
})

describe('what was read', () => {
  const read = (what: string): ProposedObligation => ({
    ...{ owes: 'Customer', what, recurrence: 'monthly', due: 'by the 15th of each month', clause: '4.2', sure: false, page: 2 },
    ...{ sentence: `Customer shall ${what}.`, start: 5, end: 40 },
  })

  it('waits for a person: confirmed it is owed, turned down it is gone', async () => {
    const { id } = await office.contract({ title: 'Bolder MSA', counterparty: 'Bolder Ltd' }, office.ana)
    const paper = { document: 'abc', name: 'bolder.pdf', reader: 'rules', actor: office.ana.id, source: 'test' }
    await office.store.record.append(id, () => proposedObligationDrafts(['pay', 'report', 'insure'].map(read), paper))
    expectAnswer('obligations-read', await office.ask('ana', `obligation list ${id}`))
    const pressed = await office.press('ana', await office.ask('ana', `obligation list ${id}`), 'Confirm')
    expect(pressed.card.summary).toMatch(/^Recorded: O-\d+\. 1 obligation open in .*, 2 read and waiting\.$/)
    await office.press('ana', pressed, 'Not in this contract')
    expect((await office.ask('bob', `obligation confirm ${id} all`)).refusal?.kind).toBe('not-allowed')
    await office.ask('ana', `obligation confirm ${id} all`)
    const after = await office.store.contracts.state(id)
    expect(after?.obligations.map(({ what }) => what)).toEqual(['pay', 'insure'])
    expect(after?.waitingObligations).toEqual([])
    expect((await office.ask('ana', `obligation confirm ${id} all`)).refusal?.kind).toBe('not-found')
  })
})

// Last, so that the numbers in the answers above stay.
describe('done', () => {
  it('typed twice answers one day, says which is next, and how to answer that one early', async () => {
    const { id } = await office.contract({ title: 'Audits' }, office.ana)
    await office.ask('ana', `obligation add ${id} "Audit" owes:us due:2026-12-01 every:year`)
    const owed = (await office.store.contracts.state(id))?.obligations[0]?.id
    expect((await office.ask('ana', `obligation done ${owed}`)).card.summary).toContain(`${owed} is done. It is next due on 1 Dec 2027.`)
    const again = (await office.ask('ana', `obligation done ${owed}`)).card.summary
    expect(again).toContain('was done already on 24 Nov 2026; nothing new was recorded. It is next due on 1 Dec 2027.')
    // Neither a day later, nor with another day on which it was done: the due day that it answered is not over.
    expect((await office.ask('ana', `obligation done ${owed} on:2026-11-20`)).card.summary).toContain('was done already on 24 Nov 2026')
    const [early] = /obligation done O-\d+ was:2027-12-01/.exec(again) ?? []
    await office.ask('ana', early ?? '')
    expect((await office.store.contracts.state(id))?.obligations[0]?.done.map(({ due }) => due)).toEqual(['2026-12-01', '2027-12-01'])
  })
})
