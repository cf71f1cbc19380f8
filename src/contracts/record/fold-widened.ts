// Conversations of members only that were opened to everyone who may read the contract (rule P6).
import type { ConversationId } from '../talk.ts'
import type { Entry } from './entry.ts'
import { openEntry } from './open-entry.ts'

/** The opened conversations after one more entry; entries come in the order of their seq. */
export const foldWidened = (widened: readonly ConversationId[], entry: Entry): readonly ConversationId[] => {
  if (entry.kind !== 'visibility') return widened
  const opened = openEntry(entry)
  if (opened?.kind !== 'visibility') return widened
  const { conversation, visibility } = opened.payload
  const others = widened.filter((other) => other !== conversation)
  return visibility === 'contract' ? [...others, conversation].sort() : others
}
