// The sum at the end of npm test: nothing that went wrong counts as nothing.
import { expect, test } from 'vitest'
import { countTests, lastLine } from '../../bin/count.mjs'

const file = (status: string, ...results: string[]) => ({ status, assertionResults: results.map((each) => ({ status: each })) })
const report = (passed: number, failed: number, pending: number, testResults: object[]) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0, testResults })

test.each([
  ['all passed', report(2, 0, 0, [file('passed', 'passed', 'passed')]), 0, { passed: 2, failed: 0, skipped: 0 }],
  ['one failed', report(1, 1, 0, [file('failed', 'passed', 'failed')]), 1, { passed: 1, failed: 1, skipped: 0 }],
  ['one skipped', report(1, 0, 1, [file('passed', 'passed', 'pending')]), 0, { passed: 1, failed: 0, skipped: 1 }],
  ['a file that could not be loaded', report(1, 0, 0, [file('passed', 'passed'), file('failed')]), 1, { passed: 1, failed: 1, skipped: 0 }],
  ['a file whose preparation failed', report(0, 0, 2, [file('failed', 'pending', 'pending')]), 1, { passed: 0, failed: 1, skipped: 2 }],
  ['an error outside of every test', report(3, 0, 0, [file('passed', 'passed')]), 1, { passed: 3, failed: 1, skipped: 0 }],
  ['no test at all', report(0, 0, 0, []), 0, { passed: 0, failed: 1, skipped: 0 }],
  ['only skipped tests', report(0, 0, 4, [file('passed', 'pending')]), 0, { passed: 0, failed: 1, skipped: 4 }],
  ['no report, as after a crash', undefined, 139, { passed: 0, failed: 1, skipped: 0 }],
  ['no report though it says that all is well', undefined, 0, { passed: 0, failed: 1, skipped: 0 }],
])('%s', (_title, text, exitCode, counted) => {
  expect(countTests(text, exitCode)).toEqual(counted)
})

test.each([
  [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
  [{ passed: 0, failed: 3, skipped: 1 }, '0 passed, 3 failed, 1 skipped'],
])('the last line of %o', (sum, line) => {
  expect(lastLine(sum)).toBe(line)
})
