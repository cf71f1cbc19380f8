// The command `throughline import`.
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { dayOf } from '../contracts/calendar-date.ts'
import { Refusal } from '../contracts/refusal.ts'
import { createReader } from '../documents/read-document.ts'
import { readFieldRows } from './import-fields.ts'
import { importFolder } from './import-folder.ts'
import { importProgress, importSummary, writeImportReport } from './import-report.ts'
import { operatorOf } from './operator.ts'
import { type Terminal, withStore } from './with-store.ts'

export type ImportCommand = Terminal & { config: Config; folder: string; fields?: string; report?: string }

export const importCommand = async (options: ImportCommand): Promise<number> => {
  const { config, folder, write } = options
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new Refusal('not-found', `There is no folder ${folder}.`, { next: 'Give the folder that holds the agreements.' })
  }
  const csv = options.fields ?? (existsSync(join(folder, 'fields.csv')) ? join(folder, 'fields.csv') : undefined)
  const now = new Date().toISOString()
  const reader = createReader()
  const progress = importProgress(write, process.stdout.isTTY === true)
  try {
    return await withStore(options, async (store) => {
      const rows = csv ? await readFieldRows(csv, await store.fields.list()) : new Map()
      const by = await operatorOf(store, config)
      const lines = await importFolder({ store, reader, folder, rows, by, today: dayOf(now, config.zone), progress: progress.step })
      progress.end()
      const report = options.report ?? join(config.dataDirectory, 'reports', `import-${now.replace(/[:.]/g, '-')}.csv`)
      await writeImportReport(report, lines)
      write(importSummary(lines, report))
      return lines.some((line) => line.outcome === 'failed') ? 1 : 0
    })
  } finally {
    progress.end()
    await reader.close()
  }
}
