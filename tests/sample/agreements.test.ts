// The agreements of the sample: what the list says stands in the text, and families fit together.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSample } from '../../sample/write-sample.ts'
import { documentXml, list, type Row, SAMPLE, textOf } from './sample.ts'

const SCAN = 'caddo-ridge-nda-signed.pdf'
const rows = list('contracts.csv')
const people = list('people.csv').map((person) => person.email)
const texts = new Map(await Promise.all(rows.map(async ({ file }): Promise<[string, string]> => [file!, await textOf(file!)])))
const written = mkdtempSync(join(tmpdir(), 'sample-'))

beforeAll(() => writeSample(written), 60_000)
afterAll(() => rmSync(written, { recursive: true }))

const named = (file: string): Row => rows.find((row) => row.file === file)!
const readable = rows.filter((row) => row.file !== SCAN)
const spelled = (iso: string): string[] => ['d MMMM yyyy', 'MMMM d, yyyy'].map((format) => DateTime.fromISO(iso).toFormat(format))

/** Whether a date stands in a text, and not as the tail of another ("1 May" in "11 May"). */
function says(text: string, iso: string): boolean {
  return spelled(iso).some((date) => new RegExp(`(?<!\\d)${date}(?!\\d)`).test(text))
}

/** The last day of a term of so many months or years, as rulings count it: the day before its anniversary. */
function endsAfter(start: string, text: string): string | null {
  const length = /(?:continues for|lasts for) [a-z -]+\((\d+)\) (month|year)s?/.exec(text)
  if (!length) return null
  return DateTime.fromISO(start)
    .plus({ [`${length[2]}s`]: Number(length[1]) })
    .minus({ days: 1 })
    .toISODate()
}

describe('the list', () => {
  it('names every file that is there, and no other', () => {
    expect(rows.map((row) => row.file).sort()).toEqual(readdirSync(join(SAMPLE, 'contracts')).sort())
    expect(new Set(rows.map((row) => row.file)).size).toBe(rows.length)
  })

  it('has the columns that the import reads', () => {
    const columns = 'file,title,counterparty,parties,owner,team,type,status,effectiveDate,expirationDate,value,restricted,executedOn'
    expect(Object.keys(rows[0]!).join(',')).toBe(columns)
  })

  it.each(rows)('$file has fields that make sense', (row) => {
    expect(['msa', 'sow', 'order-form', 'nda', 'dpa', 'sla', 'amendment']).toContain(row.type)
    expect(['draft', 'in-negotiation', 'executed', 'expired', 'terminated']).toContain(row.status)
    expect(people).toContain(row.owner)
    expect(row.parties?.split(';')).toEqual([expect.stringMatching(/^Lindenmoor Systems (GmbH|Inc\.)$/), row.counterparty])
    expect(row.value).toMatch(/^$|^(EUR|GBP|USD) \d{1,3}(,\d{3})*\.\d\d$/)
    expect(row.restricted).toMatch(/^(yes)?$/)
    expect(row.executedOn !== '').toBe(!['draft', 'in-negotiation'].includes(row.status!))
    for (const date of [row.effectiveDate, row.expirationDate, row.executedOn]) expect(date).toMatch(/^$|^20(2[2-8])-\d\d-\d\d$/)
    if (row.expirationDate) expect(row.expirationDate > row.effectiveDate!).toBe(true)
  })

  it('mixes formats, currencies, states and countries', () => {
    const count = (test: (row: Row) => boolean): number => rows.filter(test).length
    expect(rows.length).toBeGreaterThanOrEqual(40)
    expect(new Set(rows.map((row) => row.counterparty)).size).toBeGreaterThanOrEqual(14)
    expect(count((row) => row.file!.endsWith('.pdf'))).toBeGreaterThanOrEqual(8)
    expect(count((row) => /\.(txt|md)$/.test(row.file!))).toBeGreaterThanOrEqual(5)
    expect(new Set(rows.flatMap((row) => row.value?.slice(0, 3) || [])).size).toBe(3)
    expect(new Set(rows.map((row) => row.status)).size).toBe(5)
    expect(count((row) => row.restricted === 'yes')).toBeGreaterThan(0)
    expect(count((row) => row.effectiveDate === '')).toBe(1)
  })

  it('has something that ends in most seasons of the years to come', () => {
    const ahead = rows.map((row) => row.expirationDate!).filter((date) => date > '2026-11-24')
    expect(new Set(ahead.map((date) => date.slice(0, 7))).size).toBeGreaterThanOrEqual(10)
  })
})

