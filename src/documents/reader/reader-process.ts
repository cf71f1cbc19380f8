// The child process that reads files: takes one task at a time, answers with a reading, ends with its parent.
import { setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Reading } from '../document.ts'
import { type ReadingTask, readBytes } from '../read-bytes.ts'

/** What a child tells its parent. */
export type ReaderReport =
  | { type: 'ready' }
  | { type: 'pages'; pages: number }
  | { type: 'reading'; reading: Reading }
  | { type: 'failure'; cause: string }

/** Pages between two reports of progress. */
const pagesPerReport = 10

function report(what: ReaderReport): void {
  process.send?.(what)
}

async function read(task: ReadingTask): Promise<void> {
  try {
    const reading = await readBytes(task, (pages) => {
      if (pages % pagesPerReport === 0) report({ type: 'pages', pages })
    })
    report({ type: 'reading', reading })
  } catch (error) {
    report({ type: 'failure', cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
}

const residentMegabytes = Number(process.argv[2])

/** Whoever waits for an acknowledgement goes before a file; low enough for that, and high enough that a busy machine starves no file. */
const priority = 5
setPriority(priority)

// A thread of its own, because this one may be busy for good when it has to end.
new Worker(new URL('./reader-guard.ts', import.meta.url), {
  workerData: { parent: process.ppid, residentBytes: residentMegabytes * 1_000_000 },
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
}).unref()

process.on('message', (task: ReadingTask) => void read(task))
process.on('disconnect', () => process.exit())
report({ type: 'ready' })
