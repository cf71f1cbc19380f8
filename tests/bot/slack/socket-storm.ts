// A storm over sockets: refreshed, cut, refused and fed garbage while people talk; what was lost of it, and what came twice.
import { threadId } from '../../../src/contracts/talk.ts'
import type { TestDatabase } from '../../setup/database.ts'
import { stamp, team } from './emulator.ts'
import { envelopeOf, openSlackWorld } from './slack-world.ts'
import { startSocketServer, until } from './socket-server.ts'

export type Storm = { messages: number; refreshes: number; cuts: number; failures: number }
export type Outcome = Storm & {
  lost: number
  doubled: number
  /** Milliseconds from the end of the outage to the first socket. */
  reconnectedMs: number
  gaps: number
  /** The longest time without any socket while one could be had, milliseconds. */
  worstSilenceMs: number
}

export const garbage: (string | Buffer)[] = [
  'null',
  '5',
  '[]',
  '{',
  '',
  '{"type":"events_api"}',
  '{"type":"events_api","envelope_id":"x","payload":null}',
  '{"type":"events_api","envelope_id":"x","payload":{"event":null}}',
  '{"type":"close","envelope_id":"x","payload":{"event":{"type":"close"}}}',
  '{"type":"ws_message"}',
  Buffer.from([0xff, 0x00, 0xfe]),
]

const rateLimit = JSON.stringify({ type: 'app_rate_limited', team_id: team, minute_rate_limited: 1_700_000_000, api_app_id: 'A1' })

export const runSocketStorm = async (storm: Storm, database?: TestDatabase): Promise<Outcome> => {
  const sockets = await startSocketServer()
  const world = await openSlackWorld({
    ...(database && { database }),
    slack: {
      credentials: { botToken: 'xoxb-test-token', appToken: 'xapp-test-token' },
      apiUrl: sockets.apiUrl,
      sockets: { staggerMs: 100, openWithinMs: 1_500, longestPauseMs: 1_000, shortLifeMs: 0, gapMs: 200 },
    },
  })
  const root = '1700000000.000100'
  const thread = threadId(`slack:${team}:C0STORM`, root)
  const contract = await world.contract('Storm MSA', 'ana')
  await world.store.record.append(contract, () => [
    { kind: 'linked', key: 'l', actor: 'test', source: 'test', payload: { thread, conversationName: '#storm', visibility: 'contract' } },
  ])
  const silence = watchSilence(() => sockets.live())
  try {
    world.app.start()
    await until('a socket', () => world.app.isConnected())
    const sent = new Set<string>()
    const acknowledged: Promise<unknown>[] = []
    const say = (count: number) => {
      for (let said = 0; said < count; said += 1) {
        const ts = stamp()
        sent.add(ts)
        acknowledged.push(
          sockets.deliver(
            envelopeOf({ channel: 'C0STORM', channel_type: 'channel', user: 'U1', text: `said ${ts}`, ts, event_ts: ts, thread_ts: root }),
          ),
        )
      }
    }
    const each = Math.max(1, Math.floor(storm.messages / (storm.refreshes + storm.cuts + 1)))
    for (let refreshed = 0; refreshed < storm.refreshes; refreshed += 1) {
      say(each)
      sockets.refresh(refreshed % 3 === 0 ? 'all' : 'one')
      if (refreshed % 5 === 0) for (const frame of garbage) sockets.frame(frame)
      await until('sockets after a refresh', () => sockets.live() >= 2)
    }
    for (let cut = 0; cut < storm.cuts; cut += 1) {
      say(each)
      sockets.cut(cut % 2 === 0 ? 'all' : 'one')
      await until('a socket after a cut', () => sockets.live() >= 1)
    }
    sockets.frame(rateLimit)
    silence.stop()
    const reconnectedMs = await outage(sockets, storm.failures, () => say(each))
    say(storm.messages - sent.size)
    await Promise.all(acknowledged)
    await world.settle()
    const recorded = (await world.store.record.entries(contract))
      .filter(({ kind }) => kind === 'message')
      .map(({ key }) => key.split('|').at(-1) ?? '')
    return {
      ...storm,
      messages: sent.size,
      lost: [...sent].filter((ts) => !recorded.includes(ts)).length,
      doubled: recorded.length - new Set(recorded).size,
      reconnectedMs: Math.round(reconnectedMs),
      gaps: (await world.store.record.entries(contract)).filter(({ kind }) => kind === 'gap').length,
      worstSilenceMs: silence.worst(),
    }
  } finally {
    silence.stop()
    await world.close()
    await sockets.close()
  }
}

/** Everything is cut and no opening works for a while: by an error, by a token that is refused, by silence. */
const outage = async (sockets: Awaited<ReturnType<typeof startSocketServer>>, failures: number, say: () => void): Promise<number> => {
  const kinds = ['error', 'invalid_auth', 'hang'] as const
  sockets.openings.push(...Array.from({ length: failures }, (_, index) => kinds[index % 3] ?? 'error'))
  sockets.refuse(true)
  sockets.cut('all')
  say()
  await until('all failing openings', () => sockets.openings.length === 0, 300_000)
  sockets.refuse(false)
  return until('a socket after the outage', () => sockets.live() > 0)
}

const watchSilence = (live: () => number) => {
  let since: number | undefined
  let worst = 0
  let hasBegun = false
  const timer = setInterval(() => {
    if (live() > 0) {
      hasBegun = true
      since = undefined
    } else if (hasBegun) {
      since ??= performance.now()
      worst = Math.max(worst, performance.now() - since)
    }
  }, 5)
  return { stop: () => clearInterval(timer), worst: () => Math.round(worst) }
}
