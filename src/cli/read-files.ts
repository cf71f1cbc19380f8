// `throughline read`: what the rules find in files, without a database, one line or one listing a file.
import { readFile, stat } from 'node:fs/promises'
import type { Meaning } from '../documents/meaning.ts'
import { createReader, type Reader } from '../documents/read-document.ts'
import { defaultReaderLimits, tooLarge } from '../documents/reader/reader-limits.ts'
import { safeFileName } from '../documents/safe-file-name.ts'
import { showReadFile } from './show-read-file.ts'

export type ReadFilesOptions = { files: readonly string[]; json: boolean; write: (line: string) => void }

export type ReadFile = { file: string } & Omit<Meaning, 'obligations'>
export type UnreadFile = { file: string; error: string }

/**
 * Reads the files in the order given and writes one line of JSON for each, or a listing for people. A file that can't be read is told
 * on its line and the others go on; then the answer is 1, otherwise 0.
 */
export async function readFiles({ files, json, write }: ReadFilesOptions): Promise<number> {
  const reader = createReader()
  let failed = false
  try {
    for await (const result of inOrder(files, (file) => readOne(reader, file))) {
      failed ||= 'error' in result
      write(json ? JSON.stringify(result) : showReadFile(result))
    }
  } finally {
    await reader.close()
  }
  return failed ? 1 : 0
}

/** Enough to keep two reader processes busy, and few enough that only their files are in memory. */
const ahead = 4

/** What `read` gives for each file, in their order, with a few of them being read at the same time. */
async function* inOrder<Result>(files: readonly string[], read: (file: string) => Promise<Result>): AsyncGenerator<Result> {
  const started: Promise<Result>[] = []
  for (const file of files) {
    const result = read(file)
    // It is awaited in its turn; until then nobody looks whether it failed.
    result.catch(() => undefined)
    started.push(result)
    const first = started.length < ahead ? undefined : started.shift()
    if (first !== undefined) yield await first
  }
  for (const result of started) yield await result
}

async function readOne(reader: Reader, file: string): Promise<ReadFile | UnreadFile> {
  const bytes = await bytesOf(file)
  if (typeof bytes === 'string') return { file, error: bytes }
  const reading = await reader.read(bytes, safeFileName(file), { meaning: true })
  if (!reading.ok) return { file, error: reading.isScan ? 'a scan: no text; enter the fields by hand' : reading.reason }
  const { type, parties, clauses, fields } = reading.document.meaning as Meaning
  return { file, type, parties, clauses, fields }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'its name is too long',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
}

/** The bytes, or why there are none; a file that no reader would take is not loaded. */
async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    const about = await stat(file)
    if (about.isDirectory()) return 'it is a folder'
    if (!about.isFile()) return 'it is not a file'
    return about.size > defaultReaderLimits.mostBytes ? tooLarge(defaultReaderLimits) : await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return reasons[code] ?? `it can't be read (${code})`
  }
}
