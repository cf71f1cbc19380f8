// Searching: every word somewhere that the asker may see, names first, the passage shown; what was typed is never interpreted.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Condition, FieldTest, Operand } from '../../src/contracts/filter/condition.ts'
import type { Person } from '../../src/contracts/identity.ts'
import type { Query } from '../../src/store/store.ts'
import { conversation, documentAdded, fieldSet, person, said, useStore } from './fresh-store.ts'

const opened = useStore()
const ana = person('P-1', { team: 'sales' })
const ids = new Map<string, string>()
const nameOf = new Map<string, string>()

const begin = async (name: string, fields: object, restricted = false) => {
  const { id } = await opened.store.contracts.create({
    fields: { owner: 'P-1', ...fields },
    restricted,
    by: 'P-1',
    source: 'test',
    key: name,
  })
  ids.set(name, id)
  nameOf.set(id, name)
}
const addText = async (name: string, file: string, text: string) => {
  const { sha256 } = await opened.store.files.keep(Buffer.from(text))
  const contract = ids.get(name) as string
  await opened.store.files.keepText(contract, { sha256, name: file }, text)
  await opened.store.record.append(contract, () => [documentAdded(sha256, file)])
}
const say = (name: string, ...drafts: ReturnType<typeof said>[]) => opened.store.record.append(ids.get(name) as string, () => drafts)
const privately = { visibility: 'members', thread: 'teams:t:private|1', roster: 'r1' } as const

const find = async (query: Partial<Query>, who: Person = ana, page: { after?: string; limit: number } = { limit: 10 }) => {
  const found = await opened.store.contracts.find(who, { words: [], without: [], ...query }, page)
  return { ...found, names: found.items.map(({ contract }) => nameOf.get(contract.id) ?? contract.id) }
}
const namesOf = async (typed: string, who?: Person) => (await find({ words: typed.split(' ') }, who)).names

beforeAll(async () => {
  const money = { minor: 25_000_000, currency: 'EUR' }
  await begin('acme', {
    title: 'Acme Master Services Agreement',
    counterparty: 'Acme Ltd',
    type: 'msa',
    expirationDate: '2026-06-30',
    value: money,
  })
  await begin('globex', {
    title: 'Globex order',
    counterparty: 'Société Globex S.A.',
    parties: ['Globex', 'Initech GmbH'],
    type: 'order-form',
    status: 'executed',
  })
  await begin('hooli', {
    title: 'Hooli NDA',
    counterparty: 'Hooli',
    type: 'nda',
    team: 'sales',
    expirationDate: '2027-01-31',
    owner: 'P-2',
  })
  await begin('secret', { title: 'Secret merger', counterparty: 'Umbrella' }, true)
  await addText(
    'globex',
    'order.txt',
    `${'Filler words before. '.repeat(40)}The aggregate liability of Acme is capped at twelve months of fees.${' And after.'.repeat(60)}`,
  )
  await addText('hooli', 'nda.txt', 'Confidential information: cafés, façades and the naïve résumé. Section 7.2(b) applies.')
  await addText('secret', 'merger.txt', 'The zeppelin clause of the merger.')
  await say('hooli', said(1, 'They would accept a penguin clause.'), said(2, 'walrus in the private talk', privately))
  await say('acme', said(1, 'hostile words: (a+)+$ and .* and __proto__ and {"$ne":null}'))
  const roster = { conversation: 'teams:t:private', roster: 'r1', members: ['teams:t:P-7'], outsiders: [] }
  await opened.store.record.append(ids.get('hooli') as string, () => [
    { kind: 'membership', key: 'r1', actor: 'P-1', source: 'test', payload: roster },
  ])
})

test.each<[string, string[]]>([
  ['acme', ['acme', 'globex']],
  ['ACME ltd', ['acme', 'globex']],
  ['globex', ['globex']],
  ['societe globex', ['globex']],
  ['initech', ['globex']],
  ['acme liability', ['globex']],
  ['liability order', ['globex']],
  ['penguin nda', ['hooli']],
  ['cafes facades naive resume', ['hooli']],
  ['7 2 b', ['hooli']],
  ['executed', ['globex']],
  ['msa', ['acme']],
  ['acme penguin', []],
  ['nowhere', []],
  ['acm', []],
  ['ana', ['hooli', 'acme']],
])('%s', async (typed, names) => {
  expect(await namesOf(typed)).toEqual(names)
})

test('a contract is found by its number', async () => {
  expect(await namesOf(ids.get('hooli') as string)).toEqual(['hooli'])
  expect(await namesOf((ids.get('acme') as string).toLowerCase())).toEqual(['acme'])
})

test('nothing typed lists all that the asker may see, the newest first', async () => {
  expect((await find({})).names).toEqual(['secret', 'hooli', 'globex', 'acme'])
  expect((await find({}, person('P-9'))).names).toEqual(['hooli', 'globex', 'acme'])
  expect((await find({}, person('P-9', { standing: 'guest' }))).items).toEqual([])
})

