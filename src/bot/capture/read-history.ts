// Reading a thread's older replies, page by page and in order: by whoever linked it while he waits, then by any process.
import type { Contract, LinkedThread } from '../../contracts/contract.ts'
import type { Draft } from '../../contracts/record/entry.ts'
import { audienceOf } from '../../contracts/roster.ts'
import { conversationOf, type ThreadId } from '../../contracts/talk.ts'
import type { ClaimedHistory, ConversationRow, Store } from '../../store/store.ts'
import type { Reading } from '../cards/thread.ts'
import type { HeardMessage, Platform, ThreadPage } from '../platform.ts'
import { type Circumstances, draftsOf } from './drafts.ts'
import { type Fetched, fetchAll } from './fetch-files.ts'
import { historyFileDelivery } from './history-file.ts'
import { tellReading } from './linked-note.ts'

export type HistoryStore = Pick<Store, 'threads' | 'contracts' | 'conversations' | 'people' | 'record' | 'files' | 'inbox' | 'outbox'>
export type Read = { messages: number; files: number; oldest: string | undefined; unread: string | undefined }
/** One page: what it held, and what the whole reading comes to with it; undefined: the thread is no longer linked. */
type PageRead = Read & { isLast: boolean; isLater: boolean; reading: Reading | undefined }
type Asked = { store: HistoryStore; platform: Platform; clock: () => Date; claim: ClaimedHistory }

const mostTries = 10
const secondPassAfterMs = 60_000
/** The second pass fetches files only of what was said about when the thread was linked: the first had all others. */
const raceMs = 120_000
const limits = { eachMs: 3_000, allMs: 5_000 }

type Linking = Omit<Asked, 'claim'> & { worker: string; thread: ThreadId; contract: string; due: string; readingMs: number }

/** Reads one thread until its end or until time is up; what is left is read behind it. */
export const readHistory = async ({ worker, thread, contract, due, readingMs, ...asked }: Linking): Promise<Read> => {
  const end = performance.now() + readingMs
  const read: Read = { messages: 0, files: 0, oldest: undefined, unread: undefined }
  while (performance.now() < end) {
    const claim = await asked.store.threads.claimHistory(worker, due, { thread, contract })
    if (!claim) break
    const page = await readPage({ ...asked, claim })
    read.messages += page.messages
    read.files += page.files
    read.oldest ??= page.oldest
    read.unread = page.reading?.unread
    if (page.isLast) return read
    if (page.isLater) break
  }
  return { ...read, unread: together(read.unread, 'Older replies are still being read.') }
}

/** Reads one page, appends it with one write, says in the thread how far it is, and in its row where to go on. */
export const readPage = async ({ store, platform, clock, claim }: Asked): Promise<PageRead> => {
  const contract = await store.contracts.state(claim.contract)
  const link = contract?.threads.find(({ thread, active }) => thread === claim.thread && active)
  if (!contract || !link) {
    await store.threads.advanceHistory(claim, 'done')
    return { ...nothing, isLast: true, isLater: false, reading: undefined }
  }
  const page = claim.tries > mostTries ? givenUp : await platform.readThread(claim.thread, claim.cursor)
  const now = clock().toISOString()
  if (page.later !== undefined) {
    await store.threads.advanceHistory(claim, { ...claim, due: new Date(Date.parse(now) + page.later).toISOString() })
    return { ...nothing, isLast: false, isLater: true, reading: undefined }
  }
  const files = await keepPage({ store, platform, claim, link, page })
  const reading = readingOf(claim, page, files)
  const isFirst = claim.pass === 1
  const toldAt = isFirst ? await tellReading({ store, platform, contract, link }, reading, { toldAt: claim.toldAt, now }) : undefined
  await advance(store, claim, link, page.next, { ...reading, toldAt })
  return {
    messages: page.messages.length,
    files,
    oldest: page.messages[0]?.postedAt,
    unread: page.unread,
    isLast: reading.isDone,
    isLater: false,
    reading,
  }
}

const nothing: Read = { messages: 0, files: 0, oldest: undefined, unread: undefined }

const readingOf = (claim: ClaimedHistory, page: ThreadPage, files: number): Reading => ({
  messages: claim.messages + page.messages.length,
  files: claim.files + files,
  total: page.total,
  unread: together(claim.unread, page.unread),
  isDone: page.next === undefined,
})

