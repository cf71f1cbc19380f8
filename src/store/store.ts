// The store, as the floors above see it: what is kept, found and counted, each read starting from who asks.
import type { CalendarDate } from '../contracts/calendar-date.ts'
import type { Contract, FieldValues } from '../contracts/contract.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import type { Condition } from '../contracts/filter/condition.ts'
import type { Values } from '../contracts/filter/evaluate.ts'
import type { Account, Person, PlatformName, Role, Standing } from '../contracts/identity.ts'
import type { Anchor } from '../contracts/record/anchor.ts'
import type { Draft, Entry } from '../contracts/record/entry.ts'
import type { EntryKind } from '../contracts/record/kinds.ts'
import type { ChainReport, Fault } from '../contracts/record/verify.ts'
import type { Member, Roster } from '../contracts/roster.ts'
import type { ConversationId, MessageId, TalkMessage, ThreadId, Visibility } from '../contracts/talk.ts'
import type { ClaimedHistory, HistoryStep } from './claimed-history.ts'
import type { FamilyStore } from './family-store.ts'
import type { FieldStore } from './field-store.ts'
import type { ModelReadingStore } from './model-reading-store.ts'
import type { InboxStore, OutboxStore } from './queues.ts'

export type { ClaimedHistory, HistoryStep } from './claimed-history.ts'
export type * from './model-reading-store.ts'
export type * from './queues.ts'

export type Store = {
  record: RecordStore
  contracts: ContractStore
  families: FamilyStore
  reviews: ReviewStore
  obligations: ObligationStore
  talk: TalkStore
  threads: ThreadStore
  conversations: ConversationStore
  people: PeopleStore
  fields: FieldStore
  files: FileStore
  modelReadings: ModelReadingStore
  inbox: InboxStore
  outbox: OutboxStore
  answers: AnswerStore
  anchors: AnchorStore
  numbers: NumberStore
  secrets: SecretStore
  duties: DutyStore
  /** The database for the ticker of the jobs floor, which brings its own collection. */
  tickerDatabase(): unknown
  /** Ping with a deadline of 1 s; false when the database is away. */
  isAvailable(): Promise<boolean>
  close(): Promise<void>
}

export type Appended = { contract: Contract; entries: Entry[]; known: string[] }

export type RecordStore = {
  /**
   * Reads the contract as of its last entry, asks `decide` for what comes next, and appends that with one insert. Somebody was faster:
   * folds on and asks again. A key that is there already was recorded before: it is left out and named in `known`. A Refusal thrown by
   * `decide` passes through and nothing is appended.
   */
  append(contract: string, decide: (contract: Contract) => Draft[]): Promise<Appended>
  entries(contract: string, fromSeq?: number): Promise<Entry[]>
  /** Entries of one kind in all chains, appended since an instant, oldest first. */
  ofKind(kind: EntryKind, since: string): Promise<Entry[]>
  /** Chains of one contract or of all; reads only, believes nothing. */
  verify(contract?: string): AsyncIterable<ChainReport>
  /** Folds what a killed process left unfolded; how many contracts were behind. */
  catchUp(): Promise<number>
  /** Makes every projection afresh from the record. */
  rebuild(report: (line: string) => void): Promise<void>
}

export type NewContract = {
  fields: Partial<FieldValues>
  restricted?: boolean
  by: string
  source: string
  /** The same key gives the same contract: an invocation id, `import:<sha256>`. */
  key: string
}

/**
 * `words` that stand somewhere in the contract, those that must not, and what else must hold of it, compared with the values that are in
 * force on `day`.
 */
/** `by`: the day that the list is in order of, where the condition asks for one in every contract that fits; up to 1,000 are put in order. */
export type Query = { words: string[]; without: string[]; where?: Condition; day?: CalendarDate; by?: DayOrder }
export type DayOrder = { field: string; isLatestFirst: boolean }
export type Passage = { source: 'title' | 'field' | 'document' | 'talk'; where: string; text: string }
/** `values` are those in force on the day of the query; `contradictions` what documents say without an order between them. */
export type Hit = { contract: Contract; values: Values; contradictions?: { [key: string]: FieldValue[] }; passage: Passage | undefined }
/** `atLeast` when there are more than were counted (1,000). */
export type Count = { number: number; atLeast: boolean }
export type Page<Item> = { items: Item[]; count: Count; next: string | undefined }

