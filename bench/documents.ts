// Races our readers: .docx against mammoth's raw text, .pdf against bare pdf-parse. Same files, ratios of one run, correctness beside speed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import mammoth from 'mammoth'
import { PDFParse } from 'pdf-parse'
import { createReader } from '../src/documents/read-document.ts'
import { readWord } from '../src/documents/word/read-word.ts'
import { agreementWords, makePdf } from '../tests/documents/make-files.ts'

const rounds = 5
const wordGoal = 0.5
const pdfGoal = 1.7

export async function bench(): Promise<void> {
  const words = await wordRace()
  const pdfs = await pdfRace()
  console.table([...words, ...pdfs])
}

type Row = Record<string, string | number>

async function wordRace(): Promise<Row[]> {
  const rows: Row[] = []
  for (const count of [9_500, 38_000]) {
    const bytes = await longAgreement(count)
    const ours = await median(async () => readWord(bytes))
    const theirs = await median(() => mammoth.extractRawText({ buffer: bytes }))
    const text = readWord(bytes)
    const peerText = (await mammoth.extractRawText({ buffer: bytes })).value
    rows.push({
      race: `.docx ${count} words / mammoth`,
      'ours ms': round(ours),
      'peer ms': round(theirs),
      ratio: round(ours / theirs),
      goal: `<= ${wordGoal}`,
      F1: round(wordF1(text.text, peerText)),
      'changes told': `${text.revisions.length} of ${changesIn(count)}`,
    })
  }
  return rows
}

async function pdfRace(): Promise<Row[]> {
  const files = contractPdfs()
  const reader = createReader()
  const ours = await median(async () => {
    await Promise.all(files.map((bytes, index) => reader.read(bytes, `${index}.pdf`)))
  })
  const read = await Promise.all(files.map((bytes, index) => reader.read(bytes, `${index}.pdf`)))
  await reader.close()
  const theirs = await median(async () => {
    for (const bytes of files) await bareText(bytes)
  })
  const peerText = (await Promise.all(files.map(bareText))).join('\n')
  const text = read.map((reading) => (reading.ok ? reading.document.text : '')).join('\n')
  const name = `.pdf ${files.length} files, two children / bare pdf-parse`
  const row = { race: name, 'ours ms': round(ours), 'peer ms': round(theirs), ratio: round(theirs / ours), goal: `>= ${pdfGoal}` }
  return [{ ...row, F1: round(wordF1(text, peerText)) }]
}

async function bareText(bytes: Uint8Array): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 })
  const { pages } = await parser.getText()
  await parser.destroy()
  return pages.map((page) => page.text).join('\n')
}

function contractPdfs(): Uint8Array[] {
  const folder = new URL('../../shared/corpus/contracts/pdf/', import.meta.url)
  if (existsSync(folder)) return readdirSync(folder).map((name) => readFileSync(new URL(name, folder)))
  console.log('The contracts as PDF are not beside the project; generated PDFs take their place.')
  const page = (seed: number): string => lines(agreementWords(450, seed))
  return Array.from({ length: 14 }, (_file, index) =>
    makePdf(
      Array.from({ length: 5 }, (_page, number) => page(index * 5 + number)),
      true,
    ),
  )
}

function lines(words: string[]): string {
  return Array.from({ length: Math.ceil(words.length / 12) }, (_line, index) => words.slice(index * 12, index * 12 + 12).join(' ')).join(
    '\n',
  )
}

const wordsPerParagraph = 95

function changesIn(count: number): number {
  return Math.floor(count / wordsPerParagraph / 10) * 2
}

/** An agreement in several runs a paragraph, as Word writes it, every tenth paragraph with an insertion and a deletion, and a table. */
async function longAgreement(count: number): Promise<Buffer> {
  const paragraphs = Array.from({ length: Math.floor(count / wordsPerParagraph) }, (_paragraph, index) => {
    const words = agreementWords(wordsPerParagraph, index + 1)
    const runs = Array.from(
      { length: 8 },
      (_run, part) => new TextRun({ text: `${words.slice(part * 12, part * 12 + 12).join(' ')} `, bold: part === 0 }),
    )
    return new Paragraph({ children: index % 10 === 9 ? [...runs, ...trackedRuns(index)] : runs })
  })
  const rows = Array.from({ length: 40 }, (_row, index) => tableRow(index))
  const document = new Document({ sections: [{ children: [...paragraphs, new Table({ rows })] }] })
  return Buffer.from(await Packer.toBuffer(document))
}

function trackedRuns(id: number) {
  const by = { author: 'Lee', date: '2026-03-03T10:00:00Z' }
  return [
    new InsertedTextRun({ id: id * 2, ...by, text: 'sixty days ' }),
    new DeletedTextRun({ id: id * 2 + 1, ...by, text: 'thirty days' }),
  ]
}

function tableRow(index: number): TableRow {
  const cells = [`Service ${index}`, '99.95 %', 'EUR 1,200'].map((text) => new TableCell({ children: [new Paragraph(text)] }))
  return new TableRow({ children: cells })
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

/** How far two texts hold the same words, as a bag. */
function wordF1(one: string, other: string): number {
  const [ours, theirs] = [bag(one), bag(other)]
  let shared = 0
  for (const [word, count] of ours) shared += Math.min(count, theirs.get(word) ?? 0)
  const total = sum(ours) + sum(theirs)
  return total === 0 ? 1 : (2 * shared) / total
}

function bag(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
