// Contracts: begun once however often they are asked for, and existing only for those who may see them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person, Role } from '../../src/contracts/identity.ts'
import type { Store } from '../../src/store/store.ts'
import { grant, person, restrict, useStore } from './fresh-store.ts'

const opened = useStore()
const ana = person('P-1', { team: 'sales' })
const begin = (store: Store, key: string, more: object = {}) =>
  store.contracts.create({ fields: { title: `Contract ${key}`, owner: 'P-1', team: 'sales' }, by: 'P-1', source: 'test', key, ...more })

describe('beginning a contract', () => {
  test('the same key gives the same contract, another key the next number', async () => {
    const first = await begin(opened.store, 'a')
    const again = await begin(opened.store, 'a')
    const next = await begin(opened.store, 'b')
    expect([again.id, next.id === first.id, first.fields.title?.value, first.createdAt !== '']).toEqual([
      first.id,
      false,
      'Contract a',
      true,
    ])
    expect(await opened.store.record.entries(first.id)).toHaveLength(1)
  })

  test('three stores begin 30 contracts, each asked for three times at once: 30 contracts, 30 numbers', async () => {
    const stores = [opened.store, await opened.open(), await opened.open()]
    const made = await Promise.all(
      Array.from({ length: 90 }, (_, index) => begin(stores[index % 3] as Store, `race ${Math.floor(index / 3)}`)),
    )
    const byKey = Map.groupBy(made, ({ fields }) => fields.title?.value)
    expect([byKey.size, new Set(made.map(({ id }) => id)).size]).toEqual([30, 30])
    for (const ids of byKey.values()) expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
  })

  test('killed between the number and its first entry: the same key goes on with that number', async () => {
    await opened.tamper('reservations', (rows) => rows.insertOne({ _id: 'half' as never, contract: 'C-900' }))
    expect((await begin(opened.store, 'half')).id).toBe('C-900')
  })

  test('a number that a record already has, though nobody reserved it, is passed over', async () => {
    const [{ last }] = (await opened.rows('numbers')).filter(({ _id }) => String(_id) === 'C') as unknown as [{ last: number }]
    const taken = `C-${last + 1}`
    const before = await opened.store.record.append(taken, () => [restrict('restored from elsewhere')])
    const made = await begin(opened.store, 'after a restore')
    expect([made.id, (await opened.store.record.entries(taken)).length]).toEqual([`C-${last + 2}`, before.entries.length])
  })
})

describe('reading one', () => {
  test.each([undefined, null, {}, { id: '' }, { ...ana, id: undefined }])('as %j throws before anything is asked', async (nobody) => {
    const { id } = await begin(opened.store, 'a')
    opened.sent.length = 0
    const { contracts, talk } = opened.store
    const contract = { id } as never
    await expect(contracts.get(nobody as never, id)).rejects.toThrow(TypeError)
    await expect(contracts.named(nobody as never, 'contract', 5)).rejects.toThrow(TypeError)
    await expect(contracts.find(nobody as never, { words: [], without: [] }, { limit: 5 })).rejects.toThrow(TypeError)
    await expect(talk.list(nobody as never, contract, { words: [], limit: 5 })).rejects.toThrow(TypeError)
    await expect(talk.get(nobody as never, contract, ['m'])).rejects.toThrow(TypeError)
    expect(opened.sent).toEqual([])
  })

  test('what may not be seen is answered like what was never there: the same words, the same queries', async () => {
    const hidden = await begin(opened.store, 'hidden', { restricted: true })
    const asked = async (id: string) => {
      opened.sent.length = 0
      const { kind, message, next } = await opened.store.contracts.get(person('P-2'), id).then(
        () => ({}) as never,
        (refused) => refused,
      )
      return {
        refused: [kind, message.replace(id, 'C-n'), next],
        queries: opened.sent.map(({ name, command }) => `${name} ${command[name]}`),
      }
    }
    expect(await asked(hidden.id)).toEqual(await asked('C-77777'))
    expect((await asked(hidden.id)).queries).toEqual(['find contracts', 'find entries'])
  })

  test.each(['', 'C-0', 'C-01', 'c-1', 'COMPANY', 'C-1 ', 'D-1', `C-${'9'.repeat(2000)}`, '{"$ne":null}'])(
    '%j is no contract',
    async (id) => {
      await expect(opened.store.contracts.get(ana, id)).rejects.toMatchObject({ kind: 'not-found' })
    },
  )

  test('the state of one without asking who reads', async () => {
    const { id } = await begin(opened.store, 'a')
    expect(await opened.store.contracts.state(id)).toMatchObject({ id })
    expect(await opened.store.contracts.state('C-77777')).toBeUndefined()
  })
})

