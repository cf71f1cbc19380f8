// The files of the documents' proof: whole ones to damage, and hostile ones as they are.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { formBomb, lyingZipBomb, streamBomb, zipBomb } from './bombs.ts'
import type { NamedFile } from './damage.ts'
import { agreementWords, makeMail, makePdf, makeWord, paragraph, run } from './make-files.ts'

/** Whole files by kind, some made, the others from the corpus where it lies beside the project. */
export async function wholeFiles(): Promise<Record<string, NamedFile[]>> {
  const words = agreementWords(400).join(' ')
  const change = '<w:ins w:id="1" w:author="Lee" w:date="2026-03-03T10:00:00Z"><w:r><w:t>sixty</w:t></w:r></w:ins>'
  const part = `--b\r\nContent-Type: text/html\r\n\r\n<p>${words.slice(0, 60)}</p>\r\n`
  const page = `<table><tr><td>${words.slice(0, 40)}<td><del>thirty</del><ins>sixty</ins></table><ol><li>${words.slice(0, 60)}</ol>`
  const parts = { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' }
  return {
    word: [
      { name: 'made.docx', bytes: await makeWord(paragraph(run(words), change).repeat(20)) },
      ...corpusFiles('word/revisions'),
      ...corpusFiles('word/templates'),
    ],
    pdf: [
      { name: 'made.pdf', bytes: makePdf([words.slice(0, 80), words.slice(80, 160)], true) },
      ...corpusFiles('contracts/pdf'),
      ...corpusFiles('hostile/odd-pdf'),
    ],
    page: [{ name: 'made.html', bytes: Buffer.from(`<!doctype html><meta charset=utf-8>${page.repeat(20)}`) }],
    mail: [{ name: 'made.eml', bytes: makeMail(parts, `${part.repeat(3)}--b--`) }],
  }
}

/** Files that were found or built to break readers. */
export async function hostileFiles(): Promise<NamedFile[]> {
  return [
    { name: 'zip-bomb.docx', bytes: await zipBomb(300) },
    { name: 'lying-zip-bomb.docx', bytes: await lyingZipBomb(300) },
    { name: 'form-bomb-6.pdf', bytes: formBomb(6) },
    { name: 'form-bomb-12.pdf', bytes: formBomb(12) },
    { name: 'stream-bomb.pdf', bytes: streamBomb(100) },
    ...['hostile/pdf', 'hostile/odd-pdf', 'hostile/docx'].flatMap(corpusFiles),
  ]
}

/** A PDF of many full pages. */
export function longPdf(pages: number): NamedFile {
  const lines = (words: readonly string[]): string => words.join(' ').replace(/(.{80}) /g, '$1\n')
  const texts = Array.from({ length: pages }, (_page, index) => lines(agreementWords(450, index)))
  return { name: `${pages}-pages.pdf`, bytes: makePdf(texts, true) }
}

function corpusFiles(folder: string): NamedFile[] {
  const address = new URL(`../../../shared/corpus/${folder}/`, import.meta.url)
  if (!existsSync(address)) return []
  return readdirSync(address).map((name) => ({ name, bytes: readFileSync(new URL(name, address)) }))
}
