// The page on which something stands.
import type { DocumentPage } from './document.ts'

/** The number of the page that a place in the text lies on; null where the file has no pages. */
export const pageOf = (pages: readonly DocumentPage[] | undefined, place: number): number | null =>
  pages?.find(({ start, end }) => start <= place && place < end)?.number ?? null