export type ContractStore = {
  create(contract: NewContract): Promise<Contract>
  /** Refuses, with the words of a number never given, what this person may not see. */
  get(person: Person, id: string): Promise<Contract>
  /** The state without asking who reads: for folding, import and jobs only, never for an answer. */
  state(id: string): Promise<Contract | undefined>
  /** Contracts whose title, counterparty or party fits what was typed, best first, among those this person may see. */
  named(person: Person, typed: string, limit: number): Promise<{ contract: Contract; score: number }[]>
  find(person: Person, query: Query, page: { after?: string; limit: number }): Promise<Page<Hit>>
}

/** `isAll`: there are no more than these. */
export type ListedContracts = { contracts: Contract[]; isAll: boolean }

export type ObligationStore = {
  /** The contract that holds an obligation; refuses, in the words of a number never given, what this person may not see. */
  holding(person: Person, id: string): Promise<Contract>
  /** Contracts in which something is owed by that day, overdue ones too; the nearest day first. */
  due(person: Person, until: CalendarDate): Promise<ListedContracts>
  /** Contracts of whose limits much or all is used; those above first. */
  nearLimits(person: Person): Promise<ListedContracts>
}

export type WaitingByOwner = { owner: string | undefined; contracts: number; values: number }

export type ReviewStore = {
  /** Contracts with values that wait, which this person may write: an owner's, or one's own and then anybody's; the most urgent first. */
  waiting(person: Person, owner?: string): Promise<Contract[]>
  /** How many values wait, by owner, in what this person may read; most first. */
  byOwner(person: Person): Promise<WaitingByOwner[]>
}

/** `latest`: the last `limit` messages, still oldest first. */
export type TalkQuery = {
  words: string[]
  asOf?: string
  after?: string
  limit: number
  keeper?: boolean
  /** Only what each of these accounts may read as well. */
  together?: readonly string[]
  thread?: ThreadId
  latest?: boolean
}
export type TalkPage = Page<TalkMessage> & {
  /** What the asker may not read, told as a count and a range, never more. */
  hidden: { count: number; from: string; to: string } | undefined
}

export type TalkStore = {
  /** Oldest first by platform time; rules P5 and P8 applied message by message. */
  list(person: Person, contract: Contract, query: TalkQuery): Promise<TalkPage>
  get(person: Person, contract: Contract, messages: readonly MessageId[], together?: readonly string[]): Promise<TalkMessage[]>
}

export type LinkedThreadRow = { thread: ThreadId; conversation: ConversationId; contracts: string[]; roster: string | undefined }

export type ThreadStore = {
  /** The one indexed read that decides whether a delivery is kept; undefined: nobody linked that thread. */
  linked(thread: ThreadId): Promise<LinkedThreadRow | undefined>
  /** All linked threads of a conversation: for renames, membership, removal. */
  ofConversation(conversation: ConversationId): Promise<LinkedThreadRow[]>
  /** All linked threads of a platform: read again after an outage. */
  ofPlatform(platform: PlatformName): Promise<LinkedThreadRow[]>
  /** The thread in which a captured message of one of these contracts stands. */
  ofMessage(message: MessageId, contracts: readonly string[]): Promise<ThreadId | undefined>
  /** To be read by anyone and resumed from a cursor; scheduled again by the same link (`by`) it stays as it is, by another it begins afresh. */
  scheduleHistory(history: { thread: ThreadId; contract: string; due: string; pass: 1 | 2; by: string }): Promise<void>
  /** The one that has been due longest and nobody reads; with `of`, only the reading of that thread for that contract. */
  claimHistory(worker: string, now: string, of?: { thread: ThreadId; contract: string }): Promise<ClaimedHistory | undefined>
  advanceHistory(claim: ClaimedHistory, next: HistoryStep | 'done'): Promise<void>
}
export type ConversationRow = {
  id: ConversationId
  name: string
  visibility: Visibility
  roster: Roster | undefined
  checkedAt: string
  /** What the platform needs to write there again, in its own form. */
  reference: string | undefined
}

