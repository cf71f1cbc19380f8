// Projections: brought up to date after an append or by who reads next, never behind what is read, and the same when made afresh.
import { expect, test } from 'vitest'
import { viewTalk } from '../../src/contracts/talk-view.ts'
import { conversation, decided, fieldSet, person, restrict, said, useStore } from './fresh-store.ts'
import { play } from './scenario.ts'

const opened = useStore()
const ana = person('P-1')
const all = ['contracts', 'talk', 'links', 'past_rosters', 'search', 'facts']
const rowsOfAll = async () => Object.fromEntries(await Promise.all(all.map(async (name) => [name, await opened.rows(name)] as const)))
const query = (...words: string[]) => ({ words, without: [] })

test('rebuilt from the record, every row is as it was', async () => {
  for (const key of ['one', 'two', 'three']) await play(opened.store, key)
  await opened.store.record.append('COMPANY', () => [decided('not of a contract')])
  await opened.store.anchors.write(new Date().toISOString())
  const before = await rowsOfAll()
  const lines: string[] = []
  await opened.store.record.rebuild((line) => lines.push(line))
  expect(await rowsOfAll()).toEqual(before)
  expect(Object.values(before).map((rows) => rows.length)).toEqual([4, 9, 3, 1, 6, 3])
  expect(lines.at(-1)).toBe('4 contracts rebuilt, all of them.')
})

test('a chain that is not a contract is none', async () => {
  expect(await opened.store.contracts.state('COMPANY')).toMatchObject({ id: 'COMPANY' })
  await expect(opened.store.contracts.get(ana, 'COMPANY')).rejects.toMatchObject({ kind: 'not-found' })
  const found = await opened.store.contracts.find(ana, query(), { limit: 100 })
  expect(found.items.map(({ contract }) => contract.id)).not.toContain('COMPANY')
})

test('rows that are behind are not believed: the contract is read to its last entry, and closed to whom it was closed', async () => {
  const { id } = await opened.store.contracts.create({
    fields: { title: 'Behind', owner: 'P-1' },
    by: 'P-1',
    source: 'test',
    key: 'behind',
  })
  const [row] = (await opened.rows('contracts')).filter(({ _id }) => (_id as unknown) === id)
  await opened.store.record.append(id, () => [fieldSet('t', 'title', 'Behind and changed'), restrict('r')])
  // As a process leaves it that was killed after its entries were in.
  await opened.tamper('contracts', (rows) => rows.replaceOne({ _id: id as never }, row as object))
  const other = await opened.open()
  const stranger = person('P-9')
  expect((await other.contracts.find(stranger, query('behind'), { limit: 5 })).items).toEqual([])
  expect((await other.contracts.find(ana, query('behind'), { limit: 5 })).items[0]?.contract.fields.title?.value).toBe('Behind and changed')
  await opened.tamper('contracts', (rows) => rows.replaceOne({ _id: id as never }, row as object))
  expect(await other.contracts.named(stranger, 'behind', 5)).toEqual([])
  await opened.tamper('contracts', (rows) => rows.replaceOne({ _id: id as never }, row as object))
  await expect(other.contracts.get(stranger, id)).rejects.toMatchObject({ kind: 'not-found' })
})

test('talk whose rows were never written is there when it is asked for', async () => {
  const { id } = await opened.store.contracts.create({
    fields: { title: 'Silent', owner: 'P-1' },
    by: 'P-1',
    source: 'test',
    key: 'silent',
  })
  await opened.store.record.append(id, () => [said(1, 'one'), said(2, 'two')])
  await opened.tamper('talk', (rows) => rows.deleteMany({ contract: id }))
  const other = await opened.open()
  const contract = await other.contracts.get(ana, id)
  const page = await other.talk.list(ana, contract, { words: [], limit: 10 })
  expect(page.items.map((message) => viewTalk(message)?.text)).toEqual(['one', 'two'])
})

test('many messages, a few at a time: the row of the contract lags behind, what is read does not', async () => {
  const { id } = await opened.store.contracts.create({ fields: { title: 'Lag', owner: 'P-1' }, by: 'P-1', source: 'test', key: 'lag' })
  const other = await opened.open()
  for (let count = 1; count <= 70; count += 1) {
    await opened.store.record.append(id, () => [said(count, `message ${count}`)])
    if (count % 7 === 0) expect((await other.contracts.get(ana, id)).talkCount).toBe(count)
  }
  const [row] = (await opened.rows('contracts')).filter(({ _id }) => (_id as unknown) === id)
  expect(70 - (row?.seq as number)).toBeLessThan(32)
  expect((await other.talk.list(ana, await other.contracts.get(ana, id), { words: [], limit: 100 })).items).toHaveLength(70)
})

test('two stores fold edits of one message at the same moment: both are in it', async () => {
  const { id } = await opened.store.contracts.create({ fields: { title: 'Race', owner: 'P-1' }, by: 'P-1', source: 'test', key: 'race' })
  const other = await opened.open()
  await opened.store.record.append(id, () => [said(1, 'first')])
  const reaction = (by: string) => ({
    kind: 'reaction' as const,
    key: `r:${by}`,
    actor: by,
    source: 'teams',
    payload: { message: `${conversation}|m|1`, thread: `${conversation}|1`, emoji: '👍', by, at: new Date().toISOString(), added: true },
  })
  await Promise.all(
    Array.from({ length: 40 }, (_, index) => (index % 2 ? opened.store : other).record.append(id, () => [reaction(`P-${index}`)])),
  )
  const [message] = (await opened.store.talk.list(ana, await opened.store.contracts.get(ana, id), { words: [], limit: 5 })).items
  expect(viewTalk(message as never)?.reactions).toMatchObject([{ emoji: '👍', by: { length: 40 } }])
})

test('where the projections cannot be written the entries are in all the same, and it is said', async () => {
  const { id } = await opened.store.contracts.create({
    fields: { title: 'Broken', owner: 'P-1' },
    by: 'P-1',
    source: 'test',
    key: 'broken',
  })
  await opened.tamper('talk', (rows) =>
    rows.createIndex({ revision: 1, contract: 1 }, { unique: true, partialFilterExpression: { contract: id } }),
  )
  await opened.store.record.append(id, () => [said(1, 'one')])
  opened.lines.length = 0
  const { entries } = await opened.store.record.append(id, () => [said(2, 'two')])
  expect(entries).toHaveLength(1)
  expect(opened.lines.join()).toMatch('not up to date yet')
  await opened.tamper('talk', (rows) => rows.dropIndex('revision_1_contract_1'))
  expect((await opened.store.talk.list(ana, await opened.store.contracts.get(ana, id), { words: [], limit: 5 })).items).toHaveLength(2)
})
