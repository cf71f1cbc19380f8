// The bot of the lookup race, in a process of its own: Teams as the playground plays it, on a database that the race has filled.
import { createServer } from 'node:http'
import express from 'express'
import { assemble } from '../src/assemble.ts'
import { createTeams } from '../src/bot/teams/teams.ts'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { openStore } from '../src/store/open-store.ts'
import { startWorkers } from '../src/workers.ts'

const [uri = '', databaseName = '', dataDirectory = '', tenant = ''] = process.argv.slice(2)
const clock = () => new Date()
const counts: Record<string, number> = {}
const store = await openStore({
  uri,
  databaseName,
  dataDirectory,
  clock,
  zone: 'UTC',
  onCommand: ({ name }) => {
    counts[name] = (counts[name] ?? 0) + 1
  },
})
const log = createLog('error')
const config = readConfig({ DATA_DIR: dataDirectory })
const assembly = await assemble({ store, config, log, clock })
const speaker = (id: string) => ({
  account: { platform: 'playground' as const, home: tenant, id },
  name: 'Ana',
  email: `ana${Number(id.slice(-12))}@bench.example`,
  standing: 'member' as const,
})
const teams = createTeams({
  credentials: 'playground',
  allowedTenants: [tenant],
  serviceUrls: 'loopback',
  dispatch: assembly.dispatch,
  store,
  log,
  clock,
  playground: {
    speaking: (activity) => activity,
    speakerOf: async (activity) => speaker(activity.from?.aadObjectId ?? ''),
    dressed: (card) => card,
  },
})
assembly.platforms.set('playground', teams.platform)
await startWorkers({ store, platforms: assembly.platforms, jobs: [], clock, zone: 'UTC', log })
const app = express()
app.use('/api/messages', teams.router)
const server = createServer(app)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
process.on('message', (message) => {
  if (message === 'counts') process.send?.({ counts: { ...counts }, rss: process.memoryUsage.rss() })
  for (const name of Object.keys(counts)) delete counts[name]
})
process.on('disconnect', () => process.exit())
