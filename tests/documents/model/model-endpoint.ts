// An endpoint that speaks as much of the OpenAI protocol as is asked of it, and remembers what it was asked.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  path: string | undefined
  headers: IncomingHttpHeaders
  body: { model: string; messages: { role: string; content: string }[] }
}
export type Reply = { status?: number; text?: string; content?: string; silent?: boolean; location?: string }

export const openModelEndpoint = async () => {
  const asked: Asked[] = []
  let reply: Reply = { content: '[]' }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    asked.push({ path: request.url, headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString('utf8')) })
    const { status = 200, text, content, silent, location } = reply
    if (silent) return
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) })
    response.end(text ?? JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer: (next: Reply) => {
      reply = next
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
