// npm test, run for real on a small project: every kind of failure shows in the last line and in the exit code.
import { afterEach, expect, test } from 'vitest'
import { type SmallProject, smallProject, startIn } from './small-project.ts'

const copied = ['package.json', 'package-lock.json', 'biome.json', 'tsconfig.json']
const configuration = `import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['tests/**/*.test.ts'], pool: 'forks', maxWorkers: 1 } })
`
const passing = `import { expect, test } from 'vitest'

test('adds', () => {
  expect(1 + 1).toBe(2)
})
`
const failing = `import { expect, test } from 'vitest'

test('adds wrongly', () => {
  expect(1 + 1).toBe(3)
})

test.skip('is not tried', () => {})
`

let project: SmallProject | undefined
afterEach(() => project?.remove())

async function npmTest(files: Record<string, string>, ...filters: string[]) {
  project = await smallProject({ 'vitest.config.ts': configuration, '.gitignore': 'node_modules\n', ...files }, copied)
  const { code, output } = await startIn(project.directory, ['bin/test.mjs', ...filters]).ended
  return { code, lastLine: output.trimEnd().split('\n').at(-1) }
}

test('the linter, the type checker and each test count as one', async () => {
  expect(await npmTest({ 'tests/sum.test.ts': passing })).toEqual({ code: 0, lastLine: '3 passed, 0 failed' })
})

test('a lint error, a type error, a wrong test and a file that does not load are four failures', async () => {
  const files = {
    'tests/sum.test.ts': passing,
    'tests/wrong.test.ts': failing,
    'tests/broken.test.ts': "import { nothing } from './not-there.ts'\n\nnothing()\n",
    'src/lint.ts': "console.log('a word too many')\n",
    'src/types.ts': "export const count: number = 'many'\n",
  }
  expect(await npmTest(files)).toEqual({ code: 1, lastLine: '1 passed, 4 failed, 1 skipped' })
})

test('a filter that fits no test is a failure', async () => {
  expect(await npmTest({ 'tests/sum.test.ts': passing }, 'tests/other.test.ts')).toEqual({ code: 1, lastLine: '2 passed, 1 failed' })
})

test('a filter is passed on', async () => {
  const files = { 'tests/sum.test.ts': passing, 'tests/wrong.test.ts': failing }
  expect(await npmTest(files, 'tests/sum.test.ts')).toEqual({ code: 0, lastLine: '3 passed, 0 failed' })
})
