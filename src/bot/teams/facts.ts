// What Teams says of a conversation now: its name, who may read along, who is in it (rule P4 of visibility).
import type { Visibility } from '../../contracts/talk.ts'
import type { ConversationFacts } from '../platform.ts'
import type { Connector } from './connector.ts'
import { conversationIdOf, type PlatformName } from './ids.ts'
import { memberOf } from './members.ts'
import type { Reference } from './reference.ts'

export type TeamsFacts = ConversationFacts & { aadGroupId: string | undefined }

/** Members are undefined, and the visibility that of members only, where Teams does not say. */
export const factsOf = async (connector: Connector, platform: PlatformName, reference: Reference): Promise<TeamsFacts> => {
  const at = { serviceUrl: reference.serviceUrl, conversation: reference.conversation }
  const [members, place] = await Promise.all([connector.members(at).catch(() => undefined), placeIn(connector, reference)])
  const people = members?.map((member) => memberOf(platform, reference.tenant, member))
  return {
    id: conversationIdOf(platform, reference.tenant, reference.conversation),
    name: place.name ?? nameOfChat(reference, people?.map((member) => member.name) ?? []),
    visibility: place.visibility,
    members: people,
    aadGroupId: place.aadGroupId,
  }
}

type ChannelPlace = { name: string | undefined; visibility: Visibility; aadGroupId: string | undefined }

/** A standard channel is read by everyone of the team; private and shared ones, and those that Teams does not list, by their members. */
const placeIn = async (connector: Connector, reference: Reference): Promise<ChannelPlace> => {
  const { serviceUrl, team, conversation } = reference
  if (reference.kind !== 'channel' || team === undefined) return { name: undefined, visibility: 'members', aadGroupId: undefined }
  const [details, channels] = await Promise.all([
    connector.team(serviceUrl, team).catch(() => undefined),
    connector.channels(serviceUrl, team).catch(() => []),
  ])
  const channel = channels.find(({ id }) => id === conversation)
  const isStandard = (channel?.type ?? channel?.channelType) === 'standard'
  const name = channel?.name ?? (conversation === team ? 'General' : undefined)
  return {
    name: name === undefined ? details?.name : [details?.name, name].filter(Boolean).join(' / '),
    visibility: isStandard ? 'contract' : 'members',
    aadGroupId: details?.aadGroupId ?? reference.aadGroupId,
  }
}

const nameOfChat = ({ kind }: Reference, people: string[]): string => {
  if (kind === 'channel') return 'a channel'
  if (people.length === 0) return kind === 'personal' ? 'a personal chat' : 'a group chat'
  if (kind === 'personal') return `Chat with ${people[0]}`
  return people.length <= 3 ? people.join(', ') : `${people.slice(0, 2).join(', ')} and ${people.length - 2} more`
}
