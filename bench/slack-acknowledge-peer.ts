// The peer of the acknowledgement race, in a process of its own: bare Bolt, by HTTP or by a socket, that acknowledges after one bare insert.
import { App, ExpressReceiver, SocketModeReceiver } from '@slack/bolt'
import { MongoClient } from 'mongodb'

const [uri = '', databaseName = '', apiUrl = '', signingSecret = '', appToken = ''] = process.argv.slice(2)
const client = await MongoClient.connect(uri)
const rows = client.db(databaseName).collection('peer')
const clientOptions = { slackApiUrl: apiUrl }
const http = new ExpressReceiver({ signingSecret: signingSecret || 'unused', processBeforeResponse: true })
const socket = new SocketModeReceiver({ appToken: appToken || 'unused', installerOptions: { clientOptions } })
const { init } = socket
// By a socket Bolt acknowledges an event before any listener runs: here it does so after the insert, as it does by HTTP.
socket.init = (app) =>
  init.call(socket, {
    processEvent: async (event: Parameters<App['processEvent']>[0]) => {
      if (event.body.event) await rows.insertOne({ event: event.body.event })
      await app.processEvent(event)
    },
  } as App)
const app = new App({ receiver: appToken ? socket : http, authorize: async () => ({ botToken: 'xoxb-bench' }), clientOptions })
if (!appToken) app.event('message', async ({ event }) => void (await rows.insertOne({ event })))
app.command(/.*/, async ({ ack, command }) => {
  await rows.insertOne({ command })
  await ack()
})
app.action(/.*/, async ({ ack, body }) => {
  await rows.insertOne({ body })
  await ack()
})
if (appToken) await socket.start()
const server = appToken ? undefined : await http.start({ port: 0, host: '127.0.0.1' })
process.send?.({ port: (server?.address() as { port: number } | undefined)?.port ?? 0 })
process.on('disconnect', () => process.exit())
