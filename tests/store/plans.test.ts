// Every query of the store, caught on its way to the server: none reads a whole collection, each is served by the index meant for it.
import { type Document, MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SentCommand } from '../../src/store/database.ts'
import type { Store } from '../../src/store/store.ts'
import { conversation, decided, person, said, thread, useStore } from './fresh-store.ts'
import { play } from './scenario.ts'

const opened = useStore()
const called = new Set<string>()

/** The store, told on each call which of its functions it was. */
const watched = (store: Store): Store =>
  new Proxy(store, {
    get: (whole, part: keyof Store) =>
      typeof whole[part] === 'function'
        ? whole[part]
        : new Proxy(whole[part] as object, {
            get(of, name) {
              called.add(`${part}.${String(name)}`)
              return Reflect.get(of, name)
            },
          }),
  })

/** Everything that the store can do, at least once. */
const useAll = async (store: Store) => {
  const now = new Date().toISOString()
  const ana = person('P-1', { roles: ['legal'] })
  const id = await play(store)
  await play(store)
  const contract = await store.contracts.get(ana, id)
  await store.contracts.state(id)
  await store.contracts.named(ana, 'acme amended', 5)
  await store.contracts.named(ana, 'acmee', 5)
  for (const words of [[], ['acme'], ['liability'], ['edited'], [id]])
    await store.contracts.find(ana, { words, without: ['zeppelin'] }, { limit: 5 })
  await store.contracts.find(
    ana,
    {
      words: ['acme'],
      without: [],
      where: {
        all: [
          { field: 'owner', comparison: '=', value: 'P-1' },
          { field: 'owner', from: 'P-1' },
        ],
      },
    },
    { limit: 5 },
  )
  await manyOf(store, ana)
  for (const query of [{}, { asOf: now }, { thread }, { latest: true }, { words: ['first'] }])
    await store.talk.list(ana, contract, { words: [], limit: 2, ...query })
  const page = await store.talk.list(ana, contract, { words: [], limit: 1 })
  await store.talk.list(ana, contract, { words: [], limit: 1, after: page.next as string, asOf: now })
  await store.talk.get(ana, contract, [`${conversation}|m|1`])
  await store.record.entries(id, 2)
  await store.record.ofKind('decision', '2020-01-01T00:00:00.000Z')
  for (const contract of [id, undefined]) await Array.fromAsync(store.record.verify(contract))
  for (const read of ['bearing', 'members'] as const) await store.families[read](ana, contract)
  await useDuties(store, ana)
  await store.record.catchUp()
  await store.anchors.write(now)
  await store.anchors.check()
  await useBeside(store, now)
  await useShelves(store, ana)
}

/** So many contracts that facts are looked for on two shelves before they are read. */
const useShelves = async (store: Store, ana: ReturnType<typeof person>) => {
  await opened.tamper('numbers', (rows) => rows.updateOne({ _id: 'C' as never }, { $set: { last: 5_000 } }))
  const where = {
    all: [
      { field: 'owner', comparison: '=' as const, value: 'P-1' },
      { field: 'owner', from: 'P-1' },
    ],
  }
  // The first one still plans by the number that it knew.
  for (const _ of [1, 2]) await store.contracts.find(ana, { words: [], without: [], where }, { limit: 5 })
}

/** A word in so many places that it is read block by block. */
const manyOf = async (store: Store, ana: ReturnType<typeof person>) => {
  await store.record.append('C-1', () => Array.from({ length: 210 }, (_, index) => said(1000 + index, 'umbrella')))
  for (const words of [['umbrella'], ['umbrella', 'acme']]) await store.contracts.find(ana, { words, without: [] }, { limit: 5 })
}

/** What waits, what is owed and what is used, over all contracts. */
const useDuties = async (store: Store, ana: ReturnType<typeof person>) => {
  for (const owner of [undefined, ana.id]) await store.reviews.waiting(ana, owner)
  await store.reviews.byOwner(ana)
  await store.obligations.holding(ana, 'O-1').catch(() => undefined)
  await store.obligations.due(ana, '2027-01-31')
  await store.obligations.nearLimits(ana)
}

const useFields = async (fields: Store['fields'], ana: ReturnType<typeof person>) => {
  await fields.change({ key: 'seats', version: 1, change: { standard: 10 }, by: ana.id, source: 'test' })
  await fields.list()
  await fields.named('seats')
  await fields.versions('seats')
  await fields.held(ana, 'seats')
}

