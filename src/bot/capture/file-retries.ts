// Files that did not come fast: each is a delivery of its own, tried again with growing pauses for most of a day, then told as missing.
import { messageId } from '../../contracts/talk.ts'
import type { ClaimedDelivery, Delivery } from '../../store/store.ts'
import type { HeardMessage } from '../platform.ts'
import { circumstancesOf } from './append-heard.ts'
import { fileDraft, missingDraft } from './drafts.ts'
import { fetchFile, underOwnNames } from './fetch-files.ts'
import type { FolderOptions } from './folder.ts'
import { hearing, type Prepared } from './prepare.ts'
import type { createSurroundings } from './surroundings.ts'

type Surroundings = ReturnType<typeof createSurroundings>
type Retry = { message: HeardMessage; file: HeardMessage['files'][number] }

const prefix = 'file:'
/** Shorter than the lease of a delivery, so that nobody else fetches it at the same time. */
const eachMs = 20_000
const lastAttempt = 9

export const isFileRetry = ({ id }: Delivery): boolean => id.startsWith(prefix)

/** The deliveries for the files of a message that are still to come; they carry the body that the message came in. */
export const retryOf = ({ delivery, heard, around }: Prepared): Delivery[] =>
  heard.flatMap(({ event, files }) =>
    files.flatMap((file) => {
      if (file.later === undefined || event.type !== 'message') return []
      const { platform, thread, roster, body, receivedAt } = delivery
      return [
        { id: `${prefix}${messageId(around.conversation, event.message.id)}:${file.name}`, platform, thread, roster, body, receivedAt },
      ]
    }),
  )

/** Fetches beside the folding, so that a slow file holds up no text; one round at a time. */
export const createFileRetries = (options: FolderOptions) => {
  let running: Promise<void> | undefined
  const round = async (claimed: readonly ClaimedDelivery[], surroundings: Surroundings): Promise<void> => {
    await Promise.all(claimed.map((delivery) => retry(options, surroundings, delivery)))
  }
  return {
    /** What is claimed while a round is under way comes again when its lease has run out. */
    start(claimed: readonly ClaimedDelivery[], surroundings: Surroundings): void {
      if (claimed.length === 0 || running) return
      running = round(claimed, surroundings)
        .catch((error) => options.report(`Files could not be fetched: ${error instanceof Error ? error.message : error}`))
        .finally(() => {
          running = undefined
        })
    },
    settled: async (): Promise<void> => running,
  }
}

const retry = async (options: FolderOptions, surroundings: Surroundings, delivery: ClaimedDelivery): Promise<void> => {
  const { store, worker, report } = options
  const wanted = wantedBy(options, delivery)
  const around = await surroundings.of(delivery.thread)
  if (!wanted || !around) return store.inbox.done(worker, [delivery])
  const fetched = await fetchFile(store.files, wanted.file, eachMs)
  if (fetched.later !== undefined && delivery.attempts < lastAttempt) {
    report(`The file ${fetched.name} could not be fetched yet: ${fetched.later}`)
    return store.inbox.release(worker, delivery, fetched.later)
  }
  const prepared: Prepared = { delivery, heard: [], around, roster: undefined, personOf: () => undefined }
  const reason = fetched.missing ?? fetched.later
  const { name, size, sha256 } = fetched
  for (const contract of around.contracts) {
    await store.record.append(contract, (state) => {
      const circumstances = circumstancesOf(prepared, state)
      if (reason !== undefined) return [missingDraft(circumstances, wanted.message.id, name, reason)]
      return [
        fileDraft(circumstances, wanted.message.id, { name, ...(size !== undefined && { size }), ...(sha256 !== undefined && { sha256 }) }),
      ]
    })
  }
  await store.inbox.done(worker, [delivery])
}

/** The file that a delivery of this kind is about: its message is in the body, its name at the end of the id. */
const wantedBy = ({ platforms }: FolderOptions, delivery: ClaimedDelivery): Retry | undefined => {
  const heard = hearing(platforms, delivery)
  if (typeof heard === 'string') return undefined
  const messages = heard.flatMap((event) => (event.type === 'message' ? [event.message] : []))
  for (const message of messages) {
    const file = underOwnNames(message.files).find(({ name }) => delivery.id.endsWith(`|m|${message.id}:${name}`))
    if (file) return { message, file }
  }
  return undefined
}
