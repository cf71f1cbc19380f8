// What an answer of Slack means for a message that we sent.
import { z } from 'zod'
import type { SendOutcome } from '../platform.ts'
import type { Reply } from './api.ts'

const Sent = z.looseObject({ ts: z.string().nullish(), message_ts: z.string().nullish() })

/** Refusals that people can do something about, in words for them. */
const reasons: Record<string, string> = {
  not_in_channel: 'The bot is not in this channel: invite it (not_in_channel).',
  channel_not_found: 'The bot cannot see this conversation: invite it (channel_not_found).',
  is_archived: 'The channel is archived (is_archived).',
  restricted_action: 'Posting here is restricted by the workspace (restricted_action).',
  messages_tab_disabled: 'The app takes no direct messages: switch on its Messages tab (messages_tab_disabled).',
  missing_scope: 'The app lacks a scope: install it again from the manifest (missing_scope).',
}

const shortPause = 5_000

export const outcomeOf = (reply: Reply, replaces: string | undefined): SendOutcome => {
  if (reply.ok) {
    const { ts, message_ts } = Sent.parse(reply.body)
    return { result: 'sent', message: ts ?? message_ts ?? replaces ?? '' }
  }
  const reason = reasons[reply.error] ?? `Slack answered ${reply.error}`
  if (reply.retryAfterMs !== undefined) return { result: 'later', afterMs: reply.retryAfterMs, reason }
  if (reply.unclear) return { result: 'unclear', reason }
  return reply.error === 'unanswered' ? { result: 'later', afterMs: shortPause, reason } : { result: 'refused', reason }
}

/** Errors after which a private message in the conversation goes to the person's own direct messages instead. */
export const isNotReachable = (reply: Reply): boolean =>
  !reply.ok && ['user_not_in_channel', 'not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'].includes(reply.error)

/** Errors of the blocks alone, though each was within its limits: the words go out without them. */
export const isBlocksRefused = (reply: Reply): boolean =>
  !reply.ok && ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long'].includes(reply.error)
