// Text being gathered, twice at once: clean as if all changes were accepted, and marked with what came in and what went out.
import type { ParagraphNumber } from '../document.ts'

/** Whether text came in by a tracked change, went out by one, or was there all along. */
export type Side = 'in' | 'out' | undefined

/** `numbers` are those that Word writes before paragraphs, by the place in the clean text where each paragraph begins. */
type Texts = { clean: string; marked: string; numbers: ParagraphNumber[] }

/** One stretch of paragraphs: a body, a table cell, a text box, a comment. */
export type Flow = {
  done: Texts
  line: Texts
  /** Text boxes anchored in the paragraph; they follow it. */
  boxes: Texts
  /** Cells of the table row in progress. */
  row: Texts[]
  markSide: Side
}

/** Stands for a paragraph mark that was itself inserted or deleted. */
export const paragraphMark = '¶'

const openings = { in: '[+', out: '[-' }
const closings = { in: '+]', out: '-]' }

export function newFlow(): Flow {
  return { done: nothing(), line: nothing(), boxes: nothing(), row: [], markSide: undefined }
}

export function writeText(flow: Flow, text: string, side: Side): void {
  turnMark(flow, side)
  flow.line.marked += text
  if (side !== 'out') flow.line.clean += text
}

/** Ends a paragraph; a paragraph whose mark went out runs on into the next one. */
export function endLine(flow: Flow, markSide: Side, number?: string): void {
  if (markSide !== undefined) {
    turnMark(flow, markSide)
    flow.line.marked += paragraphMark
  }
  turnMark(flow, undefined)
  if (markSide === 'out') return
  if (number !== undefined && endedLine(flow.line.clean) !== '') flow.line.numbers.push({ number, start: 0 })
  breakLine(flow)
}

/** The mark of a cell's last paragraph is the cell's own end. */
const cellMark = /¶(?=[+-]\]$)/

export function addCell(flow: Flow, cell: Flow): void {
  const { clean, marked, numbers } = endFlow(cell)
  flow.row.push({ numbers, clean: clean.trimEnd(), marked: marked.trimEnd().replace(cellMark, '') })
}

export function endRow(flow: Flow): void {
  breakLine(flow)
  append(flow.done, { clean: joinCells(flow.row, 'clean'), marked: joinCells(flow.row, 'marked'), numbers: cellNumbers(flow.row) })
  flow.row = []
}

export function addBox(flow: Flow, box: Flow): void {
  append(flow.boxes, endFlow(box))
}

/** The finished texts of a flow; nothing that was begun in it is lost. */
export function endFlow(flow: Flow): Texts {
  turnMark(flow, undefined)
  breakLine(flow)
  if (flow.row.length > 0) endRow(flow)
  return flow.done
}

function nothing(): Texts {
  return { clean: '', marked: '', numbers: [] }
}

function append(texts: Texts, more: Texts): void {
  for (const { number, start } of more.numbers) texts.numbers.push({ number, start: texts.clean.length + start })
  texts.clean += more.clean
  texts.marked += more.marked
}

function turnMark(flow: Flow, side: Side): void {
  if (flow.markSide === side) return
  if (flow.markSide !== undefined) flow.line.marked += closings[flow.markSide]
  if (side !== undefined) flow.line.marked += openings[side]
  flow.markSide = side
}

function breakLine(flow: Flow): void {
  append(flow.done, { clean: endedLine(flow.line.clean), marked: endedLine(flow.line.marked), numbers: flow.line.numbers })
  append(flow.done, flow.boxes)
  flow.line = nothing()
  flow.boxes = nothing()
}

function endedLine(text: string): string {
  return text.trim() === '' ? '' : `${text}\n`
}

/** Where the numbers of cells stand once the cells are joined by tabs. */
function cellNumbers(cells: Texts[]): ParagraphNumber[] {
  let before = 0
  return cells.flatMap(({ clean, numbers }) => {
    const shifted = numbers.map(({ number, start }) => ({ number, start: before + start }))
    before += clean.length + 1
    return shifted
  })
}

function joinCells(cells: Texts[], text: 'clean' | 'marked'): string {
  return cells.some((cell) => cell[text] !== '') ? `${cells.map((cell) => cell[text]).join('\t')}\n` : ''
}
