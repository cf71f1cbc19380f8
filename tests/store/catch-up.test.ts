// Catching up: what was appended and never folded is found again, a contract without a row too, and what is up to date costs nothing.
import { expect, test } from 'vitest'
import { useStore } from './fresh-store.ts'
import { play } from './scenario.ts'

const opened = useStore()
const projections = ['contracts', 'talk', 'links', 'past_rosters', 'search']
const rowsOfAll = async () =>
  Object.fromEntries(await Promise.all(projections.map(async (name) => [name, await opened.rows(name)] as const)))

test('a record whose projections were lost is found again, and is as it was', async () => {
  const id = await play(opened.store)
  await opened.store.contracts.state(id)
  expect(await opened.store.record.catchUp()).toBeLessThanOrEqual(1)
  const before = await rowsOfAll()
  for (const name of projections) await opened.tamper(name, (rows) => rows.deleteMany({}))
  const other = await opened.open()
  expect(await other.record.catchUp()).toBe(1)
  expect(await rowsOfAll()).toEqual(before)
  expect(await other.record.catchUp()).toBe(0)
})

test('what an earlier version of the program made is made afresh once, and an empty database is current from the start', async () => {
  const id = await play(opened.store)
  await opened.store.record.catchUp()
  const facts = await opened.rows('facts')
  expect(facts.length).toBeGreaterThan(0)
  // As a version left it that knew no facts, and rows that lack what came later.
  await opened.tamper('layouts', (rows) => rows.deleteMany({}))
  await opened.tamper('facts', (rows) => rows.deleteMany({}))
  const other = await opened.open()
  await other.record.catchUp()
  expect(await opened.rows('facts')).toEqual(facts)
  await opened.tamper('contracts', (rows) => rows.updateOne({ _id: id as never }, { $set: { due: '2020-01-01' } }))
  await other.record.catchUp()
  expect((await opened.rows('contracts')).find(({ _id }) => _id === id)).toMatchObject({ due: '2020-01-01' })
})

test('an empty company has nothing to catch up with', async () => {
  await opened.tamper('numbers', (rows) => rows.deleteMany({}))
  expect(await opened.store.record.catchUp()).toBe(0)
})
