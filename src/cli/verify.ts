// The command `throughline verify`.
import type { Config } from '../config.ts'
import { Refusal } from '../contracts/refusal.ts'
import { verifyRecord } from './verify-record.ts'
import { type Terminal, withStore } from './with-store.ts'

export const verifyCommand = async (options: Terminal & { config: Config; contract?: string; anchors?: string }): Promise<number> => {
  const { contract, anchors, write } = options
  try {
    return await withStore(options, (store) => verifyRecord({ store, write, ...(contract && { contract }), ...(anchors && { anchors }) }))
  } catch (error) {
    if (error instanceof Refusal) throw error
    options.complain(`The record can't be read: ${(error as Error).message}`)
    return 5
  }
}
