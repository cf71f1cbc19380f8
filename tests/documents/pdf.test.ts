// PDFs through the reader: text by page, pages without text, and files that are broken, locked or built to hurt.
import { afterAll, describe, expect, test } from 'vitest'
import { createReader, type ReadDocument } from '../../src/documents/read-document.ts'
import { makePdf, pdfFile, pdfStream } from './make-files.ts'

const reader = createReader({ children: 1 })
afterAll(() => reader.close())

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  const reading = await reader.read(bytes, 'agreement.pdf')
  if (!reading.ok) throw new Error(reading.reason)
  return reading.document
}

async function reasonFor(bytes: Uint8Array): Promise<string> {
  const reading = await reader.read(bytes, 'agreement.pdf')
  return reading.ok ? `read: ${reading.document.text}` : reading.reason
}

describe('text', () => {
  test('pages one after the other, each with its place, without page markers', async () => {
    const document = await read(makePdf(['First page\nsecond line', 'Page two -- 1 of 1 --', 'Last'], true))
    expect(document.text).toBe('First page\nsecond line\nPage two -- 1 of 1 --\nLast')
    expect(document.pages?.map(({ number, start, end }) => [number, document.text.slice(start, end)])).toEqual([
      [1, 'First page\nsecond line'],
      [2, 'Page two -- 1 of 1 --'],
      [3, 'Last'],
    ])
    expect(document.warnings).toEqual([])
  })

  test.each<[string, string[], string]>([
    ['one page', ['a', '', 'c'], 'Page 2 has no text layer.'],
    ['several', ['', 'b', '', '', '', 'f'], 'Pages 1 and 3-5 have no text layer.'],
  ])('pages without a text layer are named: %s', async (_name, pages, warning) => {
    expect((await read(makePdf(pages))).warnings).toEqual([warning])
  })

  const filled = (appearance: string): Buffer =>
    pdfFile([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R/Annots[6 0 R]>>',
      pdfStream('BT /F1 10 Tf 40 700 Td (Price) Tj ET'),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      `<</T(price)/V(EUR 500)/Type/Annot/Subtype/Widget/F 4/Rect[100 690 200 710]${appearance.includes('/FT') ? '' : '/FT/Tx'}${appearance}>>`,
      pdfStream(
        'BT /F1 10 Tf 0 5 Td (EUR 500) Tj ET',
        false,
        '/Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 5 0 R>>>>',
      ),
    ])

  test('what was filled into a form is read, and a form says that some of it may be missing', async () => {
    const document = await read(filled('/AP<</N 7 0 R>>'))
    expect(document.text).toBe('Price\nEUR 500')
    expect(document.warnings).toEqual(['The file is a form; what was filled into its fields may be missing from the text.'])
  })

  test('a field that the page does not draw is read too, and a button is not', async () => {
    expect((await read(filled(''))).text).toBe('Price\nEUR 500')
    expect((await read(filled('/FT/Btn'))).text).toBe('Price')
  })

  test('notes and words struck out are told with who and when, and are not mixed into the text', async () => {
    const by = `/T(Lee Park)/M(D:20260303101500+01'00')`
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R/Annots[6 0 R 7 0 R 8 0 R 9 0 R 10 0 R]>>',
      pdfStream('BT /F1 10 Tf 40 700 Td (Notice of thirty days) Tj 0 -40 Td (Fees) Tj ET'),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      `<</Type/Annot/Subtype/Text/Rect[300 700 320 720]/Contents(Why so short?)${by}>>`,
      '<</Type/Annot/Subtype/StrikeOut/Rect[38 695 140 712]/QuadPoints[38 712 140 712 38 695 140 695]/T(Ana)/M(soon)>>',
      `<</Type/Annot/Subtype/Highlight/Rect[38 655 70 672]/QuadPoints[38 672 70 672 38 655 70 655]/Contents(Too high)${by}>>`,
      '<</Type/Annot/Subtype/Highlight/Rect[38 655 70 672]/QuadPoints[38 672 70 672 38 655 70 655]>>',
      '<</Type/Annot/Subtype/Link/Rect[38 655 70 672]/Contents(a link)>>',
    ]
    const document = await read(pdfFile(objects))
    expect(document.text).toBe('Notice of thirty days\nFees')
    expect(document.comments).toEqual([
      { author: 'Lee Park', at: '2026-03-03T10:15:00+01:00', text: 'Why so short?', about: '' },
      { author: 'Ana', at: null, text: 'Struck out.', about: 'Notice of thirty days' },
      { author: 'Lee Park', at: '2026-03-03T10:15:00+01:00', text: 'Too high', about: 'Fees' },
    ])
    expect(document.warnings).toEqual(['Comments by Lee Park (2) and Ana (1) are present.'])
  })

  test('a word divided at the end of a line keeps its hyphen and its line break', async () => {
    expect((await read(makePdf(['an all-\ninclusive fee']))).text).toBe('an all-\ninclusive fee')
  })

  test('one bad page does not take the others with it', async () => {
    const broken = makePdf(['a', 'b', 'c']).toString('latin1').replace('/Kids[4 0 R 6 0 R 8 0 R]', '/Kids[4 0 R 3 0 R 8 0 R]')
    const document = await read(Buffer.from(broken, 'latin1'))
    expect(document.text).toContain('a')
    expect(document.text).toContain('c')
    expect(document.warnings.join()).toMatch(/^Page 2 (could not be read: damaged|has no text layer)\.$/)
  })

  test('300 pages keep their places', async () => {
    const document = await read(makePdf(Array.from({ length: 300 }, (_page, index) => `Clause ${index + 1}`)))
    expect(document.pages).toHaveLength(300)
    expect(document.text.slice(document.pages?.[299]?.start)).toBe('Clause 300')
  })
})

describe('refused', () => {
  const whole = makePdf(['Some words of a contract', 'and more'])
  const encrypted = Buffer.from(
    whole
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`,
      ),
    'latin1',
  )
  const endlessForm = pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>/Contents 4 0 R>>',
    pdfStream('/A Do'),
    pdfStream('/A Do', false, '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>'),
  ])
  const pageLoop = pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 3>>',
    '<</Type/Pages/Kids[2 0 R]/Count 3/Parent 2 0 R>>',
  ])

  test.each<[string, Uint8Array, RegExp]>([
    ['only pictures', makePdf(['', '']), /^it has no text layer \(a scan or a picture\)$/],
    ['protected by a password', encrypted, /^it is protected by a password$/],
    ['no pages', makePdf([]), /^it (has no pages|is damaged)/],
    ['endless form recursion', endlessForm, /^it (has no text layer|is damaged|takes longer|needs more memory)/],
    ['pages in a loop', pageLoop, /^it (is damaged|has no pages)/],
    ['nothing but a head', Buffer.from('%PDF-1.7\n'), /^it (is damaged|has no pages)/],
    ['a head and noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, 0xa7)]), /^it is damaged/],
  ])('%s', async (_name, bytes, reason) => {
    expect(await reasonFor(bytes)).toMatch(reason)
  })

  test('cut off anywhere, it is read in part or refused with a reason', async () => {
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      expect(await reasonFor(whole.subarray(0, whole.length * share))).toMatch(/^(read: |it )/)
    }
  })
})
