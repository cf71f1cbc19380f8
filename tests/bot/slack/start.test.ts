// npm start with Slack configured, as an operator runs it: the address is told, the door is there, nothing of the playground is.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serverUri } from '../../setup/database.ts'
import { sign, signingSecret } from './slack-world.ts'
import { type SocketServer, startSocketServer, until } from './socket-server.ts'

const root = join(import.meta.dirname, '../../..')
let directory: string
let sockets: SocketServer

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'throughline-start-'))
  sockets = await startSocketServer()
})
afterAll(async () => {
  await sockets.close()
  await rm(directory, { recursive: true, force: true })
})

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

const start = async (slack: Record<string, string>) => {
  const port = await freePort()
  const environment = {
    ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', DATA_DIR: directory, PORT: String(port) },
    MONGODB_URI: serverUri().replace(/(:\d+)\/[^?]*/, `$1/start_${port}`),
    ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_TEAM_IDS: 'T0AAA111', SLACK_API_URL: sockets.apiUrl },
    ...slack,
  }
  const child = spawn(process.execPath, ['src/cli.ts', 'start'], { cwd: root, env: environment })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)))
  await until('the bot', () => said.join('').includes('Ctrl-C stops it'), 50_000)
  return { child, port, said }
}

const stop = async (child: ChildProcess) => {
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return code
}

it('listens at /slack/events by HTTP, and stops in order', async () => {
  const { child, port, said } = await start({ SLACK_SIGNING_SECRET: signingSecret })
  const post = (headers: Record<string, string>, body = JSON.stringify({ type: 'url_verification', challenge: 'abc' })) =>
    fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  expect((await post({})).status).toBe(401)
  const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' })
  expect(await (await post(sign(body))).json()).toEqual({ challenge: 'abc' })
  expect((await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST' })).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  expect(said.join('')).toContain('/slack/events.')
  expect(await stop(child)).toBe(0)
  expect(said.join('')).not.toMatch(/xoxb-|a-signing-secret/)
})

it('opens two sockets by Socket Mode, is ready with them, and closes them at the end', async () => {
  const { child, port, said } = await start({ SLACK_APP_TOKEN: 'xapp-test' })
  await until('two sockets', () => sockets.live() === 2, 30_000)
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
  expect(await ready.json()).toMatchObject({ ready: true, slack: 'connected' })
  expect((await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST' })).status).toBe(404)
  expect(said.join('')).toContain('Slack reaches it by Socket Mode.')
  expect(await stop(child)).toBe(0)
  await until('no socket', () => sockets.live() === 0)
  expect(said.join('')).not.toMatch(/xapp-|xoxb-/)
})
