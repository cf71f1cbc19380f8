// Where clauses begin in a flat text: at paragraphs, at numbers inside a line, and at lines that begin with a number.
import type { ParagraphNumber } from '../document.ts'
import { type FlatText, paragraphIndex } from '../fields/flat-text.ts'

/** Numbers in the middle of a line: "...of this Agreement. 3.2 Term. The term ...". */
const inline = /[.;:)"] (?=(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?|\d{1,2}\.|(?:ARTICLE|Article|SECTION|Section) [\dIVX]{1,4}\.?) [A-Z"])/g
/** A line of plain text that begins with a number; wrapped lines may begin with one too, so the line before has to have ended. */
const numberedLine =
  /\n[ \t]*(?=(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|\([a-z]{1,4}\)|\(\d{1,2}\)|[a-z]\)|[ivx]{1,5}[.)]|§ ?\d|(?:ARTICLE|SECTION|EXHIBIT|SCHEDULE|ANNEX|APPENDIX) [\dA-Z])[ \t]{1,8}["A-Z\u201c]|(?:ARTICLE|EXHIBIT|SCHEDULE|ANNEX|APPENDIX) [\dA-Z])/g
const ended = /(?:[.;:,)"\u201d]|\band|\bor)\s{0,4}$|(?:^|\n)[^\n]{0,45}$/

/** `numbers` tells, by the places of clauses in the flat text, the numbers that the file keeps apart. */
export type ClauseStarts = { starts: number[]; numbers: ReadonlyMap<number, string> }

/** All places in order. */
export function clauseStarts(view: FlatText, kept: readonly ParagraphNumber[]): ClauseStarts {
  const { flat, paragraphs, original } = view
  const starts = new Set(paragraphs)
  for (const match of flat.matchAll(inline)) starts.add(match.index + match[0].length)
  for (const match of original.matchAll(numberedLine)) {
    if (ended.test(original.slice(Math.max(0, match.index - 60), match.index))) starts.add(flatPlace(view, match.index + match[0].length))
  }
  const numbers = new Map(kept.map(({ number, start }) => [flatPlace(view, firstLetter(original, start)), number]))
  for (const place of numbers.keys()) starts.add(place)
  const sorted = [...starts].sort((one, other) => one - other)
  // A page that ends in mid-sentence does not end the clause.
  const isClause = (start: number): boolean =>
    start === 0 ||
    numbers.has(start) ||
    !/^[a-z]{2}/.test(flat.slice(start, start + 2)) ||
    paragraphs[paragraphIndex(paragraphs, start)] !== start
  return { starts: sorted.filter(isClause), numbers }
}

function firstLetter(text: string, start: number): number {
  let place = start
  while (place < text.length && text.charAt(place).trim() === '') place++
  return place
}

/** The place in the flat text of a place in the original. */
function flatPlace({ at }: FlatText, place: number): number {
  let [low, high] = [0, at.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
