// What a scanner makes of a signed paper: dark strokes on grey, and no text to read.

import { type PDFPage, rgb } from 'pdf-lib'
import { PAGE, stampedDocument } from './pdf.ts'

const INK = rgb(0.22, 0.22, 0.25)
const LEFT = 70
const RIGHT = PAGE[0] - 70

/** A one-page .pdf that shows lines of words and two signatures, drawn, without a text layer. */
export async function scanBytes(title: string): Promise<Uint8Array> {
  const document = await stampedDocument(title)
  const page = document.addPage(PAGE)
  page.drawRectangle({ x: 0, y: 0, width: PAGE[0], height: PAGE[1], color: rgb(0.95, 0.94, 0.92) })
  const next = numbers(20240812)
  page.drawRectangle({ x: LEFT, y: 752, width: 260, height: 13, color: INK })
  for (let y = 715; y > 240; y -= (Math.round(y) - 715) % 5 === 0 ? 24 : 13) wordsOf(page, y, next)
  signatureAt(page, LEFT, 160)
  signatureAt(page, 330, 160)
  return document.save({ useObjectStreams: false })
}

function wordsOf(page: PDFPage, y: number, next: () => number): void {
  let x = LEFT
  const end = RIGHT - (next() < 0.2 ? 180 : 0)
  while (x < end - 12) {
    const width = Math.min(10 + next() * 46, end - x)
    page.drawRectangle({ x, y: y + next(), width, height: 4.5, color: INK, opacity: 0.75 })
    x += width + 5
  }
}

function signatureAt(page: PDFPage, x: number, y: number): void {
  page.drawLine({ start: { x, y: y - 12 }, end: { x: x + 180, y: y - 12 }, thickness: 0.8, color: INK })
  const stroke = 'M 0 0 C 12 -34 26 -38 22 -6 C 20 16 40 -28 54 -14 C 66 -2 60 12 82 -10 C 96 -24 104 4 140 -16'
  page.drawSvgPath(stroke, { x, y, borderColor: rgb(0.12, 0.16, 0.42), borderWidth: 1.6 })
}

/** The same pseudo-random numbers at every run, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
