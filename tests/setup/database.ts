// A database of a test's own, on the server of the whole run.
import { randomBytes } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { inject } from 'vitest'

export type TestDatabase = { uri: string; name: string; drop(): Promise<void> }

/** A name that no other test has; `drop` takes it away with all that is in it. */
export async function testDatabase(): Promise<TestDatabase> {
  const uri = inject('mongodbUri')
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
