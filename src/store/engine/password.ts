// The embedded database's password: made once, kept in a file that only its owner may read.
import { randomBytes } from 'node:crypto'
import { readIfThere, writePrivately } from './private-file.ts'

/** Kept in the file, or undefined where none was made yet. */
export const readPassword = async (file: string): Promise<string | undefined> => (await readIfThere(file))?.trim() || undefined

/** Makes a new password of 256 random bits, in letters that need no escaping in a connection string, and keeps it. */
export async function makePassword(file: string): Promise<string> {
  const password = randomBytes(32).toString('base64url')
  await writePrivately(file, password)
  return password
}