/** Sentences, each said once. */
const together = (before: string | undefined, more: string | undefined): string | undefined =>
  before === undefined || more === undefined || before.includes(more) ? (before ?? more) : `${before} ${more}`

type Kept = { store: HistoryStore; platform: Platform; claim: ClaimedHistory; link: LinkedThread; page: ThreadPage }

/** The messages of a page in the record, with the files that came fast; how many files that were. */
const keepPage = async ({ store, platform, claim, link, page }: Kept): Promise<number> => {
  const files = await fetchAll(
    store.files,
    page.messages.map((message) => filesToFetch(claim, link, message)),
    limits,
  )
  for (const delivery of laterFiles({ platform, claim, page, files })) await store.inbox.keep(delivery)
  const conversation = await store.conversations.get(conversationOf(claim.thread))
  const people = await peopleOf(store, page.messages)
  await store.record.append(claim.contract, (state) => {
    const around = (message: HeardMessage) => circumstancesOf({ platform, claim, link, state, conversation, people, message })
    const messages = page.messages.flatMap((message, index) => draftsOf({ type: 'message', message }, around(message), files[index]))
    return page.unread === undefined ? messages : [...messages, gapDraft(platform, claim, page.unread)]
  })
  return files.flat().filter((file) => file.sha256 !== undefined).length
}

const givenUp: ThreadPage = { messages: [], unread: 'The older replies could not be read, however often it was tried.' }

const filesToFetch = ({ pass }: ClaimedHistory, link: LinkedThread, { files, postedAt }: HeardMessage) =>
  pass === 1 || Date.parse(postedAt) > Date.parse(link.at) - raceMs ? files : []

type Later = { platform: Platform; claim: ClaimedHistory; page: ThreadPage; files: readonly Fetched[][] }

const laterFiles = ({ platform, claim, page, files }: Later) =>
  page.messages.flatMap((message, index) =>
    (files[index] ?? [])
      .filter((file) => file.later !== undefined)
      .map(({ name }) => historyFileDelivery({ platform: platform.name, thread: claim.thread, page: claim.cursor, message, name })),
  )

const peopleOf = async (store: HistoryStore, messages: readonly HeardMessage[]): Promise<Map<string, string>> => {
  const accounts = [...new Set(messages.map((message) => message.author.account))]
  const found = await Promise.all(accounts.map(async (account) => [account, (await store.people.ofAccount(account))?.id] as const))
  return new Map(found.filter((pair): pair is [string, string] => pair[1] !== undefined))
}

type Around = {
  platform: Platform
  claim: ClaimedHistory
  link: LinkedThread
  state: Contract
  conversation: ConversationRow | undefined
  people: Map<string, string>
  message: HeardMessage
}

/** Who was there before the thread was linked is not known, so what was said then is internal (rule P3). */
const circumstancesOf = ({ platform, claim, link, state, conversation, people, message }: Around): Circumstances => ({
  conversation: conversationOf(claim.thread),
  thread: claim.thread,
  source: platform.name,
  audience: message.postedAt >= link.at ? audienceOf(state, conversation?.roster) : 'internal',
  visibility: conversation?.visibility ?? 'members',
  roster: conversation?.roster?.hash,
  backfilled: true,
  personOf: (account) => people.get(account),
})

const gapDraft = (platform: Platform, { thread, by }: ClaimedHistory, reason: string): Draft => ({
  kind: 'gap',
  // One for each reason: several pages may tell the same.
  key: `gap:${thread}:${by}:${reason}`,
  actor: 'throughline',
  source: platform.name,
  payload: { thread, reason },
})

const advance = async (
  store: HistoryStore,
  claim: ClaimedHistory,
  link: LinkedThread,
  cursor: string | undefined,
  read: Reading & { toldAt: string | undefined },
): Promise<void> => {
  if (cursor !== undefined) {
    const { messages, files, unread, toldAt } = read
    return store.threads.advanceHistory(claim, { cursor, messages, files, unread, toldAt })
  }
  if (claim.pass === 1) {
    const { thread, contract, by } = claim
    const due = new Date(Date.parse(link.at) + secondPassAfterMs).toISOString()
    // Before the first is done, so that a crash between the two leaves no thread without its second pass.
    await store.threads.scheduleHistory({ thread, contract, due, pass: 2, by })
  }
  await store.threads.advanceHistory(claim, 'done')
}
