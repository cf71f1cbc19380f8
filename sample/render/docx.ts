// An agreement as a .docx file, with real tracked changes and comments where its text has them.

import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  InsertedTextRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx'
import JSZip from 'jszip'
import { type Agreement, type Line, sectionLines, signatureRows } from '../templates/agreement.ts'
import { docxTable } from './docx-table.ts'
import { pieces } from './tracked-text.ts'

// The library stamps the hour of writing; a fixed one keeps the files the same at every run.
const STAMP = '2026-11-02T09:00:00Z'
const FONT = 'Georgia'

/** The bytes of the .docx file. */
export async function docxBytes(agreement: Agreement): Promise<Buffer> {
  const document = new Document({
    title: agreement.title,
    creator: 'Lindenmoor Legal',
    lastModifiedBy: 'Lindenmoor Legal',
    styles: { default: { document: { run: { font: FONT, size: 21 } } } },
    comments: { children: commentsOf(agreement) },
    sections: [{ footers: { default: pageFooter() }, children: body(agreement) }],
  })
  return stamped(await Packer.toBuffer(document))
}

function commentsOf({ comments = [] }: Agreement): { id: number; author: string; date: Date; children: Paragraph[] }[] {
  return comments.map(({ author, at, text }, id) => ({ id, author, date: new Date(at), children: [new Paragraph(text)] }))
}

function body(agreement: Agreement): (Paragraph | ReturnType<typeof docxTable>)[] {
  const runs = runsOf(agreement)
  return [
    new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: agreement.title, bold: true, size: 34 })] }),
    new Paragraph({ spacing: { after: 280 }, children: [new TextRun({ text: agreement.subtitle ?? '', color: '555555' })] }),
    ...agreement.opening.map((text) => plain(runs(text))),
    ...agreement.sections.flatMap((section, index) => [
      ...sectionLines(section, index + 1).map((line) => numbered(line, runs)),
      ...(section.table ? [docxTable(section.table), plain([])] : []),
    ]),
    ...(agreement.annexes ?? []).flatMap((annex) => [
      plain([new TextRun({ text: annex.title, bold: true })]),
      ...annex.paragraphs.map((text) => plain(runs(text))),
      ...(annex.table ? [docxTable(annex.table), plain([])] : []),
    ]),
    plain(runs(agreement.closing)),
    ...agreement.signatures.flatMap((signature) => [plain([]), ...signatureRows(signature).map((row) => tight(row))]),
  ]
}

const plain = (children: ParagraphChild[]): Paragraph => new Paragraph({ spacing: { after: 140 }, children })
const tight = (text: string): Paragraph => new Paragraph({ keepNext: true, children: [new TextRun(text)] })

function numbered({ label, text, level }: Line, runs: (text: string) => ParagraphChild[]): Paragraph {
  if (level === 0) {
    const heading = new TextRun({ children: [label, new Tab(), text], bold: true })
    return new Paragraph({
      keepNext: true,
      spacing: { before: 220, after: 100 },
      tabStops: [{ type: 'left', position: 560 }],
      children: [heading],
    })
  }
  const left = level === 1 ? 560 : 1000
  const indent = { left, hanging: level === 1 ? 560 : 440 }
  return new Paragraph({ spacing: { after: 100 }, indent, children: [new TextRun({ children: [label, new Tab()] }), ...runs(text)] })
}

/** How text becomes runs in this agreement: changes carry its date and a running number. */
function runsOf({ changedAt = STAMP }: Agreement): (text: string) => ParagraphChild[] {
  let change = 0
  return (text) =>
    pieces(text).flatMap((piece): ParagraphChild | ParagraphChild[] => {
      switch (piece.kind) {
        case 'plain':
          return new TextRun(piece.text)
        case 'inserted':
          return new InsertedTextRun({ text: piece.text, id: ++change, author: piece.author, date: changedAt })
        case 'deleted':
          return new DeletedTextRun({ text: piece.text, id: ++change, author: piece.author, date: changedAt })
        case 'comment-start':
          return new CommentRangeStart(piece.comment)
        case 'comment-end':
          return [new CommentRangeEnd(piece.comment), new TextRun({ children: [new CommentReference(piece.comment)] })]
        default:
          return piece satisfies never
      }
    })
}

function pageFooter(): Footer {
  const text = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 17, color: '555555' })
  return new Footer({ children: [new Paragraph({ children: [text] })] })
}

async function stamped(bytes: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  const again = new JSZip()
  const options = { date: new Date(STAMP), createFolders: false }
  for (const [name, file] of Object.entries(zip.files)) {
    if (file.dir) continue
    const text = await file.async('string')
    again.file(name, name === 'docProps/core.xml' ? text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, STAMP) : text, options)
  }
  return again.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 }, platform: 'DOS' })
}
