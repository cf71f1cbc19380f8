// Beginning afresh: the embedded database of a data directory is taken away, at a person's wish.
import { Refusal } from '../../contracts/refusal.ts'
import { layoutOf, makePrivateDirectory } from './layout.ts'
import { eraseDatabase } from './marker.ts'
import { waitForLock } from './process-lock.ts'
import { clearRemains, joinRunning } from './running.ts'

/**
 * Erases the embedded database of a data directory; what was fetched or installed stays.
 * @throws Refusal while a process uses it
 */
export async function eraseEmbedded(directory: string): Promise<void> {
  const layout = layoutOf(directory)
  await makePrivateDirectory(directory)
  const lock = await waitForLock(layout.startLock, 'erase the database')
  try {
    const running = await joinRunning(layout)
    if (running !== undefined) {
      await running.server.leave()
      throw new Refusal('conflict', `The database in ${layout.database} is in use.`, { next: 'Stop what uses it first, then try again.' })
    }
    await clearRemains(layout)
    await eraseDatabase(layout)
  } finally {
    await lock.release()
  }
}
