// Putting together what answers: commands, dispatch, reader and pages on one store; the same for the bot and for the terminal.
import type { AnyCommand, App } from './bot/command.ts'
import { createDispatch, type Dispatch } from './bot/dispatch.ts'
import type { Platform } from './bot/platform.ts'
import { commands } from './commands/index.ts'
import type { Config } from './config.ts'
import { createModelReader } from './documents/model/model-reader.ts'
import { createReader, type Reader } from './documents/read-document.ts'
import type { Log } from './log.ts'
import { isStorageAway } from './store/storage-away.ts'
import type { Store } from './store/store.ts'
import { createPages } from './web/pages.ts'

export type Assembly = { app: App; dispatch: Dispatch; reader: Reader; key: Uint8Array; platforms: Map<string, Platform> }

export type AssemblyOptions = { store: Store; config: Config; log: Log; clock: () => Date; more?: readonly AnyCommand[] }

/** Platforms are added to the map once they stand, because they need the dispatch themselves. */
export const assemble = async ({ store, config, log, clock, more = [] }: AssemblyOptions): Promise<Assembly> => {
  const key = await store.secrets.get('links')
  const reader = createReader()
  const platforms = new Map<string, Platform>()
  const app: App = {
    store,
    reader,
    model: config.model && createModelReader(config.model),
    platforms: { find: (name) => platforms.get(name) },
    clock,
    zone: config.zone,
    pages: createPages({ publicUrl: config.publicUrl, key, clock }),
    commands: [...commands, ...more],
  }
  return { app, dispatch: createDispatch(app, { log, isStorageAway }), reader, key, platforms }
}
