// Deliveries of Slack: the parts that we read, each checked; everything else is left alone.
import { z } from 'zod'

/** Slack writes what it does not have as null, as an empty string, or not at all; what is of another shape is nothing that we read. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional().catch(undefined))
const words = maybe(z.string())
/** Ids become parts of our own ids, whose parts are kept apart by a bar and a colon. */
const Id = maybe(z.string().regex(/^[^|:\s]{1,100}$/))
/** Seconds and a counter; it names a message within its channel. */
const Timestamp = maybe(z.string().regex(/^\d{1,12}\.\d{1,9}$/))

export const FileObject = z.looseObject({
  id: Id,
  name: words,
  title: words,
  size: maybe(z.number()),
  mode: words,
  filetype: words,
  mimetype: words,
  file_access: words,
  alt_txt: words,
  is_external: maybe(z.boolean()),
  url_private: words,
  url_private_download: words,
})
export type FileObject = z.infer<typeof FileObject>

export const Message = z.looseObject({
  subtype: words,
  user: Id,
  bot_id: Id,
  app_id: Id,
  bot_profile: maybe(z.looseObject({ name: words, app_id: Id })),
  username: words,
  text: maybe(z.string()),
  ts: Timestamp,
  thread_ts: Timestamp,
  edited: maybe(z.looseObject({ ts: Timestamp })),
  team: Id,
  user_team: Id,
  source_team: Id,
  files: maybe(z.array(FileObject)),
  attachments: maybe(z.array(z.looseObject({ fallback: words, text: words, title: words, pretext: words }))),
  blocks: maybe(z.array(z.unknown())),
  metadata: maybe(z.looseObject({ event_type: words, event_payload: z.unknown() })),
})
export type Message = z.infer<typeof Message>

/** Some events name it by its id, some bring all of it. */
const idOf = z.preprocess((value) => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value), Id)

export const Event = Message.extend({
  type: z.string().max(200),
  channel: idOf,
  channel_id: Id,
  channel_type: words,
  event_ts: Timestamp,
  message: maybe(Message),
  previous_message: maybe(Message),
  deleted_ts: Timestamp,
  item: maybe(z.looseObject({ type: words, channel: Id, ts: Timestamp })),
  reaction: words,
  old_channel_id: Id,
  new_channel_id: Id,
  user: idOf,
})
export type Event = z.infer<typeof Event>

const Authorization = z.looseObject({ team_id: Id, user_id: Id, is_bot: maybe(z.boolean()) })

export const Envelope = z.looseObject({
  type: maybe(z.string().max(200)),
  team_id: Id,
  context_team_id: Id,
  enterprise_id: Id,
  api_app_id: Id,
  authorizations: maybe(z.array(Authorization)),
  event: maybe(Event),
  team: maybe(z.looseObject({ id: Id })),
  enterprise: maybe(z.looseObject({ id: Id })),
})
export type Envelope = z.infer<typeof Envelope>
export type Callback = Envelope & { event: Event }

/** Undefined when it is nothing that Slack sends. */
export const readEnvelope = (body: unknown): Envelope | undefined => {
  const parsed = Envelope.safeParse(body)
  return parsed.success ? parsed.data : undefined
}

export const readCallback = (body: string): Callback | undefined => {
  try {
    const envelope = readEnvelope(JSON.parse(body))
    return envelope?.event && ({ ...envelope, event: envelope.event } satisfies Callback)
  } catch {
    return undefined
  }
}

/** The workspaces and the organization that a delivery is of, as far as it says. */
export const teamsOf = (envelope: Envelope): string[] =>
  [
    envelope.team_id,
    envelope.context_team_id,
    envelope.enterprise_id,
    envelope.team?.id,
    envelope.enterprise?.id,
    ...(envelope.authorizations ?? []).map(({ team_id }) => team_id),
  ].filter((team) => team !== undefined)

/** Whether we said it ourselves: our own words are never a command and never talk. */
export const isOwn = (envelope: Envelope, message: Message): boolean => {
  const app = message.app_id ?? message.bot_profile?.app_id
  const bots = (envelope.authorizations ?? []).filter(({ is_bot }) => is_bot).map(({ user_id }) => user_id)
  return (app !== undefined && app === envelope.api_app_id) || (message.user !== undefined && bots.includes(message.user))
}
