// The messages that a decision follows from: the one it was marked on, or those of its thread that use its words, and the assent after them.
import { wordsOf } from '../contracts/company-name.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import type { TalkMessage } from '../contracts/talk.ts'
import { viewTalk } from '../contracts/talk-view.ts'
import type { Store } from '../store/store.ts'
import type { Invocation } from './invocation.ts'

type Asked = { person: Person; contract: Contract; invocation: Invocation; text: string; last: number | undefined }

const lookedAt = 40

export const citedMessages = async (store: Store, { person, contract, invocation, text, last }: Asked): Promise<TalkMessage[]> => {
  if (invocation.cites) return store.talk.get(person, contract, invocation.cites)
  if (invocation.message) return store.talk.get(person, contract, [invocation.message])
  if (!invocation.thread) return []
  const recent = await recentTalk(store, person, contract, invocation)
  if (last !== undefined) return last === 0 ? [] : recent.slice(-last)
  return fittingMessages(recent, text)
}

/** What the thread said last, without the words that ask for the decision. */
const recentTalk = async (store: Store, person: Person, contract: Contract, invocation: Invocation): Promise<TalkMessage[]> => {
  const page = await store.talk.list(person, contract, { words: [], limit: lookedAt, thread: invocation.thread as string, latest: true })
  return page.items.filter((message) => message.message !== invocation.said && !isCommand(viewTalk(message)?.text ?? ''))
}

const isCommand = (text: string): boolean => /^@?\s*throughline\b/i.test(text)

/** Up to three messages that share at least two telling words with the decision, and the last message, where people assent. */
export const fittingMessages = (recent: readonly TalkMessage[], text: string): TalkMessage[] => {
  const wanted = new Set(tellingWords(text))
  const shared = (message: TalkMessage) => new Set(tellingWords(viewTalk(message)?.text ?? '').filter((word) => wanted.has(word))).size
  const fitting = recent.filter((message) => shared(message) >= Math.min(2, wanted.size) && wanted.size > 0).slice(-3)
  const assent = recent.at(-1)
  return assent && !fitting.includes(assent) ? [...fitting, assent] : fitting
}

const small = new Set(
  'a an and are as at be by for from has have in is it of on or our that the their they this to was we with you'.split(' '),
)
const tellingWords = (text: string): string[] => wordsOf(text).filter((word) => !small.has(word))
