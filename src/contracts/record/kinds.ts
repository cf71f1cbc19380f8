// The kinds of entry a record holds, and what each carries; the words are those that `audit` shows.
import { z } from 'zod'
import { Evidence } from '../evidence.ts'
import { Relation } from '../family-link.ts'
import { ObligationTerms, ProposedObligation } from '../obligation.ts'
import { ProposedValue } from '../proposal.ts'
import { Audience, TalkAuthor, TalkFile, Visibility } from '../talk.ts'

const said = { message: z.string(), thread: z.string() }

/** What a captured message was like when it arrived; `raw` is the delivery as it came, kept exactly. */
const heard = {
  ...said,
  author: TalkAuthor,
  postedAt: z.string(),
  audience: Audience,
  visibility: Visibility,
  roster: z.string().optional(),
  permalink: z.string().optional(),
}

export const payloads = {
  created: z.object({ fields: z.record(z.string(), z.json()), restricted: z.boolean().optional() }),
  /** `evidence` is where the document says it, `proposal` the reading that a person confirmed by it. */
  field: z.object({
    field: z.string(),
    value: z.json(),
    previous: z.json().optional(),
    source: z.string().optional(),
    evidence: Evidence.optional(),
    proposal: z.string().optional(),
  }),
  /** What a reader found in a document: proposals, until a person confirms them. */
  proposed: z.object({ document: z.string(), name: z.string(), reader: z.string(), values: z.array(ProposedValue) }),
  /** Proposals that a person turned down: not in this contract. */
  dismissed: z.object({ proposals: z.array(z.string()) }),
  /** Commitments that a reader found in a document: proposals too. */
  obligations_proposed: z.object({ document: z.string(), name: z.string(), reader: z.string(), obligations: z.array(ProposedObligation) }),
  obligation: ObligationTerms.extend({ obligation: z.string(), proposal: z.string().optional() }),
  /** `due` is the day that it was owed by, of one that comes again and again. */
  obligation_done: z.object({ obligation: z.string(), on: z.string(), due: z.string().optional() }),
  obligation_dropped: z.object({ obligation: z.string().optional(), proposals: z.array(z.string()).optional(), reason: z.string() }),
  usage: z.object({ field: z.string(), value: z.number(), on: z.string(), source: z.string().optional() }),
  granted: z.object({ person: z.string(), level: z.enum(['read', 'write']) }),
  revoked: z.object({ person: z.string() }),
  restricted: z.object({ restricted: z.boolean() }),
  document: z.object({
    sha256: z.string(),
    name: z.string(),
    size: z.number(),
    type: z.string(),
    executedOn: z.string().optional(),
    warnings: z.array(z.string()),
    hasText: z.boolean(),
  }),
  linked: z.object({ thread: z.string(), conversationName: z.string(), visibility: Visibility }),
  unlinked: z.object({ thread: z.string() }),
  membership: z.object({ conversation: z.string(), roster: z.string(), members: z.array(z.string()), outsiders: z.array(z.string()) }),
  /** A conversation of members only, opened to all who may read the contract (rule P6), or closed again. */
  visibility: z.object({ conversation: z.string(), visibility: Visibility }),
  /** What became of a linked conversation; `name` is what it is called now. */
  conversation: z.object({
    conversation: z.string(),
    change: z.enum(['renamed', 'shared', 'unshared', 'private', 'unarchived']),
    name: z.string(),
    was: z.string().optional(),
  }),
  message: z.object({
    ...heard,
    kind: z.enum(['message', 'call', 'mail']),
    text: z.string(),
    files: z.array(TalkFile),
    backfilled: z.boolean(),
    raw: z.string().optional(),
  }),
  version: z.object({
    ...heard,
    text: z.string(),
    editedAt: z.string(),
    origin: z.enum(['edit', 'recovered', 'system']),
    raw: z.string().optional(),
  }),
  deleted: z.object({ ...heard, deletedAt: z.string(), recoveredText: z.string().optional() }),
  undeleted: z.object({ ...heard, undeletedAt: z.string(), text: z.string().optional() }),
  reaction: z.object({ ...said, emoji: z.string(), by: z.string(), at: z.string(), added: z.boolean() }),
  file: z.object({ ...said, file: TalkFile }),
  /** A minute after the message its bytes were not kept yet; it is tried for a day. */
  file_pending: z.object({ ...said, name: z.string(), reason: z.string() }),
  file_missing: z.object({ ...said, name: z.string(), reason: z.string() }),
  gap: z.object({ thread: z.string(), from: z.string().optional(), to: z.string().optional(), reason: z.string() }),
  decision: z.object({
    decision: z.string(),
    text: z.string(),
    clause: z.string().optional(),
    cites: z.array(z.string()),
    thread: z.string().optional(),
  }),
  /** In the company's own chain: what was set of a person; the people store folds it, the fold of a contract passes it by. */
  person: z.object({ person: z.string(), change: z.record(z.string(), z.json()) }),
  /** The same for what a field may hold: the store of fields folds it. */
  field_definition: z.object({ key: z.string(), change: z.record(z.string(), z.json()) }),
  /** What this contract belongs to: what is said last about a parent holds, and no relation takes it out. */
  family: z.object({ parent: z.string(), relation: Relation.nullable(), order: z.int().positive().optional() }),
  file_read: z.object({ sha256: z.string(), name: z.string() }),
  keeper_read: z.object({ command: z.string(), reason: z.string() }),
  erasure: z.object({ seqs: z.array(z.number()), basis: z.string() }),
} as const

export type EntryKind = keyof typeof payloads
export type Payloads = { [Kind in EntryKind]: z.infer<(typeof payloads)[Kind]> }

export type TalkKind = Extract<
  EntryKind,
  'message' | 'version' | 'deleted' | 'undeleted' | 'reaction' | 'file' | 'file_pending' | 'file_missing'
>
const talkKinds: readonly string[] = [
  'message',
  'version',
  'deleted',
  'undeleted',
  'reaction',
  'file',
  'file_pending',
  'file_missing',
] satisfies TalkKind[]
export const isTalkKind = (kind: string): kind is TalkKind => talkKinds.includes(kind)
