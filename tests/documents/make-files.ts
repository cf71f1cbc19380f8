// Files for tests, made by hand from a few words: Word archives, PDFs, mails.
import { deflateRawSync } from 'node:zlib'
import JSZip from 'jszip'

const wordAddress = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeAddress = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageAddress = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The whole XML of a Word part around its inner XML. */
export function wordXml(root: string, inner: string): string {
  const names = `xmlns:w="${wordAddress}" xmlns:r="${officeAddress}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${names}>${inner}</w:${root}>`
}

export function relationship(id: string, type: string, target: string, isExternal = false): string {
  return `<Relationship Id="${id}" Type="${officeAddress}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`
}

export function relationshipsXml(...inner: string[]): string {
  return `<?xml version="1.0"?><Relationships xmlns="${packageAddress}">${inner.join('')}</Relationships>`
}

/** A .docx with this body; further parts by name replace or add, `undefined` leaves one out. */
export async function makeWord(body: string, parts: Record<string, string | Uint8Array | undefined> = {}): Promise<Buffer> {
  const zip = new JSZip()
  const all: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationshipsXml(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': wordXml('document', `<w:body>${body}</w:body>`),
    ...parts,
  }
  for (const [name, content] of Object.entries(all)) if (content !== undefined) zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

export function paragraph(...runs: string[]): string {
  return `<w:p>${runs.join('')}</w:p>`
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A PDF by hand: one string a page, drawn line by line; an empty string gives a page that is only a picture. */
export function makePdf(pages: readonly string[], isPacked = false): Buffer {
  const kids = pages.map((_page, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  for (const [index, text] of pages.entries()) {
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`)
    objects.push(pdfStream(text === '' ? '0 0 1 rg 100 100 200 200 re f' : drawnText(text), isPacked))
  }
  return pdfFile(objects)
}

/** A PDF of these objects, numbered from 1, the first being the catalog. */
export function pdfFile(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = file.length
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

export function pdfStream(content: string, isPacked = false, entries = ''): string {
  const bytes = isPacked ? deflateZlib(content) : content
  return `<<${entries}/Length ${bytes.length}${isPacked ? '/Filter/FlateDecode' : ''}>>\nstream\n${bytes}\nendstream`
}

function deflateZlib(content: string): string {
  // pdf.js does not look at the checksum, so a zlib head and the raw stream are enough.
  return `\x78\x9c${deflateRawSync(Buffer.from(content, 'latin1')).toString('latin1')}\0\0\0\0`
}

function drawnText(text: string): string {
  const lines = text.split('\n').map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`)
  return `BT /F1 10 Tf 12 TL 40 760 Td ${lines.join(' ')} ET`
}

const usualHeaders: Record<string, string> = {
  From: 'Ana Lima <ana@example.com>',
  To: 'Lee Park <lee@example.org>',
  Date: 'Tue, 03 Mar 2026 10:15:00 +0100',
  Subject: 'Renewal terms',
  'Message-ID': '<1@example.com>',
}

/** A mail with the usual headers; `undefined` leaves one out, an array repeats it. */
export function makeMail(headers: Record<string, string | string[] | undefined> = {}, body = 'Ninety days, as agreed.'): Buffer {
  const lines = Object.entries({ ...usualHeaders, ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => `${name}: ${one}`),
  )
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'utf8')
}

/** Words that look like an agreement, the same for the same seed. */
export function agreementWords(count: number, seed = 1): string[] {
  const words =
    'the supplier shall give customer written notice of any renewal term fee increase within thirty days under this agreement and liability'.split(
      ' ',
    )
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return words[state % words.length] ?? 'the'
  })
}
