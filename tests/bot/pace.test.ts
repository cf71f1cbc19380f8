// Pace: no window ever holds more than it may, and nothing waits longer than it must.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conversationWindows, createPace, overallWindows, type Window } from '../../src/bot/pace.ts'

/** Sends as fast as the pace lets it; the moments at which it sent. */
const sendAll = (windows: readonly Window[], gaps: readonly number[]): number[] => {
  const pace = createPace(windows)
  let now = 0
  return gaps.map((gap) => {
    now += gap
    now += pace.wait(now)
    pace.note(now)
    return now
  })
}
const fullest = (sent: readonly number[], { milliseconds }: Window) =>
  Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + milliseconds).length))

test.each([{ windows: conversationWindows }, { windows: overallWindows }])('no window is overfilled: $windows', ({ windows }) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 150 }), (gaps) => {
      const sent = sendAll(windows, gaps)
      for (const window of windows) expect(fullest(sent, window)).toBeLessThanOrEqual(window.most)
    }),
    { numRuns: 50 },
  )
})

test('a burst goes out as fast as the windows allow: 7 at once, the 8th after a second, 60 in half a minute, 1,800 an hour', () => {
  const sent = sendAll(
    conversationWindows,
    Array.from({ length: 2_000 }, () => 0),
  )
  expect(sent.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000, 2_000])
  expect(sent[60]).toBe(30_000)
  expect([sent[1_799], sent[1_800]].map((at) => (at ?? 0) >= 3_600_000)).toEqual([false, true])
})

test('it is idle once its longest window has passed', () => {
  const pace = createPace([{ most: 2, milliseconds: 1_000 }])
  expect(pace.isIdle(0)).toBe(true)
  pace.note(500)
  expect([pace.isIdle(1_500), pace.isIdle(1_501)]).toEqual([false, true])
})
