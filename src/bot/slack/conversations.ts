// Conversations that we were told of: asked of Slack when we meet them, brought up to date when Slack says that they changed.
import type { ConversationRow } from '../../store/store.ts'
import { factsOf } from './facts.ts'
import { conversationIdOf } from './ids.ts'
import type { Parts } from './parts.ts'

type Needed = Pick<Parts, 'teams' | 'store' | 'call' | 'people'>

/** The conversation as we know it; asked of Slack at the first meeting. */
export const meetConversation = async (parts: Needed, channel: string): Promise<ConversationRow> => {
  const known = await parts.store.conversations.get(conversationIdOf(parts.teams, channel))
  return known?.roster ? known : refreshConversation(parts, channel)
}

/** Asks Slack for name, visibility and members, and keeps what it says; of a conversation that it tells nothing of, nothing is kept. */
export const refreshConversation = async (parts: Needed, channel: string): Promise<ConversationRow> => {
  const { id, name, visibility, members } = await factsOf(parts, channel)
  if (!members && !(await parts.store.conversations.get(id)))
    return { id, name, visibility, roster: undefined, reference: undefined, checkedAt: new Date(0).toISOString() }
  return parts.store.conversations.keep(id, { name, visibility, ...(members && { members }) })
}
