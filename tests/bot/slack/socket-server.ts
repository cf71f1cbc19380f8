// Slack's side of Socket Mode: addresses given out, envelopes sent to any one socket and again until they are acknowledged, and all that goes wrong.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'

export type Opening = 'ok' | 'error' | 'invalid_auth' | 'hang'

export type SocketServer = {
  /** The base of the Web API, which has one method. */
  apiUrl: string
  /** How the next openings go, in order; then all are well. */
  openings: Opening[]
  /** What was answered to apps.connections.open, newest last. */
  opened: Opening[]
  live(): number
  /** Sent until it is acknowledged; answers with what the acknowledgement held. */
  deliver(payload: object, type?: string): Promise<unknown>
  /** A frame to every socket, as it is. */
  frame(text: string | Buffer): void
  /** Tells every socket, or one, that it ends, and closes it soon after, as Slack does. */
  refresh(which?: 'all' | 'one'): void
  cut(which?: 'all' | 'one'): void
  /** Takes no new connection until told otherwise. */
  refuse(refused: boolean): void
  close(): Promise<void>
}

const closesAfterMs = 300
const deliversAgainAfterMs = 400

export const startSocketServer = async (): Promise<SocketServer> => {
  const sockets = new Set<WebSocket>()
  const waiting = new Map<string, (payload: unknown) => void>()
  const openings: Opening[] = []
  const opened: Opening[] = []
  let isRefusing = false
  let numbered = 0
  const web = createServer((request, response) => {
    const how = request.url?.includes('apps.connections.open') ? (openings.shift() ?? 'ok') : undefined
    if (how) opened.push(how)
    if (how === 'hang') return
    response.setHeader('content-type', 'application/json')
    if (how === 'error') response.writeHead(500).end('{}')
    else if (how === 'ok') response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port(web)}/link` }))
    else response.end(JSON.stringify({ ok: false, error: how ?? 'channel_not_found' }))
  })
  const server = new WebSocketServer({ noServer: true })
  web.on('upgrade', (request, socket, head) => {
    if (isRefusing) return socket.destroy()
    server.handleUpgrade(request, socket, head, (accepted) => {
      sockets.add(accepted)
      accepted.on('close', () => sockets.delete(accepted))
      accepted.on('message', (data: RawData) => acknowledge(waiting, String(data)))
      accepted.send(JSON.stringify({ type: 'hello', num_connections: sockets.size, debug_info: { approximate_connection_time: 18_060 } }))
    })
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const chosen = (which: 'all' | 'one') => (which === 'all' ? [...sockets] : [...sockets].slice(0, 1))
  return {
    apiUrl: `http://127.0.0.1:${port(web)}/api/`,
    openings,
    opened,
    live: () => sockets.size,
    deliver(payload, type = 'events_api') {
      numbered += 1
      const envelope_id = `envelope-${numbered}`
      return new Promise((resolve) => {
        let attempt = 0
        const send = () => {
          const all = [...sockets]
          const one = all[Math.floor(Math.random() * all.length)]
          one?.send(
            JSON.stringify({
              envelope_id,
              type,
              payload,
              accepts_response_payload: true,
              retry_attempt: attempt,
              retry_reason: attempt > 0 ? 'timeout' : '',
            }),
          )
          attempt += 1
        }
        const again = setInterval(send, deliversAgainAfterMs)
        waiting.set(envelope_id, (answer) => {
          clearInterval(again)
          resolve(answer)
        })
        send()
      })
    },
    frame: (text) => {
      for (const socket of sockets) socket.send(text)
    },
    refresh(which = 'all') {
      for (const socket of chosen(which)) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }))
        setTimeout(() => socket.close(), closesAfterMs)
      }
    },
    cut(which = 'all') {
      for (const socket of chosen(which)) socket.terminate()
    },
    refuse: (refused) => {
      isRefusing = refused
    },
    async close() {
      for (const socket of sockets) socket.terminate()
      web.closeAllConnections()
      await new Promise((resolve) => web.close(resolve))
    },
  }
}

const port = (server: Server): number => (server.address() as AddressInfo).port

const acknowledge = (waiting: Map<string, (payload: unknown) => void>, text: string): void => {
  const { envelope_id, payload } = JSON.parse(text)
  waiting.get(envelope_id)?.(payload)
  waiting.delete(envelope_id)
}

export const until = async (what: string, holds: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<number> => {
  const start = performance.now()
  while (!(await holds())) {
    if (performance.now() - start > withinMs) throw new Error(`${what}: not within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - start
}
