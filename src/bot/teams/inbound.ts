// What to do with a delivery that is genuine and ours: keep talk of linked threads before it is acknowledged, answer what was asked after it.

import { type Activity, tenantOf } from './activity.ts'
import { searchContracts } from './contract-picker.ts'
import { type InvokeReply, pressed, typed, typedText } from './doors.ts'
import { deliveryId, isTalk } from './heard.ts'
import { threadIdOf } from './ids.ts'
import { followMembership } from './membership.ts'
import type { Parts } from './parts.ts'
import { openLinkForm, submitLinkForm } from './shortcut.ts'

/** What the connector is answered with. Throws when nothing was kept, so that Teams delivers again. */
export const receive = async (parts: Parts, activity: Activity, body: string): Promise<InvokeReply> => {
  if (activity.type === 'invoke') return invoked(parts, activity)
  if (activity.type === 'conversationUpdate' || activity.type === 'installationUpdate') await followMembership(parts, activity)
  if (isTalk(activity)) await keepTalk(parts, activity, body)
  const text = typedText(activity)
  if (text !== undefined) parts.afterwards(() => typed(parts, activity, text))
  return { status: 200 }
}

const invoked = async (parts: Parts, activity: Activity): Promise<InvokeReply> => {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return pressed(parts, activity)
    case 'composeExtension/fetchTask':
      return openLinkForm(parts, activity)
    case 'composeExtension/submitAction':
      return submitLinkForm(parts, activity)
    case 'application/search':
      return searchContracts(parts, activity)
    default:
      return { status: 501 }
  }
}

/** One indexed read decides, never a cache: of a thread that nobody linked nothing is kept. */
const keepTalk = async (parts: Parts, activity: Activity, body: string): Promise<void> => {
  const tenant = tenantOf(activity) ?? ''
  await parts.hear({
    id: deliveryId(parts.platform, tenant, activity),
    platform: parts.platform,
    thread: threadIdOf(parts.platform, tenant, activity.conversation.id),
    receivedAt: parts.clock().toISOString(),
    body,
  })
}
