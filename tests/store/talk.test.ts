// Talk: every version kept, told in the order of the platform, and only what the asker may read.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Person } from '../../src/contracts/identity.ts'
import { outsiderView } from '../../src/contracts/outsider-view.ts'
import type { Draft } from '../../src/contracts/record/entry.ts'
import { viewTalk } from '../../src/contracts/talk-view.ts'
import type { TalkQuery } from '../../src/store/store.ts'
import { conversation, instant, person, said, useStore } from './fresh-store.ts'

const opened = useStore()
const ana = person('P-1')
const list = (who: Person, contract: Contract, query: Partial<TalkQuery> = {}) =>
  opened.store.talk.list(who, contract, { words: [], limit: 100, ...query })
const idsOf = (page: { items: { message: string }[] }) => page.items.map(({ message }) => Number(message.split('|').at(-1)))
const begin = async (key: string, ...drafts: Draft[]): Promise<Contract> => {
  const { id } = await opened.store.contracts.create({ fields: { title: key, counterparty: 'Acme Ltd' }, by: 'P-1', source: 'test', key })
  return (await opened.store.record.append(id, () => drafts)).contract
}
const heard = (id: number) => ({ ...said(id, '').payload, message: `${conversation}|m|${id}` })
const edit = (id: number, at: number, text: string): Draft => {
  const { kind: _, files: __, backfilled: ___, ...payload } = heard(id)
  return {
    kind: 'version',
    key: `v:${id}:${at}`,
    actor: 'teams:t:P-1',
    source: 'teams',
    payload: { ...payload, text, editedAt: instant(at), origin: 'edit' },
  }
}
const removal = (id: number, at: number): Draft => {
  const { kind: _, files: __, backfilled: ___, text: ____, ...payload } = heard(id)
  return { kind: 'deleted', key: `d:${id}:${at}`, actor: 'teams:t:P-1', source: 'teams', payload: { ...payload, deletedAt: instant(at) } }
}

describe('order, pages and moments', () => {
  let contract: Contract
  beforeAll(async () => {
    contract = await begin(
      'order',
      edit(3, 20, 'cap of nine months'),
      said(5, 'fifth'),
      said(1, 'first'),
      removal(2, 30),
      said(3, 'cap of six months'),
      said(2, 'second'),
      said(4, 'fourth', { thread: `${conversation}|other` }),
    )
  })
  test('oldest first by platform time, however it arrived', async () => {
    const page = await list(ana, contract)
    expect([idsOf(page), page.count, page.next, page.hidden]).toEqual([
      [1, 2, 3, 4, 5],
      { number: 5, atLeast: false },
      undefined,
      undefined,
    ])
    expect(page.items.map((message) => viewTalk(message)?.text)).toEqual(['first', 'second', 'cap of nine months', 'fourth', 'fifth'])
    expect(viewTalk(page.items[1] as never)?.deletedAt).toBe(instant(30))
  })
  test('as of a past moment: later messages were not said yet, and texts read as they did', async () => {
    const page = await list(ana, contract, { asOf: instant(3) })
    expect([idsOf(page), page.count.number]).toEqual([[1, 2, 3], 3])
    expect(viewTalk(page.items[2] as never, instant(3))).toMatchObject({ text: 'cap of six months', edited: false })
    expect(idsOf(await list(ana, contract, { asOf: instant(0) }))).toEqual([])
  })
  test('page by page', async () => {
    const first = await list(ana, contract, { limit: 2 })
    const second = await list(ana, contract, { limit: 2, after: first.next as string })
    const third = await list(ana, contract, { limit: 2, after: second.next as string })
    expect([first, second, third].map(idsOf)).toEqual([[1, 2], [3, 4], [5]])
    expect([first, second, third].map(({ count }) => count.number)).toEqual([5, 5, 5])
    expect(third.next).toBeUndefined()
  })
  test('the latest, still oldest first; and of one thread only', async () => {
    expect(idsOf(await list(ana, contract, { latest: true, limit: 2 }))).toEqual([4, 5])
    expect(idsOf(await list(ana, contract, { latest: true, limit: 2, thread: `${conversation}|1` }))).toEqual([3, 5])
    expect(idsOf(await list(ana, contract, { thread: `${conversation}|other` }))).toEqual([4])
  })
  test.each<[string[], Partial<TalkQuery>, number[]]>([
    [['cap'], {}, [3]],
    [['cap', 'six'], {}, [3]],
    [['months', 'nine'], { asOf: instant(10) }, []],
    [['FIRST'], {}, [1]],
    [['ruiz'], {}, [1, 2, 3, 4, 5]],
    [['nowhere'], {}, []],
    [['.*'], {}, []],
  ])('with the words %j %j', async (words, query, ids) => {
    const page = await list(ana, contract, { words, ...query })
    expect([idsOf(page), page.count.number]).toEqual([ids, ids.length])
  })
  test('some of them, in the order asked for', async () => {
    const messages = [5, 1, 77].map((id) => `${conversation}|m|${id}`)
    expect(idsOf({ items: await opened.store.talk.get(ana, contract, messages) })).toEqual([5, 1])
    expect(await opened.store.talk.get(ana, contract, [])).toEqual([])
  })
  test.each(['', '1', '1.all.', '{"$gt":""}', 'x.all.abc'])('%j is no place to go on from', async (after) => {
    await expect(list(ana, contract, { after })).rejects.toMatchObject({ kind: 'invalid' })
  })
})