/** `personal`: the account with whom the bot is alone there. */
export type KnownConversation = { name?: string; visibility?: Visibility; members?: Member[]; reference?: string; personal?: string }

export type ConversationStore = {
  get(id: ConversationId): Promise<ConversationRow | undefined>
  /** Keeps what is known of it; a changed roster is also set on its linked threads. Answers with the row as it is now. */
  keep(id: ConversationId, known: KnownConversation): Promise<ConversationRow>
  roster(hash: string): Promise<Roster | undefined>
  /** Where a person can be written to alone on a platform: kept when the bot met the account in a personal chat. */
  personal(account: string): Promise<ConversationRow | undefined>
}

export type PersonChange = {
  name?: string
  email?: string
  team?: string | null
  manager?: string | null
  roles?: Role[]
  zone?: string | null
  hours?: string | null
  company?: string | null
  active?: boolean
  standing?: Standing
}

export type PeopleStore = {
  /**
   * The person behind an account, made at the first meeting. A person imported by e-mail who has no account yet is taken over by the first
   * account for which the platform vouches with that e-mail; a second account with it stays another person until a code confirms it.
   */
  meet(account: Account, told: { name: string; email?: string; zone?: string; standing: Standing }): Promise<Person>
  get(id: string): Promise<Person | undefined>
  /** Who is behind an account key, if that account was ever met. */
  ofAccount(account: string): Promise<Person | undefined>
  ofEmail(email: string): Promise<Person | undefined>
  /** People whose name, handle or e-mail fits what was typed, best first: `@lee`, `lee`, `lee@acme.example`, `Lee Park`. */
  named(typed: string, limit: number): Promise<Person[]>
  list(page: { after?: string; limit: number }): Promise<Page<Person>>
  /** The person with that e-mail, made when there is none. */
  ensure(person: { email: string; name: string; standing: Standing; company?: string }): Promise<Person>
  /** Changes what is given; recorded in the company's own chain (`COMPANY`) with who did it. */
  change(id: string, change: PersonChange, by: string, source: string): Promise<Person>
}

export type FileStore = {
  /** Keeps bytes under their sha256; the same bytes are kept once. */
  keep(bytes: Uint8Array): Promise<{ sha256: string; size: number }>
  read(sha256: string): Promise<Uint8Array>
  /** The text that was read from a file, indexed for search under the contract. */
  keepText(contract: string, file: { sha256: string; name: string }, text: string): Promise<void>
  text(sha256: string): Promise<string | undefined>
}

export type AnswerStore = {
  /** Runs `act` once for this invocation id, over all processes; every other caller gets the same answer (waits up to 10 s for it). */
  once<Answer>(invocation: string, act: () => Promise<Answer>): Promise<{ answer: Answer; first: boolean }>
}

export type NumberStore = {
  /** `D-9`: the next number of its kind over the whole company; gaps are fine. */
  next(prefix: string): Promise<string>
}

export type SecretStore = {
  /** 32 random bytes, made once and the same for every process. */
  get(name: string): Promise<Uint8Array>
}

export type DutyStore = {
  /** True for the one process that shall do it; a claim that was not done within ten minutes may be taken over. */
  claim(id: string, by: string): Promise<boolean>
  done(id: string, by: string): Promise<void>
}

export type AnchorStore = {
  /** Signs the heads that moved since the last anchor and appends them to the anchors file; undefined when none moved. */
  write(now: string): Promise<Anchor | undefined>
  /** Holds the record against an anchors file. */
  check(file?: string): Promise<{ anchors: number; faults: Fault[] }>
}