const useBeside = async (store: Store, now: string) => {
  const { inbox, outbox, people, conversations, threads, files, answers, numbers, secrets, duties } = store
  const delivery = { id: 'd1', platform: 'teams', thread, receivedAt: now, roster: undefined, body: '{}' } as const
  for (const one of [delivery, delivery, { ...delivery, id: 'd2' }]) await inbox.keep(one)
  const claimed = await inbox.claim('worker', 5)
  await inbox.done('worker', claimed.slice(0, 1))
  await inbox.release('worker', claimed[1] as never, 'not yet')
  await inbox.replaySpool()
  await inbox.quarantine({ id: 'q1', platform: 'teams', receivedAt: now, reason: 'unknown tenant', body: '{}' })
  await inbox.counts()
  for (const row of ['o1', 'o2', 'o3']) await outbox.enqueue({ id: row, platform: 'teams', lane: row, outgoing: {} })
  const [sent, later, failed] = await outbox.claim('worker', 5)
  await outbox.settle('worker', sent as never, { state: 'sent', message: 'm' })
  await outbox.settle('worker', later as never, { state: 'later', at: now, unclear: true, reason: '429' })
  await outbox.settle('worker', failed as never, { state: 'failed', reason: '400' })
  await outbox.sent('o1')
  await outbox.counts()
  const ana = await people.meet(
    { platform: 'teams', home: 't', id: 'ana' },
    { name: 'Ana', email: 'ana@sample.example', standing: 'member' },
  )
  await people.get(ana.id)
  await people.ofAccount('teams:t:ana')
  await people.ofEmail('ana@sample.example')
  await people.named('ana', 5)
  await people.list({ limit: 1 })
  await people.list({ limit: 1, after: ana.id })
  await people.ensure({ email: 'lee@acme.example', name: 'Lee', standing: 'outsider' })
  await people.change(ana.id, { team: 'sales' }, ana.id, 'test')
  await useFields(store.fields, ana)
  const member = { account: 'teams:t:ana', name: 'Ana', email: undefined, standing: 'member', company: undefined } as const
  const kept = await conversations.keep(conversation, { name: 'general', members: [member], personal: 'teams:t:ana' })
  await conversations.get(conversation)
  await conversations.roster(kept.roster?.hash ?? '')
  await conversations.personal('teams:t:ana')
  await threads.linked(thread)
  await threads.ofConversation(conversation)
  await threads.ofPlatform('teams')
  await threads.ofMessage(`${conversation}|m|1`, ['C-1'])
  for (const pass of [1, 2] as const)
    await threads.scheduleHistory({ thread, contract: 'C-1', due: '2020-01-01T00:00:00.000Z', pass, by: 'P-1' })
  await threads.scheduleHistory({ thread, contract: 'C-1', due: '2020-01-01T00:00:00.000Z', pass: 1, by: 'P-1' })
  const history = await threads.claimHistory('worker', now)
  await threads.advanceHistory(history as never, { cursor: 'c', messages: 5, files: 0, unread: undefined, toldAt: undefined })
  await threads.claimHistory('worker', now, { thread, contract: 'C-1' })
  await threads.advanceHistory(history as never, 'done')
  const { modelReadings } = store
  const readings = ['b', 'c', 'd'].map((document) => ({
    contract: 'C-1',
    document,
    name: 'a.txt',
    actor: 'P-1',
    source: 'x',
    today: '2026-11-24',
  }))
  for (const reading of [...readings, ...readings]) await modelReadings.schedule(reading)
  const [read, again, lost] = await modelReadings.claim('worker', 5)
  await modelReadings.settle(read as never, { state: 'done' })
  await modelReadings.settle(again as never, { state: 'later', due: now, tries: 1, reason: '503' })
  await modelReadings.settle(lost as never, { state: 'failed', reason: '401' })
  await modelReadings.counts()
  const { sha256 } = await files.keep(Buffer.from('bytes'))
  await files.read(sha256)
  await files.keepText('C-1', { sha256, name: 'a.txt' }, 'bytes')
  await files.text(sha256)
  for (const _ of [1, 2]) await answers.once('invocation', async () => 'answer')
  await numbers.next('D')
  await secrets.get('links')
  for (const _ of [1, 2]) await duties.claim('digest:2026-W01', 'worker')
  await duties.done('digest:2026-W01', 'worker')
  await store.record.append('C-1', () => [decided('last')])
}

type Query = { name: string; shape: string; collection: string; filter: Document; sort: Document | undefined; command: Document }

