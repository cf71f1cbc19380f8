// One contract, a thread in Slack and one in Teams: one timeline in the order in which people spoke, each reply labelled.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTeams, type TeamsApp } from '../../../src/bot/teams/teams.ts'
import { mentioning, messageActivity, rawActivity } from '../teams/activities.ts'
import { appId, type FakeConnector, startFakeConnector, tenant } from '../teams/fake-connector.ts'
import { botUser } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

let world: SlackWorld
let teams: TeamsApp
let fake: FakeConnector
let server: Server
let address: string

beforeAll(async () => {
  world = await openSlackWorld()
  fake = await startFakeConnector()
  const log = { info() {}, warn() {}, error: (entry: object, text: string) => void world.logged.push({ level: 'error', entry, text }) }
  teams = createTeams({
    credentials: { appId, appPassword: 'secret', tenantId: tenant },
    allowedTenants: [tenant],
    dispatch: world.dispatch,
    store: world.store,
    serviceUrls: 'loopback',
    log,
    clock: () => new Date(),
    endpoints: { login: fake.url, graph: fake.graph, openIdMetadata: `${fake.url}/openid` },
  })
  world.platforms.set('teams', teams.platform)
  server = createServer(express().use('/api/messages', teams.router)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await teams.stop()
  await world.close()
  await fake.close()
})

/** By the door of Teams, signed as its connector signs. */
const inTeams = async (activity: Record<string, unknown>) => {
  const response = await fetch(address, {
    method: 'POST',
    body: JSON.stringify(messageActivity({ ...activity, serviceUrl: fake.serviceUrl })),
    headers: { 'content-type': 'application/json', authorization: fake.token() },
  })
  expect(response.status).toBe(200)
  await teams.stop()
  await world.settle()
}

it('talk gives both threads as one, in order, each labelled', async () => {
  const channel = world.slack.id('acme-renewal')
  const contract = await world.contract('Acme MSA', 'ana')
  const root = await world.say('lee', channel, 'First, in Slack.')
  await world.say('ana', channel, `<@${botUser}> link ${contract}`, root)
  await world.settle()
  const inTheirs = await world.store.people.ensure({ email: 'ana@ours.example', name: 'Ana Duarte', standing: 'member' })
  await world.store.people.change(inTheirs.id, { roles: ['legal'] }, 'throughline', 'test')
  const at = () => new Date().toISOString()
  await inTeams(mentioning(`link ${contract}`, { id: '1790000000001', timestamp: at() }))
  await inTeams(rawActivity({ id: '1790000000002', timestamp: at(), text: 'Second, in Teams.' }))
  // The emulator's clock has seconds and no parts of them.
  await new Promise((resolve) => setTimeout(resolve, 1_010))
  await world.say('nadia', channel, 'Third, in Slack.', root)
  await world.settle()
  await inTeams(rawActivity({ id: '1790000000003', timestamp: at(), text: 'Fourth, in Teams.' }))
  const ana = await world.person('ana')
  const { items } = await world.store.talk.list(ana, await world.store.contracts.get(ana, contract), { words: [], limit: 50 })
  const said = items.map((message) => [message.texts.at(-1)?.text, message.message.split(':')[0]])
  expect(said.filter(([text]) => /in Slack|in Teams/.test(text ?? ''))).toEqual([
    ['First, in Slack.', 'slack'],
    ['Second, in Teams.', 'teams'],
    ['Third, in Slack.', 'slack'],
    ['Fourth, in Teams.', 'teams'],
  ])
  await world.slash('ana', channel, `talk ${contract}`)
  await world.settle()
  const shown = JSON.stringify(world.responses.at(-1))
  const places = ['First, in Slack.', 'Second, in Teams.', 'Third, in Slack.', 'Fourth, in Teams.'].map((words) => shown.indexOf(words))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(shown).toContain('Lee · Slack')
  expect(shown).toContain('Ana Duarte · Teams')
})
