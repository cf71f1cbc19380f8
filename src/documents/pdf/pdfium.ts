// PDFium in WebAssembly, its memory under a ceiling.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PDFiumModule } from '@hyzyla/pdfium'

/** What we call of PDFium beyond what its package declares; every number is a place in PDFium's own memory, 0 for none. */
type Undeclared = {
  _FPDF_InitLibrary(): void
  _FPDF_GetFormType(document: number): number
  _FPDFPage_GetAnnotCount(page: number): number
  _FPDFPage_Flatten(page: number, usage: number): number
  _FPDFPage_GetAnnot(page: number, index: number): number
  _FPDFPage_CloseAnnot(annotation: number): void
  _FPDFAnnot_GetSubtype(annotation: number): number
  _FPDFAnnot_GetStringValue(annotation: number, key: number, place: number, length: number): number
  _FPDFAnnot_GetAP(annotation: number, mode: number, place: number, length: number): number
  _FPDFAnnot_GetRect(annotation: number, place: number): number
  _FPDFText_GetBoundedText(text: number, left: number, top: number, right: number, bottom: number, place: number, units: number): number
}

export type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & Undeclared

/** It would print each damage that it meets. */
const silent = { print: () => undefined, printErr: () => undefined }

/** Starts an engine whose own memory never grows beyond `mostBytes`; a file that asks for more makes it throw, and spoils it. */
export async function startPdfium(mostBytes: number): Promise<Pdfium> {
  const { buffer } = new Uint8Array(await readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))))
  const engine = (await PDFiumModule({ ...silent, wasmBinary: buffer })) as Pdfium
  capMemory(engine, mostBytes)
  engine._FPDF_InitLibrary()
  return engine
}

/** A WebAssembly.Memory, of which our types know nothing. */
type Memory = { buffer: ArrayBuffer; grow(pages: number): number }

const bytesPerMemoryPage = 65_536

function capMemory(engine: Pdfium, mostBytes: number): void {
  const memory = Object.values<unknown>(engine.wasmExports).find(isMemory)
  if (memory === undefined) throw new Error('PDFium came without a memory of its own.')
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * bytesPerMemoryPage > mostBytes) throw new RangeError('The ceiling is reached.')
    return grow(pages)
  }
}

function isMemory(one: unknown): one is Memory {
  return Object.prototype.toString.call(one) === '[object WebAssembly.Memory]'
}
