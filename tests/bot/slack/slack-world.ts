// The Slack platform as it runs: real store, real dispatch, signed deliveries over HTTP, and Slack's side emulated.
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { createFolder, createHistoryReader } from '../../../src/bot/capture.ts'
import type { App } from '../../../src/bot/command.ts'
import { createDispatch, type Dispatch } from '../../../src/bot/dispatch.ts'
import type { Invocation } from '../../../src/bot/invocation.ts'
import { createSender } from '../../../src/bot/outbox-sender.ts'
import type { Platform } from '../../../src/bot/platform.ts'
import { createSlack, type SlackApp, type SlackOptions } from '../../../src/bot/slack/slack.ts'
import { commands } from '../../../src/commands/index.ts'
import type { Person } from '../../../src/contracts/identity.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { isStorageAway } from '../../../src/store/storage-away.ts'
import type { Store } from '../../../src/store/store.ts'
import type { TestDatabase } from '../../setup/database.ts'
import { appId, botToken, type Emulator, type Envelope, startEmulator, team } from './emulator.ts'
import type { SocketServer } from './socket-server.ts'

export const signingSecret = 'a-signing-secret'

export type Delivered = { status: number; body: string }

export type SlackWorld = {
  slack: Emulator
  store: Store
  /** Where the store is, for other processes. */
  place: { uri: string; databaseName: string; dataDirectory: string }
  app: SlackApp
  address: string
  logged: { level: string; entry: object; text: string }[]
  /** Everything that was asked, with what came of it. */
  invocations: Invocation[]
  dispatch: Dispatch
  platforms: Map<string, Platform>
  /** Posts a body as Slack does: signed, now. */
  post(body: string, type?: 'json' | 'form', headers?: Record<string, string>): Promise<Delivered>
  event(event: Record<string, unknown>, around?: Record<string, unknown>): Promise<Delivered>
  /** A payload of something pressed, sent or searched. */
  interact(payload: Record<string, unknown>): Promise<Delivered>
  slash(name: string, channel: string, line: string, command?: string): Promise<Delivered>
  /** The ways back that were used, oldest first. */
  responses: Record<string, unknown>[]
  responseUrl: string
  /** What Slack says to the next of them; unset: ok. */
  respondsWith?: object | undefined
  /** A person writes; `thread` makes it a reply. Answers with its timestamp. */
  say(name: string, channel: string, text: string, thread?: string): Promise<string>
  /** Everything that was acknowledged is answered, folded, read and sent. */
  settle(): Promise<void>
  /** Milliseconds by which those who read histories are ahead, so that nobody has to wait for the second reading. */
  ahead: { ms: number }
  contract(title: string, owner: string, fields?: Record<string, unknown>): Promise<string>
  person(name: string): Promise<Person>
  /** Everything that people were answered, in words. */
  words(): string
  close(): Promise<void>
}

export type WorldOptions = {
  people?: readonly string[]
  channels?: Parameters<typeof startEmulator>[0]['channels']
  slack?: Partial<SlackOptions>
  store?: (store: Store) => Store
  /** The clock of everything; that of the doors of Slack, whose signatures are of now, is given in `slack`. */
  clock?: () => Date
  /** Not the one of the test run: for proofs, which have none. */
  database?: TestDatabase
  /** Events go over its sockets instead of HTTP. */
  socketServer?: SocketServer
}

const usual = {
  people: ['ana', 'lee', 'kim', 'nadia'],
  channels: [
    { name: 'acme-renewal', members: ['ana', 'lee', 'nadia'] },
    { name: 'acme-secret', is_private: true, members: ['ana', 'lee'] },
  ],
}

export const sign = (body: string, secret = signingSecret, timestamp = Math.floor(Date.now() / 1000)) => ({
  'x-slack-request-timestamp': String(timestamp),
  'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
})