test('430 messages are read in pages, none twice and none left out, and counted', async () => {
  const contract = await begin(
    'many',
    ...Array.from({ length: 430 }, (_, index) => said(index, index % 10 === 0 ? 'tenth one' : 'another')),
  )
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await list(ana, contract, { limit: 90, ...(after !== undefined && { after }) })
    seen.push(...idsOf(page))
    expect(page.count).toEqual({ number: 430, atLeast: false })
    after = page.next
  } while (after !== undefined)
  expect(seen).toEqual(Array.from({ length: 430 }, (_, index) => index))
  const tenths = await list(ana, contract, { words: ['tenth'], limit: 5 })
  expect([idsOf(tenths), tenths.count.number]).toEqual([[0, 10, 20, 30, 40], 43])
  expect(idsOf(await list(ana, contract, { words: ['tenth'], limit: 3, latest: true }))).toEqual([400, 410, 420])
})

/** Rules P5, P7 and P8, written down a second time for the messages below. */
type Case = { id: number; audience: 'internal' | 'shared'; private: boolean; atTheTime: string[] }
const closed = 'teams:t:closed'
const cases: Case[] = [
  { id: 1, audience: 'internal', private: false, atTheTime: [] },
  { id: 2, audience: 'shared', private: false, atTheTime: [] },
  { id: 3, audience: 'internal', private: true, atTheTime: ['P-then'] },
  { id: 4, audience: 'shared', private: true, atTheTime: ['P-then'] },
  { id: 5, audience: 'internal', private: true, atTheTime: [] },
]
const inClosedNow = ['P-now', 'P-guest', 'P-gone-outsider']
const oracle = (who: Person, one: Case, { keeper = false, widened = false } = {}): boolean => {
  const isInternal = who.active && who.standing === 'member'
  if (!isInternal) return one.audience === 'shared' && one.private && inClosedNow.includes(who.id)
  return (
    !one.private ||
    widened ||
    (keeper && who.roles.includes('record-keeper')) ||
    inClosedNow.includes(who.id) ||
    one.atTheTime.includes(who.id)
  )
}
const readers = [
  ana,
  person('P-now'),
  person('P-then'),
  person('P-now', { active: false }),
  person('P-keeper', { roles: ['record-keeper'] }),
  person('P-legal', { roles: ['legal', 'administrator', 'approver'] }),
  person('P-guest', { standing: 'guest' }),
  person('P-outsider', { standing: 'outsider', company: 'Acme' }),
  person('P-gone-outsider', { standing: 'outsider', active: false }),
]

