// Reads the pages of a PDF by PDFium: fast, and with what was typed into forms or written over the page.
import { setImmediate as turn } from 'node:timers/promises'
import type { DocumentComment } from '../document.ts'
import { allowedCharacters, type ReaderLimits } from '../reader/reader-limits.ts'
import { Unreadable } from '../unreadable.ts'
import { type PageNotes, pageNotes } from './pdf-notes.ts'
import type { PageProgress, PdfPage, PdfPages } from './pdf-pages.ts'
import { type Pdfium, startPdfium } from './pdfium.ts'

/** Of a child's resident memory; the rest is the program itself and the file. */
const shareOfMemory = 0.5
/** An engine that has grown beyond this is left behind: WebAssembly gives no memory back. */
const keptBytes = 96_000_000
const pagesPerTurn = 10
const memoryReason = 'it needs more memory than a document may use'
const passwordErrors = new Set([4, 5])

let kept: Promise<Pdfium> | undefined

/** The pages, or undefined when PDFium finds no document in the bytes. @throws Unreadable when it is protected or asks for too much. */
export async function readByPdfium(bytes: Uint8Array, limits: ReaderLimits, onPage: PageProgress): Promise<PdfPages | undefined> {
  kept ??= startPdfium(limits.residentMegabytes * 1_000_000 * shareOfMemory)
  const engine = await kept
  try {
    const pages = await readDocument(engine, bytes, limits, onPage)
    if (engine.HEAPU8.length > keptBytes) kept = undefined
    return pages
  } catch (error) {
    kept = undefined
    throw error instanceof Error ? (spoiled(error) ?? error) : error
  }
}

/** Where PDFium gave up: it aborts when it gets no memory, and anything else that stops it is damage. */
function spoiled(error: Error): Unreadable | undefined {
  if (error.name !== 'RuntimeError' && error.name !== 'RangeError') return undefined
  const isMemory = error.message.startsWith('Aborted')
  return new Unreadable(isMemory ? memoryReason : 'it is damaged in a way that stops the reader', { cause: error })
}

async function readDocument(engine: Pdfium, bytes: Uint8Array, limits: ReaderLimits, onPage: PageProgress): Promise<PdfPages | undefined> {
  const place = copyIn(engine, bytes)
  const document = engine._FPDF_LoadMemDocument(place, bytes.length, 0)
  try {
    if (document !== 0) return await readPages(engine, document, limits, onPage)
    if (passwordErrors.has(engine._FPDF_GetLastError())) throw new Unreadable('it is protected by a password')
    return undefined
  } finally {
    if (document !== 0) engine._FPDF_CloseDocument(document)
    engine.wasmExports.free(place)
  }
}

function copyIn(engine: Pdfium, bytes: Uint8Array): number {
  const place = engine.wasmExports.malloc(bytes.length)
  if (place === 0) throw new Unreadable(memoryReason)
  engine.HEAPU8.set(bytes, place)
  return place
}

async function readPages(engine: Pdfium, document: number, limits: ReaderLimits, onPage: PageProgress): Promise<PdfPages | undefined> {
  const total = engine._FPDF_GetPageCount(document)
  if (total === 0) return undefined
  if (total > limits.mostPages) throw new Unreadable(`it has more than ${limits.mostPages} pages`)
  const [pages, comments]: [PdfPage[], DocumentComment[]] = [[], []]
  let characters = 0
  for (let number = 1; number <= total; number++) {
    const { text, isDamaged, comments: ofPage } = readPage(engine, document, number - 1)
    pages.push({ text, isDamaged })
    comments.push(...ofPage)
    characters += ofPage.reduce((sum, comment) => sum + comment.text.length + comment.about.length, text.length)
    if (characters > allowedCharacters(limits, number)) throw new Unreadable('it holds more text than its pages can')
    onPage(number)
    // Progress leaves the process only when its loop turns.
    if (number % pagesPerTurn === 0) await turn()
  }
  return { pages, comments, isForm: engine._FPDF_GetFormType(document) !== 0 }
}

type ReadPage = PdfPage & { comments: DocumentComment[] }

function readPage(engine: Pdfium, document: number, index: number): ReadPage {
  const { page, comments, values } = loadFlatPage(engine, document, index)
  if (page === 0) return { text: '', isDamaged: true, comments }
  try {
    const text = [pageText(engine, page), ...values].map(plainText).filter((part) => part !== '')
    return { text: text.join('\n'), isDamaged: false, comments }
  } finally {
    engine._FPDF_ClosePage(page)
  }
}

const flattened = 1

/** What was filled into fields and written over the page becomes part of the page, if there is any; notes are read before. */
function loadFlatPage(engine: Pdfium, document: number, index: number): PageNotes & { page: number } {
  const page = engine._FPDF_LoadPage(document, index)
  if (page === 0 || engine._FPDFPage_GetAnnotCount(page) === 0) return { page, comments: [], values: [] }
  const found = pageNotes(engine, page)
  if (engine._FPDFPage_Flatten(page, 0) !== flattened) return { page, ...found }
  engine._FPDF_ClosePage(page)
  return { page: engine._FPDF_LoadPage(document, index), ...found }
}

const bytesPerUnit = 2

function pageText(engine: Pdfium, page: number): string {
  const textPage = engine._FPDFText_LoadPage(page)
  if (textPage === 0) return ''
  const count = engine._FPDFText_CountChars(textPage)
  const place = count > 0 ? engine.wasmExports.malloc((count + 1) * bytesPerUnit) : 0
  try {
    if (place === 0) return ''
    const written = engine._FPDFText_GetText(textPage, 0, count, place)
    return Buffer.from(engine.HEAPU8.buffer, place, Math.max(0, written - 1) * bytesPerUnit).toString('utf16le')
  } finally {
    if (place !== 0) engine.wasmExports.free(place)
    engine._FPDFText_ClosePage(textPage)
  }
}

/** PDFium's own signs in ours: U+FFFE is a hyphen at the end of a line. */
function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\ufffe\n?/g, '-\n')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ (?=\n)/g, '')
    .trimEnd()
}
