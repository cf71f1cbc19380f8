// Sockets that stay up: renewed before they end, opened again whatever went wrong, and nothing lost meanwhile.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSockets, type Sockets } from '../../../src/bot/slack/sockets.ts'
import { botToken, botUser, team } from './emulator.ts'
import { envelopeOf, openSlackWorld, type SlackWorld } from './slack-world.ts'
import { type SocketServer, startSocketServer, until } from './socket-server.ts'
import { garbage, runSocketStorm } from './socket-storm.ts'

const quick = { staggerMs: 50, openWithinMs: 800, longestPauseMs: 600, shortLifeMs: 0, gapMs: 200 }

describe('two sockets', () => {
  let server: SocketServer
  let sockets: Sockets
  const logged: { level: string; text: string }[] = []
  const missed: { isGap: boolean }[] = []
  const taken: unknown[] = []

  const open = async (pace: object = {}) => {
    const write = (level: string) => (_entry: object, text: string) => void logged.push({ level, text })
    sockets = createSockets({
      appToken: 'xapp-test-token',
      apiUrl: server.apiUrl,
      log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
      clock: () => new Date(),
      pace: { ...quick, ...pace },
      process: ({ body, ack }) => {
        taken.push(body)
        void ack({ text: 'ack' })
      },
      onMissed: (one) => missed.push(one),
    })
    sockets.start()
    await until('two sockets', () => server.live() === 2)
  }

  beforeAll(async () => {
    server = await startSocketServer()
    await open()
  })
  afterAll(async () => {
    await sockets.stop()
    await until('no socket', () => server.live() === 0)
    await server.close()
  })

  it('are open side by side, and answer what comes over either', async () => {
    expect(sockets.isConnected()).toBe(true)
    const answers = await Promise.all([1, 2, 3, 4].map((number) => server.deliver({ type: 'event_callback', number })))
    expect(answers).toEqual([{ text: 'ack' }, { text: 'ack' }, { text: 'ack' }, { text: 'ack' }])
  })

  it('are replaced before Slack closes them, so that there is always one', async () => {
    let fewest = Number.POSITIVE_INFINITY
    const watch = setInterval(() => {
      fewest = Math.min(fewest, server.live())
    }, 2)
    server.refresh('all')
    const before = server.opened.length
    await until('two openings', () => server.opened.length >= before + 2)
    await until('the old ones gone', () => server.live() === 2)
    clearInterval(watch)
    expect(fewest).toBeGreaterThanOrEqual(2)
  })

  it('take every frame that is none for what it is, and go on', async () => {
    taken.length = 0
    for (const frame of garbage) server.frame(frame)
    await server.deliver({ type: 'event_callback', after: 'garbage' })
    expect(taken).toContainEqual({ type: 'event_callback', after: 'garbage' })
    await until('two sockets', () => server.live() === 2)
  })

  it('hear that events were held back, which comes without an envelope', async () => {
    taken.length = 0
    server.frame(JSON.stringify({ type: 'app_rate_limited', team_id: team, minute_rate_limited: 1 }))
    await until('it', () => taken.some((body) => (body as { type?: string }).type === 'app_rate_limited'))
  })

  it('come back after every kind of failing opening, and say what they may have missed', async () => {
    server.openings.push('error', 'invalid_auth', 'hang', 'error')
    server.cut('all')
    await until('no openings left', () => server.openings.length === 0)
    expect(await until('two sockets', () => server.live() === 2)).toBeLessThan(15_000)
    expect(missed).toEqual([expect.objectContaining({ isGap: true, reason: 'The connection to Slack was down.' })])
    expect(logged).toContainEqual({ level: 'error', text: expect.stringContaining('SLACK_APP_TOKEN') })
    expect(JSON.stringify(logged)).not.toMatch(/xapp-|ws:\/\//)
  })

  it('are renewed by themselves at different times', async () => {
    await sockets.stop()
    const before = server.opened.length
    await open({ renewMs: 400 })
    await until('renewals', () => server.opened.length >= before + 5)
    expect(server.live()).toBeGreaterThanOrEqual(2)
  })
})

describe('the story over sockets', () => {
  let world: SlackWorld
  let server: SocketServer
  /** So often the inbox takes nothing. */
  let broken = 0

  beforeAll(async () => {
    server = await startSocketServer()
    world = await openSlackWorld({
      store: (store) => ({
        ...store,
        inbox: {
          ...store.inbox,
          keep(delivery) {
            if (broken === 0) return store.inbox.keep(delivery)
            broken -= 1
            return Promise.reject(new Error('no disk'))
          },
        },
      }),
      socketServer: server,
      slack: { credentials: { botToken, appToken: 'xapp-test-token' }, sockets: quick },
    })
    world.app.start()
    await until('a socket', () => world.app.isConnected())
  })
  afterAll(async () => {
    await world.close()
    await server.close()
  })

  it('links by a mention, keeps replies, edits and deletions, and answers a slash command', async () => {
    const channel = world.slack.id('acme-renewal')
    const contract = await world.contract('Acme MSA', 'ana')
    const root = await world.say('lee', channel, 'Cap of 12 months?')
    await world.say('ana', channel, `<@${botUser}> link ${contract}`, root)
    await world.settle()
    expect(JSON.stringify(world.slack.ephemerals())).toContain('Linked 2 messages')
    const reply = await world.say('nadia', channel, 'Fine by finance.', root)
    await world.settle()
    await world.slack.as('nadia', 'chat.update', { channel, ts: reply, text: 'Fine by finance, in writing.' })
    await world.settle()
    const command = {
      command: '/contract',
      text: `talk ${contract}`,
      user_id: world.slack.id('ana'),
      team_id: team,
      channel_id: channel,
      trigger_id: 't1',
    }
    expect(await server.deliver({ ...command, response_url: world.responseUrl }, 'slash_commands')).toEqual({})
    await world.settle()
    for (const words of ['Cap of 12 months?', 'in writing', 'edited']) expect(JSON.stringify(world.responses)).toContain(words)
    const search = {
      type: 'block_suggestion',
      action_id: 'contract',
      block_id: 'contract',
      value: 'acm',
      user: { id: world.slack.id('ana') },
      view: {},
    }
    expect(await server.deliver({ ...search, team: { id: team } }, 'interactive')).toMatchObject({
      options: [expect.objectContaining({ value: contract })],
    })
    expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('does not acknowledge what it could not keep: it comes again, and is recorded once', async () => {
    const [linked] = await world.store.threads.ofPlatform('slack')
    if (!linked) throw new Error('no thread is linked')
    broken = 2
    const [, root] = linked.thread.split('|')
    const ts = '1900000000.000100'
    await server.deliver(
      envelopeOf({
        channel: world.slack.id('acme-renewal'),
        user: world.slack.id('lee'),
        text: 'kept at last',
        ts,
        thread_ts: root,
        event_ts: ts,
      }),
    )
    expect(broken).toBe(0)
    await world.settle()
    const entries = await world.store.record.entries(linked.contracts[0] ?? '')
    expect(entries.filter(({ key }) => key.includes(ts))).toHaveLength(1)
  })

  it('puts aside what a workspace sends that is not ours', async () => {
    await server.deliver(envelopeOf({ channel: 'C1', user: 'U1', text: 'x', ts: '1.1' }, { team_id: 'T0STRANGER', authorizations: [] }))
    expect((await world.store.inbox.counts()).quarantined).toBe(1)
  })
})

describe('a storm', () => {
  it('loses nothing and doubles nothing (12 refreshes, 6 cuts, 6 failing openings, garbage and rate limits)', async () => {
    const exits: unknown[] = []
    const note = (error: unknown) => exits.push(error)
    process.on('unhandledRejection', note)
    const outcome = await runSocketStorm({ messages: 240, refreshes: 12, cuts: 6, failures: 6 })
    process.off('unhandledRejection', note)
    expect(exits).toEqual([])
    expect(outcome).toMatchObject({ lost: 0, doubled: 0 })
    expect(outcome.messages).toBeGreaterThanOrEqual(240)
    expect(outcome.gaps).toBeGreaterThanOrEqual(2)
    expect(outcome.reconnectedMs).toBeLessThan(15_000)
  })
})
