// What is around a message when it is folded: the contracts of its thread, who was in its conversation, and who its authors are.
import type { Draft } from '../../contracts/record/entry.ts'
import { outsidersOf, type Roster } from '../../contracts/roster.ts'
import { type ConversationId, conversationOf, type ThreadId, type Visibility } from '../../contracts/talk.ts'
import type { Store } from '../../store/store.ts'

export type Surroundings = {
  contracts: readonly string[]
  conversation: ConversationId
  visibility: Visibility
}

/** Looks each thing up once; made afresh for every batch, because all of it may change. */
export const createSurroundings = (store: Pick<Store, 'threads' | 'conversations' | 'people'>) => {
  const once = <Answer>(find: (key: string) => Promise<Answer>) => {
    const found = new Map<string, Promise<Answer>>()
    return (key: string) => {
      const known = found.get(key) ?? find(key)
      found.set(key, known)
      return known
    }
  }
  const visibility = once(async (id) => (await store.conversations.get(id))?.visibility ?? 'members')
  return {
    /** Undefined when nobody linked that thread, or not any more. */
    of: once(async (thread: ThreadId): Promise<Surroundings | undefined> => {
      const linked = await store.threads.linked(thread)
      if (!linked || linked.contracts.length === 0) return undefined
      const conversation = conversationOf(thread)
      return { contracts: linked.contracts, conversation, visibility: await visibility(conversation) }
    }),
    roster: once((hash) => store.conversations.roster(hash)),
    person: once(async (account) => (await store.people.ofAccount(account))?.id),
  }
}

/** The list of members as an entry of the contract: what is said refers to it by its hash. */
export const rosterDraft = (conversation: ConversationId, roster: Roster, source: string): Draft => ({
  kind: 'membership',
  key: `roster:${conversation}:${roster.hash}`,
  actor: 'throughline',
  source,
  payload: {
    conversation,
    roster: roster.hash,
    members: roster.members.map((member) => member.account),
    outsiders: outsidersOf(roster).map((member) => member.account),
  },
})

/** Lists that this process knows to be in a chain: spares asking again with every batch; never believed to be complete. */
export const createKnownRosters = () => {
  const known = new Set<string>()
  const key = (contract: string, conversation: string, hash: string) => `${contract} ${conversation} ${hash}`
  return {
    has: (contract: string, conversation: string, hash: string) => known.has(key(contract, conversation, hash)),
    add(contract: string, conversation: string, hash: string) {
      if (known.size > 10_000) known.clear()
      known.add(key(contract, conversation, hash))
    },
  }
}
