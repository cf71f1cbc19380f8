// Linked threads: the one read that decides whether a delivery is kept is right whatever was linked, unlinked and rebuilt.
import { describe, expect, test } from 'vitest'
import type { Member } from '../../src/contracts/roster.ts'
import { rosterOf } from '../../src/contracts/roster.ts'
import { conversation, linked, unlinked, useStore } from './fresh-store.ts'

const opened = useStore()
const threadOf = (root: string) => `${conversation}|${root}`
const append = (contract: string, ...drafts: ReturnType<typeof linked>[]) => opened.store.record.append(contract, () => drafts)
const contractsOf = async (root: string) => (await opened.store.threads.linked(threadOf(root)))?.contracts
const member = (id: string): Member => ({ account: `teams:t:${id}`, name: id, email: undefined, standing: 'member', company: undefined })

test("a thread that nobody linked is nobody's, told by one read", async () => {
  opened.sent.length = 0
  expect(await contractsOf('none')).toBeUndefined()
  expect(opened.sent.map(({ name, command }) => `${name} ${command[name]}`)).toEqual(['find links'])
})

describe('linked and unlinked', () => {
  test('to several contracts, in any order', async () => {
    await append('C-2', linked('l', threadOf('1')))
    await append('C-1', linked('l', threadOf('1')))
    expect(await contractsOf('1')).toEqual(['C-1', 'C-2'])
    await append('C-2', unlinked('u', threadOf('1')))
    expect(await contractsOf('1')).toEqual(['C-1'])
    await append('C-2', linked('again', threadOf('1')))
    expect(await contractsOf('1')).toEqual(['C-1', 'C-2'])
    await append('C-1', unlinked('u', threadOf('1')))
    await append('C-2', unlinked('u2', threadOf('1')))
    expect(await contractsOf('1')).toBeUndefined()
  })
  test('all at once', async () => {
    await Promise.all([
      append('C-3', linked('l', threadOf('2')), unlinked('u', threadOf('2'))),
      append('C-4', unlinked('u', threadOf('2')), linked('l', threadOf('2'))),
    ])
    expect(await contractsOf('2')).toEqual(['C-4'])
  })
})

describe('the members now', () => {
  const { hash } = rosterOf([member('ana')])
  test('a thread linked after they were known, and one linked before', async () => {
    await append('C-5', linked('l', threadOf('3')))
    expect((await opened.store.threads.linked(threadOf('3')))?.roster).toBeUndefined()
    await opened.store.conversations.keep(conversation, { members: [member('ana')] })
    await append('C-5', linked('l4', threadOf('4')))
    expect((await opened.store.threads.linked(threadOf('3')))?.roster).toBe(hash)
    expect((await opened.store.threads.linked(threadOf('4')))?.roster).toBe(hash)
  })
  test('when they change', async () => {
    const next = rosterOf([member('ana'), member('lee')])
    await opened.store.conversations.keep(conversation, { members: [member('lee'), member('ana')] })
    const threads = await opened.store.threads.ofConversation(conversation)
    expect(threads.map(({ thread, contracts, roster }) => [thread, contracts, roster]).sort()).toEqual([
      [threadOf('2'), ['C-4'], next.hash],
      [threadOf('3'), ['C-5'], next.hash],
      [threadOf('4'), ['C-5'], next.hash],
    ])
    expect(await opened.store.threads.ofConversation('teams:t:elsewhere')).toEqual([])
  })
})

test('rebuilt, the links are the same', async () => {
  const before = await opened.rows('links')
  await opened.store.record.rebuild(() => {})
  expect(await opened.rows('links')).toEqual(before)
  expect(before.length).toBeGreaterThan(5)
})
