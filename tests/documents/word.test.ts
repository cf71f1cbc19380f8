// Word files through the reader: what they say, what changed, what is hidden, and what is refused.
import { DeletedTextRun, Document, FootnoteReferenceRun, Header, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx'
import fc from 'fast-check'
import JSZip from 'jszip'
import { afterAll, describe, expect, test } from 'vitest'
import { createReader, type ReadDocument } from '../../src/documents/read-document.ts'
import { makeWord, paragraph, relationship, relationshipsXml, run, wordXml } from './make-files.ts'

const reader = createReader({ children: 1 })
afterAll(() => reader.close())

async function read(bytes: Uint8Array, name = 'agreement.docx'): Promise<ReadDocument> {
  const reading = await reader.read(bytes, name)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.document
}

async function reasonFor(bytes: Uint8Array, name = 'agreement.docx'): Promise<string> {
  const reading = await reader.read(bytes, name)
  return reading.ok ? `read: ${reading.document.text}` : reading.reason
}

async function readBody(body: string, parts: Parameters<typeof makeWord>[1] = {}): Promise<ReadDocument> {
  return read(await makeWord(body, parts))
}

function by(author: string, at = '2026-03-03T10:00:00Z'): string {
  return `w:id="1" w:author="${author}" w:date="${at}"`
}

const deleted = (text: string, author = 'Lee'): string =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const inserted = (text: string, author = 'Lee'): string => `<w:ins ${by(author)}>${run(text)}</w:ins>`
const cell = (...paragraphs: string[]): string => `<w:tc><w:tcPr/>${paragraphs.join('')}</w:tc>`

describe('text', () => {
  test.each<[string, string, string]>([
    ['paragraphs on lines of their own', paragraph(run('One.')) + paragraph(run('Two.')), 'One.\nTwo.'],
    ['runs joined without a gap', paragraph(run('Thir'), run('ty')), 'Thirty'],
    ['empty paragraphs left out', paragraph(run('One.')) + paragraph() + paragraph(run(' ')) + paragraph(run('Two.')), 'One.\nTwo.'],
    ['tabs and breaks', paragraph('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>'), 'a\tb\nc'],
    ['tab stops are no tabs', paragraph('<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>', run('a')), 'a'],
    ['hyphen that does not break', paragraph('<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>owner</w:t></w:r>'), 'co\u2011owner'],
    ['check boxes of symbol fonts', paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r>'), '☒ yes'],
    ['entities and codes', paragraph(run('A &amp; B &lt;C&gt; &#8364;&#x20AC;')), 'A & B <C> €€'],
    ['NUL and lone surrogate', paragraph(run('a&#0;b&#xD800;c')), 'a\ufffdb\ufffdc'],
    ['CDATA', paragraph('<w:r><w:t><![CDATA[a < b]]></w:t></w:r>'), 'a < b'],
    ['bracket inside an attribute', paragraph('<w:r><w:rPr><w:x w:val="a>b"/></w:rPr><w:t>ok</w:t></w:r>'), 'ok'],
    ['comments and instructions of XML', paragraph('<!-- <w:t>no</w:t> --><?x <w:t>no</w:t>?>', run('yes')), 'yes'],
    ['content controls', `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(run('Acme'))}</w:sdtContent></w:sdt>`, 'Acme'],
    ['links and smart tags', paragraph(`<w:hyperlink r:id="rId9"><w:smartTag>${run('see')}</w:smartTag></w:hyperlink>`), 'see'],
    [
      'fields by their result',
      paragraph('<w:r><w:instrText> PAGEREF x </w:instrText></w:r>', `<w:fldSimple w:instr="DATE">${run('3 May')}</w:fldSimple>`),
      '3 May',
    ],
    ['mathematics', paragraph('<m:oMath xmlns:m="http://x"><m:r><m:t>A=2</m:t></m:r></m:oMath>'), 'A=2'],
  ])('%s', async (_name, body, text) => {
    expect((await readBody(body)).text).toBe(text)
  })

  test('tables: cells apart by a tab, rows by a line, nested tables inside their cell', async () => {
    const nested = `<w:tbl><w:tr>${cell(paragraph(run('x')))}${cell(paragraph(run('y')))}</w:tr></w:tbl>`
    const rows = [
      cell(paragraph(run('Fee'))) + cell(paragraph(run('EUR 10'))),
      cell(paragraph()) + cell(paragraph()),
      cell(paragraph(run('Term')), paragraph(run('two lines'))) + cell(nested),
    ]
    const document = await readBody(
      `${paragraph(run('Before'))}<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>${paragraph(run('After'))}`,
    )
    expect(document.text).toBe('Before\nFee\tEUR 10\nTerm\ntwo lines\tx\ty\nAfter')
  })

  test('a text box is read once, after its paragraph, whichever form it is written in', async () => {
    const box = `<w:txbxContent>${paragraph(run('boxed'))}${paragraph(run('twice'))}</w:txbxContent>`
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const old = `<w:r><w:pict>${box}</w:pict></w:r>`
    const fallbackOnly = `<w:r><mc:AlternateContent><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`
    for (const form of [both, old, fallbackOnly]) {
      expect((await readBody(paragraph(run('a '), form, run('b')) + paragraph(run('c')))).text).toBe('a b\nboxed\ntwice\nc')
    }
  })

  test('footnotes, headers and footers follow the body; a header said twice is said once', async () => {
    const document = new Document({
      footnotes: { 1: { children: [new Paragraph('Subject to clause 9.')] } },
      sections: [
        {
          headers: {
            default: new Header({ children: [new Paragraph('Draft of May')] }),
            first: new Header({ children: [new Paragraph('Draft of May')] }),
          },
          properties: { titlePage: true },
          children: [new Paragraph({ children: [new TextRun('The cap is EUR 5.'), new FootnoteReferenceRun(1)] })],
        },
      ],
    })
    expect((await read(await Packer.toBuffer(document))).text).toMatch(/^The cap is EUR 5\.\n\s*Subject to clause 9\.\nDraft of May$/)
  })

  test('another prefix for the same names, and UTF-16, read the same', async () => {
    const xml = wordXml('document', `<w:body>${paragraph(run('Größe'))}</w:body>`)
    const renamed = xml.replaceAll('<w:', '<ns0:').replaceAll('</w:', '</ns0:').replaceAll('xmlns:w=', 'xmlns:ns0=')
    const plain = xml.replaceAll('<w:', '<').replaceAll('</w:', '</').replaceAll('xmlns:w=', 'xmlns=')
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')])
    for (const content of [renamed, plain, wide]) expect((await readBody('', { 'word/document.xml': content })).text).toBe('Größe')
  })

  test('a file written by another library reads back to its own words, whatever they are', async () => {
    const words = fc.stringMatching(/^[\p{L}\p{N} .,;:&<>"'€-]{1,60}$/u).filter((text) => text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (texts) => {
        const file = new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] })
        expect((await read(await Packer.toBuffer(file))).text).toBe(texts.join('\n').trimEnd())
      }),
      { numRuns: 40 },
    )
  })
})

