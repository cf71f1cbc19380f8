// A PDF: the text layer page by page, with the place of each page, and the pages that have none.
import './without-canvas.ts'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PDFParse } from 'pdf-parse'
import type { DocumentPage, ReadDocument } from '../document.ts'
import { allowedCharacters, type ReaderLimits } from '../reader/reader-limits.ts'
import { Unreadable } from '../unreadable.ts'
import { damagedPages, pagesWithoutText } from './page-warnings.ts'

/** Told after each page, so that whoever waits knows that time is well spent. */
export type PageProgress = (pages: number) => void

type Page = { text: string; isDamaged: boolean }

/** Reads a PDF. @throws Unreadable when it is protected, damaged, without text, or asks for too much. */
export async function readPdf(bytes: Uint8Array, limits: ReaderLimits, onPage: PageProgress): Promise<ReadDocument> {
  const parser = new PDFParse(loadOptions(bytes))
  try {
    const pages = await readPages(parser, limits, onPage)
    return pdfDocument(pages, await hasForm(parser))
  } finally {
    await parser.destroy()
  }
}

function loadOptions(bytes: Uint8Array) {
  const maps = join(dirname(createRequire(import.meta.resolve('pdf-parse')).resolve('pdfjs-dist/package.json')), 'cmaps/')
  return {
    // A copy: pdf.js takes the memory away from whoever owns it.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    cMapUrl: maps,
    cMapPacked: true,
  }
}

async function readPages(parser: PDFParse, limits: ReaderLimits, onPage: PageProgress): Promise<Page[]> {
  const total = await pageCount(parser)
  if (total > limits.mostPages) throw new Unreadable(`it has more than ${limits.mostPages} pages`)
  const pages: Page[] = []
  let characters = 0
  for (let number = 1; number <= total; number++) {
    const page = await readPage(parser, number)
    pages.push(page)
    characters += page.text.length
    if (characters > allowedCharacters(limits, number)) throw new Unreadable('it holds more text than its pages can')
    onPage(number)
  }
  return pages
}

async function pageCount(parser: PDFParse): Promise<number> {
  try {
    const { total } = await parser.getText({ partial: [-1] })
    if (total > 0) return total
  } catch (error) {
    throw new Unreadable(isPasswordError(error) ? 'it is protected by a password' : 'it is damaged or cut off', { cause: error })
  }
  throw new Unreadable('it has no pages')
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

/** One bad page does not take the others with it: it is reported. */
async function readPage(parser: PDFParse, number: number): Promise<Page> {
  try {
    const { pages } = await parser.getText({ partial: [number] })
    return { text: (pages[0]?.text ?? '').trimEnd(), isDamaged: false }
  } catch {
    return { text: '', isDamaged: true }
  }
}

const formWarning = 'The file is a form; what was filled into its fields may be missing from the text.'

/** What is typed into a form lies beside the text layer. */
async function hasForm(parser: PDFParse): Promise<boolean> {
  try {
    const { info } = await parser.getInfo()
    return info?.IsAcroFormPresent === true || info?.IsXFAPresent === true
  } catch {
    // Only a warning hangs on it: a broken table of contents does not make the text unreadable.
    return false
  }
}

function pdfDocument(pages: Page[], isForm: boolean): ReadDocument {
  const damaged = numbersOf(pages, (page) => page.isDamaged)
  const empty = numbersOf(pages, (page) => !page.isDamaged && page.text.trim() === '')
  if (damaged.length === pages.length) throw new Unreadable('it is damaged: none of its pages can be read')
  if (damaged.length + empty.length === pages.length) throw new Unreadable('it has no text layer (a scan or a picture)', { isScan: true })
  const text = pages.map((page) => page.text).join('\n')
  const warnings = [damagedPages(damaged), pagesWithoutText(empty), isForm ? formWarning : undefined].filter(
    (sentence) => sentence !== undefined,
  )
  return { type: 'pdf', text, revisions: [], comments: [], hiddenText: [], pages: placesOf(pages), warnings }
}

function numbersOf(pages: Page[], applies: (page: Page) => boolean): number[] {
  return pages.flatMap((page, index) => (applies(page) ? [index + 1] : []))
}

function placesOf(pages: Page[]): DocumentPage[] {
  let start = 0
  return pages.map((page, index) => {
    const place = { number: index + 1, start, end: start + page.text.length }
    start = place.end + 1
    return place
  })
}
