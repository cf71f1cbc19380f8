// The peer of the acknowledgement race, in a process of its own: bare Bolt that acknowledges, after one bare insert where something is kept.
import { App, ExpressReceiver } from '@slack/bolt'
import { MongoClient } from 'mongodb'

const [uri = '', databaseName = '', apiUrl = '', signingSecret = ''] = process.argv.slice(2)
const client = await MongoClient.connect(uri)
const rows = client.db(databaseName).collection('peer')
const receiver = new ExpressReceiver({ signingSecret, processBeforeResponse: true })
const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-bench' }), clientOptions: { slackApiUrl: apiUrl } })
app.event('message', async ({ event }) => void (await rows.insertOne({ event })))
app.command(/.*/, async ({ ack, command }) => {
  await rows.insertOne({ command })
  await ack()
})
app.action(/.*/, async ({ ack, body }) => {
  await rows.insertOne({ body })
  await ack()
})
const server = await receiver.start({ port: 0, host: '127.0.0.1' })
process.send?.({ port: (server.address() as { port: number }).port })
process.on('disconnect', () => process.exit())
