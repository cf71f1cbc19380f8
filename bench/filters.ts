// Finding by the values of fields: a page of 50 and the count up to 1,000, of what the asker may see, against a bare find of 50 rows by an
// index made for that very question, which counts nothing. BENCH_CONTRACTS=10000,100000 names the sizes.
import { type Collection, MongoClient } from 'mongodb'
import type { Condition } from '../src/contracts/filter/condition.ts'
import type { Person } from '../src/contracts/identity.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { benchServer } from './server.ts'
import { percentile, round, row, timed } from './statistics.ts'

const sizes = (process.env.BENCH_CONTRACTS ?? '10000,100000').split(',').map(Number)
const samples = 200
const together = 250
const [first, last] = ['2026-11-24', '2027-02-22']

type Bare = { owner: string; expirationDate: string; sla: number; type: string; value: number }
type Race = { name: string; where: Condition; bare: object }

const ana = 'P-7'
const races: Race[] = [
  {
    name: 'expires<90d owner:me',
    where: {
      all: [
        { field: 'expirationDate', from: first, to: last },
        { field: 'owner', comparison: '=', value: ana },
      ],
    },
    bare: { owner: ana, expirationDate: { $gte: first, $lte: last } },
  },
  {
    name: 'sla!=standard',
    where: { field: 'slaUptimePercent', comparison: '!=', value: 99.9 },
    bare: { sla: { $gte: 0, $lte: 99.89 } },
  },
  {
    name: 'type:msa value>100k',
    where: {
      all: [
        { field: 'type', comparison: '=', value: 'msa' },
        { field: 'value', comparison: '>', value: { amount: 100_000 } },
      ],
    },
    bare: { type: 'msa', value: { $gte: 10_000_001, $lte: 1e12 } },
  },
]

export async function bench(): Promise<void> {
  const p95 = new Map<string, number[]>()
  for (const size of sizes) {
    const rows = await raceAt(size)
    for (const one of rows) p95.set(one.race, [...(p95.get(one.race) ?? []), one['ours p95'], one['peer p95']])
    console.log(`${size.toLocaleString('en')} contracts`)
    console.table(rows)
  }
  if (sizes.length > 1)
    console.table(
      [...p95].map(([race, [ours = 0, peer = 0, oursLater = 0, peerLater = 0]]) => growth(race, [ours, oursLater], [peer, peerLater])),
    )
}

const growth = (race: string, [before = 0, after = 0]: number[], [bareBefore = 0, bareAfter = 0]: number[]) => ({
  race,
  'ours grows': round(after / before),
  'peer grows': round(bareAfter / bareBefore),
  goal: '<= 1.3 x, or no more than the peer',
})

const raceAt = async (size: number) => {
  const { uri, dataDirectory } = await benchServer()
  const databaseName = `bench_filters_${size}`
  const store = await openStore({ uri, databaseName, dataDirectory, clock: () => new Date(), zone: 'UTC' })
  const client = await MongoClient.connect(uri)
  const bare = client.db(databaseName).collection<Bare>('bare')
  await fill(store, size)
  await fillBare(bare, size)
  const rows = []
  for (const { name, where, bare: filter } of races) {
    const query = { words: [], without: [], where, day: first }
    const found = await store.contracts.find(asker, query, { limit: 50 })
    const ours = await timed(samples, () => store.contracts.find(asker, query, { limit: 50 }))
    const peer = await timed(samples, () => bare.find(filter).limit(50).toArray())
    const counting = await timed(samples, async () => {
      await bare.find(filter).limit(50).toArray()
      await bare.countDocuments(filter, { limit: 1_001 })
    })
    const { number, atLeast } = found.count
    rows.push({
      ...row(name, ours, peer, 'p95 <= 1.5'),
      'ratio to a peer that counts': round(percentile(ours, 0.95) / percentile(counting, 0.95)),
      found: `${number}${atLeast ? '+' : ''}`,
    })
  }
  await client.close()
  await store.close()
  return rows
}

const asker: Person = {
  ...{ id: ana, name: 'Ana', email: undefined, standing: 'member', active: true, roles: [], team: 'cs', manager: undefined },
  ...{ zone: undefined, hours: undefined, company: undefined, accounts: [] },
}

/** One in five an msa, one in 170 hers, one in thirty not on the standard uptime, one in twenty about to end, nine in ten above 100k. */
const valuesOf = (index: number, size: number): Bare => {
  const shuffled = (index * 7_919) % 10_007
  return {
    owner: `P-${shuffled % Math.ceil(size / 170)}`,
    expirationDate: shuffled % 20 === 0 ? `2027-01-${String(1 + (index % 28)).padStart(2, '0')}` : `20${30 + (index % 9)}-06-30`,
    sla: shuffled % 30 === 1 ? 99.5 : 99.9,
    type: ['msa', 'nda', 'sow', 'order-form', 'dpa'][index % 5] as string,
    value: (shuffled % 10 === 0 ? 50_000 : 250_000 + index) * 100,
  }
}

const fill = async (store: Store, size: number): Promise<void> => {
  const begun = Date.now()
  for (let from = 0; from < size; from += together) {
    await Promise.all(Array.from({ length: Math.min(together, size - from) }, (_, offset) => begin(store, from + offset, size)))
  }
  console.log(`Filled with ${size.toLocaleString('en')} contracts in ${Math.round((Date.now() - begun) / 1000)} s`)
}

const begin = (store: Store, index: number, size: number) => {
  const { sla, type, value, ...others } = valuesOf(index, size)
  const fields = { title: `Agreement ${index}`, counterparty: `Company ${index} Ltd`, status: 'executed' as const, team: 'cs', ...others }
  return store.contracts.create({
    fields: { ...fields, type: type as 'msa', slaUptimePercent: sla, value: { minor: value, currency: 'EUR' } },
    by: others.owner,
    source: 'bench',
    key: `bench:${index}`,
  })
}

const fillBare = async (bare: Collection<Bare>, size: number): Promise<void> => {
  for (const index of [{ owner: 1, expirationDate: 1 }, { sla: 1 }, { type: 1, value: 1 }] as const) await bare.createIndex(index as never)
  for (let from = 0; from < size; from += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, size - from) }, (_, offset) => valuesOf(from + offset, size))
    // As long as a contract's row is.
    await bare.insertMany(rows.map((values) => ({ ...values, state: 'x'.repeat(1_500) })) as Bare[])
  }
}
