// A channel gets another id when a workspace moves into an organization: its linked threads go along.

import type { Event } from './body.ts'
import { refreshConversation } from './conversations.ts'
import { conversationIdOf, placeOf, threadIdOf } from './ids.ts'
import type { Parts } from './parts.ts'

export const moveConversation = async (
  parts: Parts,
  { old_channel_id: from, new_channel_id: to, event_ts: at = '' }: Event,
): Promise<void> => {
  if (from === undefined || to === undefined) return
  const { store, teams } = parts
  const linked = await store.threads.ofConversation(conversationIdOf(teams, from))
  if (linked.length === 0) return
  const { name, visibility } = await refreshConversation(parts, to)
  for (const { thread, contracts } of linked) {
    const moved = threadIdOf(teams, to, placeOf(thread).root ?? '-')
    for (const contract of contracts) {
      await store.record.append(contract, (state) => {
        const by = state.threads.find((link) => link.thread === thread)?.by ?? 'throughline'
        const how = { actor: by, source: 'slack' }
        return [
          { ...how, kind: 'linked', key: `moved:${thread}:${moved}:${at}`, payload: { thread: moved, conversationName: name, visibility } },
          { ...how, kind: 'unlinked', key: `moved:${thread}:${at}`, payload: { thread } },
        ]
      })
    }
  }
}
