// Opening the storage: the database that the configuration names, or an embedded one under the data directory.
import type { Config } from './config.ts'
import { startEmbedded } from './store/engine/embedded.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'

export type Storage = { store: Store; engine: string; stop(): Promise<void> }

export type StorageOptions = { config: Config; clock: () => Date; report: (line: string) => void }

/** Starts what has to be started; `stop` closes the store first and ends the server last. */
export const openStorage = async ({ config, clock, report }: StorageOptions): Promise<Storage> => {
  const { dataDirectory, zone } = config
  if (config.mongodbUri) {
    const store = await openStore({ uri: config.mongodbUri, dataDirectory, clock, zone, report })
    return { store, engine: 'MongoDB at MONGODB_URI', stop: () => store.close() }
  }
  const embedded = await startEmbedded({ directory: dataDirectory, path: config.path, engineOverride: config.engine, report })
  try {
    const store = await openStore({ uri: embedded.uri, dataDirectory, clock, zone, report })
    const stop = async () => {
      await store.close()
      await embedded.stop()
    }
    return { store, engine: `embedded ${embedded.engine} ${embedded.version}`, stop }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
