// What we write as CSV is opened in a spreadsheet by somebody else than who wrote it: every cell stays text, and none is lost.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { writeImportReport } from '../../src/cli/import-report.ts'
import { writeCsv } from '../../src/cli/write-csv.ts'
import { anyText } from '../bot/hostile-text.ts'

const cellOf = (text: string): string | undefined => (parse(writeCsv(['a'], [{ a: text }])) as string[][])[1]?.[0]

describe('a cell', () => {
  it.each([
    '=cmd|"/c calc"!A0',
    '+1+1',
    '-2+3',
    '@SUM(A1:A9)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u0000=1',
    '\u0000',
    '\uff1d1+1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
    ' =1+1',
    '\u200b=1',
    '=HYPERLINK("https://evil.example","Acme, Ltd")',
  ])('that begins as a formula does is text: %j', (text) => expect(cellOf(text)).toBe(`'${text}`))

  it.each(['Acme MSA', 'a=b', '12', "'quoted", 'Müller & Söhne', 'x,"y"', ''])('of anything else is left as it is: %j', (text) =>
    expect(cellOf(text)).toBe(text),
  )

  test('never begins a formula, whatever is in it, and keeps all of it', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\u0000', '\uff1d'), (words, start) => {
        // A file of text holds no half surrogates.
        const given = `${start}${words}`.toWellFormed()
        const cell = cellOf(given) ?? ''
        expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u)
        expect([given, `'${given}`]).toContain(cell)
      }),
    )
  })
})

it('the report of an import takes no formula from the name of a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-report-'))
  const path = join(folder, 'report.csv')
  await writeImportReport(path, [{ file: '=1+1.pdf', outcome: 'failed', contract: '', reason: '@evil' }])
  expect(await readFile(path, 'utf8')).toBe("file,outcome,contract,reason\n'=1+1.pdf,failed,,'@evil\n")
  await rm(folder, { recursive: true })
})
