// Asking a server whether it is there.
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient } from 'mongodb'

const account = 'throughline'
export const accountName = account

/** The connection string for a server of ours; without a password only for the first minute of its life. */
export function connectionString(port: number, password?: string): string {
  const credentials = password === undefined ? '' : `${account}:${password}@`
  const authentication = password === undefined ? '' : '&authSource=admin'
  return `mongodb://${credentials}127.0.0.1:${port}/?directConnection=true${authentication}`
}

/** Opens a connection, does the work, closes it whatever happens. */
export async function withClient<Result>(uri: string, within: number, work: (client: MongoClient) => Promise<Result>): Promise<Result> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: within, maxPoolSize: 2 })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.close()
  }
}

/** Does a server answer here, and take our password? */
export const answers = (uri: string, within = 3_000): Promise<boolean> =>
  withClient(uri, within, (client) => client.db('admin').command({ ping: 1 })).then(
    () => true,
    () => false,
  )

/** Does anything listen here? A driver that is refused would wait for its next look. */
const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/**
 * Waits until the server answers.
 * @throws when it has ended meanwhile, or after `within` milliseconds
 */
export async function waitUntilAnswering(uri: string, hasEnded: () => boolean, within: number): Promise<void> {
  const until = Date.now() + within
  const port = Number(new URL(uri).port)
  while (!((await listens(port)) && (await answers(uri)))) {
    if (hasEnded()) throw new Error('it ended by itself')
    if (Date.now() > until) throw new Error(`it did not answer within ${within / 1000} s`)
    await pause(25)
  }
}
