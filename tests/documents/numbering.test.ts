// Automatic numbering of Word files: counted as Word counts it, kept apart from the text, and given to the clauses.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createReader, type ReadDocument } from '../../src/documents/read-document.ts'
import { makeWord, relationship, relationshipsXml, run, wordXml } from './make-files.ts'

const reader = createReader({ children: 1 })
afterAll(() => reader.close())

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  const reading = await reader.read(bytes, 'agreement.docx', { meaning: true })
  if (!reading.ok) throw new Error(reading.reason)
  return reading.document
}

const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const kind = (id: string, ...levels: string[]): string => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const list = (id: string, of: string, more = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const item = (text: string, at = 0, of = '1', more = ''): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${of}"/></w:numPr>${more}</w:pPr>${run(text)}</w:p>`
const plain = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`

const legal = kind(
  '0',
  level(0, 'decimal', '%1.'),
  level(1, 'decimal', '%1.%2'),
  level(2, 'lowerLetter', '(%3)'),
  level(3, 'lowerRoman', '(%4)'),
)

async function readLists(body: string, numbering: string, styles = ''): Promise<ReadDocument> {
  const relationships = relationshipsXml(relationship('rId1', 'numbering', 'numbering.xml'), relationship('rId2', 'styles', 'styles.xml'))
  return read(
    await makeWord(body, {
      'word/_rels/document.xml.rels': relationships,
      'word/numbering.xml': wordXml('numbering', numbering),
      'word/styles.xml': wordXml('styles', styles),
    }),
  )
}

const shown = ({ text, numbers = [] }: ReadDocument): string[] =>
  numbers.map(({ number, start }) => `${number} ${text.slice(start).split(/[\n\t]/)[0]}`)

describe('automatic numbers', () => {
  it.each<[string, string, string, string[]]>([
    [
      'count each level and begin deeper ones afresh',
      item('Term') +
        item('Start', 1) +
        item('End', 1) +
        item('one', 2) +
        item('two', 2) +
        item('deep', 3) +
        item('Fees') +
        item('Price', 1) +
        item('x', 2),
      legal + list('1', '0'),
      ['1. Term', '1.1 Start', '1.2 End', '(a) one', '(b) two', '(i) deep', '2. Fees', '2.1 Price', '(a) x'],
    ],
    ['go on past other paragraphs', item('One') + plain('Between.') + item('Two'), legal + list('1', '0'), ['1. One', '2. Two']],
    ['are shared by lists of one kind', item('One') + item('Two', 0, '2'), legal + list('1', '0') + list('2', '0'), ['1. One', '2. Two']],
    [
      'begin where a list overrides its start',
      item('One') + item('Five', 0, '2') + item('Six', 0, '2'),
      legal + list('1', '0') + list('2', '0', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
      ['1. One', '5. Five', '6. Six'],
    ],
    [
      'are written as a list overrides its level',
      item('One', 0, '2'),
      legal + list('2', '0', `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`),
      ['A) One'],
    ],
    [
      'name articles in roman and sections in digits',
      item('Law') + item('Venue', 1),
      kind('0', level(0, 'upperRoman', 'ARTICLE %1'), level(1, 'decimal', 'Section %1.%2', '<w:isLgl/>')) + list('1', '0'),
      ['ARTICLE I Law', 'Section 1.1 Venue'],
    ],
    [
      'go on where a level does not restart',
      item('A') + item('x', 1) + item('B') + item('y', 1),
      kind('0', level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '(%2)', '<w:lvlRestart w:val="0"/>')) + list('1', '0'),
      ['1. A', '(a) x', '2. B', '(b) y'],
    ],
    ['leave out bullets', item('One'), kind('0', level(0, 'bullet', '•')) + list('1', '0'), []],
    ['leave out list 0', item('One', 0, '0'), legal + list('1', '0'), []],
    ['leave out lists that are not there', item('One', 0, '9'), legal + list('1', '0'), []],
    ['bear levels that are no numbers', item('One').replace('w:ilvl w:val="0"', 'w:ilvl w:val="x"'), legal + list('1', '0'), ['1. One']],
    [
      'stand in cells too',
      `<w:tbl><w:tr><w:tc>${plain('Name')}</w:tc><w:tc>${item('First')}${item('Second')}</w:tc></w:tr></w:tbl>${item('Third')}`,
      legal + list('1', '0'),
      ['1. First', '2. Second', '3. Third'],
    ],
  ])('%s', async (_what, body, numbering, expected) => {
    expect(shown(await readLists(body, numbering))).toEqual(expected)
  })

  it.each<[string, number, string]>([
    ['lowerLetter', 28, 'bb'],
    ['upperLetter', 3, 'C'],
    ['lowerRoman', 9, 'ix'],
    ['upperRoman', 14, 'XIV'],
    ['decimalZero', 7, '07'],
    ['ordinal', 3, '3rd'],
    ['ordinal', 12, '12th'],
  ])('in %s write %d as %s', async (format, count, expected) => {
    const body = Array.from({ length: count }, () => item('x')).join('')
    const { numbers } = await readLists(body, kind('0', level(0, format, '%1')) + list('1', '0'))
    expect(numbers?.at(-1)?.number).toBe(expected)
  })

  it('come from the style of a paragraph and from the style that it is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    const body = plain('Term', '<w:pStyle w:val="Base"/>') + plain('Start', '<w:pStyle w:val="Sub"/>')
    expect(shown(await readLists(body, legal + list('1', '0'), styles))).toEqual(['1. Term', '1.1 Start'])
  })

  it('do not count a paragraph that was deleted, and are no part of the text', async () => {
    const gone =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="Lee"/></w:rPr></w:pPr>' +
      '<w:del w:id="2" w:author="Lee"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>'
    const document = await readLists(item('One') + gone + item('Two'), legal + list('1', '0'))
    expect(shown(document)).toEqual(['1. One', '2. Two'])
    expect(document.text).toBe('One\nTwo')
  })

  it('become the numbers of clauses', async () => {
    const body =
      item('Term') +
      item('Renewal. This Agreement shall automatically renew for successive one year terms.', 1) +
      item('Law. This Agreement is governed by the laws of Ohio.', 1)
    const { meaning } = await readLists(body, legal + list('1', '0'))
    expect(meaning?.clauses.map(({ number, heading, clauseType }) => [number, heading, clauseType])).toEqual([
      ['1.1', 'Renewal', 'renewal-term'],
      ['1.2', 'Law', 'governing-law'],
    ])
  })

  it('stand at the beginning of a line or cell, whatever the levels', async () => {
    const levels = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(levels, async (chosen) => {
        const body = chosen.map(([at, isPlain], index) => (isPlain ? plain(`p${index}`) : item(`p${index}`, at))).join('')
        const { text, numbers = [] } = await readLists(body, legal + list('1', '0'))
        expect(numbers).toHaveLength(chosen.filter(([, isPlain]) => !isPlain).length)
        for (const { start } of numbers) expect(start === 0 || '\n\t'.includes(text.charAt(start - 1))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

const template = fileURLToPath(new URL('../../../shared/corpus/word/templates/common-paper-csa-with-ai.docx', import.meta.url))

describe.skipIf(!existsSync(template))('a real template (skipped where it does not lie beside the project)', () => {
  it.each([
    ['5.2', 'Framework Terms'],
    ['8.4', 'Exceptions'],
    ['12.3', 'Governing Law and Chosen Courts'],
  ])('has section %s, %s, as its own references say', async (number, heading) => {
    const { meaning } = await read(readFileSync(template))
    expect(meaning?.clauses.find((clause) => clause.number === number)?.heading).toBe(heading)
  })
})
