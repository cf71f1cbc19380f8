// Files that are built to hurt: work without end, memory without end, text without end.
import { deflateSync } from 'node:zlib'
import { makeWord, paragraph, pdfFile, pdfStream, run } from './make-files.ts'

const catalog = '<</Type/Catalog/Pages 2 0 R>>'
const onePage = '<</Type/Pages/Kids[3 0 R]/Count 1>>'
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'

/** Forms that draw forms that draw forms: ten times as much at every level, from a few hundred bytes. */
export function formBomb(levels: number): Buffer {
  const forms = Array.from({ length: levels }, (_level, index) => {
    const isLast = index === levels - 1
    const content = isLast ? 'BT /F1 9 Tf (again and again) Tj ET' : '/A Do '.repeat(10)
    const resources = isLast ? '/Font<</F1 5 0 R>>' : `/XObject<</A ${7 + index} 0 R>>`
    return pdfStream(content, false, `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<${resources}>>`)
  })
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</A 6 0 R>>>>/Contents 4 0 R>>'
  return pdfFile([catalog, onePage, page, pdfStream('/A Do'), font, ...forms])
}

/** One page whose content unpacks to `megabytes` of text operators. */
export function streamBomb(megabytes: number): Buffer {
  const piece = '(lots of words that say nothing) Tj T* '
  const content = `BT /F1 1 Tf 1 TL ${piece.repeat((megabytes * 1_000_000) / piece.length)} ET`
  const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>'
  return pdfFile([catalog, onePage, page, `<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed}\nendstream`, font])
}

/** A Word file of a few hundred kilobytes whose body unpacks to `megabytes` of spaces. */
export async function zipBomb(megabytes: number): Promise<Buffer> {
  return makeWord(paragraph(run(' '.repeat(megabytes * 1_000_000))))
}

const entrySignature = Buffer.from('PK\x01\x02', 'latin1')

/** The same, with a directory that declares 1,000 bytes for every part. */
export async function lyingZipBomb(megabytes: number): Promise<Buffer> {
  const bytes = await zipBomb(megabytes)
  for (let at = bytes.indexOf(entrySignature); at >= 0; at = bytes.indexOf(entrySignature, at + 1)) bytes.writeUInt32LE(1_000, at + 24)
  return bytes
}
