// A PDF: the text layer page by page, with the place of each page, and the pages that have none.
import { changeWarnings } from '../change-warnings.ts'
import type { DocumentPage, ReadDocument } from '../document.ts'
import type { ReaderLimits } from '../reader/reader-limits.ts'
import { Unreadable } from '../unreadable.ts'
import { damagedPages, pagesWithoutText } from './page-warnings.ts'
import type { PageProgress, PdfPage, PdfPages } from './pdf-pages.ts'
import { readByPdfium } from './pdfium-pages.ts'

/** Reads a PDF. @throws Unreadable when it is protected, damaged, without text, or asks for too much. */
export async function readPdf(bytes: Uint8Array, limits: ReaderLimits, onPage: PageProgress): Promise<ReadDocument> {
  const first = await readByPdfium(bytes, limits, onPage)
  if (first !== undefined && unnamedShare(first) < tooManyUnnamed) return pdfDocument(first)
  const { readByPdfParse } = await import('./pdf-parse-pages.ts')
  if (first === undefined) return pdfDocument(await readByPdfParse(bytes, limits, onPage))
  const second = await readByPdfParse(bytes, limits, onPage).catch(() => first)
  return pdfDocument(unnamedShare(second) < unnamedShare(first) ? { ...second, comments: first.comments } : first)
}

/** Of all signs of a text; a few are bullets of a symbol font, more are words that nobody can read. */
const tooManyUnnamed = 0.1

/** The share of signs that stand for no letter: controls, private use, the replacement sign. */
function unnamedShare({ pages }: PdfPages): number {
  const text = pages
    .map((page) => page.text)
    .join('')
    .replace(/\s/g, '')
  return text === '' ? 0 : (text.match(/[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0) / text.length
}

const formWarning = 'The file is a form; what was filled into its fields may be missing from the text.'

function pdfDocument({ pages, comments, isForm }: PdfPages): ReadDocument {
  const damaged = numbersOf(pages, (page) => page.isDamaged)
  const empty = numbersOf(pages, (page) => !page.isDamaged && page.text.trim() === '')
  if (damaged.length === pages.length) throw new Unreadable('it is damaged: none of its pages can be read')
  if (damaged.length + empty.length === pages.length) throw new Unreadable('it has no text layer (a scan or a picture)', { isScan: true })
  const text = pages.map((page) => page.text).join('\n')
  const beside = { revisions: [], comments, hiddenText: [] }
  const ofPages = [damagedPages(damaged), pagesWithoutText(empty), isForm ? formWarning : undefined]
  const warnings = [...changeWarnings(beside), ...ofPages.filter((sentence) => sentence !== undefined)]
  return { type: 'pdf', text, ...beside, pages: placesOf(pages), warnings }
}

function numbersOf(pages: PdfPage[], applies: (page: PdfPage) => boolean): number[] {
  return pages.flatMap((page, index) => (applies(page) ? [index + 1] : []))
}

function placesOf(pages: PdfPage[]): DocumentPage[] {
  let start = 0
  return pages.map((page, index) => {
    const place = { number: index + 1, start, end: start + page.text.length }
    start = place.end + 1
    return place
  })
}
