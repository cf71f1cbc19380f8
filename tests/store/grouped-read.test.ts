// Grouped reads: together when asked together, and never an answer that was read before the question.
import { expect, test } from 'vitest'
import { createGroupedRead } from '../../src/store/grouped-read.ts'

test('questions of one moment go out as one; who comes meanwhile goes with the next and hears what is true then', async () => {
  const asked: string[][] = []
  let truth = 'old'
  const read = createGroupedRead(async (keys) => {
    asked.push(keys)
    const seen = truth
    await new Promise((resolve) => setTimeout(resolve, 5))
    return (key) => `${key} ${seen}`
  })
  const first = [read('a'), read('b'), read('a')]
  await new Promise((resolve) => setTimeout(resolve, 1))
  truth = 'new'
  const second = read('a')
  expect(await Promise.all([...first, second])).toEqual(['a old', 'b old', 'a old', 'a new'])
  expect(asked).toEqual([['a', 'b'], ['a']])
})

test('a failure is told to everybody who asked, and the next question is asked afresh', async () => {
  let fails = true
  const read = createGroupedRead(async () => {
    if (fails) throw new Error('away')
    return (key) => key
  })
  expect((await Promise.allSettled([read('a'), read('b')])).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect(await read('c')).toBe('c')
})

test('a hundred at most in one question', async () => {
  const sizes: number[] = []
  const read = createGroupedRead(async (keys) => {
    sizes.push(keys.length)
    return (key) => key
  })
  await Promise.all(Array.from({ length: 250 }, (_, index) => read(`${index}`)))
  expect(sizes).toEqual([100, 100, 50])
})
