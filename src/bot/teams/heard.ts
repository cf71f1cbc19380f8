// A kept delivery of Teams in our words: what was written, edited, deleted, restored or reacted with, and when.
import { messageId } from '../../contracts/talk.ts'
import type { Heard } from '../platform.ts'
import { type Activity, instantOf, isOwn, readActivity, tenantOf } from './activity.ts'
import { type FileReader, filesIn } from './attachments.ts'
import { accountKeyOf, bareConversation, conversationIdOf, type PlatformName, rootOf } from './ids.ts'
import { saidIn } from './words.ts'

const talkTypes = ['message', 'messageUpdate', 'messageDelete', 'messageReaction']

/** Whether an activity is something that happened to talk, so that a linked thread keeps it. */
export const isTalk = (activity: Activity): boolean =>
  talkTypes.includes(activity.type) && !isOwn(activity) && aboutOf(activity) !== undefined

/** The message that it is about. */
const aboutOf = (activity: Activity): string | undefined => (activity.type === 'messageReaction' ? activity.replyToId : activity.id)

/** The same for every delivery of the same event: conversation and message, what happened, and when where it can happen again. */
export const deliveryId = (platform: PlatformName, tenant: string, activity: Activity): string => {
  const message = messageId(conversationIdOf(platform, tenant, activity.conversation.id), aboutOf(activity) ?? '-')
  if (activity.type === 'message') return `${message}|message`
  const reactions = [...(activity.reactionsAdded ?? []), ...(activity.reactionsRemoved ?? [])].map(({ type }) => type)
  const by = activity.type === 'messageReaction' ? [activity.from?.id, ...reactions] : [activity.channelData?.eventType]
  return [message, activity.type, ...by, activity.timestamp].filter(Boolean).join('|')
}

/** Read from the body alone; where Teams tells no time, the id of a message does, which is its millisecond. */
export const heardIn = (platform: PlatformName, body: string, reader: FileReader): Heard[] => {
  const activity = readActivity(body)
  if (!activity || !isTalk(activity)) return []
  const id = activity.id ?? ''
  const at = instantOf(activity, new Date(/^\d{13}$/.test(id) ? Number(id) : 0).toISOString())
  switch (activity.type) {
    case 'messageReaction':
      return reactionsIn(platform, activity, at)
    case 'messageDelete':
      return [{ type: 'deleted', id, deletedAt: at, ...wroteIt(platform, activity) }]
    case 'messageUpdate':
      return activity.channelData?.eventType === 'undeleteMessage'
        ? [{ type: 'undeleted', id, undeletedAt: at, text: saidIn(activity) }]
        : [{ type: 'edited', id, text: saidIn(activity), editedAt: at, ...wroteIt(platform, activity), raw: body }]
    default:
      return [{ type: 'message', message: messageIn(platform, activity, at, body, reader) }]
  }
}

const messageIn = (platform: PlatformName, activity: Activity, at: string, body: string, reader: FileReader) => ({
  id: activity.id ?? '',
  author: authorOf(platform, activity),
  postedAt: at,
  text: saidIn(activity),
  permalink: permalinkOf(activity),
  files: filesIn(activity, reader, graphPathOf(activity)),
  raw: body,
})

/** Only people edit, delete and restore, each their own messages (or an owner of the team somebody else's deletion, which Teams does not tell apart). */
const wroteIt = (platform: PlatformName, activity: Activity) => (activity.from?.id ? { author: authorOf(platform, activity) } : {})

const authorOf = (platform: PlatformName, activity: Activity) => ({
  account: accountKeyOf(platform, tenantOf(activity) ?? '', activity.from?.aadObjectId ?? activity.from?.id ?? ''),
  name: activity.from?.name ?? 'somebody without a name',
})

const reactionsIn = (platform: PlatformName, activity: Activity, at: string): Heard[] => {
  const { account: by } = authorOf(platform, activity)
  const each = (reactions: Activity['reactionsAdded'], added: boolean): Heard[] =>
    (reactions ?? []).map(({ type }) => ({ type: 'reaction', id: activity.replyToId ?? '', emoji: type, by, at, added }))
  return [...each(activity.reactionsAdded, true), ...each(activity.reactionsRemoved, false)]
}

/** The address under which Teams shows the message to people who are in the conversation. */
export const permalinkOf = (activity: Activity): string => {
  const conversation = bareConversation(activity.conversation.id)
  const root = rootOf(activity.conversation.id)
  const group = activity.channelData?.team?.aadGroupId
  const query = new URLSearchParams(
    root === '-'
      ? { context: JSON.stringify({ contextType: 'chat' }) }
      : { tenantId: tenantOf(activity) ?? '', ...(group && { groupId: group }), parentMessageId: root },
  )
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation)}/${encodeURIComponent(activity.id ?? '')}?${query}`
}

/** Where Graph keeps the message, if the team's id in Graph is known. */
const graphPathOf = (activity: Activity): string | undefined => {
  const root = rootOf(activity.conversation.id)
  const group = activity.channelData?.team?.aadGroupId
  const id = encodeURIComponent(activity.id ?? '')
  const conversation = encodeURIComponent(bareConversation(activity.conversation.id))
  if (root === '-') return `/chats/${conversation}/messages/${id}`
  if (group === undefined) return undefined
  const post = `/teams/${encodeURIComponent(group)}/channels/${conversation}/messages/${encodeURIComponent(root)}`
  return root === activity.id ? post : `${post}/replies/${id}`
}
