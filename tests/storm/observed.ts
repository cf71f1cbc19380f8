// What the record says of the storm: the fold of every chain, in the same words as what is expected.
import { foldTalk, isTalkEntry } from '../../src/contracts/record/fold-talk.ts'
import { openEntry } from '../../src/contracts/record/open-entry.ts'
import type { TalkMessage } from '../../src/contracts/talk.ts'
import { viewTalk } from '../../src/contracts/talk-view.ts'
import type { Store } from '../../src/store/store.ts'
import type { ExpectedMessage, Storm } from './event-storm.ts'

type Chain = { messages: Map<string, ExpectedMessage>; entries: number; keys: number }

export const observedIn = async (store: Store, contract: string): Promise<Chain> => {
  const entries = await store.record.entries(contract)
  const messages = new Map<string, TalkMessage>()
  for (const entry of entries) {
    const opened = openEntry(entry)
    if (opened && isTalkEntry(opened)) messages.set(opened.payload.message, foldTalk(messages.get(opened.payload.message), opened))
  }
  const told = [...messages].map(([id, message]) => [id, toldOf(message)] as const)
  return { messages: new Map(told), entries: entries.length, keys: new Set(entries.map((entry) => entry.key)).size }
}

const toldOf = (message: TalkMessage): ExpectedMessage => {
  const view = viewTalk(message)
  return {
    thread: message.thread,
    author: message.author.account ?? '',
    texts: message.texts.map(({ text, at, origin }) => ({ text, at, origin })),
    isDeleted: view?.deletedAt !== undefined,
    removals: message.removals.length,
    reactions: (view?.reactions ?? []).flatMap(({ emoji, by }) => by.map((one) => `${emoji} ${one}`)).sort(),
  }
}

export type Difference = { contract: string; message: string; expected: ExpectedMessage | undefined; found: ExpectedMessage | undefined }

/** Everything in which the record and the true history differ; and that each chain is whole. */
export const differences = async (store: Store, storm: Storm, contracts: readonly string[]): Promise<(Difference | string)[]> => {
  const found: (Difference | string)[] = []
  for (const [index, contract] of contracts.entries()) {
    const chain = await observedIn(store, contract)
    const expected = new Map([...storm.expected].filter(([, message]) => storm.contractsOf(message.thread).includes(index)))
    for (const message of new Set([...expected.keys(), ...chain.messages.keys()])) {
      const [wanted, seen] = [expected.get(message), chain.messages.get(message)]
      const sorted = wanted && { ...wanted, reactions: [...wanted.reactions].sort() }
      if (JSON.stringify(sorted) !== JSON.stringify(seen)) found.push({ contract, message, expected: sorted, found: seen })
    }
    if (chain.entries !== chain.keys) found.push(`${contract} holds a key twice`)
    for await (const { faults } of store.record.verify(contract)) found.push(...faults.map(({ seq, text }) => `${contract} ${seq} ${text}`))
  }
  return found
}
