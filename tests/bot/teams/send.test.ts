// Sending: where a card goes, what travels with it, and what each answer of Teams means.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { card, text } from '../../../src/bot/card.ts'
import type { Destination, Outgoing } from '../../../src/bot/platform.ts'
import { createConnector } from '../../../src/bot/teams/connector.ts'
import { findSentCard } from '../../../src/bot/teams/find-sent.ts'
import { createGraph } from '../../../src/bot/teams/graph.ts'
import type { Reference } from '../../../src/bot/teams/reference.ts'
import { renderCard } from '../../../src/bot/teams/render-card.ts'
import { type Sender, sendCard } from '../../../src/bot/teams/send.ts'
import { createTokens } from '../../../src/bot/teams/tokens.ts'
import { appId, botId, type FakeConnector, startFakeConnector, tenant } from './fake-connector.ts'

let fake: FakeConnector
beforeEach(async () => {
  fake = await startFakeConnector()
})
afterEach(() => fake.close())

const conversation = `teams:${tenant}:19:deals@thread.tacv2`
const thread = `${conversation}|1700000000000`
const account = `teams:${tenant}:aad-lee`
const toThread: Destination = { to: 'thread', thread }
const toLee: Destination = { to: 'person-in-thread', thread, account }

const outgoing = (destination: Destination, more: Partial<Outgoing> = {}): Outgoing => ({
  id: 'answer-7',
  destination,
  card: card('Found 2 of 214.', text('C-142 Acme MSA')),
  ...more,
})

const tokens = () => createTokens({ appId, appPassword: 'secret', tenantId: tenant }, fake.url, () => new Date())

const referenceTo = (kind: Reference['kind'] = 'channel', more: Partial<Reference> = {}): Reference => ({
  serviceUrl: fake.serviceUrl,
  conversation: '19:deals@thread.tacv2',
  tenant,
  kind,
  bot: { id: botId, name: 'Throughline' },
  ...more,
})

type World = { sender: Sender; kept: [string, Reference][]; logged: unknown[] }
const world = (known: Reference | undefined = referenceTo(), personal?: Reference): World => {
  const kept: [string, Reference][] = []
  const logged: unknown[] = []
  const sender: Sender = {
    connector: createConnector(tokens()),
    draw: (shown, nonce) => renderCard(shown, { nonce }),
    reference: async () => known,
    personal: async () => personal,
    keepPersonal: async (who, reference) => void kept.push([who, reference]),
    sharedChat: undefined,
    log: (entry) => logged.push(entry),
    random: () => 0,
  }
  return { sender, kept, logged }
}

