// An agreement as a .pdf file with a text layer.

import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib'
import { type Agreement, type Line, sectionLines, signatureRows, type Table } from '../templates/agreement.ts'

export const PAGE: [width: number, height: number] = [595, 842]
const MARGIN = 64
const SIZE = 10.5
const LEADING = 14
const STAMP = new Date('2026-11-02T09:00:00Z')

type Sheet = { document: PDFDocument; page: PDFPage; y: number; regular: PDFFont; bold: PDFFont }

/** The bytes of the .pdf file. */
export async function pdfBytes(agreement: Agreement): Promise<Uint8Array> {
  const document = await stampedDocument(agreement.title)
  const regular = await document.embedFont(StandardFonts.TimesRoman)
  const bold = await document.embedFont(StandardFonts.TimesRomanBold)
  const sheet: Sheet = { document, page: document.addPage(PAGE), y: PAGE[1] - MARGIN, regular, bold }
  write(sheet, agreement)
  numberPages(sheet)
  return document.save({ useObjectStreams: false })
}

/** An empty document that says nothing of the hour when it was made. */
export async function stampedDocument(title: string): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(title)
  document.setCreationDate(STAMP)
  document.setModificationDate(STAMP)
  return document
}

function write(sheet: Sheet, agreement: Agreement): void {
  paragraph(sheet, agreement.title, { bold: true, size: 16, after: 2 })
  paragraph(sheet, agreement.subtitle ?? '', { after: 14 })
  for (const text of agreement.opening) paragraph(sheet, text, { after: 7 })
  agreement.sections.forEach((section, index) => {
    for (const line of sectionLines(section, index + 1)) numbered(sheet, line)
    if (section.table) table(sheet, section.table)
  })
  for (const annex of agreement.annexes ?? []) {
    paragraph(sheet, annex.title, { bold: true, after: 5, before: 10 })
    for (const text of annex.paragraphs) paragraph(sheet, text, { after: 5 })
    if (annex.table) table(sheet, annex.table)
  }
  paragraph(sheet, agreement.closing, { before: 8, after: 8 })
  for (const signature of agreement.signatures) {
    room(sheet, 6 * LEADING)
    for (const row of signatureRows(signature)) paragraph(sheet, row, { after: 0 })
    sheet.y -= LEADING
  }
}

type Look = { bold?: boolean; size?: number; indent?: number; label?: string; before?: number; after?: number }

function numbered(sheet: Sheet, { label, text, level }: Line): void {
  if (level === 0) room(sheet, 4 * LEADING)
  const indent = level === 2 ? 56 : 34
  paragraph(sheet, text, { label, indent, bold: level === 0, before: level === 0 ? 8 : 0, after: 5 })
}

function paragraph(sheet: Sheet, text: string, { bold, size = SIZE, indent = 0, label, before = 0, after = 6 }: Look): void {
  const font = bold ? sheet.bold : sheet.regular
  sheet.y -= before
  wrapped(text, font, size, PAGE[0] - 2 * MARGIN - indent).forEach((line, index) => {
    room(sheet, LEADING)
    sheet.y -= LEADING * Math.max(1, size / SIZE)
    if (label && index === 0) sheet.page.drawText(label, { x: MARGIN + (indent > 34 ? 34 : 0), y: sheet.y, size, font })
    sheet.page.drawText(line, { x: MARGIN + indent, y: sheet.y, size, font })
  })
  sheet.y -= after
}

function table(sheet: Sheet, { header, rows }: Table): void {
  const width = (PAGE[0] - 2 * MARGIN) / (header.length + 1)
  const draw = (cells: string[], font: PDFFont): void => {
    const wrappedCells = cells.map((cell, column) => wrapped(cell, font, 9, (column === 0 ? 2 : 1) * width - 8))
    const lines = Math.max(...wrappedCells.map((each) => each.length))
    room(sheet, lines * 11 + 6)
    wrappedCells.forEach((cell, column) => {
      const x = MARGIN + (column === 0 ? 0 : (column + 1) * width)
      cell.forEach((text, at) => {
        sheet.page.drawText(text, { x, y: sheet.y - 11 * (at + 1), size: 9, font })
      })
    })
    sheet.y -= lines * 11 + 5
    const y = sheet.y
    sheet.page.drawLine({ start: { x: MARGIN, y }, end: { x: PAGE[0] - MARGIN, y }, thickness: 0.4, color: rgb(0.6, 0.6, 0.6) })
  }
  draw(header, sheet.bold)
  for (const row of rows) draw(row, row[0] === 'Total' ? sheet.bold : sheet.regular)
  sheet.y -= LEADING
}

function wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word
    if (lines.at(-1) && font.widthOfTextAtSize(longer, size) > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

function room(sheet: Sheet, height: number): void {
  if (sheet.y - height > MARGIN) return
  sheet.page = sheet.document.addPage(PAGE)
  sheet.y = PAGE[1] - MARGIN
}

function numberPages({ document, regular }: Sheet): void {
  const pages = document.getPages()
  pages.forEach((page, index) => {
    page.drawText(`Page ${index + 1} of ${pages.length}`, { x: MARGIN, y: 34, size: 8, font: regular, color: rgb(0.4, 0.4, 0.4) })
  })
}
