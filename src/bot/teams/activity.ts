// An activity as Teams delivers it: the parts that we read, each checked; everything else is left alone.
import { z } from 'zod'

/** Programs in other languages write what they do not have as null. */
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined)
const words = maybe(z.string())

/** Ids become parts of our own ids, whose parts are kept apart by a bar. */
const PlatformId = z.string().regex(/^[^|\s]{1,500}$/)

const Party = z.looseObject({
  id: z.string().max(500).default(''),
  name: words,
  aadObjectId: words,
  role: words,
})
export type Party = z.infer<typeof Party>

const Conversation = z.looseObject({
  id: PlatformId,
  name: words,
  conversationType: words,
  isGroup: maybe(z.boolean()),
  tenantId: words,
})

const Attachment = z.looseObject({ contentType: words, contentUrl: words, name: words, content: z.unknown().optional() })
export type Attachment = z.infer<typeof Attachment>

const Entity = z.looseObject({ type: words, text: words, mentioned: maybe(Party) })
export type Entity = z.infer<typeof Entity>

const Named = z.looseObject({ id: words, name: words, aadGroupId: words })
const ChannelData = z.looseObject({
  tenant: maybe(z.looseObject({ id: words })),
  team: maybe(Named),
  channel: maybe(Named),
  eventType: words,
})

const Reaction = z.looseObject({ type: z.string() })

export const Activity = z.looseObject({
  type: z.string().max(100),
  id: maybe(PlatformId),
  timestamp: words,
  channelId: z.string(),
  serviceUrl: z.url(),
  from: maybe(Party),
  recipient: maybe(Party),
  conversation: Conversation,
  name: words,
  action: words,
  text: words,
  textFormat: words,
  replyToId: maybe(PlatformId),
  attachments: maybe(z.array(Attachment)),
  entities: maybe(z.array(Entity)),
  channelData: maybe(ChannelData),
  membersAdded: maybe(z.array(Party)),
  membersRemoved: maybe(z.array(Party)),
  reactionsAdded: maybe(z.array(Reaction)),
  reactionsRemoved: maybe(z.array(Reaction)),
  value: z.unknown().optional(),
})
export type Activity = z.infer<typeof Activity>

/** The activity in a body, or undefined when the body is anything else. */
export const readActivity = (body: string): Activity | undefined => {
  try {
    return Activity.parse(JSON.parse(body))
  } catch {
    return undefined
  }
}

/** The Entra tenant in which the conversation lives. */
export const tenantOf = (activity: Activity): string | undefined => activity.conversation.tenantId ?? activity.channelData?.tenant?.id

/** When Teams says that it happened; when it says nothing readable, when it reached us. */
export const instantOf = (activity: Activity, receivedAt: string): string => {
  const said = new Date(activity.timestamp ?? '')
  return Number.isNaN(said.getTime()) ? receivedAt : said.toISOString()
}

/** Whether the bot itself speaks here: its own words are never a command and never talk. */
export const isOwn = (activity: Activity): boolean => activity.from?.id !== undefined && activity.from.id === activity.recipient?.id

export type ConversationKind = 'channel' | 'groupChat' | 'personal'

export const kindOf = (activity: Activity): ConversationKind => {
  const { conversationType, isGroup } = activity.conversation
  if (conversationType === 'channel' || conversationType === 'groupChat' || conversationType === 'personal') return conversationType
  if (activity.channelData?.team?.id !== undefined) return 'channel'
  return isGroup ? 'groupChat' : 'personal'
}
