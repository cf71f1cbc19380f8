// `throughline read`: lines of JSON and listings of real files, in the order given.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadFile, readFiles, type UnreadFile } from '../../src/cli/read-files.ts'
import { makePdf, makeWord, paragraph, run } from '../documents/make-files.ts'

const sentences = [
  'MASTER SERVICES AGREEMENT',
  'This Agreement is made as of March 1, 2020 (the "Effective Date") by and between Alder Works, Inc. ("Alder") and Birch Mills Limited ("Birch").',
  'The initial term of this Agreement is one (1) year from the Effective Date.',
  'This Agreement shall be governed by the laws of the State of Ohio.',
]
let folder = ''
const path = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'read-files-'))
  writeFileSync(path('plain.txt'), sentences.join('\n\n'))
  writeFileSync(path('word.docx'), await makeWord(sentences.map((sentence) => paragraph(run(sentence))).join('')))
  writeFileSync(path('program.exe'), Buffer.from('MZ\u0000\u0000not for us'))
  writeFileSync(path('odd.txt'), 'Nothing is agreed here.')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(files: string[], json = true): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await readFiles({ files, json, write: (line) => lines.push(line) })
  return { code, lines }
}
const parsed = (lines: string[]) => lines.map((line) => JSON.parse(line) as ReadFile & UnreadFile)