describe('where a card goes', () => {
  it('into the thread of a post, signed, with its words, its card and its outbox id', async () => {
    expect(await sendCard(world().sender, outgoing(toThread))).toEqual({ result: 'sent', message: expect.stringContaining('sent-') })
    const [post] = fake.posts()
    expect(post?.path).toBe('/teams/v3/conversations/19:deals@thread.tacv2;messageid=1700000000000/activities')
    expect(post?.query.has('isTargetedActivity')).toBe(false)
    expect(post?.authorization).toBe('Bearer token for https://api.botframework.com/.default')
    expect(post?.body).toMatchObject({
      type: 'message',
      summary: 'Found 2 of 214.',
      channelData: { throughline: { outbox: 'answer-7' } },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', name: 'throughline answer-7', content: { version: '1.5' } }],
    })
  })

  it('to one person in the thread as a targeted message', async () => {
    await sendCard(world().sender, outgoing(toLee))
    const [post] = fake.posts()
    expect(post?.query.get('isTargetedActivity')).toBe('true')
    expect(post?.body).toMatchObject({ recipient: { id: '29:lee', name: 'Lee Carmody' } })
  })

  it('in a personal chat there is nobody to hide it from', async () => {
    await sendCard(world(referenceTo('personal')).sender, outgoing(toLee))
    expect(fake.posts()[0]?.query.has('isTargetedActivity')).toBe(false)
  })

  it.each([400, 403, 404, 405])('where Teams refuses a targeted message (%d) it opens the personal chat and keeps it', async (status) => {
    fake.rules.push(({ query }) => (query.has('isTargetedActivity') ? { status, body: { error: { code: 'BadArgument' } } } : undefined))
    const { sender, kept, logged } = world()
    expect(await sendCard(sender, outgoing(toLee))).toMatchObject({ result: 'sent' })
    expect(fake.posts().at(-1)?.path).toBe('/teams/v3/conversations/a:opened/activities')
    expect(kept).toEqual([[account, expect.objectContaining({ kind: 'personal', conversation: 'a:opened', tenant })]])
    expect(logged).toHaveLength(1)
  })

  it('uses the personal chat that is known', async () => {
    fake.rules.push(({ query }) => (query.has('isTargetedActivity') ? { status: 403 } : undefined))
    await sendCard(world(referenceTo(), referenceTo('personal', { conversation: 'a:lee' })).sender, outgoing(toLee))
    expect(fake.posts().at(-1)?.path).toBe('/teams/v3/conversations/a:lee/activities')
  })

  it('is refused where neither can be had', async () => {
    fake.rules.push(({ query, path }) =>
      query.has('isTargetedActivity') || path.endsWith('/v3/conversations')
        ? { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }
        : undefined,
    )
    expect(await sendCard(world().sender, outgoing(toLee))).toMatchObject({
      result: 'refused',
      reason: expect.stringContaining('not in this conversation'),
    })
  })

  it('an ambiguous targeted message is not sent a second way', async () => {
    fake.rules.push(({ query }) => (query.has('isTargetedActivity') ? { status: 500 } : undefined))
    expect(await sendCard(world().sender, outgoing(toLee))).toMatchObject({ result: 'unclear' })
    expect(fake.posts()).toHaveLength(1)
  })

  it('to a person alone only where the bot has a chat with them', async () => {
    expect(await sendCard(world().sender, outgoing({ to: 'person', account }))).toMatchObject({
      result: 'refused',
      reason: expect.stringContaining('writing to it once'),
    })
    expect(fake.asked).toHaveLength(0)
  })

  it('is refused for a conversation that we were never told how to reach', async () => {
    expect(await sendCard({ ...world().sender, reference: async () => undefined }, outgoing(toThread))).toMatchObject({ result: 'refused' })
  })

  it('in place of another card', async () => {
    expect(await sendCard(world().sender, outgoing(toThread, { replaces: 'old-1' }))).toEqual({ result: 'sent', message: 'old-1' })
    expect(fake.asked.at(-1)).toMatchObject({ method: 'PUT', path: expect.stringMatching(/\/activities\/old-1$/) })
  })
})

