// A small company in a database of its own: people, three contracts, a channel and a thread, and what they ask through dispatch.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Card, CardElement } from '../../src/bot/card.ts'
import type { AnyCommand, App } from '../../src/bot/command.ts'
import { createDispatch, type DispatchOptions } from '../../src/bot/dispatch.ts'
import type { Invocation, Speaker } from '../../src/bot/invocation.ts'
import { commands as registry } from '../../src/commands/index.ts'
import type { FieldValues } from '../../src/contracts/contract.ts'
import { accountKey, type Person, type Role } from '../../src/contracts/identity.ts'
import type { Member } from '../../src/contracts/roster.ts'
import { threadId } from '../../src/contracts/talk.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { testDatabase } from '../setup/database.ts'

export const channel = { id: 'teams:home:channel', name: 'Acme renewal', private: false }
export const thread = threadId(channel.id, '1')

const account = (name: string, home = 'home') => ({ platform: 'teams' as const, home, id: name })
const email = (name: string) => `${name}@lindenmoor.example`

export const speaker = (name: string, standing: Speaker['standing'] = 'member'): Speaker => ({
  account: account(name, standing === 'outsider' ? 'acme' : 'home'),
  name: `${name[0]?.toUpperCase()}${name.slice(1)}`,
  email: standing === 'outsider' ? `${name}@acme.example` : email(name),
  standing,
})

export const member = (name: string, standing: Speaker['standing'] = 'member'): Member => {
  const { account: home, name: called, email: address } = speaker(name, standing)
  return { account: accountKey(home), name: called, email: address, standing, company: standing === 'outsider' ? 'Acme Ltd' : undefined }
}

type WorldOptions = {
  commands?: readonly AnyCommand[]
  dispatch?: Partial<DispatchOptions>
  /** Another way to the same database. */
  through?: (uri: string) => Promise<string>
}

export type World = Awaited<ReturnType<typeof openWorld>>

export const openWorld = async (options: WorldOptions = {}) => {
  const clock = () => new Date('2026-11-24T10:00:00.000Z')
  const database = await testDatabase()
  const uri = (await options.through?.(database.uri)) ?? database.uri
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-dispatch-'))
  const opened = await openStore({ uri, databaseName: database.name, dataDirectory, clock, zone: 'Europe/Berlin' })
  const { store, reads } = counted(opened)
  const logged: { fields: Record<string, unknown>; text: string }[] = []
  const app = {
    store,
    clock,
    zone: 'Europe/Berlin',
    platforms: { find: () => undefined },
    commands: options.commands ?? registry,
    pages: { contract: (contract: string, person: string) => `https://bot.example/contract/${contract}-${person}` },
  } as unknown as App
  const log = { error: (fields: Record<string, unknown>, text: string) => logged.push({ fields, text }) }
  const dispatch = createDispatch(app, { log, isStorageAway: () => false, ...options.dispatch })
  let asked = 0
  const ask = (name: string, text: string, more: Partial<Invocation> & { standing?: Speaker['standing'] } = {}) => {
    asked += 1
    const { standing, ...rest } = more
    return dispatch({ id: `act-${asked}`, door: 'mention', text, fields: {}, files: [], speaker: speaker(name, standing), ...rest })
  }
  const person = async (name: string, change: { roles?: Role[]; team?: string; active?: boolean } = {}): Promise<Person> => {
    const { id } = await store.people.ensure({ email: email(name), name: speaker(name).name, standing: 'member' })
    return store.people.change(id, change, 'throughline', 'test')
  }
  const contract = async (fields: Partial<FieldValues>, owner: Person, restricted = false) =>
    store.contracts.create({
      fields: { ...fields, owner: owner.id },
      restricted,
      by: owner.id,
      source: 'test',
      key: `test:${fields.title}`,
    })
  const link = (contract: string, where = thread) =>
    store.record.append(contract, () => [
      {
        kind: 'linked',
        key: `linked:${contract}:${where}`,
        actor: 'test',
        source: 'test',
        payload: { thread: where, conversationName: channel.name, visibility: 'contract' },
      },
    ])
  const close = async () => {
    await opened.close()
    await database.drop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
  const gather = (...members: Member[]) => store.conversations.keep(channel.id, { name: channel.name, visibility: 'contract', members })
  return { store, app, dispatch, ask, person, contract, link, gather, logged, reads, close }
}

/** Ana owns two of Acme's contracts, one of them restricted, and one of Beta's. */
export const openCompany = async (options: Parameters<typeof openWorld>[0] = {}) => {
  const world = await openWorld(options)
  const ana = await world.person('ana', { team: 'cs' })
  await world.person('kim')
  await world.person('lena', { roles: ['legal'] })
  await world.person('rita', { roles: ['record-keeper'] })
  await world.person('adam', { roles: ['administrator'] })
  const acme = await world.contract({ title: 'Acme MSA', counterparty: 'Acme Ltd', team: 'cs', status: 'executed' }, ana)
  const beta = await world.contract({ title: 'Beta order form', counterparty: 'Beta GmbH', status: 'draft' }, ana)
  const secret = await world.contract({ title: 'Acquisition of Canary', counterparty: 'Canary Ltd' }, ana, true)
  return { ...world, ana, acme, beta, secret }
}
export type Company = Awaited<ReturnType<typeof openCompany>>

/** Every call of the store, by name, so that a test can hold two answers against each other. */
const counted = (store: Store): { store: Store; reads: string[] } => {
  const reads: string[] = []
  const wrap = <Part extends object>(part: Part, name: string): Part =>
    new Proxy(part, {
      get(target, key, receiver) {
        const member: unknown = Reflect.get(target, key, receiver)
        if (typeof member !== 'function')
          return typeof member === 'object' && member !== null ? wrap(member, `${name}${String(key)}.`) : member
        return (...given: unknown[]) => {
          reads.push(`${name}${String(key)}`)
          return member.apply(target, given)
        }
      },
    })
  return { store: wrap(store, ''), reads }
}

export const buttonsOf = (card: Card): { label: string; command: string }[] =>
  card.elements
    .flatMap((element: CardElement) => (element.type === 'buttons' ? element.buttons : []))
    .map(({ label, command }) => ({ label, command }))

export const wordsOfCard = (card: Card): string => JSON.stringify(card)
