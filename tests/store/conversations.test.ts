// Conversations: what is known of them now, and every list of members for good.
import { beforeAll, expect, test } from 'vitest'
import { rosterOf } from '../../src/contracts/roster.ts'
import { threadId } from '../../src/contracts/talk.ts'
import type { ConversationStore, Store } from '../../src/store/store.ts'
import { useStore } from './opened.ts'

const opened = useStore()
let conversations: ConversationStore
let other: Store
const member = (id: string) => ({ account: `teams:t:${id}`, name: id, email: undefined, standing: 'member' as const, company: undefined })

beforeAll(async () => {
  conversations = opened.store.conversations
  other = await opened.open()
})

test('what is unknown is private and has no members', async () => {
  expect(await conversations.get('teams:t:c0')).toBeUndefined()
  expect(await conversations.keep('teams:t:c0', {})).toEqual({
    id: 'teams:t:c0',
    name: '',
    visibility: 'members',
    roster: undefined,
    checkedAt: opened.clock().toISOString(),
    reference: undefined,
  })
})

test('each thing is kept as it was last told, and what is not told stays', async () => {
  await conversations.keep('teams:t:c1', {
    name: 'Deals',
    visibility: 'contract',
    members: [member('b'), member('a')],
    reference: '{"x":1}',
  })
  opened.pass(1_000)
  const row = await conversations.keep('teams:t:c1', { name: 'Deals EU' })
  expect(row).toMatchObject({ name: 'Deals EU', visibility: 'contract', reference: '{"x":1}', checkedAt: opened.clock().toISOString() })
  expect(row.roster?.members.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(await other.conversations.get('teams:t:c1')).toEqual(row)
})

test('two processes that keep a new conversation at once keep one row', async () => {
  const kept = await Promise.all(
    Array.from({ length: 6 }, (_, index) => (index % 2 ? other : opened.store).conversations.keep('teams:t:race', { name: 'Race' })),
  )
  expect(kept.map(({ name }) => name)).toEqual(Array.from({ length: 6 }, () => 'Race'))
})

test('an older list of members stays under its hash when people come and go', async () => {
  const before = rosterOf([member('a'), member('b')])
  await conversations.keep('teams:t:c2', { members: [member('a'), member('b')] })
  await conversations.keep('teams:t:c2', { members: [member('a'), member('c')] })
  expect((await conversations.get('teams:t:c2'))?.roster?.members.map(({ name }) => name)).toEqual(['a', 'c'])
  expect(await conversations.roster(before.hash)).toEqual(before)
  expect(await conversations.roster('0'.repeat(32))).toBeUndefined()
})

test('a changed list of members is also that of the linked threads', async () => {
  const thread = threadId('teams:t:c3', '1')
  const { id } = await opened.store.contracts.create({ fields: { title: 'A' }, by: 'P-1', source: 'test', key: 'c3' })
  const first = await conversations.keep('teams:t:c3', { members: [member('a')] })
  const payload = { thread, conversationName: 'c3', visibility: 'members' as const }
  await opened.store.record.append(id, () => [{ kind: 'linked', key: 'l', actor: 'P-1', source: 'test', payload }])
  expect((await opened.store.threads.linked(thread))?.roster).toBe(first.roster?.hash)
  const second = await conversations.keep('teams:t:c3', { members: [member('a'), member('z')] })
  expect((await other.threads.linked(thread))?.roster).toBe(second.roster?.hash)
})

test('a personal chat is found by the account that is in it', async () => {
  expect(await conversations.personal('teams:t:lee')).toBeUndefined()
  await conversations.keep('teams:t:p1', { personal: 'teams:t:lee', reference: 'r' })
  expect(await conversations.personal('teams:t:lee')).toMatchObject({ id: 'teams:t:p1', reference: 'r', visibility: 'members' })
})