describe('without', () => {
  test.each<[string[], string[], string[]]>([
    [['acme'], ['liability'], ['acme']],
    [[], ['acme'], ['secret', 'hooli']],
    [['acme'], ['acme'], []],
  ])('%j but not %j', async (words, without, names) => {
    expect((await find({ words, without })).names).toEqual(names)
  })
  test('what stands in talk that the asker may not read leaves nothing out', async () => {
    expect((await find({ words: ['hooli'], without: ['walrus'] })).names).toEqual(['hooli'])
    expect((await find({ words: ['hooli'], without: ['walrus'] }, person('P-7'))).names).toEqual([])
  })
})

describe('conditions on fields', () => {
  const is = (field: string, comparison: string, value: Operand) => ({ field, comparison, value }) as FieldTest
  const named = (field: string, value: string) => ({ field, comparison: '=', value, byWords: true }) as FieldTest
  const euros = (minor: number) => ({ minor, currency: 'EUR' })
  test.each<[Condition, string[]]>([
    [is('type', '=', 'nda'), ['hooli']],
    [is('type', '!=', 'nda'), ['globex', 'acme']],
    [{ not: is('type', '=', 'nda') }, ['secret', 'globex', 'acme']],
    [{ field: 'type', isSet: false }, ['secret']],
    [{ field: 'type', isSet: true }, ['hooli', 'globex', 'acme']],
    [is('status', '=', 'executed'), ['globex']],
    [is('owner', '=', 'P-2'), ['hooli']],
    [{ all: [is('owner', '=', 'P-2'), is('type', '=', 'msa')] }, []],
    [{ any: [is('owner', '=', 'P-2'), is('type', '=', 'msa')] }, ['hooli', 'acme']],
    [{ any: [is('owner', '=', 'P-2'), { words: ['liability'] }] }, ['hooli', 'globex']],
    [{ all: [{ not: { any: [{ words: ['penguin', 'clause'] }, { words: ['capped'] }] } }, { field: 'type', isSet: true }] }, ['acme']],
    [is('owner', '!=', 'P-2'), ['secret', 'globex', 'acme']],
    [named('counterparty', 'globex'), ['globex']],
    [named('parties', 'initech'), ['globex']],
    [named('parties', ''), []],
    [named('title', 'services acme'), ['acme']],
    [named('team', 'Sales'), ['hooli']],
    [is('value', '>', euros(20_000_000)), ['acme']],
    [is('value', '=', euros(25_000_000)), ['acme']],
    [is('value', '>', { amount: 200_000 }), ['acme']],
    [is('value', '>', { amount: 250_000 }), []],
    [is('value', '>=', { minor: 1, currency: 'USD' }), []],
    [is('value', '<', euros(25_000_000)), []],
    [is('expirationDate', '<', '2027-01-31'), ['acme']],
    [is('expirationDate', '<=', '2027-01-31'), ['hooli', 'acme']],
    [is('expirationDate', '>', '2026-06-30'), ['hooli']],
    [{ field: 'expirationDate', from: '2026-06-01', to: '2026-06-30' }, ['acme']],
    [{ field: 'expirationDate', from: '2026-07-01' }, ['hooli']],
    [{ field: 'effectiveDate', from: '2000-01-01', to: '2100-01-01' }, []],
    [{ all: [] }, ['secret', 'hooli', 'globex', 'acme']],
    [{ any: [] }, []],
  ])('%j', async (where, names) => {
    const found = await find({ where })
    expect([found.names, found.count.number]).toEqual([names, names.length])
  })
  test('together with words', async () => {
    expect((await find({ words: ['acme'], where: is('type', '=', 'order-form') })).names).toEqual(['globex'])
  })
  test('words of a condition in talk that the asker may not read are not there', async () => {
    const where = { any: [{ words: ['walrus'] }, is('type', '=', 'msa')] }
    expect([(await find({ where })).names, (await find({ where }, person('P-7'))).names]).toEqual([['acme'], ['hooli', 'acme']])
  })
})

describe('the passage', () => {
  const passage = async (words: string[], who?: Person) => (await find({ words }, who)).items[0]?.passage
  test('from the name', async () => {
    expect(await passage(['acme', 'services'])).toEqual({ source: 'title', where: '', text: 'Acme Master Services Agreement' })
  })
  test('from a document: about 200 characters around the words', async () => {
    const found = await passage(['aggregate', 'liability', 'months'])
    expect(found).toMatchObject({ source: 'document', where: 'order.txt' })
    expect(found?.text).toContain('The aggregate liability of Acme is capped at twelve months of fees.')
    expect([found?.text.startsWith('… '), found?.text.endsWith(' …')]).toEqual([true, true])
    expect(found?.text.length).toBeLessThan(300)
  })
  test('from talk: who said it, and when', async () => {
    expect(await passage(['penguin'])).toEqual({
      source: 'talk',
      where: 'Ana Ruiz, 3 Mar 2025',
      text: 'They would accept a penguin clause.',
    })
  })
  test('from a field', async () => {
    expect(await passage(['executed'])).toEqual({ source: 'field', where: '', text: 'executed' })
  })
})

