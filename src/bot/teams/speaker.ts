// Who speaks: what Teams vouches for at this moment, asked of the conversation's own list of members.
import type { Speaker } from '../invocation.ts'
import type { Activity } from './activity.ts'
import { tenantOf } from './activity.ts'
import type { Connector } from './connector.ts'
import { accountOf, bareConversation, type PlatformName } from './ids.ts'
import { emailOf, entraIdOf, standingOf } from './members.ts'

/** Undefined when it cannot be established who speaks: then nothing is shown (rule P2). */
export type SpeakerOf = (activity: Activity) => Promise<Speaker | undefined>

/** Milliseconds for which a look at the members holds (rule P15). */
const fresh = 60_000
const most = 5000

type Options = { platform: PlatformName; connector: Connector; clock: () => Date }

export const createSpeakerOf = ({ platform, connector, clock }: Options): SpeakerOf => {
  const looks = new Map<string, { until: number; speaker: Promise<Speaker | undefined> }>()
  return async (activity) => {
    const from = activity.from
    const key = `${activity.conversation.id}|${from?.id}|${from?.aadObjectId}`
    const now = clock().getTime()
    const held = looks.get(key)
    if (held && held.until > now) return held.speaker
    if (looks.size >= most) looks.clear()
    const speaker = look(platform, connector, activity).catch(() => {
      looks.delete(key)
      return undefined
    })
    looks.set(key, { until: now + fresh, speaker })
    return speaker
  }
}

/** The member's own Entra id must be the one that the delivery names; a sender without one decides and asks nothing. */
const look = async (platform: PlatformName, connector: Connector, activity: Activity): Promise<Speaker | undefined> => {
  const { from, serviceUrl } = activity
  const tenant = tenantOf(activity) ?? ''
  if (!from?.aadObjectId) return undefined
  const member = await connector.member({ serviceUrl, conversation: bareConversation(activity.conversation.id) }, from.id)
  if (!member || entraIdOf(member) !== from.aadObjectId) return undefined
  const email = emailOf(member)
  return {
    account: accountOf(platform, tenant, from.aadObjectId),
    name: member.name ?? from.name ?? 'somebody without a name',
    ...(email !== undefined && { email }),
    standing: standingOf(member, tenant),
  }
}
