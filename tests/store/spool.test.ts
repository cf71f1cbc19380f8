// The spool on a real disk: what was taken is there after a crash, in order, and only what was never acknowledged may be torn.
import { appendFile, chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSpool } from '../../src/store/spool.ts'
import { readLines, type SpoolLine } from '../../src/store/spool-files.ts'

let directory: string
let reports: string[]
const report = (line: string) => void reports.push(line)
const line = (id: string): SpoolLine => ({
  id,
  platform: 'teams',
  thread: 'teams:t:c|1',
  receivedAt: '2026-03-02T08:00:00.000Z',
  body: `{"id":"${id}"}`,
})
const opened = (limitBytes?: number) => openSpool({ directory, report, ...(limitBytes !== undefined && { limitBytes }) })
/** As if whoever wrote them had died a while ago. */
const age = async () => {
  const then = new Date(Date.now() - 60_000)
  for (const name of await readdir(directory)) await utimes(join(directory, name), then, then)
}
const drained = async (spool: Awaited<ReturnType<typeof opened>>) => {
  const ids: string[] = []
  await spool.drain(async (lines) => void ids.push(...lines.map(({ id }) => id)))
  return ids
}

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'throughline-spool-')), 'spool')
  reports = []
})
afterEach(() => rm(join(directory, '..'), { recursive: true, force: true }))

test('a thousand lines that wait at once come out in order, and the spool is empty then', async () => {
  const spool = await opened()
  const ids = Array.from({ length: 1_000 }, (_, index) => `d${index}`)
  expect(spool.isEmpty()).toBe(true)
  await Promise.all(ids.map((id) => spool.append(line(id))))
  expect([spool.isEmpty(), await spool.count()]).toEqual([false, 1_000])
  expect(await drained(spool)).toEqual(ids)
  expect([spool.isEmpty(), await spool.count(), await readdir(directory)]).toEqual([true, 0, []])
})

test('what a process left behind is drained by the next, before what that one takes itself', async () => {
  const first = await opened()
  await first.append(line('left'))
  const second = await opened()
  expect(second.isEmpty()).toBe(false)
  await age()
  await second.append(line('new'))
  expect(await drained(second)).toEqual(['left', 'new'])
})

test('a line that was torn by a crash is told and left out; those before it are kept', async () => {
  const spool = await opened()
  await spool.append(line('whole'))
  const [name = ''] = await readdir(directory)
  await appendFile(join(directory, name), JSON.stringify(line('torn')).slice(0, 40))
  await age()
  expect(await drained(await opened())).toEqual(['whole'])
  expect(reports).toEqual([expect.stringContaining('ends in the middle of a line')])
})

test('a line that was damaged afterwards is told, and its file is kept for whoever can read it', async () => {
  const spool = await opened()
  await spool.append(line('one'))
  await spool.append(line('two'))
  const [name = ''] = await readdir(directory)
  const path = join(directory, name)
  await writeFile(path, (await readFile(path, 'utf8')).replace('"id":"one"', '"id":###'))
  await age()
  expect(await drained(await opened())).toEqual(['two'])
  expect(reports).toEqual([expect.stringContaining('1 lines that cannot be read')])
  expect(await readdir(directory)).toEqual([`${name}.draining.damaged`])
})

test('what could not be taken over stays, and comes again', async () => {
  const spool = await opened()
  await spool.append(line('kept'))
  await expect(spool.drain(() => Promise.reject(new Error('the database is away')))).rejects.toThrow('the database is away')
  expect([spool.isEmpty(), await spool.count()]).toEqual([false, 1])
  await spool.append(line('later'))
  expect(await drained(spool)).toEqual(['kept', 'later'])
})

test('a file that another process writes to is left alone; one that is taken all the same loses nothing', async () => {
  const [owner, other] = [await opened(), await opened()]
  await owner.append(line('first'))
  expect(await drained(other)).toEqual([])
  const ids = Array.from({ length: 100 }, (_, index) => `d${index}`)
  const taken = new Set<string>()
  let isAppending = true
  const draining = (async () => {
    while (isAppending) {
      await age()
      await other.drain(async (lines) => lines.forEach(({ id }) => void taken.add(id)))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  for (const id of ids) await owner.append(line(id))
  isAppending = false
  await draining
  for (const id of await drained(owner)) taken.add(id)
  expect(['first', ...ids].filter((id) => !taken.has(id))).toEqual([])
})

test('a full spool takes nothing more, and says so', async () => {
  const spool = await opened(400)
  await spool.append(line('fits'))
  await expect(Promise.all([spool.append(line('x'.repeat(400)))])).rejects.toThrow('The spool is full: 400 bytes')
  expect(await drained(spool)).toEqual(['fits'])
})

test.skipIf(process.getuid?.() === 0)('a disk that takes nothing is an error for whoever waits', async () => {
  const spool = await opened()
  await chmod(directory, 0o500)
  await expect(spool.append(line('refused'))).rejects.toThrow('EACCES')
  await chmod(directory, 0o700)
})

test('a directory that vanished is an error for whoever waits, not silence', async () => {
  const spool = await opened()
  await rm(directory, { recursive: true })
  await expect(spool.append(line('refused'))).rejects.toThrow('ENOENT')
})

test.each([
  { text: '', lines: 0, torn: false, damaged: 0 },
  { text: '\n', lines: 0, torn: false, damaged: 1 },
  { text: `${JSON.stringify(line('a'))}\n`, lines: 1, torn: false, damaged: 0 },
  { text: JSON.stringify(line('a')), lines: 0, torn: true, damaged: 0 },
  { text: `{"id":"a"}\n${JSON.stringify(line('b'))}\n{`, lines: 1, torn: true, damaged: 1 },
])('reads $text', ({ text, ...expected }) => {
  const { lines, torn, damaged } = readLines(text)
  expect({ lines: lines.length, torn, damaged }).toEqual(expected)
})
