// How a message reads now, or read at a past moment.
import type { TalkMessage, TalkText } from './talk.ts'

export type TalkView = {
  /** Undefined when no text of it was ever received. */
  text: string | undefined
  edited: boolean
  /** When it was deleted on its platform, if it is deleted at that moment. */
  deletedAt: string | undefined
  reactions: { emoji: string; by: string[] }[]
}

/** The message as of an instant (ISO), or as it is now. Undefined: it had not been written yet. */
export const viewTalk = (message: TalkMessage, asOf?: string): TalkView | undefined => {
  const then = (item: { at: string }) => asOf === undefined || item.at <= asOf
  if (asOf !== undefined && message.postedAt > asOf) return undefined
  const texts = message.texts.filter(then)
  const removal = message.removals.filter(then).at(-1)
  return {
    text: currentText(texts)?.text ?? message.texts.find((text) => text.origin === 'recovered')?.text,
    edited: texts.some((text) => text.origin === 'edit'),
    deletedAt: removal?.removed ? removal.at : undefined,
    reactions: reactionsOf(message.reactions.filter(then)),
  }
}

const currentText = (texts: TalkText[]): TalkText | undefined => texts.at(-1)

const reactionsOf = (reactions: TalkMessage['reactions']): TalkView['reactions'] => {
  const held = new Map<string, Set<string>>()
  for (const { emoji, by, added } of [...reactions].sort((one, other) => (one.at < other.at ? -1 : 1))) {
    const people = held.get(emoji) ?? new Set()
    if (added) people.add(by)
    else people.delete(by)
    held.set(emoji, people)
  }
  return [...held].filter(([, people]) => people.size > 0).map(([emoji, people]) => ({ emoji, by: [...people] }))
}
