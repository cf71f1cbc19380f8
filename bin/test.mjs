// npm test: the linter, the type checker and the tests at once; the last line is the sum. `npm test -- <file>` runs some tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countTests, lastLine } from './count.mjs'
import { inProject, run, runNode } from './run.mjs'
import { ensureDependencies } from './setup.mjs'

const filters = process.argv.slice(2)
const sum = { passed: 0, failed: 0, skipped: 0 }

let isInterrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isInterrupted = true
  })
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}

/** A checker counts as one. */
async function check(title, node, args) {
  if (isInterrupted) return
  console.log(`\n${title}...`)
  add((await run(node, args, { cwd: inProject('.') })) === 0 ? { passed: 1 } : { failed: 1 })
}

async function test(node) {
  if (isInterrupted) return
  console.log('\nTests...')
  const folder = mkdtempSync(join(tmpdir(), 'throughline-report-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const code = await runNode(node, [inProject('node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...filters], {
      cwd: inProject('.'),
    })
    add(countTests(existsSync(file) ? readFileSync(file, 'utf8') : undefined, code))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  const node = await ensureDependencies({ forTests: true })
  // The tests begin by waiting for a database engine, so the checkers lose them no time.
  await Promise.all([
    check('Linter', node, [inProject('node_modules/@biomejs/biome/bin/biome'), 'check', '.']),
    check('Types', node, [inProject('node_modules/typescript/bin/tsc'), '--noEmit']),
    test(node),
  ])
} catch (error) {
  console.error(error.message)
  add({ failed: 1 })
}
process.exitCode = sum.failed > 0 ? 1 : 0
console.log(`\n${lastLine(sum)}`)
