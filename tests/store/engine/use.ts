// A process for the tests of the embedded server: uses one on a directory until it is told to stop, and may write meanwhile.
import { once } from 'node:events'
import { MongoClient } from 'mongodb'
import { startEmbedded } from '../../../src/store/engine/embedded.ts'

const [options = '', work] = process.argv.slice(2)
const embedded = await startEmbedded({ ...JSON.parse(options), report: () => {} })
const client = new MongoClient(embedded.uri)
const { stop, ...told } = embedded
console.log(JSON.stringify(told))
if (work === 'write') {
  for (let number = 0; ; number++) {
    await client.db('work').collection<{ _id: number }>('acknowledged').insertOne({ _id: number })
    console.log(number)
  }
}
const awake = setInterval(() => {}, 1000)
await once(process, 'SIGTERM')
clearInterval(awake)
await client.close()
await stop()
