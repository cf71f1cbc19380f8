// The bot of the acknowledgement race, in a process of its own, with its workers: Slack by HTTP and by sockets, and heavy work when it is told so.
import { createServer } from 'node:http'
import express from 'express'
import { assemble } from '../src/assemble.ts'
import { createSlack } from '../src/bot/slack/slack.ts'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { openStore } from '../src/store/open-store.ts'
import { startWorkers } from '../src/workers.ts'
import { workHard } from './slack-acknowledge-work.ts'

const [uri = '', databaseName = '', dataDirectory = '', apiUrl = '', signingSecret = '', team = '', appToken = ''] = process.argv.slice(2)
const clock = () => new Date()
/** Commands to the database since it was last asked, by their names. */
const counts: Record<string, number> = {}
const onCommand = ({ name }: { name: string }) => {
  counts[name] = (counts[name] ?? 0) + 1
}
const store = await openStore({ uri, databaseName, dataDirectory, clock, zone: 'UTC', onCommand })
const log = createLog('fatal')
const assembly = await assemble({ store, config: readConfig({ DATA_DIR: dataDirectory }), log, clock })
const { id } = await store.contracts.create({ fields: { title: 'Acme MSA' }, by: 'bench', source: 'bench', key: 'bench' })
await store.record.append(id, () => [
  {
    kind: 'linked',
    key: 'bench',
    actor: 'bench',
    source: 'bench',
    payload: { thread: `slack:${team}:C0BENCH|1700000000.000100`, conversationName: '#bench', visibility: 'contract' },
  },
])
const slack = createSlack({
  dispatch: assembly.dispatch,
  commands: assembly.app.commands,
  publicUrl: 'https://bench.example',
  zone: 'UTC',
  log,
  clock,
  store,
  credentials: { botToken: 'xoxb-bench', ...(appToken ? { appToken } : { signingSecret }) },
  teams: [team],
  apiUrl,
})
assembly.platforms.set('slack', slack.platform)
await startWorkers({ store, platforms: assembly.platforms, jobs: [], clock, zone: 'UTC', log })
const app = express()
if (slack.router) app.use('/slack/events', slack.router)
slack.start()
const work = new AbortController()
process.on('message', (message) => {
  if (message === 'work') void workHard({ store, contract: id, signal: work.signal }).then((done) => process.send?.({ done }))
  else if (message === 'counts') {
    process.send?.({ counts: { ...counts } })
    for (const name of Object.keys(counts)) delete counts[name]
  } else work.abort()
})
const server = createServer(app)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
process.on('disconnect', () => process.exit())
