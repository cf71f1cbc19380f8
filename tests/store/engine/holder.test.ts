// One bot to a data directory, whatever became of the one before.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refusal } from '../../../src/contracts/refusal.ts'
import { holdDirectory } from '../../../src/store/engine/holder.ts'
import { isRunning, takeLock, waitForLock } from '../../../src/store/engine/process-lock.ts'
import { startProgram } from './processes.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'throughline-hold-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

test('the second is told which process holds it, since when and for what, and what to do', async () => {
  const first = startProgram('hold.ts', directory, 'npm start')
  expect(await first.firstLine).toBe('held')
  const error = await holdDirectory(directory, 'npm start').catch((thrown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  expect(error.kind).toBe('conflict')
  expect(error.message).toMatch(
    new RegExp(`^${directory} is held by "npm start", process ${first.pid}, since \\d{4}-\\d\\d-\\d\\dT.*Z\\.$`),
  )
  expect(error.next).toContain('DATA_DIR=')
  first.child.kill('SIGKILL')
  await first.ended
})

test('the hold of a process killed by -9 is taken over', async () => {
  const first = startProgram('hold.ts', directory, 'npm start')
  await first.firstLine
  first.child.kill('SIGKILL')
  await first.ended
  const hold = await holdDirectory(directory, 'another')
  expect(JSON.parse(await readFile(join(directory, 'held.json'), 'utf8'))).toMatchObject({ pid: process.pid, purpose: 'another' })
  await hold.release()
  expect(await readdir(directory)).toEqual([])
})

test('released, it may be held again; releasing twice takes nothing from the next holder', async () => {
  const first = await holdDirectory(directory, 'first')
  await expect(holdDirectory(directory, 'second')).rejects.toThrow(`process ${process.pid}`)
  await first.release()
  const second = await holdDirectory(directory, 'second')
  await first.release()
  await expect(holdDirectory(directory, 'third')).rejects.toThrow('"second"')
  await second.release()
})

test.each([
  ['a process that is no more', { pid: 2 ** 22 + 1, began: '' }],
  ['a pid that another process has by now', { pid: process.pid, began: 'long ago' }],
])('a hold by %s is taken over', async (_title, holder) => {
  const text = JSON.stringify({ ...holder, since: '2026-01-01T00:00:00.000Z', purpose: 'npm start', token: 'old' })
  await writeFile(join(directory, 'held.json'), text)
  await (await holdDirectory(directory, 'next')).release()
  expect(await readdir(directory)).toEqual([])
})

test.each(['', '{', '{"pid":"many"}'])('a damaged hold %j is taken over', async (text) => {
  await writeFile(join(directory, 'held.json'), text)
  await (await holdDirectory(directory, 'next')).release()
  expect(await readdir(directory)).toEqual([])
})

test('of many at once exactly one holds, also when a dead one has to be cleared first', async () => {
  for (let round = 0; round < 20; round++) {
    const dead = JSON.stringify({ pid: 2 ** 22 + 1, began: '', since: '', purpose: 'dead', token: `old-${round}` })
    await writeFile(join(directory, 'lock'), dead)
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeLock(join(directory, 'lock'), 'race')))
    const won = taken.filter((each) => 'release' in each)
    expect(won).toHaveLength(1)
    for (const each of won) await each.release()
    expect(await readdir(directory)).toEqual([])
  }
})

test('of six processes at once exactly one holds', async () => {
  const programs = Array.from({ length: 6 }, (_, index) => startProgram('hold.ts', directory, `number ${index}`, '3000'))
  const said = await Promise.all(programs.map((each) => each.firstLine))
  expect(said.filter((line) => line === 'held')).toHaveLength(1)
  expect(said.filter((line) => line.includes(' is held by "number '))).toHaveLength(5)
  await Promise.all(programs.map((each) => each.ended))
  expect(await readdir(directory)).toEqual([])
})

test('who waits for a lock is told once for whom, and gets it when it is free', async () => {
  const file = join(directory, 'lock')
  const first = await waitForLock(file, 'first')
  const told: string[] = []
  const second = waitForLock(file, 'second', ({ purpose }) => told.push(purpose))
  await new Promise((resolve) => setTimeout(resolve, 350))
  expect(told).toEqual(['first'])
  await first.release()
  await (await second).release()
  expect(told).toEqual(['first'])
})

test('a process runs until it has ended', async () => {
  expect(await isRunning(process.pid)).toBe(true)
  const program = startProgram('hold.ts', directory, 'short', '0')
  await program.ended
  expect(await isRunning(program.pid)).toBe(false)
})
