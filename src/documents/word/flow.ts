// Text being gathered, twice at once: clean as if all changes were accepted, and marked with what came in and what went out.

/** Whether text came in by a tracked change, went out by one, or was there all along. */
export type Side = 'in' | 'out' | undefined

type Texts = { clean: string; marked: string }

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
export function endLine(flow: Flow, markSide: Side): void {
  if (markSide !== undefined) {
    turnMark(flow, markSide)
    flow.line.marked += paragraphMark
  }
  turnMark(flow, undefined)
  if (markSide !== 'out') breakLine(flow)
}

/** The mark of a cell's last paragraph is the cell's own end. */
const cellMark = /¶(?=[+-]\]$)/

export function addCell(flow: Flow, cell: Flow): void {
  const { clean, marked } = endFlow(cell)
  flow.row.push({ clean: clean.trimEnd(), marked: marked.trimEnd().replace(cellMark, '') })
}

export function endRow(flow: Flow): void {
  breakLine(flow)
  append(flow.done, { clean: joinCells(flow.row, 'clean'), marked: joinCells(flow.row, 'marked') })
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
  return { clean: '', marked: '' }
}

function append(texts: Texts, more: Texts): void {
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
  append(flow.done, { clean: endedLine(flow.line.clean), marked: endedLine(flow.line.marked) })
  append(flow.done, flow.boxes)
  flow.line = nothing()
  flow.boxes = nothing()
}

function endedLine(text: string): string {
  return text.trim() === '' ? '' : `${text}\n`
}

function joinCells(cells: Texts[], text: keyof Texts): string {
  return cells.some((cell) => cell[text] !== '') ? `${cells.map((cell) => cell[text]).join('\t')}\n` : ''
}
