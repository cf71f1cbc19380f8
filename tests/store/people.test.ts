// People: one for each account, taken over by e-mail only where that is safe, found by what people type, changed with who did it.
import { beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/contracts/identity.ts'
import type { PeopleStore, Store } from '../../src/store/store.ts'
import { useStore } from './opened.ts'

const opened = useStore()
let people: PeopleStore
let others: Store[]
let number = 0
const account = (id = `a${++number}`): Account => ({ platform: 'teams', home: 'tenant', id })
const told = (name: string, email?: string) => ({ name, standing: 'member' as const, ...(email !== undefined && { email }) })
const namesOf = async (typed: string) => (await people.named(typed, 10)).map(({ name }) => name)

beforeAll(async () => {
  others = [await opened.open(), await opened.open()]
  people = opened.store.people
})

test('the first meeting makes a person, every other one finds it', async () => {
  const met = await people.meet(account('ana'), told('Ana Gómez', 'Ana@Acme.example'))
  expect(met).toMatchObject({ name: 'Ana Gómez', email: 'ana@acme.example', standing: 'member', active: true, roles: [] })
  expect(met.id).toMatch(/^P-\d+$/)
  expect(await people.meet(account('ana'), told('Ana Gómez', 'ana@acme.example'))).toEqual(met)
  expect([await people.get(met.id), await people.ofEmail('ANA@acme.example'), await people.ofAccount('teams:tenant:ana')]).toEqual([
    met,
    met,
    met,
  ])
})

test('met by three processes at once, with the same account and e-mail, it is one person', async () => {
  const one = account()
  const met = await Promise.all(
    [opened.store, ...others].flatMap(({ people }) => Array.from({ length: 3 }, () => people.meet(one, told('Race', 'race@acme.example')))),
  )
  expect(new Set(met.map(({ id }) => id)).size).toBe(1)
  expect((await people.named('race@acme.example', 10)).length).toBe(1)
})

test('a person imported by e-mail is taken over by the first account; a second account with that e-mail is another person', async () => {
  const imported = await people.ensure({ email: 'lee@acme.example', name: 'Lee Park', standing: 'member' })
  expect(await people.ensure({ email: 'Lee@Acme.example', name: 'Other', standing: 'member' })).toEqual(imported)
  const [first, second] = [account(), account()]
  const met = await people.meet(first, told('Lee Park', 'lee@acme.example'))
  const other = await people.meet(second, told('Lee Park', 'lee@acme.example'))
  expect([met.id, met.accounts]).toEqual([imported.id, [first]])
  expect([other.id === imported.id, other.email, other.accounts]).toEqual([false, 'lee@acme.example', [second]])
  expect((await people.ofEmail('lee@acme.example'))?.id).toBe(imported.id)
})

test('two accounts that race for an imported person: one takes it over', async () => {
  const imported = await people.ensure({ email: 'kim@acme.example', name: 'Kim', standing: 'member' })
  const met = await Promise.all([opened.store, ...others].map(({ people }) => people.meet(account(), told('Kim', 'kim@acme.example'))))
  expect(met.filter(({ id }) => id === imported.id)).toHaveLength(1)
  expect(new Set(met.map(({ id }) => id)).size).toBe(3)
})

test('a stranger whose platform vouches for the e-mail of a colleague does not become that colleague', async () => {
  const imported = await people.ensure({ email: 'boss@acme.example', name: 'Boss', standing: 'member' })
  const met = await people.meet(account(), { name: 'Boss', email: 'boss@acme.example', standing: 'outsider' })
  expect([met.id === imported.id, met.standing]).toEqual([false, 'outsider'])
})

test('what the platform tells is followed, what an administrator set is not overwritten, and to be less than a member always counts', async () => {
  const one = account()
  const met = await people.meet(one, { ...told('Sam', 'sam@acme.example'), zone: 'Europe/Berlin' })
  expect(await people.meet(one, { ...told('Sam Young'), zone: 'Europe/Rome' })).toMatchObject({ name: 'Sam Young', zone: 'Europe/Rome' })
  await people.change(met.id, { name: 'Samuel Young', zone: 'Asia/Tokyo', standing: 'member' }, 'P-1', 'test')
  expect(await people.meet(one, { ...told('Sammy'), zone: 'Europe/Rome' })).toMatchObject({ name: 'Samuel Young', zone: 'Asia/Tokyo' })
  expect(await people.meet(one, { ...told('Sammy'), standing: 'guest' })).toMatchObject({ standing: 'guest' })
})

test('a change is recorded with who did it, seen by every process, and taken back by null', async () => {
  const { id } = await people.meet(account(), told('Noor Haddad', 'noor@acme.example'))
  const changed = await people.change(id, { roles: ['approver'], team: 'finance', manager: 'P-1' }, 'P-1', 'terminal')
  expect(changed).toMatchObject({ roles: ['approver'], team: 'finance', manager: 'P-1' })
  expect(await others[0]?.people.get(id)).toEqual(changed)
  const entry = (await opened.store.record.entries('COMPANY')).at(-1)
  expect(entry).toMatchObject({ kind: 'person', actor: 'P-1', source: 'terminal' })
  expect(JSON.parse(entry?.payload ?? '')).toEqual({ person: id, change: { roles: ['approver'], team: 'finance', manager: 'P-1' } })
  expect(await people.change(id, { team: null, manager: null, roles: [], active: false }, 'P-1', 'terminal')).toMatchObject({
    team: undefined,
    manager: undefined,
    roles: [],
    active: false,
  })
})

test('a change whose process died before it was folded is there with the next one', async () => {
  const { id } = await people.meet(account(), told('Pat', 'pat@acme.example'))
  const payload = { person: id, change: { team: 'legal' } }
  await opened.store.record.append('COMPANY', () => [{ kind: 'person', key: 'person:lost', actor: 'P-1', source: 'test', payload }])
  expect(await others[1]?.people.change(id, { hours: '09:00-17:00' }, 'P-1', 'test')).toMatchObject({ team: 'legal', hours: '09:00-17:00' })
})

test('changes by three processes at once are all there', async () => {
  const { id } = await people.meet(account(), told('Busy', 'busy@acme.example'))
  const changes = [{ team: 'sales' }, { hours: '10:00-16:00' }, { zone: 'Europe/Paris' }, { company: 'Acme' }]
  await Promise.all(changes.map((change, index) => [opened.store, ...others][index % 3]?.people.change(id, change, 'P-1', 'test')))
  expect(await people.get(id)).toMatchObject({ team: 'sales', hours: '10:00-16:00', zone: 'Europe/Paris', company: 'Acme' })
})

test('an e-mail that somebody else holds, and a person who is not there, are refused', async () => {
  const { id } = await people.meet(account(), told('Max', 'max@acme.example'))
  await expect(people.change(id, { email: 'ana@acme.example' }, 'P-1', 'test')).rejects.toMatchObject({ kind: 'conflict' })
  await expect(people.change('P-999999', { team: 'x' }, 'P-1', 'test')).rejects.toMatchObject({ kind: 'not-found' })
  expect(await people.change(id, { email: 'Max@New.example' }, 'P-1', 'test')).toMatchObject({ email: 'max@new.example' })
  expect([(await people.ofEmail('max@new.example'))?.id, await people.ofEmail('max@acme.example')]).toEqual([id, undefined])
})

test.each([
  ['@lee', ['Lee Park', 'Lee Park']],
  ['ana', ['Ana Gómez']],
  ['gomez', ['Ana Gómez']],
  ['GÓM', ['Ana Gómez']],
  ['ana gomez', ['Ana Gómez']],
  ['gomez ana', ['Ana Gómez']],
  ['ana@acme.example', ['Ana Gómez']],
  ['nor hadad', ['Noor Haddad']],
  ['nobody at all', []],
  ['', []],
  ['@', []],
  ['.*', []],
  ['$ne', []],
])('"%s" finds %j', async (typed, names) => {
  expect(await namesOf(typed)).toEqual(names)
})

test('an id finds its person, and the whole name comes before a longer one', async () => {
  const longer = await people.ensure({ email: 'joan2@acme.example', name: 'Joan Smithson', standing: 'member' })
  const whole = await people.ensure({ email: 'joan1@acme.example', name: 'Joan Smith', standing: 'member' })
  expect((await people.named('joan smith', 5)).map(({ id }) => id)).toEqual([whole.id, longer.id])
  expect((await people.named(whole.id.toLowerCase(), 5)).map(({ id }) => id)).toEqual([whole.id])
  expect(await people.named('joan', 1)).toHaveLength(1)
})

test('the list is paged by number, each person once', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await people.list({ limit: 4, ...(after !== undefined && { after }) })
    seen.push(...page.items.map(({ id }) => id))
    expect(page.count).toEqual({ number: expect.any(Number), atLeast: false })
    after = page.next
  } while (after)
  const sorted = [...seen].sort((one, other) => Number(one.slice(2)) - Number(other.slice(2)))
  expect([seen, new Set(seen).size]).toEqual([sorted, (await people.list({ limit: 1 })).count.number])
})
