// A long agreement as Word writes it, with tracked changes and comments of which every one is known.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import type { DocumentComment, ReadDocument, Revision } from '../../src/documents/read-document.ts'
import { agreementWords } from './make-files.ts'

export type LongAgreement = { bytes: Buffer; revisions: Revision[]; comments: DocumentComment[] }

const wordsPerParagraph = 95
const wordsPerRun = 12
const paragraphsPerChange = 10
const authors = ['Lee Park', 'Ana Lima', 'Noor Haddad']

/** An agreement of so many words, in several runs a paragraph; every tenth has an insertion, a deletion and a comment, each its own. */
export async function longAgreement(count: number): Promise<LongAgreement> {
  const words = realWords(count)
  const told: Omit<LongAgreement, 'bytes'> = { revisions: [], comments: [] }
  const paragraphs = Array.from({ length: Math.floor(count / wordsPerParagraph) }, (_paragraph, index) => {
    const runs = runsOf(words.slice(index * wordsPerParagraph, (index + 1) * wordsPerParagraph))
    return new Paragraph({ children: index % paragraphsPerChange === 9 ? [...runs, ...changedRuns(index, told)] : runs })
  })
  const rows = Array.from({ length: 40 }, (_row, index) => tableRow(index))
  const document = new Document({
    sections: [{ children: [...paragraphs, new Table({ rows })] }],
    comments: {
      children: told.comments.map((comment, id) => ({
        id,
        author: comment.author,
        date: new Date(comment.at ?? 0),
        children: [new Paragraph(comment.text)],
      })),
    },
  })
  return { bytes: Buffer.from(await Packer.toBuffer(document)), ...told }
}

/** What of it a reader did not tell, as sentences; none when nothing is lost. */
export function lostOf(agreement: LongAgreement, read: ReadDocument): string[] {
  const key = ({ kind, author, at, text }: Revision): string => [kind, author, at, text.trim()].join('|')
  const found = new Set(read.revisions.map(key))
  const comments = new Set(read.comments.map(({ author, text, about }) => [author, text, about.trim()].join('|')))
  return [
    ...agreement.revisions.filter((revision) => !found.has(key(revision))).map((revision) => `not told: ${key(revision)}`),
    ...agreement.revisions.filter(({ text }) => read.markedText?.includes(text.trim()) !== true).map(({ text }) => `not marked: ${text}`),
    ...agreement.revisions
      .filter(({ kind, text }) => read.text.includes(text.trim()) !== (kind === 'inserted'))
      .map(({ text }) => `not clean: ${text}`),
    ...agreement.comments
      .filter(({ author, text, about }) => !comments.has([author, text, about.trim()].join('|')))
      .map(({ text }) => `no comment: ${text}`),
  ]
}

function changedRuns(index: number, told: Omit<LongAgreement, 'bytes'>): ParagraphChild[] {
  const author = authors[index % authors.length] ?? ''
  const date = new Date(Date.UTC(2026, 2, 1 + (index % 28), 10)).toISOString().replace('.000', '')
  const [inserted, deleted, id] = [`within ${index} sixty days `, `within ${index} thirty days`, told.comments.length]
  told.revisions.push({ kind: 'inserted', author, at: date, text: inserted }, { kind: 'deleted', author, at: date, text: deleted })
  told.comments.push({ author, at: date, text: `Why not ${index}?`, about: inserted })
  return [
    new CommentRangeStart(id),
    new InsertedTextRun({ id: index * 2, author, date, text: inserted }),
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
    new DeletedTextRun({ id: index * 2 + 1, author, date, text: deleted }),
  ]
}

function runsOf(words: readonly string[]): TextRun[] {
  const count = Math.ceil(words.length / wordsPerRun)
  return Array.from(
    { length: count },
    (_run, part) => new TextRun({ text: `${words.slice(part * wordsPerRun, (part + 1) * wordsPerRun).join(' ')} `, bold: part === 0 }),
  )
}

function tableRow(index: number): TableRow {
  const cells = [`Service ${index}`, '99.95 %', 'EUR 1,200'].map((text) => new TableCell({ children: [new Paragraph(text)] }))
  return new TableRow({ children: cells })
}

/** Words of real contracts where they lie beside the project, else made ones. */
function realWords(count: number): string[] {
  const folder = new URL('../../../shared/corpus/contracts/text/', import.meta.url)
  if (!existsSync(folder)) return agreementWords(count)
  const words: string[] = []
  for (const name of readdirSync(folder)) {
    if (words.length >= count) break
    words.push(
      ...readFileSync(new URL(name, folder), 'utf8')
        .split(/\s+/)
        .filter((word) => /^[\x20-\x7e\u2010-\u201f]+$/.test(word)),
    )
  }
  return words.slice(0, count)
}
