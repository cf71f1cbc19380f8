// `show`: a contract at a glance; by number, by name with a pick list, by its thread; for the other side only what is shared.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttonsOf, expectAnswer, fileOf, inThread, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.contract({ title: 'Beta MSA', counterparty: 'Beta GmbH' }, office.bob)
  await office.contract({ title: 'Gamma MSA', counterparty: 'Gamma AG' }, office.bob)
  await office.contract({ title: 'Secret MSA', counterparty: 'Delta AG' }, office.lena, true)
  await office.ask('ana', 'upload C-1 executed:2026-03-31', { files: [fileOf('Acme MSA signed.txt', 'Signed by both parties.')] })
  await office.ask('ana', 'link C-1', inThread)
  await office.ask('ana', 'decide C-1 "12-month cap, agreed by CFO" clause:liability')
  await office.ask('ana', 'grant C-1 @bob level:write')
})
afterAll(() => office.close())

describe('show', () => {
  it('tells parties, status, dates, papers, decisions, access, talk, and what to do next', async () => {
    expectAnswer('show', await office.ask('bob', 'show C-1'))
  })

  it.each([
    ['C-1', 'C-1'],
    ['c1', 'C-1'],
    ['C–1', 'C-1'],
    ['acme', 'C-1'],
    ['"Acme MSA"', 'C-1'],
    ['acme msa', 'C-1'],
    ['beta gmbh', 'C-2'],
    ['contract:C-3', 'C-3'],
  ])('finds %s', async (typed, id) => {
    expect((await office.ask('bob', `show ${typed}`)).card.summary).toMatch(new RegExp(`^${id} `))
  })

  it('shows the contract of the thread when none is named', async () => {
    expect((await office.ask('bob', 'show', inThread)).card.summary).toMatch(/^C-1 /)
  })

  it('offers a pick list where several fit, with only what the asker may see, and each choice works', async () => {
    const answer = await office.ask('bob', 'show msa')
    expect(answer.refusal).toMatchObject({ kind: 'ambiguous', message: '"msa" fits 3 contracts.' })
    expect(
      buttonsOf(answer.card)
        .map(({ command }) => command)
        .sort(),
    ).toEqual(['show C-1', 'show C-2', 'show C-3'])
    expect((await office.press('bob', answer, 'C-2 Beta MSA (Beta GmbH)')).card.summary).toMatch(/^C-2 /)
  })

  it.each([
    ['show C-4', 'There is no contract C-4 that you can see.'],
    ['show C-400', 'There is no contract C-400 that you can see.'],
    ['show Delta', 'No contract that you can see is called "Delta".'],
    ['show', 'show needs a contract.'],
    ['show C-1 C-2', 'show has no use for "C-2".'],
    ['show C-1 color:red', 'show has no "color:".'],
  ])('refuses %s with the next step', async (line, message) => {
    const { refusal } = await office.ask('bob', line)
    expect(refusal?.message).toBe(message)
    expect(refusal?.next).toMatch(/./)
  })

  it('gives the other side the shared facts inside the shared conversation, and nothing elsewhere', async () => {
    expectAnswer('show-outsider', await office.ask('olga', 'show C-1', inThread))
    expect((await office.ask('olga', 'show C-1')).card.summary).toBe('This is not available to you.')
    expect((await office.ask('olga', 'show C-2', inThread)).card.summary).toBe('This is not available to you.')
  })
})
