// The spool: deliveries kept in local files, flushed to the disk, while the database is away.
import { randomUUID } from 'node:crypto'
import { constants, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesIn, drainFiles, linesIn, type SpoolLine, statOf, type TakeLines, unlessGone } from './spool-files.ts'
import { syncDirectory } from './sync-directory.ts'

export type Spool = {
  /** Returns when the line is on the disk; throws when it could not be put there or the spool is full. */
  append(line: SpoolLine): Promise<void>
  /** Whether nothing lies in it, of this process or of one before it. */
  isEmpty(): boolean
  /** Hands over all lines, oldest file first; a file goes once `take` has kept all of its lines. The number of lines. */
  drain(take: TakeLines): Promise<number>
  count(): Promise<number>
}

type Options = { directory: string; limitBytes?: number; report: (line: string) => void }

/** Opens the spool of this process; what earlier processes left in the directory is drained with it. */
export const openSpool = async ({ directory, limitBytes = 256 * 1024 * 1024, report }: Options): Promise<Spool> => {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const writer = lineWriter(directory)
  let bytes = await bytesIn(directory)
  let writes = 0
  const queue = together(async (text) => {
    if (bytes + Buffer.byteLength(text) > limitBytes) throw new Error(`The spool is full: ${limitBytes} bytes in ${directory}.`)
    await writer.write(text)
    bytes += Buffer.byteLength(text)
    writes += 1
  })
  return {
    append: (line) => queue.add(`${JSON.stringify(line)}\n`),
    isEmpty: () => bytes === 0,
    async drain(take) {
      await queue.whenIdle(writer.beginAnother)
      const taken = await drainFiles({ directory, isOwn: writer.isOwn, take, report })
      let seen: number
      do {
        seen = writes
        bytes = await bytesIn(directory)
      } while (seen !== writes)
      return taken
    },
    count: () => linesIn(directory),
  }
}

/** Texts that wait at the same moment are written as one, with one flush to the disk. */
const together = (write: (text: string) => Promise<void>) => {
  type Waiting = { text: string; resolve: () => void; reject: (reason: unknown) => void }
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await write(batch.map((item) => item.text).join('')).then(
        () => batch.forEach((item) => void item.resolve()),
        (error) => batch.forEach((item) => void item.reject(error)),
      )
    }
    writing = undefined
  }
  return {
    add: (text: string) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ text, resolve, reject })
        writing ??= flush()
      }),
    /** Acts at a moment at which nothing is being written. */
    async whenIdle(act: () => void): Promise<void> {
      while (writing) await writing
      act()
    },
  }
}

/** Writes to a file of its own, begun anew after a failure, and whenever it was told to or finds that its file was taken. */
const lineWriter = (directory: string) => {
  const owner = randomUUID()
  let begun = 0
  let path: string | undefined
  const begin = async (): Promise<string> => {
    begun += 1
    const name = `${Date.now().toString().padStart(15, '0')}-${owner}-${begun}.jsonl`
    await (await open(join(directory, name), 'ax', 0o600)).close()
    await syncDirectory(directory)
    return join(directory, name)
  }
  const write = async (text: string): Promise<void> => {
    path ??= await begin()
    const to = path
    // What fails may be half written: the next line begins another file, so that only a last line is ever torn.
    path = undefined
    if (await appendTo(to, text)) path = to
    else await write(text)
  }
  return {
    write,
    isOwn: (other: string) => other.includes(owner),
    beginAnother: () => {
      path = undefined
    },
  }
}

/** Whether the text is on the disk in that file; a file that is gone, or was taken meanwhile, is another process's now. */
const appendTo = async (path: string, text: string): Promise<boolean> => {
  const handle = await unlessGone(open(path, constants.O_WRONLY | constants.O_APPEND))
  if (!handle) return false
  try {
    await handle.appendFile(text)
    await handle.sync()
    const [named, held] = await Promise.all([statOf(path), handle.stat()])
    return named?.ino === held.ino
  } finally {
    await handle.close()
  }
}