describe('the text agrees with the list', () => {
  it.each(readable)('$file', (row) => {
    const text = texts.get(row.file!)!
    expect(text.split(' ').length).toBeGreaterThan(200)
    expect(text).toContain(row.counterparty)
    if (row.effectiveDate) expect(says(text, row.effectiveDate), `takes effect on ${row.effectiveDate}`).toBe(true)
    if (row.executedOn) expect(spelled(row.executedOn).some((date) => text.includes(`Date: ${date}`))).toBe(true)
    if (['order-form', 'sow'].includes(row.type!)) expect(text).toContain(row.value)
    if (row.expirationDate) expect(says(text, row.expirationDate) || endsAfter(row.effectiveDate!, text) === row.expirationDate).toBe(true)
  })

  it('counts each stated term to its stated last day', () => {
    const both = readable.filter((row) => row.expirationDate && row.effectiveDate && endsAfter(row.effectiveDate, texts.get(row.file!)!))
    expect(both.length).toBeGreaterThan(15)
    for (const row of both)
      expect(`${row.file} ${endsAfter(row.effectiveDate!, texts.get(row.file!)!)}`).toBe(`${row.file} ${row.expirationDate}`)
  })

  it('leaves blanks for the signatures of what is not signed', () => {
    for (const row of readable)
      expect(`${row.file} ${texts.get(row.file!)!.includes('Date: ____')}`).toBe(`${row.file} ${row.executedOn === ''}`)
  })

  it('leaves no hole in a sentence', () => {
    for (const [file, text] of texts)
      expect(`${file} ${text.match(/undefined|null|NaN|\[object|\[\[|\]\]|Lorem| ,| \./)?.[0] ?? ''}`).toBe(`${file} `)
  })
})

describe('families', () => {
  const references = readable.flatMap((row) => {
    const found = texts.get(row.file!)!.matchAll(/dated (\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})/g)
    return [...found].map((match) => ({ row, date: match[1]! }))
  })

  it('refers from each amendment, order, level and processing agreement to its main agreement', () => {
    const alone = new Set(['kowalczyk-order-form.txt'])
    const dependent = readable.filter((row) => ['amendment', 'order-form', 'sla', 'dpa'].includes(row.type!) && !alone.has(row.file!))
    expect(dependent.length).toBeGreaterThan(15)
    for (const row of dependent) expect(`${row.file} ${references.some((reference) => reference.row === row)}`).toBe(`${row.file} true`)
  })

  it.each(references)('$row.file refers to an agreement of the same counterparty of $date', ({ row, date }) => {
    const family = rows.filter((other) => other.counterparty === row.counterparty && other !== row)
    expect(family.flatMap((other) => spelled(other.effectiveDate!))).toContain(date)
  })

  it('ends no order form after its master agreement, unless it says so', () => {
    for (const order of rows.filter((row) => row.type === 'order-form')) {
      const master = rows.find((row) => row.type === 'msa' && row.counterparty === order.counterparty && row.status !== 'draft')
      if (master?.expirationDate) expect(`${order.file} ${order.expirationDate! <= master.expirationDate}`).toBe(`${order.file} true`)
    }
  })
})

describe('the awkward ones', () => {
  it.each([
    ['grunhagen-msa.docx', ['end of a calendar quarter', 'ninety (90) days', 'registered mail']],
    ['kowalczyk-order-form.txt', ['31 January 2025', 'month to month', 'in a shorter month, on its last day']],
    ['montclar-amendment-2.docx', ['six (6) months before the last day', 'twelve (12) months in place of twenty-four (24)']],
    ['penhallow-msa.docx', ['eighteen (18) months before the event', 'Penalties that a retailer charges', 'sixty (60) days']],
    ['shirahama-study-sow.docx', ['[date to be agreed]']],
    ['caddo-ridge-msa.docx', ['does not renew by itself', 'one hundred and twenty (120) days']],
    ['quillon-msa.docx', ['Exclusivity', 'GBP 300,000.00']],
  ])('%s says what the story needs', (file, sentences) => {
    for (const sentence of sentences) expect(texts.get(file)).toContain(sentence)
  })

  it('has a scan without a text layer', () => {
    expect(texts.get(SCAN)?.trim()).toBe('')
    expect(named(SCAN).executedOn).toBe('2024-08-12')
  })

  it('has a draft with tracked changes and comments of both sides', async () => {
    const bytes = readFileSync(join(SAMPLE, 'contracts/penhallow-amendment-2-draft.docx'))
    const xml = await documentXml(bytes)
    const changes = [...xml.matchAll(/<w:(ins|del) w:id="(\d+)" w:author="([^"]+)" w:date="2026-11-12T/g)]
    expect(new Set(changes.map((change) => change[1]))).toEqual(new Set(['ins', 'del']))
    expect(new Set(changes.map((change) => change[3]))).toEqual(new Set(['Rhys Tremayne', 'Kim Sørensen']))
    expect(new Set(changes.map((change) => change[2])).size).toBe(changes.length)
    expect(xml.match(/<w:commentReference /g)).toHaveLength(2)
  })
})

describe('the generator', () => {
  it('writes what is committed', async () => {
    expect(readFileSync(join(written, 'contracts.csv'), 'utf8')).toBe(readFileSync(join(SAMPLE, 'contracts.csv'), 'utf8'))
    expect(readdirSync(join(written, 'contracts')).sort()).toEqual(rows.map((row) => row.file).sort())
    for (const [file, text] of texts) expect(await textOf(file, join(written, 'contracts')), file).toBe(text)
  })

  it('stays small', () => {
    const sizes = readdirSync(SAMPLE, { recursive: true }).map((name) => statSync(join(SAMPLE, String(name))))
    expect(sizes.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0)).toBeLessThan(2_000_000)
  })
})
