// A table of an agreement in a .docx file.

import { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Table as Rows } from '../templates/agreement.ts'

/** The whole width, the header in bold and repeated on each page. */
export function docxTable({ header, rows }: Rows): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [tableRow(header, true), ...rows.map((row) => tableRow(row, row[0] === 'Total'))],
  })
}

function tableRow(cells: string[], bold: boolean): TableRow {
  return new TableRow({
    tableHeader: bold,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          margins: { top: 50, bottom: 50, left: 90, right: 90 },
          children: [new Paragraph({ children: [new TextRun({ text, bold, size: 19 })] })],
        }),
    ),
  })
}
