// Plain text and Markdown: decoded, with line breaks of one kind.
import type { ReadDocument } from '../document.ts'
import { Unreadable } from '../unreadable.ts'
import { decodeText, isBinary } from './decode-text.ts'

/** Reads a text file. @throws Unreadable when it is binary or holds no text. */
export function readText(bytes: Uint8Array, type: 'text' | 'markdown'): ReadDocument {
  if (isBinary(bytes)) throw new Unreadable('it is not text')
  const text = decodeText(bytes).replace(/\r\n?/g, '\n')
  if (text.trim() === '') throw new Unreadable('it holds no text')
  return { type, text, revisions: [], comments: [], hiddenText: [], warnings: [] }
}
