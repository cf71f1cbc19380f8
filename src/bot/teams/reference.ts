// What is kept of a conversation so that we can write there again: our own form, so that no SDK's object lies in the database.
import { z } from 'zod'
import { type Activity, kindOf, tenantOf } from './activity.ts'
import { bareConversation } from './ids.ts'

export const Reference = z.object({
  serviceUrl: z.string(),
  conversation: z.string(),
  tenant: z.string(),
  kind: z.enum(['channel', 'groupChat', 'personal']),
  /** The bot as this conversation knows it. */
  bot: z.object({ id: z.string(), name: z.string() }),
  team: z.string().optional(),
  /** The team's id in Graph. */
  aadGroupId: z.string().optional(),
})
export type Reference = z.infer<typeof Reference>

export const referenceOf = (activity: Activity): Reference => {
  const team = activity.channelData?.team
  return {
    serviceUrl: activity.serviceUrl,
    conversation: bareConversation(activity.conversation.id),
    tenant: tenantOf(activity) ?? '',
    kind: kindOf(activity),
    bot: { id: activity.recipient?.id ?? '', name: activity.recipient?.name ?? 'Throughline' },
    ...(team?.id && { team: team.id }),
    ...(team?.aadGroupId && { aadGroupId: team.aadGroupId }),
  }
}

/** A kept reference, or undefined when there is none that can be read. */
export const readReference = (kept: string | undefined): Reference | undefined => {
  if (kept === undefined) return undefined
  try {
    return Reference.parse(JSON.parse(kept))
  } catch {
    return undefined
  }
}
