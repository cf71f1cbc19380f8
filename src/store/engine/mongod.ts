// MongoDB's own server as a replica set of one node.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Document, MongoClient } from 'mongodb'
import type { Engine, Start } from './engine.ts'
import { runProgram } from './find-program.ts'
import type { Layout } from './layout.ts'
import { readIfThere, writePrivately } from './private-file.ts'

const oldestVersion = 6
const replicaSet = 'throughline'
const notYetInitiated = 94
const primaryWithin = 30_000

/** The arguments of mongod. It keeps a journal by itself: newer versions refuse the option that used to ask for it. */
export const mongodArguments = ({ port, layout, asksForPassword }: Start): string[] => [
  ...['--dbpath', layout.database],
  ...['--bind_ip', '127.0.0.1', '--port', String(port)],
  ...['--replSet', replicaSet],
  ...['--wiredTigerCacheSizeGB', '1', '--quiet'],
  ...(asksForPassword ? ['--auth', '--keyFile', layout.keyFile] : []),
]

/** The version in what `mongod --version` prints; refuses servers that our queries were not written for. */
export function mongodVersion(printed: string): string {
  const version = /db version v(\d+\.\d+\.\d+)/.exec(printed)?.[1]
  if (version === undefined) throw new Error('it does not tell its version')
  if (Number.parseInt(version, 10) < oldestVersion) throw new Error(`it is version ${version}, and ${oldestVersion} or newer is needed`)
  return version
}

/** A configuration of one member at this port; undefined when the present one is that already. */
export function movedConfiguration(config: Document, port: number): Document | undefined {
  const host = `127.0.0.1:${port}`
  const [member] = config.members as Document[]
  if (member?.host === host) return undefined
  return { ...config, version: Number(config.version) + 1, members: [{ ...member, host }] }
}

/** Waits until the single node has elected itself. */
async function waitForPrimary(client: MongoClient): Promise<void> {
  const until = Date.now() + primaryWithin
  while (!(await client.db('admin').command({ hello: 1 })).isWritablePrimary) {
    if (Date.now() > until) throw new Error(`mongod did not become primary within ${primaryWithin / 1000} s`)
    await pause(100)
  }
}

async function readConfiguration(client: MongoClient): Promise<Document | undefined> {
  try {
    return (await client.db('admin').command({ replSetGetConfig: 1 })).config
  } catch (error) {
    if ((error as { code?: number }).code === notYetInitiated) return undefined
    throw error
  }
}

/** Initiates the set once; at another port than last time the only member is moved, which needs force: it finds no primary. */
async function prepare(client: MongoClient, port: number): Promise<void> {
  const config = await readConfiguration(client)
  if (config === undefined) {
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }]
    await client.db('admin').command({ replSetInitiate: { _id: replicaSet, members } })
  } else {
    const moved = movedConfiguration(config, port)
    if (moved !== undefined) await client.db('admin').command({ replSetReconfig: moved, force: true })
  }
  await waitForPrimary(client)
}

/** The members' key: any text of base64 that nobody else can read. */
async function writeKeyFile(layout: Layout): Promise<void> {
  if ((await readIfThere(layout.keyFile)) === undefined) await writePrivately(layout.keyFile, randomBytes(512).toString('base64'))
}

/** The engine behind a mongod program; throws when it does not run here or is too old. */
export async function mongodEngine(program: string): Promise<Engine> {
  const version = mongodVersion(await runProgram(program, ['--version']))
  return { name: 'mongod', version, program, writeFiles: writeKeyFile, args: mongodArguments, prepare }
}
