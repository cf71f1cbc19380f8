// A cable between bot and database that a test can pull, and plug in again.
import { createServer, connect as dial, type Server, type Socket } from 'node:net'

export type Cable = { uri: string; pull(): void; plug(): Promise<void> }

export const createCable = async (target: string): Promise<Cable> => {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const server: Server = createServer((inner) => {
    const outer = dial(Number(port), hostname)
    for (const [socket, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
    inner.pipe(outer).pipe(inner)
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const address = server.address() as { port: number }
  return {
    uri: target.replace(`${hostname}:${port}`, `127.0.0.1:${address.port}`),
    pull: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    plug: () => listen(address.port),
  }
}
