// `throughline read`: what the rules find in files, without a database, one line or one listing a file.
import { readFile } from 'node:fs/promises'
import type { Meaning } from '../documents/meaning.ts'
import { createReader, type Reader } from '../documents/read-document.ts'
import { safeFileName } from '../documents/safe-file-name.ts'
import { showReadFile } from './show-read-file.ts'

export type ReadFilesOptions = { files: readonly string[]; json: boolean; write: (line: string) => void }

export type ReadFile = { file: string } & Meaning
export type UnreadFile = { file: string; error: string }

/**
 * Reads the files in the order given and writes one line of JSON for each, or a listing for people. A file that can't be read is told
 * on its line and the others go on; then the answer is 1, otherwise 0.
 */
export async function readFiles({ files, json, write }: ReadFilesOptions): Promise<number> {
  const reader = createReader()
  let failed = false
  try {
    for (const file of files) {
      const result = await readOne(reader, file)
      failed ||= 'error' in result
      write(json ? JSON.stringify(result) : showReadFile(result))
    }
  } finally {
    await reader.close()
  }
  return failed ? 1 : 0
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
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
}

async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
    if (reason === undefined) throw error
    return reason
  }
}
