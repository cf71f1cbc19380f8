// The composition root: configuration, storage, commands, platforms, workers, pages; stopped in the reverse order.
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { assemble } from './assemble.ts'
import { ensureAdministrators } from './cli/operator.ts'
import { type Closing, createClosing } from './closing.ts'
import type { Config } from './config.ts'
import { Refusal } from './contracts/refusal.ts'
import { jobs } from './jobs/index.ts'
import { createLog, reportError } from './log.ts'
import { openPlayground } from './open-playground.ts'
import { openSlack, slackAddress } from './open-slack.ts'
import { openStorage } from './open-storage.ts'
import { openTeams } from './open-teams.ts'
import { eraseEmbedded } from './store/engine/erase.ts'
import { holdDirectory } from './store/engine/holder.ts'
import { createWeb, type WebOptions } from './web/web.ts'
import { startWorkers } from './workers.ts'

export type StartOptions = { config: Config; reset: boolean; write: (line: string) => void }

/** Runs the bot until it is told to stop; the number is the exit code. */
export const start = async (options: StartOptions): Promise<number> => {
  const closing = createClosing(options.write)
  try {
    const early = await Promise.race([open(options, closing), closing.asked])
    if (early !== undefined) return giveUp(closing)
  } catch (error) {
    await closing.close()
    throw error
  }
  return closing.stop(await closing.asked)
}

/** Told to stop before everything stood: what stands is stopped, and what is under way ends with the process. */
const giveUp = async (closing: Closing): Promise<never> => {
  await closing.stop(0)
  process.exit(130)
}

const open = async ({ config, reset, write }: StartOptions, closing: Closing): Promise<void> => {
  const hold = await holdDirectory(config.dataDirectory, 'npm start')
  closing.add('data directory', () => hold.release())
  if (reset) await eraseData(config, write)
  const log = createLog(config.logLevel)
  const report = (error: unknown) => reportError(log, error)
  closing.onBroken(report)
  // While the sample is made, the clock stands on the day of its story.
  let pretended: Date | undefined
  const clock = () => pretended ?? new Date()
  const storage = await openStorage({ config, clock, report: write })
  closing.add('storage', () => storage.stop())
  const { store } = storage
  await ensureAdministrators(store, config)
  const playground = config.teams || config.slack ? undefined : await openPlayground({ config, clock, write })
  const assembly = await assemble({ store, config, log, clock, ...(playground && { more: playground.commands }) })
  closing.add('readers', () => assembly.reader.close())
  if (playground)
    await playground.seed({
      store,
      assembly,
      setClock: (at) => {
        pretended = at === undefined ? undefined : new Date(at)
      },
    })
  const { dispatch, app, platforms } = assembly
  const teams = openTeams({ config, store, dispatch, log, clock, playground })
  const slack = openSlack({ config, store, dispatch, commands: app.commands, log, clock })
  const chats = [teams, slack].filter((chat) => chat !== undefined)
  for (const { platform } of chats) platforms.set(platform.name, platform)
  const { reader, key } = assembly
  const { zone, publicUrl } = config
  const pages = { store, reader, model: app.model, key, clock, zone, publicUrl, isDraining: closing.isClosing, report }
  const web = openWeb(pages, teams, slack)
  const workers = await startWorkers({ store, asking: app, platforms, jobs, clock, zone, log })
  closing.add('workers', () => workers.stop())
  for (const chat of chats) closing.add('answers under way', () => chat.stop())
  const server = await listen(createServer(web), config.port, playground ? '127.0.0.1' : '0.0.0.0')
  closing.add('web server', () => stopListening(server))
  slack?.start()
  if (playground) closing.add('playground', await playground.run(store))
  else write(listening(config))
}

/** One port for our own pages and for what the chats deliver. */
const openWeb = (pages: WebOptions, teams: ReturnType<typeof openTeams>, slack: ReturnType<typeof openSlack>) => {
  const { app, finish } = createWeb({ ...pages, isConnected: slack?.isConnected })
  if (teams) app.use('/api/messages', teams.router)
  if (slack?.router) app.use('/slack/events', slack.router)
  finish()
  return app
}

const listening = (config: Config): string => {
  const addresses = [config.teams && `Teams reaches it at ${config.publicUrl}/api/messages.`, config.slack && slackAddress(config)]
  return [`Throughline listens on port ${config.port}.`, ...addresses.filter(Boolean), 'Ctrl-C stops it.'].join(' ')
}

const eraseData = async (config: Config, write: (line: string) => void): Promise<void> => {
  if (config.mongodbUri) {
    throw new Refusal('conflict', '--reset forgets the embedded database only, and MONGODB_URI names another.', {
      next: 'Unset MONGODB_URI, or drop that database yourself.',
    })
  }
  await eraseEmbedded(config.dataDirectory)
  // What was kept or signed for the database that is gone would only contradict the next one.
  for (const name of ['anchors.jsonl', 'spool']) await rm(join(config.dataDirectory, name), { recursive: true, force: true })
  write(`Begun afresh: everything in ${config.dataDirectory} is forgotten.`)
}

const listen = async (server: Server, port: number, host: string): Promise<Server> => {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Refusal('conflict', `Port ${port} is taken by another program.`, {
      next: `Stop it, or choose another: PORT=${port + 1} npm start`,
    })
  }
  return server
}

const stopListening = async (server: Server): Promise<void> => {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), 5000)
  await closed
  clearTimeout(timer)
}
