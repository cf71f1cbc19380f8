// The real program in a process of its own: on the test server's database of one name, with a data directory of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { testDatabase } from '../setup/database.ts'

const house = join(import.meta.dirname, '..', '..')

export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string; errors: string }
export type Running = { child: ChildProcess; printed(): string; ended: Promise<Ended> }

/** Where the program works: its database and its data directory. */
export type Place = {
  uri: string
  database: string
  dataDirectory: string
  remove(): Promise<void>
  /** For a large database: some embedded engines take minutes to drop one, and the run's own server is gone after it anyway. */
  leave(): Promise<void>
}

export const makePlace = async (): Promise<Place> => {
  const database = await testDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-cli-'))
  return {
    uri: withDatabase(database.uri, database.name),
    database: database.name,
    dataDirectory,
    async remove() {
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
    async leave() {
      if (process.env.MONGODB_URI) await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** The same server, where the account still lives in the database that it lived in. */
const withDatabase = (uri: string, name: string): string => {
  const address = new URL(uri)
  if (address.username !== '' && !address.searchParams.has('authSource')) address.searchParams.set('authSource', 'admin')
  address.pathname = `/${name}`
  return address.href
}

/** Nothing of the environment but what finds programs: what is configured, the test says. */
export const startProgram = (environment: Record<string, string>, ...words: string[]): Running => {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env
  const child = spawn(process.execPath, [join(house, 'src/cli.ts'), ...words], {
    cwd: house,
    env: { PATH, HOME, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }), TZ: 'Europe/Berlin', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { output: '', errors: '' }
  child.stdout.on('data', (text) => {
    printed.output += text
  })
  child.stderr.on('data', (text) => {
    printed.errors += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, ...printed }))
  })
  return { child, printed: () => printed.output, ended }
}

export const startIn = (place: Place, ...words: string[]): Running =>
  startProgram({ MONGODB_URI: place.uri, DATA_DIR: place.dataDirectory, COMPANY_TIMEZONE: 'Europe/Berlin' }, ...words)

export const runIn = (place: Place, ...words: string[]): Promise<Ended> => startIn(place, ...words).ended

/** A data directory with an embedded database of its own, for work that would hold up the server that all tests share. */
export const makeOwnDatabase = async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-own-'))
  const { engineDirectory, engineOverride } = inject('engine')
  // An engine that had to be fetched is fetched once for all tests.
  if (existsSync(engineDirectory)) await symlink(engineDirectory, join(dataDirectory, 'engine'), 'dir')
  return {
    dataDirectory,
    environment: {
      DATA_DIR: dataDirectory,
      COMPANY_TIMEZONE: 'Europe/Berlin',
      ...(engineOverride && { THROUGHLINE_ENGINE: engineOverride }),
    },
    remove: () => rm(dataDirectory, { recursive: true, force: true }),
  }
}
