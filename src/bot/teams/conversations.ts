// Conversations that we were told of: kept with what is needed to write there, brought up to date when Teams says that they changed.
import type { ConversationId } from '../../contracts/talk.ts'
import type { ConversationRow } from '../../store/store.ts'
import { type Activity, isOwn, kindOf, tenantOf } from './activity.ts'
import { factsOf } from './facts.ts'
import { accountKeyOf, conversationIdOf } from './ids.ts'
import type { Parts } from './parts.ts'
import { type Reference, readReference, referenceOf } from './reference.ts'

type Needed = Pick<Parts, 'platform' | 'store' | 'connector'>

export const idOfConversation = (platform: Parts['platform'], activity: Activity): ConversationId =>
  conversationIdOf(platform, tenantOf(activity) ?? '', activity.conversation.id)

/** The conversation of this delivery as we know it; asked of Teams and kept at the first meeting, or when it moved to another server. */
export const meetConversation = async (parts: Needed, activity: Activity): Promise<ConversationRow> => {
  const known = await parts.store.conversations.get(idOfConversation(parts.platform, activity))
  const reference = readReference(known?.reference)
  if (known && reference?.serviceUrl === activity.serviceUrl) return known
  return refreshConversation(parts, { ...reference, ...referenceOf(activity) }, { personal: personalOf(parts.platform, activity) })
}

/** The account with whom the bot is alone there. */
const personalOf = (platform: Parts['platform'], activity: Activity): string | undefined => {
  const account = activity.from?.aadObjectId
  if (kindOf(activity) !== 'personal' || account === undefined || isOwn(activity)) return undefined
  return accountKeyOf(platform, tenantOf(activity) ?? '', account)
}

type Refreshing = { personal?: string | undefined; mustKnowMembers?: boolean }

/** Asks Teams for name, visibility and members, and keeps what it says. */
export const refreshConversation = async (parts: Needed, reference: Reference, how: Refreshing = {}): Promise<ConversationRow> => {
  const { id, name, visibility, members, aadGroupId } = await factsOf(parts.connector, parts.platform, reference)
  if (!members && how.mustKnowMembers) throw new Error(`Teams did not tell who is in ${id} now.`)
  return parts.store.conversations.keep(id, {
    name,
    visibility,
    ...(members && { members }),
    ...(how.personal !== undefined && { personal: how.personal }),
    reference: JSON.stringify({ ...reference, ...(aadGroupId !== undefined && { aadGroupId }) }),
  })
}

/** How to write into a conversation: as it was kept, or, for another channel of a team that we know nothing of, not at all. */
export const referenceIn = async (store: Parts['store'], id: ConversationId): Promise<Reference | undefined> =>
  readReference((await store.conversations.get(id))?.reference)

/** The other channels of the team that changed, as far as we know them: Teams tells of a new member once a team, not once a channel. */
export const knownChannelsOf = async (parts: Needed, reference: Reference): Promise<Reference[]> => {
  if (reference.kind !== 'channel' || reference.team === undefined) return [reference]
  const channels = await parts.connector.channels(reference.serviceUrl, reference.team)
  const ids = new Set([reference.conversation, ...channels.map((channel) => channel.id)])
  const kept = await Promise.all([...ids].map((id) => referenceIn(parts.store, conversationIdOf(parts.platform, reference.tenant, id))))
  return kept.filter((one) => one !== undefined)
}
