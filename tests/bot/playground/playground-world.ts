// The playground as it runs: Microsoft's page as a process, the bot in this one, real store, real dispatch.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import WebSocket from 'ws'
import { createFolder, createHistoryReader } from '../../../src/bot/capture.ts'
import type { App } from '../../../src/bot/command.ts'
import { createDispatch } from '../../../src/bot/dispatch.ts'
import { createSender } from '../../../src/bot/outbox-sender.ts'
import { withSayForm } from '../../../src/bot/playground/cards.ts'
import { playgroundCommands } from '../../../src/bot/playground/commands.ts'
import { type PlaygroundPerson, playgroundPeople } from '../../../src/bot/playground/people.ts'
import { personalReference, playgroundTenant } from '../../../src/bot/playground/place.ts'
import { type Playground, startPlayground } from '../../../src/bot/playground/start.ts'
import { createWorld, type PlaygroundWorld } from '../../../src/bot/playground/world.ts'
import { createTeams } from '../../../src/bot/teams/teams.ts'
import { commands } from '../../../src/commands/index.ts'
import { freePort } from '../../../src/store/engine/port.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { isStorageAway } from '../../../src/store/storage-away.ts'
import type { Store } from '../../../src/store/store.ts'
import { testDatabase } from '../../setup/database.ts'

const names = ['Nadia Benali', 'Lee Carmody', 'Tom Achterberg', 'Kim Sørensen', 'Ruth Okafor', 'Jonas Weidner']
const sample = names.map((name) => ({ name, email: `${name.split(' ')[0]?.toLowerCase()}@lindenmoor.example` }))
export const people: PlaygroundPerson[] = playgroundPeople(
  sample,
  sample.map(({ email }) => email),
)

/** One thing that the page was told to show: `createMessage` or `updateMessage`. */
export type Shown = { action: string; conversation: string; text: string; id: string; raw: string }

export type PlaygroundRun = {
  store: Store
  page: Playground
  world: PlaygroundWorld
  dataDirectory: string
  botAddress: string
  /** What the page was told to show, as it came. */
  shown: Shown[]
  /** What the page itself sends when somebody types or presses. */
  call(path: string, body: object): Promise<unknown>
  type(conversation: string, text: string): Promise<{ postConversationId?: string }>
  press(conversation: string, data: object): Promise<string>
  until<Found>(look: () => Found | undefined | Promise<Found | undefined>, what: string): Promise<Found>
  close(): Promise<void>
}

export const mention = { mentioned: { id: '28:00000000-0000-4000-8000-000000000002' }, text: '<at>Throughline</at>' }

export const openPlaygroundRun = async (): Promise<PlaygroundRun> => {
  const database = await testDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-playground-'))
  const clock = () => new Date()
  const report = () => {}
  const store = await openStore({ uri: database.uri, databaseName: database.name, dataDirectory, clock, zone: 'Europe/Berlin', report })
  const port = await freePort(56_250)
  const world = createWorld({ people, dataDirectory, port, clock })
  const log = { info: report, warn: report, error: (entry: object, text: string) => console.error(text, entry) }
  const platforms = { find: () => teams.platform }
  const pages = { contract: () => 'https://bot.example/contract/x' }
  const registry = [...commands, ...playgroundCommands(world)]
  const app = { store, clock, zone: 'Europe/Berlin', platforms, pages, commands: registry } as unknown as App
  const teams = createTeams({
    credentials: 'playground',
    allowedTenants: [playgroundTenant],
    dispatch: createDispatch(app, { log, isStorageAway }),
    store,
    serviceUrls: 'loopback',
    log,
    clock,
    playground: { speaking: world.speaking, speakerOf: world.speakerOf, dressed: (card) => withSayForm(card, world.people) },
    personalChat: personalReference(port),
  })
  world.connect(teams)
  const server = createServer(express().use('/api/messages', teams.router))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const botPort = (server.address() as AddressInfo).port
  const stopping = new AbortController()
  const parts = { store, platforms, worker: 'playground-test', clock, report }
  const running = [createFolder(parts), createSender(parts), createHistoryReader(parts)].map((part) => part.run(stopping.signal))
  const page = await startPlayground({ port, botPort, dataDirectory, people, report })
  const shown: Shown[] = []
  const socket = new WebSocket(`${page.address.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`)
  socket.on('message', (data) => shown.push(shownIn(String(data))))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const call = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${page.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return text === '' ? undefined : JSON.parse(text)
  }
  const from = { id: people[0]?.id }
  return {
    store,
    page,
    world,
    dataDirectory,
    botAddress: `http://127.0.0.1:${botPort}/api/messages`,
    shown,
    call,
    type: async (conversation, text) => {
      const mentions = text.includes('<at>') ? { mentions: [mention] } : {}
      const path = `/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`
      return (await call(path, { from, text, textFormat: 'plain', ...mentions })) as { postConversationId?: string }
    },
    press: async (conversation, data) =>
      JSON.stringify(
        await call('/_conversation/v1/invoke', {
          name: 'adaptiveCard/action',
          from,
          conversation: { id: conversation },
          replyToId: shown.findLast((one) => one.conversation === conversation)?.id ?? '1',
          value: { action: { type: 'Action.Execute', verb: 'command', data }, trigger: 'manual' },
        }),
      ),
    async until(look, what) {
      for (const until = Date.now() + 30_000; Date.now() < until; ) {
        const found = await look()
        if (found !== undefined && found !== false) return found
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`It did not happen within 30 seconds: ${what}`)
    },
    async close() {
      socket.terminate()
      await page.stop()
      await teams.stop()
      stopping.abort()
      await Promise.all(running)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

const shownIn = (raw: string): Shown => {
  const { action, actionConversationId, message } = JSON.parse(raw) as Record<string, unknown>
  const { messageId, text } = (message ?? {}) as { messageId?: string; text?: string }
  return { action: String(action), conversation: String(actionConversationId), text: text ?? '', id: messageId ?? '', raw }
}
