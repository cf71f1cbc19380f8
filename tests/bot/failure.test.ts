// What the log is told of a failure, and what it is never told.
import { expect, test } from 'vitest'
import { describeFailure } from '../../src/bot/failure.ts'

test.each([
  ['xoxb-123-abc', 'token of a bot'],
  ['xoxe.xoxp-1-Mi0', 'rotated token'],
  ['xapp-1-A0-9', 'token of an app'],
  ['eyJ0eXAiOiJKV1QiLCJhbGciOi.J9.sig', 'signed token'],
  ['root:hunter2@', 'password in an address', 'mongodb://root:hunter2@db.example/x'],
  ['T01/B02/secretpart', 'answer address', 'https://hooks.slack.com/commands/T01/B02/secretpart'],
])('%s stays out: %s', (secret, _, within = `failed with ${secret} here`) => {
  const written = JSON.stringify(describeFailure(new Error(within)))
  expect(written).not.toContain(secret)
  expect(written).toContain('[secret]')
})

test('name, code and place are told', () => {
  const error = Object.assign(new TypeError('x'.repeat(2000)), { code: 11000, answer: 'body of a message' })
  const described = describeFailure(error)
  expect(described).toMatchObject({ error: 'TypeError', code: 11000, message: 'x'.repeat(500) })
  expect(String((described.frames as string[])[0])).toContain('failure.test.ts')
  expect(JSON.stringify(described)).not.toContain('body of a message')
})

test.each([undefined, null, 'words of a person', 5])('%j thrown says no more than its type', (thrown) => {
  expect(describeFailure(thrown)).toEqual({ error: typeof thrown })
})
