// The record: what is appended is there once, in one chain, however many append it and however often.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/contracts/refusal.ts'
import { decided, said, useStore } from './fresh-store.ts'

const opened = useStore()
const keysOf = async (contract: string) => (await opened.store.record.entries(contract)).map(({ key }) => key)
const faultsOf = async (contract: string) => (await Array.fromAsync(opened.store.record.verify(contract))).flatMap(({ faults }) => faults)

test('an entry is appended to the state that its contract is in', async () => {
  const { record } = opened.store
  await record.append('C-1', () => [decided('a'), decided('b')])
  const { contract, entries, known } = await record.append('C-1', (now) => [decided(`after ${now.head.seq}`)])
  expect([contract.decisions.length, contract.head.seq, entries.map(({ key }) => key), known]).toEqual([3, 2, ['after 1'], []])
  expect(await keysOf('C-1')).toEqual(['a', 'b', 'after 1'])
  expect((await record.entries('C-1', 2)).map(({ seq }) => seq)).toEqual([2])
})

test('a key that is there was recorded before: it is left out and named', async () => {
  const { record } = opened.store
  await record.append('C-2', () => [decided('a'), decided('b')])
  const { entries, known } = await record.append('C-2', () => [decided('b'), decided('c'), decided('a'), decided('c')])
  expect([entries.map(({ key }) => key), [...known].sort()]).toEqual([['c'], ['a', 'b', 'c']])
  expect(await keysOf('C-2')).toEqual(['a', 'b', 'c'])
})

test('the same key in two contracts is two entries', async () => {
  const { record } = opened.store
  const both = await Promise.all(['C-3', 'C-4'].map((contract) => record.append(contract, () => [decided('same')])))
  expect(both.map(({ entries }) => entries.length)).toEqual([1, 1])
})

