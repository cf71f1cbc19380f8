// The storm over several processes: started, killed where the test says so, started again, until everything is heard and folded.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { StormTask } from './storm-process.ts'

const script = join(import.meta.dirname, 'storm-process.ts')

export type Ended = { code: number | null; signal: NodeJS.Signals | null; told: string }

export const startStorm = (task: StormTask): { child: ChildProcess; ended: Promise<Ended> } => {
  const child = spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr?.on('data', (text) => {
    told += text
  })
  return { child, ended: once(child, 'exit').then(([code, signal]) => ({ code, signal, told })) }
}

type Running = { onStart?: (child: ChildProcess) => void; aheadMs?: number }

/** Runs one process to its end; killed, it is started again as an operator's supervisor would. Answers with how often it was killed. */
export const runToTheEnd = async (task: StormTask, { onStart, aheadMs = 0 }: Running = {}): Promise<number> => {
  const { crash, ...uncrashed } = task
  for (let kills = 0; ; kills += 1) {
    const { child, ended } = startStorm(kills === 0 ? task : { ...uncrashed, aheadMs: aheadMs * kills })
    onStart?.(child)
    const { code, signal, told } = await ended
    if (code === 0) return kills
    if (signal !== 'SIGKILL') throw new Error(`A process of the storm failed (${code ?? signal}): ${told}`)
  }
}
