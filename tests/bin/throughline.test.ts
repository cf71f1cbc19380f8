// The door: it hands over to Node 24 with the words as they were, and neither side outlives the other.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRunning } from '../../src/store/engine/process-lock.ts'
import { type SmallProject, type Started, smallProject, startIn } from './small-project.ts'

// Stands in for the command line: says what it was given, or waits and tells of every signal until it has put its things away.
const commandLine = `const [word, ...rest]: string[] = process.argv.slice(2)
if (word === 'wait') {
  let signals = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signals += 1
      console.log(signal)
      setTimeout(() => {
        console.log('put away after ' + signals)
        process.exit(7)
      }, 800)
    })
  }
  setInterval(() => {}, 1000)
  console.log('pid ' + process.pid)
} else {
  const held = process.execArgv.filter((setting) => setting.includes('space'))
  console.log(JSON.stringify({ node: process.version, word, rest, port: process.env.PORT, held }))
  process.exitCode = Number(rest[0] ?? 0)
}
`
const program = "console.log('measuring ' + process.argv.slice(2).join(' '))\n"

let project: SmallProject
beforeAll(async () => {
  const files = { 'src/cli.ts': commandLine, 'bench/index.ts': program, 'prove/index.ts': program }
  project = await smallProject(files, ['package.json', 'package-lock.json'])
})
afterAll(() => project.remove())

const door = (...args: string[]) => startIn(project.directory, ['bin/throughline.mjs', ...args])

test('hands over to Node 24, with the words untouched, no warning, and the exit code back', async () => {
  const { code, output, errors } = await door('ask', '3', 'find "acme corp"', "it's").ended
  expect({ code, errors }).toEqual({ code: 3, errors: '' })
  // With the setting that keeps the bot under 300 MB.
  const held = ['--max-semi-space-size=4']
  expect(JSON.parse(output)).toEqual({ node: expect.stringMatching(/^v24\./), word: 'ask', rest: ['3', 'find "acme corp"', "it's"], held })
})

test('reads the settings in .env, where what is set already has the last word', async () => {
  await writeFile(join(project.directory, '.env'), 'PORT=4001\n')
  const portWith = async (environment: Record<string, string>) =>
    JSON.parse((await startIn(project.directory, ['bin/throughline.mjs', 'ask'], { environment }).ended).output).port
  expect([await portWith({}), await portWith({ PORT: '4002' })]).toEqual(['4001', '4002'])
  await rm(join(project.directory, '.env'))
})

test.each([
  [['script', 'bench'], 'measuring \n'],
  [['script', 'prove', 'import'], 'measuring import\n'],
])('%o runs its program', async (args, expected) => {
  expect(await door(...args).ended).toEqual({ code: 0, output: expected, errors: '' })
})

/** The pid of the process behind the door, once it is ready for signals. */
async function waiting(started: Started): Promise<number> {
  for (;;) {
    const pid = /pid (\d+)/.exec(started.printed())?.[1]
    if (pid !== undefined) return Number(pid)
    await pause(20)
  }
}

test.each([
  ['SIGINT to the whole group, as Ctrl-C in a terminal', 'SIGINT', 'group'],
  ['SIGTERM to the whole group', 'SIGTERM', 'group'],
  ['SIGINT to the door alone', 'SIGINT', 'door'],
  ['SIGTERM to the door alone', 'SIGTERM', 'door'],
] as const)('%s is heard once, and the door waits for the end', async (_title, signal, target) => {
  const started = startIn(project.directory, ['bin/throughline.mjs', 'wait'], { isGroup: true })
  const pid = await waiting(started)
  const door = started.child.pid ?? 0
  process.kill(target === 'group' ? -door : door, signal)
  const { code, output } = await started.ended
  expect({ code, output }).toEqual({ code: 7, output: `pid ${pid}\n${signal}\nput away after 1\n` })
  await expect.poll(() => isRunning(pid)).toBe(false)
})

test('a second Ctrl-C, later, is heard as a second', async () => {
  const started = startIn(project.directory, ['bin/throughline.mjs', 'wait'], { isGroup: true })
  const pid = await waiting(started)
  process.kill(-(started.child.pid ?? 0), 'SIGINT')
  await pause(600)
  process.kill(-(started.child.pid ?? 0), 'SIGINT')
  expect((await started.ended).output).toBe(`pid ${pid}\nSIGINT\nSIGINT\nput away after 2\n`)
})

test('kill -9 of the door ends the process behind it, in its own order', async () => {
  const started = startIn(project.directory, ['bin/throughline.mjs', 'wait'])
  const pid = await waiting(started)
  started.child.kill('SIGKILL')
  const { output } = await started.ended
  expect(output).toBe(`pid ${pid}\nSIGTERM\nput away after 1\n`)
  await expect.poll(() => isRunning(pid)).toBe(false)
})
