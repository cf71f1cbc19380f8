// The spool: deliveries kept in local files, flushed to the disk, while the database is away.
import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesIn, drainFiles, linesIn, type SpoolLine, statOf, type TakeLines } from './spool-files.ts'
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
  const append = together(async (text) => {
    if (bytes + Buffer.byteLength(text) > limitBytes) throw new Error(`The spool is full: ${limitBytes} bytes in ${directory}.`)
    await writer(text)
    bytes += Buffer.byteLength(text)
    writes += 1
  })
  return {
    append: (line) => append(`${JSON.stringify(line)}\n`),
    isEmpty: () => bytes === 0,
    async drain(take) {
      const taken = await drainFiles(directory, take, report)
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
const together = (write: (text: string) => Promise<void>): ((text: string) => Promise<void>) => {
  type Waiting = { text: string; resolve: () => void; reject: (reason: unknown) => void }
  let waiting: Waiting[] = []
  let isWriting = false
  const flush = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await write(batch.map((item) => item.text).join('')).then(
        () => batch.forEach((item) => void item.resolve()),
        (error) => batch.forEach((item) => void item.reject(error)),
      )
    }
    isWriting = false
  }
  return (text) =>
    new Promise((resolve, reject) => {
      waiting.push({ text, resolve, reject })
      if (!isWriting) void flush()
    })
}

type Current = { path: string; handle: FileHandle }

const lineWriter = (directory: string): ((text: string) => Promise<void>) => {
  let current: Current | undefined
  const write = async (text: string): Promise<void> => {
    current ??= await begin(directory)
    try {
      await current.handle.appendFile(text)
      await current.handle.sync()
      if (await isStillThere(current)) return
    } catch (error) {
      await current.handle.close()
      current = undefined
      throw error
    }
    // Somebody took the file to drain it, and may have read it before this text was in it: a line twice does no harm.
    await current.handle.close()
    current = undefined
    await write(text)
  }
  return write
}

const begin = async (directory: string): Promise<Current> => {
  const path = join(directory, `${Date.now().toString().padStart(15, '0')}-${randomUUID()}.jsonl`)
  const handle = await open(path, 'a', 0o600)
  await syncDirectory(directory)
  return { path, handle }
}

const isStillThere = async ({ path, handle }: Current): Promise<boolean> => {
  const [named, held] = await Promise.all([statOf(path), handle.stat()])
  return named?.ino === held.ino
}
