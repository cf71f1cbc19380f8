// The CSV of an import: any field is a column, under any of its names; what can't be read fails its row and says why.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOfRow, readFieldRows } from '../../src/cli/import-fields.ts'
import { importPeople } from '../../src/cli/import-people.ts'
import { sampleFolder } from '../../src/cli/sample.ts'
import { setSampleFields, setSampleStandards } from '../../src/cli/sample-fields.ts'
import { definitionOf } from '../../src/contracts/fields.ts'
import type { Store } from '../../src/store/store.ts'
import { useStore } from '../store/opened.ts'

const opened = useStore()
let store: Store
let folder: string
beforeAll(async () => {
  store = opened.store
  folder = await mkdtemp(join(tmpdir(), 'throughline-fields-'))
  const residency = { label: 'Data residency', type: 'choice', choices: ['eu', 'us'] } as const
  await store.fields.change({
    ...{ key: 'dataResidency', version: 1, by: 'P-1', source: 'test' },
    change: { ...residency, choices: [...residency.choices] },
  })
  await store.fields.change({ key: 'insurance', version: 1, change: { retired: true }, by: 'P-1', source: 'test' })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const rowsOf = async (csv: string) => {
  const path = join(folder, 'fields.csv')
  await writeFile(path, csv)
  return readFieldRows(path, await store.fields.list())
}
const read = async (csv: string) => {
  const [row] = [...(await rowsOf(csv)).values()]
  return fieldsOfRow(row ?? { values: {} }, { store, today: '2026-11-24', definitions: await store.fields.list() })
}

describe('a column', () => {
  it("may be any field, under its key, its label or a short name, the company's own too", async () => {
    const csv =
      'file,type,slaUptimePercent,Notice to stop renewal,law,cap,Data residency,expires,seats,executedOn\n' +
      'a.docx,msa,"99,95 %",ninety (90) days,"Germany; England",EUR 1m,EU,perpetual,,2026-03-31\n'
    expect(await read(csv)).toEqual({
      ...{ type: 'msa', slaUptimePercent: 99.95, noticePeriodToTerminateRenewal: { count: 90, unit: 'day' } },
      ...{ governingLaw: ['Germany', 'England'], liabilityCapMonetary: { minor: 100_000_000, currency: 'EUR' } },
      ...{ dataResidency: 'eu', expirationDate: 'perpetual' },
    })
    expect((await rowsOf(csv)).get('a.docx')?.executedOn).toBe('2026-03-31')
  })

  it.each([
    ['file,sla,colour\na,99,red\n', /the columns colour mean nothing here/, /slaUptimePercent/],
    ['file,sla,uptime\na,99,98\n', /two columns for slaUptimePercent/, /Keep one/],
    ['file,sla\n,99\n', /Row 2 .* names no file/, /"file"/],
    ['file,sla\na,99\na,98\n', /two rows for a\./, /Keep one/],
    ['file,type,seats\na,nda,12\n', /of type NDA; Seats is a field of/, /field set seats for:\+nda/],
    ['file,insurance\na,yes\n', /Insurance is retired/, /field restore insurance/],
    ['file,sla\na,101\n', /SLA uptime can't be 101 %/, /at most 100 %/],
    ['file,effective,expires\na,2027-01-01,2026-01-01\n', /can't expire/, /two dates/],
  ])('%#', async (csv, message, next) => {
    await expect(read(csv)).rejects.toMatchObject({ message: expect.stringMatching(message), next: expect.stringMatching(next) })
  })
})

describe('the sample', () => {
  it('has its standards by somebody of legal and its fields with the agreement as source, each once', async () => {
    await importPeople(store, join(sampleFolder, 'people.csv'), 'import')
    const ana = await store.people.ofEmail('ana@lindenmoor.example')
    const rows = await readFieldRows(join(sampleFolder, 'fields.csv'), await store.fields.list())
    const { id } = await store.contracts.create({
      fields: { title: 'MSA', type: 'msa' },
      by: ana?.id ?? '',
      source: 'import',
      key: 'import:x',
    })
    for (let time = 0; time < 2; time += 1) {
      await setSampleStandards(store)
      await setSampleFields(store, { contract: id, row: rows.get('penhallow-msa.docx'), by: ana?.id ?? '', today: '2024-01-30' })
    }
    const kim = await store.people.ofEmail('kim@lindenmoor.example')
    expect(definitionOf(await store.fields.list(), 'slaUptimePercent')).toMatchObject({ standard: 99.9, version: 1 })
    expect(await store.fields.versions('slaUptimePercent')).toEqual([expect.objectContaining({ by: kim?.id, change: { standard: 99.9 } })])
    const contract = await store.contracts.state(id)
    expect(contract?.fields.noticePeriodToTerminateRenewal).toMatchObject({
      ...{ value: { count: 60, unit: 'day' }, source: 'penhallow-msa.docx', by: ana?.id },
    })
    expect((await store.record.entries(id)).map(({ kind }) => kind)).toEqual(['created', ...Array.from({ length: 12 }, () => 'field')])
  })
})