test('a refusal of the rules passes through, and nothing of it is appended', async () => {
  const { record } = opened.store
  const refused = new Refusal('conflict', 'It was decided already.')
  const refuse = () => {
    throw refused
  }
  const results = await Promise.allSettled([
    record.append('C-5', () => [decided('a')]),
    record.append('C-5', refuse),
    record.append('C-5', (now) => (now.decisions.length === 1 ? [decided('b')] : [])),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results[1]).toMatchObject({ reason: refused })
  expect(await keysOf('C-5')).toEqual(['a', 'b'])
})

test('who has nothing to append gets the contract as it is', async () => {
  expect(await opened.store.record.append('C-5', () => [])).toMatchObject({ contract: { head: { seq: 1 } }, entries: [], known: [] })
})

test('appends of the same moment go out as one insert, whatever their contract', async () => {
  const { record } = opened.store
  await record.append('C-6', () => [decided('first')])
  opened.sent.length = 0
  const drafts = Array.from({ length: 30 }, (_, index) => said(index, `message ${index}`))
  await Promise.all(drafts.map((draft, index) => record.append(index % 3 === 0 ? 'C-6' : `C-${60 + (index % 3)}`, () => [draft])))
  const inserts = opened.sent.filter(({ name, command }) => name === 'insert' && command.insert === 'entries')
  expect(inserts.map(({ command }) => [(command.documents as unknown[]).length, command.ordered])).toEqual([[30, true]])
  for (const contract of ['C-6', 'C-61', 'C-62']) expect(await faultsOf(contract)).toEqual([])
})

test('a captured message costs one insert of its entry and one of its row', async () => {
  const { record } = opened.store
  await record.append('C-7', () => [decided('first'), said(1, 'hello')])
  opened.sent.length = 0
  await record.append('C-7', () => [said(2, 'again')])
  expect(opened.sent.map(({ name, command }) => `${name} ${command[name]}`)).toEqual(['insert entries', 'insert talk'])
})

test('a chain is appended to by others meanwhile: what was decided on an old state is decided again', async () => {
  const other = await opened.open()
  await opened.store.record.append('C-8', () => [decided('a')])
  await other.record.append('C-8', () => [decided('b')])
  const seen: number[] = []
  const { entries } = await opened.store.record.append('C-8', (now) => {
    seen.push(now.decisions.length)
    return [decided(`after ${now.decisions.length}`)]
  })
  expect([seen, entries.map(({ key }) => key)]).toEqual([[1, 2], ['after 2']])
  await other.record.append('C-8', () => [decided('d')])
  // Neither a refusal nor silence is believed of a state that may be old.
  const silent = await opened.store.record.append('C-8', () => [])
  expect(silent.contract.decisions).toHaveLength(4)
  await other.record.append('C-8', () => [decided('e')])
  const refusing = opened.store.record.append('C-8', (now) => {
    throw new Refusal('conflict', `${now.decisions.length} decisions`)
  })
  await expect(refusing).rejects.toThrow('5 decisions')
})

test('three stores race for 400 numbers of one chain: no hole, no number twice, one chain', async () => {
  const stores = [opened.store, await opened.open(), await opened.open()]
  const results = await Promise.all(
    Array.from({ length: 400 }, (_, index) => stores[index % 3]?.record.append('C-9', () => [decided(`race ${index}`)])),
  )
  const seqs = results.flatMap((result) => result?.entries.map(({ seq }) => seq) ?? [])
  expect(seqs.sort((one, other) => one - other)).toEqual(Array.from({ length: 400 }, (_, index) => index))
  expect(await faultsOf('C-9')).toEqual([])
})

test('three stores append the same 60 keys, in any order: each is there once, and known to the others', async () => {
  const stores = [opened.store, await opened.open(), await opened.open()]
  const keys = Array.from({ length: 60 }, (_, index) => `key ${index}`)
  const results = await Promise.all(
    stores.flatMap((store, number) => {
      const order = number === 1 ? [...keys].reverse() : keys
      return Array.from({ length: 6 }, (_, part) =>
        store.record.append('C-10', () => order.slice(part * 10, part * 10 + 10).map((key) => decided(key))),
      )
    }),
  )
  expect(await keysOf('C-10')).toHaveLength(60)
  expect(new Set(await keysOf('C-10')).size).toBe(60)
  expect(results.flatMap(({ entries }) => entries)).toHaveLength(60)
  expect(results.flatMap(({ known }) => known)).toHaveLength(120)
  expect(await faultsOf('C-10')).toEqual([])
})

test('what one caller can not write is no matter of the others', async () => {
  const circle: Record<string, unknown> = {}
  circle.self = circle
  const results = await Promise.allSettled([
    opened.store.record.append('C-11', () => [decided('a')]),
    opened.store.record.append('C-11', () => [{ ...decided('b'), payload: circle } as never]),
    opened.store.record.append('C-12', () => [decided('x'.repeat(17 * 1024 * 1024))]),
    opened.store.record.append('C-11', () => [decided('c')]),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(await keysOf('C-11')).toEqual(['a', 'c'])
  expect(await keysOf('C-12')).toEqual([])
})

test('500 drafts of one decision are one write', async () => {
  const { entries } = await opened.store.record.append('C-13', () => Array.from({ length: 500 }, (_, index) => said(index, `m ${index}`)))
  expect([entries.length, entries.at(-1)?.seq]).toEqual([500, 499])
})

describe('text is kept exactly', () => {
  const hostile = [
    '\ud800 alone',
    'and \udc00 behind',
    'NUL \u0000 inside',
    '‮right to left',
    '\u200bzero width',
    '{"$ne":null}',
    '__proto__',
    '😀',
  ]
  test.each(hostile)('%j', async (text) => {
    const id = hostile.indexOf(text)
    await opened.store.record.append('C-14', () => [said(id, text, { raw: text })])
    const [entry] = (await opened.store.record.entries('C-14')).filter(({ key }) => key === `m:${id}`)
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({ text, raw: text })
    expect(await faultsOf('C-14')).toEqual([])
  })
  test('any text at all', async () => {
    const anyText = fc.array(fc.nat({ max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units))
    const texts = fc.sample(anyText, 100)
    await opened.store.record.append('C-15', () => texts.map((text, index) => said(index, text)))
    const held = (await opened.store.record.entries('C-15')).map(({ payload }) => (JSON.parse(payload ?? '') as { text: string }).text)
    expect(held).toEqual(texts)
    expect(await faultsOf('C-15')).toEqual([])
  })
})

test('entries of one kind are told from all chains, since a time, oldest first', async () => {
  const since = new Date().toISOString()
  const read = (key: string) =>
    ({ kind: 'keeper_read', key, actor: 'P-9', source: 'test', payload: { command: 'talk', reason: 'audit' } }) as const
  await opened.store.record.append('C-16', () => [read('r1'), decided('no read')])
  await opened.store.record.append('C-17', () => [read('r2')])
  expect((await opened.store.record.ofKind('keeper_read', since)).map(({ contract, key }) => [contract, key])).toEqual([
    ['C-16', 'r1'],
    ['C-17', 'r2'],
  ])
  expect(await opened.store.record.ofKind('keeper_read', new Date(Date.now() + 60_000).toISOString())).toEqual([])
})