describe('tracked changes', () => {
  test.each<[string, string, string, string | undefined, string[]]>([
    [
      'insertion and deletion',
      paragraph(run('within '), deleted('thirty'), inserted('sixty'), run(' days')),
      'within sixty days',
      'within [-thirty-][+sixty+] days',
      ['deleted:thirty', 'inserted:sixty'],
    ],
    [
      'runs of one change are one',
      paragraph(inserted('six'), inserted('ty'), run(' days')),
      'sixty days',
      '[+sixty+] days',
      ['inserted:sixty'],
    ],
    ['two authors are two', paragraph(inserted('six'), inserted('ty', 'Ana')), 'sixty', '[+sixty+]', ['inserted:six', 'inserted:ty']],
    [
      'words between keep changes apart',
      paragraph(inserted('a'), run(' b '), inserted('c')),
      'a b c',
      '[+a+] b [+c+]',
      ['inserted:a', 'inserted:c'],
    ],
    [
      'inserted by one, deleted by another',
      paragraph(`<w:ins ${by('Ana')}>${deleted('gone')}</w:ins>`, run('left')),
      'left',
      '[-gone-]left',
      ['inserted:gone', 'deleted:gone'],
    ],
    [
      'paragraph inserted with its mark',
      `${paragraph(run('One.'))}<w:p><w:pPr><w:rPr><w:ins ${by('Lee')}/></w:rPr></w:pPr>${inserted('New.')}</w:p>${paragraph(run('Two.'))}`,
      'One.\nNew.\nTwo.',
      'One.\n[+New.¶+]\nTwo.',
      ['inserted:New.'],
    ],
    [
      'paragraphs joined by a deleted mark',
      `<w:p><w:pPr><w:rPr><w:del ${by('Lee')}/></w:rPr></w:pPr>${run('One ')}</w:p>${paragraph(run('two.'))}`,
      'One two.',
      'One [-¶-]two.',
      ['deleted:¶'],
    ],
    [
      'paragraph split by an inserted mark',
      `<w:p><w:pPr><w:rPr><w:ins ${by('Lee')}/></w:rPr></w:pPr>${run('One.')}</w:p>${paragraph(run('Two.'))}`,
      'One.\nTwo.',
      'One.[+¶+]\nTwo.',
      ['inserted:¶'],
    ],
    [
      'move told once',
      paragraph(`<w:moveFrom ${by('Lee')}>${run('Clause 9.')}</w:moveFrom>`, run('A. ')) +
        paragraph(`<w:moveTo ${by('Lee')}>${run('Clause 9.')}</w:moveTo>`),
      'A. \nClause 9.',
      '[-Clause 9.-]A. \n[+Clause 9.+]',
      ['moved:Clause 9.'],
    ],
    [
      'move without arrival',
      paragraph(`<w:moveFrom ${by('Lee')}>${run('Clause 9.')}</w:moveFrom>`, run('A.')),
      'A.',
      '[-Clause 9.-]A.',
      ['moved:Clause 9.'],
    ],
    [
      'deleted field code',
      paragraph(`<w:del ${by('Lee')}><w:r><w:delInstrText> DATE </w:delInstrText></w:r></w:del>`, run('x')),
      'x',
      'x',
      ['deleted:{ DATE }'],
    ],
    [
      'deleted text outside of a deletion',
      paragraph('<w:r><w:delText>lost</w:delText></w:r>', run('kept')),
      'kept',
      '[-lost-]kept',
      ['deleted:lost'],
    ],
    [
      'formatting of a run',
      paragraph(run('bold', `<w:b/><w:rPrChange ${by('Lee')}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`), run(' plain')),
      'bold plain',
      undefined,
      ['formatting:bold'],
    ],
    [
      'formatting of a paragraph',
      paragraph(`<w:pPr><w:pPrChange ${by('Lee')}><w:pPr><w:jc/></w:pPr></w:pPrChange></w:pPr>`, run('whole')),
      'whole',
      undefined,
      ['formatting:whole'],
    ],
    [
      'formatting of a section',
      `${paragraph(run('x'))}<w:sectPr><w:sectPrChange ${by('Lee')}><w:sectPr/></w:sectPrChange></w:sectPr>`,
      'x',
      undefined,
      ['formatting:'],
    ],
    ['content control around words', paragraph(`<w:customXmlInsRangeStart ${by('Lee')}/>`, run('x')), 'x', 'x', ['inserted:']],
    ['numbering', paragraph(`<w:pPr><w:numPr><w:ins ${by('Lee')}/></w:numPr></w:pPr>`, run('x')), 'x', 'x', ['inserted:']],
  ])('%s', async (_name, body, text, markedText, revisions) => {
    const document = await readBody(body)
    expect(document.text).toBe(text)
    expect(document.markedText).toBe(markedText)
    expect(document.revisions.map(({ kind, text: changed }) => `${kind}:${changed}`)).toEqual(revisions)
  })

  test.each([
    ['ins', 'Old\t1\nNew\t2', 'Old\t1\n[+New+]\t[+2+]', 'inserted'],
    ['del', 'Old\t1', 'Old\t1\n[-New-]\t[-2-]', 'deleted'],
  ])('table row with w:%s', async (element, text, markedText, kind) => {
    const changedRow = `<w:tr><w:trPr><w:${element} ${by('Lee')}/></w:trPr>${cell(paragraph(run('New')))}${cell(paragraph(run('2')))}</w:tr>`
    const plainRow = `<w:tr>${cell(paragraph(run('Old')))}${cell(paragraph(run('1')))}</w:tr>`
    const document = await readBody(`<w:tbl>${plainRow}${changedRow}</w:tbl>`)
    expect(document).toMatchObject({ text, markedText, revisions: [{ kind, author: 'Lee', text: 'New\n2' }] })
  })

  test.each([
    ['cellIns', 'a\tb', 'inserted'],
    ['cellDel', 'a', 'deleted'],
  ])('table cell with w:%s', async (element, text, kind) => {
    const changed = `<w:tc><w:tcPr><w:${element} ${by('Lee')}/></w:tcPr>${paragraph(run('b'))}</w:tc>`
    const document = await readBody(`<w:tbl><w:tr>${cell(paragraph(run('a')))}${changed}</w:tr></w:tbl>`)
    expect(document.text.trimEnd()).toBe(text)
    expect(document.revisions).toMatchObject([{ kind, text: 'b' }])
  })

  test('who and when, as the file states it; a time that is none is null', async () => {
    const odd = `<w:ins w:id="2" w:author="Zoë &amp; Co" w:date="yesterday">${run('b')}</w:ins>`
    const document = await readBody(paragraph(inserted('a', 'Lee'), run(' '), odd))
    expect(document.revisions).toEqual([
      { kind: 'inserted', author: 'Lee', at: '2026-03-03T10:00:00Z', text: 'a' },
      { kind: 'inserted', author: 'Zoë & Co', at: null, text: 'b' },
    ])
    expect(document.warnings).toEqual(['Tracked changes by Lee (1) and Zoë & Co (1) are present.'])
  })

  test('no insertion and no deletion is lost in any mixture, and accepting or rejecting marks gives the texts', async () => {
    const piece = fc.record({ side: fc.constantFrom('plain', 'in', 'out'), text: fc.stringMatching(/^[a-z]{1,8}$/) })
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        const children = pieces.map(({ side, text }, id) => {
          const change = { id, author: `A${id}`, date: '2026-01-01T00:00:00Z', text }
          if (side === 'plain') return new TextRun(text)
          return side === 'in' ? new InsertedTextRun(change) : new DeletedTextRun(change)
        })
        const document = await read(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] })))
        const accepted = pieces
          .filter(({ side }) => side !== 'out')
          .map(({ text }) => text)
          .join('')
        const rejected = pieces
          .filter(({ side }) => side !== 'in')
          .map(({ text }) => text)
          .join('')
        const marked = document.markedText ?? document.text
        expect(document.text).toBe(accepted)
        expect(marked.replace(/\[-.*?-\]/g, '').replace(/\[\+|\+\]/g, '')).toBe(accepted)
        expect(marked.replace(/\[\+.*?\+\]/g, '').replace(/\[-|-\]/g, '')).toBe(rejected)
        expect(document.revisions.map(({ text }) => text)).toEqual(pieces.filter(({ side }) => side !== 'plain').map(({ text }) => text))
      }),
      { numRuns: 60 },
    )
  })
})

