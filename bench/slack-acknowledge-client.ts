// Slack's side of the acknowledgement race: what it answers, and what it sends, signed by HTTP or over a socket, until that is acknowledged.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startSocketServer, until } from '../tests/bot/slack/socket-server.ts'

export const signingSecret = 'bench-signing-secret'
export const team = 'T0BENCH00'
export type Kind = 'command' | 'click' | 'event'
export const kinds: readonly Kind[] = ['command', 'click', 'event']

const agent = new Agent({ keepAlive: true })

/** Everybody is known, every answer is taken, and the addresses of sockets are given out. */
export const startSlack = async () => {
  const sockets = await startSocketServer()
  let answered: () => void = () => undefined
  const user = { id: 'U0BENCH', team_id: team, real_name: 'Ana', profile: { email: 'ana@bench.example' } }
  const around = { channel: { id: 'C0BENCH', name: 'bench', is_channel: true }, members: ['U0BENCH'], ts: '1.1', message_ts: '1.1' }
  const server = createServer(async (asked, response) => {
    asked.resume()
    if (asked.url?.endsWith('/respond')) answered()
    const isOpening = asked.url?.includes('apps.connections.open')
    const body = isOpening ? await (await fetch(`${sockets.apiUrl}apps.connections.open`, { method: 'POST' })).text() : undefined
    response.setHeader('content-type', 'application/json')
    response.end(body ?? JSON.stringify({ ok: true, user, user_id: 'U0BOT', team_id: team, ...around }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await sockets.close()
  }
  const connected = (count: number) => until(`${count} sockets`, () => sockets.live() >= count)
  /** Resolves when the next answer has come by its way back. */
  const nextAnswer = () =>
    new Promise<void>((resolve) => {
      answered = resolve
    })
  return {
    nextAnswer,
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    deliver: sockets.deliver,
    connected,
    close,
  }
}

let sent = 0

/** Another delivery of that kind, as an object and as it is posted. */
export const nextOf = (kind: Kind, apiUrl: string, text = 'help'): { payload: object; type: string; body: string; form: boolean } => {
  sent += 1
  const response_url = `${apiUrl}respond`
  if (kind === 'command') {
    const place = { user_id: 'U0BENCH', team_id: team, channel_id: 'C0BENCH' }
    const payload = { command: '/contract', text, ...place, trigger_id: `t${sent}`, response_url }
    return { payload, type: 'slash_commands', body: new URLSearchParams(payload).toString(), form: true }
  }
  if (kind === 'click') {
    const action = { type: 'button', action_id: 'command:0', block_id: 'b', value: 'help', action_ts: String(sent) }
    const container = { type: 'message', message_ts: '1.1', channel_id: 'C0BENCH', is_ephemeral: true }
    const around = { user: { id: 'U0BENCH', team_id: team }, team: { id: team }, channel: { id: 'C0BENCH' }, response_url }
    const payload = { type: 'block_actions', ...around, container, actions: [action] }
    return { payload, type: 'interactive', body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form: true }
  }
  const ts = `17${String(sent).padStart(8, '0')}.${String(sent % 1_000_000).padStart(6, '0')}`
  const said = { type: 'message', channel: 'C0BENCH', channel_type: 'channel', user: 'U0BENCH', text: `said ${sent}` }
  const event = { ...said, ts, event_ts: ts, thread_ts: '1700000000.000100' }
  const payload = { type: 'event_callback', team_id: team, event_id: `Ev${sent}`, event }
  return { payload, type: 'events_api', body: JSON.stringify(payload), form: false }
}

export const post = (port: number, { body, form }: { body: string; form: boolean }): Promise<void> =>
  new Promise((resolve, reject) => {
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
    const headers = {
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
      'content-length': Buffer.byteLength(body),
    }
    const asked = request({ port, host: '127.0.0.1', path: '/slack/events', method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`))))
    })
    asked.on('error', reject)
    asked.end(body)
  })
