// The bot is added or removed, people come and go, channels are renamed, archived, shared or moved: what we know of them follows.
import { accountKey } from '../../contracts/identity.ts'
import type { ConversationRow } from '../../store/store.ts'
import { type ConversationChange, conversationChanged } from '../conversation-changed.ts'
import type { Callback } from './body.ts'
import { captureStopped } from './capture-stopped.ts'
import { refreshConversation } from './conversations.ts'
import { conversationIdOf, placeOf } from './ids.ts'
import { moveConversation } from './moved.ts'
import type { Parts } from './parts.ts'

/** Events after which a conversation has other members. */
const peopled = new Set(['member_joined_channel', 'member_left_channel'])

/** Events after which a conversation is another, and what it became. */
const changed: Record<string, ConversationChange> = {
  channel_rename: 'renamed',
  group_rename: 'renamed',
  channel_shared: 'shared',
  channel_unshared: 'unshared',
  channel_unarchive: 'unarchived',
  group_unarchive: 'unarchived',
  channel_convert_to_private: 'private',
}

/** Events after which nothing of a conversation is delivered any more, and what people are told. */
const stopped: Record<string, string> = {
  channel_archive: 'The channel was archived.',
  group_archive: 'The channel was archived.',
  channel_deleted: 'The channel was deleted.',
  group_deleted: 'The channel was deleted.',
  channel_left: 'The bot was removed from the channel.',
  group_left: 'The bot was removed from the channel.',
}

/** Done before it is acknowledged: what fails here, Slack delivers again. */
export const followConversation = async (parts: Parts, { event }: Callback): Promise<void> => {
  const channel = event.channel ?? event.channel_id
  const reason = stopped[event.type]
  if (event.type === 'channel_id_changed') return moveConversation(parts, event)
  if (event.type === 'user_change' || event.type === 'user_profile_changed') return followPerson(parts, event)
  if (event.type === 'app_uninstalled' || event.type === 'tokens_revoked') {
    parts.log.warn(
      { event: event.type },
      'The app was removed from Slack: nothing more is heard or said until it is installed again and SLACK_BOT_TOKEN set.',
    )
  }
  if (channel === undefined) return
  if (reason !== undefined) return captureStopped(parts, channel, event.event_ts, reason)
  const own = event.type === 'member_left_channel' && event.user === (await parts.self().catch(() => undefined))?.user
  if (own) return captureStopped(parts, channel, event.event_ts, 'The bot was removed from the channel.')
  const change = changed[event.type]
  if (change === undefined && !peopled.has(event.type)) return
  const known = await refreshKnown(parts, channel)
  if (!known || change === undefined) return
  const at = event.event_ts ?? parts.clock().toISOString()
  await conversationChanged(parts.store, { conversation: known.id, change, name: known.name, platform: 'slack', at })
}

/** Of a conversation that we never met nothing is kept; Slack is asked about it when somebody speaks to us there. */
const refreshKnown = async (parts: Parts, channel: string): Promise<ConversationRow | undefined> => {
  const known = await parts.store.conversations.get(conversationIdOf(parts.teams, channel))
  return known && refreshConversation(parts, channel)
}

/** Renamed, deactivated, turned guest: who they are is taken over at once, and so is who was in the room from now on. */
const followPerson = async (parts: Parts, event: Callback['event']): Promise<void> => {
  if (event.user === undefined) return
  parts.people.forget(event.user)
  const known = await parts.people.find(event.user)
  if (!known) return
  const { account, name, email, zone, standing, active } = known
  const key = accountKey(account)
  const person = await parts.store.people.ofAccount(key)
  if (!person) return
  await parts.store.people.meet(account, { name, standing, ...(email !== undefined && { email }), ...(zone !== undefined && { zone }) })
  if (person.active !== active) await parts.store.people.change(person.id, { active }, 'throughline', 'slack')
  const linked = await parts.store.threads.ofPlatform('slack')
  for (const conversation of new Set(linked.map((row) => row.conversation))) {
    const row = await parts.store.conversations.get(conversation)
    if (row?.roster?.members.some((member) => member.account === key)) await refreshConversation(parts, placeOf(conversation).channel)
  }
}