describe('what may not be read does not exist', () => {
  test('a restricted contract, by its name or its text, also in counts', async () => {
    for (const typed of ['umbrella', 'zeppelin']) {
      expect(await namesOf(typed)).toEqual(['secret'])
      expect(await find({ words: [typed] }, person('P-9'))).toMatchObject({
        items: [],
        count: { number: 0, atLeast: false },
        next: undefined,
      })
    }
  })
  test('talk of a conversation that one is not in: no hit, no count, no passage', async () => {
    expect(await find({ words: ['walrus'] })).toMatchObject({ items: [], count: { number: 0 } })
    expect((await find({ words: ['hooli', 'walrus'] })).names).toEqual([])
    // Who was in it when it was said finds it.
    const found = await find({ words: ['walrus'] }, person('P-7'))
    expect([found.names, found.items[0]?.passage?.text]).toEqual([['hooli'], 'walrus in the private talk'])
  })
  test('who is in the conversation now finds it, and everybody once it was opened to the readers of the contract', async () => {
    const member = { account: 'teams:t:P-8', name: 'Kim', email: undefined, standing: 'member', company: undefined } as const
    expect(await namesOf('walrus', person('P-8'))).toEqual([])
    await opened.store.conversations.keep('teams:t:private', { name: 'private', visibility: 'members', members: [member] })
    expect(await namesOf('walrus', person('P-8'))).toEqual(['hooli'])
    const widen = (key: string, visibility: 'contract' | 'members') =>
      opened.store.record.append(ids.get('hooli') as string, () => [
        { kind: 'visibility', key, actor: 'P-8', source: 'test', payload: { conversation: 'teams:t:private', visibility } },
      ])
    await widen('w1', 'contract')
    expect(await namesOf('walrus')).toEqual(['hooli'])
    await widen('w2', 'members')
    expect(await namesOf('walrus')).toEqual([])
  })
})

describe('whatever is typed is compared, not interpreted', () => {
  test.each<[string, string[]]>([
    ['(a+)+$', ['acme']],
    ['.*', []],
    ['__proto__', ['acme']],
    ['{"$ne":null}', ['acme']],
    ['$where', []],
    ['=acme', ['acme', 'globex']],
    ['^acm', []],
    ['constructor', []],
    ['\u0000', []],
    ['\ud800', []],
    ['.*'.repeat(100), []],
  ])('%j', async (typed, names) => {
    expect((await find({ words: [typed] })).names.filter((name) => name !== 'hooli')).toEqual(names)
  })
  test('over 256 characters are refused', async () => {
    await expect(find({ words: ['a'.repeat(257)] })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(find({ words: ['acme'], without: ['a'.repeat(257)] })).rejects.toMatchObject({ kind: 'invalid' })
    expect((await find({ words: ['a'.repeat(256)] })).names).toEqual([])
  })
  test.each(['', 'name', 'name.1', 'other.x.1.', '{"$gt":""}', 'name.9999999999.1.'])('%j is no place to go on from', async (after) => {
    await expect(find({ words: ['acme'] }, ana, { after, limit: 5 })).rejects.toMatchObject({ kind: 'invalid' })
  })
})

test('a field that changed is found by its new words and no longer by its old', async () => {
  await begin('renamed', { title: 'Old thing' })
  await opened.store.record.append(ids.get('renamed') as string, () => [fieldSet('t', 'title', 'Fresh paint')])
  expect([await namesOf('fresh paint'), await namesOf('old thing')]).toEqual([['renamed'], []])
  expect(conversation).toBe('teams:t:general')
})

describe('what a search reads', () => {
  const readsOf = async (query: Partial<Query>): Promise<string[]> => {
    opened.sent.length = 0
    await find(query)
    return opened.sent.map(({ name, command }) => `${name} ${String(command[name])}`).sort()
  }
  const day = '2026-11-24' as const

  test('of a contract with a rare name its row and its family once, whatever is told of it', async () => {
    const reads = await readsOf({ words: ['hooli'], day })
    expect(reads.filter((read) => read === 'find contracts')).toHaveLength(1)
    expect(reads.filter((read) => read === 'find facts')).toHaveLength(1)
    expect(reads.filter((read) => read === 'find entries')).toHaveLength(1)
  })
  test('where no day is asked about, nothing of families', async () => {
    expect((await readsOf({ words: ['hooli'] })).filter((read) => read === 'find facts')).toEqual([])
  })
  test('nothing of contracts where the name is nobody\u2019s', async () => {
    expect((await readsOf({ words: ['nobodyatall'], day })).filter((read) => read === 'find contracts')).toEqual([])
  })
})
