// Web pages that were saved as files: what a reader of the page sees, what was changed, what is hidden, and pages built to hurt.
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readHtmlText } from '../../src/documents/html/read-html.ts'
import { createReader, type ReadDocument } from '../../src/documents/read-document.ts'

const reader = createReader({ children: 1 })
afterAll(() => reader.close())

async function read(page: string | Uint8Array, name = 'agreement.html'): Promise<ReadDocument> {
  const reading = await reader.read(typeof page === 'string' ? Buffer.from(page) : page, name)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.document
}

describe('text', () => {
  test.each([
    ['<p>One</p><p>Two<br>Three</p>', 'One\nTwo\nThree'],
    ['a<b>b</b>c', 'abc'],
    ['<head><title>no</title></head>yes', 'yes'],
    ['x<script>alert("<p>no</p>")</script>y', 'xy'],
    ['x<style>p{}</style>y<!-- <p>no --> z', 'xy z'],
    ['x<svg><text>no</text></svg><noscript>no</noscript><template><p>no</template>y', 'xy'],
    ['x<svg><svg>no</svg>no</svg>y', 'xy'],
    ['A &amp; B &lt;C&gt; &nbsp;&euro;5 &#8364;&#x20ac; &unknown; &#0;', 'A & B <C> €5 €€ &unknown; \ufffd'],
    ['&sect;&nbsp;5 &ldquo;Fees&rdquo; &mdash; &frac12; &Zcaron;i&zcaron;ek &amp;lt;', '§ 5 “Fees” — ½ Žižek &lt;'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['  many \n\n  spaces\t here ', 'many spaces here'],
    ['<a title="a > b">one</a>', 'one'],
    ['<img src=x onerror="alert(1)">text', 'text'],
    ['<p>first<p>second<hr>third', 'first\nsecond\nthird'],
    ['<pre>Line one\n  line two\r\n\r\nLine &amp; three</pre>after', 'Line one\n  line two\n\nLine & three\nafter'],
    ['<o:p>&nbsp;</o:p><![if !supportLists]>1. <![endif]>Term', '1. Term'],
    ['<p', ''],
    ['<!--', ''],
    ['', ''],
  ])('%j', (html, text) => {
    expect(readHtmlText(html).text).toBe(text)
  })

  test.each([
    ['cells end in a tab, rows in a line', '<table><tr><td>a<td>b</tr><tr><th>c</th><th>d</th></tr></table>', 'a\tb\nc\td'],
    ['several paragraphs in a cell', '<table><tr><td>Fees<td><p>USD 5</p><p>a seat</p></table>x', 'Fees\tUSD 5\na seat\nx'],
    ['a table in a cell', '<table><tr><td><table><tr><td>in<td>ner</table><td>x</table>end', 'in\tner\tx\nend'],
    ['a table that is never closed', '<table><tr><td>a<td>b', 'a\tb'],
    ['cells without a table', '<td>a<td>b', 'a\tb'],
    ['a caption', '<table><caption>Prices</caption><tr><td>a</table>', 'Prices\na'],
  ])('tables: %s', (_name, html, text) => {
    expect(readHtmlText(html).text).toBe(text)
  })

  test.each([
    ['numbers', '<ol><li>Term<li>Fees</ol>', '1. Term\n2. Fees'],
    ['letters inside', '<ol><li>Term<ol type=a><li>Initial<li>Renewal</ol><li>Fees</ol>', '1. Term\na. Initial\nb. Renewal\n2. Fees'],
    ['a start, a value', '<ol start=4><li>a<li value=9>b<li>c</ol>', '4. a\n9. b\n10. c'],
    ['backwards', '<ol reversed start=3><li>a<li>b</ol>', '3. a\n2. b'],
    ['roman', '<ol type=i start=4><li>a<li>b</ol><ol type=I start=40><li>c</ol>', 'iv. a\nv. b\nXL. c'],
    ['by style', '<ol style="list-style-type: upper-alpha" start=27><li>a</ol>', 'AA. a'],
    ['none by style', '<ol style="list-style-type:none"><li>1.1 Term</ol>', '1.1 Term'],
    ['bullets', '<ul><li>a<li>b</ul>', 'a\nb'],
    ['letters that there are none for', '<ol type=a start=0><li>a</ol><ol type=i start=-1><li>b</ol>', '0. a\n-1. b'],
  ])('lists: %s', (_name, html, text) => {
    expect(readHtmlText(html).text).toBe(text)
  })

  test('only web and mail addresses are kept as links, none is followed', () => {
    const page = '<a href="https://a.test/">a</a><a href="javascript:x()">b</a><a href=" mailto:x@a.test">c</a><a href="file:///etc">d</a>'
    expect(readHtmlText(page).links).toEqual(['https://a.test/', 'mailto:x@a.test'])
  })

  test('what comes from elsewhere is told and not loaded', () => {
    expect(readHtmlText('a<iframe src="https://a.test/terms"></iframe>b')).toMatchObject({
      text: 'ab',
      warnings: ['The page shows parts of other files; nothing was loaded.'],
    })
  })
})

describe('insertions and deletions', () => {
  test('as Word saves them: who and when, clean and marked', () => {
    const page =
      '<p>Notice of <del cite="mailto:Lee%20Park" datetime="2026-03-03T10:00:00Z">thirty</del>' +
      '<ins cite="mailto:Ana" datetime="2026-03-04">sixty</ins> days.</p>'
    expect(readHtmlText(page)).toMatchObject({
      text: 'Notice of sixty days.',
      markedText: 'Notice of [-thirty-][+sixty+] days.',
      revisions: [
        { kind: 'deleted', author: 'Lee Park', at: '2026-03-03T10:00:00Z', text: 'thirty' },
        { kind: 'inserted', author: 'Ana', at: '2026-03-04', text: 'sixty' },
      ],
      warnings: ['Tracked changes by Lee Park (1) and Ana (1) are present.'],
    })
  })

  test.each([
    ['whole paragraphs', '<ins><p>New</p><p>More</p></ins>tail', 'New\nMore\ntail', '[+New+]\n[+More+]\ntail'],
    ['a deleted paragraph leaves no line', '<p>a<p><del>b</del><p>c', 'a\nc', 'a\n[-b-]\nc'],
    ['a deletion of an insertion', '<ins>a<del>b</del></ins>', 'a', '[+a+][-b-]'],
    ['one inside another of its kind', '<del>a<del>b</del>c</del>d', 'd', '[-abc-]d'],
    ['never closed', 'a<del>b', 'a', 'a[-b-]'],
    ['in a cell', '<table><tr><td><del>5</del><ins>6</ins><td>x</table>', '6\tx', '[-5-][+6+]\tx'],
  ])('%s', (_name, html, text, markedText) => {
    expect(readHtmlText(html)).toMatchObject({ text, markedText })
  })

  test('a time or an author that is none is not kept', () => {
    expect(readHtmlText('<ins datetime="soon" cite="https://a.test/why">x</ins>').revisions).toEqual([
      { kind: 'inserted', author: '', at: null, text: 'x' },
    ])
  })

  test('a page without changes has no marked text', () => {
    expect(readHtmlText('<p>a</p><ins> </ins>')).not.toHaveProperty('markedText')
  })
})

describe('hidden', () => {
  test.each([
    ['by its attribute', '<p>a<p hidden>secret<p>b', 'a\nb', ['secret']],
    ['by its style', '<div style="color: red; display: none">x<div>y</div></div>b', 'b', ['x y']],
    ['by visibility', 'a<span style="VISIBILITY:hidden">x</span>b', 'ab', ['x']],
    ['a row', '<table><tr><td>a</tr><tr hidden><td>x<td>y</tr><tr><td>b</table>', 'a\nb', ['x y']],
    ['a script inside says nothing', '<div hidden>x<script>"</div>"</script>y</div>b', 'b', ['xy']],
    ['to the end of the page', 'a<div hidden>x', 'a', ['x']],
    ['nothing in it', 'a<div hidden></div>', 'a', []],
    ['a picture has no inside', '<img hidden>a', 'a', []],
    ['a style that hides nothing', '<p style="display:block">a', 'a', []],
  ])('%s', (_name, html, text, hiddenText) => {
    expect(readHtmlText(html)).toMatchObject({ text, hiddenText })
  })

  test('a page that ends inside a script says that text may be missing', () => {
    expect(readHtmlText('<p>a</p><script>x</p><p>b').warnings).toEqual([
      'The page ends inside a script or another part that no page shows; text after it may be missing.',
    ])
  })
})

describe('files', () => {
  test.each<[string, string, Buffer, string]>([
    ['UTF-8', 'a.html', Buffer.from('<p>Größe €'), 'Größe €'],
    ['UTF-16', 'a.htm', Buffer.from('\ufeff<html><p>Größe', 'utf16le'), 'Größe'],
    ['what it declares', 'a.html', Buffer.from('<meta charset="iso-8859-2"><p>\xbei\xbeek', 'latin1'), 'žižek'],
    ['what its older head declares', 'a.html', Buffer.from('<meta content="text/html; charset=koi8-r"><p>\xe4', 'latin1'), 'Д'],
    ['a declaration that is wrong', 'a.html', Buffer.from('<meta charset=windows-1252><p>Größe'), 'Größe'],
    ['a declaration that nobody knows', 'a.html', Buffer.from('<meta charset=x-none><p>Gr\xf6\xdfe', 'latin1'), 'Größe'],
    ['no ending', 'agreement', Buffer.from('\n<!-- saved from --> <!DOCTYPE html><p>x'), 'x'],
    ['.txt that is a page', 'a.txt', Buffer.from('<HTML><p>x'), 'x'],
    ['.doc that is a page, as many programs export', 'a.doc', Buffer.from('<html><p>x'), 'x'],
    ['XHTML', 'a.xhtml', Buffer.from('<?xml version="1.0" encoding="utf-8"?><html><body><p>x</p><br/>y</body></html>'), 'x\ny'],
  ])('%s', async (_name, file, bytes, text) => {
    expect(await read(bytes, file)).toMatchObject({ type: 'html', text })
  })

  test.each([
    ['only a script', '<html><script>x</script>'],
    ['a frame set', '<html><frameset><frame src="a.html"></frameset>'],
    ['only hidden text', '<p hidden>x'],
  ])('refused: %s', async (_name, page) => {
    expect(await reader.read(Buffer.from(page), 'a.html')).toEqual({ ok: false, reason: 'it holds no text' })
  })

  test('a page of a million nested blocks is read', async () => {
    expect((await read(`${'<div>'.repeat(1_000_000)}Ninety days`)).text).toBe('Ninety days')
  })
})

describe('built to hurt', () => {
  test.each(
    [
      '<script>',
      '<',
      '<!--',
      ' ',
      '<td>',
      '<table><tr><td>',
      '&amp',
      '<b>',
      '<ins>',
      '</del>',
      '<ol><li>',
      '<div hidden>',
      '<a b="',
      '<a b=c ',
      '&#',
      '<svg>',
      '<pre>\n',
      '<?x',
      '\u00a0\n',
    ].map((piece) => [piece]),
  )('a megabyte of %j takes no longer than its length', (piece) => {
    const started = performance.now()
    readHtmlText(piece.repeat(1_000_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('any row of tags and words gives an answer, and every word of it is told somewhere or stands in what no page shows', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</table>',
      '<ins>',
      '</ins>',
      '<del>',
      '</del>',
      '<ol>',
    )
    const more = fc.constantFrom(
      '<li>',
      '</ol>',
      '<br>',
      '<pre>',
      '</pre>',
      '<p hidden>',
      '<div hidden>',
      '</div>',
      '<b',
      '&lt;',
      ' ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, more), { maxLength: 40 }), (pieces) => {
        const page = pieces.map((one, index) => `${one === '<b' ? '<b>' : one}w${index}q`).join('')
        const { text, markedText, hiddenText } = readHtmlText(page)
        const told = [markedText ?? text, ...hiddenText].join(' ')
        for (const index of pieces.keys()) expect(told).toContain(`w${index}q`)
      }),
      { numRuns: 300 },
    )
  })
})
