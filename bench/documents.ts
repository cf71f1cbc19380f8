// Races our readers: .docx against mammoth's raw text, .pdf against bare pdf-parse and pdftotext. Same files, ratios of one run, and beside
// each how right it is.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { PDFParse } from 'pdf-parse'
import { createReader, type Reader } from '../src/documents/read-document.ts'
import { readWord } from '../src/documents/word/read-word.ts'
import type { NamedFile } from '../tests/documents/damage.ts'
import { longAgreement, lostOf } from '../tests/documents/long-agreement.ts'
import { longPdf } from '../tests/documents/storm-files.ts'
import { wordF1 } from '../tests/documents/word-bags.ts'

const rounds = 5

export async function bench(): Promise<void> {
  console.table(await wordRace())
  const reader = createReader()
  const folder = mkdtempSync(join(tmpdir(), 'bench-documents-'))
  try {
    console.table(await pdfRace(reader, folder))
    console.table(await pagesRace(reader))
  } finally {
    rmSync(folder, { recursive: true })
    await reader.close()
  }
}

type Row = Record<string, string | number>

async function wordRace(): Promise<Row[]> {
  const rows: Row[] = []
  for (const count of [9_500, 38_000]) {
    const agreement = await longAgreement(count)
    const { bytes } = agreement
    const ours = await median(async () => readWord(bytes))
    const theirs = await median(() => mammoth.extractRawText({ buffer: bytes }))
    const read = readWord(bytes)
    const lost = lostOf(agreement, read)
    if (lost.length > 0) console.log(`Lost: ${lost.slice(0, 5).join('; ')}`)
    rows.push({
      race: `.docx, ${count} words, text, changes and comments / mammoth, text`,
      'ours ms': round(ours),
      'peer ms': round(theirs),
      ratio: round(ours / theirs),
      goal: '<= 0.5',
      'F1 to mammoth': round(wordF1(read.text, (await mammoth.extractRawText({ buffer: bytes })).value)),
      changes: agreement.revisions.length,
      comments: agreement.comments.length,
      lost: lost.length,
    })
  }
  return rows
}

async function pdfRace(reader: Reader, folder: string): Promise<Row[]> {
  const contracts = corpusFiles('contracts/pdf')
  const odd = corpusFiles('hostile/odd-pdf')
  const made = contracts.length > 0 ? contracts : Array.from({ length: 14 }, () => longPdf(5))
  if (contracts.length === 0) console.log('The contracts as PDF are not beside the project; made ones take their place.')
  const rows: Row[] = []
  for (const [name, files] of [
    ['contracts', made],
    ['odd ones', odd],
    ['all', [...made, ...odd]],
  ] as const) {
    if (files.length > 0) rows.push(...(await pdfRows(reader, folder, name, files)))
  }
  return rows
}

async function pdfRows(reader: Reader, folder: string, name: string, files: readonly NamedFile[]): Promise<Row[]> {
  const ours = await median(() => readAll(reader, files))
  const bare = await median(async () => {
    for (const { bytes } of files) await bareText(bytes)
  })
  const texts = await readAll(reader, files)
  const race = `.pdf, ${files.length} ${name}, two children`
  const bareTexts = (await Promise.all(files.map(({ bytes }) => bareText(bytes)))).join('\n')
  const rows = [row(`${race} / bare pdf-parse`, ours, bare, '>= 1.7', wordF1(texts.join('\n'), bareTexts))]
  if (!hasPdfToText()) {
    console.log('pdftotext is not on this machine: its race is left out.')
    return rows
  }
  const paths = files.map((_file, index) => join(folder, `${index}.pdf`))
  for (const [index, file] of files.entries()) writeFileSync(paths[index] ?? '', file.bytes)
  const peer = await median(() => popplerAll(paths))
  return [
    ...rows,
    row(`${race} / pdftotext, two processes`, ours, peer, '>= 1.5', wordF1(texts.join('\n'), (await popplerAll(paths)).join('\n'))),
  ]
}

function row(race: string, ours: number, peer: number, goal: string, f1: number): Row {
  // The odd ones are forms, drawings and fragments of a few words, many of which the peers themselves read wrongly; the goal is for all.
  const f1Goal = race.includes('odd ones') ? 'counted in all' : '>= 0.99'
  return {
    race,
    'ours ms': round(ours),
    'peer ms': round(peer),
    'times as fast': round(peer / ours),
    goal,
    F1: round(f1),
    'F1 goal': f1Goal,
  }
}

async function pagesRace(reader: Reader): Promise<Row[]> {
  const rows: Row[] = []
  for (const pages of [1, 10, 100, 300]) {
    const file = longPdf(pages)
    rows.push({ race: `.pdf of ${pages} pages`, 'ms a page': round((await median(() => readAll(reader, [file]))) / pages), goal: 'flat' })
  }
  return rows
}

async function readAll(reader: Reader, files: readonly NamedFile[]): Promise<string[]> {
  const readings = await Promise.all(files.map(({ bytes, name }) => reader.read(bytes, name)))
  return readings.map((reading) => (reading.ok ? reading.document.text : ''))
}

async function bareText(bytes: Uint8Array): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 })
  try {
    const { pages } = await parser.getText()
    return pages.map((page) => page.text).join('\n')
  } catch {
    // Protected by a password: we refuse it too.
    return ''
  } finally {
    await parser.destroy()
  }
}

function hasPdfToText(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function popplerAll(paths: readonly string[]): Promise<string[]> {
  const texts: string[] = []
  const queue = [...paths.entries()]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) texts[next[0]] = await popplerText(next[1])
  }
  await Promise.all([lane(), lane()])
  return texts
}

async function popplerText(path: string): Promise<string> {
  const child = spawn('pdftotext', [path, '-'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pieces: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
  await once(child, 'close')
  return Buffer.concat(pieces).toString()
}

function corpusFiles(folder: string): NamedFile[] {
  const address = new URL(`../../shared/corpus/${folder}/`, import.meta.url)
  return existsSync(address) ? readdirSync(address).map((name) => ({ name, bytes: readFileSync(new URL(name, address)) })) : []
}

async function median(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let index = 0; index < rounds; index++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
