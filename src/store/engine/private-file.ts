// Small files that only their owner may read, written whole or not at all.
import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'

/** Writes beside the file and renames, so that a reader sees the old text or the new one, never a half. */
export async function writePrivately(file: string, text: string): Promise<void> {
  const fresh = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(fresh, text, { mode: 0o600, flag: 'wx', flush: true })
  await rename(fresh, file)
}

/** The text of a file, or undefined where there is no such file; any other failure is thrown. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
