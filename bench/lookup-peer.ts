// The peer of the lookup race, in a process of its own: a bare botbuilder bot that reads by key so many times, and answers one line.
import { createServer } from 'node:http'
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import express from 'express'
import { MongoClient } from 'mongodb'

const [uri = '', databaseName = '', reads = '1'] = process.argv.slice(2)
let perAnswer = Number(reads)
const client = await MongoClient.connect(uri)
const rows = client.db(databaseName).collection<{ _id: string }>('contracts')
const bot = new ActivityHandler()
bot.onMessage(async (context, next) => {
  for (let read = 0; read < perAnswer; read += 1) await rows.findOne({ _id: `C-${1 + Math.floor(Math.random() * 9_999)}` })
  await context.sendActivity('C-1 Acme MSA, executed, expires 31 Dec 2027')
  await next()
})
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const app = express()
app.use(express.json())
app.post('/api/messages', (request, response) => adapter.process(request, response, (context) => bot.run(context)))
const server = createServer(app)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
process.on('message', (message) => {
  if (typeof message === 'number') perAnswer = message
})
process.on('disconnect', () => process.exit())
