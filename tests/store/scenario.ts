// A life of a contract that touches every projection: played again with the same keys it changes nothing.
import { createHash } from 'node:crypto'
import type { Draft } from '../../src/contracts/record/entry.ts'
import type { Store } from '../../src/store/store.ts'
import {
  conversation,
  decided,
  documentAdded,
  fieldSet,
  grant,
  instant,
  linked,
  restrict,
  said,
  thread,
  unlinked,
} from './opened-drafts.ts'

export const text = 'The aggregate liability is capped at twelve months of fees.'

const heard = (id: number) => ({
  message: `${conversation}|m|${id}`,
  thread,
  author: { name: 'Ana Ruiz' },
  postedAt: instant(id),
  audience: 'internal' as const,
  visibility: 'contract' as const,
})
const source = { actor: 'teams:t:P-1', source: 'teams' }
const talk: Draft[] = [
  said(1, 'the first one'),
  { ...source, kind: 'version', key: 'v:1', payload: { ...heard(1), text: 'the first one, edited', editedAt: instant(5), origin: 'edit' } },
  { ...source, kind: 'deleted', key: 'd:2', payload: { ...heard(2), deletedAt: instant(6) } },
  said(2, 'deleted before it came'),
  {
    ...source,
    kind: 'reaction',
    key: 'r:1',
    payload: { message: `${conversation}|m|1`, thread, emoji: '👍', by: 'lee', at: instant(7), added: true },
  },
]
const membership: Draft = {
  actor: 'P-1',
  source: 'teams',
  kind: 'membership',
  key: 'roster',
  payload: { conversation, roster: 'hash', members: ['teams:t:P-1'], outsiders: [] },
}

/** @returns the contract's id */
export const play = async (store: Store, key = 'scenario'): Promise<string> => {
  const { id } = await store.contracts.create({
    fields: { title: `Acme ${key}`, counterparty: 'Acme Ltd', owner: 'P-1' },
    by: 'P-1',
    source: 'test',
    key,
  })
  const { sha256 } = await store.files.keep(Buffer.from(text))
  await store.files.keepText(id, { sha256, name: 'terms.txt' }, text)
  await store.record.append(id, () => [documentAdded(sha256, 'terms.txt'), linked('link'), membership])
  for (const draft of talk) await store.record.append(id, () => [draft])
  await store.record.append(id, () => [fieldSet('title', 'title', `Acme ${key}, amended`), grant('P-3'), restrict('restrict')])
  await Promise.all(
    [unlinked('unlink'), linked('link again'), said(3, 'third'), decided('d')].map((draft) => store.record.append(id, () => [draft])),
  )
  return id
}

/** The keys that a whole life leaves, in the order of the alphabet. */
export const keysOfLife = (key = 'scenario'): string[] =>
  [
    `created:${key}`,
    `document:${createHash('sha256').update(text).digest('hex')}`,
    'link',
    'roster',
    ...talk.map((draft) => draft.key),
    ...['title', 'g:P-3', 'restrict', 'unlink', 'link again', 'm:3', 'd'],
  ].sort()
