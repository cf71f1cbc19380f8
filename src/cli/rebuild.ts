// The command `throughline rebuild`.
import type { Config } from '../config.ts'
import { type Terminal, withStore } from './with-store.ts'

export const rebuildCommand = async (options: Terminal & { config: Config }): Promise<number> => {
  await withStore(options, (store) => store.record.rebuild(options.write))
  options.write('Rebuilt.')
  return 0
}
