// People and drafts to fill a store with.
import type { Person } from '../../src/contracts/identity.ts'
import type { Draft } from '../../src/contracts/record/entry.ts'
import type { Payloads } from '../../src/contracts/record/kinds.ts'

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: undefined,
  standing: 'member',
  active: true,
  roles: [],
  team: undefined,
  manager: undefined,
  zone: undefined,
  hours: undefined,
  company: undefined,
  accounts: [{ platform: 'teams', home: 't', id }],
  ...more,
})

export const conversation = 'teams:t:general'
export const thread = `${conversation}|1`
export const instant = (minutes: number): string => new Date(Date.parse('2025-03-03T09:00:00.000Z') + minutes * 60_000).toISOString()

/** What somebody said: `id` names the message, and is the minute at which it was posted. */
export const said = (id: number, text: string, more: Partial<Payloads['message']> = {}): Draft<'message'> => ({
  kind: 'message',
  key: `m:${id}`,
  actor: 'teams:t:P-1',
  source: 'teams',
  payload: {
    message: `${conversation}|m|${id}`,
    thread,
    author: { name: 'Ana Ruiz' },
    postedAt: instant(id),
    audience: 'internal',
    visibility: 'contract',
    kind: 'message',
    text,
    files: [],
    backfilled: false,
    ...more,
  },
})

const act = { actor: 'P-1', source: 'test' }
export const decided = (key: string, text = key): Draft => ({
  ...act,
  kind: 'decision',
  key,
  payload: { decision: 'D-1', text, cites: [] },
})
export const linked = (key: string, of = thread): Draft => ({
  ...act,
  kind: 'linked',
  key,
  payload: { thread: of, conversationName: 'general', visibility: 'contract' },
})
export const unlinked = (key: string, of = thread): Draft => ({ ...act, kind: 'unlinked', key, payload: { thread: of } })
export const restrict = (key: string, restricted = true): Draft => ({ ...act, kind: 'restricted', key, payload: { restricted } })
export const grant = (to: string, level: 'read' | 'write' = 'read'): Draft => ({
  ...act,
  kind: 'granted',
  key: `g:${to}`,
  payload: { person: to, level },
})
export const fieldSet = (key: string, field: string, value: unknown): Draft => ({
  ...act,
  kind: 'field',
  key,
  payload: { field, value: value as never },
})
export const documentAdded = (sha256: string, name: string): Draft => ({
  ...act,
  kind: 'document',
  key: `document:${sha256}`,
  payload: { sha256, name, size: 1, type: 'txt', warnings: [], hasText: true },
})
