// A company in a database of its own: people of every role, what they ask through the real dispatch, and a chat that plays a platform.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../../src/assemble.ts'
import type { Answer } from '../../src/bot/answer.ts'
import type { Invocation } from '../../src/bot/invocation.ts'
import type { Heard, Platform, ThreadPage } from '../../src/bot/platform.ts'
import { renderCard } from '../../src/bot/terminal/render-card.ts'
import { readConfig } from '../../src/config.ts'
import type { FieldValues } from '../../src/contracts/contract.ts'
import { type Account, accountKey, type Person, type Role, type Standing } from '../../src/contracts/identity.ts'
import type { Member } from '../../src/contracts/roster.ts'
import { threadId } from '../../src/contracts/talk.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/store/open-store.ts'
import { testDatabase } from './database.ts'

export const channel = { id: 'teams:home:acme', name: 'Acme renewal', private: false }
export const thread = threadId(channel.id, 'root')

export const accountOf = (name: string): Account => ({ platform: 'teams', home: 'home', id: name })

export type Told = { roles?: Role[]; team?: string; standing?: Standing; company?: string; active?: boolean }

/** The chat that a test controls: who is in it, what was said before, what is sent to it. */
export const createChat = () => {
  const members: Member[] = []
  let history: ThreadPage = { messages: [] }
  const sent: unknown[] = []
  const platform: Platform = {
    name: 'teams',
    heard: (body) => JSON.parse(body) as Heard[],
    readThread: async () => history,
    conversation: async (id) => ({ id, name: channel.name, visibility: 'contract', members }),
    send: async (outgoing) => {
      sent.push(outgoing)
      return { result: 'sent', message: `sent-${sent.length}` }
    },
    findSent: async () => undefined,
  }
  return {
    platform,
    members,
    sent,
    setHistory: (page: ThreadPage) => {
      history = page
    },
  }
}

export const openCompany = async (now = () => new Date('2026-11-24T10:00:00.000Z'), environment: Record<string, string> = {}) => {
  const database = await testDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-company-'))
  const store = await openStore({ uri: database.uri, databaseName: database.name, dataDirectory, clock: now, zone: 'Europe/Berlin' })
  const config = readConfig({ DATA_DIR: dataDirectory, COMPANY_TIMEZONE: 'Europe/Berlin', ...environment })
  const assembly = await assemble({ store, config, log: createLog('silent'), clock: now })
  const chat = createChat()
  assembly.platforms.set('teams', chat.platform)
  const people = new Map<string, { person: Person; standing: Standing }>()
  let acts = 0

  const hire = async (name: string, told: Told = {}): Promise<Person> => {
    const { standing = 'member', company, ...change } = told
    const email = standing === 'outsider' ? `${name}@acme.example` : `${name}@home.example`
    const met = await store.people.meet(accountOf(name), { name, email, standing })
    const person = await store.people.change(met.id, { ...change, standing, ...(company && { company }) }, 'throughline', 'test')
    people.set(name, { person, standing })
    chat.members.push({ account: accountKey(accountOf(name)), name, email, standing, company })
    return person
  }
  const ask = (name: string, text: string, more: Partial<Invocation> = {}): Promise<Answer> => {
    acts += 1
    const known = people.get(name)
    if (!known) throw new Error(`nobody is called ${name}`)
    const speaker = { account: accountOf(name), name, standing: known.standing, ...(known.person.email && { email: known.person.email }) }
    return assembly.dispatch({ id: `act-${acts}`, door: 'typed', text, fields: {}, files: [], speaker, ...more })
  }
  /** What a person would read aloud. */
  const read = async (name: string, text: string, more: Partial<Invocation> = {}): Promise<string> =>
    renderCard((await ask(name, text, more)).card, { width: 100 })
  const contract = (fields: Partial<FieldValues>, by: Person, restricted = false) =>
    store.contracts.create({ fields: { owner: by.id, ...fields }, restricted, by: by.id, source: 'test', key: `test:${fields.title}` })
  const close = async () => {
    await assembly.reader.close()
    await store.close()
    await database.drop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
  return { store, assembly, chat, people, hire, ask, read, contract, close, config }
}

export type TestCompany = Awaited<ReturnType<typeof openCompany>>

export const inThread: Partial<Invocation> = { conversation: channel, thread, door: 'mention' }
