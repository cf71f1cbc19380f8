// Import: a folder of agreements becomes contracts, with the fields of an optional CSV; it can be stopped and run again at any time.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { addDocument } from '../bot/add-document.ts'
import { nearest } from '../bot/nearest.ts'
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Reader } from '../documents/read-document.ts'
import type { Store } from '../store/store.ts'
import { titleOfDocument } from './document-title.ts'
import { readFamilyCells } from './family-cells.ts'
import { type FamilyImport, linkFamily } from './import-families.ts'
import { type FieldRow, fieldsOfRow } from './import-fields.ts'

export type ImportOptions = {
  store: Store
  reader: Reader
  folder: string
  /** Rows of the CSV by file name. */
  rows: ReadonlyMap<string, FieldRow>
  /** Who imports; owns what no row gives to another. */
  by: Person
  today: string
  /** Only these files of the folder. */
  only?: readonly string[]
  progress: (line: ImportLine, done: number, total: number) => void
}

export type ImportLine = { file: string; outcome: 'ok' | 'skipped' | 'failed'; contract: string; reason: string }

/** The file that had the same bytes first, by sha256; and by the name of a later one. */
type Seen = { files: Map<string, string>; twinOf: Map<string, string> }

const readable = new Set(['.docx', '.pdf', '.html', '.htm', '.txt', '.md', '.eml'])
/** Enough to keep two reader processes and the database busy; more only waits. */
const atOnce = 6

/** Imports every readable file once; the lines tell what became of each, in the order of their names. */
export const importFolder = async (options: ImportOptions): Promise<ImportLine[]> => {
  const names = (await readdir(options.folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name)
  const wanted = (name: string) => readable.has(extname(name).toLowerCase()) && (options.only?.includes(name) ?? true)
  const files = names.filter(wanted).sort()
  const lines = new Map<string, ImportLine>()
  const seen: Seen = { files: new Map(), twinOf: new Map() }
  const waiting = [...files]
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const line = await importFile(options, file, seen)
      lines.set(file, line)
      options.progress(line, lines.size, files.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const contractOf = (file: string) => lines.get(seen.twinOf.get(file) ?? file)?.contract
  const around = { store: options.store, by: options.by.id, today: options.today, contractOf, files }
  // One after the other: each is held against the families as they are then.
  for (const file of files) lines.set(file, await inFamily(around, lines.get(file) as ImportLine, options.rows.get(file)))
  return [...files.map((file) => lines.get(file) as ImportLine), ...(options.only ? [] : withoutFile(options.rows, names, files))]
}

/** The line with the family that its row asks for. */
const inFamily = async (around: FamilyImport, line: ImportLine, row: FieldRow | undefined): Promise<ImportLine> => {
  try {
    const wanted = line.contract !== '' && row?.family ? readFamilyCells(row.family) : undefined
    if (!wanted) return line
    const said = await linkFamily(around, line.contract, wanted)
    return { ...line, reason: [line.reason, said].filter(Boolean).join('. ') }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...line, outcome: 'failed', reason: `${line.contract} is imported, its family is not: ${error.inOneLine}` }
  }
}

/** Rows that nothing came of, because the folder has no such file. */
const withoutFile = (rows: ReadonlyMap<string, FieldRow>, names: readonly string[], files: readonly string[]): ImportLine[] => {
  const imported = new Set(files)
  return [...rows.keys()]
    .filter((file) => !imported.has(file))
    .map((file) => {
      const [near] = nearest(file, files)
      const reason = names.includes(file)
        ? `It is of no kind that is read: ${[...readable].join(', ')}`
        : `The folder has no such file${near ? ` (did you mean "${near}"?)` : ''}.`
      return { file, outcome: 'failed', contract: '', reason }
    })
}

/** An expected "no" is the line of that file and the others go on; storage that is away ends the import, to be run again. */
const importFile = async (options: ImportOptions, file: string, seen: Seen): Promise<ImportLine> => {
  try {
    const bytes = await readFile(join(options.folder, file))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const twin = seen.files.get(sha256)
    if (twin !== undefined) seen.twinOf.set(file, twin)
    if (twin !== undefined) return { file, outcome: 'skipped', contract: '', reason: `the same bytes as ${twin}` }
    seen.files.set(sha256, file)
    return await importBytes(options, file, bytes, sha256)
  } catch (error) {
    if (error instanceof Refusal) return { file, outcome: 'failed', contract: '', reason: error.inOneLine }
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      return { file, outcome: 'failed', contract: '', reason: 'the file may not be read' }
    throw error
  }
}

const importBytes = async (options: ImportOptions, file: string, bytes: Uint8Array, sha256: string): Promise<ImportLine> => {
  const { store, reader, by, rows } = options
  const row: Omit<FieldRow, 'file'> = rows.get(file) ?? { values: {} }
  const reading = await reader.read(bytes, file, { meaning: true })
  if (!reading.ok && !reading.isScan)
    return { file, outcome: 'failed', contract: '', reason: `This file could not be read: ${reading.reason}.` }
  const document = reading.ok ? reading.document : undefined
  const definitions = await store.fields.list()
  const kind = row.family && readFamilyCells(row.family)?.type
  const fields = await fieldsOfRow(row, { store, today: options.today, definitions })
  const contract = await store.contracts.create({
    fields: { title: titleOfDocument(document, file), owner: by.id, ...(kind && { type: kind }), ...fields },
    restricted: /^(yes|true|1)$/i.test(row.restricted ?? ''),
    by: by.id,
    source: 'import',
    key: `import:${sha256}`,
  })
  const read: Reader = { ...reader, read: async () => reading }
  const added = await addDocument(
    { store, reader: read, definitions },
    {
      contract: contract.id,
      bytes,
      name: file,
      by: by.id,
      source: 'import',
      today: options.today,
      ...(row.executedOn && { executedOn: row.executedOn }),
    },
  )
  const known = added[0]?.known ?? false
  return {
    file,
    outcome: known ? 'skipped' : 'ok',
    contract: contract.id,
    reason: known ? 'imported before' : (added[0]?.document.warnings ?? []).join(' '),
  }
}
