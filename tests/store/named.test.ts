// Contracts by name as people type it, and lists longer than one read.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Condition } from '../../src/contracts/filter/condition.ts'
import type { Draft } from '../../src/contracts/record/entry.ts'
import { person, useStore } from './fresh-store.ts'

const opened = useStore()
const ana = person('P-1')
const titles = [
  'Acme Master Services Agreement',
  'Acme NDA',
  'Globex Data Processing Agreement',
  'Initech Order Form',
  'École Polytechnique licence',
  "O'Brien & Sons Ltd",
  '3M supply',
  'Zhang Wei Trading',
]
const crowd = 230

const created = (title: string, more: object = {}): Draft => ({
  kind: 'created',
  key: `created:${title}`,
  actor: 'P-1',
  source: 'test',
  payload: { fields: { title, owner: 'P-1', ...more } as never },
})

beforeAll(async () => {
  const { record } = opened.store
  await Promise.all(titles.map((title, index) => record.append(`C-${index + 1}`, () => [created(title)])))
  await Promise.all(
    Array.from({ length: crowd }, (_, index) =>
      record.append(`C-${index + 101}`, () => [
        created(`Umbrella framework ${index % 2 === 0 ? 'even' : 'odd'} ${index}`, index >= 120 ? { team: 'sales' } : {}),
      ]),
    ),
  )
  await opened.tamper('numbers', (rows) => rows.updateOne({ _id: 'C' as never }, { $set: { last: 100 + crowd } }, { upsert: true }))
})

const named = async (typed: string, limit = 5) =>
  (await opened.store.contracts.named(ana, typed, limit)).map(({ contract, score }) => ({
    title: contract.fields.title?.value ?? '',
    score,
  }))

test.each<[string, string[]]>([
  ['acme', ['Acme NDA', 'Acme Master Services Agreement']],
  ['ACME', ['Acme NDA', 'Acme Master Services Agreement']],
  ['acme nda', ['Acme NDA']],
  ['acm', ['Acme NDA', 'Acme Master Services Agreement']],
  ['nda acme inc.', ['Acme NDA']],
  ['glob', ['Globex Data Processing Agreement']],
  ['ecole', ['École Polytechnique licence']],
  ['obrien', ["O'Brien & Sons Ltd"]],
  ['3m', ['3M supply']],
])('%s fits', async (typed, fitting) => {
  const found = await named(typed)
  expect(found.map(({ title }) => title).sort()).toEqual([...fitting].sort())
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((one, other) => other - one))
})

test.each<[string, string]>([
  ['acmee', 'Acme NDA'],
  ['amce nda', 'Acme NDA'],
  ['globx', 'Globex Data Processing Agreement'],
  ['gloebx', 'Globex Data Processing Agreement'],
  ['initec', 'Initech Order Form'],
  ['polytecnique', 'École Polytechnique licence'],
  ['zang wei', 'Zhang Wei Trading'],
])('%s, typed wrong, still finds %s', async (typed, meant) => {
  const titles = (await named(typed)).map(({ title }) => title)
  expect(titles).toContain(meant)
})

test.each(['', '   ', '.*', '$', 'qqqqqq'])('%j fits nothing', async (typed) => {
  expect((await named(typed)).filter(({ score }) => score >= 70)).toEqual([])
})

test('the name itself scores 100, the best comes first and no more than asked for', async () => {
  expect((await named('Globex Data Processing Agreement'))[0]).toEqual({ title: 'Globex Data Processing Agreement', score: 100 })
  expect(await named('umbrella', 3)).toHaveLength(3)
  expect((await named('umbrella framework even 200', 3))[0]?.title).toBe('Umbrella framework even 200')
})

describe('lists longer than one read', () => {
  const all = async (words: string[], without: string[] = [], where?: Condition) => {
    const numbers: number[] = []
    const counts = new Set<string>()
    let after: string | undefined
    do {
      const page = await opened.store.contracts.find(
        ana,
        { words, without, ...(where && { where }) },
        { limit: 60, ...(after !== undefined && { after }) },
      )
      numbers.push(...page.items.map(({ contract }) => Number(contract.id.slice(2))))
      counts.add(JSON.stringify(page.count))
      after = page.next
    } while (after !== undefined)
    return { numbers, counts: [...counts] }
  }
  const newestFirst = (from: number, step = 1) =>
    Array.from({ length: Math.ceil((crowd - from) / step) }, (_, index) => 101 + from + index * step).reverse()

  test('a word that stands in too many places to be read at once is read block by block', async () => {
    const { numbers, counts } = await all(['umbrella', 'framework'])
    expect(numbers).toEqual(newestFirst(0))
    expect(counts).toEqual([JSON.stringify({ number: crowd, atLeast: false })])
  })
  test('common words together with one that is less common', async () => {
    expect((await all(['umbrella', 'odd'])).numbers).toEqual(newestFirst(1, 2))
    expect((await all(['umbrella', '201'])).numbers).toEqual([302])
  })
  test('without a common word', async () => {
    expect((await all(['framework'], ['even'])).numbers).toEqual(newestFirst(1, 2))
  })
  test('by a filter alone', async () => {
    expect((await all([], [], { field: 'team', comparison: '=', value: 'sales', byWords: true })).numbers).toEqual(newestFirst(120))
  })
  test('nothing typed', async () => {
    expect((await all([])).numbers).toHaveLength(crowd + titles.length)
  })
})
