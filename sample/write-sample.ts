// Writes the agreements of the sample and their list, the same at every run: `node sample/write-sample.ts [folder]`.

import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { LIST_COLUMNS, listRow } from './list-row.ts'
import { docxBytes } from './render/docx.ts'
import { pdfBytes } from './render/pdf.ts'
import { scanBytes } from './render/scan.ts'
import { markdownOf, textOf } from './render/text.ts'
import { fieldRows } from './smart-fields.ts'
import { agreementOf } from './templates/index.ts'
import type { Entry } from './terms/entry.ts'
import { ENTRIES } from './terms.ts'

/** Writes `contracts/`, `contracts.csv` and `fields.csv` into a folder; people, outsiders, standards and story are kept by hand. */
export async function writeSample(folder: string): Promise<void> {
  await mkdir(join(folder, 'contracts'), { recursive: true })
  for (const entry of ENTRIES) await writeFile(join(folder, 'contracts', entry.file), await bytesOf(entry))
  await writeFile(join(folder, 'contracts.csv'), stringify(ENTRIES.map(listRow), { header: true, columns: [...LIST_COLUMNS] }))
  const { columns, rows } = fieldRows(ENTRIES)
  await writeFile(join(folder, 'fields.csv'), stringify(rows, { header: true, columns }))
}

async function bytesOf(entry: Entry): Promise<Uint8Array | string> {
  const agreement = agreementOf(entry)
  if (entry.scan) return scanBytes(entry.title)
  switch (extname(entry.file)) {
    case '.docx':
      return docxBytes(agreement)
    case '.pdf':
      return pdfBytes(agreement)
    case '.md':
      return markdownOf(agreement)
    default:
      return textOf(agreement)
  }
}

if (import.meta.main) await writeSample(process.argv[2] ?? import.meta.dirname)
