// Definitions of fields: bundled ones overlaid by the company's chain, followed by every process, changed by compare-and-set.
import { beforeAll, describe, expect, it } from 'vitest'
import { bundledFields } from '../../src/contracts/bundled-fields.ts'
import type { DefinitionChange } from '../../src/contracts/definition-change.ts'
import type { Store } from '../../src/store/store.ts'
import { useStore } from './opened.ts'

const opened = useStore()
let store: Store
beforeAll(() => {
  store = opened.store
})

const change = (key: string, version: number, changes: DefinitionChange, by = 'P-1') =>
  store.fields.change({ key, version, change: changes, by, source: 'typed' })

describe('definitions of fields', () => {
  it('are what the program brings, as long as nobody changed anything', async () => {
    expect(await store.fields.list()).toEqual(bundledFields)
    expect(await store.fields.versions('slaUptimePercent')).toEqual([])
  })

  it.each([
    ['sla.uptime', 'slaUptimePercent'],
    ['SLA', 'slaUptimePercent'],
    ['notice-period', 'noticePeriodToTerminateRenewal'],
    ['governing_law', 'governingLaw'],
    ['Cap', 'liabilityCapMonetary'],
    ['cap on liability', 'capOnLiability'],
    ['expires', 'expirationDate'],
    ['value', 'value'],
  ])('are named by %s', async (typed, key) => {
    expect((await store.fields.named(typed))?.key).toBe(key)
  })

  it('are changed attribute by attribute, each change a version with who and when', async () => {
    await change('slaUptimePercent', 1, { standard: 99.9 })
    const definition = await change('slaUptimePercent', 2, { label: 'Uptime promised', most: null }, 'P-2')
    expect(definition).toMatchObject({ label: 'Uptime promised', standard: 99.9, version: 2, least: 0 })
    expect(definition).not.toHaveProperty('most')
    expect(await store.fields.versions('slaUptimePercent')).toEqual([
      { version: 1, by: 'P-1', at: expect.stringMatching(/^2026/), change: { standard: 99.9 } },
      { version: 2, by: 'P-2', at: expect.stringMatching(/^2026/), change: { label: 'Uptime promised', most: null } },
    ])
  })

  it('are added, retired and brought back, behind those that the program brings', async () => {
    const begun = { label: 'Data residency', type: 'choice', choices: ['eu', 'us'] } as const
    const added = await change('dataResidency', 1, { ...begun, choices: [...begun.choices] })
    expect(added).toMatchObject({ key: 'dataResidency', ...begun, contractTypes: [], audience: 'internal', retired: false, version: 1 })
    expect((await store.fields.list()).at(-1)).toEqual(added)
    expect(await change('dataResidency', 2, { retired: true })).toMatchObject({ retired: true, choices: ['eu', 'us'] })
    expect(await change('dataResidency', 3, { retired: false })).toMatchObject({ retired: false })
  })

  it('refuse a change that was decided on an older version, and take the same one twice', async () => {
    await change('seats', 1, { standard: 100 })
    await expect(change('seats', 1, { standard: 200 }, 'P-2')).rejects.toMatchObject({ kind: 'conflict' })
    expect(await change('seats', 1, { standard: 100 })).toMatchObject({ standard: 100, version: 1 })
    expect(await store.fields.versions('seats')).toHaveLength(1)
  })

  it('let one of ten win who change at the same moment', async () => {
    const made = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => change('price', 1, { label: `Price ${index}` }, `P-${index}`)),
    )
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await store.fields.versions('price')).toHaveLength(1)
  })

  it('are the same in a process that was there before, one that comes later, and beside what is set of people', async () => {
    const before = await opened.open()
    await before.fields.list()
    await change('insurance', 1, { standard: true })
    const bob = await store.people.ensure({ email: 'bob@home.example', name: 'Bob', standing: 'member' })
    await store.people.change(bob.id, { team: 'sales' }, 'P-1', 'typed')
    await before.fields.change({ key: 'insurance', version: 2, change: { aliases: ['insured'] }, by: 'P-9', source: 'typed' })
    const later = await opened.open()
    expect(await before.fields.list()).toEqual(await store.fields.list())
    expect(await later.fields.list()).toEqual(await store.fields.list())
    expect((await store.fields.named('insured'))?.standard).toBe(true)
  })
})

describe('who holds a field', () => {
  it('counts contracts and values among those that the asker may see', async () => {
    const ana = await store.people.ensure({ email: 'ana@home.example', name: 'Ana', standing: 'member' })
    const eve = await store.people.ensure({ email: 'eve@home.example', name: 'Eve', standing: 'member' })
    for (const [index, seats] of [10, 10, 20, 30, undefined].entries()) {
      const fields = { title: `Contract ${index}`, owner: ana.id, ...(seats !== undefined && { seats }) }
      await store.contracts.create({ fields, restricted: seats === 30, by: ana.id, source: 'test', key: `test:${index}` })
    }
    expect(await store.fields.held(ana, 'seats')).toEqual({
      contracts: 4,
      values: [
        { value: 10, contracts: 2 },
        { value: 20, contracts: 1 },
        { value: 30, contracts: 1 },
      ],
    })
    expect((await store.fields.held(eve, 'seats')).contracts).toBe(3)
    expect(await store.fields.held(eve, 'usageLimit')).toEqual({ contracts: 0, values: [] })
  })
})
