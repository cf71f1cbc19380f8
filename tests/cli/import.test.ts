// `throughline import` through the real program: every kind of file, fields by CSV, the report, and a stop at any moment.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makeMail, makePdf, makeWord, paragraph, run } from '../documents/make-files.ts'
import { serverUri } from '../setup/database.ts'
import { makePlace, type Place, runIn, startIn } from './program.ts'

let folder: string
let place: Place
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-folder-'))
  place = await makePlace()
})
afterAll(async () => {
  await place.remove()
  await rm(folder, { recursive: true, force: true })
})

const inStore = async <Result>(where: Place, act: (store: Store) => Promise<Result>): Promise<Result> => {
  const store = await openStore({ uri: where.uri, dataDirectory: where.dataDirectory, clock: () => new Date(), zone: 'Europe/Berlin' })
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}

type Line = { file: string; outcome: string; contract: string; reason: string }
const reportIn = async (path: string): Promise<Record<string, Line>> => {
  const lines = parse(await readFile(path, 'utf8'), { columns: true }) as Line[]
  return Object.fromEntries(lines.map((line) => [line.file, line]))
}

describe('a folder of every kind', () => {
  beforeAll(async () => {
    const files: Record<string, string | Uint8Array> = {
      'acme.docx': await makeWord(paragraph(run('MASTER SERVICES AGREEMENT')) + paragraph(run('Between Acme Ltd and us.'))),
      'beta.pdf': makePdf(['SUPPLY AGREEMENT\nAll about pangolins.']),
      'gamma.txt': 'LICENSE AGREEMENT\n\nAll about gerbils.',
      'delta.md': '# Order form\n\nAll about dingoes.',
      'iota.html': '<html><h1>Order form</h1><p>All about ibexes.</html>',
      'eta.eml': makeMail({ Subject: 'Agreement' }, 'All about elands.'),
      'copy of gamma.txt': 'LICENSE AGREEMENT\n\nAll about gerbils.',
      'cut.pdf': makePdf(['x']).subarray(0, 60),
      'scan.pdf': makePdf(['']),
      '=cmd().docx': new Uint8Array([0x4d, 0x5a, 0, 1]),
      'badrow.txt': 'Whatever.',
      'photo.png': new Uint8Array([1, 2, 3]),
      'fields.csv':
        'file,title,counterparty,owner,team,type,status,effectiveDate,expirationDate,value,restricted,executedOn,parties\n' +
        'acme.docx,Acme MSA,"Acme, Ltd",,cs,msa,in-negotiation,2026-01-01,2027-12-31,EUR 250k,,,"Acme, Ltd; Home Inc."\n' +
        'beta.pdf,,Beta GmbH,,,,,,,,yes,2026-03-31,\n' +
        'badrow.txt,,,,,lease,,,,,,,\n',
    }
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  })

  it('becomes contracts, and the report says what became of each file', async () => {
    const report = join(place.dataDirectory, 'report.csv')
    const { code, output, errors } = await runIn(place, 'import', folder, '--report', report)
    expect(errors).toBe('')
    expect(output).toContain('Importing: 11 of 11 files')
    expect(output).toContain(`7 imported, 1 skipped, 3 failed. What became of each file: ${report}`)
    expect(code).toBe(1)
    const lines = await reportIn(report)
    expect(Object.fromEntries(Object.entries(lines).map(([file, { outcome }]) => [file, outcome]))).toEqual({
      ...{ 'acme.docx': 'ok', 'beta.pdf': 'ok', 'delta.md': 'ok', 'eta.eml': 'ok', 'iota.html': 'ok', 'scan.pdf': 'ok' },
      ...{ 'copy of gamma.txt': 'ok', 'gamma.txt': 'skipped' },
      ...{ 'cut.pdf': 'failed', "'=cmd().docx": 'failed', 'badrow.txt': 'failed' },
    })
    expect(lines['gamma.txt']?.reason).toBe('the same bytes as copy of gamma.txt')
    expect(lines['cut.pdf']?.reason).toMatch(/^This file could not be read: /)
    expect(lines['badrow.txt']?.reason).toBe('Type can\'t be "lease". It is one of: msa, sow, order-form, nda, dpa, sla, amendment, other')
    expect(lines['scan.pdf']?.reason).toBe('A scan: it has no text. Enter the fields by hand.')
  })

  it('has the fields of its row, with who imported it', async () => {
    const { code, output } = await runIn(place, 'ask', 'find counterparty:acme', '--json')
    expect(code).toBe(0)
    const found = JSON.parse(output) as { text: string }
    expect(found.text).toMatch(/C-\d+: +Acme MSA, Acme, Ltd, in negotiation, expires 31 Dec 2027, owner Operator/)
    const id = /C-\d+/.exec(found.text)?.[0] ?? ''
    await inStore(place, async (store) => {
      const contract = await store.contracts.state(id)
      expect(contract?.fields).toMatchObject({
        parties: { value: ['Acme, Ltd', 'Home Inc.'] },
        type: { value: 'msa' },
        team: { value: 'cs' },
        effectiveDate: { value: '2026-01-01' },
        value: { value: { currency: 'EUR', minor: 25_000_000 } },
      })
      const [created] = await store.record.entries(id)
      expect(created).toMatchObject({ kind: 'created', source: 'import', key: expect.stringMatching(/^created:import:[0-9a-f]{64}$/) })
      const operator = await store.people.get(created?.actor ?? '')
      expect(operator?.name).toBe('Operator')
    })
  })

  it('is executed and restricted where its row says so, titled by its heading where it says nothing', async () => {
    await inStore(place, async (store) => {
      const { items } = await store.people.list({ limit: 10 })
      const operator = items.find(({ name }) => name === 'Operator')
      if (!operator) throw new Error('no operator')
      const page = await store.contracts.find(operator, { words: ['pangolins'], without: [] }, { limit: 5 })
      const [hit] = page.items
      expect(hit?.contract).toMatchObject({
        restricted: true,
        fields: { title: { value: 'SUPPLY AGREEMENT' }, status: { value: 'executed' } },
      })
      expect(hit?.contract.documents[0]).toMatchObject({ name: 'beta.pdf', executedOn: '2026-03-31' })
    })
  })

  it('run again imports nothing twice, and what was mended meanwhile is imported now', async () => {
    await writeFile(join(folder, 'fields.csv'), 'file,type\nbadrow.txt,nda\n')
    await rm(join(folder, 'cut.pdf'))
    await rm(join(folder, '=cmd().docx'))
    const report = join(place.dataDirectory, 'again.csv')
    const { code, output } = await runIn(place, 'import', folder, '--report', report)
    expect(output).toContain('1 imported, 8 skipped, 0 failed.')
    expect(code).toBe(0)
    expect((await reportIn(report))['acme.docx']?.reason).toBe('imported before')
    const verified = await runIn(place, 'verify')
    expect(verified).toMatchObject({ code: 0, output: expect.stringContaining('8 chains, all intact') })
  })

  it.each([
    ['a column that means nothing', 'file,tilte\nx.txt,X\n', /the columns tilte mean nothing here\. Columns: file, restricted/],
    ['a row without a file', 'file,title\n,X\n', /Row 2 of .* names no file\. Fill the column "file"/],
    ['two rows for one file', 'file,title\nx.txt,X\nx.txt,Y\n', /has two rows for x\.txt\. Keep one/],
    ['a quote that is never closed', 'file,title\nx.txt,"X\n', /is no CSV that can be read/],
    ['a row with too many cells', 'file,title\nx.txt,X,Y,Z\n', /is no CSV that can be read: .*Quote cells/],
  ])('refuses a CSV with %s before anything is imported', async (_title, csv, message) => {
    const path = join(place.dataDirectory, 'fields.csv')
    await writeFile(path, csv)
    const { code, errors, output } = await runIn(place, 'import', folder, '--fields', path)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(message)
  })

  it.each([
    [['import', '/nowhere/at/all'], /There is no folder \/nowhere\/at\/all\. Give the folder/],
    [['import', import.meta.dirname, '--fields', '/nowhere.csv'], /There is no file \/nowhere\.csv/],
  ])('refuses %o', async (words, message) => {
    const { code, errors } = await runIn(place, ...words)
    expect(code).toBe(1)
    expect(errors).toMatch(message)
  })
})

