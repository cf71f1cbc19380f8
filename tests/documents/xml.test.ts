// The tokenizer, the container and the relationships of Word files, by themselves: order, refusals, and time that grows with length.
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { damagedPages, pagesWithoutText } from '../../src/documents/pdf/page-warnings.ts'
import { isLinkAddress, readRelationships, relationshipsPart, targetPart } from '../../src/documents/word/relationships.ts'
import { attribute, decodeEntities, scanXml } from '../../src/documents/word/xml.ts'
import { openZip } from '../../src/documents/word/zip.ts'
import { relationship, relationshipsXml } from './make-files.ts'

function events(xml: string): string[] {
  const seen: string[] = []
  scanXml(xml, {
    open: (name, tag, path) => seen.push(`+${name}${tag}@${path.length}`),
    close: (name) => seen.push(`-${name}`),
    wantsText: () => true,
    text: (text) => seen.push(text),
  })
  return seen
}

describe('scanXml', () => {
  test.each<[string, string[]]>([
    ['<a>x<b/>y</a>', ['+a@1', 'x', '+b@2', '-b', 'y', '-a']],
    ['<?xml version="1.0"?><a><!-- <b> --></a>', ['+a@1', '-a']],
    ['<a><![CDATA[<b>&amp;]]></a>', ['+a@1', '<b>&amp;', '-a']],
    ['<a q="1>2" r=\'"\'/>', ['+a q="1>2" r=\'"\'@1', '-a']],
    ['<a ></a >', ['+a @1', '-a']],
    ['', []],
  ])('%s', (xml, expected) => {
    expect(events(xml)).toEqual(expected)
  })

  test.each([
    '<a>',
    '</a>',
    '<a></b>',
    '<a',
    '<a "',
    '< a/>',
    '<a><b></a></b>',
    '<!-- x',
    '<a><![CDATA[x</a>',
    '<?x',
    '<a b=<c>/>',
    '<a>&nope;</a>',
    '<!DOCTYPE a><a/>',
    '<!ENTITY b "c">',
  ])('refuses %s', (xml) => {
    expect(() => events(xml)).toThrow(/^its XML /)
  })

  test('1,000 deep is read, deeper is refused', () => {
    const deep = (levels: number): string => '<a>'.repeat(levels) + '</a>'.repeat(levels)
    expect(events(deep(1_000))).toHaveLength(2_000)
    expect(() => events(deep(1_001))).toThrow('nested too deeply')
    expect(() => events(deep(1_000_000))).toThrow('nested too deeply')
  })

  test('any tree written as XML is told in its order', () => {
    type Tree = { name: string; text: string; children: Tree[] }
    const tree = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.record({
        name: fc.constantFrom('a', 'w:p', 'x-y'),
        text: fc.string(),
        children: fc.oneof({ maxDepth: 4 }, fc.constant<Tree[]>([]), fc.array(tie('tree'), { maxLength: 3 })),
      }),
    })).tree
    const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const write = (one: Tree): string => `<${one.name}>${escaped(one.text)}${one.children.map(write).join('')}</${one.name}>`
    const list = (one: Tree, depth: number): string[] => [
      `+${one.name}@${depth}`,
      one.text,
      ...one.children.flatMap((child) => list(child, depth + 1)),
      `-${one.name}`,
    ]
    fc.assert(
      fc.property(tree, (one) => {
        expect(events(write(one))).toEqual(list(one, 1).filter((event) => event !== ''))
      }),
    )
  })

  test('whatever the characters, it tells or refuses and nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '/', '!', '-', '[', ']', '&', ';', '"', "'", '=', ' ', 'a', '?', '\0', '\ud800'),
          maxLength: 60,
        }),
        (xml) => {
          try {
            events(xml)
          } catch (error) {
            expect(String(error)).toMatch(/^Unreadable: its XML /)
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['one long tag', `<a ${'b '.repeat(500_000)}/>`],
    ['a long name without a value', `<a ${'b'.repeat(1_000_000)}/>`],
    ['spaces', `<a${' '.repeat(1_000_000)}/>`],
    ['quotes', `<a b="${'>'.repeat(1_000_000)}"/>`],
    ['ampersands', `<a>${'&amp;'.repeat(200_000)}</a>`],
    ['empty elements', `<a>${'<b/>'.repeat(250_000)}</a>`],
  ])('a megabyte of %s takes no longer than its length', (_name, xml) => {
    const started = performance.now()
    scanXml(xml, { open: (_open, tag) => void attribute(tag, 'missing'), close() {}, wantsText: () => true, text() {} })
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('attributes and entities', () => {
  test.each([
    [' w:val="1" val2="2"', 'val', '1'],
    [" author='A &amp; B'", 'author', 'A & B'],
    [' w:date = "x"', 'date', 'x'],
    [' other="val=5"', 'val', undefined],
    ['', 'val', undefined],
  ])('%j gives %s %j', (tag, name, value) => {
    expect(attribute(tag, name)).toBe(value)
  })

  test.each([
    ['&#x1F600;', '😀'],
    ['&#0;&#xDFFF;&#x110000;', '\ufffd\ufffd\ufffd'],
    ['plain', 'plain'],
  ])('%j is %j', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded)
  })
})

