// The Teams platform as it runs: real store, real dispatch, deliveries over a socket, and Microsoft's side faked.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { createFolder } from '../../../src/bot/capture.ts'
import type { AnyCommand, App } from '../../../src/bot/command.ts'
import { createDispatch } from '../../../src/bot/dispatch.ts'
import { createSender } from '../../../src/bot/outbox-sender.ts'
import { createTeams, type TeamsApp, type TeamsOptions } from '../../../src/bot/teams/teams.ts'
import { commands } from '../../../src/commands/index.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { isStorageAway } from '../../../src/store/storage-away.ts'
import type { Store } from '../../../src/store/store.ts'
import { testDatabase } from '../../setup/database.ts'
import { appId, type FakeConnector, startFakeConnector, tenant } from './fake-connector.ts'

export type TeamsWorld = {
  fake: FakeConnector
  store: Store
  teams: TeamsApp
  /** Where deliveries are taken. */
  address: string
  logged: { level: string; entry: object; text: string }[]
  /** Posts a body as it is. */
  deliver(body: string, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
  /** Posts an activity as the connector does, signed. */
  post(activity: Record<string, unknown>, token?: string): Promise<{ status: number; body: unknown }>
  /** Everything that was acknowledged is answered, folded and sent. */
  settle(): Promise<void>
  contract(title: string, email: string): Promise<string>
  close(): Promise<void>
}

type Options = { more?: readonly AnyCommand[]; teams?: Partial<TeamsOptions> }

export const openTeamsWorld = async ({ more = [], teams: changed = {} }: Options = {}): Promise<TeamsWorld> => {
  const fake = await startFakeConnector()
  const database = await testDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-teams-'))
  const clock = () => new Date()
  const report = () => {}
  const store = await openStore({ uri: database.uri, databaseName: database.name, dataDirectory, clock, zone: 'Europe/Berlin', report })
  const logged: TeamsWorld['logged'] = []
  const writing = (level: string) => (entry: object, text: string) => void logged.push({ level, entry, text })
  const log = { info: writing('info'), warn: writing('warn'), error: writing('error') }
  const app = {
    store,
    clock,
    zone: 'Europe/Berlin',
    platforms: { find: () => teams.platform },
    commands: [...commands, ...more],
    pages: { contract: () => 'https://bot.example/contract/x' },
  } as unknown as App
  const dispatch = createDispatch(app, { log, isStorageAway })
  const endpoints = { login: fake.url, graph: fake.graph, openIdMetadata: `${fake.url}/openid` }
  const credentials = { appId, appPassword: 'secret', tenantId: tenant }
  const teams = createTeams({
    credentials,
    allowedTenants: [tenant],
    dispatch,
    store,
    serviceUrls: 'loopback',
    log,
    clock,
    endpoints,
    ...changed,
  })
  const server = createServer(express().use('/api/messages', teams.router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`
  const parts = { store, platforms: app.platforms, worker: 'test', clock, report }
  const [sender, folder] = [createSender(parts), createFolder(parts)]
  const deliver: TeamsWorld['deliver'] = async (body, headers = {}) => {
    const response = await fetch(address, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return {
    fake,
    store,
    teams,
    address,
    logged,
    deliver,
    post: (activity, token = fake.token()) =>
      deliver(JSON.stringify({ ...activity, serviceUrl: activity.serviceUrl === placeholderUrl ? fake.serviceUrl : activity.serviceUrl }), {
        authorization: token,
      }),
    async settle() {
      await teams.stop()
      while ((await folder.foldOnce()) > 0);
      await folder.settled()
      while ((await sender.sendOnce()) > 0);
    },
    async contract(title, email) {
      const owner = await store.people.ensure({ email, name: email, standing: 'member' })
      return (
        await store.contracts.create({
          fields: { title, counterparty: title, owner: owner.id },
          by: owner.id,
          source: 'test',
          key: `test:${title}`,
        })
      ).id
    },
    async close() {
      await teams.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
      await fake.close()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** Stands in the activities of tests until the fake connector's address is known. */
export const placeholderUrl = 'http://127.0.0.1:1/teams'
