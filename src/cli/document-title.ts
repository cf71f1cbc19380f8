// A title for a contract that nobody named: the heading of its document, else the name of its file.
import { basename, extname } from 'node:path'
import type { ReadDocument } from '../documents/read-document.ts'

const words = /\b(agreement|contract|order form|statement of work|amendment|addendum|license|licence|terms|nda|lease)\b/i

export const titleOfDocument = (document: ReadDocument | undefined, file: string): string => {
  const lines = (document?.text ?? '').split('\n').map((line) => line.trim())
  const heading = lines.slice(0, 12).find((line) => line.length >= 6 && line.length <= 90 && words.test(line))
  const clean = heading
    ?.replace(/^exhibit\s+[\d.()a-z-]+\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  return clean && clean.length >= 6 ? clean : basename(file, extname(file))
}
