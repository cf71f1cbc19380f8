// A linked conversation became another one: each contract that it belongs to has it in its record.
import type { Draft } from '../contracts/record/entry.ts'
import type { Payloads } from '../contracts/record/kinds.ts'
import { type ConversationId, conversationOf } from '../contracts/talk.ts'
import type { Store } from '../store/store.ts'

export type ConversationChange = Payloads['conversation']['change']

/** `at` names the delivery: the same one told again changes nothing. */
type Changed = { conversation: ConversationId; change: ConversationChange; name: string; platform: string; at: string }

export const conversationChanged = async (store: Pick<Store, 'record' | 'threads'>, changed: Changed): Promise<void> => {
  const { conversation, change, name, platform, at } = changed
  const linked = await store.threads.ofConversation(conversation)
  for (const contract of new Set(linked.flatMap(({ contracts }) => contracts))) {
    await store.record.append(contract, ({ threads }): Draft[] => {
      const was = threads.find(({ thread }) => conversationOf(thread) === conversation)?.conversationName
      if (change === 'renamed' && was === name) return []
      const payload = { conversation, change, name, ...(was !== undefined && was !== name && { was }) }
      return [
        { kind: 'conversation', key: `conversation:${conversation}:${change}:${at}`, actor: 'throughline', source: platform, payload },
      ]
    })
  }
}
