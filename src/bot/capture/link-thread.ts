// Linking: a thread belongs to a contract from now on; its older replies are read at once as far as that is quick, the rest by and by.
import type { Contract, LinkedThread } from '../../contracts/contract.ts'
import type { Person } from '../../contracts/identity.ts'
import type { Draft } from '../../contracts/record/entry.ts'
import { Refusal } from '../../contracts/refusal.ts'
import { audienceOf, outsidersOf } from '../../contracts/roster.ts'
import type { ThreadId, Visibility } from '../../contracts/talk.ts'
import type { ConversationRow, Store } from '../../store/store.ts'
import type { Linked } from '../cards/thread.ts'
import type { Invocation } from '../invocation.ts'
import type { Platform } from '../platform.ts'
import { postNote } from './linked-note.ts'
import { conversationOfMember } from './membership.ts'
import { readHistory } from './read-history.ts'
import { rosterDraft } from './surroundings.ts'

type Act = { store: Store; thread: ThreadId; contract: Contract; person: Person; invocation: Invocation }

/** Whoever links waits so long for older replies; a thread that is longer is read on behind it. */
const readingMs = 6_000
/** The reading is left to whoever linked for so long; then any process takes it up. */
const firstReadMs = 30_000

/**
 * Refuses a person who is not in the conversation now (rule P13). The thread is told by a note. May be called again for the same invocation:
 * the link is there once, and reading goes on where it stopped.
 */
export const linkThread = async (act: Act & { platform: Platform; clock: () => Date }): Promise<Linked> => {
  const { store, platform, clock, thread, contract, invocation } = act
  const conversation = await conversationOfMember(act)
  const key = `link:${thread}:${invocation.id}`
  const linked = await store.record.append(contract.id, (state) => (linkIn(state, thread) ? [] : linkDrafts(act, conversation, key)))
  const link = linkIn(linked.contract, thread)
  if (!link) throw new Error(`The thread ${thread} is not linked to ${contract.id} after it was linked.`)
  const due = new Date(Date.parse(link.at) + firstReadMs).toISOString()
  await store.threads.scheduleHistory({ thread, contract: contract.id, due, pass: 1, by: String(link.seq) })
  const { visibility, roster } = conversation
  const outsiders = roster ? outsidersOf(roster).map(({ name }) => name) : []
  const told = { contract: linked.contract, visibility, outsiders, audience: audienceOf(linked.contract, roster) }
  const already = !linked.entries.some((entry) => entry.key === key) && !linked.known.includes(key)
  if (already) return { ...told, already, ...nothingRead }
  try {
    const read = await readHistory({ store, platform, clock, worker: invocation.id, thread, contract: contract.id, due, readingMs })
    return { ...told, already, ...read }
  } finally {
    // The first page brings the note with it; where none could be read, the thread is told all the same.
    await postNote({ store, platform, contract: linked.contract, link })
  }
}

const nothingRead = { messages: 0, files: 0, oldest: undefined, unread: undefined }

/** No longer kept from now on; what was kept stays. Refuses where the thread is not linked. */
export const unlinkThread = async ({ store, thread, contract, person, invocation }: Act): Promise<Contract> => {
  const { contract: after } = await store.record.append(contract.id, (state) => {
    if (!linkIn(state, thread)) {
      throw new Refusal('conflict', `This thread is not linked to ${contract.id}.`, { next: `Link it: link ${contract.id}` })
    }
    const key = `unlink:${thread}:${invocation.id}`
    return [{ kind: 'unlinked', key, actor: person.id, source: invocation.door, payload: { thread } }]
  })
  return after
}

/** Opens what is said in a conversation of members only to all who may read the contract, or takes that back (rule P6). */
export const widenConversation = async (act: Act & { platform: Platform; visibility: Visibility }): Promise<Contract> => {
  const { store, contract, person, invocation, visibility } = act
  const { id } = await conversationOfMember(act)
  const key = `visibility:${id}:${invocation.id}`
  const draft: Draft = { kind: 'visibility', key, actor: person.id, source: invocation.door, payload: { conversation: id, visibility } }
  return (await store.record.append(contract.id, () => [draft])).contract
}

const linkIn = (contract: Contract, thread: ThreadId): LinkedThread | undefined =>
  contract.threads.find((link) => link.thread === thread && link.active)

const linkDrafts = ({ thread, person, invocation }: Act, conversation: ConversationRow, key: string): Draft[] => {
  const { id, name, visibility, roster } = conversation
  const link: Draft = {
    kind: 'linked',
    key,
    actor: person.id,
    source: invocation.door,
    payload: { thread, conversationName: name, visibility },
  }
  return roster ? [link, rosterDraft(id, roster, invocation.door)] : [link]
}
