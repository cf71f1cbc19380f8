// The anchors file: one signed anchor a line, only ever added to.
import { createReadStream } from 'node:fs'
import { access, open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Anchor } from '../contracts/record/anchor.ts'
import { canonicalJson } from '../contracts/record/canonical-json.ts'

/** The lines of the file. A last line that a crash left unfinished was never an anchor. */
export async function* anchorLines(file: string): AsyncGenerator<string> {
  let held: string | undefined
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (held !== undefined) yield held
    held = line
  }
  if (held !== undefined && (await endsWithLineEnd(file))) yield held
}

export const isThere = async (file: string): Promise<boolean> => {
  try {
    await access(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

const lineEnd = 0x0a

const endsWithLineEnd = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    return buffer[0] === lineEnd
  } finally {
    await handle.close()
  }
}

/** Adds an anchor, flushed to the disk; what an earlier crash left unfinished is cut off first. */
export const addAnchor = async (file: string, anchor: Anchor): Promise<void> => {
  const handle = await open(file, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    await handle.truncate(await endOfLastLine(handle, size))
    await handle.appendFile(`${canonicalJson(anchor)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const endOfLastLine = async (handle: Awaited<ReturnType<typeof open>>, size: number): Promise<number> => {
  const step = 64 * 1024
  for (let end = size; end > 0; end -= step) {
    const from = Math.max(0, end - step)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - from), 0, end - from, from)
    const at = buffer.subarray(0, bytesRead).lastIndexOf(lineEnd)
    if (at >= 0) return from + at + 1
  }
  return 0
}
