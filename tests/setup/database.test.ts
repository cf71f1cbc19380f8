// The tests' own databases: each apart from the others, gone when dropped.
import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

test('two test databases do not see each other, and dropping one leaves the other', async () => {
  const [first, second] = await Promise.all([testDatabase(), testDatabase()])
  const client = new MongoClient(first.uri)
  const count = (name: string) => client.db(name).collection('things').countDocuments()
  await client.db(first.name).collection('things').insertOne({ is: 'first' })
  await client
    .db(second.name)
    .collection('things')
    .insertMany([{ is: 'second' }, { is: 'third' }])
  expect([await count(first.name), await count(second.name)]).toEqual([1, 2])
  await first.drop()
  expect([await count(first.name), await count(second.name)]).toEqual([0, 2])
  await second.drop()
  await client.close()
})
