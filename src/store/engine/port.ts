// Free ports of 127.0.0.1.
import { createServer } from 'node:net'

/** Listens for a moment: the port it got (the system's choice for 0), or undefined where somebody else listens. */
const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })

/** The port asked for if nobody listens there, else one that is free now. */
export async function freePort(wanted = 0): Promise<number> {
  const port = (await tryPort(wanted)) ?? (await tryPort(0))
  if (port === undefined) throw new Error('The system gave no free port of 127.0.0.1.')
  return port
}