test.each(['a & b', '&nope;', '&#;', '&'])('%j is not well-formed', (text) => {
  expect(() => decodeEntities(text)).toThrow('its XML is damaged')
})

describe('relationships', () => {
  test('are read with their last word as type, and external ones are known', () => {
    expect(
      readRelationships(relationshipsXml(relationship('a', 'header', 'header1.xml'), relationship('b', 'image', 'http://x', true))),
    ).toEqual([
      { type: 'header', target: 'header1.xml', isExternal: false },
      { type: 'image', target: 'http://x', isExternal: true },
    ])
  })

  test.each([
    ['word/document.xml', 'header1.xml', 'word/header1.xml'],
    ['word/document.xml', '/word/a/../b.xml', 'word/b.xml'],
    ['word/document.xml', '../../../../etc/passwd', 'etc/passwd'],
    ['', './word/document.xml', 'word/document.xml'],
  ])('%s to %s is %s', (from, target, part) => {
    expect(targetPart(from, target)).toBe(part)
  })

  test('stand beside their part', () => {
    expect(relationshipsPart('word/document.xml')).toBe('word/_rels/document.xml.rels')
    expect(relationshipsPart('document.xml')).toBe('_rels/document.xml.rels')
  })

  test.each([
    ['https://example.com', true],
    ['HTTP://example.com', true],
    ['mailto:a@example.com', true],
    ['javascript:alert(1)', false],
    ['java\nscript:x', false],
    ['data:text/html,x', false],
    ['\\\\server\\share', false],
    ['#anchor', false],
  ])('%j may be a link: %s', (address, isLink) => {
    expect(isLinkAddress(address)).toBe(isLink)
  })
})

describe('archives', () => {
  test.each(['STORE', 'DEFLATE'] as const)('whatever is packed by %s comes out, names without case', async (compression) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (content) => {
        const zip = openZip(await new JSZip().file('Word/A.xml', content).generateAsync({ type: 'uint8array', compression }))
        expect(zip.part('word\\a.XML')).toEqual(Buffer.from(content))
        expect(zip.part('missing')).toBeUndefined()
        expect(zip.has('/word/a.xml')).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('whatever the damage, a part is whole or refused', async () => {
    const content = Buffer.from('The cap is EUR 100,000. '.repeat(20))
    const bytes = await new JSZip().file('a.xml', content).generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = value
        try {
          const part = openZip(damaged).part('a.xml')
          if (part !== undefined) expect(Buffer.from(part)).toEqual(content)
        } catch (error) {
          expect(String(error)).toMatch(/^Unreadable: /)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

test.each([
  [[], undefined, undefined],
  [[3], 'Page 3 has no text layer.', 'Page 3 could not be read: damaged.'],
  [[1, 2, 3, 7], 'Pages 1-3 and 7 have no text layer.', 'Pages 1-3 and 7 could not be read: damaged.'],
  [[1, 3, 5], 'Pages 1, 3, and 5 have no text layer.', 'Pages 1, 3, and 5 could not be read: damaged.'],
])('pages %j', (pages, without, damaged) => {
  expect(pagesWithoutText(pages)).toBe(without)
  expect(damagedPages(pages)).toBe(damaged)
})
