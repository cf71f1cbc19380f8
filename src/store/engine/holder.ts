// One bot to a data directory: the second is told who holds it.
import { join } from 'node:path'
import { Refusal } from '../../contracts/refusal.ts'
import { makePrivateDirectory } from './layout.ts'
import { takeLock } from './process-lock.ts'

export type Hold = { release(): Promise<void> }

/**
 * Holds a data directory for one process until `release`; a hold whose process is gone is taken over.
 * @param purpose what the holder is doing, told to whoever comes second, as in "npm start"
 * @throws Refusal naming the process that holds it and since when
 */
export async function holdDirectory(directory: string, purpose: string): Promise<Hold> {
  await makePrivateDirectory(directory)
  const taken = await takeLock(join(directory, 'held.json'), purpose)
  if ('release' in taken) return taken
  throw new Refusal('conflict', `${directory} is held by "${taken.purpose}", process ${taken.pid}, since ${taken.since}.`, {
    next: `Stop process ${taken.pid} first, or work on other files: DATA_DIR=another-folder`,
  })
}
