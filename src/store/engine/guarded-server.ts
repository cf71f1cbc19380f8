// A database server under its guard: starting one, joining one that runs, and leaving it again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { GuardAddress, type GuardTask } from './guard-task.ts'
import { isRunning } from './process-lock.ts'

export type GuardedServer = {
  address: GuardAddress
  /** Has the guard ended, and the server with it? */
  hasEnded(): boolean
  /** Ends our use; settles when the server is gone, or at once while others use it. */
  leave(): Promise<void>
}

const answersWithin = 10_000

/** The first line that the guard says to us; undefined when it says none. */
const firstLine = (socket: Socket): Promise<string | undefined> =>
  new Promise((resolve) => {
    socket.setTimeout(answersWithin, () => socket.destroy())
    socket.once('close', () => resolve(undefined))
    socket.once('error', () => resolve(undefined))
    socket.once('data', (text) => {
      socket.setTimeout(0)
      resolve(String(text).trim())
    })
  })

function serverBehind(socket: Socket, address: GuardAddress): GuardedServer {
  let isStaying = false
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => socket.destroy())
  socket.on('data', (text) => {
    isStaying ||= String(text).includes('staying')
  })
  socket.unref()
  return {
    address,
    hasEnded: () => socket.destroyed || socket.readableEnded,
    async leave() {
      socket.ref()
      socket.end()
      await closed
      // The connection closes a moment before the process is gone from the system's list; longer, and the pid is another's.
      for (let tries = 0; !isStaying && tries < 200 && (await isRunning(address.guard)); tries++) await pause(5)
    },
  }
}

/** Joins the server of a guard; undefined when there is no such guard, or once it has finished stopping. */
export async function joinServer(address: GuardAddress): Promise<GuardedServer | undefined> {
  const socket = connect({ port: address.port, host: '127.0.0.1', allowHalfOpen: false })
  socket.setNoDelay(true)
  socket.write(`${address.token}\n`)
  const said = await firstLine(socket)
  if (said === 'welcome') return serverBehind(socket, address)
  if (said === 'stopping' && !socket.destroyed) await once(socket.resume(), 'close')
  socket.destroy()
  return undefined
}

/** Starts a guard and its server, whose words go to the log file, and joins it. The server need not answer yet. */
export async function startServer(task: GuardTask, log: string): Promise<GuardedServer> {
  const logFile = await open(log, 'a', 0o600)
  try {
    const guard = spawn(process.execPath, [fileURLToPath(new URL('./guard.mjs', import.meta.url)), JSON.stringify(task)], {
      detached: true,
      stdio: ['ignore', 'pipe', logFile.fd],
      windowsHide: true,
    })
    guard.unref()
    const line = guard.stdout === null ? undefined : await firstLineOf(guard.stdout)
    const joined = line === undefined ? undefined : await joinServer(GuardAddress.parse(JSON.parse(line)))
    if (joined === undefined) throw new Error('it ended by itself')
    return joined
  } finally {
    await logFile.close()
  }
}

/** The guard's first line; undefined when it ended without one. */
async function firstLineOf(stream: Readable): Promise<string | undefined> {
  try {
    for await (const line of createInterface({ input: stream })) return line
    return undefined
  } finally {
    stream.destroy()
  }
}
