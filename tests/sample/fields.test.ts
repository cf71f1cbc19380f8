// The smart fields of the sample: every value can be read, belongs to its contract, and stands in the agreement.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldRows } from '../../sample/smart-fields.ts'
import { inWords } from '../../sample/templates/words.ts'
import { ENTRIES } from '../../sample/terms.ts'
import { parseFieldValue } from '../../src/bot/field-values.ts'
import { bundledFields } from '../../src/contracts/bundled-fields.ts'
import type { ContractType } from '../../src/contracts/contract.ts'
import type { FieldValue } from '../../src/contracts/field-value.ts'
import { definitionOf, isFieldOf } from '../../src/contracts/fields.ts'
import type { Store } from '../../src/store/store.ts'
import { list, SAMPLE, textOf } from './sample.ts'

const rows = list('fields.csv')
const types = new Map(list('contracts.csv').map(({ file, type }) => [file, type as ContractType]))
const around = { store: {} as Store, today: '2026-11-24' }
const scan = 'caddo-ridge-nda-signed.pdf'
const cells = rows.flatMap(({ file = '', ...values }) =>
  Object.entries(values).flatMap(([key, typed]) => (typed ? [{ file, key, typed }] : [])),
)
const read = (key: string, typed: string) => parseFieldValue(definitionOf(bundledFields, key), typed, around)

describe('fields.csv', () => {
  it('is what the terms say, a row for each agreement in the order of the list', () => {
    const { columns, rows: wanted } = fieldRows(ENTRIES)
    expect(Object.keys(rows[0] ?? {})).toEqual(columns)
    expect(rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value)))).toEqual(wanted)
    expect(rows.map(({ file }) => file)).toEqual(list('contracts.csv').map(({ file }) => file))
  })

  it('says something of every agreement but the scan and one draft', () => {
    const empty = rows.filter(({ file, ...values }) => Object.values(values).every((value) => value === '')).map(({ file }) => file)
    expect(empty).toEqual(expect.arrayContaining([scan]))
    expect(empty.length).toBeLessThanOrEqual(2)
  })

  it.each(cells)('$file: $key is "$typed", which its contract may have', async ({ file, key, typed }) => {
    const definition = bundledFields.find((one) => one.key === key)
    expect(definition && isFieldOf(definition, types.get(file))).toBe(true)
    await expect(read(key, typed)).resolves.toBeDefined()
  })

  it.each(rows.map(({ file }) => file ?? '').filter((file) => file !== scan))('%s says its lengths and percentages', async (file) => {
    const text = await textOf(file)
    for (const { key, typed } of cells.filter((cell) => cell.file === file)) {
      const value = await read(key, typed)
      for (const words of wordsFor(value, key)) expect([key, text]).toEqual([key, expect.stringMatching(words)])
    }
  })
})

/** How agreements write a length or a percentage: "sixty (60) days", "three years", "99.9 per cent", "five percent". */
const wordsFor = (value: FieldValue, key: string): RegExp[] => {
  if (typeof value === 'number') return key.endsWith('Percent') ? [new RegExp(`(?:${value}|${inWords(value)}) (?:%|per ?cent)`)] : []
  if (typeof value !== 'object' || Array.isArray(value) || !('unit' in value)) return []
  return [new RegExp(`(?:\\(?${value.count}\\)?|${inWords(value.count)})[ -]${value.unit}s?`)]
}

describe('the standards', () => {
  it('are values of their fields, and some contracts differ from each', async () => {
    for (const { field = '', standard = '' } of list('standards.csv')) {
      const value = await read(field, standard)
      const held = await Promise.all(cells.filter(({ key }) => key === field).map(({ typed }) => read(field, typed)))
      expect(held.length).toBeGreaterThan(0)
      expect(held).toContainEqual(value)
    }
    const uptimes = new Set(cells.filter(({ key }) => key === 'slaUptimePercent').map(({ typed }) => typed))
    expect(uptimes.size).toBeGreaterThan(2)
  })
})

describe('written again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-fields-'))
  beforeAll(async () => {
    const { writeSample } = await import('../../sample/write-sample.ts')
    await writeSample(folder)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is the same to the letter', () => {
    expect(readFileSync(join(folder, 'fields.csv'), 'utf8')).toBe(readFileSync(join(SAMPLE, 'fields.csv'), 'utf8'))
  })
})
