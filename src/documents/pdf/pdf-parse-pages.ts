// The second opinion on a PDF, by pdf.js: slower, and better at damaged files and at letters that a font does not name.
import './without-canvas.ts'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PDFParse } from 'pdf-parse'
import { allowedCharacters, type ReaderLimits } from '../reader/reader-limits.ts'
import { Unreadable } from '../unreadable.ts'
import type { PageProgress, PdfPage, PdfPages } from './pdf-pages.ts'

/** The pages. @throws Unreadable when it is protected, damaged, or asks for too much. */
export async function readByPdfParse(bytes: Uint8Array, limits: ReaderLimits, onPage: PageProgress): Promise<PdfPages> {
  const parser = new PDFParse(loadOptions(bytes))
  try {
    const pages = await readPages(parser, limits, onPage)
    return { pages, comments: [], isForm: await hasForm(parser) }
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

async function readPages(parser: PDFParse, limits: ReaderLimits, onPage: PageProgress): Promise<PdfPage[]> {
  const total = await pageCount(parser)
  if (total > limits.mostPages) throw new Unreadable(`it has more than ${limits.mostPages} pages`)
  const pages: PdfPage[] = []
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
async function readPage(parser: PDFParse, number: number): Promise<PdfPage> {
  try {
    const { pages } = await parser.getText({ partial: [number] })
    return { text: (pages[0]?.text ?? '').trimEnd(), isDamaged: false }
  } catch {
    return { text: '', isDamaged: true }
  }
}

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
