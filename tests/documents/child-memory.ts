// The memory that reader processes take, as the system sees it (Linux).
import { readdirSync, readFileSync } from 'node:fs'

/** Watches our reader processes; the function returned ends that and gives the highest resident memory in megabytes, 0 where nobody tells. */
export function watchChildMemory(everyMilliseconds = 100): () => number {
  if (process.platform !== 'linux') return () => 0
  let peak = 0
  const timer = setInterval(() => {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) peak = Math.max(peak, peakOf(id))
  }, everyMilliseconds)
  return () => {
    clearInterval(timer)
    return peak
  }
}

function peakOf(id: string): number {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    const isOurs = new RegExp(`^PPid:\\s*${process.pid}$`, 'm').test(status)
    if (!isOurs || !readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('reader-process')) return 0
    return Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1_000
  } catch {
    // Processes come and go while we look.
    return 0
  }
}
