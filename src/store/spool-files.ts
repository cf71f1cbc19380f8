// The files of the spool: JSON lines, one file a process and begun anew after every failure, so that only a last line can be torn.
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

export const SpoolLine = z.object({
  id: z.string(),
  platform: z.enum(['slack', 'teams', 'playground']),
  thread: z.string(),
  receivedAt: z.string(),
  roster: z.string().optional(),
  body: z.string(),
})
export type SpoolLine = z.infer<typeof SpoolLine>
export type TakeLines = (lines: SpoolLine[]) => Promise<void>

/** What a file system call answers, or undefined when the file is gone: another process may have drained it. */
export const unlessGone = async <Answer>(call: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await call
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export const statOf = (path: string) => unlessGone(stat(path))

const filesOf = async (directory: string): Promise<string[]> =>
  (await readdir(directory))
    .filter((name) => /\.jsonl(\.draining)?$/.test(name))
    .sort()
    .map((name) => join(directory, name))

export const bytesIn = async (directory: string): Promise<number> => {
  const sizes = await Promise.all((await filesOf(directory)).map(async (path) => (await statOf(path))?.size ?? 0))
  return sizes.reduce((sum, size) => sum + size, 0)
}

export const linesIn = async (directory: string): Promise<number> => {
  const texts = await Promise.all((await filesOf(directory)).map((path) => unlessGone(readFile(path, 'utf8'))))
  return texts.reduce((sum, text) => sum + readLines(text ?? '').lines.length, 0)
}

export type Drain = {
  directory: string
  /** Whether the file is of the process that drains, which writes no more to it. */
  isOwn: (path: string) => boolean
  take: TakeLines
  report: (line: string) => void
}

/** A file of another process that was written to so lately is still its own. */
const settledAfterMs = 3_000

/** Hands over the lines of every file, oldest file first; a file is removed once all of its lines were taken. */
export const drainFiles = async (drain: Drain): Promise<number> => {
  let taken = 0
  for (const path of await filesOf(drain.directory)) taken += await drainFile(path, drain)
  return taken
}

const drainFile = async (path: string, { isOwn, take, report }: Drain): Promise<number> => {
  const written = await statOf(path)
  if (!written || (!isOwn(path) && Date.now() - written.mtimeMs < settledAfterMs)) return 0
  // Renamed before it is read: should its owner write to it all the same, he sees then that it is no longer his, and writes it again.
  const mine = path.endsWith('.draining') ? path : `${path}.draining`
  if (mine !== path && !(await unlessGone(rename(path, mine).then(() => true)))) return 0
  const text = await unlessGone(readFile(mine, 'utf8'))
  if (text === undefined) return 0
  const { lines, torn, damaged } = readLines(text)
  if (torn) report(`The spool file ${mine} ends in the middle of a line, which was never acknowledged.`)
  if (lines.length > 0) await take(lines)
  if (damaged > 0) {
    report(`The spool file ${mine} has ${damaged} lines that cannot be read: it is kept beside it with the ending .damaged.`)
    await unlessGone(rename(mine, `${mine}.damaged`))
  } else await rm(mine, { force: true })
  return lines.length
}

/** A last line without its end was torn by a crash; a line that is none, anywhere else, is damage. */
export const readLines = (text: string): { lines: SpoolLine[]; torn: boolean; damaged: number } => {
  const parts = text.split('\n')
  const torn = parts.pop() !== ''
  const lines = parts.map(readLine).filter((line) => line !== undefined)
  return { lines, torn, damaged: parts.length - lines.length }
}

const readLine = (text: string): SpoolLine | undefined => {
  try {
    return SpoolLine.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
