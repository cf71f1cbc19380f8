// The embedded database server: joined where one runs on the data directory, else found or fetched, and started.
import { rm } from 'node:fs/promises'
import { Refusal } from '../../contracts/refusal.ts'
import { makeAccount } from './account.ts'
import { connectionString, waitUntilAnswering, withClient } from './answer.ts'
import type { Engine, EngineName, Report } from './engine.ts'
import { type GuardedServer, startServer } from './guarded-server.ts'
import { isFilled, type Layout, layoutOf, makePrivateDirectory } from './layout.ts'
import { eraseDatabase, type Marker, readMarker, writeMarker } from './marker.ts'
import { firstThatWorks, stepsOf } from './order.ts'
import { makePassword, readPassword } from './password.ts'
import { freePort } from './port.ts'
import { readIfThere } from './private-file.ts'
import { waitForLock } from './process-lock.ts'
import { clearRemains, joinRunning, type Running, writeRunning } from './running.ts'

export type EmbeddedOptions = {
  /** The data directory, such as `.data`. */
  directory: string
  /** The text of PATH. */
  path: string
  /** Where fetched engines are kept, when not in the data directory. */
  engineDirectory?: string | undefined
  /** The value of THROUGHLINE_ENGINE: where secantusd-rs is. */
  engineOverride?: string | undefined
  report: Report
}

export type Embedded = {
  /** With the password in it: not for logs. */
  uri: string
  engine: EngineName
  version: string
  /** Did this call start the server? */
  owned: boolean
  /** Ends our use. The last one's settles when the server is gone; while others use it, it goes on. */
  stop(): Promise<void>
}

const answersWithin = 60_000

const embedded = ({ uri, engine, version }: Running, server: GuardedServer, owned: boolean): Embedded => ({
  uri,
  engine,
  version,
  owned,
  stop: () => server.leave(),
})

/** Starts the server and waits until it takes writes; what it complained of last is in the error. */
async function run(engine: Engine, layout: Layout, port: number, password?: string): Promise<GuardedServer> {
  const args = engine.args({ port, layout, asksForPassword: password !== undefined })
  const task = { program: engine.program, args, port, directory: layout.database, running: layout.running }
  const uri = connectionString(port, password)
  let server: GuardedServer | undefined
  try {
    server = await startServer(task, layout.log)
    await waitUntilAnswering(uri, server.hasEnded, answersWithin)
    await withClient(uri, answersWithin, (client) => engine.prepare(client, port))
    return server
  } catch (error) {
    await server?.leave()
    const complaint = (await readIfThere(layout.log))?.trim().split('\n').at(-1)
    throw new Error(`${(error as Error).message}${complaint ? `: ${complaint}` : ''}`, { cause: error })
  }
}

/** The password kept from last time, or a new one for an account made while the server asks for none. */
async function passwordFor(engine: Engine, layout: Layout, port: number, isReady: boolean): Promise<string> {
  const kept = isReady ? await readPassword(layout.password) : undefined
  if (kept !== undefined) return kept
  const open = await run(engine, layout, port)
  try {
    const password = await makePassword(layout.password)
    await makeAccount(port, password)
    return password
  } finally {
    await open.leave()
  }
}

async function bringUp(engine: Engine, layout: Layout, marker: Marker | undefined): Promise<Embedded> {
  const port = await freePort(marker?.port)
  const next = { engine: engine.name, version: engine.version, port }
  if (marker === undefined) await writeMarker(layout, { ...next, isReady: false })
  await makePrivateDirectory(layout.database)
  await rm(layout.log, { force: true })
  await engine.writeFiles(layout)
  const password = await passwordFor(engine, layout, port, marker !== undefined)
  const server = await run(engine, layout, port, password)
  try {
    await writeMarker(layout, { ...next, isReady: true })
    const running = { uri: connectionString(port, password), engine: engine.name, version: engine.version, address: server.address }
    await writeRunning(layout, running)
    return embedded(running, server, true)
  } catch (error) {
    await server.leave()
    throw error
  }
}

/** The marker of data that count; what an earlier start left before the account was made is taken away. */
async function markerOfData(layout: Layout): Promise<Marker | undefined> {
  const marker = await readMarker(layout)
  if (marker?.isReady) return marker
  if (marker === undefined && (await isFilled(layout.database))) {
    throw new Refusal('conflict', `${layout.database} holds a database, but ${layout.marker}, which says who wrote it, is gone.`, {
      next: 'Put that file back, or move the folder away to begin afresh.',
    })
  }
  await eraseDatabase(layout)
  return undefined
}

async function start(options: EmbeddedOptions, layout: Layout): Promise<Embedded> {
  const marker = await markerOfData(layout)
  const attempt = async (engine: Engine, place: string): Promise<Embedded> => {
    const began = Date.now()
    try {
      const started = await bringUp(engine, layout, marker)
      options.report(`Database: ${place}, version ${engine.version}, started in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
      return started
    } catch (error) {
      // Another engine may come next, and must not find this one's files.
      if (marker === undefined) await eraseDatabase(layout)
      throw error
    }
  }
  return await firstThatWorks(stepsOf({ ...options, engines: layout.engines }), marker, attempt, options.report)
}

async function join(layout: Layout, report: Report): Promise<Embedded | undefined> {
  const joined = await joinRunning(layout)
  if (joined === undefined) return undefined
  report(`Database: joined the ${joined.engine} that runs already.`)
  return embedded(joined, joined.server, false)
}

/**
 * Gives a running embedded server for a data directory. Many processes may use one: the first starts it, the last to stop ends
 * it, and a process that dies counts as one that stopped.
 * @throws Refusal when no engine works, with what was tried and the ways out
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const layout = layoutOf(options.directory, options.engineDirectory)
  await makePrivateDirectory(options.directory)
  const joined = await join(layout, options.report)
  if (joined !== undefined) return joined
  const lock = await waitForLock(layout.startLock, 'start the database', ({ pid }) =>
    options.report(`Database: waiting for process ${pid}, which is starting it.`),
  )
  try {
    const late = await join(layout, options.report)
    if (late !== undefined) return late
    await clearRemains(layout)
    return await start(options, layout)
  } finally {
    await lock.release()
  }
}
