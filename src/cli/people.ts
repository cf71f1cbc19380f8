// The command `throughline people import`.
import type { Config } from '../config.ts'
import { importPeople } from './import-people.ts'
import { operatorOf } from './operator.ts'
import { type Terminal, withStore } from './with-store.ts'

export const peopleCommand = async (options: Terminal & { config: Config; csv: string }): Promise<number> =>
  withStore(options, async (store) => {
    const count = await importPeople(store, options.csv, (await operatorOf(store, options.config)).id)
    options.write(`${count} people are as ${options.csv} says.`)
    return 0
  })
