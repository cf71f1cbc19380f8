// `npm start` as a person runs it, through the door: interrupted, run, asked beside, held, killed, run again, reset; and never a process left behind.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '../src/store/engine/port.ts'
import { type Started, startIn } from './bin/small-project.ts'
import { makeOwnDatabase } from './cli/program.ts'

const house = join(import.meta.dirname, '..')
let own: Awaited<ReturnType<typeof makeOwnDatabase>>
let dataDirectory: string
let environment: Record<string, string>
let running: Started | undefined

beforeAll(async () => {
  own = await makeOwnDatabase()
  dataDirectory = own.dataDirectory
  environment = {
    ...{ THROUGHLINE_ENGINE: '', ...own.environment, PORT: String(await freePort(45_978)) },
    ...{ MONGODB_URI: '', TEAMS_APP_ID: '', SLACK_BOT_TOKEN: '', LOG_LEVEL: 'warn', ADMINISTRATORS: '' },
  }
})
afterAll(async () => {
  for (const pid of processes()) killIfThere(pid)
  await own.remove()
})

/** Every process that has to do with this data directory: the door, the bot, the database, its guard, the playground, readers. */
const processes = (): number[] => {
  const lines = execFileSync('ps', ['-eww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const ours = (line: string) => line.includes(dataDirectory) || line.includes(`127.0.0.1:${environment.PORT}/api/messages`)
  return [...lines.filter(ours).map((line) => Number.parseInt(line, 10)), ...children(running?.child.pid)]
}

/** Those that still stand in the process group of the door. */
const children = (group: number | undefined): number[] => {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,pgid=,stat='], { encoding: 'utf8' }).split('\n')
  const rows = lines.map((line) => line.trim().split(/\s+/))
  return rows.filter(([, pgid, stat]) => Number(pgid) === group && !stat?.startsWith('Z')).map(([pid]) => Number(pid))
}

/** Some end by themselves once another is gone. */
const killIfThere = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const nothingLeft = () => expect.poll(processes, { timeout: 10_000, interval: 100 }).toEqual([])

const start = (...words: string[]): Started => {
  running = startIn(house, ['bin/throughline.mjs', 'start', ...words], { isGroup: true, environment })
  return running
}
const ask = (...words: string[]) => startIn(house, ['bin/throughline.mjs', ...words], { environment }).ended

const printed = async (started: Started, words: RegExp): Promise<void> => {
  for (;;) {
    if (words.test(started.printed())) return
    if (started.child.exitCode !== null) throw new Error(`It ended: ${started.printed()} ${(await started.ended).errors}`)
    await pause(50)
  }
}

const interrupt = (started: Started) => process.kill(-(started.child.pid ?? 0), 'SIGINT')

it('Ctrl-C while the sample is being made leaves no process behind', async () => {
  const started = start()
  await printed(started, /Sample data: their talk and decisions/)
  await pause(500)
  expect(processes().length).toBeGreaterThanOrEqual(3)
  interrupt(started)
  expect((await started.ended).output).toMatch(/Stopping\.\n/)
  await nothingLeft()
}, 120_000)

it("started again it goes on with the sample, and ends with the playground's address and five things to try", async () => {
  const started = start()
  await printed(started, /Ctrl-C stops it\./)
  expect(started.printed()).toMatch(
    /Throughline is ready\. Open http:\/\/127\.0\.0\.1:\d+\nYou are [^\n]+\. Five things to try:\n( {2}\d\. [^\n]+\n){5}/,
  )
  expect(processes().length).toBeGreaterThanOrEqual(4)
  const address = /Open (\S+)/.exec(started.printed())?.[1] ?? ''
  expect((await fetch(address)).status).toBe(200)
  for (const path of ['healthz', 'readyz']) expect((await fetch(`http://127.0.0.1:${environment.PORT}/${path}`)).status).toBe(200)
}, 180_000)

it('a second start on the same data says who holds it, and ends', async () => {
  const { code, errors } = await startIn(house, ['bin/throughline.mjs', 'start'], { environment }).ended
  expect(code).toBe(1)
  expect(errors).toMatch(
    /is held by "npm start", process \d+, since .*Stop process \d+ first, or work on other files: DATA_DIR=another-folder/,
  )
})

it('is asked beside it, as any of the sample people and as nobody else', async () => {
  const [found, played, unknown] = await Promise.all([
    ask('ask', 'find penhallow', '--json'),
    ask('ask', 'whoami', '--as', 'lee@lindenmoor.example'),
    ask('ask', 'whoami', '--as', 'ana@acme.example'),
  ])
  expect(found.code).toBe(0)
  expect(JSON.parse(found.output).text).toMatch(/^\d+ contracts?\n[\s\S]*Penhallow/)
  expect(played.output).toMatch(/E-mail: +lee@lindenmoor\.example/)
  expect(unknown).toMatchObject({ code: 1, errors: expect.stringContaining('Nobody in the sample has the e-mail ana@acme.example') })
})

it('killed, and started again: everything is there, nothing is there twice, the record is whole', async () => {
  const before = (await ask('verify')).output
  const rows = parse(await readFile(join(house, 'sample/contracts.csv'), 'utf8'), { columns: true })
  // One chain a contract, and the company's own.
  expect(before).toMatch(new RegExp(`^\\d+ entries in ${rows.length + 1} chains, all intact`))
  const everything = JSON.parse((await ask('ask', 'find', '--json')).output).text
  for (const pid of children(running?.child.pid)) killIfThere(pid)
  await running?.ended
  await expect.poll(processes, { timeout: 20_000, interval: 200 }).toEqual([])
  const started = start()
  await printed(started, /Ctrl-C stops it\./)
  expect(started.printed()).not.toContain('Sample data')
  const after = (await ask('verify')).output
  // The hourly anchor may have been signed meanwhile; the entries are the same.
  expect(after.split(';')[0]).toBe(before.split(';')[0])
  expect(JSON.parse((await ask('ask', 'find', '--json')).output).text).toBe(everything)
}, 180_000)

it('Ctrl-C stops everything in order, with exit code 0, and leaves no process behind', async () => {
  if (!running) throw new Error('nothing is running')
  interrupt(running)
  // An echo that comes late, as on a busy machine, is not a second wish.
  await pause(600)
  try {
    interrupt(running)
  } catch (error) {
    // On a fast machine it has stopped by then.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
  const { code, output, errors } = await running.ended
  expect(output).toMatch(/Stopping\.\nStopped\.\n$/)
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  await nothingLeft()
})

it('--reset begins afresh: what was signed and kept for the old database is gone with it', async () => {
  await writeFile(join(dataDirectory, 'anchors.jsonl'), '{}\n')
  const started = start('--reset')
  await printed(started, /Sample data: 13 people/)
  expect(started.printed()).toContain(`Begun afresh: everything in ${dataDirectory} is forgotten.`)
  expect(existsSync(join(dataDirectory, 'anchors.jsonl'))).toBe(false)
  interrupt(started)
  await started.ended
  await nothingLeft()
}, 120_000)