describe('what an answer means', () => {
  const outcomes: [string, number, object | undefined, object][] = [
    ['created', 201, { id: 'm1' }, { result: 'sent', message: 'm1' }],
    ['accepted', 202, { id: 'm1' }, { result: 'sent', message: 'm1' }],
    ['a success without an id', 200, {}, { result: 'unclear' }],
    ['precondition', 412, undefined, { result: 'later' }],
    ['rate limit', 429, undefined, { result: 'later', afterMs: 2000 }],
    ['bad gateway', 502, undefined, { result: 'later' }],
    ['gateway time-out', 504, undefined, { result: 'later' }],
    ['request time-out', 408, undefined, { result: 'unclear' }],
    ['server error, perhaps after it was accepted', 500, undefined, { result: 'unclear' }],
    ['unavailable', 503, undefined, { result: 'unclear' }],
    ['passed on elsewhere', 302, undefined, { result: 'unclear' }],
    [
      'blocked',
      403,
      { error: { code: 'MessageWritesBlocked' } },
      { result: 'refused', reason: expect.stringContaining('blocked the bot') },
    ],
    ['not in the conversation', 403, { error: { code: 'BotNotInConversationRoster' } }, { result: 'refused' }],
    ['too large', 413, { error: { code: 'MessageSizeTooBig' } }, { result: 'refused', reason: 'Teams answered 413 MessageSizeTooBig' }],
    ['gone', 404, undefined, { result: 'refused' }],
  ]
  it.each(outcomes)('%s (%d)', async (_, status, body, expected) => {
    fake.rules.push(({ method }) => (method === 'POST' ? { status, body, headers: { location: 'http://127.0.0.1:1/' } } : undefined))
    fake.rules.unshift(({ path }) => (path.endsWith('/token') ? { status: 200, body: { access_token: 't', expires_in: 3600 } } : undefined))
    expect(await sendCard(world().sender, outgoing(toThread))).toMatchObject(expected)
    expect(fake.posts()).toHaveLength(1)
  })

  it('waits as long as Teams asks, and up to half longer, so that not all come back together', async () => {
    fake.rules.push(({ path }) => (path.includes('/activities') ? { status: 429, headers: { 'retry-after': '17' } } : undefined))
    const { sender } = world()
    expect(await sendCard({ ...sender, random: () => 0 }, outgoing(toThread))).toMatchObject({ afterMs: 17_000 })
    expect(await sendCard({ ...sender, random: () => 1 }, outgoing(toThread))).toMatchObject({ afterMs: 25_500 })
  })

  it('a server that is not there took nothing; one that hangs up may have', async () => {
    const gone = await startFakeConnector()
    await gone.close()
    const away = referenceTo('channel', { serviceUrl: gone.serviceUrl })
    expect(await sendCard(world(away).sender, outgoing(toThread))).toMatchObject({ result: 'later' })
    fake.rules.push(({ path }) => (path.includes('/activities') ? { status: 201, body: { id: 'x' }, after: 20_000 } : undefined))
    const hanging = sendCard(world().sender, outgoing(toThread))
    while (fake.posts().length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    await fake.close()
    expect(await hanging).toMatchObject({ result: 'unclear' })
    fake = await startFakeConnector()
  })
})

describe('looking whether a card arrived', () => {
  const known = () => referenceTo('channel', { aadGroupId: 'group-1' })
  const find = (reference: Reference | undefined, sent: Outgoing) =>
    findSentCard(createGraph(fake.graph, tokens()), async () => reference, sent)
  const replies = (pages: object[][]) =>
    fake.rules.push(({ path, query }) => {
      if (!path.endsWith('/replies')) return undefined
      const page = Number(query.get('page') ?? 0)
      const next = page + 1 < pages.length ? { '@odata.nextLink': `${fake.graph}/x/replies?page=${page + 1}` } : {}
      return { status: 200, body: { value: pages[page], ...next } }
    })

  it('finds it by the name of the attachment, or by the nonce behind its buttons, on any page', async () => {
    replies([
      [{ id: 'm1', attachments: [{ name: 'throughline other' }] }],
      [{ id: 'm2', attachments: [{ content: '{"nonce":"all:answer-7"}' }] }],
    ])
    expect(await find(known(), outgoing(toThread))).toBe('m2')
    fake.rules.length = 0
    replies([[{ id: 'm3', attachments: [{ name: 'throughline answer-7' }] }]])
    expect(await find(known(), outgoing(toThread))).toBe('m3')
  })

  it('says that it is not there only after a whole look', async () => {
    replies([[{ id: 'm1' }], [{ id: 'm2', attachments: null }]])
    expect(await find(known(), outgoing(toThread))).toBeUndefined()
  })

  it('replacing a card twice changes nothing, so nobody looks', async () => {
    expect(await find(known(), outgoing(toThread, { replaces: 'old' }))).toBeUndefined()
    expect(fake.asked).toHaveLength(0)
  })

  it.each<[string, () => Reference | undefined, Destination]>([
    ['what one person alone was sent', known, toLee],
    ['a personal chat', () => referenceTo('personal'), toThread],
    ['a channel whose team is not known', () => referenceTo(), toThread],
    ['a conversation that is not known', () => undefined, toThread],
  ])('cannot look at %s, and says so', async (_, reference, destination) => {
    await expect(find(reference(), outgoing(destination))).rejects.toThrow(/does not let a bot look/)
  })

  it.each([403, 404, 429, 500])('cannot look when Graph answers %d', async (status) => {
    fake.rules.push(({ path }) => (path.endsWith('/replies') ? { status } : undefined))
    await expect(find(known(), outgoing(toThread))).rejects.toThrow()
  })
})

describe('our own tokens', () => {
  it('are asked for once, per resource, and again when they end or were refused', async () => {
    let now = Date.parse('2026-11-24T10:00:00Z')
    const tokenFor = createTokens({ appId, appPassword: 'se/cr+et', tenantId: tenant }, fake.url, () => new Date(now))
    const asks = () => fake.asked.filter(({ path }) => path.endsWith('/token')).length
    await Promise.all([tokenFor('https://graph.microsoft.com'), tokenFor('https://graph.microsoft.com')])
    expect(asks()).toBe(1)
    await tokenFor('https://api.botframework.com')
    now += 3_200_000
    await tokenFor('https://graph.microsoft.com')
    expect(asks()).toBe(2)
    now += 200_000
    await tokenFor('https://graph.microsoft.com')
    expect(asks()).toBe(3)
    expect(new URLSearchParams(String(fake.asked[0]?.body)).get('client_secret')).toBe('se/cr+et')
    fake.rules.push(({ path }) => (path.endsWith('/token') ? { status: 401 } : undefined))
    now += 4_000_000
    await expect(tokenFor('https://graph.microsoft.com')).rejects.toThrow(/check its id, its password and the tenant/)
    fake.rules.length = 0
    expect(await tokenFor('https://graph.microsoft.com')).toBe('token for https://graph.microsoft.com/.default')
  })
})
