// What the lines of a text are: whole paragraphs or wrapped ones, and those that its pages bring along.

/** Whether single line breaks end paragraphs (as from Word) and are not mere wrapping (as in plain text and PDF). */
export function hasWholeLines(text: string): boolean {
  let [start, wrapped, whole] = [0, 0, 0]
  while (wrapped + whole < 400) {
    const end = text.indexOf('\n', start)
    if (end < 0) break
    const next = /^[ \t]*(\S)/.exec(text.slice(end + 1, end + 40))?.[1]
    if (end - start > 40 && next !== undefined) {
      if (/[\p{Ll}(]/u.test(next) || (end - start < 100 && !/[.;:!?"]\s*$/.test(text.slice(end - 3, end)))) wrapped++
      else whole++
    }
    start = end + 1
  }
  return whole > 2 * wrapped
}

const pageLine =
  /^\s*(?:source: .{3,90}, [\w/-]{1,9}, \d{1,2}\/\d{1,2}\/\d{2,4}|-{0,2} ?(?:page\s{1,2})?\d{1,3}(?:\s{1,2}of\s{1,2}\d{1,3})? ?-{0,2}|[ivx]{1,5})\s*$/i

/** Ends of the lines that pages bring along (numbers, filing footers), by their starts: they cut sentences in two. */
export function pageLines(text: string): Map<number, number> {
  const lines = new Map<number, number>()
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end - start < 130 && end > start && pageLine.test(text.slice(start, end))) lines.set(start, end)
    start = end + 1
  }
  return lines
}