describe('who reads which message', () => {
  let contract: Contract
  beforeAll(async () => {
    const account = (id: string) => `teams:t:${id}`
    const drafts = cases.map(({ id, audience, private: isPrivate, atTheTime }) =>
      said(id, `canary${id}`, {
        audience,
        visibility: isPrivate ? 'members' : 'contract',
        thread: isPrivate ? `${closed}|1` : `${conversation}|1`,
        ...(isPrivate && { roster: atTheTime.length > 0 ? 'then' : 'nobody' }),
      }),
    )
    const membership = (roster: string, members: string[]): Draft => ({
      kind: 'membership',
      key: roster,
      actor: 'P-1',
      source: 'test',
      payload: { conversation: closed, roster, members, outsiders: [] },
    })
    contract = await begin('rules', membership('then', [account('P-then')]), membership('nobody', []), ...drafts)
    const member = (id: string) => ({ account: account(id), name: id, email: undefined, standing: 'member', company: undefined }) as const
    await opened.store.conversations.keep(closed, { name: 'closed', members: inClosedNow.map(member) })
  })

  test.each(readers.map((who) => [`${who.id} ${who.standing} ${who.active}`, who] as const))('%s', async (_, who) => {
    const isInternal = who.active && who.standing === 'member'
    for (const keeper of [false, true]) {
      const wanted = cases.filter((one) => oracle(who, one, { keeper })).map(({ id }) => id)
      const page = await list(who, isInternal ? contract : outsiderView(contract), { keeper })
      expect([idsOf(page), page.count.number]).toEqual([wanted, wanted.length])
      const hidden = cases.length - wanted.length
      const range = cases.filter(({ id }) => !wanted.includes(id)).map(({ id }) => instant(id))
      expect(page.hidden).toEqual(isInternal && hidden > 0 ? { count: hidden, from: range[0], to: range.at(-1) } : undefined)
      expect(JSON.stringify(page)).not.toMatch(
        new RegExp(
          cases
            .filter(({ id }) => !wanted.includes(id))
            .map(({ id }) => `canary${id}`)
            .join('|') || '^$',
        ),
      )
      for (const { id } of cases) {
        const searched = await list(who, isInternal ? contract : outsiderView(contract), { words: [`canary${id}`], keeper })
        expect(idsOf(searched)).toEqual(wanted.includes(id) ? [id] : [])
        // What is held back is told alike whatever was searched for.
        expect([searched.count.number, searched.hidden]).toEqual([wanted.includes(id) ? 1 : 0, page.hidden])
      }
    }
    const messages = cases.map(({ id }) => `${conversation}|m|${id}`)
    expect(idsOf({ items: await opened.store.talk.get(who, contract, messages) })).toEqual(
      cases.filter((one) => oracle(who, one)).map(({ id }) => id),
    )
  })

  test('opened to all readers of the contract, and closed again', async () => {
    const widen = (key: string, visibility: 'contract' | 'members') => () => [
      { kind: 'visibility', key, actor: 'P-now', source: 'test', payload: { conversation: closed, visibility } } as const,
    ]
    await opened.store.record.append(contract.id, widen('open', 'contract'))
    expect(idsOf(await list(ana, contract))).toEqual([1, 2, 3, 4, 5])
    // It does not open anything to the other side.
    expect(idsOf(await list(person('P-outsider', { standing: 'outsider' }), outsiderView(contract)))).toEqual([])
    await opened.store.record.append(contract.id, widen('close', 'members'))
    expect(idsOf(await list(ana, contract))).toEqual([1, 2])
  })

  test('who may not see the contract gets the words of one that is not there', async () => {
    const { contract: restricted } = await opened.store.record.append(contract.id, () => [
      { kind: 'restricted', key: 'r', actor: 'P-1', source: 'test', payload: { restricted: true } },
    ])
    await expect(list(ana, restricted)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(opened.store.talk.get(ana, restricted, ['m'])).rejects.toMatchObject({ kind: 'not-found' })
    await expect(list(person('P-keeper', { roles: ['record-keeper'] }), restricted)).rejects.toMatchObject({ kind: 'not-found' })
    expect(idsOf(await list(person('P-keeper', { roles: ['record-keeper'] }), restricted, { keeper: true }))).toEqual([1, 2, 3, 4, 5])
  })
})
