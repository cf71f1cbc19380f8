// A database of a test's own, on the server of its worker.
import { randomBytes } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { inject } from 'vitest'

export type TestDatabase = { uri: string; name: string; drop(): Promise<void> }

/** The server of this worker. */
export const serverUri = (): string => {
  const servers = inject('servers')
  const uri = servers[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % servers.length]
  if (uri === undefined) throw new Error('the run started no database server')
  return uri
}

/** A name that no other test has; `drop` takes it away with all that is in it. */
export async function testDatabase(): Promise<TestDatabase> {
  const uri = serverUri()
  const name = `test_${randomBytes(8).toString('hex')}`
  return {
    uri,
    name,
    async drop() {
      const client = new MongoClient(uri)
      try {
        await client.db(name).dropDatabase()
      } finally {
        await client.close()
      }
    },
  }
}