/** The access table's line for read, written down a second time. */
const oracle = (who: Person, contract: { restricted: boolean; granted: boolean }): boolean => {
  if (who.standing !== 'member' || !who.active) return false
  return (
    !contract.restricted ||
    who.id === 'P-1' ||
    who.team === 'sales' ||
    who.roles.includes('legal') ||
    (contract.granted && who.id === 'P-3')
  )
}
const roles: Role[] = ['legal', 'approver', 'record-keeper', 'administrator']
const people: Person[] = [
  ana,
  person('P-2'),
  person('P-3'),
  person('P-4', { team: 'sales' }),
  person('P-5', { team: 'finance' }),
  ...roles.map((role, index) => person(`P-${10 + index}`, { roles: [role] })),
  person('P-20', { active: false, roles: ['legal'] }),
  person('P-1', { active: false }),
  person('P-21', { standing: 'guest', team: 'sales', roles: ['legal'] }),
  person('P-22', { standing: 'outsider' }),
]

describe('who sees which contract, by every way of reading', () => {
  const contracts: { id: string; restricted: boolean; granted: boolean }[] = []
  let before: string[] = []
  beforeAll(async () => {
    before = (await opened.rows('contracts')).map(({ _id }) => String(_id))
    for (const restricted of [false, true]) {
      for (const granted of [false, true]) {
        const { id } = await begin(opened.store, `canary ${restricted} ${granted}`, { restricted })
        if (granted) await opened.store.record.append(id, () => [grant('P-3')])
        contracts.push({ id, restricted, granted })
      }
    }
    // One that was open is closed, one that was closed is opened.
    const closed = await begin(opened.store, 'canary closed later')
    await opened.store.record.append(closed.id, () => [restrict('close')])
    contracts.push({ id: closed.id, restricted: true, granted: false })
    const open = await begin(opened.store, 'canary opened later', { restricted: true })
    await opened.store.record.append(open.id, () => [restrict('open', false)])
    contracts.push({ id: open.id, restricted: false, granted: false })
  })
  afterAll(() => expect(before.length).toBeGreaterThan(0))

  test.each(people.map((who) => [`${who.id} ${who.standing} ${who.active} ${who.roles} ${who.team}`, who] as const))(
    '%s',
    async (_, who) => {
      const wanted = contracts.filter((contract) => oracle(who, contract)).map(({ id }) => id)
      const { contracts: store } = opened.store
      const got = await Promise.all(
        contracts.map(({ id }) =>
          store.get(who, id).then(
            () => [id],
            () => [],
          ),
        ),
      )
      const found = await store.find(who, { words: ['canary'], without: [] }, { limit: 50 })
      const listed = await store.find(
        who,
        { words: [], without: [], where: { field: 'owner', comparison: '=', value: 'P-1' } },
        { limit: 100 },
      )
      const named = await store.named(who, 'canary', 50)
      expect(got.flat()).toEqual(wanted)
      expect(found.items.map(({ contract }) => contract.id).sort()).toEqual([...wanted].sort())
      expect(found.count).toEqual({ number: wanted.length, atLeast: false })
      expect(
        listed.items
          .map(({ contract }) => contract.id)
          .filter((id) => !before.includes(id))
          .sort(),
      ).toEqual([...wanted].sort())
      expect(named.map(({ contract }) => contract.id).sort()).toEqual([...wanted].sort())
    },
  )
})
