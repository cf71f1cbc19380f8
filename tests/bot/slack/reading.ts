// Somebody who reads histories in a process of his own, to be killed in the middle of it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LongThread } from './long-thread.ts'
import type { ReadingTask } from './reading-process.ts'
import type { SlackWorld } from './slack-world.ts'

type Killed = {
  world: SlackWorld
  slack: LongThread
  /** How far its clock is ahead, so that nobody sits out the lease of one that was killed before. */
  aheadMs: number
  /** Dies when it asks for that page, or so many milliseconds after it was answered. */
  pages: number
  afterMs: number
}

export const killReading = async ({ world, slack, aheadMs, pages, afterMs }: Killed): Promise<void> => {
  const task: ReadingTask = { ...world.place, apiUrl: slack.apiUrl, aheadMs }
  const script = join(import.meta.dirname, 'reading-process.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'inherit'] })
  let left = pages
  slack.onPage = () => {
    left -= 1
    if (left === 0) setTimeout(() => child.kill('SIGKILL'), afterMs)
  }
  const [, signal] = await once(child, 'exit')
  slack.onPage = () => undefined
  if (signal !== 'SIGKILL') throw new Error(`who read was not killed, but ended by ${signal}`)
}
