// Looking contracts up by the values of their fields: the facts that are kept, whoever keeps them in which order, and reading them by shelves.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Condition } from '../../src/contracts/filter/condition.ts'
import { person, restrict, said, useStore } from './fresh-store.ts'

const opened = useStore()
const ana = person('P-1')

const begin = async (key: string, fields: object, restricted = false) =>
  (await opened.store.contracts.create({ fields: { owner: 'P-1', title: key, ...fields }, restricted, by: 'P-1', source: 'test', key })).id
const set = (id: string, key: string, field: string, value: unknown, previous?: unknown) => {
  const payload = { field, value: value as never, ...(previous !== undefined && { previous: previous as never }) }
  return opened.store.record.append(id, () => [{ kind: 'field', key, actor: 'P-1', source: 'test', payload }])
}
const factsOf = async (id: string) => (await opened.rows('facts')).filter(({ contract }) => contract === id)
const spelled = async (id: string) => (await factsOf(id)).map(({ fact }) => fact).sort()
const find = async (where: Condition, limit = 10, after?: string) =>
  opened.store.contracts.find(ana, { words: [], without: [], where }, { limit, ...(after !== undefined && { after }) })
const idsOf = async (where: Condition) => (await find(where, 50)).items.map(({ contract }) => contract.id)
const is = (field: string, value: string): Condition => ({ field, comparison: '=', value })

describe('what is kept', () => {
  test('one row a fact, by the entry that set the value; names leave none', async () => {
    const id = await begin('one', { type: 'msa', counterparty: 'Acme Ltd', parties: ['Acme', 'Us'] })
    expect(await spelled(id)).toEqual(['owner|s:p-1', 'type|s:msa'])
    await set(id, 'seats', 'seats', 480)
    expect((await factsOf(id)).map(({ _id, seq }) => [_id, seq])).toEqual([
      [`${id}|owner|0`, 0],
      [`${id}|seats|0`, 1],
      [`${id}|type|0`, 0],
    ])
  })
  test('a value that was replaced leaves nothing behind, of several ones neither', async () => {
    const id = await begin('several', { dataLocation: ['eu', 'us', 'asia'] })
    await set(id, 'fewer', 'dataLocation', ['us'], ['eu', 'us', 'asia'])
    expect(await spelled(id)).toEqual(['dataLocation|s:us', 'dataLocation|w:us', 'owner|s:p-1'])
    await set(id, 'none', 'dataLocation', null, ['us'])
    expect(await spelled(id)).toEqual(['owner|s:p-1'])
  })
  test('what is said changes none of them', async () => {
    const id = await begin('talk', { type: 'msa' })
    opened.sent.length = 0
    await opened.store.record.append(id, () => [said(1, 'hello')])
    await opened.store.record.append(id, () => [restrict('r')])
    const written = opened.sent.filter(({ name, command }) => command[name] === 'facts')
    expect(written).toEqual([])
  })
  test('a contract is begun with one more write, however many fields it has', async () => {
    opened.sent.length = 0
    await begin('many', { type: 'msa', status: 'draft', team: 'cs', value: { minor: 100, currency: 'EUR' }, expirationDate: '2027-01-01' })
    expect(opened.sent.filter(({ name, command }) => command[name] === 'facts').map(({ name }) => name)).toEqual(['insert'])
  })
  test('who folds late does not take the place of what was set since', async () => {
    const id = await begin('late', { type: 'msa' })
    const before = (await opened.rows('contracts')).find(({ _id }) => (_id as unknown) === id)
    await set(id, 'first', 'type', 'nda', 'msa')
    await set(id, 'second', 'type', 'sow', 'nda')
    // As a process left it that was killed between two steps, and as another had made it.
    await opened.tamper('contracts', (rows) => rows.replaceOne({ _id: id as never }, before as object))
    const other = await opened.open()
    await other.record.catchUp()
    expect(await spelled(id)).toEqual(['owner|s:p-1', 'type|s:sow'])
    expect([await idsOf(is('type', 'sow')), (await idsOf(is('type', 'nda'))).includes(id)]).toEqual([[id], false])
  })
  test('a row too many is looked at in vain, a row of nobody is nobody', async () => {
    const id = await begin('stale', { type: 'dpa' })
    const row = (_id: string, contract: string) => ({ _id, contract, shelf: 0, fact: 'type|s:sla', seq: 99 })
    await opened.tamper('facts', (rows) => rows.insertMany([row(`${id}|type|7`, id), row('C-999|type|0', 'C-999')] as never))
    expect(await find(is('type', 'sla'))).toMatchObject({ items: [], count: { number: 0, atLeast: false } })
    await opened.tamper('facts', (rows) => rows.deleteMany({ seq: 99 }))
  })
})

describe('facts that are common are gone through shelf by shelf', () => {
  const made: string[] = []
  const hidden = person('P-9')
  const sales: Condition = { field: 'team', comparison: '=', value: 'shelved', byWords: true }

  beforeAll(async () => {
    for (const [number, count] of [
      [3_060, 24],
      [4_090, 12],
    ] as const) {
      await opened.tamper('numbers', (rows) => rows.updateOne({ _id: 'C' as never }, { $set: { last: number } }, { upsert: true }))
      for (let index = 0; index < count; index += 1)
        made.push(await begin(`shelved ${number} ${index}`, { team: 'shelved', seats: made.length }, made.length % 6 === 0))
    }
    // So many on the sampled shelves that reading them all at once is not thought of.
    const crowd = (shelf: number) =>
      Array.from({ length: 700 }, (_, index) => ({
        ...{ _id: `C-${900_000 + index}|${shelf}`, contract: `C-${900_000 + index}`, shelf, seq: 0 },
        fact: index % 2 === 0 ? 'team|s:shelved' : 'team|w:shelved',
      }))
    await opened.tamper('facts', (rows) => rows.insertMany([1, 2, 3].flatMap(crowd) as never))
  })

  test('all of them, the newest first, each once and page by page', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await find(sales, 7, after)
      expect(page.count).toEqual({ number: made.length, atLeast: false })
      seen.push(...page.items.map(({ contract }) => contract.id))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual([...made].reverse())
  })
  test('counted are those that the asker may see', async () => {
    const open = made.filter((_, index) => index % 6 !== 0)
    const page = await opened.store.contracts.find(hidden, { words: [], without: [], where: sales }, { limit: 50 })
    expect([page.count.number, page.items.map(({ contract }) => contract.id)]).toEqual([open.length, [...open].reverse()])
  })
  test('together with what is rare, only that is looked at', async () => {
    opened.sent.length = 0
    expect(await idsOf({ all: [sales, { field: 'seats', from: 3, to: 4 }] })).toEqual([made[4], made[3]])
    const shelves = opened.sent.filter(
      ({ name, command }) => command[name] === 'facts' && (command.filter as { shelf?: number }).shelf !== undefined && !command.limit,
    )
    expect(shelves).toEqual([])
  })
  test('and with words, or but for some', async () => {
    expect(await idsOf({ all: [sales, { not: { field: 'seats', comparison: '<', value: 33 } }] })).toEqual([made[35], made[34], made[33]])
    const found = await opened.store.contracts.find(ana, { words: ['3060', '5'], without: [], where: sales }, { limit: 5 })
    expect(found.items.map(({ contract }) => contract.id)).toEqual([made[5]])
    expect(await idsOf({ any: [{ field: 'seats', from: 35, to: 100 }, { all: [sales, { field: 'seats', to: 0 }] }] })).toEqual([
      made[35],
      made[0],
    ])
  })
})
