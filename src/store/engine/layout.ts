// Where everything of the embedded server lies under the data directory.
import { chmod, mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export type Layout = {
  /** The engine's own files; two engines never share one. */
  database: string
  /** Which engine wrote the database. */
  marker: string
  /** Where the running server is to be reached, for a second process of ours. */
  running: string
  /** The database's password. */
  password: string
  /** The key with which the members of a mongod replica set know each other. */
  keyFile: string
  /** A settings file for an engine that would otherwise look for one in the home directory. */
  settings: string
  /** What the server prints. */
  log: string
  /** Held while one process looks for a server or starts one. */
  startLock: string
  /** Fetched and installed engines; may be shared by several data directories. */
  engines: string
}

/** The paths for a data directory; `engineDirectory` lets several data directories share what was fetched once. */
export const layoutOf = (directory: string, engineDirectory = join(directory, 'engine')): Layout =>
  // Whole paths: the server runs in a folder of its own.
  pathsIn(resolve(directory), resolve(engineDirectory))

const pathsIn = (directory: string, engines: string): Layout => ({
  database: join(directory, 'database'),
  marker: join(directory, 'database.json'),
  running: join(directory, 'database-running.json'),
  password: join(directory, 'database-password'),
  keyFile: join(directory, 'database-key'),
  settings: join(directory, 'database-settings.toml'),
  log: join(directory, 'database.txt'),
  startLock: join(directory, 'database-start.lock'),
  engines,
})

/** Makes a directory that only its owner may enter, also where it was there before with wider rights. */
export async function makePrivateDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await chmod(directory, 0o700)
}

/** Is there anything in this folder? */
export async function isFilled(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length > 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
