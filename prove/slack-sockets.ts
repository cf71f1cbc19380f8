// Sockets to Slack at full size: 100 refreshes, 20 cuts, 30 failing openings, garbage and rate limits while people talk; nothing lost, no exit.
import { MongoClient } from 'mongodb'
import { benchServer } from '../bench/server.ts'
import { runSocketStorm } from '../tests/bot/slack/socket-storm.ts'

const longestReconnectMs = 15_000

export async function prove(): Promise<void> {
  const { uri, engine } = await benchServer()
  const name = `slack_sockets_${Date.now()}`
  const database = {
    uri,
    name,
    async drop() {
      const client = await MongoClient.connect(uri)
      await client.db(name).dropDatabase()
      await client.close()
    },
  }
  const broken: string[] = []
  process.on('unhandledRejection', (error) => broken.push(`a rejection that nobody took: ${error}`))
  console.log(`on ${engine}`)
  const outcome = await runSocketStorm({ messages: 3_000, refreshes: 100, cuts: 20, failures: 30 }, database)
  console.table([outcome])
  if (outcome.lost > 0) broken.push(`${outcome.lost} messages were lost`)
  if (outcome.doubled > 0) broken.push(`${outcome.doubled} messages came twice`)
  if (outcome.reconnectedMs > longestReconnectMs) broken.push(`no socket for ${outcome.reconnectedMs} ms after the outage`)
  if (broken.length > 0) throw new Error(`Sockets: ${broken.join('; ')}.`)
}
