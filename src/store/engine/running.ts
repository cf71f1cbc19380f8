// The server that runs on a data directory: how a second process of ours reaches it, and what to do with remains of one.
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { answers } from './answer.ts'
import { EngineName } from './engine.ts'
import { GuardAddress } from './guard-task.ts'
import { type GuardedServer, joinServer } from './guarded-server.ts'
import type { Layout } from './layout.ts'
import { readIfThere, writePrivately } from './private-file.ts'
import { isRunning } from './process-lock.ts'

const Running = z.object({ uri: z.string(), engine: EngineName, version: z.string(), address: GuardAddress })
export type Running = z.infer<typeof Running>

const endsWithin = 20_000

async function readRunning(layout: Layout): Promise<Running | undefined> {
  const text = await readIfThere(layout.running)
  if (text === undefined) return undefined
  const parsed = Running.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : undefined
}

export const writeRunning = (layout: Layout, running: Running): Promise<void> => writePrivately(layout.running, JSON.stringify(running))

/** Joins the server that runs there, if one does and answers. Waits for one that is stopping. */
export async function joinRunning(layout: Layout): Promise<(Running & { server: GuardedServer }) | undefined> {
  const running = await readRunning(layout)
  if (running === undefined) return undefined
  const server = await joinServer(running.address)
  if (server === undefined) return undefined
  if (await answers(running.uri, 10_000)) return { ...running, server }
  // Where nobody else uses it, its guard stops it now and a new one can be started.
  await server.leave()
  return undefined
}

/** Asks a process to end, and makes it. */
async function endProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM')
  const until = Date.now() + endsWithin
  while (await isRunning(pid)) {
    if (Date.now() > until) process.kill(pid, 'SIGKILL')
    await pause(50)
  }
}

/**
 * Cleans up after a server that nobody could join: a stale file, or a server whose guard was killed. That one is ours if it
 * takes our password, so it is ended, not left behind for ever. Only for the holder of the start lock.
 */
export async function clearRemains(layout: Layout): Promise<void> {
  const running = await readRunning(layout)
  if (running !== undefined && (await isRunning(running.address.server)) && (await answers(running.uri))) {
    await endProcess(running.address.server)
  }
  await rm(layout.running, { force: true })
}
