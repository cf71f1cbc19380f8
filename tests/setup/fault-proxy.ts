// A wire to the database that a test can cut, let hang, or make deaf to answers.
import { connect, createServer, type Socket } from 'node:net'

export type FaultProxy = {
  uri: string
  /** pass: as if it were not there; hang: takes everything, answers nothing; refuse: cuts every connection, old and new. */
  mode: 'pass' | 'hang' | 'refuse'
  /** Cuts the next so many answers after the database has done what was asked. */
  cutAnswers: number
  close(): Promise<void>
}

export const faultProxy = async (uri: string): Promise<FaultProxy> => {
  const { hostname, port } = new URL(uri)
  const sockets = new Set<Socket>()
  const proxy: FaultProxy = { uri: '', mode: 'pass', cutAnswers: 0, close: async () => {} }
  const server = createServer((near) => {
    if (proxy.mode === 'refuse') return near.destroy()
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.on('data', (bytes) => {
        if (proxy.mode === 'refuse') return near.destroy()
        if (proxy.mode === 'hang') return
        if (one === far && proxy.cutAnswers > 0) {
          proxy.cutAnswers -= 1
          return near.destroy()
        }
        other.write(bytes)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = typeof address === 'object' && address ? address.port : 0
  proxy.uri = uri.replace(`${hostname}:${port}`, `127.0.0.1:${own}`)
  proxy.close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return proxy
}
