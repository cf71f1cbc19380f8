// Free ports of 127.0.0.1.
import { createServer, type Server } from 'node:net'

/** A port that is ours until it is let go: nobody else gets it meanwhile. */
export type HeldPort = { port: number; release(): Promise<void> }

/** Holds the port asked for if nobody listens there, else one that is free. */
export const holdPort = async (wanted: number): Promise<HeldPort> => {
  const server = (await listenOn(wanted)) ?? (await listenOn(0))
  const address = server?.address()
  if (!server || typeof address !== 'object' || address === null) throw new Error('The system gave no free port of 127.0.0.1.')
  return { port: address.port, release: () => new Promise((resolve) => server.close(() => resolve())) }
}

const listenOn = (port: number): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      // Held for others to find it taken, not to keep this process alive.
      server.unref()
      resolve(server)
    })
  })

/** The port asked for if nobody listens there, else one that is free now. */
export async function freePort(wanted = 0): Promise<number> {
  const { port, release } = await holdPort(wanted)
  await release()
  return port
}
