// Command line work on the storage: opened, used and closed again, beside a running bot or without one.
import type { Config } from '../config.ts'
import { openStorage } from '../open-storage.ts'
import type { Store } from '../store/store.ts'

export type Terminal = { write: (line: string) => void; complain: (line: string) => void }

/** Progress of the embedded database goes to standard error, so that answers can be piped. */
export const withStore = async <Result>(
  { config, complain }: { config: Config; complain: (line: string) => void },
  act: (store: Store) => Promise<Result>,
  clock: () => Date = () => new Date(),
): Promise<Result> => {
  const storage = await openStorage({ config, clock, report: complain })
  try {
    return await act(storage.store)
  } finally {
    await storage.stop()
  }
}
