// The heavy work beside the acknowledgements, in the bot's own process as in life: a PDF comes in, a folder is imported, another long one is read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDocument } from '../src/bot/add-document.ts'
import { importFolder } from '../src/cli/import-folder.ts'
import { createReader } from '../src/documents/read-document.ts'
import type { Store } from '../src/store/store.ts'
import { agreementWords, makePdf } from '../tests/documents/make-files.ts'

export type Work = { store: Store; contract: string; signal: AbortSignal }
export type Done = { documents: number; imported: number; read: number }

const pagesEach = 60
const importedTogether = 20

/** Works until it is told to stop; how much of each came about. */
export const workHard = async ({ store, contract, signal }: Work): Promise<Done> => {
  const by = await store.people.ensure({ email: 'ana@bench.example', name: 'Ana', standing: 'member' })
  const reader = createReader()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-load-'))
  const done: Done = { documents: 0, imported: 0, read: 0 }
  const again = async (act: (round: number) => Promise<void>) => {
    for (let round = 1; !signal.aborted; round += 1) await act(round)
  }
  await Promise.all([
    again(async (round) => {
      await addDocument({ store, reader }, { contract, bytes: longPdf(round), name: `long-${round}.pdf`, by: by.id, source: 'bench' })
      done.documents += 1
    }),
    again(async (round) => {
      const only = Array.from({ length: importedTogether }, (_, index) => `agreement-${round}-${index}.txt`)
      for (const [index, name] of only.entries()) writeFileSync(join(folder, name), agreementWords(6_500, round * 100 + index).join(' '))
      const lines = await importFolder({ store, reader, folder, rows: new Map(), by, today: '2026-11-24', only, progress: () => undefined })
      done.imported += lines.filter(({ outcome }) => outcome === 'ok').length
    }),
    again(async (round) => {
      await reader.read(longPdf(-round), 'second.pdf')
      done.read += 1
    }),
  ])
  await reader.close()
  rmSync(folder, { recursive: true, force: true })
  return done
}

const longPdf = (seed: number): Uint8Array =>
  makePdf(
    Array.from({ length: pagesEach }, (_page, index) =>
      agreementWords(450, seed * pagesEach + index)
        .join(' ')
        .replace(/(.{80}) /g, '$1\n'),
    ),
    true,
  )
