// The door of /api/messages: what is let in, what is turned away and how, and that nothing brings it down.
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTeams } from '../../../src/bot/teams/teams.ts'
import { personal, rawActivity } from './activities.ts'
import { appId, tenant } from './fake-connector.ts'
import { openTeamsWorld, type TeamsWorld } from './teams-world.ts'

let world: TeamsWorld
beforeAll(async () => {
  world = await openTeamsWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.fake.asked.length = 0
  world.logged.length = 0
})

const isUp = async () => expect((await world.post(rawActivity())).status).toBe(200)

describe('bodies of every kind', () => {
  const bodies: [string, string, number][] = [
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a number', '5', 400],
    ['a string', '"x"', 400],
    ['an empty object', '{}', 400],
    ['an array', '[{"type":"message"}]', 400],
    ['no JSON', '{"type":', 400],
    ['200,000 brackets deep', '['.repeat(200_000), 400],
    [
      '200,000 objects deep inside an activity',
      `{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1:9999","conversation":{"id":"x"},"value":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      401,
    ],
    ['a type that is none', JSON.stringify({ ...rawActivity(), type: { $ne: null } }), 400],
    ['an id with a bar', JSON.stringify({ ...rawActivity(), conversation: { id: 'a|m|b' } }), 400],
    ['prototype pollution', '{"__proto__":{"type":"message"},"constructor":{}}', 400],
    ['1 MB and one byte', 'x'.repeat(1024 * 1024 + 1), 413],
    ['5 MB', 'x'.repeat(5 * 1024 * 1024), 413],
    ['a form', 'payload=%7B%7D', 400],
  ]
  it.each(bodies)('%s is answered by a refusal', async (_, body, status) => {
    expect((await world.deliver(body)).status).toBe(status)
    await isUp()
  })

  it('bytes that are no text, a form with a character set, and compressed rubbish too', async () => {
    for (const headers of [
      { 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' },
      { 'content-type': 'text/plain; charset=ebcdic' },
      { 'content-encoding': 'gzip' },
      { 'content-encoding': 'what' },
    ]) {
      const { status } = await world.deliver('\u00ff\u00fe', headers)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    await isUp()
  })

  it('an authorization header that comes twice', async () => {
    const body = JSON.stringify({ ...rawActivity(), serviceUrl: world.fake.serviceUrl })
    const response = await rawPost([`Authorization: ${world.fake.token()}`, 'Authorization: Bearer other'], body)
    expect(response).toMatch(/^HTTP\/1\.1 (?:200|40[01])/)
    await isUp()
  })

  it('any method but POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) expect((await fetch(addressOf(), { method })).status).toBe(405)
  })

  it('never stores or logs what a stranger wrote', async () => {
    await world.deliver(JSON.stringify({ ...rawActivity(), text: 'CANARY', serviceUrl: world.fake.serviceUrl }))
    expect(JSON.stringify(world.logged)).not.toContain('CANARY')
    expect(await world.store.inbox.counts()).toMatchObject({ waiting: 0, quarantined: 0 })
  })
})

const addressOf = () => world.address

const rawPost = (headers: string[], body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(addressOf())
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        [
          `POST ${pathname} HTTP/1.1`,
          'Host: x',
          'Connection: close',
          'Content-Type: application/json',
          `Content-Length: ${Buffer.byteLength(body)}`,
          ...headers,
          '',
          body,
        ].join('\r\n'),
      )
    })
    let answer = ''
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })

describe('signatures', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const tokens: [string, () => string, number][] = [
    ['good', () => world.fake.token(), 200],
    ['for another bot', () => world.fake.token({ aud: '99999999-2222-3333-4444-555555555555' }), 401],
    ['expired', () => world.fake.token({ nbf: now() - 7200, exp: now() - 3600 }), 401],
    ['not valid yet', () => world.fake.token({ nbf: now() + 3600 }), 401],
    ['for another service address', () => world.fake.token({ serviceurl: 'https://smba.trafficmanager.net/other/' }), 401],
    ['by a key that is endorsed for another channel', () => world.fake.token({}, 'other-channel'), 401],
    ['forged', () => world.fake.token({}, 'forged'), 401],
    ['of another issuer', () => world.fake.token({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }), 401],
    [
      'unsigned',
      () =>
        `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: 'https://api.botframework.com', aud: appId })).toString('base64url')}.`,
      401,
    ],
    ['missing', () => '', 401],
    ['rubbish', () => 'Bearer x.y.z', 401],
    ['of another scheme', () => world.fake.token().replace('Bearer', 'Basic'), 401],
  ]
  it.each(tokens)('%s', async (_, token, status) => {
    expect((await world.post(personal('whoami'), token())).status).toBe(status)
    await world.settle()
    expect(world.fake.posts().length > 0).toBe(status === 200)
  })

  it('that cannot be checked now are asked for again', async () => {
    const other = await openTeamsWorld()
    other.fake.rules.push(({ path }) => (path === '/openid' ? { status: 500 } : undefined))
    expect((await other.post(personal('whoami'))).status).toBe(503)
    other.fake.rules.length = 0
    expect((await other.post(personal('whoami'))).status).toBe(200)
    await other.close()
  })
})

describe('what is signed and yet not ours', () => {
  const refused: [string, Record<string, unknown>, number][] = [
    ['another channel', { channelId: 'webchat' }, 403],
    ['no channel', { channelId: '' }, 403],
    ['the emulator', { channelId: 'emulator' }, 403],
    ['the channel of Azure app services', { channelId: 'AseChannel' }, 403],
    ['a foreign service address', { serviceUrl: 'https://evil.example/' }, 403],
    ['a service address on another machine of the network', { serviceUrl: 'http://10.0.0.7:3978/' }, 403],
    ['no service address', { serviceUrl: undefined }, 400],
    ['no conversation', { conversation: undefined }, 400],
  ]
  it.each(refused)('%s', async (_, change, status) => {
    expect((await world.post(rawActivity(change))).status).toBe(status)
  })

  it.each([
    ['another tenant', 'other-tenant'],
    ['no tenant', undefined],
  ])('%s is put aside, and Teams is told that all is well', async (_, tenantId) => {
    const before = (await world.store.inbox.counts()).quarantined
    const conversation = { id: 'a:x', conversationType: 'personal', tenantId }
    const foreign = personal('whoami', { conversation, channelData: { tenant: { id: tenantId } } })
    expect((await world.post(foreign)).status).toBe(200)
    expect((await world.post(foreign)).status).toBe(200)
    await world.settle()
    expect((await world.store.inbox.counts()).quarantined).toBe(before + 1)
    expect(world.fake.posts()).toHaveLength(0)
  })

  it('the tenant of the conversation counts, not the one that the rest of the delivery claims', async () => {
    const conversation = { id: 'a:x', conversationType: 'personal', tenantId: 'other' }
    await world.post(personal('whoami', { conversation, channelData: { tenant: { id: tenant } } }))
    await world.settle()
    expect(world.fake.posts()).toHaveLength(0)
  })
})

describe('starting', () => {
  const start = (credentials: { appId: string; appPassword: string; tenantId: string }) =>
    createTeams({ ...blank(), credentials, serviceUrls: 'loopback' })
  const blank = () => ({
    allowedTenants: [tenant],
    dispatch: () => Promise.reject(new Error('no')),
    store: world.store,
    log: console as never,
    clock: () => new Date(),
  })
  const full = { appId, appPassword: 'secret', tenantId: tenant }

  it.each(['appId', 'appPassword', 'tenantId'] as const)('is refused without %s', (name) => {
    expect(() => start({ ...full, [name]: '' })).toThrow(name)
    expect(() => start({ ...full, [name]: '  ' })).toThrow(name)
  })

  it('as the playground is refused for addresses that are not this machine', () => {
    expect(() => createTeams({ ...blank(), credentials: 'playground', serviceUrls: 'microsoft' })).toThrow(/this machine/)
  })

  it('with real addresses takes no delivery that names this machine', async () => {
    const real = await openTeamsWorld({ teams: { serviceUrls: 'microsoft' } })
    expect((await real.post(rawActivity())).status).toBe(403)
    await real.close()
  })
})
