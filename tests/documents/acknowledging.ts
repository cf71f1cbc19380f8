// An acknowledging server in this process, asked by a client of its own: what people would wait while this process does something else.
import { type ChildProcess, fork } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

export type Acknowledging = {
  /** Milliseconds of every acknowledgement since it was last asked. */
  samples(): Promise<number[]>
  stop(): Promise<void>
}

/** Starts server and client: fifty signed requests a second, one after the other. */
export async function startAcknowledging(): Promise<Acknowledging> {
  const secret = randomBytes(16).toString('hex')
  const server = createServer(async (request, response) => {
    const hash = createHmac('sha256', secret)
    for await (const chunk of request) hash.update(chunk as Buffer)
    response.statusCode = hash.digest('hex') === request.headers['x-signature'] ? 200 : 401
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const program = fileURLToPath(new URL('./asking-client.ts', import.meta.url))
  const client = fork(program, [String((server.address() as AddressInfo).port), secret], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return {
    samples: () => samplesOf(client),
    async stop() {
      client.kill()
      await once(client, 'exit')
      server.closeAllConnections()
      server.close()
    },
  }
}

async function samplesOf(client: ChildProcess): Promise<number[]> {
  if (client.exitCode !== null) throw new Error('The asking client has ended: the server did not answer it.')
  client.send('samples')
  const [samples] = (await once(client, 'message')) as [number[]]
  return samples
}
