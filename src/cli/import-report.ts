// What an import tells: a bar on a terminal, a line now and then elsewhere, and a CSV with what became of every file.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SingleBar } from 'cli-progress'
import type { ImportLine } from './import-folder.ts'
import { writeCsv } from './write-csv.ts'

export type Progress = { step(line: ImportLine, done: number, total: number): void; end(): void }

export const importProgress = (write: (line: string) => void, terminal: boolean): Progress => {
  if (!terminal) return lineProgress(write)
  const bar = new SingleBar({ format: 'Importing {bar} {value}/{total} {file}', hideCursor: true, clearOnComplete: true })
  let started = false
  return {
    step(line, done, total) {
      if (!started) bar.start(total, 0, { file: '' })
      started = true
      bar.update(done, { file: line.file })
    },
    end: () => bar.stop(),
  }
}

const lineProgress = (write: (line: string) => void): Progress => ({
  step(_line, done, total) {
    if (done % 25 === 0 || done === total) write(`Importing: ${done} of ${total} files`)
  },
  end: () => undefined,
})

export const writeImportReport = async (path: string, lines: readonly ImportLine[]): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, writeCsv(['file', 'outcome', 'contract', 'reason'], lines))
}

export const importSummary = (lines: readonly ImportLine[], path: string): string => {
  const count = (outcome: ImportLine['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return `${count('ok')} imported, ${count('skipped')} skipped, ${count('failed')} failed. What became of each file: ${path}`
}
