// What was heard, as entries for the record: each under a natural key, so that hearing it twice records it once.
import type { Draft } from '../../contracts/record/entry.ts'
import {
  type Audience,
  type ConversationId,
  messageId,
  type TalkAuthor,
  type TalkFile,
  type ThreadId,
  type Visibility,
} from '../../contracts/talk.ts'
import type { Heard, HeardDeletion, HeardEdit, HeardMessage } from '../platform.ts'

/** What was so when it was heard. */
export type Circumstances = {
  conversation: ConversationId
  thread: ThreadId
  source: string
  audience: Audience
  visibility: Visibility
  /** Hash of the list of members; undefined: unknown. */
  roster: string | undefined
  backfilled: boolean
  /** The person behind an account key, if we know one. */
  personOf: (account: string) => string | undefined
}

/** What became of the files of a message. */
export type FileOutcome = Pick<TalkFile, 'name' | 'picture'> & { size?: number; sha256?: string; missing?: string }

type Said<Kind extends Draft['kind']> = Draft<Kind> extends { payload: infer Payload } ? Payload : never
type Circumstance = Pick<Said<'deleted'>, 'message' | 'thread' | 'author' | 'postedAt' | 'audience' | 'visibility' | 'roster'>

export const draftsOf = (heard: Heard, around: Circumstances, files: readonly FileOutcome[] = []): Draft[] => {
  switch (heard.type) {
    case 'message':
      return messageDrafts(heard.message, around, files)
    case 'edited':
      return editDrafts(heard, around)
    case 'deleted':
      return [deletionDraft(heard, around)]
    case 'undeleted': {
      const { id, undeletedAt, text } = heard
      const payload = { ...circumstance(around, id, { postedAt: undeletedAt }), undeletedAt, ...(text !== undefined && { text }) }
      return [{ ...header(around, undefined, `u:${payload.message}:${undeletedAt}`), kind: 'undeleted', payload }]
    }
    case 'reaction': {
      const { id, emoji, by, at, added } = heard
      const message = messageId(around.conversation, id)
      const key = `r:${message}:${emoji}:${by}:${at}:${added ? '+' : '-'}`
      return [{ ...header(around, by, key), kind: 'reaction', payload: { message, thread: around.thread, emoji, by, at, added } }]
    }
    default:
      return heard satisfies never
  }
}

const messageDrafts = (message: HeardMessage, around: Circumstances, files: readonly FileOutcome[]): Draft[] => {
  const { id, text, permalink, raw } = message
  const said = circumstance(around, id, message)
  const draft: Draft = {
    ...header(around, message.author.account, `m:${said.message}`),
    kind: 'message',
    payload: {
      ...said,
      ...(permalink !== undefined && { permalink }),
      kind: 'message',
      text,
      files: files.map(({ missing, ...file }) => file),
      backfilled: around.backfilled,
      ...(raw !== undefined && { raw }),
    },
  }
  const { author, postedAt, edited: editedAt } = message
  return [
    draft,
    // Read from history it reads as it does now: if it was kept before, this is the edit that was missed.
    ...(editedAt === undefined ? [] : editDrafts({ type: 'edited', id, text, editedAt, author, postedAt }, around)),
    ...files.filter((file) => file.missing !== undefined).map((file) => missingDraft(around, id, file.name, file.missing ?? '')),
  ]
}

const editDrafts = (edit: HeardEdit, around: Circumstances): Draft[] => {
  const said = circumstance(around, edit.id, { ...edit, postedAt: edit.postedAt ?? edit.editedAt })
  const version = (key: string, text: string, editedAt: string, origin: 'edit' | 'recovered' | 'system', raw?: string): Draft => ({
    ...header(around, edit.author?.account, key),
    kind: 'version',
    payload: { ...said, text, editedAt, origin, ...(raw !== undefined && { raw }) },
  })
  const { previous } = edit
  // An edit that was lost has the key that it would have had itself; a lost original leaves its own key free for when it comes.
  const recoveredKey = previous && (previous.at === edit.postedAt ? `o:${said.message}` : `v:${said.message}:${previous.at}`)
  return [
    ...(previous && recoveredKey ? [version(recoveredKey, previous.text, previous.at, 'recovered')] : []),
    version(`v:${said.message}:${edit.editedAt}`, edit.text, edit.editedAt, edit.system ? 'system' : 'edit', edit.raw),
  ]
}

const deletionDraft = (deletion: HeardDeletion, around: Circumstances): Draft => {
  const { id, deletedAt, previousText } = deletion
  const said = circumstance(around, id, { ...deletion, postedAt: deletion.postedAt ?? deletedAt })
  return {
    ...header(around, undefined, `d:${said.message}:${deletedAt}`),
    kind: 'deleted',
    payload: { ...said, deletedAt, ...(previousText !== undefined && { recoveredText: previousText }) },
  }
}

/** The bytes of a file that came after its message. */
export const fileDraft = (around: Circumstances, id: string, file: TalkFile): Draft => {
  const message = messageId(around.conversation, id)
  return { ...header(around, undefined, `file:${message}:${file.name}`), kind: 'file', payload: { message, thread: around.thread, file } }
}

/** Its bytes are not kept yet, and are tried for on. */
export const pendingDraft = (around: Circumstances, id: string, name: string, reason: string): Draft => {
  const message = messageId(around.conversation, id)
  const payload = { message, thread: around.thread, name, reason }
  return { ...header(around, undefined, `file_pending:${message}:${name}`), kind: 'file_pending', payload }
}

export const missingDraft = (around: Circumstances, id: string, name: string, reason: string): Draft => {
  const message = messageId(around.conversation, id)
  const payload = { message, thread: around.thread, name, reason }
  return { ...header(around, undefined, `file_missing:${message}:${name}`), kind: 'file_missing', payload }
}

const header = (around: Circumstances, account: string | undefined, key: string) => ({
  key,
  actor: account === undefined ? 'throughline' : (around.personOf(account) ?? account),
  source: around.source,
})

const circumstance = (around: Circumstances, id: string, told: { author?: HeardMessage['author']; postedAt: string }): Circumstance => ({
  message: messageId(around.conversation, id),
  thread: around.thread,
  author: authorOf(around, told.author),
  postedAt: told.postedAt,
  audience: around.audience,
  visibility: around.visibility,
  ...(around.roster !== undefined && { roster: around.roster }),
})

const authorOf = (around: Circumstances, author: HeardMessage['author'] | undefined): TalkAuthor => {
  const person = author && around.personOf(author.account)
  return { name: author?.name ?? '', ...(author && { account: author.account }), ...(person !== undefined && { person }) }
}
