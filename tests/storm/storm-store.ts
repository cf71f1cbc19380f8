// A store for the storm: contracts in which its threads are linked, and the platform that reads its deliveries.
import type { Platform } from '../../src/bot/platform.ts'
import { conversationOf } from '../../src/contracts/talk.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import type { Storm } from './event-storm.ts'

export type Place = { uri: string; databaseName: string; dataDirectory: string }

export const openStormStore = (place: Place, clock = () => new Date(), report: (line: string) => void = () => {}): Promise<Store> =>
  openStore({ ...place, clock, zone: 'Europe/Berlin', report })

/** A platform whose deliveries are what was heard, spelled out. */
export const stormPlatform: Platform = {
  name: 'playground',
  heard: (body) => JSON.parse(body),
  readThread: async () => ({ messages: [] }),
  conversation: async (id) => ({ id, name: 'storm', visibility: 'contract', members: [] }),
  send: async () => ({ result: 'refused', reason: 'The storm only listens.' }),
  findSent: async () => undefined,
}

export const stormPlatforms = { find: (name: string) => (name === 'playground' ? stormPlatform : undefined) }

/** Makes the contracts and links every thread of the storm; the ids of the contracts in order. */
export const prepareStorm = async (store: Store, storm: Storm, contracts: number): Promise<string[]> => {
  const ids: string[] = []
  for (let index = 0; index < contracts; index += 1) {
    const fields = { title: `Storm ${index}`, counterparty: 'Globex Ltd' }
    ids.push((await store.contracts.create({ fields, by: 'P-1', source: 'test', key: `storm-${index}` })).id)
  }
  const members = [
    { account: 'playground:storm:ana', name: 'Ana', email: 'ana@acme.example', standing: 'member' as const, company: undefined },
    { account: 'playground:storm:gus', name: 'Gus', email: 'gus@globex.example', standing: 'outsider' as const, company: 'Globex' },
  ]
  for (const conversation of new Set(storm.threads.map(conversationOf))) {
    await store.conversations.keep(conversation, { name: conversation, visibility: 'contract', members })
  }
  for (const [index, id] of ids.entries()) {
    const threads = storm.threads.filter((thread) => storm.contractsOf(thread).includes(index))
    await store.record.append(id, () =>
      threads.map((thread) => ({
        kind: 'linked' as const,
        key: `link:${thread}`,
        actor: 'P-1',
        source: 'test',
        payload: { thread, conversationName: 'storm', visibility: 'contract' as const },
      })),
    )
  }
  return ids
}