describe('one line of JSON a file', () => {
  it.each(['plain.txt', 'word.docx'])('has type, parties, clauses and fields: %s', async (name) => {
    const { code, lines } = await read([path(name)])
    const [result] = parsed(lines)
    expect(code).toBe(0)
    expect(Object.keys(result ?? {}).sort()).toEqual(['clauses', 'fields', 'file', 'parties', 'type'])
    expect(result).toMatchObject({ file: path(name), type: 'msa' })
    expect(result?.parties).toEqual([
      { name: 'Alder Works, Inc.', aliases: ['Alder'] },
      { name: 'Birch Mills Limited', aliases: ['Birch'] },
    ])
    expect(Object.fromEntries((result?.fields ?? []).map(({ key, value }) => [key, value]))).toEqual({
      documentName: 'MASTER SERVICES AGREEMENT',
      agreementDate: '2020-03-01',
      effectiveDate: '2020-03-01',
      expirationDate: '2021-02-28',
      initialTerm: { count: 1, unit: 'year' },
      governingLaw: ['Ohio'],
    })
    for (const field of result?.fields ?? [])
      expect(Object.keys(field)).toEqual(['key', 'value', 'sure', 'page', 'sentence', 'start', 'end'])
    expect(result?.clauses.map(({ clauseType }) => clauseType)).toContain('governing-law')
  })

  it('keeps the order, goes on behind what cannot be read, and ends with 1', async () => {
    const names = ['odd.txt', 'missing.txt', 'program.exe', 'plain.txt']
    const { code, lines } = await read(names.map(path))
    const results = parsed(lines)
    expect(code).toBe(1)
    expect(results.map(({ file }) => file)).toEqual(names.map(path))
    expect(results.map(({ error }) => error)).toEqual([undefined, 'there is no such file', 'it is a program, not a document', undefined])
    expect(Object.keys(results[1] ?? {})).toEqual(['file', 'error'])
    expect(results[0]).toMatchObject({ type: 'other', parties: [], fields: [] })
  })

  it('tells a folder from a file', async () => {
    expect(parsed((await read([folder])).lines)[0]?.error).toBe('it is a folder')
  })

  it('says of each file that can not be read why, in a sentence that a person understands', async () => {
    const locked = '/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<11>/U<22>>>'
    const unread: [string, string | Uint8Array, string][] = [
      ['empty.docx', '', 'it is empty'],
      ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'it is in the format of an older Office: save it as .docx'],
      ['old.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'it is in the format of an older Word: save it as .docx'],
      ['photo.jpg', Buffer.from('ffd8ffe0', 'hex'), 'it is a picture: save it as a .pdf with its text, or enter the fields by hand'],
      ['scan.pdf', makePdf(['']), 'a scan: no text; enter the fields by hand'],
      ['none.pdf', makePdf([]), 'it has no pages'],
      ['locked.pdf', makePdf(['x']).toString('latin1').replace('/Root 1 0 R', locked), 'it is protected by a password'],
      ['cut.pdf', makePdf(['x']).subarray(0, 60), 'it is damaged or cut off'],
      ['table.xlsx', 'PK\u0003\u0004 xl/workbook.xml', 'it is an archive, but not a Word document'],
    ]
    for (const [name, content] of unread) writeFileSync(path(name), content)
    const others: [string, string][] = [
      [path(''), 'it is a folder'],
      [path('plain.txt/more.txt'), 'there is no such file'],
      [path('n'.repeat(300)), 'its name is too long'],
      ['/dev/null', 'it is not a file'],
    ]
    const expected = [
      ...unread.map(([name, , error]) => ({ file: path(name), error })),
      ...others.map(([file, error]) => ({ file, error })),
    ]
    const { code, lines } = await read(expected.map(({ file }) => file))
    expect(parsed(lines)).toEqual(expected)
    expect(code).toBe(1)
  })

  it('loads no file of more than 50 MB', async () => {
    writeFileSync(path('huge.txt'), '')
    truncateSync(path('huge.txt'), 60_000_000_000)
    expect(parsed((await read([path('huge.txt')])).lines)).toEqual([{ file: path('huge.txt'), error: 'it is larger than 50 MB' }])
  })

  it('keeps the order of many files of unequal size, each read by itself', async () => {
    const names = Array.from({ length: 40 }, (_file, index) => `many-${index}.txt`)
    for (const [index, name] of names.entries())
      writeFileSync(path(name), `${sentences.join('\n\n')}\n\n${'Nothing else. '.repeat(index % 3 === 0 ? 20_000 : 1)}\n\nClause ${index}.`)
    const results = parsed((await read(names.map(path))).lines)
    expect(results.map(({ file }) => file)).toEqual(names.map(path))
    expect(results.every(({ parties }) => parties.length === 2)).toBe(true)
  })

  it('reads a page that was saved from the web', async () => {
    writeFileSync(path('page.html'), `<html><script>no</script>${sentences.map((sentence) => `<p>${sentence}</p>`).join('')}`)
    const [result] = parsed((await read([path('page.html')])).lines)
    expect(result).toMatchObject({ type: 'msa', parties: [{ name: 'Alder Works, Inc.' }, { name: 'Birch Mills Limited' }] })
  })

  it('names the pages of a PDF', async () => {
    writeFileSync(path('pages.pdf'), await makePdf(sentences.slice(1)))
    const [result] = parsed((await read([path('pages.pdf')])).lines)
    expect(result?.fields.length).toBeGreaterThan(0)
    for (const { page } of result?.fields ?? []) expect(page).toBeGreaterThan(0)
  })
})

describe('a listing for people', () => {
  it('shows when payment is due in words, not as it is kept', async () => {
    writeFileSync(
      path('payment.txt'),
      [...sentences, 'Customer shall pay each invoice within thirty (30) days after receipt of the invoice.'].join('\n\n'),
    )
    const { lines } = await read([path('payment.txt')], false)
    expect(lines.join('')).toMatch(/ {2}paymentTerms: 30 days from invoice receipt/)
    expect(lines.join('')).not.toMatch(/dayKind|redacted/)
  })

  it('shows each value with its sentence, and what is not sure', async () => {
    const { code, lines } = await read([path('plain.txt'), path('missing.txt'), path('odd.txt')], false)
    expect(code).toBe(1)
    expect(lines[0]).toContain('plain.txt (MSA)')
    expect(lines[0]).toContain('party: Alder Works, Inc. ("Alder")')
    expect(lines[0]).toContain('expirationDate: 2021-02-28')
    expect(lines[0]).toContain('initialTerm: 1 year')
    expect(lines[0]).toContain('"This Agreement shall be governed by the laws of the State of Ohio."')
    expect(lines[1]).toContain('could not be read: there is no such file')
    expect(lines[2]).toContain('no fields were found')
  })
})
