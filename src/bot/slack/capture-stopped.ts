// Capture stops in a conversation: the record says since when and why, and whoever linked its threads is told.

import { titleOf } from '../../contracts/contract.ts'
import { accountKey } from '../../contracts/identity.ts'
import { type Card, card, context, text } from '../card.ts'
import { postCard } from '../post-card.ts'
import { conversationIdOf, instantOf } from './ids.ts'
import type { Parts } from './parts.ts'

export const captureStopped = async (parts: Parts, channel: string, timestamp: string | undefined, reason: string): Promise<void> => {
  const { store, clock } = parts
  const conversation = conversationIdOf(parts.teams, channel)
  const at = timestamp === undefined ? clock().toISOString() : instantOf(timestamp)
  for (const { thread, contracts } of await store.threads.ofConversation(conversation)) {
    for (const id of contracts) {
      const key = `gap:${thread}:${timestamp ?? at}`
      const said = `${reason} Nothing more of this thread is saved.`
      const { contract } = await store.record.append(id, () => [
        { kind: 'gap', key, actor: 'throughline', source: 'slack', payload: { thread, from: at, reason: said } },
      ])
      const link = contract.threads.find((one) => one.thread === thread && one.active)
      const person = link && (await store.people.get(link.by))
      const account = person?.accounts.find(({ platform }) => platform === 'slack')
      if (!account) continue
      const name = (await store.conversations.get(conversation))?.name ?? 'a channel'
      await postCard(store, {
        id: `stopped-${id}-${thread}-${timestamp ?? at}`,
        platform: 'slack',
        destination: { to: 'person', account: accountKey(account) },
        card: stoppedCard(`${id} ${titleOf(contract)}`, name, reason),
      })
    }
  }
}

const stoppedCard = (contract: string, conversation: string, reason: string): Card =>
  card(
    `${reason} New replies in ${conversation} are no longer saved with ${contract}.`,
    text(`New replies in ${conversation} are no longer saved with ${contract}: ${reason}`, 'warning'),
    context('What was saved stays. To go on, bring the channel back, invite me, and link the thread again.'),
  )
