// The command `throughline usage import`: a table of what is used, from whoever runs this machine.
import { readFile } from 'node:fs/promises'
import { importedUsageCard } from '../bot/cards/usage.ts'
import { importUsage } from '../bot/import-usage.ts'
import { renderCard } from '../bot/terminal/render-card.ts'
import type { Config } from '../config.ts'
import { dayOf } from '../contracts/calendar-date.ts'
import { contractNotFound } from '../contracts/refusal.ts'
import { operatorOf } from './operator.ts'
import { type Terminal, withStore } from './with-store.ts'

/** 1 when rows could not be used. */
export const usageCommand = async (options: Terminal & { config: Config; csv: string }): Promise<number> =>
  withStore(options, async (store) => {
    const { csv, config, write } = options
    const now = new Date()
    const definitions = await store.fields.list()
    const imported = await importUsage(store, {
      ...{ text: await readFile(csv, 'utf8'), name: csv, today: dayOf(now.toISOString(), config.zone), definitions },
      open: async (id) => {
        const contract = await store.contracts.state(id)
        if (contract) return contract
        throw contractNotFound(id)
      },
      act: { actor: (await operatorOf(store, config)).id, source: 'usage import', key: now.toISOString(), from: csv },
    })
    write(renderCard(importedUsageCard(imported, definitions)))
    return imported.problems.length > 0 ? 1 : 0
  })
