// What a PDF engine tells of a file, whichever engine read it.
import type { DocumentComment } from '../document.ts'

/** A page; a damaged one has no text. */
export type PdfPage = { text: string; isDamaged: boolean }

export type PdfPages = { pages: PdfPage[]; comments: DocumentComment[]; isForm: boolean }

/** Told after each page, so that whoever waits knows that time is well spent. */
export type PageProgress = (pages: number) => void
