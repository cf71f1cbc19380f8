// The database servers of the run: the one that MONGODB_URI names, else an embedded one for each worker, in temporary folders.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/store/engine/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Their addresses; a worker keeps to one of them. */
    servers: string[]
    /** How the tests reach an engine: what they give to startEmbedded besides their own directory. */
    engine: { path: string; engineDirectory: string; engineOverride: string | undefined }
  }
}

const engine = {
  path: process.env.PATH ?? '',
  // Fetched and installed engines are kept from run to run, and shared with the bot's own data directory.
  engineDirectory: join(import.meta.dirname, '..', '..', '.data', 'engine'),
  engineOverride: process.env.THROUGHLINE_ENGINE || undefined,
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide('engine', engine)
  if (process.env.MONGODB_URI) {
    project.provide('servers', [process.env.MONGODB_URI])
    return undefined
  }
  const first = await startServer()
  // The embedded server that anybody can get works on one processor: with one for both, the workers would wait for it.
  const second = await startServer().catch(async (error) => {
    await first.stop()
    throw error
  })
  project.provide('servers', [first.uri, second.uri])
  return async () => {
    await Promise.all([first.stop(), second.stop()])
  }
}

const startServer = async (): Promise<{ uri: string; stop(): Promise<void> }> => {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-test-'))
  const remove = () => rm(directory, { recursive: true, force: true })
  const embedded = await startEmbedded({ ...engine, directory, report: console.log }).catch(async (error) => {
    await remove()
    throw error
  })
  return {
    uri: embedded.uri,
    async stop() {
      await embedded.stop()
      await remove()
    },
  }
}
