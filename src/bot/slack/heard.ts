// A kept delivery of Slack in our words: what was written, edited, deleted or reacted with, and when.
import { messageId, type ThreadId } from '../../contracts/talk.ts'
import type { Heard, HeardMessage } from '../platform.ts'
import { type Callback, type Event, isOwn, type Message, readCallback } from './body.ts'
import { type FetchFile, filesOf } from './files.ts'
import { accountKeyOf, conversationIdOf, instantOf, type Teams, threadIdOf } from './ids.ts'
import { saidIn } from './words.ts'

/** Who an id stands for, as far as it is known who was there: deliveries leave out names, and often whose account it is. */
export type Who = (user: string) => { account: string; name: string } | undefined

/** What is needed to read a delivery. */
export type Ear = { teams: Teams; fetchFile: FetchFile }

/** What a delivery is about; `thread` undefined: a reaction tells the message, but not the thread that it stands in. */
export type Talk = { id: string; channel: string; message: string; thread: ThreadId | undefined }

/** People's own kinds of message; every other is kept too, and said to be of an unsupported kind. */
const kinds: readonly (string | undefined)[] = [undefined, 'bot_message', 'file_share', 'me_message', 'thread_broadcast', 'reply_broadcast']

/** Whether a delivery is something that happened to talk, so that a linked thread keeps it, and under which natural key. */
export const talkIn = (teams: Teams, callback: Callback): Talk | undefined => {
  const { event } = callback
  const told = event.type === 'message' ? aboutMessage(callback) : aboutReaction(event)
  if (!told) return undefined
  const { channel, message, root, what } = told
  const about = messageId(conversationIdOf(teams, channel), message)
  return { id: `${about}|${what}`, channel, message, thread: root === undefined ? undefined : threadIdOf(teams, channel, root) }
}

type About = { channel: string; message: string; root: string | undefined; what: string }

const aboutMessage = (callback: Callback): About | undefined => {
  const { event } = callback
  const { channel, subtype } = event
  const said = saidBy(event)
  const message = subtype === 'message_deleted' ? (event.deleted_ts ?? said?.ts) : said?.ts
  if (!channel || !message || subtype === 'message_replied' || isOwn(callback, said ?? event)) return undefined
  const root = said?.thread_ts ?? message
  if (subtype === 'message_deleted') return { channel, message, root, what: 'deleted' }
  if (subtype !== 'message_changed') return { channel, message, root, what: 'message' }
  return { channel, message, root, what: ['changed', said?.edited?.ts, event.event_ts].filter(Boolean).join('|') }
}

/** The message that an event is about: itself, or the one that it brings along. */
const saidBy = (event: Event): Message | undefined => {
  if (event.subtype === 'message_changed') return event.message
  return event.subtype === 'message_deleted' ? event.previous_message : event
}

const aboutReaction = ({ type, item, user, reaction, event_ts }: Event): About | undefined => {
  if ((type !== 'reaction_added' && type !== 'reaction_removed') || item?.type !== 'message') return undefined
  if (!item.channel || !item.ts || !user || !reaction) return undefined
  return { channel: item.channel, message: item.ts, root: undefined, what: [type, user, reaction, event_ts].filter(Boolean).join('|') }
}

/** Read from the body alone, with the names of those who were there. */
export const heardIn = (ear: Ear, body: string, who: Who): Heard[] => {
  const callback = readCallback(body)
  const talk = callback && talkIn(ear.teams, callback)
  if (!callback || !talk) return []
  return happenedIn(ear, { callback, talk, body }, orOurselves(ear, callback, who))
}

/** A list of members names no programs, and people mention us. */
const orOurselves = ({ teams }: Ear, { authorizations = [] }: Callback, who: Who): Who => {
  const ours = new Set(authorizations.filter(({ is_bot }) => is_bot).map(({ user_id }) => user_id))
  return (user) => who(user) ?? (ours.has(user) ? { account: accountKeyOf(teams, user), name: 'Throughline' } : undefined)
}

