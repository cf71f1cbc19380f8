// The peer of the acknowledgement race, in a process of its own: bare Bolt, by HTTP or by a socket, that acknowledges after one bare insert.
import { App, ExpressReceiver, SocketModeReceiver } from '@slack/bolt'
import { MongoClient } from 'mongodb'

const [uri = '', databaseName = '', apiUrl = '', signingSecret = '', appToken = ''] = process.argv.slice(2)
const client = await MongoClient.connect(uri)
const rows = client.db(databaseName).collection('peer')
const contracts = client.db(databaseName).collection<{ _id: string }>('contracts')
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
/** Undefined: a command is only acknowledged; else it is answered after so many reads. */
let reads: number | undefined
process.on('message', (message) => {
  reads = Number(message)
})
app.command(/.*/, async ({ ack, command, respond }) => {
  if (reads === undefined) await rows.insertOne({ command })
  await ack()
  if (reads === undefined) return
  for (let read = 0; read < reads; read += 1) await contracts.findOne({ _id: `C-${1 + Math.floor(Math.random() * 1_000)}` })
  await respond('C-1 Acme MSA, executed, expires 31 Dec 2027')
})
app.action(/.*/, async ({ ack, body }) => {
  await rows.insertOne({ body })
  await ack()
})
if (appToken) await socket.start()
const server = appToken ? undefined : await http.start({ port: 0, host: '127.0.0.1' })
process.send?.({ port: (server?.address() as { port: number } | undefined)?.port ?? 0 })
process.on('disconnect', () => process.exit())
