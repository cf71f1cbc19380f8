// Microsoft's Agents Playground as a process of its own: a page in the browser that plays Teams, on this machine only.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeConfiguration } from './configuration.ts'
import type { PlaygroundPerson } from './people.ts'
import { serviceUrlOf } from './place.ts'

export type PlaygroundOptions = {
  port: number
  /** Where the bot listens on this machine. */
  botPort: number
  dataDirectory: string
  people: readonly PlaygroundPerson[]
  /** Told when it ends without having been asked to. */
  report: (line: string) => void
}

export type Playground = { address: string; stop(): Promise<void> }

const patienceMs = 30_000

/** Started after the bot. Throws with the playground's own reason when it does not come up. */
export const startPlayground = async (options: PlaygroundOptions): Promise<Playground> => {
  const directory = join(options.dataDirectory, 'playground')
  const logFile = join(directory, 'playground.log')
  const configuration = await writeConfiguration(directory, options.people)
  await rm(logFile, { force: true })
  await refuseTakenPort(options.port)
  const child = run(options, { directory, configuration, logFile })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = `http://127.0.0.1:${options.port}`
  await cameUp(child, address, logFile).catch(async (error) => {
    await end(child, ended)
    throw error
  })
  let isWanted = true
  void ended.then(async () => isWanted && options.report(`The playground ended by itself. ${await reasonIn(logFile)}`))
  return {
    address,
    async stop() {
      isWanted = false
      await end(child, ended)
    },
  }
}

type Files = { directory: string; configuration: string; logFile: string }

/** The playground takes another port at random when its own is taken, and then nobody finds it. */
const refuseTakenPort = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(new Error(`The playground cannot have port ${port}: ${error.message}`)))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })

const run = ({ port, botPort }: PlaygroundOptions, { directory, configuration, logFile }: Files): ChildProcess => {
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')
  const endpoint = `http://127.0.0.1:${botPort}/api/messages`
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt', '--su', serviceUrlOf(port)]
  return spawn(process.execPath, ['--require', join(import.meta.dirname, 'loopback.cjs'), cli, ...words], {
    cwd: directory,
    // Nothing of ours, and no home directory of anybody's: it keeps its files where we keep ours.
    env: {
      HOME: directory,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configuration,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
    },
    // Its standard input ends when we do, however we end, and then it ends too.
    stdio: ['pipe', 'ignore', 'ignore'],
  })
}

const cameUp = async (child: ChildProcess, address: string, logFile: string): Promise<void> => {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The playground did not start. ${await reasonIn(logFile)}`)
    const up = await fetch(`${address}/_internal/v1/config`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    if (up?.ok) return
    await sleep(100)
  }
  throw new Error(`The playground did not start within ${patienceMs / 1000} seconds. ${await reasonIn(logFile)}`)
}

/** It says why only in its log file. */
const reasonIn = async (logFile: string): Promise<string> => {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).split('\n')
  const reasons = lines.filter((line) => line.startsWith('error ')).map((line) => line.slice('error '.length).trim())
  return reasons.length > 0 ? reasons.join(' ') : `Its log is in ${logFile}.`
}

const end = async (child: ChildProcess, ended: Promise<void>): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
  await ended
  clearTimeout(timer)
}
