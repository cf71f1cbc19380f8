// An endpoint with two models that speaks as much of the OpenAI protocol as is asked of it, and remembers what it was asked.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  path: string | undefined
  headers: IncomingHttpHeaders
  body: { model: string; messages: { role: string; content: string }[] }
}
export type Reply = {
  status?: number
  text?: string
  content?: string
  silent?: boolean
  drip?: boolean
  slow?: boolean
  location?: string
}

export const openModelEndpoint = async () => {
  const asked: Asked[] = []
  let reply: Reply = { content: '[]' }
  const held: (() => void)[] = []
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      const isLetIn = request.headers.authorization !== 'Bearer wrong'
      response.writeHead(isLetIn ? 200 : 401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ data: ['llama', 'qwen'].map((id) => ({ id })) }))
      return
    }
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    asked.push({ path: request.url, headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString('utf8')) })
    const { status = 200, text, content, silent, drip, slow, location } = reply
    if (silent) return
    if (drip) {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
      return
    }
    if (slow) await new Promise<void>((resolve) => held.push(resolve))
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
    /** Lets the slow answers go. */
    letGo: () => {
      for (const go of held.splice(0)) go()
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