export const openSlackWorld = async (options: WorldOptions = {}): Promise<SlackWorld> => {
  const { people = usual.people, channels = usual.channels, socketServer } = options
  const slack = await startEmulator({ people, channels, ...(socketServer && { sockets: `${socketServer.apiUrl}apps.connections.open` }) })
  const database = options.database ?? (await (await import('../../setup/database.ts')).testDatabase())
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-slack-'))
  const clock = options.clock ?? (() => new Date())
  const report = () => {}
  const opened = await openStore({ uri: database.uri, databaseName: database.name, dataDirectory, clock, zone: 'Europe/Berlin', report })
  const store = options.store?.(opened) ?? opened
  const logged: SlackWorld['logged'] = []
  const writing = (level: string) => (entry: object, text: string) => void logged.push({ level, entry, text })
  const log = { debug: writing('debug'), info: writing('info'), warn: writing('warn'), error: writing('error') }
  const platforms = new Map<string, Platform>()
  const core = {
    store,
    clock,
    zone: 'Europe/Berlin',
    platforms: { find: (name: string) => platforms.get(name) },
    commands,
    pages: {
      upload: () => 'https://bot.example/upload/x',
      file: () => 'https://bot.example/file/x',
      contract: () => 'https://bot.example/contract/x',
    },
  } as unknown as App
  const invocations: Invocation[] = []
  const asked = createDispatch(core, { log, isStorageAway })
  const dispatch: Dispatch = (invocation) => {
    invocations.push(invocation)
    return asked(invocation)
  }
  const app = createSlack({
    dispatch,
    commands,
    publicUrl: 'https://contracts.example',
    zone: 'Europe/Berlin',
    log,
    clock,
    store,
    credentials: { botToken, signingSecret },
    teams: [team],
    apiUrl: slack.apiUrl,
    ...options.slack,
  })
  platforms.set('slack', app.platform)
  const responses: Record<string, unknown>[] = []
  const web = express()
  if (app.router) web.use('/slack/events', app.router)
  web.post('/respond', express.json(), (request, response) => {
    responses.push(request.body)
    response.send(world.respondsWith ?? 'ok')
  })
  const server = createServer(web)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const address = `${base}/slack/events`
  const responseUrl = `${base}/respond`
  const post: SlackWorld['post'] = async (body, type = 'json', headers) => {
    const content = type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
    const response = await fetch(address, { method: 'POST', body, headers: { 'content-type': content, ...(headers ?? sign(body)) } })
    return { status: response.status, body: await response.text() }
  }
  const underway = new Set<Promise<unknown>>()
  slack.deliverTo((envelope) => {
    const sent = socketServer ? socketServer.deliver(envelope) : post(JSON.stringify(envelope))
    const delivery: Promise<unknown> = sent.finally(() => underway.delete(delivery))
    underway.add(delivery)
  })
  const ahead = { ms: 0 }
  const parts = { store, platforms: core.platforms, worker: 'test', clock, report }
  const [sender, folder, history] = [
    createSender(parts),
    createFolder(parts),
    createHistoryReader({ ...parts, clock: () => new Date(clock().getTime() + ahead.ms) }),
  ]
  const settle = async () => {
    for (let quiet = 0; quiet < 2; ) {
      while (underway.size > 0) await Promise.all(underway)
      await app.settled()
      // A database that is busy for a second leaves what came in the spool, as in the bot.
      const done = [await store.inbox.replaySpool(), await folder.foldOnce(), await history.readOnce(), await sender.sendOnce()]
      await folder.settled()
      quiet = done.every((count) => count === 0) && underway.size === 0 ? quiet + 1 : 0
    }
  }
  const place = { uri: database.uri, databaseName: database.name, dataDirectory }
  const world: SlackWorld = {
    ...{ slack, store, place, app, address, logged, invocations, dispatch: asked, platforms, post, responses, responseUrl, settle, ahead },
    event: (event, around = {}) => post(JSON.stringify(envelopeOf(event, around))),
    interact: (payload) =>
      post(new URLSearchParams({ payload: JSON.stringify({ team: { id: team }, api_app_id: appId, ...payload }) }).toString(), 'form'),
    slash(name, channel, line, command = '/contract') {
      const form = {
        command,
        text: line,
        user_id: slack.id(name),
        team_id: team,
        channel_id: channel,
        channel_name: 'x',
        api_app_id: appId,
      }
      return post(new URLSearchParams({ ...form, trigger_id: `t-${Math.random()}`, response_url: responseUrl }).toString(), 'form')
    },
    async say(name, channel, text, thread) {
      const reply = await slack.as(name, 'chat.postMessage', { channel, text, ...(thread !== undefined && { thread_ts: thread }) })
      if (!reply.ok) throw new Error(`the emulator refused a message: ${reply.error}`)
      return String(reply.ts)
    },
    async contract(title, owner, fields = {}) {
      const { id } = await store.people.ensure({ email: `${owner}@lindenmoor.example`, name: owner, standing: 'member' })
      const made = { fields: { title, counterparty: title, owner: id, ...fields }, by: id, source: 'test', key: `test:${title}` }
      return (await store.contracts.create(made)).id
    },
    async person(name) {
      const found = await store.people.ofEmail(`${name}@lindenmoor.example`)
      if (!found) throw new Error(`nobody of the name ${name}`)
      return found
    },
    words: () => JSON.stringify([slack.ephemerals(), responses]),
    async close() {
      await app.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
      await slack.close()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
  return world
}

let events = 0
export const envelopeOf = (event: Record<string, unknown>, around: Record<string, unknown> = {}): Envelope => {
  events += 1
  const authorizations = [{ team_id: team, user_id: 'U0THROUGHLINE', is_bot: true, is_enterprise_install: false }]
  const told = { type: 'event_callback', team_id: team, api_app_id: appId, event_id: `Ev${events}`, event_time: 1, authorizations }
  return { ...told, ...around, event: { type: 'message', ...event } }
}
