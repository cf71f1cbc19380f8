// The fold of talk: what each entry adds to the message that it names; the order in which entries arrive changes nothing people see.
import type { TalkFile, TalkMessage, TalkText } from '../talk.ts'
import { isTalkKind, type TalkKind } from './kinds.ts'
import type { Opened } from './open-entry.ts'

export type TalkEntry = Extract<Opened, { kind: TalkKind }>

export const isTalkEntry = (opened: Opened): opened is TalkEntry => isTalkKind(opened.kind)

/** The message with one more entry folded in; folding the same entry twice changes nothing. */
export const foldTalk = (message: TalkMessage | undefined, opened: TalkEntry): TalkMessage => {
  const before = message ?? unheard(opened)
  const { seq } = opened.entry
  if (before.seqs.includes(seq)) return before
  return { ...before, ...change(before, opened), seqs: [...before.seqs, seq].sort((one, other) => one - other) }
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
        files: withFiles(message, ...payload.files.map((file) => ({ ...file, seq }))),
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
      return {
        reactions: [...message.reactions, { emoji: payload.emoji, by: payload.by, at: payload.at, added: payload.added, seq }].sort(byTime),
      }
    case 'file':
      return { files: withFiles(message, { ...payload.file, seq }) }
    case 'file_pending':
      return { files: withFiles(message, { name: payload.name, pending: payload.reason, seq }) }
    case 'file_missing':
      return { files: withFiles(message, { name: payload.name, missing: payload.reason, seq }) }
  }
}

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
  ...(recovered !== undefined && { texts: withText(message, { text: recovered, at, seq, origin: 'recovered' }) }),
})

const byTime = (one: { at: string; seq: number }, other: { at: string; seq: number }) =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : one.seq - other.seq

/** A recovered text is only a stand-in for the one that was not received: of the same words only the one that came itself stays. */
const withText = (message: TalkMessage, text: TalkText): TalkText[] => {
  const texts = [...message.texts, text].sort(byTime)
  const heard = new Set(texts.filter(({ origin }) => origin !== 'recovered').map((other) => other.text))
  return texts.filter(
    (one) => one.origin !== 'recovered' || (!heard.has(one.text) && texts.find((other) => other.text === one.text) === one),
  )
}

/**
 * What became of a file may be told before the message that it came with, and after its bytes were kept: bytes count more than a reason why
 * they are missing, that one more than a reason why they are not there yet, and any reason more than the mere name.
 */
const withFiles = (message: TalkMessage, ...added: TalkMessage['files']): TalkMessage['files'] => {
  const files = [...message.files, ...added].sort((one, other) => one.seq - other.seq)
  const best = new Map<string, number>()
  for (const file of files) best.set(file.name, Math.max(worth(file), best.get(file.name) ?? 0))
  const bestOf = files.filter((file) => worth(file) === best.get(file.name))
  const last = new Map(bestOf.map(({ name, seq }) => [name, seq]))
  return bestOf.filter((file) => !isReason(file) || last.get(file.name) === file.seq)
}

const isReason = ({ missing, pending }: TalkFile): boolean => missing !== undefined || pending !== undefined

const worth = ({ sha256, missing, pending }: TalkFile): number => {
  if (sha256 !== undefined) return 3
  if (missing !== undefined) return 2
  return pending !== undefined ? 1 : 0
}
