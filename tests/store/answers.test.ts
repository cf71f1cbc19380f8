// Answers: an act runs once for its invocation over all processes, and everybody hears the same.
import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../src/contracts/refusal.ts'
import { createAnswers } from '../../src/store/answers.ts'
import type { AnswerStore } from '../../src/store/store.ts'
import { useDatabase } from './connected.ts'

const connected = useDatabase()
let stores: AnswerStore[]
const only = () => stores[0] as AnswerStore
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

beforeAll(async () => {
  const databases = [connected.database, await connected.connect(), await connected.connect()]
  stores = databases.map(createAnswers)
})

test('delivered four times to three processes at once it runs once, and all get the same answer', async () => {
  let runs = 0
  const act = async () => {
    runs += 1
    await pause(60)
    return { card: { summary: `run ${runs}` } }
  }
  const heard = await Promise.all([...stores, only()].map((store) => store.once('click-1', act)))
  expect(runs).toBe(1)
  expect(heard.map(({ answer }) => answer)).toEqual(Array.from({ length: 4 }, () => ({ card: { summary: 'run 1' } })))
  expect(heard.filter(({ first }) => first)).toHaveLength(1)
})

test.each([{ answer: undefined }, { answer: null }, { answer: 'text' }, { answer: { $set: { 'a.b': 1 } } }])(
  '$answer comes back as it is',
  async ({ answer }) => {
    const name = `kind ${JSON.stringify(answer)}`
    expect(await only().once(name, async () => answer)).toEqual({ answer, first: true })
    expect(await only().once(name, async () => 'another')).toEqual({ answer, first: false })
  },
)

test('an act that failed answered nothing: the failure is told, and the next delivery runs it', async () => {
  await expect(only().once('fails', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  expect(await only().once('fails', async () => 'now')).toEqual({ answer: 'now', first: true })
})

test('when the first runner dies, another runs it after 30 seconds', async () => {
  void only().once('dies', () => new Promise<string>(() => undefined))
  await pause(100)
  const second = stores[1]?.once('dies', async () => 'second')
  await pause(100)
  connected.pass(31_000)
  expect(await second).toEqual({ answer: 'second', first: true })
})

test('who waits ten seconds is told that it is still being worked on', async () => {
  void only().once('slow', () => new Promise<string>(() => undefined))
  await pause(50)
  await expect(stores[1]?.once('slow', async () => 'second')).rejects.toThrow(Refusal)
})