describe('stopped at any moment', () => {
  const count = 40
  const client = new MongoClient(serverUri())
  afterAll(() => client.close())

  it('goes on where it stopped: nothing lost, nothing twice, the record whole', async () => {
    const where = await makePlace()
    const many = join(where.dataDirectory, 'many')
    await mkdir(many)
    for (let number = 1; number <= count; number += 1)
      await writeFile(join(many, `agreement ${number}.txt`), `SUPPLY AGREEMENT ${number}\n\n${'Terms and conditions apply. '.repeat(40)}`)
    const kills: number[] = []
    // Each run is killed a little later than it begins to write.
    for (const wait of [0, 150, 400]) {
      const before = await entriesIn(where)
      const running = startIn(where, 'import', many)
      while ((await entriesIn(where)) === before && running.child.exitCode === null) await pause(10)
      await pause(wait)
      running.child.kill('SIGKILL')
      kills.push((await running.ended).signal === 'SIGKILL' ? 1 : 0)
    }
    expect(kills.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(2)
    const { code, output } = await runIn(where, 'import', many)
    expect(code).toBe(0)
    expect(output).toMatch(/\d+ imported, \d+ skipped, 0 failed/)
    const [imported, skipped] = /(\d+) imported, (\d+) skipped/.exec(output)?.slice(1).map(Number) ?? []
    expect((imported ?? 0) + (skipped ?? 0)).toBe(count)
    await inStore(where, async (store) => {
      const titles: string[] = []
      for await (const report of store.record.verify()) {
        expect(report.faults).toEqual([])
        if (!report.contract.startsWith('C-')) continue
        const contract = await store.contracts.state(report.contract)
        expect(contract?.documents).toHaveLength(1)
        titles.push(contract?.fields.title?.value ?? '')
      }
      expect(titles.toSorted()).toEqual(Array.from({ length: count }, (_, index) => `SUPPLY AGREEMENT ${index + 1}`).toSorted())
    })
    expect((await runIn(where, 'verify')).output).toContain(`${count} chains, all intact`)
    await where.remove()
  }, 120_000)

  const entriesIn = (where: Place): Promise<number> => client.db(where.database).collection('entries').countDocuments()
})

describe('the readers of an import', () => {
  it('leave no file of their own behind', async () => {
    const copy = join(place.dataDirectory, 'copy')
    await cp(folder, copy, { recursive: true })
    const before = await readdir(copy)
    await runIn(place, 'import', copy)
    expect(await readdir(copy)).toEqual(before)
  })
})