describe('beside the text', () => {
  test('comments with author, time, and the words that they are about', async () => {
    const body = paragraph(
      run('The '),
      '<w:commentRangeStart w:id="7"/>',
      run('cap'),
      inserted(' of EUR 5'),
      '<w:commentRangeEnd w:id="7"/>',
      run(' applies.'),
    )
    const comments = wordXml(
      'comments',
      `<w:comment ${by('Ana').replace('w:id="1"', 'w:id="7"')}>${paragraph(run('Too low?'))}${paragraph(run('Ask.'))}</w:comment>`,
    )
    const document = await readBody(body, {
      'word/comments.xml': comments,
      'word/_rels/document.xml.rels': relationshipsXml(relationship('rId1', 'comments', 'comments.xml')),
    })
    expect(document.comments).toEqual([{ author: 'Ana', at: '2026-03-03T10:00:00Z', text: 'Too low?\nAsk.', about: 'cap of EUR 5' }])
    expect(document.text).toBe('The cap of EUR 5 applies.')
    expect(document.warnings).toContain('Comments by Ana (1) are present.')
  })

  test('hidden text is surfaced and not mixed in: by run, by run style, by paragraph style, by a style it is based on', async () => {
    const styles = wordXml(
      'styles',
      '<w:style w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Heir"><w:basedOn w:val="Ghost"/></w:style><w:style w:styleId="Seen"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
    )
    const body = [
      paragraph(run('a'), run('se', '<w:vanish/>'), run('cret', '<w:vanish/>'), run('b', '<w:vanish w:val="false"/>')),
      paragraph(run('by style', '<w:rStyle w:val="Ghost"/>'), run('c', '<w:rStyle w:val="Seen"/>')),
      paragraph('<w:pPr><w:pStyle w:val="Heir"/></w:pPr>', run('by heritage')),
      paragraph('<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>', run('d')),
    ]
    const document = await readBody(body.join(''), {
      'word/styles.xml': styles,
      'word/_rels/document.xml.rels': relationshipsXml(relationship('rId1', 'styles', 'styles.xml')),
    })
    expect(document.text).toBe('ab\nc\nd')
    expect(document.hiddenText).toEqual(['secret', 'by style', 'by heritage'])
    expect(document.warnings).toContain('Hidden text is present (3 passages).')
  })

  test('links: web and mail are kept, script and files are not, and nothing outside is loaded', async () => {
    const targets = ['https://example.com/a', 'mailto:ana@example.com', 'javascript:alert(1)', 'file:///etc/passwd', ' JaVaScript:x']
    const relations = targets.map((target, index) => relationship(`rId${index}`, 'hyperlink', target, true))
    const picture = relationship('rId8', 'image', 'http://127.0.0.1:9/x.png', true)
    const document = await readBody(paragraph(run('x')), { 'word/_rels/document.xml.rels': relationshipsXml(...relations, picture) })
    expect(document.links).toEqual(['https://example.com/a', 'mailto:ana@example.com'])
    expect(document.warnings).toEqual([
      'Links that are not web or mail addresses were left out.',
      'The file refers to pictures or files outside itself; nothing was loaded.',
    ])
  })

  test.each<[string, string, Record<string, string>, string]>([
    ['macros', '', { 'word/vbaProject.bin': 'x' }, 'The file contains macros; they were not run.'],
    ['foreign text', '<w:altChunk r:id="rId1"/>', {}, 'Part of the text is embedded as another document and was not read.'],
    [
      'embedded files',
      '',
      { 'word/_rels/document.xml.rels': relationshipsXml(relationship('rId1', 'package', 'embeddings/a.xlsx')) },
      'Files embedded in it (1) were not read.',
    ],
    [
      'a missing part',
      '',
      { 'word/_rels/document.xml.rels': relationshipsXml(relationship('rId1', 'footnotes', 'footnotes.xml')) },
      'Parts of the file are missing (footnotes).',
    ],
  ])('%s', async (_name, body, parts, warning) => {
    expect((await readBody(paragraph(run('x')) + body, parts)).warnings).toEqual([warning])
  })

  test('a file without text says so', async () => {
    expect(await readBody(paragraph())).toMatchObject({ text: '', warnings: ['The file holds no text.'] })
  })
})

