// The acknowledgement of a signed command, click and event of a linked thread, against a bare Bolt that does one bare insert; idle, and with
// work beside it. Bot, peer and client are processes of their own, and share two cores.
import { type ChildProcess, fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createReader } from '../src/documents/read-document.ts'
import { agreementWords, makePdf } from '../tests/documents/make-files.ts'
import { benchServer } from './server.ts'
import { percentile, round, timed } from './statistics.ts'

const samples = Number(process.env.BENCH_SAMPLES ?? 1_000)
/** Milliseconds between two of an idle race: the answer that follows an acknowledgement is given by then. */
const betweenMs = 12
const signingSecret = 'bench-signing-secret'
const team = 'T0BENCH00'
const agent = new Agent({ keepAlive: true })

export async function bench(): Promise<void> {
  const { uri, dataDirectory } = await benchServer()
  const slack = await startSlack()
  const bot = await start('slack-acknowledge-bot.ts', uri, 'bench_slack', dataDirectory, slack.apiUrl, signingSecret, team)
  const peer = await start('slack-acknowledge-peer.ts', uri, 'bench_slack_peer', slack.apiUrl, signingSecret)
  const rows = []
  let slowest = 0
  for (const kind of ['command', 'click', 'event'] as const) {
    const ours = await timed(samples, (index) => post(bot.port, bodyOf(kind, index, slack.apiUrl)), betweenMs)
    const theirs = await timed(samples, (index) => post(peer.port, bodyOf(kind, index, slack.apiUrl)), betweenMs)
    slowest = Math.max(slowest, ...ours)
    rows.push(row(`${kind}, idle`, ours, theirs, 'p99 <= 1.5 x'))
  }
  const busy = new AbortController()
  const work = keepBusy(busy.signal)
  for (const kind of ['command', 'click', 'event'] as const) {
    const ours = await timed(samples, (index) => post(bot.port, bodyOf(kind, samples * 2 + index, slack.apiUrl)))
    slowest = Math.max(slowest, ...ours)
    rows.push({
      race: `${kind}, loaded`,
      'ours p50': round(percentile(ours, 0.5)),
      'ours p99': round(percentile(ours, 0.99)),
      goal: 'p99 <= 100 ms',
    })
  }
  busy.abort()
  await work
  console.table(rows)
  console.log(`Slowest of ${samples * 6}: ${round(slowest)} ms (goal: none over 3,000 ms)`)
  for (const one of [bot, peer]) one.process.disconnect()
  slack.close()
}

const row = (race: string, ours: readonly number[], peer: readonly number[], goal: string) => ({
  race,
  'ours p50': round(percentile(ours, 0.5)),
  'ours p99': round(percentile(ours, 0.99)),
  'peer p50': round(percentile(peer, 0.5)),
  'peer p99': round(percentile(peer, 0.99)),
  'ratio p99': round(percentile(ours, 0.99) / percentile(peer, 0.99)),
  goal,
})

/** Slack's side of what follows the acknowledgement: everybody is known, every answer is taken. */
const startSlack = async () => {
  const user = { id: 'U0BENCH', team_id: team, real_name: 'Ana', profile: { email: 'ana@bench.example' } }
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({
        ok: true,
        user,
        channel: { id: 'C0BENCH', name: 'bench', is_channel: true },
        members: ['U0BENCH'],
        ts: '1.1',
        message_ts: '1.1',
      }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, close: () => server.close() }
}

const start = async (file: string, ...given: string[]): Promise<{ process: ChildProcess; port: number }> => {
  const child = fork(join(import.meta.dirname, file), given, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [message] = (await once(child, 'message')) as [{ port: number }]
  return { process: child, port: message.port }
}

type Kind = 'command' | 'click' | 'event'

const bodyOf = (kind: Kind, index: number, apiUrl: string): { body: string; type: string } => {
  const form = 'application/x-www-form-urlencoded'
  const response_url = `${apiUrl}respond`
  if (kind === 'command') {
    const told = {
      command: '/contract',
      text: 'help',
      user_id: 'U0BENCH',
      team_id: team,
      channel_id: 'C0BENCH',
      trigger_id: `t${index}`,
      response_url,
    }
    return { body: new URLSearchParams(told).toString(), type: form }
  }
  if (kind === 'click') {
    const action = { type: 'button', action_id: 'command:0', block_id: 'b', value: 'help', action_ts: String(index) }
    const container = { type: 'message', message_ts: '1.1', channel_id: 'C0BENCH', is_ephemeral: true }
    const around = { user: { id: 'U0BENCH', team_id: team }, team: { id: team }, channel: { id: 'C0BENCH' }, response_url }
    const payload = JSON.stringify({ type: 'block_actions', ...around, container, actions: [action] })
    return { body: new URLSearchParams({ payload }).toString(), type: form }
  }
  const ts = `17${String(index).padStart(8, '0')}.${String(index % 1_000_000).padStart(6, '0')}`
  const event = {
    type: 'message',
    channel: 'C0BENCH',
    channel_type: 'channel',
    user: 'U0BENCH',
    text: `said ${index}`,
    ts,
    event_ts: ts,
    thread_ts: '1700000000.000100',
  }
  return { body: JSON.stringify({ type: 'event_callback', team_id: team, event_id: `Ev${index}`, event }), type: 'application/json' }
}

const post = (port: number, { body, type }: { body: string; type: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
      'content-length': Buffer.byteLength(body),
    }
    const sent = request({ port, host: '127.0.0.1', path: '/slack/events', method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`))))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Long agreements as PDF are read one after the other, in children of ours as an upload reads them. */
const keepBusy = async (signal: AbortSignal): Promise<void> => {
  const reader = createReader()
  const lines = (words: readonly string[]) => words.join(' ').replace(/(.{80}) /g, '$1\n')
  const pdf = makePdf(
    Array.from({ length: 60 }, (_page, index) => lines(agreementWords(450, index))),
    true,
  )
  while (!signal.aborted) await reader.read(pdf, 'long.pdf')
  await reader.close()
}
