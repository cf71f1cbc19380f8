// Reading for nobody: a query that lost its person throws before it reaches the database, and answers no row.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Person } from '../../src/contracts/identity.ts'
import type { Store } from '../../src/store/store.ts'
import { useStore } from './fresh-store.ts'

const opened = useStore()
let contract: Contract

beforeAll(async () => {
  contract = await opened.store.contracts.create({ fields: { title: 'Acme', owner: 'P-1' }, by: 'P-1', source: 'test', key: 'acme' })
})

const page = { limit: 10 }
const reads: [string, (store: Store, nobody: Person) => Promise<unknown>][] = [
  ['contracts.find', (store, nobody) => store.contracts.find(nobody, { words: ['acme'], without: [] }, page)],
  ['contracts.find of all', (store, nobody) => store.contracts.find(nobody, { words: [], without: [] }, page)],
  ['contracts.get', (store, nobody) => store.contracts.get(nobody, contract.id)],
  ['contracts.named', (store, nobody) => store.contracts.named(nobody, 'acme', 5)],
  ['obligations.holding', (store, nobody) => store.obligations.holding(nobody, 'O-1')],
  ['reviews.waiting', (store, nobody) => store.reviews.waiting(nobody)],
  ['obligations.due', (store, nobody) => store.obligations.due(nobody, '2027-01-01')],
  ['obligations.nearLimits', (store, nobody) => store.obligations.nearLimits(nobody)],
  ['reviews.byOwner', (store, nobody) => store.reviews.byOwner(nobody)],
  ['talk.list', (store, nobody) => store.talk.list(nobody, contract, { words: [], limit: 10 })],
  ['talk.get', (store, nobody) => store.talk.get(nobody, contract, ['slack:T1:C1|m|1'])],
]

describe.each([undefined, null, {}, { id: '' }])('%j reads nothing', (nobody) => {
  test.each(reads)('by %s', async (_name, read) => {
    await expect((async () => read(opened.store, nobody as unknown as Person))()).rejects.toThrow(TypeError)
  })
})
