// Chooses the reader of a type. Runs in the child process; each reader is loaded when its first file comes.
import type { DocumentType, ReadDocument, Reading } from './document.ts'
import type { ReaderLimits } from './reader/reader-limits.ts'
import { Unreadable } from './unreadable.ts'

export type ReadingTask = { type: DocumentType; bytes: Uint8Array; now: number; meaning: boolean; limits: ReaderLimits }

/** Reads bytes of a known type; a file that cannot be read gives its reason. `onPage` is told of pages as they are read. */
export async function readBytes(task: ReadingTask, onPage: (pages: number) => void): Promise<Reading> {
  try {
    const document = await readAs(task, onPage)
    if (document.type !== 'pdf' && document.text.length > task.limits.mostCharacters) {
      throw new Unreadable(`it holds more than ${task.limits.mostCharacters.toLocaleString('en')} characters of text`)
    }
    return { ok: true, document: task.meaning ? await withMeaning(document) : document }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.message, ...(error.isScan && { isScan: true as const }) }
    throw error
  }
}

async function withMeaning(document: ReadDocument): Promise<ReadDocument> {
  const { meaningOf } = await import('./meaning.ts')
  return { ...document, meaning: meaningOf(document.text, document.pages, document.numbers) }
}

async function readAs({ type, bytes, now, limits }: ReadingTask, onPage: (pages: number) => void): Promise<ReadDocument> {
  switch (type) {
    case 'docx':
      return (await import('./word/read-word.ts')).readWord(bytes)
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes, limits, onPage)
    case 'mail':
      return (await import('./mail/read-mail.ts')).readMail(bytes, now)
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(bytes)
    case 'text':
    case 'markdown':
      return (await import('./text/read-text.ts')).readText(bytes, type)
    default:
      return type satisfies never
  }
}
