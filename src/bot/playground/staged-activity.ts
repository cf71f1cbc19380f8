// What somebody of the playground does in a thread, as Teams would deliver it.
import type { ThreadId } from '../../contracts/talk.ts'
import type { Activity } from '../teams/activity.ts'
import { addressOf, placeOf } from '../teams/ids.ts'
import type { PlaygroundPerson } from './people.ts'
import { place } from './place.ts'

export type Staged = { thread: ThreadId; who: PlaygroundPerson; id: string; at: Date; serviceUrl: string }

export const authorOf = ({ id, name, aadObjectId }: PlaygroundPerson) => ({ id, name, aadObjectId, role: undefined })

type Deed = { type: 'message' | 'messageUpdate' | 'messageDelete'; text?: string; eventType?: string }

export const stagedActivity = ({ thread, who, id, at, serviceUrl }: Staged, { type, text, eventType }: Deed): Activity => {
  const where = placeOf(thread)
  const isChannel = where.root !== '-'
  const channel = isChannel && { team: { id: place.team.id }, channel: { id: where.conversation } }
  return {
    ...nothingElse,
    type,
    id,
    timestamp: at.toISOString(),
    serviceUrl,
    from: authorOf(who),
    recipient: { ...place.bot, aadObjectId: undefined, role: undefined },
    conversation: {
      id: addressOf(where),
      conversationType: isChannel ? 'channel' : 'groupChat',
      isGroup: true,
      tenantId: place.tenant,
      name: undefined,
    },
    text,
    textFormat: text === undefined ? undefined : 'plain',
    channelData: { tenant: { id: place.tenant }, ...channel, eventType } as Activity['channelData'],
  }
}

const nothingElse = {
  channelId: 'msteams',
  name: undefined,
  action: undefined,
  replyToId: undefined,
  attachments: undefined,
  entities: undefined,
  membersAdded: undefined,
  membersRemoved: undefined,
  reactionsAdded: undefined,
  reactionsRemoved: undefined,
  value: undefined,
}
