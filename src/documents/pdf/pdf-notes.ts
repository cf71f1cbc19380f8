// What was written beside or over a page of a PDF: notes of the margin, words struck out, and values of fields that the page does not draw.
import type { DocumentComment } from '../document.ts'
import type { Pdfium } from './pdfium.ts'

export type PageNotes = { comments: DocumentComment[]; values: string[] }

/** Numbers of PDFium's annotation types (ISO 32000-1, 12.5.6). */
const widget = 20
const strikeOut = 12
const onWords = new Set([9, 10, 11, strikeOut])
const notes = new Set([1, 4, 5, 6, 7, 8, ...onWords, 14, 15])

/** More than a page can hold; what is beyond is no reader's work. */
const mostNotes = 1_000
const longestNote = 20_000

/** Reads the annotations of a page, before they become part of it. */
export function pageNotes(engine: Pdfium, page: number): PageNotes {
  const found: PageNotes = { comments: [], values: [] }
  const count = Math.min(engine._FPDFPage_GetAnnotCount(page), mostNotes)
  for (let index = 0; index < count; index++) {
    const annotation = engine._FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    readNote(engine, page, annotation, found)
    engine._FPDFPage_CloseAnnot(annotation)
  }
  return found
}

function readNote(engine: Pdfium, page: number, annotation: number, found: PageNotes): void {
  const type = engine._FPDFAnnot_GetSubtype(annotation)
  if (type === widget) {
    // A field that is drawn is read with the page; a button has no words.
    const value = isDrawn(engine, annotation) || word(engine, annotation, 'FT') === 'Btn' ? '' : word(engine, annotation, 'V')
    if (value !== '') found.values.push(value)
  } else if (notes.has(type)) {
    const said = word(engine, annotation, 'Contents') || (type === strikeOut ? 'Struck out.' : '')
    if (said === '') return
    const at = statedTime(word(engine, annotation, 'M') || word(engine, annotation, 'CreationDate'))
    const about = onWords.has(type) ? wordsUnder(engine, page, annotation) : ''
    found.comments.push({ author: word(engine, annotation, 'T'), at, text: said, about })
  }
}

const emptyBytes = 2

function isDrawn(engine: Pdfium, annotation: number): boolean {
  return engine._FPDFAnnot_GetAP(annotation, 0, 0, 0) > emptyBytes
}

/** The words of an entry of an annotation, or ''. */
function word(engine: Pdfium, annotation: number, key: string): string {
  return withBytes(engine, key.length + 1, (name) => {
    engine.HEAPU8.set(Buffer.from(`${key}\0`, 'latin1'), name)
    return wideText(engine, (place, length) => engine._FPDFAnnot_GetStringValue(annotation, name, place, length)).trim()
  })
}

/** PDFium's habit: asked without a place it tells the bytes, with their end, and asked again it writes them. */
function wideText(engine: Pdfium, ask: (place: number, length: number) => number): string {
  const length = Math.min(ask(0, 0), longestNote * 2)
  if (length <= emptyBytes) return ''
  return withBytes(engine, length, (place) => {
    const written = ask(place, length)
    return written > length ? '' : Buffer.from(engine.HEAPU8.buffer, place, written - emptyBytes).toString('utf16le')
  })
}

function withBytes(engine: Pdfium, length: number, act: (place: number) => string): string {
  const place = engine.wasmExports.malloc(length)
  if (place === 0) return ''
  try {
    return act(place)
  } finally {
    engine.wasmExports.free(place)
  }
}

const rectangleBytes = 16

/** The words that a mark lies on, by its outer rectangle. */
function wordsUnder(engine: Pdfium, page: number, annotation: number): string {
  return withBytes(engine, rectangleBytes, (place) => {
    if (engine._FPDFAnnot_GetRect(annotation, place) === 0) return ''
    const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(engine.HEAPU8.slice(place, place + rectangleBytes).buffer)
    const text = engine._FPDFText_LoadPage(page)
    if (text === 0) return ''
    const units = Math.min(engine._FPDFText_GetBoundedText(text, left, top, right, bottom, 0, 0), longestNote)
    const words = withBytes(engine, (units + 1) * 2, (buffer) => {
      const written = engine._FPDFText_GetBoundedText(text, left, top, right, bottom, buffer, units)
      return Buffer.from(engine.HEAPU8.buffer, buffer, Math.min(written, units) * 2).toString('utf16le')
    })
    engine._FPDFText_ClosePage(text)
    return words.replace(/[\s\0]+/g, ' ').trim()
  })
}

/** "D:20260303101500+01'00'" as ISO 8601, or null when it is no such time (ISO 32000-1, 7.9.4). */
function statedTime(text: string): string | null {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:([+-])(\d\d)'?(\d\d)'?|(Z))?/.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second = '00', sign, zoneHour, zoneMinute, utc] = found
  const zone = utc ?? (sign === undefined ? '' : `${sign}${zoneHour}:${zoneMinute}`)
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
}
