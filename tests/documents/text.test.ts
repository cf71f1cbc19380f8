// Plain text and Markdown, types of files by content and name, and safe names.
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { createReader, documentType, safeFileName } from '../../src/documents/read-document.ts'
import { makeMail, makePdf, makeWord } from './make-files.ts'

const reader = createReader({ children: 1 })
afterAll(() => reader.close())

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(text, encoding)

describe('text files', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8', bytes('Größe €'), 'Größe €'],
    ['UTF-8 with its mark', bytes('\ufeffGröße'), 'Größe'],
    ['UTF-16 little end first', bytes('\ufeffGröße €', 'utf16le'), 'Größe €'],
    ['UTF-16 big end first', bytes('\ufeffGröße', 'utf16le').swap16(), 'Größe'],
    ['Windows-1252', Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x80, 0x93]), 'Größe €“'],
    ['line breaks of all kinds', bytes('a\r\nb\rc\nd'), 'a\nb\nc\nd'],
    ['a stray NUL in a long text survives', bytes(`${'word '.repeat(100)}\0end`), `${'word '.repeat(100)}\0end`],
  ])('%s', async (_name, content, text) => {
    expect(await reader.read(content, 'a.txt')).toMatchObject({ ok: true, document: { type: 'text', text } })
  })

  test('a lone surrogate of UTF-16 comes back without a crash', async () => {
    const reading = await reader.read(bytes('\ufeffa\ud800b', 'utf16le'), 'a.txt')
    expect(reading).toMatchObject({ ok: true, document: { text: 'a\ufffdb' } })
  })

  test.each<[string, Buffer, string, RegExp]>([
    ['binary', Buffer.alloc(500, 1), 'a.txt', /not a .docx/],
    ['NUL-laden', bytes('a\0b\0c\0'), 'a.md', /not a .docx/],
    ['only space', bytes(' \n\t '), 'a.txt', /holds no text/],
    ['empty', Buffer.alloc(0), 'a.txt', /is empty/],
    ['another kind', bytes('a,b'), 'a.csv', /not a .docx/],
    [
      'a Word file of before 2007',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'a.doc',
      /^it is in the format of an older Office: save it as .docx$/,
    ],
    ['Rich Text', bytes('{\\rtf1 x}'), 'a.rtf', /^it is in Rich Text Format: save it as .docx$/],
    ['an archive', bytes('PK\x03\x04 xl/workbook.xml', 'latin1'), 'a.zip', /^it is an archive, but not a Word document$/],
    ['a message of Outlook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.msg', /^it is in the format of Outlook: save it as .eml$/],
    ['a web archive', bytes('MIME-Version: 1.0'), 'a.mhtml', /^it is a web archive: save it as a page/],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n', 'latin1'), 'scan.png', /^it is a picture: save it as a .pdf with its text/],
    ['a JPEG that calls itself a PDF', bytes('\xff\xd8\xff\xe0', 'latin1'), 'scan.pdf', /^it is a picture/],
    ['a picture of a telephone', bytes('\0\0\0\x18ftypheic', 'latin1'), 'scan.heic', /^it is a picture/],
    ['too large', Buffer.alloc(51_000_000, 97), 'a.txt', /larger than 50 MB/],
    ['too much text', Buffer.alloc(5_000_001, 97), 'a.txt', /more than 5,000,000 characters/],
  ])('refused: %s', async (_name, content, name, reason) => {
    const reading = await reader.read(content, name)
    expect(reading).toMatchObject({ ok: false, reason: expect.stringMatching(reason) })
  })

  test('any text in UTF-8 comes back as it was, but for its line breaks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        const padded = `agreement ${text}`
        const reading = await reader.read(bytes(padded), 'a.md')
        expect(reading).toMatchObject({ ok: true, document: { type: 'markdown', text: padded.replace(/\r\n?/g, '\n') } })
      }),
      { numRuns: 60 },
    )
  })
})

describe('document type', async () => {
  const word = await makeWord('')
  const pdf = makePdf(['x'])
  const program = Buffer.concat([bytes('MZ'), Buffer.alloc(200)])
  test.each<[string, Buffer, string | undefined]>([
    ['a.docx', word, 'docx'],
    ['a.txt', word, 'docx'],
    ['no ending', word, 'docx'],
    ['a.pdf', pdf, 'pdf'],
    ['a.docx', pdf, 'pdf'],
    ['late.pdf', Buffer.concat([bytes('\r\n\r\n'), pdf]), 'pdf'],
    ['headless.pdf', pdf.subarray(9), 'pdf'],
    ['A.EML', makeMail(), 'mail'],
    ['mail', makeMail(), 'mail'],
    ['mail.txt', makeMail(), 'text'],
    ['box.eml', Buffer.concat([bytes('From ana Tue Mar  3\r\n'), makeMail()]), 'mail'],
    ['a.txt', bytes('MZ Holdings agrees'), 'text'],
    ['readme', bytes('Some words'), 'text'],
    ['a.markdown', bytes('# Terms'), 'markdown'],
    ['about.md', bytes('# The %PDF-1.7 format'), 'markdown'],
    ['a.pdf', bytes('just words'), undefined],
    ['a.docx', bytes('just words'), undefined],
    ['a.eml', bytes('just words'), undefined],
    ['a.html', bytes('<p>x</p>'), 'html'],
    ['a.md', bytes('Use <html> here'), 'markdown'],
    ['a.html', program, undefined],
    ['a.html', Buffer.alloc(500, 1), undefined],
    ['a.docx', program, undefined],
    ['a.pdf', program, undefined],
    ['a.eml', program, undefined],
    ['a.txt', program, undefined],
    ['program', Buffer.concat([bytes('\x7fELF', 'latin1'), Buffer.alloc(20)]), undefined],
    ['a.xlsx', bytes('PK\x03\x04 xl/workbook.xml', 'latin1'), undefined],
    ['a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), undefined],
    ['a.txt', Buffer.alloc(0), undefined],
  ])('%s', (name, content, type) => {
    expect(documentType(name, content)).toBe(type)
  })
})

describe('safe file name', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ana\\terms.docx', 'terms.docx'],
    ['a.pdf\0.exe', 'a.pdf.exe'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u200b\u2066b.txt', 'ab.txt'],
    ['.env', 'env'],
    ['...', 'unnamed'],
    ['', 'unnamed'],
    ['con.txt', '_con.txt'],
    ['a<b>:"c|d?*.md', 'a_b___c_d__.md'],
    ['  two \t words .docx ', 'two words .docx'],
    ['lone\ud800.pdf', 'lone.pdf'],
    ['Vertrag Müller & Söhne.docx', 'Vertrag Müller & Söhne.docx'],
  ])('%j is shown as %j', (name, shown) => {
    expect(safeFileName(name)).toBe(shown)
  })

  test('5,000 characters become 120 that keep the ending', () => {
    const shown = safeFileName(`${'ä'.repeat(5_000)}.docx`)
    expect(Array.from(shown)).toHaveLength(120)
    expect(shown).toMatch(/ä…\.docx$/)
  })

  test('whatever the name, the result has no path, no control, and is its own safe name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const shown = safeFileName(name)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\]|^\.|^$/u)
        expect(Array.from(shown).length).toBeLessThanOrEqual(120)
        expect(safeFileName(shown)).toBe(shown)
      }),
      { numRuns: 200 },
    )
  })
})
