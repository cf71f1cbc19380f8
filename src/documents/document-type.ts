// Which reader a file belongs to: its content decides, its name only between things that look alike.
import type { DocumentType } from './document.ts'
import { looksLikeHtml } from './html/looks-like-html.ts'
import { looksLikeMail } from './mail/looks-like-mail.ts'
import { fileEnding } from './safe-file-name.ts'
import { isBinary } from './text/decode-text.ts'

const wordEndings = ['.docx', '.docm', '.dotx', '.dotm']

const textEndings: Record<string, DocumentType> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
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
  if (!isBinary(bytes) && looksLikeHtml(bytes)) return 'html'
  if (ending === '.eml' || ending === '') return looksLikeMail(bytes) ? 'mail' : plainType(ending, bytes)
  return plainType(ending, bytes)
}

/** Why no reader takes a file, for "This file could not be read: <reason>." */
export function refusedTypeReason(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0) return 'it is empty'
  if (isProgram(bytes)) return 'it is a program, not a document'
  const known = refusedEndings[fileEnding(name)] ?? refusedStarts.find(([start]) => startsWith(bytes, start))?.[1]
  if (known !== undefined) return known
  return isPicture(bytes) ? picture : 'it is not a .docx, .pdf, .html, .txt, .md or .eml file'
}

const oldOffice = '\xd0\xcf\x11\xe0'

/** First bytes of what people have and no reader takes, with what to do about it. */
const refusedStarts: [string, string][] = [
  [oldOffice, 'it is in the format of an older Office: save it as .docx'],
  ['{\\rtf', 'it is in Rich Text Format: save it as .docx'],
  ['PK\x03\x04', 'it is an archive, but not a Word document'],
]

const refusedEndings: Record<string, string> = {
  '.eml': 'it has no mail headers',
  '.msg': 'it is in the format of Outlook: save it as .eml',
  '.mht': 'it is a web archive: save it as a page (.html)',
  '.mhtml': 'it is a web archive: save it as a page (.html)',
}

const picture = 'it is a picture: save it as a .pdf with its text, or enter the fields by hand'
const pictureStarts = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*']

/** The usual kinds; those of telephones say what they are in their fifth byte. */
function isPicture(bytes: Uint8Array): boolean {
  return pictureStarts.some((start) => startsWith(bytes, start)) || /^(?:ftyp(?:hei|mif|avi)|.{4}WEBP)/s.test(latin(bytes.subarray(4, 12)))
}

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
