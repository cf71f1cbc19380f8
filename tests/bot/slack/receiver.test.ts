// What /slack/events lets in and what it turns away; what is kept before Slack is told that all is well.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { threadId } from '../../../src/contracts/talk.ts'
import type { Store } from '../../../src/store/store.ts'
import { stamp, team } from './emulator.ts'
import { envelopeOf, openSlackWorld, type SlackWorld, sign } from './slack-world.ts'

describe('/slack/events', () => {
  let world: SlackWorld
  let contract: string
  let channel: string
  let root: string
  /** What stands in for the inbox in a test; undefined: the real one. */
  let keep: Store['inbox']['keep'] | undefined
  let held: string[] = []

  const reply = (text: string, more: Record<string, unknown> = {}) => {
    const ts = stamp()
    return {
      type: 'message',
      channel,
      channel_type: 'channel',
      user: world.slack.id('lee'),
      text,
      ts,
      event_ts: ts,
      thread_ts: root,
      ...more,
    }
  }
  const counts = async () => {
    const { waiting, quarantined } = await world.store.inbox.counts()
    return { waiting, quarantined }
  }

  beforeAll(async () => {
    world = await openSlackWorld({
      store: (store) => ({
        ...store,
        inbox: {
          ...store.inbox,
          async keep(delivery) {
            held.push(delivery.id)
            return keep ? keep(delivery) : store.inbox.keep(delivery)
          },
        },
      }),
    })
    channel = world.slack.id('acme-renewal')
    contract = await world.contract('Acme MSA', 'ana')
    root = await world.say('lee', channel, 'The root.')
    await world.say('ana', channel, `<@U0THROUGHLINE> link ${contract}`, root)
    await world.settle()
  })
  beforeEach(() => {
    keep = undefined
    held = []
    world.logged.length = 0
  })
  afterAll(() => world.close())

  it('proves the address to Slack', async () => {
    const asked = await world.post(JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' }))
    expect(asked).toEqual({ status: 200, body: '{"challenge":"abc"}' })
  })

  it.each([
    ['no headers at all', () => ({})],
    ['no signature', (body: string) => ({ 'x-slack-request-timestamp': sign(body)['x-slack-request-timestamp'] })],
    ['a wrong signature', (body: string) => ({ ...sign(body), 'x-slack-signature': `v0=${'0'.repeat(64)}` })],
    ['a signature by another secret', (body: string) => sign(body, 'another-secret')],
    ['six minutes of age', (body: string) => sign(body, undefined, Math.floor(Date.now() / 1000) - 360)],
    ['a clock six minutes ahead', (body: string) => sign(body, undefined, Math.floor(Date.now() / 1000) + 360)],
    ['a timestamp that is none', (body: string) => ({ ...sign(body), 'x-slack-request-timestamp': 'now' })],
    ['a signature twice', (body: string) => ({ ...sign(body), 'x-slack-signature': `${sign(body)['x-slack-signature']}, v0=ff` })],
  ])('turns away what comes with %s, keeps nothing, and logs no word of it', async (_case, headers) => {
    const body = JSON.stringify(envelopeOf(reply('a secret word')))
    const before = await counts()
    expect((await world.post(body, 'json', headers(body) as Record<string, string>)).status).toBe(401)
    expect(await counts()).toEqual(before)
    expect(held).toEqual([])
    expect(JSON.stringify(world.logged)).not.toContain('secret word')
    expect(world.logged.every(({ level }) => level === 'warn')).toBe(true)
  })

  it('logs a flood of forgeries in one line a second, with how many there were', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_010))
    for (let forged = 0; forged < 30; forged += 1) await world.post('{}', 'json', {})
    await new Promise((resolve) => setTimeout(resolve, 1_010))
    await world.post('{}', 'json', {})
    const lines = world.logged.map(({ entry }) => (entry as { others?: number }).others ?? 0)
    expect(lines.length).toBeLessThanOrEqual(4)
    expect(lines.reduce((sum, others) => sum + others, lines.length)).toBeGreaterThanOrEqual(31)
  })

  it.each([
    ['null', 'null', 'json'],
    ['a number', '5', 'json'],
    ['a list', '[]', 'json'],
    ['half of an object', '{"type":', 'json'],
    ['no text', '', 'json'],
    ['a payload that is none', 'payload=%7B', 'form'],
    ['a payload that is a number', 'payload=5', 'form'],
    ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'json'],
  ] as const)('answers a signed body of %s with 400 and lives', async (_case, body, type) => {
    expect((await world.post(body, type)).status).toBe(400)
    expect(held).toEqual([])
  })

  it('answers five megabytes with 413, other methods with 405, and a form with its charset as any form', async () => {
    expect((await world.post(JSON.stringify({ text: 'x'.repeat(5_000_000) }))).status).toBe(413)
    expect((await fetch(world.address)).status).toBe(405)
    const body = new URLSearchParams({ payload: JSON.stringify({ type: 'block_actions', team: { id: team } }) }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...sign(body) }
    expect((await fetch(world.address, { method: 'POST', body, headers })).status).toBe(200)
  })

  it('survives an event whose message is 200,000 deep', async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`
    const body = JSON.stringify(envelopeOf(reply('deep'))).replace('"deep"', `"deep","extra":${deep}`)
    expect([200, 400, 500]).toContain((await world.post(body)).status)
    expect((await world.event(reply('after it'))).status).toBe(200)
  })

  it('puts aside what a workspace sends that is not ours, says 200, and folds nothing of it', async () => {
    await world.store.inbox.replaySpool()
    const before = await counts()
    const stranger = { team_id: 'T0STRANGER', authorizations: [{ team_id: 'T0STRANGER', user_id: 'U1', is_bot: true }] }
    expect((await world.event(reply('from elsewhere'), stranger)).status).toBe(200)
    expect(await counts()).toEqual({ ...before, quarantined: before.quarantined + 1 })
    expect(held).toEqual([])
    expect(world.logged).toEqual([expect.objectContaining({ level: 'warn', entry: { reason: expect.stringContaining('T0STRANGER') } })])
  })

  it('drops what nobody linked unread, and keeps what somebody did before it answers', async () => {
    expect((await world.event(reply('elsewhere', { thread_ts: undefined }))).status).toBe(200)
    expect(held).toEqual([])
    expect((await world.event(reply('kept'))).status).toBe(200)
    expect(held).toHaveLength(1)
  })

  it('records one message of four deliveries, of another event id, and of a second signature', async () => {
    const said = reply('said once')
    const statuses = []
    for (const retry of [0, 1, 2, 3]) {
      const body = JSON.stringify(envelopeOf(said))
      const headers =
        retry === 0 ? sign(body) : { ...sign(body), 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }
      statuses.push((await world.post(body, 'json', headers)).status)
    }
    expect(statuses).toEqual([200, 200, 200, 200])
    await world.settle()
    const entries = await world.store.record.entries(contract)
    expect(entries.filter(({ key }) => key.includes(said.ts))).toHaveLength(1)
  })

  it('does not acknowledge what it could not keep, and takes it when it comes again with the same signature', async () => {
    const body = JSON.stringify(envelopeOf(reply('not lost')))
    const headers = sign(body)
    keep = () => Promise.reject(new Error('no disk'))
    expect((await world.post(body, 'json', headers)).status).toBe(500)
    keep = undefined
    expect((await world.post(body, 'json', headers)).status).toBe(200)
    await world.settle()
    const talk = await world.store.talk.list(
      await world.person('ana'),
      await world.store.contracts.get(await world.person('ana'), contract),
      {
        words: ['lost'],
        limit: 5,
      },
    )
    expect(talk.items).toHaveLength(1)
  })

  it('runs a command of an exact replay once', async () => {
    const form = {
      command: '/contract',
      text: 'whoami',
      user_id: world.slack.id('ana'),
      team_id: team,
      channel_id: channel,
      trigger_id: 't-replayed',
    }
    const body = new URLSearchParams({ ...form, response_url: world.responseUrl }).toString()
    const headers = sign(body)
    const answers = world.responses.length
    expect([await world.post(body, 'form', headers), await world.post(body, 'form', headers)].map(({ status }) => status)).toEqual([
      200, 200,
    ])
    await world.settle()
    expect(world.responses.length).toBe(answers + 1)
  })

  it('keeps and acknowledges though Slack itself answers nothing', async () => {
    const away = await openSlackWorld({ slack: { apiUrl: 'http://127.0.0.1:1/api/' } })
    try {
      const id = await away.contract('Beta MSA', 'ana')
      const thread = threadId(`slack:${team}:C0AWAY`, '1700000000.000100')
      await away.store.record.append(id, () => [
        { kind: 'linked', key: 'l', actor: 'test', source: 'test', payload: { thread, conversationName: '#away', visibility: 'contract' } },
      ])
      const ts = '1700000001.000100'
      const said = {
        type: 'message',
        channel: 'C0AWAY',
        user: 'U1',
        text: 'kept all the same',
        ts,
        thread_ts: '1700000000.000100',
        event_ts: ts,
      }
      expect((await away.event(said)).status).toBe(200)
      await away.settle()
      expect((await away.store.record.entries(id)).filter(({ kind }) => kind === 'message')).toHaveLength(1)
    } finally {
      await away.close()
    }
  })
})