describe('refused', () => {
  const body = (xml: string): Promise<Buffer> => makeWord('', { 'word/document.xml': xml })
  const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000, 32)

  test.each<[string, () => Promise<Buffer>, RegExp]>([
    ['document type', () => body(`<!DOCTYPE w [<!ENTITY a "b">]>${wordXml('document', '<w:body/>')}`), /declares a document type/],
    [
      'entity bomb',
      () => body(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>`),
      /declares a document type/,
    ],
    [
      'external entity',
      () => body('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'),
      /declares a document type/,
    ],
    ['unknown entity', () => makeWord(paragraph(run('&secret;'))), /XML is damaged/],
    ['20,000 deep', () => makeWord(deep(20_000)), /nested too deeply/],
    ['tags that do not match', () => makeWord('<w:p></w:r>'), /XML is damaged/],
    ['XML that breaks off', () => body('<w:document><w:body><w:p><w:r><w:t>half'), /XML is damaged/],
    ['tag that breaks off', () => body('<w:document><w:body a="'), /XML is damaged/],
    ['main part missing', () => makeWord('', { 'word/document.xml': undefined }), /main part is missing/],
    [
      'a part that unpacks 1,000-fold',
      () => makeWord(paragraph(run('x')), { 'word/media/a.bin': zeros(20) }),
      /unpacks to more than 200 times/,
    ],
    [
      'a part beyond 30 MB',
      () => makeWord(paragraph(run('x')), { 'word/media/a.bin': zeros(31) }),
      /unpacks to more than a document may hold/,
    ],
    [
      'more than 2,000 parts',
      () => makeWord(paragraph(run('x')), Object.fromEntries(Array.from({ length: 2_001 }, (_part, index) => [`x/${index}`, ''] as const))),
      /more than 2000 parts/,
    ],
    ['a lie about the size', async () => lie(await makeWord(paragraph(run('x'.repeat(90_000))))), /archive is damaged/],
    ['truncated', async () => (await makeWord(paragraph(run('x')))).subarray(0, 400), /damaged or cut off/],
    [
      'an archive that is no Word file',
      async () => await new JSZip().file('a.txt', 'x').generateAsync({ type: 'nodebuffer' }),
      /main part is missing/,
    ],
    ['a program renamed', async () => Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), /a program, not a document/],
    ['an older Word file', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /older Word: save it as \.docx/],
    [
      'protected by a password',
      async () => Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      /protected by a password/,
    ],
    ['empty', async () => Buffer.alloc(0), /^it is empty$/],
  ])('%s', async (_name, make, reason) => {
    expect(await reasonFor(await make())).toMatch(reason)
  })

  /** Nested paragraphs that differ, so that they do not pack like a bomb. */
  function deep(levels: number): string {
    return Array.from({ length: levels }, (_level, index) => `<w:p w:id="${(index * 7_919) % 10_007}">`).join('') + '</w:p>'.repeat(levels)
  }

  /** Sets the unpacked size of the largest part in the directory to 10 bytes. */
  function lie(bytes: Buffer): Buffer {
    const name = bytes.lastIndexOf('word/document.xml')
    bytes.writeUInt32LE(10, name - 46 + 24)
    return bytes
  }

  test('a byte changed inside a part is noticed', async () => {
    const zip = new JSZip().file('word/document.xml', wordXml('document', `<w:body>${paragraph(run('EUR 100'))}</w:body>`))
    const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' })
    bytes[bytes.indexOf('EUR 100') + 4] = 0x39
    expect(await reasonFor(bytes)).toBe('its archive is damaged')
  })
})
