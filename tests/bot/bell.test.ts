// The bell wakes whoever waits, is not lost on nobody, and ends with the signal.
import { expect, test } from 'vitest'
import { bellOf, createBell } from '../../src/bot/bell.ts'
import { workLoop } from '../../src/bot/work-loop.ts'

const never = new AbortController().signal
const lasts = async (wait: Promise<void>) => {
  const started = performance.now()
  await wait
  return performance.now() - started
}

test('a ring wakes all who wait; without one the time runs out', async () => {
  const bell = createBell()
  const waits = [lasts(bell.wait(5_000, never)), lasts(bell.wait(5_000, never))]
  setTimeout(() => bell.ring(), 20)
  for (const wait of waits) expect(await wait).toBeLessThan(1_000)
  expect(await lasts(bell.wait(50, never))).toBeGreaterThanOrEqual(45)
})

test('a ring that nobody heard wakes the next at once, and only that one', async () => {
  const bell = createBell()
  bell.ring()
  expect(await lasts(bell.wait(5_000, never))).toBeLessThan(50)
  expect(await lasts(bell.wait(50, never))).toBeGreaterThanOrEqual(45)
})

test('an aborted signal ends a wait, before and during it', async () => {
  const bell = createBell()
  const stopping = new AbortController()
  setTimeout(() => stopping.abort(), 20)
  expect(await lasts(bell.wait(5_000, stopping.signal))).toBeLessThan(1_000)
  expect(await lasts(bell.wait(5_000, stopping.signal))).toBeLessThan(50)
})

test('each part of a store has one bell', () => {
  const [inbox, outbox] = [{}, {}]
  expect(bellOf(inbox)).toBe(bellOf(inbox))
  expect(bellOf(inbox)).not.toBe(bellOf(outbox))
})

test('a loop goes on after a failure, works as long as there is work, and ends with the signal', async () => {
  const stopping = new AbortController()
  const steps = [3, 'fails', 2, 0, 1]
  const done: unknown[] = []
  const failures: unknown[] = []
  const step = async () => {
    const next = steps[done.length]
    done.push(next)
    if (done.length === steps.length) stopping.abort()
    if (typeof next !== 'number') throw new Error('fails')
    return next
  }
  await workLoop({ step, bell: createBell(), idleMs: 10, report: (error) => void failures.push(error) }, stopping.signal)
  expect([done, failures]).toEqual([steps, [new Error('fails')]])
})
