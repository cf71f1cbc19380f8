// A thread beside a reader that ends the whole process when its parent is gone or its memory is too much.
import { workerData } from 'node:worker_threads'

const { parent, residentBytes } = workerData as { parent: number; residentBytes: number }
const everyMilliseconds = 100

function parentIsGone(): boolean {
  if (process.ppid !== parent) return true
  try {
    return !process.kill(parent, 0)
  } catch {
    return true
  }
}

// A killed parent cannot end its children, and not every system lets a parent look at their memory.
setInterval(() => {
  if (process.memoryUsage.rss() > residentBytes || parentIsGone()) process.kill(process.pid, 'SIGKILL')
}, everyMilliseconds)
