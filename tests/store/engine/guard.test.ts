// The guard of a server: who may hold a connection, and when the server ends.
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GuardedServer, joinServer, startServer } from '../../../src/store/engine/guarded-server.ts'
import { freePort } from '../../../src/store/engine/port.ts'
import { isRunning } from '../../../src/store/engine/process-lock.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'throughline-guard-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const running = () => join(directory, 'running.json')
const log = () => join(directory, 'log.txt')

/** A guarded program in the place of a database server: the guard knows no difference. */
const guarded = (code: string, port = 1): Promise<GuardedServer> =>
  startServer({ program: process.execPath, args: ['-e', code], port, directory, running: running() }, log())

const forEver = 'console.log("up"); setInterval(() => {}, 1000)'
const alive = async ({ address }: GuardedServer) => [await isRunning(address.guard), await isRunning(address.server)]

test('the server lives while one connection is held, and is gone when the last leave settles', async () => {
  const first = await guarded(forEver)
  await expect.poll(() => readFile(log(), 'utf8')).toBe('up\n')
  await writeFile(running(), 'here')
  const second = await joinServer(first.address)
  await first.leave()
  expect(await alive(first)).toEqual([true, true])
  expect(second?.hasEnded()).toBe(false)
  await second?.leave()
  expect(await alive(first)).toEqual([false, false])
  await expect(readFile(running())).rejects.toThrow('ENOENT')
})

test('leaving twice, or after the server has gone, settles', async () => {
  const server = await guarded(forEver)
  await server.leave()
  await server.leave()
  expect(server.hasEnded()).toBe(true)
  expect(await joinServer(server.address)).toBe(undefined)
})

test('a connection without the word of the guard counts for nothing, and is closed', async () => {
  const server = await guarded(forEver)
  const stranger = connect(server.address.port, '127.0.0.1')
  stranger.write('let me in\n')
  stranger.resume()
  await once(stranger, 'close')
  expect(await joinServer({ ...server.address, token: 'wrong' })).toBe(undefined)
  const silent = connect(server.address.port, '127.0.0.1')
  await once(silent, 'connect')
  await server.leave()
  expect(await alive(server)).toEqual([false, false])
  silent.destroy()
})

test('who comes while the server is stopping waits until it is gone, and is told that there is none', async () => {
  const slow = 'process.on("SIGTERM", () => setTimeout(() => process.exit(), 700)); setInterval(() => {}, 1000); console.log("up")'
  const server = await guarded(slow)
  await expect.poll(() => readFile(log(), 'utf8')).toBe('up\n')
  const leaving = server.leave()
  const late = await joinServer(server.address)
  expect(late).toBe(undefined)
  await expect.poll(() => alive(server)).toEqual([false, false])
  await leaving
})

test('a server that ends by itself takes its guard along, and those who use it see it', async () => {
  const server = await guarded('setTimeout(() => process.exit(3), 500)')
  expect(server.hasEnded()).toBe(false)
  await expect.poll(() => server.hasEnded(), { timeout: 5000 }).toBe(true)
  await expect.poll(() => alive(server)).toEqual([false, false])
})

test('SIGTERM to the guard, as when the machine shuts down, ends the server in order', async () => {
  const server = await guarded(forEver)
  process.kill(server.address.guard, 'SIGTERM')
  await expect.poll(() => alive(server)).toEqual([false, false])
})

test('a server that looks whether it is to stop only when somebody connects is woken', async () => {
  const port = await freePort()
  const server = await guarded(
    `let isStopping = false
    process.on('SIGTERM', () => { isStopping = true })
    require('net').createServer(() => isStopping && process.exit(0)).listen(${port}, '127.0.0.1', () => console.log('up'))`,
    port,
  )
  await expect.poll(() => readFile(log(), 'utf8')).toBe('up\n')
  const began = performance.now()
  await server.leave()
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(await alive(server)).toEqual([false, false])
})

test('a program that is not there fails, and its reason is in the log', async () => {
  const task = { program: join(directory, 'nothing'), args: [], port: 1, directory, running: running() }
  await expect(startServer(task, log())).rejects.toThrow('it ended by itself')
  expect(await readFile(log(), 'utf8')).toContain('ENOENT')
})
