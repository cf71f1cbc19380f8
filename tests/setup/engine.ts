// One database server for the whole run: the one that MONGODB_URI names, else an embedded one in a temporary folder.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/store/engine/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string
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
    project.provide('mongodbUri', process.env.MONGODB_URI)
    return undefined
  }
  const directory = await mkdtemp(join(tmpdir(), 'throughline-test-'))
  const embedded = await startEmbedded({ ...engine, directory, report: console.log }).catch(async (error) => {
    await rm(directory, { recursive: true, force: true })
    throw error
  })
  project.provide('mongodbUri', embedded.uri)
  return async () => {
    await embedded.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