type Delivered = { callback: Callback; talk: Talk; body: string }

const happenedIn = (ear: Ear, { callback: { event }, talk, body }: Delivered, who: Who): Heard[] => {
  const at = instantOf(event.event_ts ?? talk.message)
  if (event.type !== 'message') return [reactionIn(ear.teams, event, talk.message, at, who)]
  if (event.subtype === 'message_deleted') return [deletionIn(ear.teams, event.previous_message, talk.message, at, who)]
  if (event.subtype === 'message_changed') return changeIn(ear.teams, event, talk.message, at, body, who)
  const message = messageIn(ear, event, talk.channel, who)
  return message ? [{ type: 'message', message: { ...message, raw: body } }] : []
}

/** A message as it stands in a delivery or in the history; undefined without its timestamp. */
export const messageIn = (ear: Ear, message: Message, channel: string, who: Who): HeardMessage | undefined => {
  if (message.ts === undefined) return undefined
  const said = saidIn(message, namesOf(who))
  return {
    id: message.ts,
    author: authorOf(ear.teams, message, who),
    postedAt: instantOf(message.ts),
    text: kinds.includes(message.subtype) ? said : `(unsupported kind of message: ${message.subtype}) ${said}`.trim(),
    permalink: permalinkOf(channel, message),
    files: filesOf(message.files ?? [], ear.fetchFile),
  }
}

const namesOf = (who: Who) => (user: string) => who(user)?.name

const authorOf = (teams: Teams, message: Message, who: Who): HeardMessage['author'] => {
  const id = message.user ?? message.bot_id ?? 'nobody'
  const known = message.user === undefined ? undefined : who(message.user)
  const account = known?.account ?? accountKeyOf(teams, id, message.user_team ?? message.source_team ?? message.team)
  return { account, name: known?.name ?? message.username ?? message.bot_profile?.name ?? id }
}

/** Opens in the workspace of whoever presses it. */
const permalinkOf = (channel: string, { ts = '', thread_ts }: Message): string => {
  const address = `https://slack.com/archives/${channel}/p${ts.replace('.', '')}`
  return thread_ts === undefined || thread_ts === ts ? address : `${address}?thread_ts=${thread_ts}&cid=${channel}`
}

/** An edit by a person brings a new `edited`; a change without one is Slack's own, for a link preview. A parent that is deleted turns into a tombstone. */
const changeIn = (teams: Teams, event: Event, id: string, at: string, body: string, who: Who): Heard[] => {
  const { message, previous_message: previous } = event
  if (!message) return []
  if (message.subtype === 'tombstone') return [deletionIn(teams, previous, id, at, who)]
  const edited = message.edited?.ts
  const isEdit = edited !== undefined && edited !== previous?.edited?.ts
  const before = previous && { text: saidIn(previous, namesOf(who)), at: instantOf(previous.edited?.ts ?? id) }
  return [
    {
      type: 'edited',
      id,
      text: saidIn(message, namesOf(who)),
      editedAt: isEdit ? instantOf(edited) : at,
      author: authorOf(teams, message, who),
      postedAt: instantOf(id),
      ...(!isEdit && { system: true as const }),
      ...(before && { previous: before }),
      raw: body,
    },
  ]
}

const deletionIn = (teams: Teams, previous: Message | undefined, id: string, deletedAt: string, who: Who): Heard => ({
  type: 'deleted',
  id,
  deletedAt,
  postedAt: instantOf(id),
  ...(previous && { author: authorOf(teams, previous, who), previousText: saidIn(previous, namesOf(who)) }),
})

const reactionIn = (teams: Teams, event: Event, id: string, at: string, who: Who): Heard => ({
  type: 'reaction',
  id,
  emoji: event.reaction ?? '',
  by: who(event.user ?? '')?.account ?? accountKeyOf(teams, event.user ?? ''),
  at,
  added: event.type === 'reaction_added',
})
