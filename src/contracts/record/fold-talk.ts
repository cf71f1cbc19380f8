// The fold of talk: what each entry adds to the message that it names; the order in which entries arrive changes nothing people see.
import type { TalkMessage, TalkText } from '../talk.ts'
import { isTalkKind, type TalkKind } from './kinds.ts'
import type { Opened } from './open-entry.ts'

export type TalkEntry = Extract<Opened, { kind: TalkKind }>

export const isTalkEntry = (opened: Opened): opened is TalkEntry => isTalkKind(opened.kind)

/** The message with one more entry folded in; folding the same entry twice changes nothing. */
export const foldTalk = (message: TalkMessage | undefined, opened: TalkEntry): TalkMessage => {
  const before = message ?? unheard(opened)
  const { seq } = opened.entry
  if (before.seqs.includes(seq)) return before
  return { ...before, ...change(before, opened), seqs: [...before.seqs, seq] }
}

/** A message of which nothing is known yet but that an entry names it. */
const unheard = ({ entry, payload }: TalkEntry): TalkMessage => ({
  contract: entry.contract,
  message: payload.message,
  thread: payload.thread,
  kind: 'message',
  author: { name: '' },
  postedAt: entry.at,
  received: false,
  texts: [],
  removals: [],
  reactions: [],
  files: [],
  audience: 'internal',
  visibility: 'members',
  roster: undefined,
  permalink: undefined,
  backfilled: false,
  seqs: [],
})

const change = (message: TalkMessage, { kind, payload, entry }: TalkEntry): Partial<TalkMessage> => {
  const { seq } = entry
  switch (kind) {
    case 'message':
      return {
        ...circumstances(payload),
        received: true,
        kind: payload.kind,
        backfilled: payload.backfilled,
        texts: withText(message, { text: payload.text, at: payload.postedAt, seq, origin: 'original' }),
        files: [...message.files, ...payload.files.filter((file) => !isToldOf(message, file.name)).map((file) => ({ ...file, seq }))],
      }
    case 'version':
      return {
        ...unlessReceived(message, payload),
        texts: withText(message, { text: payload.text, at: payload.editedAt, seq, origin: payload.origin }),
      }
    case 'deleted':
      return { ...unlessReceived(message, payload), ...removal(message, true, payload.deletedAt, seq, payload.recoveredText) }
    case 'undeleted':
      return { ...unlessReceived(message, payload), ...removal(message, false, payload.undeletedAt, seq, payload.text) }
    case 'reaction':
      return { reactions: [...message.reactions, { emoji: payload.emoji, by: payload.by, at: payload.at, added: payload.added, seq }] }
    case 'file':
      return { files: [...message.files.filter((file) => file.name !== payload.file.name || file.sha256), { ...payload.file, seq }] }
    case 'file_missing':
      return message.files.some((file) => file.name === payload.name && file.sha256)
        ? {}
        : { files: [...message.files.filter((file) => file.name !== payload.name), { name: payload.name, missing: payload.reason, seq }] }
  }
}

/** What became of a file may be told before the message that it came with. */
const isToldOf = (message: TalkMessage, name: string) => message.files.some((file) => file.name === name)

type Circumstances = Extract<TalkEntry, { kind: 'message' | 'version' | 'deleted' | 'undeleted' }>['payload']

const circumstances = (payload: Circumstances): Partial<TalkMessage> => ({
  author: payload.author,
  postedAt: payload.postedAt,
  audience: payload.audience,
  visibility: payload.visibility,
  roster: payload.roster,
  permalink: payload.permalink,
})

/** An edit tells who wrote it and when only as long as the message itself has not come. */
const unlessReceived = (message: TalkMessage, payload: Circumstances): Partial<TalkMessage> =>
  message.received || message.texts.length > 0 ? {} : circumstances(payload)

const removal = (message: TalkMessage, removed: boolean, at: string, seq: number, recovered: string | undefined): Partial<TalkMessage> => ({
  removals: [...message.removals, { removed, at, seq }].sort(byTime),
  ...(recovered !== undefined && message.texts.length === 0 ? { texts: [{ text: recovered, at, seq, origin: 'recovered' as const }] } : {}),
})

const byTime = (one: { at: string; seq: number }, other: { at: string; seq: number }) =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : one.seq - other.seq

/** A recovered text is only a stand-in for the one that was not received: of the same words only the one that came itself stays. */
const withText = (message: TalkMessage, text: TalkText): TalkText[] => {
  const isSame = (other: TalkText) => other.text === text.text
  if (text.origin === 'recovered' && message.texts.some(isSame)) return message.texts
  return [...message.texts.filter((other) => other.origin !== 'recovered' || !isSame(other)), text].sort(byTime)
}
