// The sample's talk as a platform of its own: what was said so far is its history, what is said next is heard like anywhere else.

import type { Heard, HeardMessage, Platform } from '../bot/platform.ts'
import { type Account, accountKey } from '../contracts/identity.ts'
import type { Member } from '../contracts/roster.ts'
import { type ConversationId, type ThreadId, threadId } from '../contracts/talk.ts'
import type { SampleMessage, SampleStory, SampleThread } from './sample.ts'

export type SampleWorld = {
  platform: Platform
  threadOf(id: string): ThreadId
  conversationOf(id: string): { id: ConversationId; name: string; private: boolean }
  /** From now on it is part of the history. */
  say(message: SampleMessage): HeardMessage
}

type Cast = { accountOf: (email: string) => Account; nameOf: (email: string) => string; companyOf: (email: string) => string | undefined }

export const createSampleWorld = (story: SampleStory, cast: Cast): SampleWorld => {
  const threads = new Map(story.threads.map((thread) => [thread.id, thread]))
  const said = new Map<ThreadId, HeardMessage[]>()
  const thread = (id: string): SampleThread => {
    const found = threads.get(id)
    if (!found) throw new Error(`the sample's story has no thread ${id}`)
    return found
  }
  const conversationId = ({ platform, conversation }: SampleThread): ConversationId => `${platform}:sample:${conversation}`
  const threadOf = (id: string) => threadId(conversationId(thread(id)), id)
  return {
    platform: {
      // It has no outbox: nobody is told anything by it.
      name: 'terminal',
      heard: (body) => JSON.parse(body) as Heard[],
      readThread: async (id) => ({ messages: said.get(id) ?? [] }),
      conversation: async (id) =>
        factsOf(
          id,
          story.threads.filter((one) => conversationId(one) === id),
          cast,
        ),
      send: async () => ({ result: 'refused', reason: 'the sample sends nothing' }),
      findSent: async () => undefined,
    },
    threadOf,
    conversationOf: (id) => ({ id: conversationId(thread(id)), name: thread(id).conversation, private: false }),
    say(message) {
      const heard = heardMessage(message, cast)
      const id = threadOf(message.thread)
      said.set(id, [...(said.get(id) ?? []), heard])
      return heard
    },
  }
}

const heardMessage = ({ id, author, at, text }: SampleMessage, { accountOf, nameOf }: Cast): HeardMessage => ({
  id,
  author: { account: accountKey(accountOf(author)), name: nameOf(author) },
  postedAt: new Date(at).toISOString(),
  text,
  files: [],
})

/** Everybody of the threads that stand in one conversation. */
const factsOf = (id: ConversationId, threads: readonly SampleThread[], { accountOf, nameOf, companyOf }: Cast) => {
  const emails = new Set(threads.flatMap(({ members, outsiders }) => [...members, ...outsiders]))
  const members = [...emails].map((email): Member => {
    const company = companyOf(email)
    return {
      account: accountKey(accountOf(email)),
      name: nameOf(email),
      email,
      standing: company === undefined ? 'member' : 'outsider',
      company,
    }
  })
  const visibility = threads.some((thread) => thread.visibility === 'members') ? ('members' as const) : ('contract' as const)
  return { id, name: threads[0]?.conversation ?? '', visibility, members }
}