/** What a filter looks like without its values. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return ['?']
  if (value === null || typeof value !== 'object' || value.constructor !== Object) return '?'
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, shapeOf(held)]))
}
const keysOf = (sort: Document | undefined): string[] => (sort instanceof Map ? [...sort.keys()] : Object.keys(sort ?? {}))

/** The commands that look something up, in the form that `explain` takes. */
const queriesOf = ({ name, command }: SentCommand): Query[] => {
  const collection = String(command[name])
  const { filter, sort, limit, hint, query, update, pipeline, updates = [], deletes = [] } = command as Document
  const of = (looked: Document, explained: Document, sorted?: Document): Query[] => {
    const by = keysOf(sorted).length > 0 ? ` by ${keysOf(sorted)}` : ''
    const shape = `${collection} ${JSON.stringify(shapeOf(looked)).replaceAll('"', '')}${by}`
    return [{ name, shape, collection, filter: looked, sort: sorted, command: explained }]
  }
  switch (name) {
    case 'find':
      return of(filter, { find: collection, filter, ...(sort && { sort }), ...(limit && { limit }), ...(hint && { hint }) }, sort)
    case 'findAndModify':
      return of(query, { findAndModify: collection, query, update, ...(sort && { sort }) }, sort)
    case 'update':
      return updates.flatMap((one: Document) => of(one.q, { update: collection, updates: [one] }))
    case 'delete':
      return deletes.flatMap((one: Document) => of(one.q, { delete: collection, deletes: [one] }))
    case 'aggregate':
      return of(pipeline[0].$match, { aggregate: collection, pipeline, cursor: {} })
    case 'distinct':
      return of(query ?? {}, { distinct: collection, key: command.key, query })
    default:
      return []
  }
}

/** Every stage and every index that a plan speaks of, wherever the server puts them. */
const walk = (plan: unknown, found = { stages: new Set<string>(), indexes: new Set<string>() }): typeof found => {
  if (plan === null || typeof plan !== 'object') return found
  const { stage, indexName } = plan as { stage?: unknown; indexName?: unknown }
  if (typeof stage === 'string') found.stages.add(stage)
  if (typeof indexName === 'string') found.indexes.add(indexName)
  for (const [key, held] of Object.entries(plan)) if (key !== 'rejectedPlans' && key !== 'command') walk(held, found)
  return found
}

/** The index meant for each query that does not name its rows by `_id`. A new query is a new line. */
const meant: Record<string, string> = {
  'contracts {untold:?}': 'untold_1',
  'contracts {belongs:?}': 'belongs_1',
  'contracts {belongs:{$in:[?]}}': 'belongs_1',
  'contracts {block:?}': 'block_1',
  'contracts {due:{$gte:?,$lte:?}}': 'due_1',
  'contracts {obligations:?}': 'obligations_1',
  'contracts {owner:?,review:{$gte:?,$lte:?}}': 'owner_1_review_1',
  'contracts {review:{$gte:?,$lte:?}}': 'review_1',
  'contracts {usage:{$gte:?,$lte:?}}': 'usage_1',
  'conversations {personal:?}': 'personal_1',
  'entries {contract:?,key:{$in:[?]}}': 'contract_1_key_1',
  'entries {contract:?,key:?}': 'contract_1_key_1',
  'entries {contract:?,seq:{$gt:?}} by seq': 'contract_1_seq_1',
  'entries {contract:?} by contract,seq': 'contract_1_seq_1',
  'entries {kind:?,at:{$gte:?}} by at': 'kind_1_at_1',
  // All of the record, in the order of its chains.
  'entries {} by contract,seq': 'contract_1_seq_1',
  'facts {fact:?}': 'fact_1',
  'facts {fact:{$gte:?,$lte:?}}': 'fact_1',
  'facts {shelf:?,fact:?}': 'shelf_1_fact_1',
  'facts {shelf:?,fact:{$gte:?,$lte:?}}': 'shelf_1_fact_1',
  'fs.chunks {files_id:?} by n': 'files_id_1_n_1',
  'histories {state:?,due:{$lte:?}} by due': 'state_1_due_1',
  'model_readings {state:?,due:{$lte:?}} by due': 'state_1_due_1',
  'model_readings {state:?}': 'state_1_due_1',
  'inbox {state:?,until:{$lte:?}} by receivedAt,_id': 'state_1_receivedAt_1__id_1',
  'inbox {state:?}': 'state_1_receivedAt_1__id_1',
  'links {conversation:?,active:?}': 'conversation_1_active_1',
  'links {platform:?,active:?}': 'platform_1_active_1',
  'links {thread:?,active:?}': 'thread_1_active_1',
  'outbox {state:?} by enqueuedAt,_id': 'state_1_enqueuedAt_1__id_1',
  'outbox {state:?}': 'state_1_enqueuedAt_1__id_1',
  'people {email:?}': 'email_1',
  'people {holds:?}': 'holds_1',
  'people {keys:?}': 'keys_1',
  'people {number:{$gt:?}} by number': 'number_1',
  'people {prefixes:?}': 'prefixes_1',
  'people {} by number': 'number_1',
  'search {contract:?,tokens:?}': 'contract_1',
  'search {tokens:?,block:?}': 'tokens_1_block_1',
  'search {tokens:?}': 'tokens_1_block_1',
  'talk {contract:?,place:{$gt:?}} by place': 'contract_1_place_1',
  'talk {contract:?,place:{$lt:?,$gt:?}} by place': 'contract_1_place_1',
  'talk {contract:?,place:{$lt:?}} by place': 'contract_1_place_1',
  'talk {contract:?,place:{$lt:?}}': 'contract_1_place_1',
  'talk {contract:?,tokens:?}': 'contract_1_place_1',
  'talk {contract:?,thread:?} by place': 'contract_1_place_1',
  'talk {contract:?} by place': 'contract_1_place_1',
  'talk {contract:?}': 'contract_1_place_1',
  'talk {tokens:?,block:?}': 'tokens_1_block_1',
  'talk {tokens:?}': 'tokens_1_block_1',
}
/** Where a word stands in few contracts: the server weighs which of two indexes has less to read, and here both have next to nothing. */
const either = ['search {contract:?,tokens:?}', 'talk {contract:?,tokens:?}']
/** Counted up to a limit, whichever they are. */
const bounded = ['people {}']

