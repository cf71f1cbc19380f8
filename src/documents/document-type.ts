// Which reader a file belongs to: its content decides, its name only between things that look alike.
import type { DocumentType } from './document.ts'
import { looksLikeMail } from './mail/looks-like-mail.ts'
import { fileEnding } from './safe-file-name.ts'
import { isBinary } from './text/decode-text.ts'

const wordEndings = ['.docx', '.docm', '.dotx', '.dotm']

const textEndings: Record<string, DocumentType> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.eml': 'mail',
}

/** The type of a file by content first, then by name; undefined for what no reader reads, such as a renamed .exe. */
export function documentType(name: string, bytes: Uint8Array): DocumentType | undefined {
  const ending = fileEnding(name)
  if (isProgram(bytes)) return undefined
  if (isPdf(bytes, ending)) return 'pdf'
  if (isWord(bytes, ending)) return 'docx'
  if (ending === '.eml' || ending === '') return looksLikeMail(bytes) ? 'mail' : plainType(ending, bytes)
  return plainType(ending, bytes)
}

/** Why no reader takes a file, for "This file could not be read: <reason>." */
export function refusedTypeReason(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0) return 'it is empty'
  if (isProgram(bytes)) return 'it is a program, not a document'
  if (fileEnding(name) === '.eml') return 'it has no mail headers'
  if (startsWith(bytes, 'PK\x03\x04')) return 'it is an archive, but not a Word document'
  if (startsWith(bytes, oldOffice)) return 'it is in the format of an older Office: save it as .docx'
  return 'it is not a .docx, .pdf, .txt, .md or .eml file'
}

const oldOffice = '\xd0\xcf\x11\xe0'

function isProgram(bytes: Uint8Array): boolean {
  return (startsWith(bytes, 'MZ') && isBinary(bytes)) || startsWith(bytes, '\x7fELF')
}

function isPdf(bytes: Uint8Array, ending: string): boolean {
  if (startsWith(bytes, '%PDF-')) return true
  if (isBinary(bytes) && latin(bytes.subarray(0, 1024)).includes('%PDF-')) return true
  // Damaged files lose their first bytes; the PDF reader finds the objects by itself.
  return ending === '.pdf' && latin(bytes.subarray(0, 65_536)).includes(' obj')
}

function isWord(bytes: Uint8Array, ending: string): boolean {
  if (startsWith(bytes, oldOffice)) return wordEndings.includes(ending)
  if (!startsWith(bytes, 'PK\x03\x04')) return false
  return wordEndings.includes(ending) || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('word/document.xml')
}

function plainType(ending: string, bytes: Uint8Array): DocumentType | undefined {
  if (bytes.length === 0 || isBinary(bytes) || ending === '.eml') return undefined
  return ending === '' ? 'text' : textEndings[ending]
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return latin(bytes.subarray(0, start.length)) === start
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
