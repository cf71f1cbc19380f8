// The bot is added or removed, people come and go, teams and channels are renamed: what we know of the conversation follows.

import { postCard } from '../post-card.ts'
import { type Activity, kindOf, tenantOf } from './activity.ts'
import { idOfConversation, knownChannelsOf, refreshConversation } from './conversations.ts'
import { threadIdOf } from './ids.ts'
import type { Parts } from './parts.ts'
import { referenceOf } from './reference.ts'
import { welcomeCard } from './welcome.ts'

const isBot = (activity: Activity, people: Activity['membersAdded']): boolean =>
  (people ?? []).some((person) => person.id === activity.recipient?.id)

/** Whether the bot came to this conversation by this delivery; Teams tells it in two ways, often in both. */
const isArrival = (activity: Activity): boolean =>
  activity.type === 'installationUpdate' ? (activity.action ?? 'add').startsWith('add') : isBot(activity, activity.membersAdded)

const isDeparture = (activity: Activity): boolean =>
  activity.type === 'installationUpdate' ? (activity.action ?? '').startsWith('remove') : isBot(activity, activity.membersRemoved)

/** Done before it is acknowledged: what fails here, Teams delivers again. */
export const followMembership = async (parts: Parts, activity: Activity): Promise<void> => {
  const reference = referenceOf(activity)
  if (isDeparture(activity)) {
    parts.log.warn(
      { conversation: idOfConversation(parts.platform, activity) },
      'The bot was removed from a conversation: nothing more is captured there.',
    )
    return
  }
  if (isArrival(activity)) {
    await refreshConversation(parts, reference)
    await welcome(parts, activity)
    return
  }
  for (const known of await knownChannelsOf(parts, reference)) await refreshConversation(parts, known, { mustKnowMembers: true })
}

/** Once a conversation, however often it is told. */
const welcome = async (parts: Parts, activity: Activity): Promise<void> => {
  const conversation = idOfConversation(parts.platform, activity)
  const thread = threadIdOf(parts.platform, tenantOf(activity) ?? '', activity.conversation.id)
  const card = welcomeCard(kindOf(activity))
  await postCard(parts.store, { id: `welcome-${conversation}`, platform: parts.platform, destination: { to: 'thread', thread }, card })
}