/** SecantusDB's Python server explains a filter with a field beyond its index as a scan, though it does use the index: it is asked again without. */
const served = ({ collection, filter, sort }: Query, index: string): Document => {
  const fields = index === '_id_' ? ['_id'] : index.split(/_1_?/).filter(Boolean)
  const left = Object.fromEntries(Object.entries(filter).filter(([field]) => fields.includes(field)))
  return { find: collection, filter: left, ...(sort && { sort }) }
}

describe('every query of the store', () => {
  const queries = new Map<string, Query>()
  let client: MongoClient

  beforeAll(async () => {
    client = new MongoClient(opened.place.uri)
    opened.sent.length = 0
    await useAll(watched(opened.store))
    for (const query of opened.sent.flatMap(queriesOf)) queries.set(query.shape, query)
  })
  afterAll(() => client.close())

  const indexesOf = async (command: Document): Promise<string[]> => {
    const { stages, indexes } = walk(await client.db(opened.place.name).command({ explain: command, verbosity: 'queryPlanner' }))
    return stages.has('COLLSCAN') ? ['COLLSCAN'] : [...indexes]
  }

  test('everything that the store can do was done, but for rebuilding, which reads all there is', () => {
    const parts = Object.entries(opened.store).filter(([, of]) => typeof of === 'object')
    const functions = parts.flatMap(([part, of]) => Object.keys(of as object).map((name) => `${part}.${name}`))
    expect(functions.filter((name) => !called.has(name))).toEqual(['record.rebuild', 'numbers.last'])
    expect(queries.size).toBeGreaterThan(50)
  })

  test('is served by the index meant for it, and reads no collection from end to end', async () => {
    const wrong: string[] = []
    for (const query of queries.values()) {
      if (bounded.includes(query.shape)) continue
      const index = '_id' in query.filter ? '_id_' : meant[query.shape]
      if (index === undefined) {
        wrong.push(`${query.shape}: no index is meant for it`)
        continue
      }
      const used = await indexesOf(query.command)
      const again = used.includes('COLLSCAN') ? await indexesOf(served(query, index)) : used
      // A collection that is not there yet, or a row named by its id and by more, is served by whatever the server likes.
      if (either.includes(query.shape) && again.includes('tokens_1_block_1')) continue
      if (again.length === 0 || again.includes(index) || ('_id' in query.filter && !again.includes('COLLSCAN'))) continue
      wrong.push(`${query.shape}: ${again}, meant was ${index}`)
    }
    expect(wrong).toEqual([])
  })

  test('what finds and changes one row names it by its id alone: the Python server scans for anything more', () => {
    const more = [...queries.values()].filter(({ name, filter }) => name === 'findAndModify' && Object.keys(filter).join() !== '_id')
    expect(more.map(({ shape }) => shape)).toEqual([])
  })

  test('every line of the table is a query of the store', () => {
    expect(Object.keys(meant).filter((shape) => !queries.has(shape))).toEqual([])
  })
})
