// What a PDF engine tells of a file, whichever engine read it.

/** A page; a damaged one has no text. */
export type PdfPage = { text: string; isDamaged: boolean }

export type PdfPages = { pages: PdfPage[]; isForm: boolean }

/** Told after each page, so that whoever waits knows that time is well spent. */
export type PageProgress = (pages: number) => void
